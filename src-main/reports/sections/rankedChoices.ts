/** Dots and approval: what people want, and whether they want it. */
import type { ApprovalRound, RankedApproval } from '../../../src-shared/domain/approval.ts';
import type { DotRound } from '../../../src-shared/domain/dots.ts';
import { paragraph } from '../flow.ts';
import type { Doc, Paper, Tag } from '../paper.ts';
import { table, type Cell } from '../table.ts';
import { colours, ridges } from '../theme.ts';
import type { Result, View } from '../view.ts';
import { commonWords } from '../words/common.ts';
import { rankedWords } from '../words/ranked.ts';
import { movedSentence, rankCell, rankedName } from './rankedRows.ts';

const bar = { width: 110, height: 12 } as const;

export function drawDots(paper: Paper, section: Tag, view: View, { tally, round, since }: Result & { tally: DotRound }): void {
	const words = paper.say(rankedWords);
	const { columns: titles } = words;
	const { columns: shared, speech } = paper.say(commonWords);
	paragraph(paper, section, words.dotted([tally.turnout, round.peopleInRoom], tally.budget, tally.given), { style: 'quiet', after: 10 });
	const most = Math.max(1, ...tally.cards.map(({ dots }) => dots));
	const columns = [
		{ title: '', spoken: shared.rank, width: 26 },
		{ title: shared.card, width: paper.width - 26 - bar.width - 12 - 40 - 58 - 58 },
		{ title: '', spoken: titles.dotsBar, width: bar.width + 12 },
		{ title: titles.dots, width: 40, align: 'right' as const },
		{ title: titles.people, spoken: titles.peopleSpoken, width: 58, align: 'right' as const },
		{ title: titles.ofAllDots, width: 58, align: 'right' as const },
	];
	const rows = tally.cards.flatMap((card): [Cell[]] | [] => {
		const known = view.byId.get(card.cardId);
		if (!known) return [];
		return [[
			rankCell(card.rank),
			rankedName(paper, known),
			{ figure: { alt: words.dotsAlt(card.dots), ...bar, draw: (x, y) => part(paper.doc, card.dots / most, x, y) } },
			{ text: speech.figure(card.dots), style: 'smallStrong' },
			{ text: speech.figure(card.voters) },
			{ text: card.share === null ? '–' : speech.percent(card.share), style: 'small' },
		]];
	});
	table(paper, section, columns, rows, { rowHeight: 30, padding: 2.5, after: 14 });
	paragraph(paper, section, [words.dotsReading, ...movedSentence(words, since)].join(' '), { style: 'note' });
}

function part(doc: Doc, share: number, x: number, y: number): void {
	doc.lineWidth(0.75).rect(x, y, bar.width, bar.height).stroke(colours.lineStrong);
	if (share > 0) doc.rect(x, y, bar.width * share, bar.height).fill(ridges[1]);
}

export function drawApproval(paper: Paper, section: Tag, view: View, { tally, round, since }: Result & { tally: ApprovalRound }): void {
	const words = paper.say(rankedWords);
	const { columns: titles } = words;
	const { columns: shared, speech } = paper.say(commonWords);
	paragraph(paper, section, words.approved([tally.turnout, round.peopleInRoom]), { style: 'quiet', after: 10 });
	const columns = [
		{ title: '', spoken: shared.rank, width: 26 },
		{ title: shared.card, width: paper.width - 26 - bar.width - 12 - 52 - 36 - 36 - 50 },
		{ title: '', spoken: titles.approvalBar, width: bar.width + 12 },
		{ title: titles.shareOfYes, width: 52, align: 'right' as const },
		{ title: titles.yes, width: 36, align: 'right' as const },
		{ title: titles.no, width: 36, align: 'right' as const },
		{ title: titles.unsure, width: 50, align: 'right' as const },
	];
	const rows = tally.cards.flatMap((card): [Cell[]] | [] => {
		const known = view.byId.get(card.cardId);
		if (!known) return [];
		return [[
			rankCell(card.rank),
			rankedName(paper, known),
			{ figure: { alt: words.approvalAlt(card.yes, card.unsure, card.no), ...bar, draw: (x, y) => split(paper.doc, card, x, y) } },
			{ text: card.share === null ? '–' : speech.percent(card.share), style: 'smallStrong' },
			{ text: speech.figure(card.yes) },
			{ text: speech.figure(card.no) },
			{ text: speech.figure(card.unsure), style: 'small' },
		]];
	});
	table(paper, section, columns, rows, { rowHeight: 30, padding: 2.5, after: 14 });
	paragraph(paper, section, [words.approvalReading, ...movedSentence(words, since)].join(' '), { style: 'note' });
}

function split(doc: Doc, { yes, no, unsure }: RankedApproval, x: number, y: number): void {
	const all = Math.max(1, yes + no + unsure);
	const [dark, white] = [(bar.width * yes) / all, (bar.width * no) / all];
	if (yes + no + unsure > 0) doc.rect(x, y, bar.width, bar.height).fill(ridges[4]);
	if (no > 0) doc.rect(x + bar.width - white, y, white, bar.height).fill(colours.paper);
	if (yes > 0) doc.rect(x, y, dark, bar.height).fill(ridges[0]);
	doc.lineWidth(0.75).rect(x, y, bar.width, bar.height).stroke(colours.lineStrong);
	if (no > 0) doc.moveTo(x + bar.width - white, y).lineTo(x + bar.width - white, y + bar.height).stroke(colours.lineStrong);
}
