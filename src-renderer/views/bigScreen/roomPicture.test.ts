import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textsOf, type Group, type Shape } from '../../../src-shared/domain/picture/shapes.ts';
import type { RoomResult } from '../../../src-shared/domain/roomResults.ts';
import { kinds } from '../../../src-shared/schemas/document.ts';
import { fonts, setterOf } from '../../board/pictures/fonts.ts';
import type { RoomCanvas, RoomCard } from '../../db/roomCanvas.ts';
import { pack } from './pack.ts';
import { roomHeight, roomPicture, type RoomSight } from './roomPicture.ts';

const setter = setterOf((text, role) => [...text].length * fonts[role].size * 0.52);
const lanes = ['Society', 'Technology', 'Economy', 'Environment', 'Politics'].map((name, n) => ({ id: `l${n}`, name }));
const cardOf = (n: number, at: number, lane = n % 5): RoomCard => ({ id: `c${n}`, kind: kinds[n % 5]!, code: `S${n}`, name: `Card number ${n} of the canvas`, placement: { at, laneId: `l${lane}`, height: 0 } });
const resultOf = (cardId: string, median: number): RoomResult => ({ cardId, impact: null, uncertainty: null, relevancy: { median, iqr: 1, consensus: 0.7, agreed: true, n: 8, roundTitle: 'Round 1' }, timing: { q1: 2028, median: 2029, q3: 'later', n: 8, roundTitle: 'Round 1', roundId: 'r' } });
const canvasOf = (cards: RoomCard[], voted: string[] = [], patch: Partial<RoomCanvas['workshop']> = {}): RoomCanvas => ({
	workshop: { id: 'w', title: 'Towns', question: 'What carries our towns?', baseYear: 2026, lanes, ...patch },
	cards, structure: { clusters: [], influences: [], notes: [], overlays: [] }, results: new Map(voted.map((id) => [id, resultOf(id, 4)])), vote: null,
});
const sight: RoomSight = { view: null, shown: new Set(), today: 0.9, todayName: 'Today, 22 November 2026', rating: 'relevancy' };
const draw = (canvas: RoomCanvas, patch: Partial<RoomSight> = {}, aspect = 16 / 9) => roomPicture(canvas, { ...sight, ...patch }, aspect, setter);
const groups = (shapes: readonly Shape[]): Group[] => shapes.filter((shape) => shape.is === 'group').filter(({ id }) => id !== undefined);
const counted = (shapes: readonly Shape[]) => textsOf(shapes).reduce((sum, text) => sum + (/^\+\d+$/.test(text) ? Number(text.slice(1)) : 0), 0);
const flat = (shapes: readonly Shape[]): Shape[] => shapes.flatMap((shape) => (shape.is === 'group' ? flat(shape.shapes) : [shape]));

test('every card is drawn or counted, however many there are, and nothing leaves the picture', () => {
	const cards = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.nat(4)), { maxLength: 400 }).map((all) => all.map(([quarter, lane], n) => cardOf(n, quarter / 4, lane)));
	fc.assert(
		fc.property(cards, fc.oneof(fc.nat(12), fc.nat(400)), fc.constantFrom(4 / 3, 16 / 10, 16 / 9), (cards, voted, aspect) => {
			const picture = draw(canvasOf(cards, cards.slice(0, voted).map(({ id }) => id)), {}, aspect);
			expect(groups(picture.shapes).length + counted(picture.shapes)).toBe(cards.length);
			for (const shape of flat(picture.shapes)) {
				if (shape.is === 'text') expect(shape.top >= 0 && shape.top + shape.leading <= roomHeight + 1).toBe(true);
			}
		}),
		{ numRuns: 60 },
	);
});

test('nothing is smaller than 26 on a picture 900 high', () => {
	const picture = draw({ ...canvasOf(Array.from({ length: 200 }, (_, n) => cardOf(n, (n % 40) / 4)), ['c1', 'c2']), vote: { title: 'Round 2', voted: 3, people: 9 } });
	expect(picture.height).toBe(900);
	const sizes = flat(picture.shapes).flatMap((shape) => (shape.is === 'text' ? [fonts[shape.role].size] : []));
	expect(Math.min(...sizes)).toBeGreaterThanOrEqual(26);
});

test('few cards have their names; of more, those the room voted on; the rest their codes or signs', () => {
	const few = Array.from({ length: 10 }, (_, n) => cardOf(n, n));
	expect(textsOf(draw(canvasOf(few)).shapes).filter((text) => text.startsWith('Card'))).toHaveLength(10);
	const many = Array.from({ length: 90 }, (_, n) => cardOf(n, (n * 7 % 40) / 4));
	const said = textsOf(draw(canvasOf(many, ['c3', 'c11', 'c27'])).shapes);
	expect(said.filter((text) => text.startsWith('Card'))).toHaveLength(3);
	expect(said).toContain('4');
});

test('whose date and code stand on the same place: a late card’s name lies to the left', () => {
	const [late] = groups(draw(canvasOf([cardOf(1, 10)])).shapes);
	const glyph = late!.shapes.find((shape) => shape.is === 'glyph')!;
	const name = late!.shapes.find((shape) => shape.is === 'text')!;
	expect(name).toMatchObject({ align: 'end' });
	expect(name.x).toBeLessThan(glyph.left);
});

describe('following the facilitator', () => {
	const cards = [cardOf(0, 1, 0), cardOf(1, 4, 0), cardOf(2, 4.5, 1), cardOf(3, 9, 1)];

	test('shows their years and lanes, and says how many cards are elsewhere', () => {
		const picture = draw(canvasOf(cards), { view: { from: 3, to: 6, laneIds: ['l0', 'l1'], cardIds: null } });
		expect(groups(picture.shapes).map(({ id }) => id)).toEqual(['c1', 'c2']);
		const said = textsOf(picture.shapes);
		expect(said).toContain('2 cards outside this view');
		expect(said).toContain('2029');
		expect(said).not.toContain('2026');
		expect(said).not.toContain('Politics');
		expect(said).not.toContain(sight.todayName);
	});

	test('shows of a high lane what they have in sight', () => {
		const picture = draw(canvasOf(cards), { view: { from: 0, to: 10, laneIds: ['l0'], cardIds: ['c1'] } });
		expect(groups(picture.shapes).map(({ id }) => id)).toEqual(['c1']);
		expect(textsOf(picture.shapes)).toContain('3 cards outside this view');
	});
});

test('what is pointed out has its name and stands out; else nothing does', () => {
	const many = Array.from({ length: 150 }, (_, n) => cardOf(n, (n * 7 % 40) / 4));
	const halos = (shapes: readonly Shape[]) => flat(shapes).filter((shape) => shape.is === 'rect' && shape.stroke === 'sun');
	expect(halos(draw(canvasOf(many)).shapes)).toHaveLength(0);
	const picture = draw(canvasOf(many), { shown: new Set(['c60']) });
	expect(halos(picture.shapes)).toHaveLength(1);
	expect(textsOf(picture.shapes).join(' ')).toContain('Card number 60');
});

test('more lanes than lines of text fit are named as outside', () => {
	const all = Array.from({ length: 30 }, (_, n) => ({ id: `l${n}`, name: `Lane ${n}` }));
	const cards = all.map((_, n) => cardOf(n, 3, n));
	const picture = draw(canvasOf(cards, [], { lanes: all }));
	const said = textsOf(picture.shapes);
	const outside = said.find((text) => text.endsWith('outside this view'))!;
	const [, laneCount, cardCount] = /^(\d+) lanes and (\d+) cards/.exec(outside)!;
	expect(groups(picture.shapes).length + counted(picture.shapes) + Number(cardCount)).toBe(30);
	expect(Number(laneCount)).toBe(Number(cardCount));
});

test('spans that overlap are in different rows, and what finds no row is told', () => {
	const span = fc.record({ id: fc.uuid(), left: fc.integer({ min: 0, max: 500 }), wide: fc.integer({ min: 1, max: 90 }), wish: fc.nat(3) });
	fc.assert(
		fc.property(fc.uniqueArray(span, { selector: ({ id }) => id, maxLength: 60 }), fc.integer({ min: 1, max: 6 }), (given, most) => {
			const spans = given.map(({ id, left, wide, wish }) => ({ id, left, right: left + wide, wish }));
			const { rows, rest, count } = pack(spans, 4, most);
			expect(rows.size + rest.length).toBe(spans.length);
			expect(count).toBeLessThanOrEqual(most);
			const placed = spans.filter(({ id }) => rows.has(id));
			for (const a of placed) for (const b of placed) {
				if (a !== b && rows.get(a.id) === rows.get(b.id)) expect(a.right + 4 <= b.left || b.right + 4 <= a.left).toBe(true);
			}
		}),
	);
});
