/** Dots and approval: what people want, and whether they want it. */
import type { ApprovalRound, RankedApproval } from '../../../src-shared/domain/approval.ts';
import type { DotRound } from '../../../src-shared/domain/dots.ts';
import { paragraph } from '../flow.ts';
import type { Doc, Paper, Tag } from '../paper.ts';
import { table, type Cell } from '../table.ts';
import { colours, ridges } from '../theme.ts';
import type { Result, View } from '../view.ts';
import { figured, inWords } from '../words.ts';
import { countText, movedSentence, rankCell, rankedName, shareText } from './rankedRows.ts';
import { turnout } from './summary.ts';

const bar = { width: 110, height: 12 } as const;

export function drawDots(paper: Paper, section: Tag, view: View, { tally, round, since }: Result & { tally: DotRound }): void {
	const each = tally.budget === null ? '' : `, ${inWords(tally.budget)} each`;
	paragraph(paper, section, `${turnout(tally.turnout, round.peopleInRoom)} in secret and at once, with dots${each}: ${figured(tally.given, 'dot')} in all. Ranked by dots, then by people.`, { style: 'quiet', after: 10 });
	const most = Math.max(1, ...tally.cards.map(({ dots }) => dots));
	const columns = [
		{ title: '', spoken: 'Rank', width: 26 },
		{ title: 'Card', width: paper.width - 26 - bar.width - 12 - 40 - 58 - 58 },
		{ title: '', spoken: 'Dots as a bar', width: bar.width + 12 },
		{ title: 'Dots', width: 40, align: 'right' as const },
		{ title: 'People', spoken: 'People who gave any', width: 58, align: 'right' as const },
		{ title: 'Of all dots', width: 58, align: 'right' as const },
	];
	const rows = tally.cards.flatMap((card): [Cell[]] | [] => {
		const known = view.byId.get(card.cardId);
		if (!known) return [];
		return [[
			rankCell(card.rank),
			rankedName(paper, known),
			{ figure: { alt: `${figured(card.dots, 'dot')}.`, ...bar, draw: (x, y) => part(paper.doc, card.dots / most, x, y) } },
			{ text: countText(card.dots), style: 'smallStrong' },
			{ text: countText(card.voters) },
			{ text: shareText(card.share), style: 'small' },
		]];
	});
	table(paper, section, columns, rows, { rowHeight: 30, padding: 2.5, after: 14 });
	paragraph(paper, section, `Dots and people are both told: ten dots of two people are not ten dots of ten. ${movedSentence(since)}`.trim(), { style: 'note' });
}

function part(doc: Doc, share: number, x: number, y: number): void {
	doc.lineWidth(0.75).rect(x, y, bar.width, bar.height).stroke(colours.lineStrong);
	if (share > 0) doc.rect(x, y, bar.width * share, bar.height).fill(ridges[1]);
}

export function drawApproval(paper: Paper, section: Tag, view: View, { tally, round, since }: Result & { tally: ApprovalRound }): void {
	paragraph(paper, section, `${turnout(tally.turnout, round.peopleInRoom)} in secret: yes, no, or unsure. Ranked by the share of yes among those who decided, then by how many said yes.`, { style: 'quiet', after: 10 });
	const columns = [
		{ title: '', spoken: 'Rank', width: 26 },
		{ title: 'Card', width: paper.width - 26 - bar.width - 12 - 52 - 36 - 36 - 50 },
		{ title: '', spoken: 'Yes, unsure and no as a bar', width: bar.width + 12 },
		{ title: 'Share of yes', width: 52, align: 'right' as const },
		{ title: 'Yes', width: 36, align: 'right' as const },
		{ title: 'No', width: 36, align: 'right' as const },
		{ title: 'Unsure', width: 50, align: 'right' as const },
	];
	const rows = tally.cards.flatMap((card): [Cell[]] | [] => {
		const known = view.byId.get(card.cardId);
		if (!known) return [];
		return [[
			rankCell(card.rank),
			rankedName(paper, known),
			{ figure: { alt: `${card.yes} yes, ${card.unsure} unsure, ${card.no} no.`, ...bar, draw: (x, y) => split(paper.doc, card, x, y) } },
			{ text: shareText(card.share), style: 'smallStrong' },
			{ text: countText(card.yes) },
			{ text: countText(card.no) },
			{ text: countText(card.unsure), style: 'small' },
		]];
	});
	table(paper, section, columns, rows, { rowHeight: 30, padding: 2.5, after: 14 });
	paragraph(paper, section, `In the bars yes is dark, unsure is grey, and no is white. ${movedSentence(since)}`.trim(), { style: 'note' });
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
