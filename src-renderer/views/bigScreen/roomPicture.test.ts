import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textsOf, type Box, type Group, type Shape } from '../../../src-shared/domain/picture/shapes.ts';
import type { RoomResult } from '../../../src-shared/domain/roomResults.ts';
import { kinds } from '../../../src-shared/schemas/names.ts';
import { fonts, setterOf } from '../../ui/pictures/fonts.ts';
import type { RoomCanvas, RoomCard, RoomNote, RoomStructure } from '../../db/roomCanvas.ts';
import { pack } from './pack.ts';
import { roomPicture } from './roomPicture.ts';
import { roomHeight, type RoomSight } from './roomSight.ts';

const setter = setterOf((text, role) => [...text].length * fonts[role].size * 0.52);
const lanes = ['Society', 'Technology', 'Economy', 'Environment', 'Politics'].map((name, n) => ({ id: `l${n}`, name }));
const cardOf = (n: number, at: number, lane = n % 5): RoomCard => ({ id: `c${n}`, kind: kinds[n % 5]!, code: `S${n}`, name: `Card number ${n} of the canvas`, placement: { at, laneId: `l${lane}`, height: 0 } });
const resultOf = (cardId: string, median: number): RoomResult => ({ cardId, impact: null, uncertainty: null, relevancy: { q1: median, median, q3: median + 1, iqr: 1, consensus: 0.7, agreed: true, n: 8, roundTitle: 'Round 1' }, timing: { q1: 2028, median: 2029, q3: 'later', n: 8, roundTitle: 'Round 1', roundId: 'r' } });
const canvasOf = (cards: RoomCard[], voted: string[] = [], patch: Partial<RoomCanvas['workshop']> = {}, structure: Partial<RoomStructure> = {}): RoomCanvas => ({
	workshop: { id: 'w', title: 'Towns', question: 'What carries our towns?', baseYear: 2026, lanes, ...patch },
	cards, structure: { clusters: [], influences: [], notes: [], overlays: [], ...structure }, results: new Map(voted.map((id) => [id, resultOf(id, 4)])), vote: null,
});
const sight: RoomSight = { view: null, shown: new Set(), today: 0.9, todayName: 'Today, 22 November 2026', rating: 'relevancy' };
const draw = (canvas: RoomCanvas, patch: Partial<RoomSight> = {}, aspect = 16 / 9) => roomPicture(canvas, { ...sight, ...patch }, aspect, setter);
const groups = (shapes: readonly Shape[]): Group[] => shapes.filter((shape) => shape.is === 'group').filter(({ id }) => id !== undefined);
/** Of cards; an influence's strength stands in its arrow's group. */
const counted = (shapes: readonly Shape[]) => textsOf(shapes.filter(({ is }) => is !== 'group')).reduce((sum, text) => sum + (/^\+\d+$/.test(text) ? Number(text.slice(1)) : 0), 0);
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

describe('structure', () => {
	const few = Array.from({ length: 10 }, (_, n) => cardOf(n, n));
	const named = (shapes: readonly Shape[], start: string): Group[] => shapes.flatMap((shape) => (shape.is !== 'group' ? [] : [...(shape.name?.startsWith(start) ? [shape] : []), ...named(shape.shapes, start)]));
	const structured = (structure: Partial<RoomStructure>, cards: RoomCard[] = few, voted: string[] = []) => draw(canvasOf(cards, voted, {}, structure));
	/** Where a line of text stands. */
	const boxOf = (shape: Shape & { is: 'text' }, dx = 0, dy = 0): Box => {
		const width = setter.width(shape.text, shape.role);
		const left = shape.align === 'end' ? shape.x - width : shape.align === 'middle' ? shape.x - width / 2 : shape.x;
		return { left: left + dx, top: shape.top + dy + (shape.leading - 26) / 2, width, height: 26 };
	};
	const texts = (shapes: readonly Shape[], dx = 0, dy = 0): Box[] =>
		shapes.flatMap((shape) => (shape.is === 'text' ? [boxOf(shape, dx, dy)] : shape.is === 'group' ? texts(shape.shapes, dx + (shape.at?.x ?? 0), dy + (shape.at?.y ?? 0)) : []));
	const frames = (shapes: readonly Shape[]) => shapes.filter((shape) => shape.is === 'rect' && shape.fill === 'bg-sunken' && shape.radius === 12) as (Shape & { is: 'rect' })[];
	const at = (group: Group): { x: number; y: number } => {
		const glyph = group.shapes.find((shape) => shape.is === 'glyph')!;
		return { x: glyph.left + glyph.size / 2, y: glyph.top + glyph.size / 2 };
	};
	const isIn = ({ left, top, width, height }: Box, { x, y }: { x: number; y: number }) => x > left && x < left + width && y > top && y < top + height;
	const noteAt = (id: string, text: string, at: number, lane = 0): RoomNote => ({ id, text, at, laneId: `l${lane}`, height: 0 });
	const influence = (from: number, to: number, strength: number) => ({ id: `i${from}-${to}`, fromId: `c${from}`, toId: `c${to}`, strength });

	const anyCards = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.nat(4), fc.constantFrom(1, 2, 3, undefined)), { minLength: 4, maxLength: 120 })
		.map((all) => all.map(([quarter, lane, horizon], n): RoomCard => ({ ...cardOf(n, quarter / 4, lane), ...(horizon && { horizon: horizon as 1 | 2 | 3 }) })));
	const anyStructure = fc.tuple(fc.array(fc.nat(119), { maxLength: 12 }), fc.array(fc.tuple(fc.nat(119), fc.nat(119), fc.integer({ min: -3, max: 3 })), { maxLength: 8 }), fc.nat(6), fc.subarray(['horizons', 'cone'] as const));

	test('whatever stands on the wall: a frame has its own cards in it and no others, no text covers another, and all is drawn or counted', () => {
		fc.assert(
			fc.property(anyCards, anyStructure, fc.nat(20), (cards, [members, pairs, notes, overlays], voted) => {
				const own = [...new Set(members.map((n) => `c${n % cards.length}`))];
				const clusters = [{ id: 'k1', name: 'Trust in public services', cardIds: own.slice(0, 6) }, { id: 'k2', name: 'Power', cardIds: own.slice(6) }].filter(({ cardIds }) => cardIds.length > 0);
				const influences = pairs.map(([from, to, strength], n) => ({ ...influence(from % cards.length, to % cards.length, strength), id: `i${n}` })).filter(({ fromId, toId }) => fromId !== toId);
				const given = { clusters, influences, notes: Array.from({ length: notes }, (_, n) => noteAt(`n${n}`, `Note ${n} with some words more`, n * 1.5, n % 5)), overlays };
				const picture = structured(given, cards, cards.slice(0, voted).map(({ id }) => id));
				expect(groups(picture.shapes).length + counted(picture.shapes)).toBe(cards.length);
				const drawn = new Map(groups(picture.shapes).map((group) => [group.id!, at(group)]));
				for (const frame of frames(picture.shapes)) {
					const inside = [...drawn].filter(([, spot]) => isIn(frame, spot)).map(([id]) => id);
					expect(inside.length).toBeGreaterThan(0);
					expect(clusters.some(({ cardIds }) => inside.every((id) => cardIds.includes(id)))).toBe(true);
				}
				const boxes = texts(picture.shapes);
				for (const [index, a] of boxes.entries()) {
					expect(a.top + a.height).toBeLessThanOrEqual(roomHeight);
					for (const b of boxes.slice(index + 1)) expect(a.left + 1 < b.left + b.width && b.left + 1 < a.left + a.width && a.top + 2 < b.top + b.height && b.top + 2 < a.top + a.height, JSON.stringify([a, b])).toBe(false);
				}
			}),
			{ numRuns: 60 },
		);
	});

	test('a cluster has a frame with its name in each lane that it has cards in', () => {
		const picture = structured({ clusters: [{ id: 'k', name: 'Trust', cardIds: ['c0', 'c5', 'c1'] }] });
		expect(frames(picture.shapes)).toHaveLength(2);
		expect(textsOf(picture.shapes).filter((text) => text === 'Trust')).toHaveLength(2);
		expect(textsOf(picture.shapes)).toContain('cluster');
	});

	test('an arrow says its sign and strength, and has none when one of its cards is out of sight', () => {
		const given = { influences: [influence(0, 5, 2), influence(1, 6, -3), influence(1, 99, 1)] };
		const [picture, zoomed] = [structured(given), draw(canvasOf(few, [], {}, given), { view: { from: 0.5, to: 7, laneIds: ['l0', 'l1'], cardIds: null } })];
		expect(textsOf(picture.shapes)).toEqual(expect.arrayContaining(['+2', '−3', 'reinforces', 'inhibits']));
		const [dashed] = named(picture.shapes, 'S1, Card number 1 of the canvas, inhibits S6');
		expect(dashed!.shapes.some((shape) => shape.is === 'path' && shape.dash)).toBe(true);
		expect(textsOf(zoomed.shapes)).not.toContain('+2');
		expect(textsOf(zoomed.shapes)).toContain('−3');
		expect(textsOf(zoomed.shapes)).not.toContain('reinforces');
	});

	test('a note stands at its date in its lane; for those without room there is their number', () => {
		const picture = structured({ notes: [noteAt('n', 'Ask the town council', 6, 2)] });
		const [note] = named(picture.shapes, 'Note: Ask the town council');
		const mark = note!.shapes.find((shape) => shape.is === 'rect')!;
		const year = flat(picture.shapes).find((shape) => shape.is === 'text' && shape.text === '2032') as Shape & { is: 'text' };
		expect(mark.left).toBeCloseTo(year.x);
		const many = structured({ notes: Array.from({ length: 40 }, (_, n) => noteAt(`n${n}`, `Note ${n} that has to be read`, (n % 10) / 2)) });
		const left = Number(/(\d+) (?:notes|marks)/.exec(textsOf(many.shapes).find((text) => /no room for|left out/.test(text))!)![1]);
		expect(left).toBeGreaterThan(0);
		expect(left + named(many.shapes, 'Note: ').length).toBe(40);
	});

	test('a card’s horizon is a number in a frame with the line of its curve', () => {
		const picture = structured({}, [{ ...cardOf(0, 2), horizon: 1 }, { ...cardOf(1, 4), horizon: 3 }, cardOf(2, 6)]);
		const marks = groups(picture.shapes).map((group) => group.shapes.flatMap((shape) => (shape.is === 'rect' && shape.stroke?.startsWith('horizon') ? [[shape.stroke, shape.dash !== undefined]] : [])));
		expect(marks).toEqual([[['horizon-1', false]], [['horizon-3', true]], []]);
		expect(textsOf(picture.shapes)).toEqual(expect.arrayContaining(['H1', 'H3', 'H3 emerging']));
		expect(textsOf(picture.shapes)).not.toContain('H2 transition');
	});

	test('pictures of method lie behind every card, within the years that are seen, and the legend names them', () => {
		const picture = structured({ overlays: ['horizons', 'cone'] });
		expect(textsOf(picture.shapes)).toEqual(expect.arrayContaining(['H2 transition', 'preferable', 'possible']));
		const first = picture.shapes.findIndex((shape) => shape.is === 'group' && shape.id !== undefined);
		const last = picture.shapes.findLastIndex((shape) => shape.is === 'path' && shape.stroke === 'horizon-3' && shape.d.length > 200);
		expect(last).toBeGreaterThan(-1);
		expect(last).toBeLessThan(first);
		const zoomed = draw(canvasOf(few, [], {}, { overlays: ['horizons'] }), { view: { from: 3, to: 6, laneIds: ['l0', 'l1'], cardIds: null } });
		const curve = zoomed.shapes.find((shape) => shape.is === 'path' && shape.stroke === 'horizon-1' && shape.d.length > 200) as Shape & { is: 'path' };
		const xs = [...curve.d.matchAll(/[ML](-?[\d.]+)/g)].map(([, x]) => Number(x));
		expect(Math.min(...xs)).toBeGreaterThanOrEqual(190);
		expect(Math.max(...xs)).toBeLessThanOrEqual(zoomed.width);
	});

	test('structure costs no card its name: on a crowded wall it gives way and is counted', () => {
		const many = Array.from({ length: 150 }, (_, n): RoomCard => ({ ...cardOf(n, (n * 7 % 40) / 4), horizon: 2 }));
		const voted = many.slice(0, 12).map(({ id }) => id);
		const given = { clusters: Array.from({ length: 8 }, (_, n) => ({ id: `k${n}`, name: `Cluster of many ${n}`, cardIds: many.slice(n * 9, n * 9 + 9).map(({ id }) => id) })), notes: Array.from({ length: 9 }, (_, n) => noteAt(`n${n}`, 'A note with many words', n)) };
		const names = (structure: Partial<RoomStructure>) => textsOf(structured(structure, many, voted).shapes).filter((text) => text.startsWith('Card number'));
		expect(names(given)).toEqual(names({}));
		expect(textsOf(structured(given, many, voted).shapes).join(' ')).toMatch(/no room for|left out/);
	});
});
