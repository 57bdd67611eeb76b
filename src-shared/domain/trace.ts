/**
 * From what a report says back to what it rests on: a card, the room's votes on it, where it stands on the canvas, and the
 * line of the document that it came from. Rounds that are not revealed are not even looked at.
 */
import type { Kind } from '../schemas/document.ts';
import type { Ballot, Card, Criterion, Round } from '../schemas/records.ts';
import { criteria } from '../schemas/names.ts';
import type { WorkshopFile } from '../schemas/workshopFile.ts';
import { cardCode } from './cardCode.ts';
import { dateLabel } from './horizon.ts';
import { fewestReasons, hasReason, reasonCount } from './reasons.ts';
import { revealedInOrder } from './roomResults.ts';
import { tallyBy, type AnyCardTally, type AnyTally } from './roundTally.ts';
import { isScale } from './tally.ts';
import type { Year } from './timing.ts';

/** What a trace is read from: a workshop file as it is, or the same records from elsewhere. */
export type TraceRecords = Pick<WorkshopFile, 'workshop' | 'sources' | 'texts' | 'cards' | 'workshopCards' | 'rounds' | 'ballots'>;

/** What the room said of a card by one criterion, in the latest revealed round in which anyone answered it. */
export interface TracedVote {
	criterion: Criterion;
	roundId: string;
	roundTitle: string;
	/** Votes on the card; for dots the people who gave it any. "I can't say" is not among them. */
	n: number;
	/** 1 to 5, or for timing a year of the horizon; null for dots and yes or no. */
	median: Year | null;
	/** Q3 − Q1 in points, or for timing in years (Infinity where only the one is "later"). */
	iqr: number | null;
	/** The middle half lies within one point; null for other criteria. */
	agreed: boolean | null;
	/** Dots that it got. */
	dots: number | null;
	/** Of those who decided, who said yes: 0 to 1. */
	share: number | null;
	/** Its place in the round's order, from 1, which equal cards share, among how many that have votes. */
	rank: number | null;
	of: number;
	/** How many reasons people gave for the card in that round; null where the round has too few for any to be told of. */
	reasons: number | null;
}

export interface TracedSource {
	id: string;
	title: string;
	/** The document's file without its folder: "000_2c25f604f7c48393.txt". */
	file: string;
	/** From 1 in the decoded text; null where it is not known. */
	line: number | null;
	/** What that line says, without its marks; null where the text is not at hand. */
	quote: string | null;
}

export interface CardTrace {
	cardId: string;
	kind: Kind;
	name: string;
	/** S1, C4; null for a card that the workshop does not use. */
	code: string | null;
	/** By criterion, in the order in which they are offered; empty before anything is revealed. */
	votes: TracedVote[];
	/** Where it stands on the canvas, its date as a quarter; null for a card that is not there. */
	place: { at: number; date: string; lane: string; hidden: boolean } | null;
	/** Null for a card made by hand. */
	source: TracedSource | null;
	/** The passage that a clipped card was made from. */
	passage: string | null;
	/** Names of the places in a document that this card, and its line of its source, can be linked to by. */
	link: string;
	sourceLink: string | null;
}

/** The name of a card's place in a printed document; ids have signs that names of places cannot have. */
export const cardLink = (cardId: string): string => `card-${safe(cardId)}`;
export const sourceLink = (sourceId: string): string => `source-${safe(sourceId)}`;
/** @param place the passage's, from 0, among the world's (passages.ts). */
export const passageLink = (scenarioId: string, place: number): string => `world-${safe(scenarioId)}-${place + 1}`;

const safe = (id: string): string => id.replace(/[^A-Za-z0-9]/gu, (sign) => `_${sign.codePointAt(0)!.toString(16)}_`);

/**
 * Traces of many cards of a file, whose rounds are counted once.
 * @returns null for an id that is no card of the file.
 */
export function tracesOf(file: TraceRecords): (cardId: string) => CardTrace | null {
	const cards = new Map(file.cards.map((card) => [card.id, card]));
	const uses = new Map(file.workshopCards.map((use) => [use.cardId, use]));
	const sources = new Map(file.sources.map((source) => [source.id, source]));
	const texts = new Map(file.texts.map(({ id, text }) => [id, text]));
	const votesOf = votes(file);
	const { baseYear, lanes } = file.workshop;
	return (cardId) => {
		const card = cards.get(cardId);
		if (!card) return null;
		const use = uses.get(cardId);
		const source = card.sourceId === null ? undefined : sources.get(card.sourceId);
		const lane = lanes.find(({ id }) => id === use?.placement?.laneId);
		return {
			cardId, kind: card.kind, name: card.name, passage: card.passage,
			code: use ? cardCode(card.kind, use.number) : null,
			votes: votesOf(cardId),
			place: use?.placement ? { at: use.placement.at, date: dateLabel(baseYear, use.placement.at), lane: lane?.name ?? '', hidden: use.hidden === true } : null,
			source: source ? { id: source.id, title: source.title, file: lastPart(source.file), line: card.line, quote: quoteOf(card, texts.get(source.id)) } : null,
			link: cardLink(cardId),
			sourceLink: source ? sourceLink(source.id) : null,
		};
	};
}

/** As tracesOf, for a single card. */
export const traceOfCard = (file: TraceRecords, cardId: string): CardTrace | null => tracesOf(file)(cardId);

const lastPart = (path: string): string => path.split(/[/\\]/).at(-1) || path;

/** @param text the whole text of the card's source. */
export function quoteOf({ line }: Pick<Card, 'line'>, text: string | undefined): string | null {
	if (line === null || text === undefined) return null;
	const words = (text.split(/\r\n|\r|\n/)[line - 1] ?? '').trim();
	const cells = words.startsWith('|') ? words.split(/(?<!\\)\|/).map((cell) => cell.trim()).filter((cell) => /\p{L}/u.test(cell) && !/^https?:\/\/\S+$/.test(cell)) : [words];
	const bare = cells.join(' · ').replace(/\*\*|__|`/g, '').replace(/^(#{1,6}|[-*+>]|\d+\.)\s+/, '');
	return bare === '' ? null : bare;
}

function votes({ rounds, ballots, workshop }: TraceRecords): (cardId: string) => TracedVote[] {
	const latest = revealedInOrder(rounds).reverse();
	const byRound = new Map<string, Ballot[]>();
	for (const ballot of ballots) byRound.set(ballot.roundId, byRound.get(ballot.roundId) ?? []).get(ballot.roundId)!.push(ballot);
	const tallies = new Map<string, AnyTally>();
	const tallyOf = (round: Round, criterion: Criterion): AnyTally => {
		const key = `${criterion} ${round.id}`;
		const tally = tallies.get(key) ?? tallyBy(round, byRound.get(round.id) ?? [], criterion, workshop.baseYear);
		tallies.set(key, tally);
		return tally;
	};
	const asked = criteria.map((criterion) => latest.filter((round) => round.criteria.includes(criterion)));
	return (cardId) =>
		criteria.flatMap((criterion, index) => {
			for (const round of asked[index]!) {
				if (!round.cardIds.includes(cardId)) continue;
				const cards: readonly AnyCardTally[] = tallyOf(round, criterion).cards;
				const card = cards.find((one) => one.cardId === cardId);
				if (card && votesOn(card) > 0) return [voteOf(criterion, round, card, cards.filter((one) => one.rank !== null).length, byRound.get(round.id) ?? [])];
			}
			return [];
		});
}

const votesOn = (card: AnyCardTally): number => ('dots' in card ? card.voters : card.n);

function voteOf(criterion: Criterion, round: Round, card: AnyCardTally, of: number, ballots: readonly Ballot[]): TracedVote {
	const given = new Set(ballots.filter((ballot) => ballot.cardId === card.cardId && hasReason(ballot)).map(({ participant, reason }) => `${participant} ${reason!.trim()}`));
	return {
		criterion, roundId: round.id, roundTitle: round.title, n: votesOn(card),
		median: 'median' in card ? card.median : null,
		iqr: 'iqr' in card ? card.iqr : 'spread' in card ? card.spread : null,
		agreed: 'agreed' in card ? card.agreed : null,
		dots: 'dots' in card ? card.dots : null,
		share: 'yes' in card ? card.share : null,
		rank: card.rank, of,
		reasons: reasonCount(round, ballots) < fewestReasons ? null : given.size,
	};
}

/** How a trace is put in a line of words. */
export interface TraceWords {
	ranked: (rank: number, of: number) => string;
	median: (median: number, n: number) => string;
	notVoted: string;
	line: (file: string, line: number | null) => string;
	byHand: string;
}

const english: TraceWords = {
	ranked: (rank, of) => `ranked ${rank} of ${of}`,
	median: (median, n) => `median ${median} (n ${n})`,
	notVoted: 'not voted on',
	line: (file, line) => (line === null ? file : `${file} line ${line}`),
	byHand: 'made by hand',
};

/** The vote that says most of a card at once: by a scale, relevancy before the others. */
export const mainVote = ({ votes }: Pick<CardTrace, 'votes'>): TracedVote | undefined => votes.find(({ criterion }) => isScale(criterion));

/** "S2 · ranked 3 of 24, median 4 (n 34) · 000_2c25f604f7c48393.txt line 27" */
export function traceLine(trace: CardTrace, words: TraceWords = english): string {
	const vote = mainVote(trace);
	const said = vote && typeof vote.median === 'number' ? [...(vote.rank === null ? [] : [words.ranked(vote.rank, vote.of)]), words.median(vote.median, vote.n)].join(', ') : words.notVoted;
	return [trace.code ?? trace.name, said, trace.source ? words.line(trace.source.file, trace.source.line) : words.byHand].join(' · ');
}
