/**
 * The product's canvas as a peer of the shared benchmark: its own component and stores, filled with the benchmark's cards.
 * Their columns become dates and their rows rows of five lanes. A card's height is arranged by the canvas, so where it
 * stands on the screen is asked of the scene, and what a card has been told is its date and its lane.
 */
import { flushSync, mount } from 'svelte';
import { makeScene, N, register } from 'peers-scene';
import '../../../../src-renderer/ui/tokens.css';
import '../../../../src-renderer/ui/ui.css';
import { BoardStore } from '../../../../src-renderer/board/boardStore.svelte.ts';
import { axisHeight, beforeFirstYear, namesWidth } from '../../../../src-renderer/board/measures.ts';
import { yearWidth } from '../../../../src-renderer/board/camera.ts';
import type { Badge } from '../../../../src-renderer/board/words.ts';
import type { App } from '../../../../src-renderer/context.ts';
import { Database } from '../../../../src-renderer/db/database.ts';
import { Ledger } from '../../../../src-renderer/db/ledger.svelte.ts';
import { Records } from '../../../../src-renderer/db/records.svelte.ts';
import { Desk } from '../../../../src-renderer/desk.svelte.ts';
import { ThemeSetting } from '../../../../src-renderer/ui/theme.svelte.ts';
import { Toasts } from '../../../../src-renderer/ui/toasts.svelte.ts';
import { snapToQuarter } from '../../../../src-shared/domain/horizon.ts';
import { kinds } from '../../../../src-shared/schemas/names.ts';
import type { Card, WorkshopCard } from '../../../../src-shared/schemas/records.ts';
import { asOne, nearest, together } from '../together.ts';
import Page from './Page.svelte';

const laneCount = 5;
const created = '2026-01-01T00:00:00.000Z';
const given = makeScene(N);
const rowsEach = Math.ceil(given.rows / laneCount);
const lanes = Array.from({ length: laneCount }, (_, lane) => ({ id: `lane-${lane}`, name: `Lane ${lane + 1}` }));
const kindOf = (colour: number) => kinds[colour % kinds.length]!;

const records = new Records();
const cards: Card[] = given.cards.map(({ id, title, colour }) => ({
	id: String(id), kind: kindOf(colour), name: title, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null,
	machineScore: null, sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: created,
}));
const uses: WorkshopCard[] = given.cards.map(({ id, x }) => {
	const row = Math.floor(id / given.cols);
	const placement = { at: snapToQuarter((10 * x) / given.width), laneId: lanes[Math.floor(row / rowsEach)]!.id, height: row % rowsEach };
	return { id: `w/${id}`, workshopId: 'w', cardId: String(id), number: id + 1, placement };
});
records.workshops.put([{ id: 'w', title: 'Bench', question: 'How fast does the canvas move?', baseYear: 2026, lanes, createdAt: created }]);
records.cards.put(cards);
records.workshopCards.put(uses);
records.openWorkshopId = 'w';

const database = new Database('bench-canvas');
const ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('no document here')), onLines: () => undefined });
// The canvas asks nothing of the host and the disk.
const app = { database, records, ledger, desk: new Desk(), toasts: new Toasts(), theme: new ThemeSetting() } as unknown as App;
const store = new BoardStore(app);
const badges = new Map<string, Badge>(given.cards.map(({ id, votes }) => [String(id), { median: 1 + (votes % 5), agreed: votes % 3 > 0 }]));
mount(Page, { target: document.getElementById('app')!, props: { app, store, badges } });

// The canvas measures itself once it stands there.
flushSync();
const canvas = document.querySelector('[role=application]')!.getBoundingClientRect();
/**
 * Of this canvas, at what the benchmark calls 100 %: the columns are about as far apart as they are there, and the 480 pixels
 * that it drags a card are whole quarters, since dates snap to them and it checks to a few pixels where the card went.
 */
const whole = 640 / yearWidth(store.eye.plot, 1);
const wholeYear = yearWidth(store.eye.plot, whole);
const zoomNow = () => store.scenes.scene.year / wholeYear;
const fit = () => store.eye.zoomStep(0);
const origin = () => {
	const { camera } = store.scenes.scene;
	return { tx: canvas.left + namesWidth + beforeFirstYear - camera.x, ty: canvas.top + axisHeight - camera.y };
};

/** Solid spots of the glyphs, from their middle, in parts of their size. */
const solid = { signal: [0, 0], concern: [0.2, 0.27], behavior: [0, 0.25], technology: [-0.24, 0], issue: [0.17, 0] } as const;
const colours = getComputedStyle(document.documentElement);

/** Where the benchmark presses a card (at +80, +40) and looks for its colour (at +60, +58), as it stands now. */
function stands(index: number) {
	const { kind } = cards[index]!;
	const zoom = zoomNow();
	const { tx, ty } = origin();
	const anchor = store.port.anchorOf(String(index))!;
	const isGlyph = store.scenes.measures.detail === 'glyph';
	const size = store.scenes.measures.width < 14 ? 9 : store.scenes.measures.width < 20 ? 11 : 13;
	const [dx, dy] = isGlyph ? [solid[kind][0] * size + 20 * zoom, solid[kind][1] * size - 18 * zoom] : [40, 0];
	const at = { x: canvas.left + anchor.x + dx, y: canvas.top + anchor.y + dy };
	return { id: index, x: (at.x - tx) / zoom - 80, y: (at.y - ty) / zoom - 40, fill: colours.getPropertyValue(`--${kind}`).trim() };
}

fit();
flushSync();
const inGroup = nearest(cards.map((_, index) => {
	const anchor = store.port.anchorOf(String(index))!;
	return { x: canvas.left + anchor.x, y: canvas.top + anchor.y };
}));
const ready = register({
	peer: 'project',
	camera: () => ({ ...origin(), zoom: zoomNow() }),
	// The opening is measured without the rings of what is selected.
	fit: () => {
		fit();
		if (together > 0) store.port.select(inGroup.map(String), 'only');
	},
	zoom100: () => {
		store.eye.set({ zoom: whole, x: (10 * wholeYear - store.eye.plot.width) / 2, y: 1e6 });
		store.eye.set({ ...store.scenes.scene.camera, y: store.scenes.scene.camera.y / 2 });
	},
	cardPos: asOne(inGroup, (index) => {
		const { at, laneId } = store.scenes.placementOf(String(index))!;
		return { x: at * wholeYear, y: 1000 * lanes.findIndex(({ id }) => id === laneId) };
	}),
});
Object.defineProperty((window as unknown as { __bench: object }).__bench, 'scene', { get: () => ({ ...given, cards: cards.map((_, index) => stands(index)) }) });
await ready;
