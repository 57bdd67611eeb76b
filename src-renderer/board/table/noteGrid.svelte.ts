/** The table of notes: what its cells do, by the same commands as on the canvas, where a note's text is edited likewise. */
import { dateLabel } from '../../../src-shared/domain/horizon.ts';
import type { Note } from '../../../src-shared/schemas/records.ts';
import type { BoardStore } from '../boardStore.svelte.ts';
import { keepToSelf, moveNote, noteWords } from '../structure/commands.ts';
import type { NotePlace } from '../structure/port.ts';
import { laneName } from '../words.ts';
import type { NoteColumn } from './structureRows.ts';
import { TableGrid, type Shown } from './tableGrid.svelte.ts';

export class NoteGrid extends TableGrid<NoteColumn> {
	constructor(store: BoardStore, shown: Shown<NoteColumn>) {
		super(store, shown, 'text', null);
	}

	/** The text that is being written is the canvas's as well: a note that is begun from a card's menu is written here. */
	override editedIn(noteId: string): NoteColumn | null {
		return this.store.structure.edited === noteId ? 'text' : super.editedIn(noteId);
	}
	protected override ownKey({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
		if (key.toLowerCase() !== 's' || shiftKey || ctrlKey || metaKey) return false;
		this.begin();
		return true;
	}

	#note(noteId: string): Note | undefined {
		return this.store.app.records.notes.get(noteId);
	}

	press(noteId: string, column: NoteColumn): void {
		const note = this.#note(noteId);
		if (column === 'text') this.store.structure.edited = noteId;
		else if (!note) return;
		else if (column === 'self') void this.#keepToSelf(note);
		else this.edit(noteId, column);
	}

	/** A new one below the note that has the focus, else in sight of the canvas. */
	begin(): void {
		const { port, structure } = this.store;
		const note = this.active.rowId === null ? undefined : this.#note(this.active.rowId);
		if (note) structure.startNote({ at: note.at, laneId: note.laneId, height: note.height + 1 });
		else port.structure.addNote(null);
	}
	/** @param keepsFocus whether the row gets the focus back, or where no words are left the one that comes next. */
	async write(note: Note, text: string, keepsFocus: boolean): Promise<void> {
		const { structure } = this.store;
		if (structure.edited !== note.id) return;
		const isLeft = text.trim() !== '';
		if (!isLeft && keepsFocus) this.pass([note.id]);
		const written = structure.write(note, text);
		if (isLeft && keepsFocus) await this.focus({ rowId: note.id, column: 'text' });
		await written;
	}

	/** @returns false where what was typed is no date: the field stays. */
	async setDate(noteId: string, typed: string): Promise<boolean> {
		const { baseYear } = this.store.scenes;
		const at = await this.takeDate(typed);
		if (at === null) return false;
		// A note stands freely: what is shown is the quarter that its date is in, and saying it again moves nothing.
		const note = this.#note(noteId);
		if (note && dateLabel(baseYear, note.at) !== dateLabel(baseYear, at)) await this.#move(note, { at });
		return true;
	}
	async choose(noteId: string, laneId: string): Promise<void> {
		await this.leave(true);
		const note = this.#note(noteId);
		if (note && note.laneId !== laneId) await this.#move(note, { laneId });
	}

	async #move(note: Note, to: Partial<NotePlace>): Promise<void> {
		const { app, scenes, announcer } = this.store;
		const place = { at: note.at, laneId: note.laneId, height: note.height, ...to };
		await moveNote(app, note.id, place);
		announcer.say(`Note at ${dateLabel(scenes.baseYear, place.at)}, ${laneName(scenes.lanes, place.laneId)}`);
		await this.keep(note.id);
	}
	async #keepToSelf(note: Note): Promise<void> {
		const isToSelf = !note.toSelf;
		await keepToSelf(this.store.app, note.id, isToSelf);
		this.store.announcer.say(isToSelf ? `“${noteWords(note.text)}” is a note to self, on none of the room’s screens.` : `The room sees “${noteWords(note.text)}” again.`);
		await this.keep(note.id);
	}

	remove(noteId: string): void {
		if (!this.#note(noteId)) return;
		this.pass([noteId]);
		this.store.port.structure.removeNote(noteId);
	}
}
