/** What the signs of a picture mean, in a row that wraps: only those that the picture has. */
import { kinds } from '../../schemas/names.ts';
import type { Kind } from '../../schemas/document.ts';
import { badgeShapes, whiskerShapes, type CardStyle } from './cardShapes.ts';
import { line, type Role, type Setter, type Shape } from './shapes.ts';
import { structureEntries, type StructureParts } from './structureLegend.ts';

export interface LegendParts {
	kinds?: readonly Kind[];
	/** "Today, 14 May 2026". */
	today: string | null;
	milestones?: boolean;
	badges?: boolean;
	/** The criterion of the medians; relevancy goes without saying. */
	of?: string;
	whiskers?: boolean;
	piles?: boolean;
	structure?: StructureParts | undefined;
	/** In words, of what has no sign. */
	note?: string | undefined;
}

export const kindWords: Readonly<Record<Kind, string>> = { signal: 'Signal', concern: 'Concern', behavior: 'Behavior', technology: 'Technology', issue: 'Issue' };

export interface Entry {
	text: string;
	width: number;
	draw: (x: number, middle: number) => Shape[];
}

/** @returns the shapes and the height they take. */
export function legendShapes(parts: LegendParts, box: { left: number; top: number; width: number }, style: Pick<CardStyle, 'badge'> & { leading: number; glyph: number; role?: Role }, setter: Setter): { shapes: Shape[]; height: number } {
	const { leading, glyph, role = 'legend' } = style;
	// A wall has no room to spare between its entries.
	const isRoom = role === 'roomSmall';
	const [between, gap] = [glyph * (isRoom ? 0.9 : 1.45), glyph * 0.4];
	const shapes: Shape[] = [];
	let x = box.left;
	let top = box.top;
	const row = Math.max(leading, style.badge.height) + leading * (isRoom ? 0.16 : 0.3);
	for (const { text, width, draw } of entries(parts, style)) {
		const wide = width + gap + setter.width(text, role);
		if (x > box.left && x + wide > box.left + box.width) [x, top] = [box.left, top + row];
		shapes.push(...draw(x, top + leading / 2), { is: 'text', text, role, colour: 'ink-2', x: x + (width && width + gap), top, leading });
		x += wide + between;
	}
	return { shapes, height: shapes.length === 0 ? 0 : top + leading - box.top };
}

const inWords = (text: string): Entry => ({ text, width: 0, draw: () => [] });

function entries(parts: LegendParts, style: Pick<CardStyle, 'badge'> & { glyph: number; role?: Role }): Entry[] {
	const { glyph, badge } = style;
	// The room knows whose median it is, and has no wall to spare.
	const isRoom = style.role === 'roomSmall';
	const of = parts.of && parts.of !== 'relevancy' ? parts.of : '';
	const badgeRole = isRoom ? 'roomBadge' : 'badge';
	const box = (x: number, middle: number) => ({ left: x, top: middle - badge.height / 2, width: badge.width, height: badge.height });
	const ofBadge = (agreed: boolean): Entry => ({
		text: agreed ? (isRoom ? `${of && `${of}, `}agreed` : `the room’s median${of && ` ${of}`}, agreed`) : 'contested', width: badge.width,
		draw: (x, middle) => badgeShapes({ median: '4', agreed }, box(x, middle), style, badgeRole),
	});
	const whisker: Entry = {
		text: isRoom ? 'middle half of the room' : 'middle half of the room’s dates', width: glyph * 2.4,
		draw: (x, middle) => whiskerShapes({ from: x, median: x + glyph * 0.9, to: x + glyph * 2.4 }, middle, Infinity, { reach: glyph * 0.25, stud: glyph * 0.25, thick: glyph * 0.11 }),
	};
	const todayEntry = (text: string): Entry => ({
		text, width: glyph * 1.4,
		draw: (x, middle) => [line(x, middle, x + glyph * 1.4, middle, 'sun', glyph * 0.13), { is: 'circle', x: x + glyph * 0.3, y: middle, r: glyph * 0.3, fill: 'sun' }],
	});
	return [
		...(parts.kinds ?? kinds).map((kind): Entry => ({ text: kindWords[kind], width: glyph, draw: (x, middle) => [{ is: 'glyph', kind, left: x, top: middle - glyph / 2, size: glyph }] })),
		...(parts.badges ? [ofBadge(true), ofBadge(false)] : []),
		...(parts.whiskers ? [whisker] : []),
		...(parts.today === null ? [] : [todayEntry(parts.today)]),
		...(parts.milestones ? [{ text: 'milestone in a document', width: 7, draw: (x: number, y: number): Shape[] => [{ is: 'circle', x: x + 3, y, r: 2.5, fill: 'bg-panel', stroke: 'ink-2', thick: 1.5 }] }] : []),
		...(parts.piles ? [inWords('+2: cards under it')] : []),
		...(parts.structure ? structureEntries(parts.structure, glyph) : []),
		...(parts.note ? [inWords(parts.note)] : []),
	];
}
