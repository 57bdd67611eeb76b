/**
 * What a room may see of a workshop, read from the working record for a screen that shows nothing else: placed cards that
 * are not hidden, by name only, what people drew between them, and what revealed rounds said. Votes of other rounds are never
 * read, and notes to self and what belongs to hidden cards are left behind as soon as they are: this window never holds them.
 */
import { cardCode } from '../../src-shared/domain/cardCode.ts';
import { roomResults, type RoomResult } from '../../src-shared/domain/roomResults.ts';
import { notesForRoom } from '../../src-shared/domain/structure.ts';
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { Cluster, Horizon, Influence, Note, Overlay, Placement, Round, Workshop } from '../../src-shared/schemas/records.ts';
import type { Database } from './database.ts';
import { channelName, type ChangeMessage } from './storing.ts';

export interface RoomCard {
	id: string;
	kind: Kind;
	code: string;
	name: string;
	placement: Placement;
	/** Of the three horizons the one that people gave it. */
	horizon?: Horizon;
}

export type RoomCluster = Pick<Cluster, 'id' | 'name' | 'cardIds'>;
export type RoomInfluence = Pick<Influence, 'id' | 'fromId' | 'toId' | 'strength'>;
export type RoomNote = Pick<Note, 'id' | 'text' | 'at' | 'laneId' | 'height'>;

/** What stands on the canvas beside the cards, as far as it is about cards that the room sees. */
export interface RoomStructure {
	clusters: readonly RoomCluster[];
	influences: readonly RoomInfluence[];
	notes: readonly RoomNote[];
	overlays: readonly Overlay[];
}

/** Turnout is no result: the room sees it while the round is open. */
export interface OpenVote {
	title: string;
	voted: number;
	/** null where nobody counted. */
	people: number | null;
}

export interface RoomCanvas {
	workshop: Pick<Workshop, 'id' | 'title' | 'question' | 'baseYear' | 'lanes' | 'heightMeans'>;
	cards: readonly RoomCard[];
	structure: RoomStructure;
	results: ReadonlyMap<string, RoomResult>;
	vote: OpenVote | null;
}

/** @returns null where there is no such workshop. */
export function readRoomCanvas(database: Database, workshopId: string): Promise<RoomCanvas | null> {
	const { workshops, workshopCards, cards, rounds, ballots, clusters, influences, notes } = database;
	return database.transaction('r', [workshops, workshopCards, cards, rounds, ballots, clusters, influences, notes], async () => {
		const workshop = await workshops.get(workshopId);
		if (!workshop) return null;
		const [uses, ofWorkshop] = await Promise.all([workshopCards.where({ workshopId }).toArray(), rounds.where({ workshopId }).toArray()]);
		const shown = uses.filter((use) => use.placement && !use.hidden);
		const found = await cards.bulkGet(shown.map(({ cardId }) => cardId));
		const revealed = ofWorkshop.filter(({ state }) => state === 'revealed');
		const votes = await ballots.where('roundId').anyOf(revealed.map(({ id }) => id)).toArray();
		const open = ofWorkshop.find(({ state }) => state === 'open');
		const { id, title, question, baseYear, lanes, heightMeans } = workshop;
		return {
			workshop: { id, title, question, baseYear, lanes, ...(heightMeans && { heightMeans }) },
			cards: shown.flatMap(({ number, placement, horizon }, index): RoomCard[] => {
				const card = found[index];
				return card && placement ? [{ id: card.id, kind: card.kind, code: cardCode(card.kind, number), name: card.name, placement, ...(horizon && { horizon }) }] : [];
			}),
			structure: await structureOf(database, workshop, new Set(shown.map(({ cardId }) => cardId))),
			results: roomResults(revealed, votes),
			vote: open ? await voteOf(database, open) : null,
		};
	});
}

async function structureOf({ clusters, influences, notes }: Database, { id: workshopId, overlays }: Workshop, seen: ReadonlySet<string>): Promise<RoomStructure> {
	const [ofCards, between, written] = await Promise.all([clusters.where({ workshopId }).toArray(), influences.where({ workshopId }).toArray(), notes.where({ workshopId }).toArray()]);
	return {
		// Without a card in sight there would be a name and nothing that it names.
		clusters: ofCards.map(({ id, name, cardIds }) => ({ id, name, cardIds: cardIds.filter((cardId) => seen.has(cardId)) })).filter(({ cardIds }) => cardIds.length > 0),
		influences: between.filter(({ fromId, toId }) => seen.has(fromId) && seen.has(toId)).map(({ id, fromId, toId, strength }) => ({ id, fromId, toId, strength })),
		notes: notesForRoom(written).map(({ id, text, at, laneId, height }) => ({ id, text, at, laneId, height })),
		overlays: overlays ?? [],
	};
}

/** Of the ballots only their keys are read, which say who cast something and not what. */
async function voteOf({ ballots }: Database, { id, title, peopleInRoom }: Round): Promise<OpenVote> {
	const keys = await ballots.where('roundId').equals(id).primaryKeys();
	return { title, voted: new Set(keys.map((key) => key.slice(id.length + 1).split('/')[0])).size, people: peopleInRoom };
}

const shownTables = new Set(['workshops', 'workshopCards', 'cards', 'rounds', 'ballots', 'clusters', 'influences', 'notes']);

/** Told whenever any window has stored something that a room may see. @returns what ends that. */
export function followChanges(database: { name: string }, changed: () => void): () => void {
	const channel = new BroadcastChannel(channelName(database));
	channel.onmessage = ({ data }: MessageEvent<ChangeMessage>) => {
		if (data.changes.some(({ table }) => shownTables.has(table))) changed();
	};
	return () => channel.close();
}
