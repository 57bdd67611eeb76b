/**
 * Everything placed, as it stands before a camera: what is drawn and where, and from pixels of the canvas to dates, lanes
 * and rows. Pure, so that the board, the minimap, pictures and the tests all go by the same arithmetic.
 */
import { bandIdOf } from '../../src-shared/domain/bands.ts';
import { clampAt, snapToQuarter } from '../../src-shared/domain/horizon.ts';
import { flips } from '../../src-shared/domain/lanesLayout.ts';
import type { Placement } from '../../src-shared/schemas/records.ts';
import { atOf, clampCamera, xOf, yearWidth, type Camera, type Plot } from './camera.ts';
import { crowdOf, type Crowd, type Frame, type SceneCard } from './crowd.ts';
import { bandBoxes, boxAtY, cardBox, contentHeight, rowAtY, type BandBox, type Box } from './geometry.ts';
import type { Point } from './interaction.ts';
import type { Spot } from './landing.ts';
import { axisHeight, layoutZoom, measuresAt, namesWidth, type CardMeasures, type Detail } from './measures.ts';

export interface Scene {
	frame: Frame;
	cards: readonly SceneCard[];
	plot: Plot;
	camera: Camera;
	measures: CardMeasures;
	/** Pixels of a year. */
	year: number;
	crowd: Crowd;
	boxes: readonly BandBox[];
}

export function sceneOf(frame: Frame, cards: readonly SceneCard[], plot: Plot, camera: Camera, crowd = crowdOf(frame, cards, plot, camera.zoom)): Scene {
	const measures = measuresAt(camera.zoom);
	const boxes = bandBoxes(crowd.bands, crowd.layout.rows, measures, plot.height);
	return { frame, cards, plot, camera, measures, year: yearWidth(plot, camera.zoom), crowd, boxes };
}

/** The same cards before another camera. */
export function before(scene: Scene, camera: Camera): Scene {
	const isSameBand = layoutZoom(camera.zoom) === layoutZoom(scene.camera.zoom);
	return sceneOf(scene.frame, scene.cards, scene.plot, camera, isSameBand ? scene.crowd : undefined);
}

/** A card as it is drawn: its box in content pixels, and what lies under it. */
export interface DrawnCard extends Box {
	id: string;
	laneId: string;
	detail: Detail;
	flipped: boolean;
	/** The card that covers it; it is counted there and not drawn. */
	under: string | undefined;
	/** How many lie under it. */
	count: number;
}

export function drawnCards(scene: Pick<Scene, 'crowd' | 'boxes' | 'year'>): DrawnCard[] {
	const boxes = new Map(scene.boxes.map((box) => [box.id, box]));
	const { cards: standings, stacks } = scene.crowd.layout;
	return scene.crowd.placed.flatMap(({ id, at }) => {
		const standing = standings.get(id);
		const band = boxes.get(standing?.laneId ?? '');
		if (!standing || !band) return [];
		const { left, top, width, height } = cardBox(clampAt(at), standing, band, scene.year);
		const { flipped, under } = standing;
		return { id, laneId: band.laneId, left, top, width, height, detail: band.measures.detail, flipped, under, count: stacks.get(id)?.length ?? 0 };
	});
}

/** Where a card stands, in content pixels; one under another stands where that does. */
export function boxOf(scene: Scene, cardId: string): Box | null {
	const standing = scene.crowd.layout.cards.get(cardId);
	const card = scene.crowd.byId.get(standing?.under ?? cardId);
	const band = scene.boxes.find(({ id }) => id === standing?.laneId);
	return card && standing && band ? cardBox(clampAt(card.at), standing, band, scene.year) : null;
}

/** Where a spot that no card need have taken stands. */
export function boxOfSpot(scene: Scene, { at, bandId, row }: Spot): Box | null {
	const band = scene.boxes.find(({ id }) => id === bandId);
	const flipped = flips(at, scene.crowd.sizes.cardYears, scene.crowd.sizes.roomYears) && !band?.folded;
	return band ? cardBox(at, { row: Math.min(row, band.mostRows ?? row), flipped }, band, scene.year) : null;
}

export const boxOfPlacement = (scene: Scene, placement: Placement): Box | null => boxOfSpot(scene, spotOf(scene, placement));

/** A placement where it would stand on this canvas. */
export function spotOf({ frame, boxes }: { frame: Frame; boxes: readonly { id: string }[] }, placement: Placement): Spot {
	const wanted = bandIdOf(frame.lanes, frame.means, placement);
	const bandId = boxes.some(({ id }) => id === wanted) ? wanted : (boxes[0]?.id ?? '');
	return { at: placement.at, bandId, row: Math.floor(placement.height) };
}

/** The centre of the card's tab, in canvas pixels. */
export function anchorOf(scene: Scene, cardId: string): Point | null {
	const standing = scene.crowd.layout.cards.get(cardId);
	const card = scene.crowd.byId.get(standing?.under ?? cardId);
	const box = boxOf(scene, cardId);
	if (!card || !box) return null;
	const { camera, plot } = scene;
	return { x: namesWidth + xOf(camera, plot, clampAt(card.at)), y: axisHeight - camera.y + box.top + box.height / 2 };
}

/** On the part of the canvas where a place is a date and a lane: not on the lanes' names, nor on the axis. */
export function isInside({ plot }: Scene, { x, y }: Point): boolean {
	return x >= namesWidth && y >= axisHeight && x <= namesWidth + plot.width && y <= axisHeight + plot.height;
}

/** Cards that a rectangle of the canvas touches, in canvas pixels. */
export function cardsIn(scene: Scene, from: Point, to: Point): string[] {
	const { camera } = scene;
	const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)].map((x) => x - namesWidth + camera.x) as [number, number];
	const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)].map((y) => y - axisHeight + camera.y) as [number, number];
	const touched = drawnCards(scene).filter((card) => !card.under && card.left < right && card.left + card.width > left && card.top < bottom && card.top + card.height > top);
	return touched.flatMap(({ id }) => [id, ...(scene.crowd.layout.stacks.get(id) ?? [])]);
}

/** What a hand asks for. @param anchor where the tab's centre is held, in canvas pixels. @param free without snapping to quarters. */
export function wishAt({ camera, plot, boxes }: Scene, anchor: Point, free: boolean): Spot {
	const at = atOf(camera, plot, anchor.x - namesWidth);
	const y = camera.y + Math.min(plot.height, Math.max(0, anchor.y - axisHeight));
	const band = boxAtY(boxes, y)!;
	return { at: free ? at : snapToQuarter(at), bandId: band.id, row: rowAtY(band, y) };
}

/** Keeps a camera within the horizon and the lanes. */
export function kept(scene: Scene, camera: Camera): Camera {
	return clampCamera(camera, scene.plot, contentHeight(before(scene, camera).boxes));
}

/** The middle of the plot, in canvas pixels. */
export const middle = ({ plot }: Scene): Point => ({ x: namesWidth + plot.width / 2, y: axisHeight + plot.height / 2 });
