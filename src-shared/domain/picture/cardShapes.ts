/** A card as a picture shows it: its tab with glyph and code on the date, its name, and what the room thinks of it. */
import type { Kind } from '../../schemas/document.ts';
import { line, type Group, type Setter, type Shape } from './shapes.ts';

/** Measures of cards, in the units of whoever draws. */
export interface CardStyle {
	tabWidth: number;
	radius: number;
	glyph: number;
	/** Between glyph and code. */
	gap: number;
	codeLeading: number;
	nameLeading: number;
	/** Beside the name. */
	pad: number;
	edge: number;
	badge: { width: number; height: number; radius: number; edge: number };
}

export interface PictureBadge {
	/** The room's median: "4", "3.5". */
	median: string;
	agreed: boolean;
}

/** Where the middle half of the room sees it, as places in the picture; null: after the last year, or never. */
export interface PictureWhisker {
	from: number | null;
	median: number | null;
	to: number | null;
}

export interface PictureCard {
	id: string;
	kind: Kind;
	code: string;
	name: string;
	/** Its name is the beginning of its description. */
	isMade: boolean;
	/** In words, for those who cannot see the picture. */
	label: string;
	left: number;
	top: number;
	width: number;
	height: number;
	/** Lies to the left of its tab. */
	flipped: boolean;
	/** How much of it is drawn. */
	detail: 'glyph' | 'tab' | 'card' | 'full';
	description?: string | null;
	/** How many lie under it. */
	count?: number;
	badge?: PictureBadge | undefined;
	whisker?: PictureWhisker | undefined;
	/** Of the three horizons the one that people gave it. */
	horizon?: 1 | 2 | 3 | null;
	/** A filter leaves it out. */
	isDimmed?: boolean;
}

/** @param right where a whisker ends that goes beyond the last year. */
export function cardShapes(card: PictureCard, style: CardStyle, setter: Setter, right: number): Group {
	const { id, label: name, detail, isDimmed } = card;
	const face = detail === 'glyph' ? glyphAlone(card) : detail === 'tab' ? lyingTab(card, style, setter) : wholeCard(card, style, setter);
	const shapes = [...whisker(card, style, right), ...face, ...pile(card, style, setter)];
	return { is: 'group', id, name, shapes, ...(isDimmed && { opacity: 0.5 }) };
}

function glyphAlone({ kind, left, top, width, height }: PictureCard): Shape[] {
	const size = Math.min(13, height, width);
	return [{ is: 'glyph', kind, left: left + (width - size) / 2, top: top + (height - size) / 2, size }];
}

const under = ({ left, top, width, height, count = 0 }: PictureCard, { radius, edge }: CardStyle): Shape[] => [
	...(count > 0 ? [{ is: 'rect', left: left + 3, top: top + 3, width, height, radius, fill: 'bg-card', stroke: 'line-strong', thick: edge } as const] : []),
	{ is: 'rect', left, top, width, height, radius, fill: 'bg-card' },
];

const rim = ({ left, top, width, height }: PictureCard, { radius, edge }: CardStyle): Shape => ({
	is: 'rect', left: left + edge / 2, top: top + edge / 2, width: width - edge, height: height - edge, radius: radius - edge / 2, stroke: 'line-strong', thick: edge, opacity: 0.6,
});

function lyingTab(card: PictureCard, style: CardStyle, setter: Setter): Shape[] {
	const { kind, left, top, width, height, flipped, code } = card;
	const size = Math.min(style.glyph, height - 3);
	const [glyphLeft, codeX] = flipped ? [left + width - size - 5.5, left + width - size - 10] : [left + 5.5, left + size + 10];
	const role = setter.width(code, 'code') > width - size - 14 ? 'longCode' : 'code';
	return [
		...under(card, style),
		{ is: 'rect', left, top, width, height, radius: style.radius, fill: `${kind}-soft` },
		rim(card, style),
		{ is: 'glyph', kind, left: glyphLeft, top: top + (height - size) / 2, size },
		{ is: 'text', text: code, role, colour: kind, x: codeX, top: top + (height - style.codeLeading) / 2, leading: style.codeLeading, ...(flipped && { align: 'end' }) },
	];
}

function wholeCard(card: PictureCard, style: CardStyle, setter: Setter): Shape[] {
	const { badge } = card;
	return [
		...under(card, style),
		...tab(card, style, setter),
		rim(card, style),
		...words(card, style, setter),
		...(badge ? badgeShapes(badge, badgeBox(card, badge, style, setter), style) : []),
		...horizonShapes(card, setter),
	];
}

/** Its number, in a frame that has the line of its curve: away from the tab, over which a cluster has its name. */
function horizonShapes({ horizon, left, top, width, flipped }: PictureCard, setter: Setter): Shape[] {
	if (!horizon) return [];
	const text = `H${horizon}`;
	const wide = setter.width(text, 'code') + 10;
	const from = flipped ? left + 12 : left + width - 12 - wide;
	const dash = horizon === 1 ? undefined : horizon === 2 ? [4, 2.5] : [1.75, 1.75];
	return [
		{ is: 'rect', left: from, top: top - 9, width: wide, height: 16, radius: 5, fill: 'bg-panel', stroke: `horizon-${horizon}`, thick: 1.75, ...(dash && { dash }) },
		{ is: 'text', text, role: 'code', colour: 'ink', x: from + wide / 2, top: top - 9, leading: 16, align: 'middle' },
	];
}

/** A rounded corner only where the tab meets the card's. */
function tab(card: PictureCard, style: CardStyle, setter: Setter): Shape[] {
	const { kind, left, top, width, height, flipped, code } = card;
	const { tabWidth: wide, radius: r, glyph, gap, codeLeading } = style;
	const from = flipped ? left + width - wide : left;
	const middle = from + wide / 2;
	const d = flipped
		? `M${from} ${top}h${wide - r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${r - wide}Z`
		: `M${from + wide} ${top}h${r - wide}a${r} ${r} 0 0 0 ${-r} ${r}v${height - 2 * r}a${r} ${r} 0 0 0 ${r} ${r}h${wide - r}Z`;
	const start = top + (height - glyph - gap - codeLeading) / 2;
	const role = setter.width(code, 'code') > wide - 2 ? 'longCode' : 'code';
	return [
		{ is: 'path', d, fill: `${kind}-soft` },
		{ is: 'glyph', kind, left: middle - glyph / 2, top: start, size: glyph },
		{ is: 'text', text: code, role, colour: kind, x: middle, top: start + glyph + gap, leading: codeLeading, align: 'middle' },
	];
}

function words(card: PictureCard, style: CardStyle, setter: Setter): Shape[] {
	const { left, top, width, height, flipped, name, isMade, description, detail, badge } = card;
	const { tabWidth, pad, nameLeading: leading } = style;
	const badgeRoom = badge ? style.badge.width / 2 : 0;
	const from = flipped ? left + pad + badgeRoom : left + tabWidth + pad;
	const room = width - tabWidth - 1.6 * pad - badgeRoom;
	const role = isMade ? 'madeName' : 'name';
	const title = setter.lines(name, role, room, 2);
	const rest = detail === 'full' && description ? setter.lines(description, 'description', room, Math.max(0, Math.floor((height - 6) / leading) - title.length)) : [];
	const start = top + (height - (title.length + rest.length) * leading) / 2;
	const text = (text: string, index: number): Shape => {
		const is = index < title.length ? role : 'description';
		return { is: 'text', text, role: is, colour: is === 'name' ? 'ink' : 'ink-2', x: from, top: start + index * leading, leading, width: setter.width(text, is) };
	};
	return [...title, ...rest].map(text);
}

function badgeBox({ left, top, width, height, flipped }: PictureCard, { median }: PictureBadge, style: CardStyle, setter: Setter) {
	const wide = Math.max(style.badge.width, setter.width(median, 'badge') + 9);
	return { left: (flipped ? left : left + width) - wide / 2, top: top + (height - style.badge.height) / 2, width: wide, height: style.badge.height };
}

/** Filled where the room agrees, open where the card is contested. */
export function badgeShapes({ median, agreed }: PictureBadge, box: { left: number; top: number; width: number; height: number }, { badge }: Pick<CardStyle, 'badge'>, role: 'badge' | 'roomBadge' = 'badge'): Shape[] {
	const { left, top, width, height } = box;
	const half = badge.edge / 2;
	return [
		agreed
			? { is: 'rect', ...box, radius: badge.radius, fill: 'ink' }
			: { is: 'rect', left: left + half, top: top + half, width: width - badge.edge, height: height - badge.edge, radius: badge.radius - half, fill: 'bg-card', stroke: 'ink', thick: badge.edge },
		{ is: 'text', text: median, role, colour: agreed ? 'bg-card' : 'ink', x: left + width / 2, top, leading: height, align: 'middle' },
	];
}

/** Under the card: the middle half of the room's dates, with a stud at their median. */
function whisker({ whisker, top, height, detail }: PictureCard, { edge }: CardStyle, right: number): Shape[] {
	if (!whisker || detail === 'glyph' || detail === 'tab') return [];
	return whiskerShapes(whisker, top + height + 5, right, { reach: 3.5, stud: 3.5, thick: Math.max(1.5, edge) });
}

export function whiskerShapes({ from, median, to }: PictureWhisker, y: number, right: number, { reach, stud, thick }: { reach: number; stud: number; thick: number }): Shape[] {
	const [start, end] = [from ?? right, to ?? right];
	// What goes beyond the last year has no end there, but an arrow.
	const arrow = `M${right - reach} ${y - reach}L${right} ${y}L${right - reach} ${y + reach}`;
	return [
		line(start, y, end, y, 'ink-2', thick),
		...(from === null ? [] : [line(start, y - reach, start, y + reach, 'ink-2', thick)]),
		to === null ? { is: 'path', d: arrow, stroke: 'ink-2', thick } : line(end, y - reach, end, y + reach, 'ink-2', thick),
		...(median === null ? [] : [{ is: 'circle', x: median, y, r: stud, fill: 'ink', stroke: 'bg-canvas', thick: 1.5 } as const]),
	];
}

function pile({ count = 0, left, top, width, height, detail }: PictureCard, { edge }: CardStyle, setter: Setter): Shape[] {
	if (count === 0) return [];
	const text = `+${count}`;
	const wide = setter.width(text, 'more') + 8;
	const high = detail === 'glyph' ? 12 : 14;
	const from = detail === 'glyph' ? left + width + 3 - wide : left + width - 6 - wide;
	const at = detail === 'glyph' ? top + height + 7 - high : top + height - 6;
	return [
		{ is: 'rect', left: from, top: at, width: wide, height: high, radius: high / 2, fill: 'bg-panel', ...(detail !== 'glyph' && { stroke: 'line-strong', thick: edge }) },
		{ is: 'text', text, role: 'more', colour: 'ink-2', x: from + wide / 2, top: at, leading: high, align: 'middle' },
	];
}
