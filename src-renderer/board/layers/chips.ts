/**
 * Small cards as they are drawn by hand, where so many are in sight that elements would hold up the wheel: the chip with its
 * glyph and code, the glyph alone, and the signs at their edges. The same as cards.css makes of elements.
 */
import type { Kind } from '../../../src-shared/schemas/document.ts';
import { kinds } from '../../../src-shared/schemas/names.ts';
import type { BoardItem } from '../items.ts';
import { glyphSize } from '../measures.ts';
import type { DrawnCard } from '../scene.ts';
import type { Look } from './cardElement.ts';
import { glyphBitmap } from './glyphs.ts';

export interface SmallCard {
	at: DrawnCard;
	item: BoardItem;
	look: Look;
}

interface Shadow {
	y: number;
	blur: number;
	spread: number;
	colour: string;
}

/** Pixels of a chip's bitmap around the chip: rings and shadows. */
const around = 6;
const round = { chip: 7, glyph: 3 } as const;
const types = {
	code: { font: '700 11px', spacing: '0.11px' },
	longCode: { font: '700 9.5px', spacing: '-0.19px' },
	count: { font: '600 11px', spacing: '0px' },
} as const;
/** What stands in a chip: its glyph, and its code beside it. */
const inChip = { glyph: 15, glyphLeft: 5.5, codeLeft: 25 } as const;

export class Chips {
	readonly #read: (name: string) => string;
	readonly #scale: number;
	readonly #family: string;
	readonly #shadows: readonly Shadow[];
	readonly #bitmaps = new Map<number, HTMLCanvasElement>();
	readonly #colours = new Map<string, string>();
	/** What the brush writes with: to say so again for each card takes longer than its drawing. */
	#type: keyof typeof types | null = null;

	/** @param root has the theme's custom properties. @param scale device pixels of a pixel. */
	constructor(root: HTMLElement, scale: number) {
		const style = getComputedStyle(root);
		this.#read = (name) => style.getPropertyValue(name).trim();
		this.#scale = scale;
		this.#family = this.#read('--font-ui');
		this.#shadows = shadowsOf(this.#read('--shadow-card'));
	}

	/** Call before the first of the cards that are drawn with a brush. */
	begin(): void {
		this.#type = null;
	}

	/** @param brush its unit is a pixel of the page. @param x left edge, on a device pixel, as is y. */
	draw(brush: CanvasRenderingContext2D, card: SmallCard, x: number, y: number): void {
		const { at, item, look } = card;
		if (item.isHidden || look.isDimmed) brush.globalAlpha = item.isHidden ? 0.6 : 0.5;
		if (at.detail === 'glyph') this.#glyph(brush, card, x, y);
		else this.#chip(brush, card, x, y);
		if (item.isHidden) this.#dashes(brush, at, x, y);
		if (!look.isOrigin) this.#signs(brush, card, x, y);
		brush.globalAlpha = 1;
	}

	#glyph(brush: CanvasRenderingContext2D, { at, item, look }: SmallCard, x: number, y: number): void {
		const { width, height } = at;
		if (look.isOrigin) {
			this.#outline(brush, x, y, width, height, round.glyph, 1, '--line-strong');
			return;
		}
		if (look.isSelected) {
			fill(brush, this.#colour('--ring'), x - 1.5, y - 1.5, width + 3, height + 3, round.glyph + 1.5);
			fill(brush, this.#colour('--sun-soft'), x, y, width, height, round.glyph);
		}
		const size = glyphSize(at);
		brush.drawImage(this.#glyphBitmap(item.kind, size), this.#snap(x + (width - size) / 2), this.#snap(y + (height - size) / 2), size, size);
	}

	#chip(brush: CanvasRenderingContext2D, card: SmallCard, x: number, y: number): void {
		const { at, item, look } = card;
		const { width, height } = at;
		if (look.isOrigin) {
			this.#outline(brush, x, y, width, height, round.chip, 1.5, '--line-strong');
			return;
		}
		brush.drawImage(this.#chipBitmap(card), x - around, y - around, width + 2 * around, height + 2 * around);
		const isLong = item.code.length > 3;
		this.#write(brush, isLong ? 'longCode' : 'code');
		brush.fillStyle = this.#colour(`--${item.kind}`);
		brush.textAlign = at.flipped ? 'right' : 'left';
		brush.fillText(item.code, at.flipped ? x + width - inChip.codeLeft : x + inChip.codeLeft, y + height / 2 + (isLong ? 3 : 4));
	}

	#write(brush: CanvasRenderingContext2D, type: keyof typeof types): void {
		if (this.#type === type) return;
		this.#type = type;
		const { font, spacing } = types[type];
		brush.font = `${font} ${this.#family}`;
		brush.letterSpacing = spacing;
	}

	/** A line within a box's edge. */
	#outline(brush: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, radius: number, line: number, colour: string): void {
		brush.beginPath();
		brush.roundRect(x + line / 2, y + line / 2, width - line, height - line, radius - line / 2);
		brush.lineWidth = line;
		brush.strokeStyle = this.#colour(colour);
		brush.stroke();
	}

	#dashes(brush: CanvasRenderingContext2D, { width, height, detail }: DrawnCard, x: number, y: number): void {
		brush.setLineDash([4, 3]);
		this.#outline(brush, x, y, width, height, detail === 'glyph' ? round.glyph : round.chip, 1.5, '--line-strong');
		brush.setLineDash([]);
	}

	#signs(brush: CanvasRenderingContext2D, { at, item, look }: SmallCard, x: number, y: number): void {
		if (item.horizon !== null) this.#horizon(brush, item.horizon, x, y + at.height + 2, at.width);
		if (item.isLocked && at.detail !== 'glyph') this.#lock(brush, at.flipped ? x + at.width - 2 : x + 2, y + at.height - 2);
		if (look.count > 0) this.#more(brush, at, look.count, x, y);
	}

	/** Its line alone, under the card. */
	#horizon(brush: CanvasRenderingContext2D, horizon: 1 | 2 | 3, x: number, middle: number, width: number): void {
		brush.setLineDash(horizon === 1 ? [] : horizon === 2 ? [4, 3] : [2, 2]);
		brush.beginPath();
		brush.moveTo(x, middle);
		brush.lineTo(x + width, middle);
		brush.lineWidth = 2;
		brush.strokeStyle = this.#colour(`--horizon-${horizon}`);
		brush.stroke();
		brush.setLineDash([]);
	}

	/** A padlock in a disc, around this point. */
	#lock(brush: CanvasRenderingContext2D, x: number, y: number): void {
		brush.beginPath();
		brush.arc(x, y, 7.5, 0, 2 * Math.PI);
		brush.fillStyle = this.#colour('--bg-panel');
		brush.fill();
		brush.lineWidth = 1;
		brush.strokeStyle = this.#colour('--line-strong');
		brush.stroke();
		fill(brush, this.#colour('--ink'), x - 3, y - 0.5, 6, 4.5, 1);
		// Down into the body: an open one would say that the card is not locked.
		brush.beginPath();
		brush.moveTo(x - 1.375, y);
		brush.arc(x, y - 2, 1.375, Math.PI, 0);
		brush.lineTo(x + 1.375, y);
		brush.lineWidth = 1.25;
		brush.strokeStyle = this.#colour('--ink');
		brush.stroke();
	}

	/** How many lie under it. */
	#more(brush: CanvasRenderingContext2D, { width, height, detail }: DrawnCard, count: number, x: number, y: number): void {
		const isGlyph = detail === 'glyph';
		const text = `+${count}`;
		this.#write(brush, 'count');
		brush.textAlign = 'left';
		const padding = isGlyph ? 1 : 2;
		const box = { width: brush.measureText(text).width + 2 * padding, height: isGlyph ? 12 : 14 };
		const left = isGlyph ? x + width / 2 + 6 : x + width - 5;
		const top = y + (height - box.height) / 2;
		fill(brush, this.#colour('--bg-panel'), left, top, box.width, box.height, 7);
		if (!isGlyph) this.#outline(brush, left, top, box.width, box.height, 7, 1, '--line-strong');
		brush.fillStyle = this.#colour('--ink-2');
		brush.fillText(text, left + padding, top + box.height / 2 + 4);
	}

	/** To a whole device pixel. */
	#snap(value: number): number {
		return Math.round(value * this.#scale) / this.#scale;
	}

	#colour(name: string): string {
		let colour = this.#colours.get(name);
		if (colour === undefined) this.#colours.set(name, (colour = this.#read(name)));
		return colour;
	}

	#glyphBitmap(kind: Kind, size: number): HTMLCanvasElement {
		return this.#bitmap(kinds.indexOf(kind) + kinds.length * size, () => glyphBitmap(kind, this.#colour(`--${kind}`), size, this.#scale));
	}

	/** All of a chip but its code: one for each kind and look. */
	#chipBitmap({ at: { width, height, flipped }, item: { kind }, look: { isSelected, count } }: SmallCard): HTMLCanvasElement {
		const look = (flipped ? 1 : 0) + (isSelected ? 2 : 0) + (count > 0 ? 4 : 0);
		const key = kinds.indexOf(kind) + kinds.length * (100 + look + 8 * (width + 1000 * height));
		return this.#bitmap(key, () => {
			const bitmap = document.createElement('canvas');
			bitmap.width = Math.round((width + 2 * around) * this.#scale);
			bitmap.height = Math.round((height + 2 * around) * this.#scale);
			const brush = bitmap.getContext('2d')!;
			brush.scale(this.#scale, this.#scale);
			brush.translate(around, around);
			if (count > 0) this.#plate(brush, 4, 4, width, height, '--bg-card');
			if (isSelected) {
				fill(brush, this.#colour('--sun'), -5, -5, width + 10, height + 10, round.chip + 5);
				fill(brush, this.#colour('--ring'), -2, -2, width + 4, height + 4, round.chip + 2);
				fill(brush, this.#colour('--bg-card'), 0, 0, width, height, round.chip);
				fill(brush, this.#colour(`--${kind}-soft`), 0, 0, width, height, round.chip);
			} else this.#plate(brush, 0, 0, width, height, `--${kind}-soft`);
			const left = flipped ? width - inChip.glyphLeft - inChip.glyph : inChip.glyphLeft;
			brush.drawImage(this.#glyphBitmap(kind, inChip.glyph), this.#snap(left), this.#snap((height - inChip.glyph) / 2), inChip.glyph, inChip.glyph);
			return bitmap;
		});
	}

	/** A card's ground on its shadow. */
	#plate(brush: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, colour: string): void {
		for (const { y: down, blur, spread, colour: dark } of this.#shadows.toReversed()) {
			brush.save();
			// Only the shadow is wanted, so what casts it stands outside the bitmap.
			const away = 1000;
			brush.shadowColor = blur > 0 ? dark : 'transparent';
			brush.shadowBlur = blur * this.#scale;
			brush.shadowOffsetX = away * this.#scale;
			brush.shadowOffsetY = down * this.#scale;
			fill(brush, blur > 0 ? '#000' : dark, x - spread - (blur > 0 ? away : 0), y - spread + (blur > 0 ? 0 : down), width + 2 * spread, height + 2 * spread, round.chip + spread);
			brush.restore();
		}
		fill(brush, this.#colour('--bg-card'), x, y, width, height, round.chip);
		fill(brush, this.#colour(colour), x, y, width, height, round.chip);
	}

	#bitmap(key: number, make: () => HTMLCanvasElement): HTMLCanvasElement {
		let bitmap = this.#bitmaps.get(key);
		if (!bitmap) this.#bitmaps.set(key, (bitmap = make()));
		return bitmap;
	}
}

function fill(brush: CanvasRenderingContext2D, colour: string, x: number, y: number, width: number, height: number, radius: number): void {
	brush.beginPath();
	brush.roundRect(x, y, width, height, radius);
	brush.fillStyle = colour;
	brush.fill();
}

/** The parts of a box-shadow as the theme writes it: lengths in pixels, then the colour; first what lies on top. */
export function shadowsOf(text: string): Shadow[] {
	return [...text.matchAll(/((?:-?[\d.]+(?:px)?\s+){2,4})(rgb\([^)]*\)|#[\da-f]+)/gi)].map(([, lengths = '', colour = '']) => {
		const [, y = 0, blur = 0, spread = 0] = lengths.trim().split(/\s+/).map(Number.parseFloat);
		return { y, blur, spread, colour };
	});
}
