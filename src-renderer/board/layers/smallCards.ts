/**
 * The canvas on which a crowd of small cards is drawn, in the cards' place. It stands still and is drawn anew where the view
 * moves: a thousand bitmaps take a third of the time that it takes to move a thousand elements.
 */
import { namesWidth } from '../measures.ts';
import type { Scene } from '../scene.ts';
import { Chips, type SmallCard } from './chips.ts';

/** Rings, shadows and signs look out of a card by less than this. */
const beyond = 16;

export class SmallCards {
	#canvas: HTMLCanvasElement | null = null;
	#chips: Chips | null = null;
	#isEmpty = true;
	readonly #again: () => void;

	/** @param again draws: the font has come. */
	constructor(again: () => void) {
		this.#again = again;
	}

	/** An attachment for the canvas, which fills the part of the board that shows cards. */
	mount = (canvas: HTMLCanvasElement): (() => void) => {
		this.#canvas = canvas;
		this.#isEmpty = true;
		const fontsCame = () => this.#isEmpty || this.#again();
		document.fonts.addEventListener('loadingdone', fontsCame);
		return () => {
			document.fonts.removeEventListener('loadingdone', fontsCame);
			this.#canvas = null;
		};
	};

	/** Call when the theme's colours or the screen's resolution have changed. */
	forgetLooks(): void {
		this.#chips = null;
	}

	clear(): void {
		const canvas = this.#canvas;
		if (!canvas || this.#isEmpty) return;
		canvas.getContext('2d')!.clearRect(0, 0, canvas.width, canvas.height);
		canvas.style.display = 'none';
		this.#isEmpty = true;
	}

	/** @param cards in the order in which they are read; what is selected lies over the others. */
	draw(cards: readonly SmallCard[], { camera, plot }: Scene): void {
		const canvas = this.#canvas;
		if (!canvas) return;
		const scale = window.devicePixelRatio || 1;
		const brush = sized(canvas, namesWidth + plot.width, plot.height, scale);
		this.#chips ??= new Chips(canvas, scale);
		this.#chips.begin();
		if (this.#isEmpty) canvas.style.display = 'block';
		this.#isEmpty = false;
		const snap = (value: number) => Math.round(value * scale) / scale;
		const [dx, dy] = [namesWidth - Math.round(camera.x), -Math.round(camera.y)];
		const selected: SmallCard[] = [];
		const put = (card: SmallCard) => this.#chips!.draw(brush, card, snap(card.at.left + dx), snap(card.at.top + dy));
		for (const card of cards) {
			const { left, top, width, height } = card.at;
			const isOutside = left + dx + width < -beyond || left + dx > namesWidth + plot.width + beyond || top + dy + height < -beyond || top + dy > plot.height + beyond;
			if (isOutside) continue;
			if (card.look.isSelected) selected.push(card);
			else put(card);
		}
		selected.forEach(put);
	}
}

/** Empty, and as large as this in pixels of the page. */
function sized(canvas: HTMLCanvasElement, width: number, height: number, scale: number): CanvasRenderingContext2D {
	const brush = canvas.getContext('2d')!;
	const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
	if (canvas.width !== wide || canvas.height !== high) {
		canvas.width = wide;
		canvas.height = high;
		canvas.style.width = `${wide / scale}px`;
		canvas.style.height = `${high / scale}px`;
	} else {
		brush.setTransform(1, 0, 0, 1, 0, 0);
		brush.clearRect(0, 0, wide, high);
	}
	brush.setTransform(scale, 0, 0, scale, 0, 0);
	return brush;
}
