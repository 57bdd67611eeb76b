/** What moving and sizing clusters and notes comes to, and which cluster cards are dropped into. Pure arithmetic on a scene. */
import { clampAt, horizonYears } from '../../../src-shared/domain/horizon.ts';
import type { Cluster, ClusterFrame, Note } from '../../../src-shared/schemas/records.ts';
import { dateX, type Box } from '../geometry.ts';
import { asOne } from '../groupLanding.ts';
import type { Placements, Point, Step } from '../interaction.ts';
import { landingsBeside, landingsFor } from '../landings.ts';
import { boxOfPlacement, wishAt, type Scene } from '../scene.ts';
import { around } from '../viewing.ts';
import { boxOfCluster, boxOfFrame, boxOfNote, contains, frameOfBox, hullOf, resized, rowPointAt, shifted, timeAt, yOf, type Drawn, type Edge } from './frames.ts';
import type { ClusterMove, ClusterSize, NoteMove } from './port.ts';

type Shaped = Pick<Cluster, 'cardIds' | 'frame' | 'sized'>;

/** A cluster with its cards that can be moved; those that are not in sight go the same way as those that are. */
export interface Taken {
	cluster: Shaped;
	shown: Placements;
	unseen: Placements;
}

export function movedTo(scene: Scene, drawn: Drawn, taken: Taken, lift: Point | null, dx: number, dy: number, free: boolean): ClusterMove {
	if (lift && taken.shown.size > 0) return withCards(scene, drawn, taken, landingsFor(scene, taken.shown, wishAt(scene, lift, free), asOne));
	const box = boxOfCluster(scene, drawn, taken.cluster);
	const { frame } = taken.cluster;
	const years = timeAt(scene, box.left + dx, free) - frame.from;
	const top = rowPointAt(scene, Math.max(0, box.top + dy));
	const lanes = laneIndex(scene, top.laneId) - laneIndex(scene, frame.top.laneId);
	const to = shifted(laneIds(scene), frame, years, lanes, lanes === 0 ? top.height - frame.top.height : 0);
	return { to: together(scene, taken.unseen, to.from - frame.from, lanes), frame: to, box: boxOfFrame(scene, to) };
}

export function movedBy(scene: Scene, drawn: Drawn, taken: Taken, step: Step): ClusterMove {
	if (taken.shown.size > 0) return withCards(scene, drawn, taken, landingsBeside(scene, taken.shown, step, asOne));
	const { frame } = taken.cluster;
	const to = shifted(laneIds(scene), frame, step.quarters / 4, step.lanes);
	return { to: together(scene, taken.unseen, to.from - frame.from, step.lanes), frame: to, box: boxOfFrame(scene, to) };
}

/** The frame goes as far as its first card, whose place is known. */
function withCards(scene: Scene, drawn: Drawn, { cluster, shown, unseen }: Taken, to: Placements): ClusterMove {
	const [[leader, from]] = shown as unknown as [[string, { at: number; laneId: string; height: number }]];
	const now = to.get(leader)!;
	const lanes = laneIndex(scene, now.laneId) - laneIndex(scene, from.laneId);
	const frame = shifted(laneIds(scene), cluster.frame, now.at - from.at, lanes);
	const held = new Set(shown.keys());
	const boxes = [...to.values()].flatMap((place) => boxOfPlacement(scene, place) ?? []);
	const rest = hullOf(drawn, cluster.cardIds.filter((id) => !held.has(id)));
	const hull = around(boxes.map(({ left, top, width, height }) => ({ left: left - 8, top: top - 8, width: width + 16, height: height + 16 })));
	const parts = [hull, rest, cluster.sized ? boxOfFrame(scene, frame) : null].filter((box) => box !== null);
	return { to: new Map([...to, ...together(scene, unseen, now.at - from.at, lanes)]), frame, box: around(parts)! };
}

function together(scene: Scene, cards: Placements, years: number, lanes: number): Placements {
	const ids = laneIds(scene);
	return new Map([...cards].map(([id, place]) => {
		const laneId = ids[Math.min(ids.length - 1, Math.max(0, laneIndex(scene, place.laneId) + lanes))] ?? place.laneId;
		return [id, { ...place, at: clampAt(place.at + years), laneId }];
	}));
}

export const laneIds = ({ frame }: Scene): string[] => frame.lanes.map(({ id }) => id);
const laneIndex = (scene: Scene, laneId: string): number => Math.max(0, laneIds(scene).indexOf(laneId));

export function sizedTo(scene: Scene, drawn: Drawn, cluster: Shaped, edge: Edge, dx: number, dy: number, free: boolean): ClusterSize {
	const held = hullOf(drawn, cluster.cardIds);
	const frame = frameOfBox(scene, resized(boxOfCluster(scene, drawn, cluster), edge, dx, dy, held), free);
	return { frame, box: boxOfCluster(scene, drawn, { ...cluster, frame, sized: true }) };
}

/** By keyboard its end and its lower edge move. */
export function sizedBy(scene: Scene, drawn: Drawn, cluster: Shaped, step: Step): ClusterSize {
	const now: ClusterFrame = cluster.sized ? cluster.frame : frameOfBox(scene, boxOfCluster(scene, drawn, cluster));
	const pitch = scene.measures.pitch;
	const to = Math.min(horizonYears, Math.max(now.from + 0.25, Math.round(now.to * 4 + step.quarters) / 4));
	const bottom = rowPointAt(scene, Math.max(yOf(scene, now.top) + pitch, yOf(scene, now.bottom) + step.lanes * pitch));
	const frame = step.quarters === 0 ? { ...now, bottom } : { ...now, to };
	return { frame, box: boxOfCluster(scene, drawn, { ...cluster, frame, sized: true }) };
}

export function noteMovedTo(scene: Scene, note: Note, dx: number, dy: number, free: boolean): NoteMove {
	const { top } = boxOfNote(scene, note);
	return noteAt(scene, note, { at: timeAt(scene, dateX(note.at, scene.year) + dx, free), ...rowPointAt(scene, Math.max(0, top + dy)) });
}

export function noteMovedBy(scene: Scene, note: Note, { quarters, lanes }: Step): NoteMove {
	const ids = laneIds(scene);
	const laneId = ids[Math.min(ids.length - 1, Math.max(0, laneIndex(scene, note.laneId) + lanes))] ?? note.laneId;
	const at = quarters === 0 ? note.at : clampAt(Math.round(note.at * 4 + quarters) / 4);
	return noteAt(scene, note, { at, laneId, height: note.height });
}

const noteAt = (scene: Scene, note: Note, place: NoteMove['place']): NoteMove => ({ place, box: boxOfNote(scene, { ...note, ...place }) });

/**
 * Which cluster each of the cards comes into where it is dropped: the one whose frame, as it was seen, holds its date. All
 * cards of a cluster that are moved together keep it: then it is the cluster that was moved.
 * @param held where the hand held the first card's date, in content pixels: a card held over others in a frame, which finds
 * its place in a row below them, was put into that frame.
 */
export function droppedInto(scene: Scene, drawn: Drawn, clusters: readonly Cluster[], placements: Placements, held: Point | null = null): Map<string, string | null> {
	const boxes = clusters.map((cluster) => ({ cluster, box: boxOfCluster(scene, drawn, cluster) }));
	const whole = clusters.filter(({ cardIds }) => isWhole(drawn, cardIds, placements));
	const [leader] = placements.values();
	const from = leader && dateSpot(scene, leader);
	const off = held && from ? { x: held.x - from.x, y: held.y - from.y } : null;
	return new Map([...placements].map(([cardId, place]) => {
		const spot = dateSpot(scene, place);
		const into = (off && spot && clusterAt(boxes, { x: spot.x + off.x, y: spot.y + off.y })) ?? clusterAt(boxes, spot);
		const keeps = whole.find(({ cardIds }) => cardIds.includes(cardId));
		return [cardId, into?.id ?? keeps?.id ?? null];
	}));
}

function isWhole(drawn: Drawn, cardIds: readonly string[], placements: Placements): boolean {
	const there = cardIds.filter((id) => drawn.has(id) || placements.has(id));
	return there.length > 1 && there.every((id) => placements.has(id));
}

/** Of frames over each other the smallest. */
function clusterAt(boxes: readonly { cluster: Cluster; box: Box }[], spot: Point | null): Cluster | undefined {
	if (!spot) return undefined;
	const holding = boxes.filter(({ box }) => contains(box, spot));
	return holding.sort((a, b) => a.box.width * a.box.height - b.box.width * b.box.height)[0]?.cluster;
}

function dateSpot(scene: Scene, place: Placements extends ReadonlyMap<string, infer P> ? P : never): Point | null {
	const box = boxOfPlacement(scene, place);
	return box && { x: dateX(place.at, scene.year), y: box.top + box.height / 2 };
}
