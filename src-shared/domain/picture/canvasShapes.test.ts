import { describe, expect, test } from 'vitest';
import { canvasShapes, screenStyle, type CanvasModel } from './canvasShapes.ts';
import { cardShapes, type PictureCard } from './cardShapes.ts';
import { legendShapes } from './legend.ts';
import { textsOf, type Setter, type Shape } from './shapes.ts';

/** Every letter is half as wide as a name is high. */
const setter: Setter = {
	width: (text) => text.length * 6,
	lines: (text, _role, width, most) => {
		const each = Math.max(1, Math.floor(width / 6));
		const lines = Array.from({ length: Math.ceil(text.length / each) }, (_, line) => text.slice(line * each, (line + 1) * each));
		return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, -1)}…`] : lines;
	},
};
const card: PictureCard = {
	id: 'a', kind: 'signal', code: 'S1', name: 'Night trains', isMade: false, label: 'Signal S1, Night trains, 2029 Q4, Technology',
	left: 200, top: 60, width: 168, height: 44, flipped: false, detail: 'card',
};
const model = (patch: Partial<CanvasModel> = {}): CanvasModel => ({
	left: 0, plotLeft: 100, right: 800, top: 0, foot: 200, marks: [{ x: 120, text: '2026', is: 'year' }, { x: 150, text: '', is: 'half' }],
	lanes: [{ name: 'Technology', note: '1 card', top: 34, height: 80, folded: false, degrees: [], hint: null }, { name: 'Society', note: '0 cards', top: 114, height: 86, folded: false, degrees: [], hint: 'No cards.' }],
	today: 180, milestones: [], cards: [card], ...patch,
});
const flat = (shapes: readonly Shape[]): Shape[] => shapes.flatMap((shape) => (shape.is === 'group' ? [shape, ...flat(shape.shapes)] : [shape]));
const texts = (shapes: readonly Shape[]) => flat(shapes).filter((shape) => shape.is === 'text');

test('years, lanes with their counts, cards and what an empty lane asks are all there as text', () => {
	const said = textsOf(canvasShapes(model(), screenStyle, setter));
	expect(said).toEqual(expect.arrayContaining(['2026', 'Technology', '1 card', 'Society', '0 cards', 'No cards.', 'S1', 'Night trains']));
});

test('a card’s code stands on the middle of its tab, which is its date, flipped or not', () => {
	const codeX = (patch: Partial<PictureCard>) => texts([cardShapes({ ...card, ...patch }, screenStyle, setter, 800)]).find(({ text }) => text === 'S1')!.x;
	expect(codeX({})).toBe(200 + 13);
	expect(codeX({ flipped: true })).toBe(200 + 168 - 13);
});

test('each card is a group with its name in words, for those who cannot see it', () => {
	const groups = flat(canvasShapes(model(), screenStyle, setter)).filter((shape) => shape.is === 'group' && shape.id !== undefined);
	expect(groups).toMatchObject([{ id: 'a', name: card.label }]);
});

test('text is legible or absent: a card far away is its glyph alone', () => {
	expect(textsOf(cardShapes({ ...card, detail: 'glyph' }, screenStyle, setter, 800).shapes)).toEqual([]);
	expect(textsOf(cardShapes({ ...card, detail: 'tab' }, screenStyle, setter, 800).shapes)).toEqual(['S1']);
});

test('a pile says how many lie under it, at any distance', () => {
	for (const detail of ['glyph', 'tab', 'card', 'full'] as const) expect(textsOf(cardShapes({ ...card, detail, count: 7 }, screenStyle, setter, 800).shapes)).toContain('+7');
});

describe('what the room said', () => {
	test('agreed is a filled box and contested an open one, beside the figure', () => {
		const box = (agreed: boolean) => {
			const { shapes } = cardShapes({ ...card, badge: { median: '3.5', agreed } }, screenStyle, setter, 800);
			expect(textsOf(shapes)).toContain('3.5');
			return shapes.filter((shape) => shape.is === 'rect').at(-1)!;
		};
		expect(box(true)).toMatchObject({ fill: 'ink' });
		expect(box(true)).not.toHaveProperty('stroke');
		expect(box(false)).toMatchObject({ fill: 'bg-card', stroke: 'ink' });
	});

	test('a whisker that goes beyond the last year has no end but an arrow', () => {
		const paths = (to: number | null) => cardShapes({ ...card, whisker: { from: 220, median: 300, to } }, screenStyle, setter, 800).shapes.filter((shape) => shape.is === 'path').map(({ d }) => d);
		expect(paths(400).some((d) => d.startsWith('M400 ') && d.includes('L400 '))).toBe(true);
		expect(paths(null).some((d) => d.split('L').length === 3 && d.includes('L800 '))).toBe(true);
	});
});

test('the legend has the signs that the picture has, and wraps', () => {
	const style = { leading: 20, glyph: 15, badge: screenStyle.badge };
	const few = legendShapes({ kinds: ['issue'], today: null }, { left: 0, top: 0, width: 700 }, style, setter);
	expect(textsOf(few.shapes)).toEqual(['Issue']);
	const all = legendShapes({ today: 'Today, 14 May 2026', badges: true, whiskers: true, milestones: true, piles: true }, { left: 0, top: 0, width: 300 }, style, setter);
	// Five kinds, two boxes with a figure in each, whisker, today, milestones, piles.
	expect(textsOf(all.shapes)).toHaveLength(13);
	expect(all.height).toBeGreaterThan(few.height);
	for (const text of texts(all.shapes)) expect(text.x + setter.width(text.text, 'legend')).toBeLessThanOrEqual(300 + 1);
});
