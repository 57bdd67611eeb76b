/** For tests: clusters, notes and influences in memory, for the hand's board in memory. */
import { regrouped } from '../../../src-shared/domain/structure.ts';
import type { Cluster, Influence, Note } from '../../../src-shared/schemas/records.ts';
import type { Placements, Point } from '../interaction.ts';
import { axisHeight, namesWidth } from '../measures.ts';
import { drawnCards, type Scene } from '../scene.ts';
import { boxOfCluster, boxOfNote, contains, drawnById, frameOfBox, hullOf, type Edge } from './frames.ts';
import * as moves from './moves.ts';
import type { ClusterMove, StructurePort, StructureTarget } from './port.ts';

interface Around {
	readonly scene: Scene;
	readonly cards: Map<string, Placements extends ReadonlyMap<string, infer P> ? P | null : never>;
	readonly locked: Set<string>;
	readonly said: string[];
	writes: number;
}

export class HeldStructure implements StructurePort {
	#board: Around;
	clusters = new Map<string, Cluster>();
	notes = new Map<string, Note>();
	influences: Pick<Influence, 'fromId' | 'toId'>[] = [];
	horizons = new Map<string, number>();
	/** What was opened or begun to be edited, the latest last. */
	opened: string[] = [];

	constructor(board: Around) {
		this.#board = board;
	}

	get #drawn() {
		return drawnById(drawnCards(this.#board.scene));
	}
	boxOf = (target: StructureTarget) => ('clusterId' in target
		? boxOfCluster(this.#board.scene, this.#drawn, this.clusters.get(target.clusterId)!)
		: boxOfNote(this.#board.scene, this.notes.get('noteId' in target ? target.noteId : '')!));
	/** Its name's middle, an edge's, or a note's, in canvas pixels. */
	pointOf(target: StructureTarget): Point {
		const { left, top, width, height } = this.boxOf(target);
		const part = 'clusterId' in target ? target.part : 'name';
		const x = part === 'name' ? left + 20 : part.includes('e') ? left + width : part.includes('w') ? left : left + width / 2;
		const y = part === 'name' ? top : part.startsWith('s') ? top + height : part.startsWith('n') ? top : top + height / 2;
		const { camera } = this.#board.scene;
		return { x: x + namesWidth - camera.x, y: y + axisHeight - camera.y };
	}
	dropped(placements: Placements): void {
		const all = [...this.clusters.values()];
		for (const { cluster, cardIds } of regrouped(all, moves.droppedInto(this.#board.scene, this.#drawn, all, placements))) {
			this.clusters.set(cluster.id, { ...cluster, cardIds });
		}
	}

	isThere = (target: StructureTarget) => ('clusterId' in target ? this.clusters.has(target.clusterId) : 'noteId' in target ? this.notes.has(target.noteId) : true);
	clicked = (target: StructureTarget) => void this.opened.push(JSON.stringify(target));
	putBack = () => void this.#board.said.push('putBack');

	clusterHand = (clusterId: string): Placements => new Map(this.clusters.get(clusterId)!.cardIds.flatMap((id) => {
		const at = this.#board.cards.get(id);
		return at && !this.#board.locked.has(id) ? [[id, at] as const] : [];
	}));
	#taken = (clusterId: string) => ({ cluster: this.clusters.get(clusterId)!, shown: this.clusterHand(clusterId), unseen: new Map() });
	clusterMovedTo = (clusterId: string, hand: Placements, lift: Point | null, dx: number, dy: number, free: boolean) =>
		moves.movedTo(this.#board.scene, this.#drawn, { ...this.#taken(clusterId), shown: hand }, lift, dx, dy, free);
	clusterMovedBy: StructurePort['clusterMovedBy'] = (clusterId, step) => moves.movedBy(this.#board.scene, this.#drawn, this.#taken(clusterId), step);
	moveCluster = (clusterId: string, { to, frame }: ClusterMove) => {
		this.#board.writes++;
		for (const [id, place] of to) this.#board.cards.set(id, place);
		this.clusters.set(clusterId, { ...this.clusters.get(clusterId)!, frame });
	};
	clusterSizedTo = (clusterId: string, edge: Edge, dx: number, dy: number, free: boolean) =>
		moves.sizedTo(this.#board.scene, this.#drawn, this.clusters.get(clusterId)!, edge, dx, dy, free);
	clusterSizedBy: StructurePort['clusterSizedBy'] = (clusterId, step) => moves.sizedBy(this.#board.scene, this.#drawn, this.clusters.get(clusterId)!, step);
	sizeCluster: StructurePort['sizeCluster'] = (clusterId, { frame }) => {
		this.#board.writes++;
		this.clusters.set(clusterId, { ...this.clusters.get(clusterId)!, frame, sized: true });
	};
	makeCluster = (cardIds: readonly string[]) => {
		this.#board.writes++;
		const box = hullOf(this.#drawn, cardIds) ?? { left: 100, top: 100, width: 200, height: 100 };
		const id = `cluster ${this.clusters.size + 1}`;
		this.clusters.set(id, { id, workshopId: 'w', name: id, cardIds: [...cardIds], frame: frameOfBox(this.#board.scene, box) });
	};
	renameCluster = (clusterId: string) => void this.opened.push(`rename ${clusterId}`);
	removeCluster = (clusterId: string) => {
		this.#board.writes++;
		this.clusters.delete(clusterId);
	};

	noteMovedTo = (noteId: string, dx: number, dy: number) => moves.noteMovedTo(this.#board.scene, this.notes.get(noteId)!, dx, dy, true);
	noteMovedBy: StructurePort['noteMovedBy'] = (noteId, step) => moves.noteMovedBy(this.#board.scene, this.notes.get(noteId)!, step);
	moveNote: StructurePort['moveNote'] = (noteId, { place }) => {
		this.#board.writes++;
		this.notes.set(noteId, { ...this.notes.get(noteId)!, ...place });
	};
	addNote = (besideCardId: string | null) => void this.opened.push(`note beside ${besideCardId}`);
	editNote = (noteId: string) => void this.opened.push(`edit ${noteId}`);
	removeNote = (noteId: string) => {
		this.#board.writes++;
		this.notes.delete(noteId);
	};

	cardAt = ({ x, y }: Point) => {
		const { camera } = this.#board.scene;
		return drawnCards(this.#board.scene).find((card) => !card.under && contains(card, { x: x - namesWidth + camera.x, y: y - axisHeight + camera.y }))?.id ?? null;
	};
	influence = (fromId: string, toId: string) => {
		this.#board.writes++;
		this.influences.push({ fromId, toId });
	};
	openInfluence = (influenceId: string) => void this.opened.push(`influence ${influenceId}`);
	removeInfluence = (influenceId: string) => void this.opened.push(`remove ${influenceId}`);
	nextInfluence = (influenceId: string, direction: 1 | -1) => void this.opened.push(`${influenceId} ${direction}`);
	sayAim: StructurePort['sayAim'] = (fromId, aim) => void this.#board.said.push(typeof aim === 'string' ? `${fromId} ${aim}` : `${fromId} to ${aim.toId}`);
	setHorizon: StructurePort['setHorizon'] = (cardIds, horizon) => {
		this.#board.writes++;
		for (const id of cardIds) this.horizons.set(id, horizon);
	};
}
