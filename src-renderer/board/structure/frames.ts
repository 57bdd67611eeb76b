/** Where clusters and notes stand before a camera, and back from pixels to times, lanes and rows. All in content pixels. */
import { clampAt, horizonYears, snapToQuarter } from '../../../src-shared/domain/horizon.ts';
import type { Cluster, ClusterFrame, Note, RowPoint } from '../../../src-shared/schemas/records.ts';
import { dateX, laneBoxes, type Box, type LaneBox } from '../geometry.ts';
import { beforeFirstYear, type Detail } from '../measures.ts';
import type { DrawnCard, Scene } from '../scene.ts';
import { around } from '../viewing.ts';

/** Room between a cluster's edge and its cards; above them stands its name. */
const inset = 8;
const least = { width: 64, height: 36 } as const;

export type Edge = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw';
export const edges: readonly Edge[] = ['n', 'e', 's', 'w', 'ne', 'se', 'sw', 'nw'];

type Sight = Pick<Scene, 'boxes' | 'year'>;

export function yOf({ boxes }: Pick<Scene, 'boxes'>, { laneId, height }: RowPoint): number {
	const lanes = laneBoxes(boxes);
	const lane = lanes.find(({ id }) => id === laneId) ?? lanes[0];
	if (!lane) return 0;
	const { pad, pitch } = measuresOf(lane);
	return lane.top + Math.min(lane.height, pad + height * pitch);
}

export function rowPointAt({ boxes }: Pick<Scene, 'boxes'>, y: number): RowPoint {
	const lanes = laneBoxes(boxes);
	const lane = lanes.findLast(({ top }) => top <= y) ?? lanes[0];
	if (!lane) return { laneId: '', height: 0 };
	const { pad, pitch } = measuresOf(lane);
	const height = (Math.min(y - lane.top, lane.height) - pad) / pitch;
	return { laneId: lane.id, height: Math.max(0, Math.round(height * 100) / 100) };
}

const measuresOf = (lane: LaneBox) => lane.bands[0]!.measures;

export const timeAt = ({ year }: Pick<Scene, 'year'>, x: number, free: boolean): number => {
	const at = clampAt((x - beforeFirstYear) / year);
	return free ? Math.round(at * 100) / 100 : snapToQuarter(at);
};

export function boxOfFrame(scene: Sight, { from, to, top, bottom }: ClusterFrame): Box {
	const [left, right] = [dateX(from, scene.year), dateX(to, scene.year)];
	const [upper, lower] = [yOf(scene, top), yOf(scene, bottom)];
	return {
		left, top: Math.min(upper, lower),
		width: Math.max(least.width, right - left), height: Math.max(least.height, Math.abs(lower - upper)),
	};
}

export function frameOfBox(scene: Sight, box: Box, free = true): ClusterFrame {
	const from = timeAt(scene, box.left, free);
	const to = timeAt(scene, box.left + box.width, free);
	return { from, to: Math.max(from, to), top: rowPointAt(scene, box.top), bottom: rowPointAt(scene, box.top + box.height) };
}

export type Drawn = ReadonlyMap<string, DrawnCard>;

export const drawnById = (drawn: readonly DrawnCard[]): Drawn => new Map(drawn.map((card) => [card.id, card]));

/** Round the cluster's cards that are on the canvas; null where none is. One under another is where that is. */
export function hullOf(drawn: Drawn, cardIds: readonly string[]): Box | null {
	const hull = around(cardIds.flatMap((id) => drawn.get(id) ?? []));
	return hull && { left: hull.left - inset, top: hull.top - inset, width: hull.width + 2 * inset, height: hull.height + 2 * inset };
}

/** As large as its cards need, or as people made it; its cards are in it either way. */
export function boxOfCluster(scene: Sight, drawn: Drawn, { cardIds, frame, sized }: Pick<Cluster, 'cardIds' | 'frame' | 'sized'>): Box {
	const hull = hullOf(drawn, cardIds);
	if (hull && !sized) return hull;
	const own = boxOfFrame(scene, frame);
	return hull ? around([hull, own])! : own;
}

/** @param least what it has to go on holding. @param dx pixels that the edge is moved by. */
export function resized(box: Box, edge: Edge, dx: number, dy: number, held: Box | null): Box {
	let { left, top } = box;
	let [right, bottom] = [box.left + box.width, box.top + box.height];
	if (edge.includes('w')) left = Math.min(left + dx, held?.left ?? Infinity, right - least.width);
	if (edge.includes('e')) right = Math.max(right + dx, held ? held.left + held.width : -Infinity, left + least.width);
	if (edge.startsWith('n')) top = Math.min(top + dy, held?.top ?? Infinity, bottom - least.height);
	if (edge.startsWith('s')) bottom = Math.max(bottom + dy, held ? held.top + held.height : -Infinity, top + least.height);
	return { left, top: Math.max(0, top), width: right - left, height: bottom - Math.max(0, top) };
}

/** The frame carried along in time and lanes; it stops as a whole at the horizon's ends and at the first and the last lane. */
export function shifted(laneIds: readonly string[], frame: ClusterFrame, years: number, lanes: number, rows = 0): ClusterFrame {
	const by = Math.min(horizonYears - frame.to, Math.max(-frame.from, years));
	const index = (point: RowPoint) => Math.max(0, laneIds.indexOf(point.laneId));
	const [first, last] = [index(frame.top), index(frame.bottom)].sort((a, b) => a - b) as [number, number];
	const down = Math.min(laneIds.length - 1 - last, Math.max(-first, lanes));
	const moved = (point: RowPoint): RowPoint => ({ laneId: laneIds[index(point) + down] ?? point.laneId, height: Math.max(0, point.height + rows) });
	return { from: clampAt(frame.from + by), to: clampAt(frame.to + by), top: moved(frame.top), bottom: moved(frame.bottom) };
}

export const noteSize = { width: 152, height: 64, mark: 22 } as const;

/** Below the zoom at which cards have text a note is a mark of its own. */
export const isNoteOpen = (detail: Detail): boolean => detail === 'card' || detail === 'full';

export function boxOfNote(scene: Sight & Pick<Scene, 'measures'>, note: Pick<Note, 'at' | 'laneId' | 'height'>): Box {
	const isOpen = isNoteOpen(scene.measures.detail);
	const [width, height] = isOpen ? [noteSize.width, noteSize.height] : [noteSize.mark, noteSize.mark];
	const left = Math.min(dateX(note.at, scene.year), dateX(horizonYears, scene.year) + 30 - width);
	return { left: Math.round(left), top: Math.round(yOf(scene, note)), width, height };
}

export const contains = (box: Box, { x, y }: { x: number; y: number }): boolean =>
	x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height;
