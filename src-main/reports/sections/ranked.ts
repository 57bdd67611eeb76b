/** What the room thinks: cards in the room's order, each with its spread, and a reading of where it is not of one mind. */
import { criterionNames, scaleEnds } from '../../../src-shared/domain/criterionWords.ts';
import type { CardTally, RankedCard, RoundTally, ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import type { Paper, Tag } from '../paper.ts';
import { heading, paragraph, sectionHeading, type Frame } from '../flow.ts';
import {
	badge,
	badgeSize,
	badgeWidth,
	histogram,
	histogramAlt,
	histogramSize,
} from '../primitives.ts';
import { table, type Cell } from '../table.ts';
import { colours } from '../theme.ts';
import type { Span } from '../typeset.ts';
import type { Result, View } from '../view.ts';
import { capitalised, counted, figure, hundredths } from '../words.ts';
import { drawApproval, drawDots } from './rankedChoices.ts';
import { drawTiming } from './rankedTiming.ts';
import { movedSentence, rankedName } from './rankedRows.ts';
import { turnout } from './summary.ts';

export function ranked(paper: Paper, view: View): void {
	if (view.results.length === 0) return;
	paper.newPage();
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, 'What the room thinks');
	view.results.forEach((result, index) => {
		if (index > 0) nextResult(paper, result);
		if (view.results.length > 1)
			heading(paper, section, `${result.round.title.trim() || 'A round'}: ${criterionNames[result.criterion].toLowerCase()}`);
		const { tally } = result;
		if (tally.criterion === 'timing') drawTiming(paper, section, view, { ...result, tally });
		else if (tally.criterion === 'dots') drawDots(paper, section, view, { ...result, tally });
		else if (tally.criterion === 'approval') drawApproval(paper, section, view, { ...result, tally });
		else drawResult(paper, section, view, { ...result, tally });
	});
	section.end();
}

/** Where all of it has room below the one before, it stands there. */
function nextResult(paper: Paper, { tally }: Result): void {
	const [heads, row, notes] = [110, 38, 200];
	if (paper.y + heads + tally.cards.length * row + notes <= paper.bottom) paper.y += 28;
	else paper.newPage();
}

const asked: Record<ScaleCriterion, string> = {
	relevancy: 'how relevant each card is to the question',
	impact: 'how far-reaching each card would be',
	uncertainty: 'how uncertain it is how each card turns out',
};

interface RatingResult extends Result {
	tally: RoundTally;
}

function drawResult(paper: Paper, section: Tag, view: View, result: RatingResult): void {
	const { tally, round } = result;
	const [low, high] = scaleEnds[tally.criterion];
	paragraph(
		paper,
		section,
		`${turnout(tally.turnout, round.peopleInRoom)} in secret on ${asked[tally.criterion]}, from 1, ${low}, to 5, ${high}. Ranked by median, then mean.`,
		{ style: 'quiet', after: 10 },
	);
	const notes = notesOf(paper, view, result);
	drawRanking(paper, section, view, tally.cards, notes.height);
	drawNotes(paper, section, notes);
}

const rowHeights = [36, 33, 30, 28];
const rowPadding = 2.5;
const belowTable = 14;

function drawRanking(paper: Paper, section: Tag, view: View, cards: readonly RankedCard[], notesHeight: number): void {
	// The column is worth its room only where somebody used the answer.
	const abstained = cards.some((card) => card.cannotSay > 0);
	const fixed = 26 + 64 + 46 + 34 + 64 + 22 + (abstained ? 36 : 0);
	const columns = [
		{ title: '', spoken: 'Rank', width: 26 },
		{ title: 'Card', width: paper.width - fixed },
		{ title: 'Votes 1–5', width: 64 },
		{ title: 'Median', width: 46, align: 'center' as const },
		{ title: 'IQR', width: 34, align: 'center' as const },
		{ title: 'Consensus', width: 64, align: 'center' as const },
		{ title: 'n', spoken: 'Number of votes', width: 22, align: 'center' as const },
		...(abstained ? [{ title: 'Can’t say', width: 36, align: 'center' as const }] : []),
	];
	const names = cards.map(
		(card) =>
			paper.set(view.byId.get(card.cardId)?.name ?? '', 'name', paper.width - fixed - 56).length * 15 + 2 * rowPadding,
	);
	const height = (row: number) => names.reduce((sum, name) => sum + Math.max(row, name), 38 + belowTable + notesHeight);
	// Somewhat closer rows rather than a page with the notes alone on it.
	const rowHeight = rowHeights.find((row) => height(row) <= paper.bottom - paper.y) ?? rowHeights[0]!;
	const rows = cards.flatMap((card) => rowOf(paper, view, card, abstained) ?? []);
	table(paper, section, columns, rows, { rowHeight, padding: rowPadding, after: belowTable });
}

function rowOf(paper: Paper, view: View, tally: RankedCard, abstained: boolean): [Cell[]] | null {
	const card = view.byId.get(tally.cardId);
	if (!card) return null;
	const name = rankedName(paper, card);
	const rest: Cell[] = [
		{ text: String(tally.n), style: 'small' },
		...(abstained ? [{ text: String(tally.cannotSay), style: 'small' as const }] : []),
	];
	if (tally.n === 0)
		return [[{ text: '–', style: 'rank' }, name, { text: 'no votes', style: 'small' }, {}, {}, {}, ...rest]];
	return [
		[
			{ text: String(tally.rank), style: 'rank' },
			name,
			{
				figure: {
					alt: histogramAlt(tally.histogram),
					...histogramSize,
					draw: (x, y) => histogram(paper.doc, tally.histogram, tally.median, x, y),
				},
			},
			{
				figure: {
					alt: `${figure(tally.median!)}, ${tally.agreed ? 'agreed' : 'contested'}`,
					width: badgeWidth(paper, tally.median!),
					height: badgeSize.height,
					draw: (x, y) => badge(paper, tally.median!, tally.agreed!, x, y),
				},
			},
			{ text: figure(tally.iqr!) },
			{ text: hundredths(tally.consensus!) },
			...rest,
		],
	];
}

interface ResultNotes {
	contested: Span[];
	reading: Span[];
	/** Of one of the two columns. */
	width: number;
	height: number;
}

const gap = 27;

function notesOf(paper: Paper, view: View, { tally, since }: RatingResult): ResultNotes {
	const width = (paper.width - gap) / 2;
	const [contested, reading] = [contestedSpans(view, tally.cards), readingOf(tally.w, since)];
	const lines = Math.max(paper.set(contested, 'note', width).length, paper.set(reading, 'note', width).length);
	return { contested, reading, width, height: 20 + lines * paper.theme.styles.note.leading };
}

/** Two columns below the table, kept together. */
function drawNotes(paper: Paper, section: Tag, { contested, reading, width, height }: ResultNotes): void {
	if (height < paper.bottom - paper.top) paper.need(height);
	const top = paper.y;
	column(paper, section, 'Contested', contested, { x: paper.left, width });
	const left = paper.y;
	// A long column has gone on to another page: the next one follows it.
	const beside = left > top;
	if (beside) paper.y = top;
	else paper.y += 14;
	column(
		paper,
		section,
		'How to read it',
		reading,
		beside ? { x: paper.left + width + gap, width } : { x: paper.left, width: paper.width },
	);
	paper.y = Math.max(paper.y, beside ? left : 0);
}

function column(paper: Paper, section: Tag, title: string, text: readonly Span[], { x, width }: Frame): void {
	heading(paper, section, title, { x, width, after: 2 });
	paragraph(paper, section, text, { style: 'note', x, width });
}

const describedAtMost = 6;

function contestedSpans(view: View, cards: readonly RankedCard[]): Span[] {
	const contested = cards.filter((card) => card.agreed === false && view.byId.has(card.cardId));
	if (contested.length === 0) return [{ text: 'On no card do the votes lie far apart: every IQR is 1 or less.' }];
	const spans = contested.slice(0, describedAtMost).flatMap((tally): Span[] => {
		const card = view.byId.get(tally.cardId)!;
		return [{ text: `${card.code} ${card.name}`, weight: 600, colour: colours.ink }, { text: ` ${spread(tally)} ` }];
	});
	const more = contested.length - describedAtMost;
	if (more > 0)
		spans.push({ text: `${capitalised(counted(more, 'more card'))} ${more === 1 ? 'is' : 'are'} contested too. ` });
	return [...spans, { text: contested.length === 1 ? 'An open box marks it.' : 'An open box marks each.' }];
}

/** How a contested card divides the room, from its histogram. */
export function spread({ histogram: [one, two, three, four, five], n }: Pick<CardTally, 'histogram' | 'n'>): string {
	const [low, high] = [one + two, four + five];
	if (low >= n / 3 && high >= n / 3 && three <= Math.min(low, high)) {
		return `splits the room: ${counted(low, 'vote')} for 1 or 2, ${counted(high, 'vote')} for 4 or 5.`;
	}
	const values = [one, two, three, four, five];
	return `stays wide: the votes run from ${values.findIndex((votes) => votes > 0) + 1} to ${values.findLastIndex((votes) => votes > 0) + 1}.`;
}

function readingOf(w: RoundTally['w'], since: Result['since']): Span[] {
	const order =
		'undefined' in w
			? `Kendall’s W has no value: ${w.undefined.charAt(0).toLowerCase()}${w.undefined.slice(1)}`
			: `Order agreement is ${strength(w.w)}: Kendall’s W ${hundredths(w.w)} over the ${counted(w.raters, 'person', 'people')} who rated every card (χ² ${figure(w.chiSquare)}, df ${w.df}).`;
	return [
		{
			text: `IQR is the middle half of the votes; above 1 is contested. Consensus runs from 0, split, to 1, agreed. ${order} ${movedSentence(since)}Scores in the documents were not used.`,
		},
	];
}

/** The customary words (Schmidt 1997). */
function strength(w: number): string {
	if (w >= 0.7) return 'strong';
	return w >= 0.5 ? 'moderate' : 'weak';
}
