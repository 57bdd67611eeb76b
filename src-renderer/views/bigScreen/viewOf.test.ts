import { expect, test } from 'vitest';
import { drawnCards, kept, sceneOf } from '../../board/scene.ts';
import type { Frame, SceneCard } from '../../board/crowd.ts';
import { viewOf } from './viewOf.ts';

const lanes = [{ id: 'l1', name: 'A' }, { id: 'l2', name: 'B' }];
const frame: Frame = { lanes, means: 'free', required: () => null };
const cards: SceneCard[] = Array.from({ length: 60 }, (_, n) => ({ id: `c${n}`, placement: { at: (n % 20) / 2, laneId: lanes[n % 2]!.id, height: 0 } }));
const seen = (zoom: number, x: number, y: number, given = cards) => {
	const first = sceneOf(frame, given, { width: 1000, height: 500 }, { zoom, x: 0, y: 0 });
	const scene = sceneOf(frame, given, first.plot, kept(first, { zoom, x, y }));
	return viewOf(scene, drawnCards(scene));
};

test('everything in sight is no view at all, so that the big screen fits it in its own way', () => {
	expect(seen(1, 0, 0, cards.slice(0, 4))).toBeNull();
});

test('zoomed in it is the years between the edges, and the cards there', () => {
	const view = seen(4, 1200, 0)!;
	expect(view.from).toBeGreaterThan(2.5);
	expect(view.to - view.from).toBeGreaterThan(2);
	expect(view.to - view.from).toBeLessThan(3);
	expect(view.cardIds!.length).toBeLessThan(cards.length);
	for (const id of view.cardIds!) expect(cards.find((card) => card.id === id)!.placement.at).toBeLessThanOrEqual(view.to + 0.2);
});

test('scrolled down it leaves out the lanes above', () => {
	expect(seen(2.5, 0, 99_999)!.laneIds).toEqual(['l2']);
});
