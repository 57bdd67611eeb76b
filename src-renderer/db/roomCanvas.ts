/**
 * What a room may see of a workshop, read from the working record for a screen that shows nothing else: placed cards that
 * are not hidden, by name only, and what revealed rounds said. Votes of other rounds are never read, let alone held.
 */
import { cardCode } from '../../src-shared/domain/cardCode.ts';
import { roomResults, type RoomResult } from '../../src-shared/domain/roomResults.ts';
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { Placement, Round, Workshop } from '../../src-shared/schemas/records.ts';
import type { Database } from './database.ts';
import { channelName, type ChangeMessage } from './storing.ts';

export interface RoomCard {
	id: string;
	kind: Kind;
	code: string;
	name: string;
	placement: Placement;
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
	results: ReadonlyMap<string, RoomResult>;
	vote: OpenVote | null;
}

/** @returns null where there is no such workshop. */
export function readRoomCanvas(database: Database, workshopId: string): Promise<RoomCanvas | null> {
	const { workshops, workshopCards, cards, rounds, ballots } = database;
	return database.transaction('r', [workshops, workshopCards, cards, rounds, ballots], async () => {
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
			cards: shown.flatMap(({ number, placement }, index): RoomCard[] => {
				const card = found[index];
				return card && placement ? [{ id: card.id, kind: card.kind, code: cardCode(card.kind, number), name: card.name, placement }] : [];
			}),
			results: roomResults(revealed, votes),
			vote: open ? await voteOf(database, open) : null,
		};
	});
}

/** Of the ballots only their keys are read, which say who cast something and not what. */
async function voteOf({ ballots }: Database, { id, title, peopleInRoom }: Round): Promise<OpenVote> {
	const keys = await ballots.where('roundId').equals(id).primaryKeys();
	return { title, voted: new Set(keys.map((key) => key.slice(id.length + 1).split('/')[0])).size, people: peopleInRoom };
}

const shownTables = new Set(['workshops', 'workshopCards', 'cards', 'rounds', 'ballots']);

/** Told whenever any window has stored something that a room may see. @returns what ends that. */
export function followChanges(database: { name: string }, changed: () => void): () => void {
	const channel = new BroadcastChannel(channelName(database));
	channel.onmessage = ({ data }: MessageEvent<ChangeMessage>) => {
		if (data.changes.some(({ table }) => shownTables.has(table))) changed();
	};
	return () => channel.close();
}
