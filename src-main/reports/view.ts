/** What a report shows, worked out once from a workshop file: codes, dates, the room's results, where cards come from. */
import { cardCode, nextNumber } from '../../src-shared/domain/cardCode.ts';
import { atOfDate, horizonYears } from '../../src-shared/domain/horizon.ts';
import { answersOf } from '../../src-shared/domain/answers.ts';
import { revealedInOrder, roomResults, standingCriteria, type RoomResult, type TimingResult } from '../../src-shared/domain/roomResults.ts';
import { tallyBy, type AnyTally } from '../../src-shared/domain/roundTally.ts';
import { knownChange, stabilityOf, type Stability } from '../../src-shared/domain/stability.ts';
import type { RankedCard } from '../../src-shared/domain/tally.ts';
import { waysOf, type Ways } from '../../src-shared/domain/ways.ts';
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { Card, Cluster, Criterion, Influence, Note, Placement, Round, Scenario, Source, Workshop } from '../../src-shared/schemas/records.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { notesForRoom } from '../../src-shared/domain/structure.ts';
import type { ReportLanguage } from '../../src-shared/schemas/worlds.ts';
import { kindsInOrder } from './primitives.ts';
import { oneLine, shortened, type Notes } from './text.ts';
import { commonWords, type CommonWords } from './words/common.ts';
import { createWorldsView, type WorldsView } from './worldsView.ts';

export interface ReportCard {
	id: string;
	code: string;
	number: number;
	kind: Kind;
	name: string;
	card: Card;
	placement: Placement | null;
	/** Placed, and hidden on the canvas by the facilitator. */
	hidden: boolean;
	/** "2029 Q4"; null for a card that is not on the canvas. */
	date: string | null;
	lane: string | null;
	/** What the room thinks of its relevancy, from the latest revealed round. */
	vote: RankedCard | null;
	/** When the room sees it, from the latest revealed round that asked. */
	timing: TimingResult | null;
}

export interface Result {
	round: Round;
	criterion: Criterion;
	tally: AnyTally;
	/** How far the votes moved since the round before, where that is known. */
	since: { title: string; stability: Stability } | null;
}

export interface SourceUse {
	source: Source;
	cards: ReportCard[];
}

export interface View {
	workshop: Workshop;
	title: string;
	question: string;
	endYear: number;
	cards: ReportCard[];
	byId: ReadonlyMap<string, ReportCard>;
	/** On the canvas, by lane, then date. */
	placed: ReportCard[];
	/** What stands of each revealed round: a later one of its series that asked all of its cards again stands in for it. */
	results: Result[];
	revealed: Round[];
	/** Rounds whose results nobody may see yet. */
	hidden: Round[];
	scenarios: { scenario: Scenario; title: string; cards: ReportCard[] }[];
	sources: SourceUse[];
	/** Cards that come from no document. */
	handmade: ReportCard[];
	/** Neither placed nor voted on. */
	apart: number;
	/** When the first round was opened, else when the workshop was begun. */
	held: { is: 'held' | 'begun'; iso: string };
	/** The day of the workshop as a time on the canvas; null when it lies outside the ten years. */
	now: number | null;
	peopleInRoom: number | null;
	/** The largest turnout of the revealed rounds. */
	voted: number;
	/** By revealed round, how many people came each way. */
	ways: ReadonlyMap<string, Ways>;
	/** What stands on the canvas beside the cards; notes to self are not among it. */
	clusters: Cluster[];
	influences: Influence[];
	canvasNotes: Note[];
	worlds: WorldsView;
}

export function createView(file: WorkshopFile, notes: Notes, language: ReportLanguage): View {
	const { workshop } = file;
	const words = commonWords[language];
	const revealed = revealedInOrder(file.rounds);
	const results = resultsOf(revealed, file);
	const room = roomResults(file.rounds, file.ballots);
	const cards = reportCards(file, { results, room }, notes, words);
	const byId = new Map(cards.map((card) => [card.id, card]));
	noteMissing(file, byId, notes);
	const voted = new Set(results.flatMap(({ round, criterion }) => answered(round, file, criterion)));
	const held = heldOn(file);
	const scenarios = scenariosOf(file, byId, notes, words);
	return {
		workshop,
		title: oneLine(workshop.title) || words.untitledWorkshop,
		question: oneLine(workshop.question),
		endYear: workshop.baseYear + horizonYears,
		cards,
		byId,
		placed: inOrder(
			cards.filter((card) => card.placement),
			workshop,
		),
		results,
		revealed,
		hidden: file.rounds.filter((round) => round.state === 'open' || round.state === 'closed'),
		scenarios,
		worlds: createWorldsView(file, { room, byId, scenarios }),
		sources: file.sources.map((source) => ({
			source,
			cards: cards
				.filter((card) => card.card.sourceId === source.id)
				.sort((a, b) => (a.card.line ?? 0) - (b.card.line ?? 0)),
		})),
		handmade: cards.filter((card) => card.card.sourceId === null),
		apart: cards.filter((card) => !card.placement && !voted.has(card.id)).length,
		held,
		now: nowOn(workshop, held.iso),
		peopleInRoom: revealed.reduce<number | null>(
			(most, round) => (round.peopleInRoom === null ? most : Math.max(most ?? 0, round.peopleInRoom)),
			null,
		),
		voted: Math.max(0, ...results.map(({ tally }) => tally.turnout)),
		ways: new Map(revealed.map((round) => [round.id, waysOf(round, file.ballots)])),
		clusters: file.clusters,
		influences: file.influences.filter(({ fromId, toId }) => byId.has(fromId) && byId.has(toId)),
		canvasNotes: notesForRoom(file.notes).filter(({ text }) => text.trim() !== ''),
	};
}

const scenariosOf = (file: WorkshopFile, byId: ReadonlyMap<string, ReportCard>, notes: Notes, words: CommonWords): View['scenarios'] =>
	[...file.scenarios]
		.sort((a, b) => a.order - b.order)
		.map((scenario) => ({
			scenario,
			cards: scenario.cardIds.flatMap((id) => byId.get(id) ?? []),
			title: cut(scenario.title, longestTitle, 'The title of a scenario', notes) || words.untitledScenario,
		}));

/** @param revealed from the earliest. */
function resultsOf(revealed: readonly Round[], file: WorkshopFile): Result[] {
	return revealed.flatMap((round) => {
		const own = file.ballots.filter(({ roundId }) => roundId === round.id);
		const known = knownChange(round, revealed, file.ballots);
		return standingCriteria(round, revealed).map((criterion): Result => {
			const stability = known && !('undefined' in known.change) ? stabilityOf(known.change, criterion) : null;
			return { round, criterion, tally: tallyBy(round, own, criterion, file.workshop.baseYear), since: stability && { title: known!.earlier.title, stability } };
		});
	});
}

const answered = (round: Round, { ballots }: WorkshopFile, criterion: Criterion): string[] =>
	[...answersOf(round, ballots, criterion)].flatMap(([cardId, byVoter]) => (byVoter.size > 0 ? [cardId] : []));

/** A name longer than this is a damaged record; tables of names would run over hundreds of pages. */
const longestName = 300;
const longestTitle = 200;

interface Known {
	results: readonly Result[];
	room: ReadonlyMap<string, RoomResult>;
}

function reportCards(file: WorkshopFile, { results, room }: Known, notes: Notes, words: CommonWords): ReportCard[] {
	const cardsById = new Map(file.cards.map((card) => [card.id, card]));
	const numbered = file.workshopCards.flatMap((use) => {
		const card = cardsById.get(use.cardId);
		return card ? [{ card, kind: card.kind, number: use.number, placement: use.placement, hidden: use.hidden === true }] : [];
	});
	const used = new Set(numbered.map(({ card }) => card.id));
	for (const id of new Set([
		...file.rounds.flatMap((round) => round.cardIds),
		...file.scenarios.flatMap((scenario) => scenario.cardIds),
	])) {
		const card = cardsById.get(id);
		if (card && !used.has(id))
			numbered.push({ card, kind: card.kind, number: nextNumber(card.kind, numbered), placement: null, hidden: false });
	}
	const votes = votesByCard(results);
	const lanes = new Map(file.workshop.lanes.map((lane) => [lane.id, shortened(lane.name, 120) || words.unnamedLane]));
	const firstLane = lanes.get(file.workshop.lanes[0]!.id)!;
	const kindOrder = (kind: Kind) => kindsInOrder.indexOf(kind);
	return numbered
		.map(({ card, kind, number, placement, hidden }): ReportCard => ({
			id: card.id,
			code: cardCode(kind, number),
			number,
			kind,
			card,
			placement,
			hidden,
			name:
				cut(card.name, longestName, `The name of ${cardCode(kind, number)}`, notes) ||
				shortened(card.description ?? '', longestName) ||
				words.unnamedCard,
			date: placement && words.speech.quarter(file.workshop.baseYear, placement.at),
			lane: placement && (lanes.get(placement.laneId) ?? firstLane),
			vote: votes.get(card.id) ?? null,
			timing: room.get(card.id)?.timing ?? null,
		}))
		.sort((a, b) => kindOrder(a.kind) - kindOrder(b.kind) || a.number - b.number);
}

function cut(text: string, most: number, what: string, notes: Notes): string {
	const line = oneLine(text);
	if (line.length > most) notes.add(`${what} has ${line.length} characters; the report prints the first ${most}.`);
	return shortened(line, most);
}

function votesByCard(results: readonly Result[]): Map<string, RankedCard> {
	const votes = new Map<string, RankedCard>();
	for (const { criterion, tally } of results) {
		if (criterion !== 'relevancy') continue;
		for (const card of tally.cards) if ('histogram' in card && card.n > 0) votes.set(card.cardId, card);
	}
	return votes;
}

function inOrder(placed: readonly ReportCard[], workshop: Workshop): ReportCard[] {
	const lane = (card: ReportCard) =>
		Math.max(
			0,
			workshop.lanes.findIndex(({ id }) => id === card.placement!.laneId),
		);
	return [...placed].sort(
		(a, b) =>
			lane(a) - lane(b) || a.placement!.at - b.placement!.at || a.code.localeCompare(b.code, 'en', { numeric: true }),
	);
}

function noteMissing(file: WorkshopFile, byId: ReadonlyMap<string, ReportCard>, notes: Notes): void {
	const named = [
		...file.workshopCards.map((use) => use.cardId),
		...file.rounds.flatMap((round) => round.cardIds),
		...file.scenarios.flatMap((scenario) => scenario.cardIds),
	];
	const missing = new Set(named.filter((id) => !byId.has(id))).size;
	if (missing > 0)
		notes.add(
			`The workshop names ${missing === 1 ? '1 card' : `${missing} cards`} that its file does not hold; the report leaves ${missing === 1 ? 'it' : 'them'} out.`,
		);
}

function heldOn(file: WorkshopFile): View['held'] {
	const opened = file.rounds.flatMap((round) => round.openedAt ?? []).sort()[0];
	return opened ? { is: 'held', iso: opened } : { is: 'begun', iso: file.workshop.createdAt };
}

function nowOn(workshop: Workshop, iso: string): number | null {
	const date = new Date(iso);
	const years = date.getFullYear() - workshop.baseYear;
	return years >= 0 && years < horizonYears ? atOfDate(workshop.baseYear, date) : null;
}
