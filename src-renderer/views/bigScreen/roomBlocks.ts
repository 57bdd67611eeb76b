/**
 * What stands among the cards of a projected lane: the part of a cluster that is there, as a block in whose rows nothing else
 * may stand, with its name in it; and notes. A frame round such a block holds its own cards and no others.
 */
import type { Setter } from '../../../src-shared/domain/picture/shapes.ts';
import type { RoomCluster, RoomNote } from '../../db/roomCanvas.ts';
import { pack, type Span } from './pack.ts';

export const structured = {
	/** Between a frame and what is in it. */
	inset: 8,
	/** More between rows where there are frames or notes. */
	air: 12,
	leading: 29,
	nameWidth: 210, longNameWidth: 340, namePad: 12,
	noteWidths: [230, 330, 440], notePad: 12,
	gap: 16,
} as const;

/** In rows of the block. */
export interface FrameName {
	row: number;
	left: number;
	width: number;
	lines: readonly string[];
}

export interface Block {
	cluster: RoomCluster;
	span: Span & { rows: number };
	/** Of its cards, from its first. */
	rows: ReadonlyMap<string, number>;
	name: FrameName;
}

export interface Bounds {
	left: number;
	right: number;
}

/** @param lines there is room for in a row. */
export function blockOf(cluster: RoomCluster, spans: readonly Span[], gap: number, lines: number, bounds: Bounds, setter: Setter): Block | null {
	const { rows, count } = pack(spans, gap);
	const name = nameIn(cluster.name, spans, rows, count, lines, bounds, setter);
	if (!name) return null;
	const left = Math.min(name.left, ...spans.map((span) => span.left)) - structured.inset;
	const right = Math.max(name.left + name.width, ...spans.map((span) => span.right)) + structured.inset;
	const wish = Math.min(...spans.map((span) => span.wish));
	return { cluster, rows, name, span: { id: `cluster ${cluster.id}`, left, right, wish, rows: Math.max(count, name.row + 1) } };
}

/** Where the name makes the block grow the least: before or after the cards of a row, or below them all. */
function nameIn(text: string, spans: readonly Span[], rows: ReadonlyMap<string, number>, count: number, most: number, { left: first, right: last }: Bounds, setter: Setter): FrameName | null {
	const lines = setter.lines(text, 'roomLane', most > 1 ? structured.nameWidth : structured.longNameWidth, most);
	const width = Math.max(0, ...lines.map((one) => setter.width(one, 'roomLane'))) + 2 * structured.namePad;
	const hull = { left: Math.min(...spans.map((span) => span.left)), right: Math.max(...spans.map((span) => span.right)) };
	const inRows = Array.from({ length: count }, (_, row) => {
		const own = spans.filter(({ id }) => rows.get(id) === row);
		return [{ row, left: Math.min(...own.map((span) => span.left)) - structured.gap - width }, { row, left: Math.max(...own.map((span) => span.right)) + structured.gap }];
	}).flat();
	const below = { row: count, left: Math.min(hull.left, last - width - structured.inset) };
	const cost = ({ row, left }: { row: number; left: number }) => {
		const growth = Math.max(0, hull.left - left) + Math.max(0, left + width - hull.right);
		return growth + row * 14 + (left > hull.left ? 8 : 0) + (row === count ? 500 : 0);
	};
	const fits = [...inRows, below].filter(({ left }) => left - structured.inset >= first && left + width + structured.inset <= last);
	const [best] = fits.sort((a, b) => cost(a) - cost(b));
	return best ? { ...best, width, lines } : null;
}

export interface FormedNote {
	note: RoomNote;
	/** Where its date is; its paper begins or ends there. */
	x: number;
	span: Span;
	lines: readonly string[];
}

/** As wide as two lines of it need. It stands where cards leave it room. */
export function noteOf(note: RoomNote, x: number, { right: last }: Bounds, setter: Setter): FormedNote {
	const ways = structured.noteWidths.map((width) => setter.lines(note.text, 'roomSmall', width, 2));
	const lines = ways.find((way) => !way.at(-1)?.endsWith('…')) ?? ways.at(-1)!;
	const width = Math.max(40, ...lines.map((one) => setter.width(one, 'roomSmall'))) + 2 * structured.notePad + 8;
	const left = x + width > last ? x - width : x;
	return { note, x, lines, span: { id: `note ${note.id}`, left, right: left + width, wish: Infinity } };
}
