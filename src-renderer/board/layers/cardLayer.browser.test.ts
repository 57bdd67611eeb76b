import { afterEach, beforeEach, expect, test } from 'vitest';
import { kinds } from '../../../src-shared/schemas/names.ts';
import type { Lane } from '../../../src-shared/schemas/records.ts';
import type { Camera } from '../camera.ts';
import { laneBoxes } from '../geometry.ts';
import type { BoardItem } from '../items.ts';
import { namesWidth } from '../measures.ts';
import { drawnCards, sceneOf, type DrawnCard, type Scene } from '../scene.ts';
import { CardLayer } from './cardLayer.ts';
import { paintGlyphs } from './glyphs.ts';
import '../../ui/tokens.css';
import './cards.css';

const lanes: Lane[] = ['Policy', 'Markets', 'Technology'].map((name) => ({ id: name, name }));
const frame = { lanes, means: 'free', required: () => null } as const;
const plot = { width: 1100, height: 640 };

let layer: CardLayer;
let clip: HTMLElement;
let canvas: HTMLCanvasElement;
let root: HTMLElement;
let unmount: () => void;

beforeEach(() => {
	layer = new CardLayer();
	clip = document.body.appendChild(document.createElement('div'));
	clip.style.cssText = `position: absolute; left: 0; top: 0; width: ${plot.width + namesWidth}px; height: ${plot.height}px; --bg-panel: #fff`;
	canvas = clip.appendChild(document.createElement('canvas'));
	canvas.className = 'small-cards';
	root = clip.appendChild(document.createElement('div'));
	root.className = 'cards';
	const [one, two] = [layer.small.mount(canvas), layer.mount(root)];
	unmount = () => [one, two].forEach((stop) => stop());
});
afterEach(() => {
	unmount();
	clip.remove();
});

/** Dates and heights so that hardly any two cards meet. */
function items(count: number): BoardItem[] {
	return Array.from({ length: count }, (_, nth) => {
		const lane = lanes[nth % 3]!.id;
		const placement = { at: (Math.floor(nth / 3) % 20) / 2, laneId: lane, height: Math.floor(nth / 60) };
		const [id, kind] = [String(nth), kinds[nth % kinds.length]!];
		return { id, kind, code: `S${nth}`, name: `Card ${nth}`, nameIsMade: false, description: null, placement, isLocked: false, isHidden: false, horizon: null, label: `Signal S${nth}, Card ${nth}, ${lane}` };
	});
}

let byLane = new Map<string, BoardItem[]>();
const looks = new Map();

function given(all: readonly BoardItem[]): void {
	byLane = new Map(lanes.map(({ id }) => [id, all.filter(({ placement }) => placement.laneId === id)]));
}

function look(all: readonly BoardItem[], zoom: number, camera: Partial<Camera> = {}): { scene: Scene; drawn: DrawnCard[] } {
	const scene = sceneOf(frame, all, plot, { zoom, x: 0, y: 0, ...camera });
	const drawn = drawnCards(scene);
	root.style.transform = `translate(${namesWidth - scene.camera.x}px, ${-scene.camera.y}px)`;
	layer.sync({ lanes, boxes: laneBoxes(scene.boxes), byLane, drawn, looks }, scene);
	return { scene, drawn };
}

const drawnLanes = () => root.querySelectorAll('.is-drawn').length;
const button = (id: string) => root.querySelector<HTMLElement>(`[data-card-id="${id}"]`);
/** Cards in sight whose elements do not stand where they belong, to a pixel. */
function astray({ scene, drawn }: { scene: Scene; drawn: readonly DrawnCard[] }): string[] {
	return drawn.filter((at) => {
		const [left, top] = [namesWidth + at.left - scene.camera.x, at.top - scene.camera.y];
		if (at.under !== undefined || left < namesWidth || left > namesWidth + plot.width || top < 0 || top > plot.height) return false;
		const box = button(at.id)?.getBoundingClientRect();
		return !box || Math.abs(box.left - left) > 1 || Math.abs(box.top - top) > 1;
	}).map(({ id }) => id);
}
/** What the canvas shows at the middle of the end of a chip that has no text. */
const isPainted = (at: DrawnCard, { camera }: Scene) =>
	canvas.getContext('2d')!.getImageData((namesWidth + at.left - camera.x + 3) * devicePixelRatio, (at.top - camera.y + at.height / 2) * devicePixelRatio, 1, 1).data[3]! > 200;

test('a crowd is drawn at once when the zoom changes, and its elements follow when that rests', async () => {
	const all = items(300);
	given(all);
	const before = look(all, 0.6);
	await expect.poll(drawnLanes).toBe(0);
	expect(astray(before)).toEqual([]);
	expect(getComputedStyle(canvas).display).toBe('none');
	const now = look(all, 0.5);
	expect(drawnLanes()).toBe(3);
	const inSight = now.drawn.filter(({ under, top }) => under === undefined && top + 20 < plot.height);
	expect(inSight.length).toBeGreaterThan(120);
	expect(inSight.filter((at) => !isPainted(at, now.scene))).toEqual([]);
	expect(astray(now).length).toBeGreaterThan(100);
	await expect.poll(drawnLanes).toBe(0);
	expect(astray(now)).toEqual([]);
	expect(getComputedStyle(canvas).display).toBe('none');
	expect(root.querySelector('[role=group]')!.className).toBe('is-small is-tab');
});

test('a press before that finds each card where it is seen', () => {
	const all = items(300);
	given(all);
	look(all, 0.6);
	const now = look(all, 0.5);
	expect(layer.catchUp()).toBe(true);
	expect([astray(now), drawnLanes()]).toEqual([[], 0]);
	expect(layer.catchUp()).toBe(false);
});

test('the focus finds a card that has not been shown yet', () => {
	const all = items(300);
	given(all);
	look(all, 0.5);
	layer.element('7')!.focus();
	expect(document.activeElement).toBe(button('7'));
	expect(document.activeElement!.getAttribute('aria-label')).toBe('Signal S7, Card 7, Markets');
});

test('what changes meanwhile is seen at once and stands where it belongs in the end', async () => {
	const all = items(300);
	given(all);
	look(all, 0.6);
	look(all, 0.5);
	const fewer = all.slice(0, 200).map((item) => (item.id === '4' ? { ...item, placement: { ...item.placement, at: 9 } } : item));
	given(fewer);
	const now = look(fewer, 0.5);
	expect(isPainted(now.drawn.find(({ id }) => id === '4')!, now.scene)).toBe(true);
	await expect.poll(drawnLanes).toBe(0);
	expect([astray(now), button('250')]).toEqual([[], null]);
	// And where only the view moves.
	look(fewer, 0.45);
	const panned = look(fewer, 0.45, { y: 40 });
	await expect.poll(drawnLanes).toBe(0);
	expect(astray(panned)).toEqual([]);
});

test('a few cards, and cards large enough to be read, are never drawn in their elements’ place', () => {
	const [few, many] = [items(60), items(300)];
	given(few);
	for (const zoom of [0.6, 0.5, 0.3]) expect([astray(look(few, zoom)), drawnLanes()]).toEqual([[], 0]);
	given(many);
	for (const zoom of [0.75, 0.9]) expect([astray(look(many, zoom)), drawnLanes()]).toEqual([[], 0]);
});

test('zoomed in from a crowd, the elements stand there at once', () => {
	const all = items(300);
	given(all);
	look(all, 0.5);
	expect(drawnLanes()).toBe(3);
	expect([astray(look(all, 0.8)), drawnLanes()]).toEqual([[], 0]);
});

test('glyphs are as large as their cards: those of a folded lane stay so from afar', () => {
	paintGlyphs(root);
	const all = items(60);
	given(all);
	const folded = { ...frame, lanes: lanes.map((lane) => (lane.id === 'Markets' ? { ...lane, folded: true } : lane)) };
	const scene = sceneOf(folded, all, plot, { zoom: 0.16, x: 0, y: 0 });
	layer.sync({ lanes, boxes: laneBoxes(scene.boxes), byLane, drawn: drawnCards(scene), looks }, scene);
	const sizes = ['0', '1', '2'].map((id) => getComputedStyle(button(id)!).backgroundSize);
	expect(sizes).toEqual(['9px 9px', '13px 13px', '9px 9px']);
});
