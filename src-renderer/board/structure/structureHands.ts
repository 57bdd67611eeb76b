/** What the machine of the hand asks of clusters, influences and notes, answered from the scene and done through commands. */
import { tick } from 'svelte';
import { dateLabel } from '../../../src-shared/domain/horizon.ts';
import { freshName } from '../../../src-shared/domain/structure.ts';
import type { Horizon } from '../../../src-shared/schemas/records.ts';
import { undo } from '../../ui/history.ts';
import { counted } from '../../ui/kinds.ts';
import type { BoardStore } from '../boardStore.svelte.ts';
import { codeOf } from '../codes.ts';
import type { Point, Step } from '../interaction.ts';
import { axisHeight, namesWidth } from '../measures.ts';
import { boxOf, isInside, middle } from '../scene.ts';
import { laneName } from '../words.ts';
import * as commands from './commands.ts';
import { boxOfNote, contains, frameOfBox, hullOf, noteSize, rowPointAt, timeAt, type Edge } from './frames.ts';
import * as moves from './moves.ts';
import type { ClusterMove, ClusterSize, Moved, NoteMove, StructurePort, StructureTarget } from './port.ts';
import { Repeats } from '../../ui/repeats.ts';
import { elementOf } from './targets.ts';

/** A second click within this time edits. */
const doubleTime = 450;
/** Of a cluster that is made without cards, in pixels. */
const emptySize = { width: 260, height: 112 } as const;

export class StructureHands implements StructurePort {
	#store: BoardStore;
	#repeats = new Repeats();
	#lastClick = { key: '', at: -Infinity };

	constructor(store: BoardStore) {
		this.#store = store;
	}

	get #scene() {
		return this.#store.scenes.scene;
	}
	get #drawn() {
		return this.#store.structure.drawn;
	}
	#say(words: string): void {
		this.#store.announcer.say(words);
	}
	#code(cardId: string): string {
		return codeOf(this.#store.app.records, cardId) ?? 'the card';
	}
	#cluster(clusterId: string) {
		return this.#store.app.records.clusters.get(clusterId)!;
	}
	#note(noteId: string) {
		return this.#store.structure.draft?.id === noteId ? this.#store.structure.draft : this.#store.app.records.notes.get(noteId)!;
	}

	isThere(target: StructureTarget): boolean {
		const { records } = this.#store.app;
		if ('clusterId' in target) return records.clusters.has(target.clusterId);
		if ('noteId' in target) return records.notes.has(target.noteId) || this.#store.structure.draft?.id === target.noteId;
		return 'fromId' in target ? this.#store.scenes.byId.has(target.fromId) : records.influences.has(target.influenceId);
	}

	clicked(target: StructureTarget): void {
		const key = JSON.stringify(target);
		const now = performance.now();
		const isSecond = this.#lastClick.key === key && now - this.#lastClick.at < doubleTime;
		this.#lastClick = isSecond ? { key: '', at: -Infinity } : { key, at: now };
		if ('influenceId' in target) this.openInfluence(target.influenceId);
		else if (isSecond && 'clusterId' in target && target.part === 'name') this.renameCluster(target.clusterId);
		else if ('noteId' in target && (isSecond || !this.#store.structure.areNotesOpen)) this.editNote(target.noteId);
	}

	putBack(target: StructureTarget): void {
		this.#say('clusterId' in target ? `${this.#cluster(target.clusterId)?.name ?? 'The cluster'} stays as it was.` : 'The note stays where it was.');
	}

	// Clusters

	#taken(clusterId: string): moves.Taken {
		const { records } = this.#store.app;
		const cluster = this.#cluster(clusterId);
		const free = cluster.cardIds.flatMap((id) => {
			const use = records.uses.get(id);
			return use?.placement && !use.locked ? [[id, use.placement] as const] : [];
		});
		const isShown = ([id]: readonly [string, unknown]) => this.#store.scenes.byId.has(id);
		return { cluster, shown: new Map(free.filter(isShown)), unseen: new Map(free.filter((one) => !isShown(one))) };
	}
	clusterHand(clusterId: string) {
		return this.#taken(clusterId).shown;
	}
	clusterMovedTo(clusterId: string, hand: ReturnType<StructureHands['clusterHand']>, lift: Point | null, dx: number, dy: number, free: boolean): ClusterMove {
		return moves.movedTo(this.#scene, this.#drawn, { ...this.#taken(clusterId), shown: hand }, lift, dx, dy, free === this.#store.snaps);
	}
	clusterMovedBy(clusterId: string, step: Step): ClusterMove {
		return moves.movedBy(this.#scene, this.#drawn, this.#taken(clusterId), step);
	}
	moveCluster(clusterId: string, move: ClusterMove, how: Moved): void {
		const { app, view, lift, layer, scenes } = this.#store;
		if (how === 'pointer' && lift && view.preview) layer.settleFrom(view.preview.cardId, lift);
		void commands.moveCluster(app, clusterId, move, how === 'step' ? this.#repeats.stepId(clusterId) : undefined);
		const { from, top } = move.frame;
		this.#say(`Cluster ${this.#cluster(clusterId).name} with ${counted(move.to.size, 'card')}, from ${dateLabel(scenes.baseYear, from)}, ${laneName(scenes.lanes, top.laneId)}`);
		if (how === 'step' || !this.#isSeen(move.box)) this.#store.eye.reveal(move.box);
	}
	/** What was let go in a full lane may have found its rows out of sight. */
	#isSeen({ top, height }: ClusterMove['box']): boolean {
		const { camera, plot } = this.#scene;
		return top + height > camera.y && top < camera.y + plot.height;
	}
	clusterSizedTo(clusterId: string, edge: Edge, dx: number, dy: number, free: boolean): ClusterSize {
		return moves.sizedTo(this.#scene, this.#drawn, this.#cluster(clusterId), edge, dx, dy, free === this.#store.snaps);
	}
	clusterSizedBy(clusterId: string, step: Step): ClusterSize {
		return moves.sizedBy(this.#scene, this.#drawn, this.#cluster(clusterId), step);
	}
	sizeCluster(clusterId: string, size: ClusterSize, how: Moved): void {
		const { app, scenes } = this.#store;
		void commands.sizeCluster(app, clusterId, size, how === 'step' ? this.#repeats.stepId(`size ${clusterId}`) : undefined);
		const { from, to, bottom } = size.frame;
		this.#say(`Cluster ${this.#cluster(clusterId).name} from ${dateLabel(scenes.baseYear, from)} to ${dateLabel(scenes.baseYear, to)}, down to ${laneName(scenes.lanes, bottom.laneId)}`);
	}
	fitCluster(clusterId: string): void {
		const hull = hullOf(this.#drawn, this.#cluster(clusterId).cardIds);
		if (hull) void commands.fitCluster(this.#store.app, clusterId, frameOfBox(this.#scene, hull));
	}
	makeCluster(cardIds: readonly string[]): void {
		const { app, structure, scenes } = this.#store;
		const placed = cardIds.filter((id) => scenes.byId.has(id));
		const centre = middle(this.#scene);
		const box = hullOf(this.#drawn, placed) ?? this.#inContent({ x: centre.x - emptySize.width / 2, y: centre.y - emptySize.height / 2 }, emptySize);
		const name = freshName(structure.clusters);
		const frame = frameOfBox(this.#scene, box, placed.length > 0);
		void commands.makeCluster(app, { name, cardIds: placed, frame, sized: placed.length === 0 }).then((id) => {
			if (id === null) return;
			this.#say(`${name} with ${counted(placed.length, 'card')}. Type its name.`);
			structure.renamed = id;
		});
	}
	#inContent({ x, y }: Point, size: { width: number; height: number }) {
		const { camera } = this.#scene;
		return { left: x - namesWidth + camera.x, top: y - axisHeight + camera.y, ...size };
	}
	renameCluster(clusterId: string): void {
		this.#store.structure.renamed = clusterId;
	}
	removeCluster(clusterId: string): void {
		const { name } = this.#cluster(clusterId);
		void this.#gone(commands.removeCluster(this.#store.app, clusterId), `Cluster “${name}” is removed. Its cards stay.`);
	}
	/** Something is taken away by its own key: an undo is at hand, and the focus goes on. */
	async #gone(removed: Promise<boolean>, words: string): Promise<void> {
		if (!(await removed)) return;
		const { app, tabStop } = this.#store;
		this.#say(words);
		app.toasts.done(words, { label: 'Undo', run: () => void undo(app) });
		if (tabStop !== null && (document.activeElement === document.body || document.activeElement === null)) await this.#store.focusCard(tabStop);
	}

	// Notes

	noteMovedTo(noteId: string, dx: number, dy: number, free: boolean): NoteMove {
		// A note says something about its surroundings, not about a date: it stands freely.
		void free;
		return moves.noteMovedTo(this.#scene, this.#note(noteId), dx, dy, true);
	}
	noteMovedBy(noteId: string, step: Step): NoteMove {
		return moves.noteMovedBy(this.#scene, this.#note(noteId), step);
	}
	moveNote(noteId: string, { place, box }: NoteMove, how: Moved): void {
		const { app, scenes, structure } = this.#store;
		const stepId = how === 'step' ? this.#repeats.stepId(noteId) : undefined;
		if (structure.edited === noteId && structure.draft?.id === noteId) structure.draft = { ...structure.draft, ...place };
		else void structure.written.then(() => commands.moveNote(app, noteId, place, stepId));
		this.#say(`Note at ${dateLabel(scenes.baseYear, place.at)}, ${laneName(scenes.lanes, place.laneId)}`);
		if (how === 'step') this.#store.eye.reveal(box);
	}
	addNote(besideCardId: string | null): void {
		const scene = this.#scene;
		const box = besideCardId === null ? null : boxOf(scene, besideCardId);
		const centre = middle(scene);
		const corner = box
			? { left: box.left + 40, top: box.top + box.height + 4 }
			: this.#inContent({ x: centre.x - noteSize.width / 2, y: centre.y - noteSize.height / 2 }, noteSize);
		this.#store.structure.startNote({ at: timeAt(scene, corner.left, true), ...rowPointAt(scene, corner.top) });
		const { draft } = this.#store.structure;
		if (draft) this.#store.eye.reveal(boxOfNote(scene, draft));
	}
	editNote(noteId: string): void {
		this.#store.structure.edited = noteId;
	}
	removeNote(noteId: string): void {
		const words = commands.noteWords(this.#note(noteId).text);
		const { app, structure } = this.#store;
		void this.#gone(structure.written.then(() => commands.removeNote(app, noteId)), `Note “${words}” is removed.`);
	}

	// Influences

	cardAt(point: Point): string | null {
		const { camera } = this.#scene;
		if (!isInside(this.#scene, point)) return null;
		const spot = { x: point.x - namesWidth + camera.x, y: point.y - axisHeight + camera.y };
		return this.#store.scenes.drawn.findLast((card) => card.under === undefined && contains(card, spot))?.id ?? null;
	}
	influence(fromId: string, toId: string): void {
		void commands.drawInfluence(this.#store.app, fromId, toId).then(async (drawn) => {
			if (!drawn) return;
			const influence = this.#store.app.records.influences.get(drawn.id);
			if (influence) this.#say(commands.influenceWords(this.#store.app, influence));
			await tick();
			this.openInfluence(drawn.id);
		});
	}
	openInfluence(influenceId: string): void {
		const { structure } = this.#store;
		structure.tabStop = influenceId;
		const rect = elementOf({ influenceId })?.querySelector('.sign')?.getBoundingClientRect() ?? elementOf({ influenceId })?.getBoundingClientRect();
		if (rect) structure.menu = { target: { influenceId }, at: { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 } };
	}
	removeInfluence(influenceId: string): void {
		const influence = this.#store.app.records.influences.get(influenceId);
		if (!influence) return;
		void this.#gone(commands.removeInfluence(this.#store.app, influenceId), `The influence of ${this.#code(influence.fromId)} on ${this.#code(influence.toId)} is removed.`);
	}
	nextInfluence(influenceId: string, direction: 1 | -1): void {
		const { influences } = this.#store.structure;
		const index = influences.findIndex(({ id }) => id === influenceId);
		const next = influences[(index + direction + influences.length) % influences.length];
		if (!next) return;
		this.#store.structure.tabStop = next.id;
		const box = boxOf(this.#scene, next.toId);
		this.#store.eye.reveal(box);
		void tick().then(() => (elementOf({ influenceId: next.id }) as SVGElement | null)?.focus({ preventScroll: true }));
	}
	sayAim(fromId: string, aim: { toId: string } | 'begun' | 'givenUp'): void {
		const { records } = this.#store.app;
		if (aim === 'begun') this.#say(`An influence from ${this.#code(fromId)}. Arrows choose the card it goes to, Enter draws it, Escape gives it up.`);
		else if (aim === 'givenUp') this.#say('No influence is drawn.');
		else this.#say(`To ${this.#code(aim.toId)}, ${records.cards.get(aim.toId)?.name ?? ''}`);
	}

	setHorizon(cardIds: readonly string[], horizon: Horizon): void {
		const { app } = this.#store;
		const uses = cardIds.flatMap((id) => app.records.uses.get(id) ?? []);
		const isTaken = uses.every((use) => use.horizon === horizon);
		void commands.setHorizon(app, cardIds, isTaken ? null : horizon);
		const what = cardIds.length === 1 ? this.#code(cardIds[0]!) : counted(cardIds.length, 'card');
		this.#say(isTaken ? `${what}: no horizon` : `${what}: horizon H${horizon}`);
	}
}
