import { expect, test } from 'vitest';
import type { Lane, Placement } from '../../src-shared/schemas/records.ts';
import { home } from './camera.ts';
import type { Frame } from './crowd.ts';
import { landingsAt, landingsBeside } from './landings.ts';
import { boxOf, cardsIn, drawnCards, isInside, sceneOf } from './scene.ts';
import { fitted, fittedTo } from './viewing.ts';

const lanes: Lane[] = ['Policy', 'Markets', 'Technology'].map((name) => ({ id: name, name }));
const plot = { width: 768, height: 768 };
const card = (id: string, at: number, laneId = 'Policy', patch: Partial<Placement> = {}) => ({ id, placement: { at, laneId, height: 0, ...patch } });
const frame = (patch: Partial<Frame> = {}): Frame => ({ lanes, means: 'free', required: () => null, ...patch });
const withLane = (name: string, patch: Partial<Lane>) => frame({ lanes: lanes.map((lane) => (lane.id === name ? { ...lane, ...patch } : lane)) });
const scene = (cards: ReturnType<typeof card>[], of = frame(), camera = home) => sceneOf(of, cards, plot, camera);

test('in a lane of one row cards on the same date are a pile with a count, and every card is drawn or counted', () => {
	const drawn = drawnCards(scene([card('a', 3), card('b', 3), card('c', 3.25), card('d', 8)], withLane('Policy', { rows: 1 })));
	expect(drawn.map(({ id, under, count }) => [id, under, count])).toEqual([['a', undefined, 2], ['b', 'a', 0], ['c', 'a', 0], ['d', undefined, 0]]);
	const { length } = drawn.filter(({ under }) => under === undefined);
	expect(length + drawn.reduce((sum, { count }) => sum + count, 0)).toBe(4);
});

test('a folded lane is a strip of glyphs, piled where they would cover each other', () => {
	const drawn = drawnCards(scene([card('a', 3), card('b', 3), card('c', 6)], withLane('Policy', { folded: true })));
	expect(drawn.map(({ detail, count }) => [detail, count])).toEqual([['glyph', 1], ['glyph', 0], ['glyph', 0]]);
	expect(new Set(drawn.map(({ top }) => top)).size).toBe(1);
});

test('where height means impact a card stands in the band of its impact, the highest on top', () => {
	const cards = [card('low', 3, 'Policy', { impact: 1 }), card('high', 3, 'Policy', { impact: 5 }), card('none', 3)];
	const tops = Object.fromEntries(drawnCards(scene(cards, frame({ means: 'impact' }))).map(({ id, top }) => [id, top]));
	expect(tops['high']! < tops['low']! && tops['low']! < tops['none']!).toBe(true);
});

test('a step up where height means impact is a degree more, and at the top it is the lane above', () => {
	const of = frame({ means: 'impact' });
	const at = card('a', 3, 'Markets', { impact: 4 }).placement;
	const up = (from: Placement) => landingsBeside(scene([{ id: 'a', placement: from }], of), new Map([['a', from]]), { quarters: 0, lanes: -1 }).get('a')!;
	expect(up(at)).toMatchObject({ laneId: 'Markets', impact: 5 });
	expect(up(up(at))).toMatchObject({ laneId: 'Policy', impact: 1 });
});

test('height that means nothing leaves an impact that was once said', () => {
	const held = new Map([['a', card('a', 3, 'Markets', { impact: 4 }).placement]]);
	const to = landingsAt(scene([card('a', 3, 'Markets', { impact: 4 })]), held, { x: 400, y: 60 }, false).get('a')!;
	expect(to).toMatchObject({ laneId: 'Policy', impact: 4 });
});

test('a card whose lane is not free to choose goes to its date in that lane', () => {
	const of = frame({ required: () => 'Technology' });
	const to = landingsAt(scene([card('a', 3, 'Technology')], of), new Map([['a', null]]), { x: 108 + 71 * 5, y: 60 }, false).get('a')!;
	expect([to.at, to.laneId]).toEqual([5, 'Technology']);
});

test('a group keeps its shape and stops as a whole at the end of the horizon', () => {
	const group = new Map([['a', card('a', 3).placement], ['b', card('b', 8, 'Markets').placement]]);
	const to = landingsBeside(scene([card('a', 3), card('b', 8, 'Markets')]), group, { quarters: 12, lanes: 2 });
	expect([...to.values()].map(({ at, laneId }) => [at, laneId])).toEqual([[5, 'Markets'], [10, 'Technology']]);
});

test('several new cards come to one date, in rows below each other', () => {
	const to = landingsAt(scene([]), new Map([['a', null], ['b', null], ['c', null]]), { x: 108 + 71 * 4, y: 34 + 9 + 22 }, false);
	expect([...to.values()].map(({ at, height }) => [at, height])).toEqual([[4, 0], [4, 1], [4, 2]]);
});

test('the lanes’ names and the axis are no place for a card', () => {
	const here = scene([]);
	expect([{ x: 40, y: 300 }, { x: 300, y: 20 }, { x: 89, y: 35 }].map((point) => isInside(here, point))).toEqual([false, false, true]);
});

test('a rectangle finds what it touches, and what lies under that', () => {
	const here = scene([card('a', 3), card('b', 3), card('c', 8)], withLane('Policy', { rows: 1 }));
	expect(cardsIn(here, { x: 88 + 230, y: 40 }, { x: 88 + 260, y: 60 })).toEqual(['a', 'b']);
});

test('fitting shows all lanes; fitting a selection comes as close as it may and has all of it in sight', () => {
	const many = Array.from({ length: 120 }, (_, index) => card(`c${index}`, (index % 40) / 4, lanes[index % 3]!.id));
	const all = scene(many, frame(), fitted(scene(many)));
	expect(all.boxes.at(-1)!.top + all.boxes.at(-1)!.height + 60).toBeLessThanOrEqual(plot.height);
	const chosen = ['c0', 'c3', 'c9'];
	const close = scene(many, frame(), fittedTo(scene(many), chosen));
	expect(close.camera.zoom).toBeGreaterThan(all.camera.zoom);
	for (const id of chosen) {
		const box = boxOf(close, id)!;
		expect(box.left >= close.camera.x && box.left + box.width <= close.camera.x + plot.width).toBe(true);
		expect(box.top >= close.camera.y && box.top + box.height <= close.camera.y + plot.height).toBe(true);
	}
});

test('from furthest away a lane that is fanned out shows every card, and the others stay as they are', () => {
	const many = Array.from({ length: 300 }, (_, index) => card(`c${index}`, (index % 3) * 3, lanes[index % 2]!.id, { height: index }));
	const least = { ...home, zoom: 0.15 };
	const piled = (of: Frame) => drawnCards(scene(many, of, least)).filter(({ under }) => under !== undefined);
	expect(new Set(piled(frame()).map(({ laneId }) => laneId))).toEqual(new Set(['Policy', 'Markets']));
	expect(new Set(piled(frame({ fanned: 'Policy' })).map(({ laneId }) => laneId))).toEqual(new Set(['Markets']));
});

test('where height means impact, degrees that nobody uses leave their room to the others', () => {
	const many = Array.from({ length: 120 }, (_, index) => card(`c${index}`, 3, 'Policy', { height: index }));
	const { boxes } = scene(many, frame({ means: 'impact' }), { ...home, zoom: 0.15 });
	const used = boxes.find(({ laneId, impact }) => laneId === 'Policy' && impact === null)!;
	const rest = plot.height - 60 - boxes.reduce((sum, { height }) => sum + height, 0);
	expect(used.rows).toBeGreaterThan(20);
	expect(rest).toBeLessThan(30);
});

test('a count of those under a small card has room beside it at every scale', () => {
	const many = Array.from({ length: 400 }, (_, index) => card(`c${index}`, (index % 40) / 4, lanes[index % 3]!.id, { height: index % 7 }));
	const few = frame({ lanes: lanes.map((lane) => ({ ...lane, rows: 2 })) });
	for (const zoom of [0.15, 0.22, 0.35, 0.5]) {
		const tops = drawnCards(scene(many, few, { ...home, zoom })).filter(({ under }) => under === undefined);
		expect(tops.length + tops.reduce((sum, { count }) => sum + count, 0)).toBe(400);
		for (const pile of tops.filter(({ count }) => count > 0)) {
			const beside = tops.filter(({ top, left }) => top === pile.top && left > pile.left);
			// As wide as it is written: see cards.css.
			const end = pile.detail === 'glyph' ? pile.left + pile.width / 2 + 8 : pile.left + pile.width - 1;
			for (const { left } of beside) expect(left).toBeGreaterThanOrEqual(end + 5.95 * `+${pile.count}`.length - 0.5);
		}
	}
});
