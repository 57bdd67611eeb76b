/**
 * How much of each card a projected canvas has room for. Text stays as large as the back row needs, so it is cards that give:
 * first names, then codes; at last signs are piled and counted. None is left out.
 */
import type { Setter } from '../../../src-shared/domain/picture/shapes.ts';
import type { RoomCard } from '../../db/roomCanvas.ts';
import { pack, type Packed, type Span } from './pack.ts';

export type Form = 'named' | 'coded' | 'bead';

/** In a picture 900 high. */
export const room = { glyph: 36, smallGlyph: 28, nameLeading: 29, nameWidth: 250, badge: 34, gap: 9, between: 16, codeHeight: 36, beadPitch: 32, whisker: 12, pad: 8, leastLane: 66 } as const;

export interface FormedCard {
	card: RoomCard;
	form: Form;
	/** Lines of the name. */
	lines: readonly string[];
	/** Where its date is. */
	x: number;
	left: number;
	right: number;
	flipped: boolean;
}

export interface FormedLane {
	cards: FormedCard[];
	named: Packed;
	/** Rows below those with names. */
	small: Packed;
	/** Of one row of each. */
	namedPitch: number;
	smallPitch: number;
	height: number;
}

interface Lane {
	cards: readonly RoomCard[];
}

export interface Forming {
	lanes: readonly Lane[];
	x: (at: number) => number;
	/** Where the picture ends. */
	right: number;
	/** For all lanes together. */
	height: number;
	voted: (id: string) => boolean;
	/** What people are to look at. */
	shown: (id: string) => boolean;
	hasWhisker: (id: string) => boolean;
}

export function formed(forming: Forming, setter: Setter): FormedLane[] {
	const { voted, shown, height } = forming;
	const anyVoted = forming.lanes.some(({ cards }) => cards.some(({ id }) => voted(id)));
	const isFirst = (id: string) => voted(id) || shown(id);
	const ways: ((id: string) => Form)[] = [
		() => 'named',
		...(anyVoted ? [(id: string): Form => (isFirst(id) ? 'named' : 'coded'), (id: string): Form => (isFirst(id) ? 'named' : 'bead')] : []),
		(id) => (shown(id) ? 'named' : 'coded'),
		(id) => (shown(id) ? 'named' : voted(id) ? 'coded' : 'bead'),
		(id) => (shown(id) ? 'named' : 'bead'),
	];
	let lanes: FormedLane[] = [];
	for (const way of ways) {
		lanes = forming.lanes.map((lane) => formedLane(lane, way, forming, setter, Infinity));
		if (sum(lanes) <= height) return stretched(lanes, height);
	}
	return stretched(piled(forming, ways.at(-1)!, setter, lanes), height);
}

const sum = (lanes: readonly FormedLane[]): number => lanes.reduce((total, lane) => total + lane.height, 0);

/** Lanes share what is left over. */
function stretched(lanes: readonly FormedLane[], height: number): FormedLane[] {
	const more = Math.max(0, height - sum(lanes)) / Math.max(1, lanes.length);
	return lanes.map((lane) => ({ ...lane, height: lane.height + more }));
}

/** The highest lanes give rows until all fit. */
function piled(forming: Forming, way: (id: string) => Form, setter: Setter, lanes: readonly FormedLane[]): FormedLane[] {
	let [level, rest, sharers] = [forming.height, forming.height, lanes.length];
	for (const high of lanes.map((lane) => lane.height).sort((a, b) => a - b)) {
		level = rest / sharers;
		if (high > level) break;
		rest -= high;
		sharers--;
	}
	return lanes.map((lane, index) => {
		if (lane.height <= level) return lane;
		// One row is for what is counted.
		const rows = Math.max(1, Math.floor((level - room.pad - lane.named.count * lane.namedPitch) / room.beadPitch) - 1);
		const tight = formedLane(forming.lanes[index]!, way, forming, setter, rows);
		return { ...tight, height: level };
	});
}

function formedLane({ cards }: Lane, way: (id: string) => Form, forming: Forming, setter: Setter, most: number): FormedLane {
	const all = cards.map((card) => formedCard(card, way(card.id), forming, setter));
	const spans = (of: (form: Form) => boolean): Span[] => all.filter(({ form }) => of(form)).map(({ card, left, right }) => ({ id: card.id, left, right, wish: wishOf(card) }));
	const named = pack(spans((form) => form === 'named'), room.between);
	const small = pack(spans((form) => form !== 'named'), 3, most);
	const isTall = all.some(({ lines }) => lines.length > 1);
	const hasWhisker = all.some(({ card, form }) => form === 'named' && forming.hasWhisker(card.id));
	const namedPitch = (isTall ? 2 * room.nameLeading : room.glyph) + (hasWhisker ? room.whisker : 0) + 6;
	const smallPitch = all.some(({ form }) => form === 'coded') ? room.codeHeight : room.beadPitch;
	const height = Math.max(room.leastLane, room.pad + named.count * namedPitch + small.count * smallPitch + (small.rest.length > 0 ? room.beadPitch : 0));
	return { cards: all, named, small, namedPitch, smallPitch, height };
}

/** Where height means impact, the higher stands above. */
const wishOf = ({ placement: { impact, height } }: RoomCard): number => (impact === undefined ? Math.floor(height) : 5 - impact);

function formedCard(card: RoomCard, form: Form, { x: xOf, right: end, voted }: Forming, setter: Setter): FormedCard {
	const x = xOf(card.placement.at);
	if (form === 'bead') return { card, form, lines: [], x, left: x - room.smallGlyph / 2, right: x + room.smallGlyph / 2, flipped: false };
	const lines = form === 'named' ? balanced(card.name, setter) : [];
	const text = form === 'named' ? Math.max(0, ...lines.map((line) => setter.width(line, 'roomName'))) : setter.width(card.code, 'roomCode');
	const glyph = form === 'named' ? room.glyph : room.smallGlyph;
	const after = room.gap * (form === 'named' ? 1 : 0.7) + text + (voted(card.id) ? room.gap + room.badge : 0);
	const flipped = x + glyph / 2 + after > end;
	return { card, form, lines, x, left: flipped ? x - glyph / 2 - after : x - glyph / 2, right: flipped ? x + glyph / 2 : x + glyph / 2 + after, flipped };
}

/** Two lines of about the same length take less room than a long one and a short one. */
function balanced(name: string, setter: Setter): string[] {
	const lines = setter.lines(name, 'roomName', room.nameWidth, 2);
	if (lines.length < 2 || lines[1]!.endsWith('…')) return lines;
	const whole = setter.width(name, 'roomName');
	for (const part of [0.52, 0.58, 0.66, 0.76]) {
		const tried = setter.lines(name, 'roomName', whole * part, 2);
		if (tried.length === 2 && !tried[1]!.endsWith('…')) return tried;
	}
	return lines;
}
