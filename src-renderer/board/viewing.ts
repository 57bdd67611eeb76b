/** Ways to look at a scene: from a camera to the next one, for pans, zooms and fits. */
import { clampAt } from '../../src-shared/domain/horizon.ts';
import { clampCamera, home, revealing, zoomAtX, type Camera } from './camera.ts';
import { contentHeight, lanePointAt, yOfLanePoint, type Box } from './geometry.ts';
import type { Point } from './interaction.ts';
import { axisHeight, namesWidth, roomBelow, zoomLimits, zoomSteps } from './measures.ts';
import { before, boxOf, type Scene } from './scene.ts';

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

/** The same cards at any zoom. */
const zoomer = (scene: Scene) => (zoom: number): Scene => before(scene, { ...home, zoom });

/** All years, and all lanes if there is any zoom that shows them. */
export function fitted(scene: Scene): Camera {
	const at = zoomer(scene);
	for (let zoom = 1; zoom > zoomLimits.least; zoom = Math.round(100 * (zoom - 0.05)) / 100) {
		if (contentHeight(at(zoom).boxes) <= scene.plot.height) return { ...home, zoom };
	}
	return { ...home, zoom: zoomLimits.least };
}

/** As close as shows all of these cards, and not closer than their text needs. */
export function fittedTo(scene: Scene, cardIds: readonly string[]): Camera {
	const closest = 1.6;
	const room = { width: scene.plot.width - 48, height: scene.plot.height - roomBelow - 32 };
	const at = zoomer(scene);
	const zooms = zoomSteps.filter((zoom) => zoom <= closest).reverse();
	for (const zoom of [...zooms, zoomLimits.least]) {
		const seen = at(zoom);
		const box = around(cardIds.flatMap((id) => boxOf(seen, id) ?? []));
		if (!box) return scene.camera;
		if ((box.width > room.width || box.height > room.height) && zoom > zoomLimits.least) continue;
		const camera = { zoom, x: box.left + box.width / 2 - scene.plot.width / 2, y: box.top + box.height / 2 - (scene.plot.height - roomBelow) / 2 };
		return clampCamera(camera, scene.plot, contentHeight(seen.boxes));
	}
	return scene.camera;
}

export function around(boxes: readonly Box[]): Box | null {
	if (boxes.length === 0) return null;
	const left = Math.min(...boxes.map((box) => box.left));
	const top = Math.min(...boxes.map((box) => box.top));
	const right = Math.max(...boxes.map((box) => box.left + box.width));
	const bottom = Math.max(...boxes.map((box) => box.top + box.height));
	return { left, top, width: right - left, height: bottom - top };
}

/** Moves only as far as needed for a box in content pixels to be in sight. */
export function revealed(scene: Scene, box: Box | null): Camera {
	if (!box) return scene.camera;
	const height = Math.max(contentHeight(scene.boxes), box.top + box.height);
	// The floating bars cover the canvas's foot.
	const seen = { ...scene.plot, height: scene.plot.height - 56 };
	return clampCamera(revealing(scene.camera, seen, box), scene.plot, height);
}

/** The camera whose middle is at a date and a height of the content, at the zoom there is. */
export function centred(scene: Scene, at: number, contentY: number): Camera {
	const x = scene.year * clampAt(at) - scene.plot.width / 2;
	return clampCamera({ ...scene.camera, x, y: contentY - scene.plot.height / 2 }, scene.plot, contentHeight(scene.boxes));
}
