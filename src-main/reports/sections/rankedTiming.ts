/** When the room sees each card: the soonest first, with the votes of each year and the middle half of them. */
import { yearName } from '../../../src-shared/domain/criterionWords.ts';
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import type { RankedTiming, TimingRound, Year } from '../../../src-shared/domain/timing.ts';
import { heading, paragraph } from '../flow.ts';
import type { Paper, Tag } from '../paper.ts';
import { table, type Cell } from '../table.ts';
import { colours, ridges } from '../theme.ts';
import type { Result, View } from '../view.ts';
import { hundredths } from '../words.ts';
import { movedSentence, rankCell, rankedName } from './rankedRows.ts';
import { turnout } from './summary.ts';

const mark = { width: 118, height: 26 } as const;

export function drawTiming(paper: Paper, section: Tag, view: View, { tally, round, since }: Result & { tally: TimingRound }): void {
	const { endYear } = view;
	paragraph(paper, section, `${turnout(tally.turnout, round.peopleInRoom)} in secret on when each card will matter. The soonest first, by median.`, { style: 'quiet', after: 10 });
	const abstained = tally.cards.some(({ cannotSay }) => cannotSay > 0);
	const fixed = 26 + 62 + 92 + mark.width + 12 + 22 + (abstained ? 36 : 0);
	const columns = [
		{ title: '', spoken: 'Rank', width: 26 },
		{ title: 'Card', width: paper.width - fixed },
		{ title: 'Median', width: 62 },
		{ title: 'Middle half', width: 92 },
		{ title: `${tally.baseYear} to ${endYear}`, width: mark.width + 12 },
		{ title: 'n', spoken: 'Number of votes', width: 22, align: 'center' as const },
		...(abstained ? [{ title: 'Can’t say', width: 36, align: 'center' as const }] : []),
	];
	const rows = tally.cards.flatMap((card): [Cell[]] | [] => {
		const known = view.byId.get(card.cardId);
		if (!known) return [];
		const n: Cell[] = [{ text: String(card.n), style: 'small' }, ...(abstained ? [{ text: String(card.cannotSay), style: 'small' as const }] : [])];
		if (card.median === null || card.q1 === null || card.q3 === null) return [[rankCell(null), rankedName(paper, known), { text: 'no dates', style: 'small' }, {}, {}, ...n]];
		return [[
			rankCell(card.rank),
			rankedName(paper, known),
			{ text: yearName(tally.baseYear, card.median), style: 'smallStrong' },
			{ text: span(tally.baseYear, card.q1, card.q3), style: 'small' },
			{ figure: { alt: spoken(tally.baseYear, card), ...mark, draw: (x, y) => drawMark(paper, card, tally.baseYear, x, y) } },
			...n,
		]];
	});
	table(paper, section, columns, rows, { rowHeight: 36, padding: 2.5, after: 14 });
	heading(paper, section, 'How to read it', { after: 2 });
	const order = 'undefined' in tally.w ? '' : `The order of time is shared to Kendall’s W ${hundredths(tally.w.w)}. `;
	paragraph(paper, section, `The bars are votes by year, the last of them “after ${endYear}, or never”. The line is the middle half of the dates and the dot their median; an arrow goes beyond ${endYear}. ${order}${movedSentence(since)}`.trim(), { style: 'note' });
}

const span = (baseYear: number, from: Year, to: Year): string => {
	const [start, end] = [yearName(baseYear, from), yearName(baseYear, to)];
	return start === end ? start : `${start} to ${end}`;
};

function spoken(baseYear: number, { years, later }: RankedTiming): string {
	const votes = years.flatMap((count, index) => (count > 0 ? [`${baseYear + index}: ${count}`] : []));
	return `Votes by year, ${[...votes, ...(later > 0 ? [`${yearName(baseYear, 'later')}: ${later}`] : [])].join(', ')}.`;
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
