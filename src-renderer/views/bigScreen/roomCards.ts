/** A card as a projected canvas shows it: with its name, its code, or its sign alone; and the room that takes. */
import type { Setter } from '../../../src-shared/domain/picture/shapes.ts';
import type { Horizon } from '../../../src-shared/schemas/records.ts';
import type { RoomCard } from '../../db/roomCanvas.ts';
import type { Span } from './pack.ts';
import type { Forming } from './roomSheet.ts';

export type Form = 'named' | 'coded' | 'bead';

/** In a picture 900 high. */
export const room = {
	glyph: 36, smallGlyph: 28, nameLeading: 29, nameWidth: 250, badge: 34, gap: 9, between: 16, mark: 52, codedPitch: 38, beadPitch: 32, whisker: 17, pad: 10, leastLane: 66,
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
	/** Of the three horizons the one that it says. */
	mark: Horizon | null;
	isFramed: boolean;
}

/** Where height means impact, the higher stands above. */
export const spanOf = ({ card: { id, placement: { impact, height } }, left, right }: FormedCard): Span => ({ id, left, right, wish: impact === undefined ? Math.floor(height) : 5 - impact });

export function formedCard(card: RoomCard, form: Form, isMarked: boolean, { x: xOf, bounds: { right: end }, median }: Forming, setter: Setter): FormedCard {
	const x = xOf(card.placement.at);
	if (form === 'bead') return { card, form, lines: [], x, left: x - room.smallGlyph / 2, right: x + room.smallGlyph / 2, flipped: false, mark: null, isFramed: false };
	const mark = isMarked ? (card.horizon ?? null) : null;
	const lines = form === 'named' ? balanced(card.name, setter) : [];
	const text = form === 'named' ? Math.max(0, ...lines.map((line) => setter.width(line, 'roomName'))) : setter.width(card.code, 'roomCode');
	const half = (form === 'named' ? room.glyph : room.smallGlyph) / 2;
	const after = room.gap * (form === 'named' ? 1 : 0.7) + text + (mark === null ? 0 : room.gap + room.mark) + (median(card.id) === null ? 0 : room.gap + room.badge);
	const flipped = x + half + after > end;
	return { card, form, lines, x, left: flipped ? x - half - after : x - half, right: flipped ? x + half : x + half + after, flipped, mark, isFramed: false };
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
