/** The rows of the tables of influences and of notes: what stands in each column and how it is sorted. */
import { dateLabel } from '../../../src-shared/domain/horizon.ts';
import { influenceBetween } from '../../../src-shared/domain/structure.ts';
import { kinds } from '../../../src-shared/schemas/names.ts';
import type { Influence, Lane, Note } from '../../../src-shared/schemas/records.ts';
import type { CardRow } from './cardRows.ts';
import type { ColumnOf } from './columns.ts';
import type { Key } from './sorting.ts';

export interface InfluenceRow {
	id: string;
	from: CardRow;
	to: CardRow;
	strength: number;
	/** There is one the other way too. */
	isBothWays: boolean;
}

export const influenceColumns = [
	{ id: 'from', name: 'From', width: 190, takesRest: true, isHead: true },
	{ id: 'verb', name: 'What it does', width: 120 },
	{ id: 'strength', name: 'Strength', title: 'From −3, inhibits strongly, to +3, reinforces strongly', width: 86, changes: 'field' },
	{ id: 'to', name: 'To', width: 190, takesRest: true, isHead: true },
	{ id: 'turn', name: 'Turn', title: 'Turn it round', width: 58, changes: 'mark' },
] as const satisfies readonly ColumnOf<string>[];
export type InfluenceColumn = (typeof influenceColumns)[number]['id'];

/** In the order of the cards they come from, then of those they go to. @param cards of the table of cards, in its own order: an influence is shown where both stand on the canvas. */
export function influenceRows(influences: readonly Influence[], cards: readonly CardRow[]): InfluenceRow[] {
	if (influences.length === 0) return [];
	const places = new Map(cards.map((card, at) => [card.id, { card, at }]));
	return influences
		.flatMap((influence) => {
			const [from, to] = [places.get(influence.fromId), places.get(influence.toId)];
			return from && to ? [{ influence, from, to }] : [];
		})
		.sort((a, b) => a.from.at - b.from.at || a.to.at - b.to.at)
		.map(({ influence: { id, fromId, toId, strength }, from, to }) => ({ id, strength, from: from.card, to: to.card, isBothWays: influenceBetween(influences, toId, fromId) !== undefined }));
}

const codeKey = ({ kind, number }: CardRow): number => kinds.indexOf(kind) * 1e6 + number;

export const influenceKeys: Record<InfluenceColumn, (row: InfluenceRow) => Key> = {
	from: ({ from }) => codeKey(from),
	verb: ({ strength }) => -Math.sign(strength),
	strength: ({ strength }) => strength,
	to: ({ to }) => codeKey(to),
	turn: ({ isBothWays }) => Number(isBothWays),
};

export interface NoteRow {
	id: string;
	note: Note;
	lane: Lane;
	/** Place of the lane from the top. */
	laneAt: number;
	/** "2029 Q4". */
	date: string;
	isToSelf: boolean;
}

export const noteColumns = [
	{ id: 'text', name: 'Note', width: 200, takesRest: true, isHead: true, changes: 'field' },
	{ id: 'lane', name: 'Lane', width: 142, changes: 'field' },
	{ id: 'date', name: 'Date', width: 96, changes: 'field' },
	{ id: 'self', name: 'To self', title: 'A note to self is on none of the room’s screens', width: 76, changes: 'mark' },
] as const satisfies readonly ColumnOf<string>[];
export type NoteColumn = (typeof noteColumns)[number]['id'];

/** As the canvas is read: lane by lane, each in the order of time, those of one date from the top. A note whose lane is gone stands in the first. */
export function noteRows(notes: readonly Note[], lanes: readonly Lane[], baseYear: number): NoteRow[] {
	const places = new Map(lanes.map(({ id }, at) => [id, at]));
	const rows = notes.flatMap((note): NoteRow[] => {
		const laneAt = places.get(note.laneId) ?? 0;
		const lane = lanes[laneAt];
		return lane ? [{ id: note.id, note, lane, laneAt, date: dateLabel(baseYear, note.at), isToSelf: note.toSelf === true }] : [];
	});
	return rows.sort((a, b) => a.laneAt - b.laneAt || a.note.at - b.note.at || a.note.height - b.note.height);
}

export const noteKeys: Record<NoteColumn, (row: NoteRow) => Key> = {
	text: ({ note }) => note.text,
	lane: ({ laneAt }) => laneAt,
	date: ({ note }) => note.at,
	self: ({ isToSelf }) => Number(!isToSelf),
};
