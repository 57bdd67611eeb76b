/** What the room thinks: cards in the room's order, each with its spread, and a reading of where it is not of one mind. */
import type { CardTally, RankedCard, RoundTally } from '../../../src-shared/domain/tally.ts';
import type { Paper, Tag } from '../paper.ts';
import { heading, paragraph, sectionHeading, type Frame } from '../flow.ts';
import {
	badge,
	badgeSize,
	badgeWidth,
	histogram,
	histogramSize,
} from '../primitives.ts';
import { table, type Cell } from '../table.ts';
import { colours } from '../theme.ts';
import type { Span } from '../typeset.ts';
import type { Result, View } from '../view.ts';
import { commonWords } from '../words/common.ts';
import { rankedWords, type RankedWords } from '../words/ranked.ts';
import { drawApproval, drawDots } from './rankedChoices.ts';
import { drawTiming } from './rankedTiming.ts';
import { movedSentence, rankedName } from './rankedRows.ts';

export function ranked(paper: Paper, view: View): void {
	if (view.results.length === 0) return;
	paper.newPage();
	const section = paper.tag(paper.root, 'Sect');
	const words = paper.say(rankedWords);
	const { aRound, byCriterion } = paper.say(commonWords);
	sectionHeading(paper, section, words.title);
	view.results.forEach((result, index) => {
		if (index > 0) nextResult(paper, result);
		if (view.results.length > 1)
			heading(paper, section, words.heading(result.round.title.trim() || aRound, byCriterion[result.criterion]));
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

interface RatingResult extends Result {
	tally: RoundTally;
}

function drawResult(paper: Paper, section: Tag, view: View, result: RatingResult): void {
	const { tally, round } = result;
	paragraph(paper, section, paper.say(rankedWords).rated([tally.turnout, round.peopleInRoom], tally.criterion), { style: 'quiet', after: 10 });
	const notes = notesOf(paper, view, result);
	drawRanking(paper, section, view, tally.cards, notes.height);
	drawNotes(paper, section, notes);
}

function drawRanking(paper: Paper, section: Tag, view: View, cards: readonly RankedCard[], notesHeight: number): void {
	// The column is worth its room only where somebody used the answer.
	const abstained = cards.some((card) => card.cannotSay > 0);
	const { columns: titles } = paper.say(rankedWords);
	const { columns: shared } = paper.say(commonWords);
	const fixed = 26 + 64 + 46 + 34 + 64 + 22 + (abstained ? 36 : 0);
	const columns = [
		{ title: '', spoken: shared.rank, width: 26 },
		{ title: shared.card, width: paper.width - fixed },
		{ title: titles.votes, width: 64 },
		{ title: shared.median, width: 46, align: 'center' as const },
		{ title: titles.iqr, width: 34, align: 'center' as const },
		{ title: titles.consensus, width: 64, align: 'center' as const },
		{ title: 'n', spoken: shared.n, width: 22, align: 'center' as const },
		...(abstained ? [{ title: shared.cannotSay, width: 36, align: 'center' as const }] : []),
	];
	const rows = cards.flatMap((card) => rowOf(paper, view, card, abstained) ?? []);
	table(paper, section, columns, rows, { rowHeight: 36, padding: 2.5, after: 14, follows: notesHeight });
}

function rowOf(paper: Paper, view: View, tally: RankedCard, abstained: boolean): [Cell[]] | null {
	const card = view.byId.get(tally.cardId);
	if (!card) return null;
	const name = rankedName(paper, card);
	const words = paper.say(rankedWords);
	const { votesAlt, speech } = paper.say(commonWords);
	const rest: Cell[] = [
		{ text: String(tally.n), style: 'small' },
		...(abstained ? [{ text: String(tally.cannotSay), style: 'small' as const }] : []),
	];
	if (tally.n === 0)
		return [[{ text: '–', style: 'rank' }, name, { text: words.columns.noVotes, style: 'small' }, {}, {}, {}, ...rest]];
	return [
		[
			{ text: String(tally.rank), style: 'rank' },
			name,
			{
				figure: {
					alt: votesAlt(tally.histogram),
					...histogramSize,
					draw: (x, y) => histogram(paper.doc, tally.histogram, tally.median, x, y),
				},
			},
			{
				figure: {
					alt: words.badgeAlt(tally.median!, tally.agreed!),
					width: badgeWidth(paper, tally.median!),
					height: badgeSize.height,
					draw: (x, y) => badge(paper, tally.median!, tally.agreed!, x, y),
				},
			},
			{ text: speech.figure(tally.iqr!) },
			{ text: speech.hundredths(tally.consensus!) },
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
	const [contested, reading] = [contestedSpans(paper.say(rankedWords), view, tally.cards), readingOf(paper.say(rankedWords), tally.w, since)];
	const lines = Math.max(paper.set(contested, 'note', width).length, paper.set(reading, 'note', width).length);
	return { contested, reading, width, height: 20 + lines * paper.theme.styles.note.leading };
}

/** Two columns below the table, kept together. */
function drawNotes(paper: Paper, section: Tag, { contested, reading, width, height }: ResultNotes): void {
	if (height < paper.bottom - paper.top) paper.need(height);
	const top = paper.y;
	column(paper, section, paper.say(rankedWords).contested, contested, { x: paper.left, width });
	const left = paper.y;
	// A long column has gone on to another page: the next one follows it.
	const beside = left > top;
	if (beside) paper.y = top;
	else paper.y += 14;
	column(
		paper,
		section,
		paper.say(rankedWords).howToRead,
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

function contestedSpans(words: RankedWords, view: View, cards: readonly RankedCard[]): Span[] {
	const contested = cards.filter((card) => card.agreed === false && view.byId.has(card.cardId));
	if (contested.length === 0) return [{ text: words.noneContested }];
	const spans = contested.slice(0, describedAtMost).flatMap((tally): Span[] => {
		const card = view.byId.get(tally.cardId)!;
		return [{ text: `${card.code} ${card.name}`, weight: 600, colour: colours.ink }, { text: ` ${spread(words, tally)} ` }];
	});
	const more = contested.length - describedAtMost;
	if (more > 0) spans.push({ text: `${words.moreContested(more)} ` });
	return [...spans, { text: words.openBox(contested.length) }];
}

/** How a contested card divides the room, from its histogram. */
export function spread(words: RankedWords, { histogram: [one, two, three, four, five], n }: Pick<CardTally, 'histogram' | 'n'>): string {
	const [low, high] = [one + two, four + five];
	if (low >= n / 3 && high >= n / 3 && three <= Math.min(low, high)) return words.splits(low, high);
	const values = [one, two, three, four, five];
	return words.wide(values.findIndex((votes) => votes > 0) + 1, values.findLastIndex((votes) => votes > 0) + 1);
}

function readingOf(words: RankedWords, w: RoundTally['w'], since: Result['since']): Span[] {
	const order = 'undefined' in w ? words.noOrder(w.why) : words.order(w);
	return [{ text: [words.reading, order, ...movedSentence(words, since), words.scoresNotUsed].join(' ') }];
}
