/**
 * The part of pdfkit's document that the report's drawings use, writing SVG: a picture in another format is the one in the
 * print. Colours of the theme become variables, which the page that shows the picture has in light and in dark.
 */
import type { Doc } from '../../paper.ts';
import { colours, kindColours, ridges, type TextStyle } from '../../theme.ts';
import { attributes, escaped } from './markup.ts';

const named: [string, string][] = [
	[colours.paper, 'paper'], [colours.canvas, 'canvas'], [colours.ink, 'ink'], [colours.ink2, 'ink-2'], [colours.line, 'line'], [colours.lineStrong, 'line-strong'], [colours.sun, 'sun'], [colours.skyLow, 'sky-low'],
	...ridges.map((ridge, index): [string, string] => [ridge, `ridge-${index + 1}`]),
	...Object.entries(kindColours).flatMap(([kind, { ink, soft }]): [string, string][] => [[ink, kind], [soft, `${kind}-soft`]]),
];
const variables = new Map(named.map(([colour, name]) => [colour.toUpperCase(), `var(--${name})`]));

/** What a colour of the print is called on a page; one that people chose stays as it is. */
export const inkOf = (colour: string): string => variables.get(colour.toUpperCase()) ?? (/^#[0-9a-f]{3,8}$/i.test(colour) ? colour : 'var(--ink)');

const rounded = (value: number): string => String(Math.round(value * 100) / 100);
const point = (x: number, y: number): string => `${rounded(x)} ${rounded(y)}`;

interface State {
	/** Groups that are open since the last `save`. */
	groups: number;
	thick: number;
	stroke: string;
	fill: string;
	dash: string | undefined;
	opacity: number | undefined;
}

const begun: State = { groups: 0, thick: 1, stroke: colours.ink, fill: colours.ink, dash: undefined, opacity: undefined };

export class SvgPen {
	#out: string[] = [];
	#path: string[] = [];
	#state: State = { ...begun };
	#states: State[] = [];
	#clips = 0;
	#lowest = 0;
	/** Told of places, links and images, which are none of the pen's business. */
	#others: Partial<Record<string, (...given: never[]) => void>>;

	constructor(others: Partial<Record<string, (...given: never[]) => void>> = {}) {
		this.#others = others;
	}

	/** As the drawings know it: every call gives the document back. */
	readonly doc: Doc = new Proxy({} as Doc, {
		get: (_, name: string) => {
			if (name === 'linearGradient') return () => gradient;
			return (...given: never[]) => {
				const own = (this as unknown as Record<string, unknown>)[name];
				if (typeof own === 'function') own.apply(this, given);
				else this.#others[name]?.(...given);
				return this.doc;
			};
		},
	});

	/** The marks since they were last taken. */
	take(): string {
		const marks = this.#out.join('');
		this.#out = [];
		this.#path = [];
		return marks;
	}

	/** How far down the words reach that were written since it was last asked. */
	lowest(): number {
		const lowest = this.#lowest;
		this.#lowest = 0;
		return lowest;
	}

	/** Squeezed or stretched to the width that was reckoned with, so that it fits its place in whatever font it is shown. */
	write(text: string, x: number, y: number, { size, weight, colour }: TextStyle, width: number): void {
		if (text.trim() === '') return;
		this.#lowest = Math.max(this.#lowest, y + size * 0.4);
		const fit = text === text.trim() && text.length > 2 ? { textLength: rounded(width), lengthAdjust: 'spacingAndGlyphs' } : {};
		this.#out.push(`<text${attributes({ x: rounded(x), y: rounded(y), 'font-size': rounded(size), 'font-weight': weight, fill: inkOf(colour), ...fit })}>${escaped(text)}</text>`);
	}

	image(href: string, x: number, y: number, { width, height }: { width: number; height: number }): void {
		this.#out.push(`<image${attributes({ href, x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) })}/>`);
	}

	save(): void {
		this.#states.push(this.#state);
		this.#state = { ...this.#state, groups: 0 };
	}
	restore(): void {
		this.#out.push('</g>'.repeat(this.#state.groups));
		this.#state = this.#states.pop() ?? { ...begun };
	}
	translate(x: number, y: number): void {
		this.#group({ transform: `translate(${point(x, y)})` });
	}
	scale(by: number): void {
		this.#group({ transform: `scale(${Math.round(by * 10_000) / 10_000})` });
	}
	rotate(angle: number, { origin: [x, y] = [0, 0] }: { origin?: readonly [number, number] } = {}): void {
		this.#group({ transform: `rotate(${rounded(angle)} ${point(x, y)})` });
	}
	clip(): void {
		const id = `clip-${++this.#clips}`;
		this.#out.push(`<clipPath id="${id}"><path d="${this.#path.join('')}"/></clipPath>`);
		this.#path = [];
		this.#group({ 'clip-path': `url(#${id})` });
	}

	lineWidth(thick: number): void {
		this.#state.thick = thick;
	}
	strokeColor(stroke: string): void {
		this.#state.stroke = stroke;
	}
	fillColor(fill: string): void {
		this.#state.fill = fill;
	}
	opacity(opacity: number): void {
		this.#state.opacity = opacity;
	}
	fillOpacity(opacity: number): void {
		this.#state.opacity = opacity;
	}
	dash(length: number, { space = length }: { space?: number } = {}): void {
		this.#state.dash = point(length, space);
	}
	undash(): void {
		this.#state.dash = undefined;
	}

	moveTo(x: number, y: number): void {
		this.#path.push(`M${point(x, y)}`);
	}
	lineTo(x: number, y: number): void {
		this.#path.push(`L${point(x, y)}`);
	}
	bezierCurveTo(a: number, b: number, c: number, d: number, x: number, y: number): void {
		this.#path.push(`C${point(a, b)} ${point(c, d)} ${point(x, y)}`);
	}
	quadraticCurveTo(a: number, b: number, x: number, y: number): void {
		this.#path.push(`Q${point(a, b)} ${point(x, y)}`);
	}
	closePath(): void {
		this.#path.push('Z');
	}
	path(d: string): void {
		this.#path.push(/^[\d\s,.eE+\-MmLlHhVvCcSsQqTtAaZz]*$/.test(d) ? d : '');
	}
	rect(x: number, y: number, width: number, height: number): void {
		this.#path.push(`M${point(x, y)}h${rounded(width)}v${rounded(height)}h${rounded(-width)}Z`);
	}
	roundedRect(x: number, y: number, width: number, height: number, radius: number): void {
		const r = Math.min(radius, width / 2, height / 2);
		if (!(r > 0)) return this.rect(x, y, width, height);
		const arc = (dx: number, dy: number) => `a${point(r, r)} 0 0 1 ${point(dx, dy)}`;
		const [w, h] = [width - 2 * r, height - 2 * r];
		this.#path.push(`M${point(x + r, y)}h${rounded(w)}${arc(r, r)}v${rounded(h)}${arc(-r, r)}h${rounded(-w)}${arc(-r, -r)}v${rounded(-h)}${arc(r, -r)}Z`);
	}
	circle(x: number, y: number, r: number): void {
		this.ellipse(x, y, r, r);
	}
	ellipse(x: number, y: number, rx: number, ry = rx): void {
		this.#path.push(`M${point(x - rx, y)}a${point(rx, ry)} 0 1 0 ${point(2 * rx, 0)}a${point(rx, ry)} 0 1 0 ${point(-2 * rx, 0)}Z`);
	}

	fill(colour?: unknown, rule?: string): void {
		this.#paint(colourOf(colour, this.#state.fill), null, rule);
	}
	stroke(colour?: unknown): void {
		this.#paint(null, colourOf(colour, this.#state.stroke));
	}
	fillAndStroke(fill?: unknown, stroke?: unknown, rule?: string): void {
		this.#paint(colourOf(fill, this.#state.fill), colourOf(stroke, this.#state.stroke), rule);
	}

	#group(more: Record<string, string>): void {
		this.#out.push(`<g${attributes(more)}>`);
		this.#state.groups++;
	}

	#paint(fill: string | null, stroke: string | null, rule?: string): void {
		const d = this.#path.join('');
		this.#path = [];
		if (d === '') return;
		const { thick, dash, opacity } = this.#state;
		const line = stroke === null ? {} : { stroke: inkOf(stroke), 'stroke-width': rounded(thick), 'stroke-dasharray': dash };
		this.#out.push(`<path${attributes({ d, fill: fill === null ? 'none' : inkOf(fill), 'fill-rule': rule === 'even-odd' ? 'evenodd' : undefined, ...line, opacity: opacity === undefined ? undefined : rounded(opacity) })}/>`);
	}
}

const colourOf = (given: unknown, otherwise: string): string => (typeof given === 'string' ? given : otherwise);

/** Only skies have one, and the page draws its own. */
const gradient = { stop: () => gradient };
