import { expect, test } from 'vitest';
import { textsOf, type Setter, type Shape } from './shapes.ts';
import { wayBackShapes } from './wayBackShapes.ts';

const setter: Setter = {
	width: (text) => text.length * 6,
	lines: (text, _, width, most) => (text.length * 6 <= width ? [text] : [`${text.slice(0, Math.floor(width / 6) - 1)}…`]).slice(0, most),
};
const place = { left: 0, plotLeft: 100, right: 1120, top: 10, x: (at: number) => 110 + at * 100, row: 24, leading: 14 };
const step = (id: string, at: number, fields: { title?: string; owner?: string; done?: boolean } = {}) => ({ id, at, title: id, owner: '', ...fields });
const draw = (steps: ReturnType<typeof step>[], at = place) => wayBackShapes({ world: 'Common Ground, 2036', steps, baseYear: 2026 }, at, setter);
const flags = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.is === 'group' ? shape.shapes : [])).flatMap((shape) => (shape.is === 'group' ? [shape] : []));

test('each step is a flag that says its date, its name, who does it and that it is done', () => {
	const { shapes } = draw([step('Rules are firm', 5.25, { owner: 'Commission' }), step('Budget', 1, { done: true })]);
	expect(flags(shapes).map(({ name }) => name).sort()).toEqual(['2027 Q1: Budget, done', '2031 Q2: Rules are firm, Commission']);
	expect(textsOf(shapes)).toEqual(['Way back', expect.stringMatching(/^Common Ground/), 'Rules are firm', 'Budget, done']);
});

test('without a step in sight there is no strip', () => {
	expect(draw([])).toEqual({ shapes: [], height: 0 });
	expect(draw([step('before what is shown', 1)], { ...place, plotLeft: 400 })).toEqual({ shapes: [], height: 0 });
});

test('steps close to each other stand in rows of their own, and no words go past the edge', () => {
	const { shapes, height } = draw([step('The first one', 4), step('The second one', 4.25), step('A third one', 9.9)]);
	const boxes = flags(shapes).map((flag) => flag.shapes.find((shape) => shape.is === 'rect')!);
	expect(new Set(boxes.map(({ top }) => top)).size).toBe(2);
	expect(Math.max(...boxes.map(({ left, width }) => left + width))).toBeLessThanOrEqual(place.right + 1);
	expect(height).toBeGreaterThan(2 * place.row);
});

test('rows that have no room are left out, and how many steps they hold is said in the words that are given', () => {
	const steps = Array.from({ length: 9 }, (_, index) => step(`A step of some length ${index}`, 4 + index / 10, { done: index === 0 }));
	const words = { title: 'Rückweg', unnamed: 'Ohne Namen', done: (text: string) => `${text}, erledigt`, more: (count: number) => `${count} weitere` };
	const { shapes, height } = wayBackShapes({ world: 'W', steps, baseYear: 2026, words }, { ...place, mostRows: 2, widest: 20 }, setter);
	expect(height).toBeLessThan(3 * place.row);
	expect(flags(shapes)).toHaveLength(2);
	expect(textsOf(shapes)).toEqual(['Rückweg', 'W', '7 weitere', 'A step of some length 1', 'A step of some length 0, erledigt']);
});

test('a long name is cut', () => {
	const { shapes } = draw([step('x'.repeat(500), 2)]);
	expect(textsOf(shapes).at(-1)).toMatch(/^x+…$/);
});
