/** A card on the wall: its sign on its date, then as much of it as there is room for. */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { badgeShapes, whiskerShapes, type PictureBadge, type PictureWhisker } from '../../../src-shared/domain/picture/cardShapes.ts';
import type { Box, Colour, Group, Shape } from '../../../src-shared/domain/picture/shapes.ts';
import { horizonDash } from '../../../src-shared/domain/picture/overlayShapes.ts';
import type { Year } from '../../../src-shared/domain/timing.ts';
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import type { RoomCanvas, RoomCard } from '../../db/roomCanvas.ts';
import { kindNames } from '../../ui/kinds.ts';
import type { Bounds } from './roomBlocks.ts';
import { room, type FormedCard } from './roomCards.ts';

export interface CardContext {
	canvas: RoomCanvas;
	sight: { shown: ReadonlySet<string>; rating: ScaleCriterion };
	width: number;
	x: (at: number) => number;
	bounds: Bounds;
}

export const badge = { width: room.badge, height: room.badge, radius: 9, edge: 3 };

/** @param top and height of what its row has for words. */
export function boxOfCard({ form, lines, left, right }: FormedCard, top: number, height: number): Box {
	const own = form === 'named' ? Math.max(room.glyph, lines.length * room.nameLeading) : height;
	return { left, top: top + (height - own) / 2, width: right - left, height: own };
}

/** @param foot where its row has its words' end. */
export function roomCardShapes(context: CardContext, formedCard: FormedCard, { top, height }: Box, foot: number): Group {
	const { canvas, sight } = context;
	const { card, form } = formedCard;
	const voted = canvas.results.get(card.id)?.[sight.rating] ?? null;
	const name = `${kindNames[card.kind]} ${card.code}, ${card.name}${card.horizon ? `, horizon ${card.horizon}` : ''}`;
	const face = form === 'bead' ? bead(formedCard, top) : [...clear(formedCard, top, height), ...(form === 'named' ? [...namedCard(formedCard, top, height, context), ...whiskerOf(card, foot + 8, context)] : codedCard(formedCard, top, height, context))];
	const halo: Shape[] = sight.shown.has(card.id)
		? [
				{ is: 'rect', left: formedCard.left - 8, top: top - 5, width: formedCard.right - formedCard.left + 16, height: height + 10, radius: 10, fill: 'bg-canvas', stroke: 'sun', thick: 9 },
				{ is: 'rect', left: formedCard.left - 8, top: top - 5, width: formedCard.right - formedCard.left + 16, height: height + 10, radius: 10, stroke: 'ink', thick: 3 },
			]
		: [];
	return { is: 'group', id: card.id, name: voted ? `${name}, median ${voted.median}, ${voted.agreed ? 'agreed' : 'contested'}` : name, shapes: [...halo, ...face] };
}

/** Lines behind a text would make it hard to read from far away. */
const clear = (card: FormedCard, top: number, height: number): Shape[] => [{ is: 'rect', left: card.left - 3, top, width: card.right - card.left + 6, height, fill: groundOf(card), radius: 4 }];
const groundOf = ({ isFramed }: FormedCard): Colour => (isFramed ? 'bg-sunken' : 'bg-canvas');

const bead = (formedCard: FormedCard, top: number): Shape[] => [
	{ is: 'circle', x: formedCard.x, y: top + room.smallGlyph / 2, r: room.smallGlyph / 2 + 1, fill: groundOf(formedCard) },
	{ is: 'glyph', kind: formedCard.card.kind, left: formedCard.x - 12, top: top + 2, size: 24 },
];

function codedCard(formedCard: FormedCard, top: number, height: number, context: CardContext): Shape[] {
	const { card, x, flipped } = formedCard;
	const half = room.smallGlyph / 2;
	const textX = flipped ? x - half - room.gap * 0.7 : x + half + room.gap * 0.7;
	return [
		{ is: 'glyph', kind: card.kind, left: x - half, top: top + (height - 2 * half) / 2, size: 2 * half },
		{ is: 'text', text: card.code, role: 'roomCode', colour: card.kind, x: textX, top, leading: height, ...(flipped && { align: 'end' }) },
		...markOf(formedCard, top, height, context),
		...badgeOf(formedCard, top, height, context),
	];
}

function namedCard(formedCard: FormedCard, top: number, height: number, context: CardContext): Shape[] {
	const { card, x, lines, flipped } = formedCard;
	const half = room.glyph / 2;
	const textX = flipped ? x - half - room.gap : x + half + room.gap;
	const start = top + (height - lines.length * room.nameLeading) / 2;
	return [
		{ is: 'glyph', kind: card.kind, left: x - half, top: top + (height - room.glyph) / 2, size: room.glyph },
		...lines.map((text, index): Shape => ({ is: 'text', text, role: 'roomName', colour: 'ink', x: textX, top: start + index * room.nameLeading, leading: room.nameLeading, ...(flipped && { align: 'end' }) })),
		...markOf(formedCard, top, height, context),
		...badgeOf(formedCard, top, height, context),
	];
}

/** Its horizon's number in a frame that has the line of its curve. */
function markOf({ card: { id }, mark, left, right, flipped }: FormedCard, top: number, height: number, { canvas, sight }: CardContext): Shape[] {
	if (mark === null) return [];
	const beside = canvas.results.get(id)?.[sight.rating] ? room.badge + room.gap : 0;
	const from = flipped ? left + beside : right - beside - room.mark;
	const high = Math.min(room.badge - 2, height);
	const dash = horizonDash(mark, 0.9);
	const start = top + (height - high) / 2;
	return [
		{ is: 'rect', left: from + 1.5, top: start, width: room.mark - 3, height: high, radius: 9, stroke: `horizon-${mark}`, thick: 3, ...(dash && { dash }) },
		{ is: 'text', text: `H${mark}`, role: 'roomSmall', colour: 'ink', x: from + room.mark / 2, top: start, leading: high, align: 'middle' },
	];
}

function badgeOf({ card, left, right, flipped }: FormedCard, top: number, height: number, { canvas, sight }: CardContext): Shape[] {
	const rating = canvas.results.get(card.id)?.[sight.rating];
	if (!rating) return [];
	const shown: PictureBadge = { median: String(Math.round(rating.median * 10) / 10), agreed: rating.agreed };
	const size = Math.min(room.badge, height);
	return badgeShapes(shown, { left: flipped ? left : right - room.badge, top: top + (height - size) / 2, width: room.badge, height: size }, { badge }, 'roomBadge');
}

function whiskerOf({ id }: RoomCard, y: number, context: CardContext): Shape[] {
	const places = whiskerPlaces(id, context);
	return places ? whiskerShapes(places, y, context.width - 30, { reach: 7, stud: 8, thick: 4 }) : [];
}

export function whiskerBox({ id }: RoomCard, foot: number, context: CardContext): Box | null {
	const places = whiskerPlaces(id, context);
	if (!places) return null;
	const [from, to] = [places.from ?? context.width - 30, places.to ?? context.width - 30];
	return { left: from - 2, top: foot, width: to - from + 4, height: 16 };
}

function whiskerPlaces(id: string, { canvas: { results, workshop: { baseYear } }, x, bounds: { left } }: CardContext): PictureWhisker | null {
	const timing = results.get(id)?.timing;
	if (!timing) return null;
	const place = (year: Year) => (year === 'later' || year > baseYear + horizonYears ? null : Math.max(left, x(year - baseYear)));
	return { from: place(timing.q1), median: place(timing.median), to: place(timing.q3) };
}
