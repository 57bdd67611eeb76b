/** What the facilitator has in sight, said so that a screen of another size can show the same. */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import type { Camera } from '../../board/camera.ts';
import { contentHeight, laneBoxes } from '../../board/geometry.ts';
import { beforeFirstYear, roomBelow } from '../../board/measures.ts';
import type { DrawnCard, Scene } from '../../board/scene.ts';
import type { ScreenView } from './messages.ts';

type Seen = Pick<Scene, 'plot' | 'year' | 'boxes'> & { camera: Camera };

/** @returns null where everything is in sight. */
export function viewOf({ camera, plot, year, boxes }: Seen, drawn: readonly DrawnCard[]): ScreenView | null {
	const at = (x: number) => Math.min(horizonYears, Math.max(0, (x - beforeFirstYear) / year));
	const [left, right, top, bottom] = [camera.x, camera.x + plot.width, camera.y, camera.y + plot.height];
	const [from, to] = [at(left), at(right)];
	const isWide = from === 0 && to === horizonYears;
	if (isWide && top === 0 && bottom >= contentHeight(boxes) - roomBelow) return null;
	const lanes = laneBoxes(boxes).filter((lane) => lane.top < bottom && lane.top + lane.height > top);
	const inSight = drawn.filter((card) => card.left < right && card.left + card.width > left && card.top < bottom && card.top + card.height > top);
	return { from, to, laneIds: lanes.map(({ id }) => id), cardIds: inSight.length === drawn.length ? null : inSight.map(({ id }) => id) };
}
