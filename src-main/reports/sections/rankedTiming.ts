/** When the room sees each card: the soonest first, with the votes of each year and the middle half of them. */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import type { RankedTiming, TimingRound, Year } from '../../../src-shared/domain/timing.ts';
import { heading, paragraph } from '../flow.ts';
import type { Paper, Tag } from '../paper.ts';
import { table, type Cell } from '../table.ts';
import { colours, ridges } from '../theme.ts';
import type { Result, View } from '../view.ts';
import { commonWords, yearName, type CommonWords } from '../words/common.ts';
import { rankedWords, type RankedWords } from '../words/ranked.ts';
import { movedSentence, rankCell, rankedName } from './rankedRows.ts';

const mark = { width: 118, height: 26 } as const;

export function drawTiming(paper: Paper, section: Tag, view: View, { tally, round, since }: Result & { tally: TimingRound }): void {
	const { endYear } = view;
	const words = paper.say(rankedWords);
	const common = paper.say(commonWords);
	const { columns: titles } = words;
	const { columns: shared } = common;
	paragraph(paper, section, words.timed([tally.turnout, round.peopleInRoom]), { style: 'quiet', after: 10 });
	const abstained = tally.cards.some(({ cannotSay }) => cannotSay > 0);
	const fixed = 26 + 62 + 92 + mark.width + 12 + 22 + (abstained ? 36 : 0);
	const columns = [
		{ title: '', spoken: shared.rank, width: 26 },
		{ title: shared.card, width: paper.width - fixed },
		{ title: shared.median, width: 62 },
		{ title: titles.middleHalf, width: 92 },
		{ title: titles.span(tally.baseYear, endYear), width: mark.width + 12 },
		{ title: 'n', spoken: shared.n, width: 22, align: 'center' as const },
		...(abstained ? [{ title: shared.cannotSay, width: 36, align: 'center' as const }] : []),
	];
	const rows = tally.cards.flatMap((card): [Cell[]] | [] => {
		const known = view.byId.get(card.cardId);
		if (!known) return [];
		const n: Cell[] = [{ text: String(card.n), style: 'small' }, ...(abstained ? [{ text: String(card.cannotSay), style: 'small' as const }] : [])];
		if (card.median === null || card.q1 === null || card.q3 === null) return [[rankCell(null), rankedName(paper, known), { text: titles.noDates, style: 'small' }, {}, {}, ...n]];
		return [[
			rankCell(card.rank),
			rankedName(paper, known),
			{ text: yearName(common, tally.baseYear, card.median), style: 'smallStrong' },
			{ text: span(words, common, tally.baseYear, card.q1, card.q3), style: 'small' },
			{ figure: { alt: spoken(words, common, tally.baseYear, card), ...mark, draw: (x, y) => drawMark(paper, card, tally.baseYear, x, y) } },
			...n,
		]];
	});
	const order = 'undefined' in tally.w ? [] : [words.timingOrder(tally.w.w)];
	const reading = [words.timingReading(endYear), ...order, ...movedSentence(words, since)].join(' ');
	table(paper, section, columns, rows, { rowHeight: 36, padding: 2.5, after: 14, follows: 20 + paper.set(reading, 'note', paper.width).length * paper.theme.styles.note.leading });
	heading(paper, section, words.howToRead, { after: 2 });
	paragraph(paper, section, reading, { style: 'note' });
}

const span = (words: RankedWords, common: CommonWords, baseYear: number, from: Year, to: Year): string => {
	const [start, end] = [yearName(common, baseYear, from), yearName(common, baseYear, to)];
	return start === end ? start : words.fromTo(start, end);
};

function spoken(words: RankedWords, common: CommonWords, baseYear: number, { years, later }: RankedTiming): string {
	const votes = years.flatMap((count, index) => (count > 0 ? [`${baseYear + index}: ${count}`] : []));
	return words.votesByYear([...votes, ...(later > 0 ? [`${yearName(common, baseYear, 'later')}: ${later}`] : [])]);
}

/** Bars of years above, the whisker below them, on one scale of time. */
function drawMark({ doc }: Paper, card: RankedTiming, baseYear: number, x: number, y: number): void {
	const bars = [...card.years, card.later];
	const pitch = mark.width / bars.length;
	const highest = Math.max(1, ...bars);
	const foot = y + 15;
	bars.forEach((count, index) => {
		const height = count === 0 ? 0.75 : 1.5 + (12.5 * count) / highest;
		doc.lineWidth(0.5).rect(x + index * pitch + 0.5, foot - height, pitch - 1.5, height).fillAndStroke(ridges[4], ridges[1]);
	});
	const place = (year: Year) => x + (year === 'later' ? (horizonYears + 1) * pitch + pitch - 2 : Math.min(horizonYears + 0.9, Math.max(0, year - baseYear)) * pitch);
	const line = y + 21.5;
	const [from, to] = [place(card.q1!), place(card.q3!)];
	doc.lineWidth(1.5).strokeColor(colours.ink).moveTo(from, line).lineTo(Math.max(to, from + 1), line).stroke();
	if (card.q1 !== 'later') doc.moveTo(from, line - 3).lineTo(from, line + 3).stroke();
	if (card.q3 === 'later') doc.moveTo(to - 3, line - 3).lineTo(to, line).lineTo(to - 3, line + 3).stroke();
	else doc.moveTo(to, line - 3).lineTo(to, line + 3).stroke();
	if (card.median !== 'later') doc.circle(place(card.median!), line, 3).fill(colours.ink);
}
