/** What of the canvas a picture shows: everything, what is in sight, or the selected cards; and the scene it is drawn from. */
import { contentWidth, home } from '../camera.ts';
import { contentHeight } from '../geometry.ts';
import { afterLastYear, roomBelow } from '../measures.ts';
import { drawnCards, sceneOf, type DrawnCard, type Scene } from '../scene.ts';

export const scopes = ['all', 'sight', 'selection'] as const;
export type Scope = (typeof scopes)[number];

/** A scene, the part of it that a picture shows, in content pixels, and the cards in that part. */
export interface Extract {
	scene: Scene;
	left: number;
	top: number;
	width: number;
	height: number;
	drawn: readonly DrawnCard[];
	/** Chosen cards alone, not a piece of the canvas with all that stands there. */
	isPart: boolean;
}

/** As wide as makes a page that is not higher than wide, as long as anything on it can be read. */
const widths = [1280, 1600, 2000, 2500, 3200, 4000, 5000, 6400] as const;
const highest = 0.72;
const room = 24;

export function extractOf(scope: Scope, scene: Scene, selected: ReadonlySet<string>): Extract {
	if (scope === 'sight') return inSight(scene);
	return scope === 'all' ? whole(scene) : ofCards(scene, selected);
}

function whole({ frame, cards }: Pick<Scene, 'frame' | 'cards'>): Extract {
	let best: Scene | null = null;
	for (const width of widths) {
		best = sceneOf(frame, cards, { width, height: Math.round(width * 0.42) }, home);
		if (heightOf(best) <= width * highest) break;
	}
	return { scene: best!, left: 0, top: 0, width: best!.plot.width, height: heightOf(best!), drawn: drawnCards(best!), isPart: false };
}

const heightOf = (scene: Scene): number => contentHeight(scene.boxes) - roomBelow;

function inSight(scene: Scene): Extract {
	const { plot, camera } = scene;
	const height = Math.min(plot.height, heightOf(scene) - camera.y);
	const box = { left: camera.x, top: camera.y, width: Math.min(plot.width, contentWidth(plot, camera.zoom) - camera.x), height: Math.max(60, height) };
	return { scene, ...box, drawn: drawnCards(scene).filter((card) => touches(card, box)), isPart: false };
}

const touches = (a: DrawnCard, b: { left: number; top: number; width: number; height: number }): boolean =>
	a.left < b.left + b.width && a.left + a.width > b.left && a.top < b.top + b.height && a.top + a.height > b.top;

/** These cards alone, in their lanes, and no more of the years than they need. */
function ofCards(scene: Scene, selected: ReadonlySet<string>): Extract {
	const chosen = scene.cards.filter(({ id }) => selected.has(id));
	const bands = new Map(scene.crowd.bands.map(({ id, laneId }) => [id, laneId]));
	const laneIds = new Set(chosen.map(({ id }) => bands.get(scene.crowd.layout.cards.get(id)?.laneId ?? '')));
	// Opened and of any height, or what was chosen would lie under what was chosen.
	const lanes = scene.frame.lanes.filter(({ id }) => laneIds.has(id)).map(({ id, name }) => ({ id, name }));
	const extract = whole({ frame: { ...scene.frame, lanes }, cards: chosen });
	const end = extract.width - afterLastYear;
	const left = Math.max(0, Math.min(...extract.drawn.map((card) => card.left)) - room);
	const right = Math.min(extract.width, Math.max(...extract.drawn.map((card) => card.left + card.width), Math.min(left + 480, end)) + room);
	return { ...extract, left, width: right - left, isPart: true };
}
