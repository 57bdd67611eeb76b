/**
 * How much of each card a projected canvas has room for. Text stays as large as the back row needs, so it is cards that give:
 * what the room has voted on has its name for as long as there is room, the rest its code, then its sign; at last signs are
 * piled and counted. None is left out.
 */
import type { Setter } from '../../../src-shared/domain/picture/shapes.ts';
import type { RoomCard } from '../../db/roomCanvas.ts';
import { pack, type Packed, type Span } from './pack.ts';

export type Form = 'named' | 'coded' | 'bead';

/** In a picture 900 high. */
export const room = {
	glyph: 36, smallGlyph: 28, nameLeading: 29, nameWidth: 250, badge: 34, gap: 9, between: 16, codedPitch: 38, beadPitch: 32, whisker: 17, pad: 8, leastLane: 66,
} as const;

export interface FormedCard {
	card: RoomCard;
	form: Form;
	/** Of the name. */
	lines: readonly string[];
	/** Where its date is. */
	x: number;
	left: number;
	right: number;
	flipped: boolean;
}

/** Cards of one form, in rows of their own. */
export interface Section extends Packed {
	pitch: number;
}

export interface FormedLane {
	cards: readonly FormedCard[];
	/** From the top: names, codes, signs. */
	sections: Readonly<Record<Form, Section>>;
	height: number;
}

export interface Forming {
	lanes: readonly { cards: readonly RoomCard[] }[];
	x: (at: number) => number;
	/** Where the picture ends. */
	right: number;
	/** For all lanes together. */
	height: number;
	/** The room's median; null for what it has not voted on. */
	median: (id: string) => number | null;
	/** What people are to look at. */
	shown: (id: string) => boolean;
	hasWhisker: (id: string) => boolean;
}

export function formed(forming: Forming, setter: Setter): FormedLane[] {
	const isFirst = (id: string) => forming.shown(id) || forming.median(id) !== null;
	const anyVoted = forming.lanes.some(({ cards }) => cards.some(({ id }) => forming.median(id) !== null));
	const sheet = new Sheet(forming, setter);
	if (sheet.fits(() => 'named')) return sheet.stretched();
	const ways = (first: Form, rest: Form) => (id: string) => (isFirst(id) ? first : rest);
	if (anyVoted) {
		if (sheet.fits(ways('named', 'coded')) || sheet.fits(ways('named', 'bead'))) return sheet.stretched();
		// Their names are worth more than every sign of the rest, as long as each lane has a row of signs.
		if (sheet.piles(ways('named', 'bead'), 1)) {
			sheet.fill();
			return sheet.stretched();
		}
	}
	const isWhole = (!anyVoted && sheet.fits(ways('coded', 'coded'))) || sheet.fits(ways('coded', 'bead'));
	if (!isWhole && (sheet.piles(ways('coded', 'bead'), 0) || sheet.piles(() => 'bead', 0))) sheet.fill(1);
	// Where nobody has voted yet all cards are alike, and as many as there is room for have their names.
	sheet.name(forming.lanes.flatMap(({ cards }) => cards).filter(({ id }) => isFirst(id) || (!anyVoted && sheet.form(id) === 'coded')));
	sheet.fill();
	return sheet.stretched();
}

/** The lanes as they are tried out. */
class Sheet {
	#forming: Forming;
	#setter: Setter;
	#forms = new Map<string, Form>();
	#lanes: FormedLane[] = [];
	/** Rows of signs in each lane. */
	#most: number[];

	constructor(forming: Forming, setter: Setter) {
		this.#forming = forming;
		this.#setter = setter;
		this.#most = forming.lanes.map(() => Infinity);
	}

	form(id: string): Form {
		return this.#forms.get(id)!;
	}

	fits(way: (id: string) => Form): boolean {
		for (const { cards } of this.#forming.lanes) for (const { id } of cards) this.#forms.set(id, way(id));
		this.#lanes = this.#forming.lanes.map((_, index) => this.#formed(index));
		return this.#total() <= this.#forming.height;
	}

	/** The same with so many rows of signs in each lane, and the rest of them counted. */
	piles(way: (id: string) => Form, most: number): boolean {
		this.#most = this.#forming.lanes.map(() => most);
		if (this.fits(way)) return true;
		this.#most = this.#forming.lanes.map(() => Infinity);
		return false;
	}

	/** Gives as many of these cards their names as there is room for, those with the highest median first. */
	name(cards: readonly RoomCard[]): void {
		const { median, shown } = this.#forming;
		const weight = ({ id }: RoomCard) => (shown(id) ? 10 : (median(id) ?? 0));
		let refused = 0;
		for (const { id } of [...cards].sort((a, b) => weight(b) - weight(a) || a.placement.at - b.placement.at)) {
			const before = this.form(id);
			this.#forms.set(id, 'named');
			if (this.#tried(this.#laneOf(id))) refused = 0;
			else {
				this.#forms.set(id, before);
				if (++refused > 30) return;
			}
		}
	}

	/** More rows of signs, a lane after the other, for as long as there is room. */
	fill(most = Infinity): void {
		for (let isMore = true; isMore; ) {
			isMore = false;
			for (const [index, lane] of this.#lanes.entries()) {
				if (lane.sections.bead.rest.length === 0 || this.#most[index]! >= most) continue;
				this.#most[index]!++;
				if (this.#tried(index)) isMore = true;
				else this.#most[index]!--;
			}
		}
	}

	/** Lanes share what is left over. */
	stretched(): FormedLane[] {
		const more = Math.max(0, this.#forming.height - this.#total()) / Math.max(1, this.#lanes.length);
		return this.#lanes.map((lane) => ({ ...lane, height: lane.height + more }));
	}

	/** Forms a lane anew, and keeps that where all lanes still fit. */
	#tried(index: number): boolean {
		const before = this.#lanes[index]!;
		this.#lanes[index] = this.#formed(index);
		if (this.#total() <= this.#forming.height) return true;
		this.#lanes[index] = before;
		return false;
	}

	#total(): number {
		return this.#lanes.reduce((total, lane) => total + lane.height, 0);
	}

	#laneOf(id: string): number {
		return this.#forming.lanes.findIndex(({ cards }) => cards.some((card) => card.id === id));
	}

	#formed(index: number): FormedLane {
		const { lanes, height, hasWhisker } = this.#forming;
		const cards = lanes[index]!.cards.map((card) => formedCard(card, this.form(card.id), this.#forming, this.#setter));
		const of = (form: Form) => cards.filter((card) => card.form === form);
		const packed = (form: Form, gap: number, most = Infinity) => pack(of(form).map(spanOf), gap, most);
		const named = of('named');
		const isTall = named.some(({ lines }) => lines.length > 1);
		const namedPitch = (isTall ? 2 * room.nameLeading : room.glyph) + (named.some(({ card }) => hasWhisker(card.id)) ? room.whisker : 0) + 6;
		const sections = {
			named: { ...packed('named', room.between), pitch: namedPitch },
			coded: { ...packed('coded', room.between), pitch: room.codedPitch },
			bead: { ...packed('bead', 3, this.#most[index]), pitch: room.beadPitch },
		};
		const rows = Object.values(sections).reduce((sum, { count, pitch }) => sum + count * pitch, 0);
		const least = Math.min(room.leastLane, height / lanes.length);
		return { cards, sections, height: Math.max(least, room.pad + rows + (sections.bead.rest.length > 0 ? room.beadPitch : 0)) };
	}
}

/** Where height means impact, the higher stands above. */
const spanOf = ({ card: { id, placement: { impact, height } }, left, right }: FormedCard): Span => ({ id, left, right, wish: impact === undefined ? Math.floor(height) : 5 - impact });

function formedCard(card: RoomCard, form: Form, { x: xOf, right: end, median }: Forming, setter: Setter): FormedCard {
	const x = xOf(card.placement.at);
	if (form === 'bead') return { card, form, lines: [], x, left: x - room.smallGlyph / 2, right: x + room.smallGlyph / 2, flipped: false };
	const lines = form === 'named' ? balanced(card.name, setter) : [];
	const text = form === 'named' ? Math.max(0, ...lines.map((line) => setter.width(line, 'roomName'))) : setter.width(card.code, 'roomCode');
	const half = (form === 'named' ? room.glyph : room.smallGlyph) / 2;
	const after = room.gap * (form === 'named' ? 1 : 0.7) + text + (median(card.id) === null ? 0 : room.gap + room.badge);
	const flipped = x + half + after > end;
	return { card, form, lines, x, left: flipped ? x - half - after : x - half, right: flipped ? x + half : x + half + after, flipped };
}

/** Two lines of about the same length take less room than a long one and a short one. */
function balanced(name: string, setter: Setter): string[] {
	const lines = setter.lines(name, 'roomName', room.nameWidth, 2);
	if (lines.length < 2 || lines[1]!.endsWith('…')) return lines;
	const whole = setter.width(name, 'roomName');
	const plain = lines.join(' ');
	for (const part of [0.52, 0.58, 0.66, 0.76]) {
		const tried = setter.lines(name, 'roomName', whole * part, 2);
		// Not within a word, and nothing cut.
		if (tried.join(' ') === plain) return tried;
	}
	return lines;
}
