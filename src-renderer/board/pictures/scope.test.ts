import { expect, test } from 'vitest';
import type { Frame, SceneCard } from '../crowd.ts';
import { sceneOf } from '../scene.ts';
import { extractOf } from './scope.ts';

const lanes = [{ id: 'l1', name: 'Policy' }, { id: 'l2', name: 'Markets' }, { id: 'l3', name: 'Society' }];
const frame: Frame = { lanes, means: 'free', required: () => null };
const cardsOf = (count: number): SceneCard[] => Array.from({ length: count }, (_, n) => ({ id: `c${n}`, placement: { at: ((n * 7) % 39) / 4, laneId: lanes[n % 3]!.id, height: 0 } }));
const sceneWith = (count: number, camera = { zoom: 1, x: 0, y: 0 }, own = frame) => sceneOf(own, cardsOf(count), { width: 900, height: 600 }, camera);
const none = new Set<string>();

test('everything is all cards with their names, whatever the screen shows of them', () => {
	for (const camera of [{ zoom: 0.2, x: 0, y: 0 }, { zoom: 4, x: 800, y: 100 }]) {
		const extract = extractOf('all', sceneWith(40, camera), none);
		expect(extract.drawn).toHaveLength(40);
		expect(extract.drawn.every(({ detail }) => detail === 'card')).toBe(true);
		for (const card of extract.drawn) expect(card.left >= 0 && card.left + card.width <= extract.width && card.top + card.height <= extract.height).toBe(true);
	}
});

test('many cards make a wider picture, not a tower', () => {
	const [few, many] = [extractOf('all', sceneWith(20), none), extractOf('all', sceneWith(300), none)];
	expect(few.width).toBe(1280);
	expect(many.width).toBeGreaterThan(few.width);
	expect(many.height).toBeLessThan(many.width);
});

test('what is in sight is what the screen has, and nothing beyond its edges', () => {
	const scene = sceneWith(60, { zoom: 2.5, x: 700, y: 90 });
	const extract = extractOf('sight', scene, none);
	expect(extract).toMatchObject({ left: 700, top: 90, width: 900 });
	expect(extract.drawn.length).toBeGreaterThan(0);
	expect(extract.drawn.length).toBeLessThan(60);
	for (const card of extract.drawn) expect(card.left + card.width > 700 && card.left < 1600 && card.top + card.height > 90).toBe(true);
});

test('a selection is those cards in their lanes, none of them under another', () => {
	const piled = { ...frame, lanes: lanes.map((lane) => ({ ...lane, rows: 1, folded: lane.id === 'l2' })) };
	const scene = sceneWith(60, undefined, piled);
	const selected = new Set(['c1', 'c4', 'c7', 'c10', 'c13']);
	const extract = extractOf('selection', scene, selected);
	expect(new Set(extract.drawn.map(({ id }) => id))).toEqual(selected);
	expect(extract.drawn.every(({ under, detail }) => under === undefined && detail === 'card')).toBe(true);
	expect(extract.scene.boxes.map(({ laneId }) => laneId)).toEqual(['l2']);
	for (const card of extract.drawn) expect(card.left >= extract.left && card.left + card.width <= extract.left + extract.width).toBe(true);
});

test('an empty canvas is a picture too', () => {
	const extract = extractOf('all', sceneWith(0), none);
	expect(extract.drawn).toEqual([]);
	expect(extract.height).toBeGreaterThan(100);
});
