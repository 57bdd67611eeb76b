/** Clusters, influences and notes as they are shown now, and which of them is being edited. */
import { newId } from '../../../src-shared/domain/ids.ts';
import { clusterOf } from '../../../src-shared/domain/structure.ts';
import type { Cluster, Influence, Note, Overlay } from '../../../src-shared/schemas/records.ts';
import type { BoardStore } from '../boardStore.svelte.ts';
import type { Box } from '../geometry.ts';
import type { Placements, Point } from '../interaction.ts';
import { axisHeight, namesWidth } from '../measures.ts';
import { regrouping, writeNote } from './commands.ts';
import { boxOfCluster, boxOfNote, drawnById, isNoteOpen, type Drawn } from './frames.ts';
import { droppedInto } from './moves.ts';
import type { NotePlace, StructureTarget, StructureView } from './port.ts';

export interface ShownCluster {
	cluster: Cluster;
	box: Box;
	/** How many of its cards are on the canvas. */
	count: number;
	isHeld: boolean;
}
export interface ShownNote {
	note: Note;
	box: Box;
	isHeld: boolean;
}

export class StructureStore {
	#store: BoardStore;
	/** The cluster whose name is being typed. */
	renamed = $state<string | null>(null);
	/** The note whose text is being typed. */
	edited = $state<string | null>(null);
	/** Settles once what was written is stored: what is done to a note that is only in sight as yet waits for it, writing on it as well. */
	written: Promise<void> = Promise.resolve();
	/** A note that is not stored before something is written on it. */
	draft = $state.raw<Note | null>(null);
	/** What can be done to one of them, at a point of the window. */
	menu = $state.raw<{ target: StructureTarget; at: Point } | null>(null);
	/** The arrow that Tab comes to. */
	tabStop = $state<string | null>(null);

	readonly clusters: readonly Cluster[] = $derived.by(() => this.#store.app.records.clusters.all);
	readonly notes: readonly Note[] = $derived.by(() => this.#store.app.records.notes.all);
	/** With the one that is not stored yet. */
	readonly notesAndDraft: readonly Note[] = $derived.by(() => (this.draft && !this.#store.app.records.notes.has(this.draft.id) ? [...this.notes, this.draft] : this.notes));
	/** Those between cards that are both on the canvas, in the order of the cards. */
	readonly influences: readonly Influence[] = $derived.by(() => this.#between());
	readonly overlays: readonly Overlay[] = $derived.by(() => this.#store.scenes.workshop?.overlays ?? []);
	/** Stays null while cards are moved, so that nothing here is computed then. */
	readonly held: StructureView | null = $derived.by(() => this.#store.view.structure);

	readonly #year = $derived.by(() => this.#store.scenes.scene.year);
	readonly drawn: Drawn = $derived.by(() => drawnById(this.#store.scenes.drawn));
	readonly shownClusters: readonly ShownCluster[] = $derived.by(() => this.#shownClusters());
	readonly shownNotes: readonly ShownNote[] = $derived.by(() => this.#shownNotes());
	readonly areNotesOpen = $derived.by(() => isNoteOpen(this.#store.scenes.measures.detail));

	constructor(store: BoardStore) {
		this.#store = store;
	}

	#between(): Influence[] {
		const { scenes, app } = this.#store;
		const { all } = app.records.influences;
		return all.length === 0 ? [] : all.filter(({ fromId, toId }) => scenes.byId.has(fromId) && scenes.byId.has(toId));
	}

	#shownClusters(): ShownCluster[] {
		if (this.clusters.length === 0) return [];
		const sight = { boxes: this.#store.scenes.boxes, year: this.#year };
		const { held } = this;
		return this.clusters.map((cluster) => {
			const isHeld = held !== null && 'clusterId' in held && held.clusterId === cluster.id;
			const box = isHeld ? held.box : boxOfCluster(sight, this.drawn, cluster);
			return { cluster, box, isHeld, count: cluster.cardIds.filter((id) => this.drawn.has(id)).length };
		});
	}

	#shownNotes(): ShownNote[] {
		const all = this.notesAndDraft;
		if (all.length === 0) return [];
		const { boxes, measures } = this.#store.scenes;
		const { held } = this;
		return all.map((note) => {
			const isHeld = held !== null && 'noteId' in held && held.noteId === note.id;
			return { note, isHeld, box: isHeld ? held.box : boxOfNote({ boxes, measures, year: this.#year }, note) };
		});
	}

	clusterOf(cardId: string): Cluster | undefined {
		return clusterOf(this.clusters, cardId);
	}

	/** What dropping cards makes of the clusters. @param lift where the hand held the first card's anchor, in canvas pixels. */
	regrouping(placements: Placements, lift: Point | null) {
		if (this.clusters.length === 0) return [];
		const { scene } = this.#store.scenes;
		const held = lift && { x: lift.x - namesWidth + scene.camera.x, y: lift.y - axisHeight + scene.camera.y };
		return regrouping(this.#store.app, droppedInto(scene, this.drawn, this.clusters, placements, held));
	}

	startNote(place: NotePlace): void {
		const workshopId = this.#store.app.records.openWorkshopId;
		if (workshopId === null) return;
		this.draft = { id: newId(), workshopId, text: '', ...place };
		this.edited = this.draft.id;
	}
	/** Ends the writing, wherever it was. What is new stays in sight until it is stored. */
	async write(note: Note, text: string): Promise<void> {
		if (this.edited !== note.id) return;
		this.edited = null;
		const place = this.draft?.id === note.id ? this.draft : note;
		if (place === this.draft) this.draft = text.trim() === '' ? null : { ...place, text };
		this.written = this.written.then(() => writeNote(this.#store.app, place, text));
		await this.written;
		if (this.draft?.id === note.id) this.draft = null;
	}
}
