/**
 * Everything placed, as it stands before a camera: from pixels of the canvas to dates, lanes and rows, and back. Pure, so
 * that the board, its tests and the keyboard all aim by the same arithmetic.
 */
import { clampAt, snapToQuarter } from '../../src-shared/domain/horizon.ts';
import { flips, lanesLayout, type PlacedCard } from '../../src-shared/domain/lanesLayout.ts';
import type { Lane, Placement } from '../../src-shared/schemas/records.ts';
import { atOf, clampCamera, home, revealing, xOf, yearWidth, zoomAtX, type Camera, type Plot } from './camera.ts';
import { cardBox, contentHeight, laneAtY, laneBoxes, lanePointAt, rowAtY, yOfLanePoint, type Box, type LaneBox } from './geometry.ts';
import type { Point, Step } from './interaction.ts';
import { landing, type Crowd } from './landing.ts';
import { afterLastYear, axisHeight, cardGap, edgeRoom, layoutZoom, measuresAt, namesWidth, tabWidth, zoomLimits, type CardMeasures } from './measures.ts';

export interface Scene {
	lanes: readonly Lane[];
	plot: Plot;
	camera: Camera;
	measures: CardMeasures;
	/** Pixels of a year. */
	year: number;
	crowd: Crowd;
	boxes: readonly LaneBox[];
}

/** Rows for a scale. They follow the zoom only from band to band. */
export function crowdOf(lanes: readonly Lane[], placed: readonly PlacedCard[], plot: Plot, zoom: number): Crowd {
	const band = layoutZoom(zoom);
	const { width, detail } = measuresAt(band);
	const year = yearWidth(plot, band);
	const gap = detail === 'glyph' ? 3 : detail === 'tab' ? 6 : cardGap;
	const tab = Math.min(tabWidth, width);
	// A card that reaches a little beyond the last year still is in sight.
	const room = afterLastYear + tab / 2 - edgeRoom;
	const sizes = { cardYears: width / year, gapYears: gap / year, tabYears: tab / year, roomYears: room / year };
	return { placed, sizes, layout: lanesLayout(lanes, placed, sizes) };
}

export function sceneOf(lanes: readonly Lane[], placed: readonly PlacedCard[], plot: Plot, camera: Camera): Scene {
	const crowd = crowdOf(lanes, placed, plot, camera.zoom);
	const measures = measuresAt(camera.zoom);
	const boxes = laneBoxes(lanes, crowd.layout.rows, measures, plot.height);
	return { lanes, plot, camera, measures, year: yearWidth(plot, camera.zoom), crowd, boxes };
}

/** The same cards before another camera. */
const before = (scene: Scene, camera: Camera): Scene => sceneOf(scene.lanes, scene.crowd.placed, scene.plot, camera);

/** Where a card stands, in content pixels. */
export function boxOf(scene: Scene, cardId: string): Box | null {
	const card = scene.crowd.placed.find(({ id }) => id === cardId);
	const standing = scene.crowd.layout.cards.get(cardId);
	const lane = scene.boxes.find(({ id }) => id === standing?.laneId);
	return card && standing && lane ? cardBox(clampAt(card.at), standing, lane, scene.measures, scene.year) : null;
}

/** Where a placement that need not be stored would stand. */
export function boxOfPlacement(scene: Scene, { at, laneId, height: row }: Placement): Box | null {
	const lane = scene.boxes.find(({ id }) => id === laneId);
	const standing = { laneId, row, flipped: flips(at, scene.crowd.sizes.cardYears, scene.crowd.sizes.roomYears) };
	return lane ? cardBox(at, standing, lane, scene.measures, scene.year) : null;
}

/** The centre of the card's tab, in canvas pixels. */
export function anchorOf(scene: Scene, cardId: string): Point | null {
	const card = scene.crowd.placed.find(({ id }) => id === cardId);
	const box = boxOf(scene, cardId);
	if (!card || !box) return null;
	const { camera, plot } = scene;
	return { x: namesWidth + xOf(camera, plot, clampAt(card.at)), y: axisHeight - camera.y + box.top + box.height / 2 };
}

export function isInside({ plot }: Scene, { x, y }: Point): boolean {
	return x >= 0 && y >= 0 && x <= namesWidth + plot.width && y <= axisHeight + plot.height;
}

/** What a hand asks for. @param anchor where the tab's centre is held, in canvas pixels. @param free without snapping to quarters. */
export function wishAt({ camera, plot, boxes, measures }: Scene, anchor: Point, free: boolean): Placement {
	const at = atOf(camera, plot, anchor.x - namesWidth);
	const y = camera.y + Math.min(plot.height, Math.max(0, anchor.y - axisHeight));
	const lane = laneAtY(boxes, y)!;
	return { at: free ? at : snapToQuarter(at), laneId: lane.id, height: rowAtY(lane, measures, y) };
}

/** What it gets. */
export function landingOf(scene: Scene, cardId: string, wish: Placement): Placement {
	const lane = scene.boxes.find(({ id }) => id === wish.laneId)!;
	return landing(scene.crowd, cardId, wish, lane.rows);
}

export const landingAt = (scene: Scene, cardId: string, anchor: Point, free: boolean): Placement =>
	landingOf(scene, cardId, wishAt(scene, anchor, free));

export function landingBeside(scene: Scene, cardId: string, from: Placement, step: Step): Placement {
	const { boxes } = scene;
	const index = Math.max(0, boxes.findIndex(({ id }) => id === from.laneId));
	const lane = boxes[Math.min(boxes.length - 1, Math.max(0, index + step.lanes))]!;
	const at = step.quarters === 0 ? from.at : clampAt(nextQuarter(from.at, step.quarters));
	const row = Math.min(lane.rows - 1, Math.max(0, Math.floor(from.height)));
	return landing(scene.crowd, cardId, { at, laneId: lane.id, height: row }, lane.rows);
}

/** From between two quarters, the first step goes to the next one in its direction. */
function nextQuarter(at: number, quarters: number): number {
	const exact = at * 4;
	const from = quarters > 0 ? Math.floor(exact + 1e-6) : Math.ceil(exact - 1e-6);
	return (from + quarters) / 4;
}

export function landingMidView(scene: Scene, cardId: string): Placement {
	return landingAt(scene, cardId, middle(scene), false);
}

/** Keeps a camera within the horizon and the lanes. */
export function kept(scene: Scene, camera: Camera): Camera {
	return clampCamera(camera, scene.plot, contentHeight(before(scene, camera).boxes));
}

export function panned(scene: Scene, dx: number, dy: number): Camera {
	const { camera } = scene;
	return clampCamera({ ...camera, x: camera.x - dx, y: camera.y - dy }, scene.plot, contentHeight(scene.boxes));
}

/** Zooms so that what is under a point of the canvas stays there: its date, and its lane and height in it. */
export function zoomedAt(scene: Scene, zoom: number, point: Point): Camera {
	const inPlot = { x: point.x - namesWidth, y: point.y - axisHeight };
	const spot = lanePointAt(scene.boxes, scene.camera.y + inPlot.y);
	const zoomed = before(scene, zoomAtX(scene.camera, scene.plot, zoom, inPlot.x));
	const camera = { ...zoomed.camera, y: yOfLanePoint(zoomed.boxes, spot) - inPlot.y };
	return clampCamera(camera, scene.plot, contentHeight(zoomed.boxes));
}

/** All years, and all lanes if there is any zoom that shows them. */
export function fitted(scene: Scene): Camera {
	for (let zoom = 1; zoom >= zoomLimits.least; zoom = Math.round(100 * (zoom - 0.05)) / 100) {
		const { boxes, plot } = before(scene, { ...home, zoom });
		if (contentHeight(boxes) <= plot.height) return { ...home, zoom };
	}
	return { ...home, zoom: zoomLimits.least };
}

export function revealed(scene: Scene, placement: Placement): Camera {
	const box = boxOfPlacement(scene, placement);
	if (!box) return scene.camera;
	const height = Math.max(contentHeight(scene.boxes), box.top + box.height);
	// The floating bars cover the canvas's foot.
	const seen = { ...scene.plot, height: scene.plot.height - 56 };
	return clampCamera(revealing(scene.camera, seen, box), scene.plot, height);
}

/** The middle of the plot, in canvas pixels. */
export const middle = ({ plot }: Scene): Point => ({ x: namesWidth + plot.width / 2, y: axisHeight + plot.height / 2 });
