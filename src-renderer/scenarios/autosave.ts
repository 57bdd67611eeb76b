/**
 * Keeps what is being written: stored as one step after a pause, and at once when asked. Until it is stored, a copy lies
 * in the window's local storage, which a page that is being closed can still write to.
 */
import { textIsStored, textWaits } from '../ui/waitingTexts.ts';

/** One text being written: which scenario's, and which of its fields. */
export interface Writing<Field extends string = string> {
	id: string;
	field: Field;
	text: string;
}

interface AutosaveParts<Field extends string> {
	store: (writing: Writing<Field>) => Promise<void>;
	/** Told where storing failed; the text stays and is tried again with the next pause or flush. */
	onfailed: (error: unknown) => void;
	pause?: number;
}

const prefix = 'longview-writing/';
const keyOf = ({ id, field }: Pick<Writing, 'id' | 'field'>): string => `${prefix}${id}/${field}`;

export class Autosave<Field extends string> {
	#parts: AutosaveParts<Field>;
	#waiting: Writing<Field> | null = null;
	#storing: Writing<Field> | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(parts: AutosaveParts<Field>) {
		this.#parts = parts;
	}

	/** What a field shows is newer than its record: a change to the record must not write over it. */
	holds(id: string, field: Field): boolean {
		return [this.#waiting, this.#storing].some((writing) => writing?.id === id && writing.field === field);
	}

	typed(writing: Writing<Field>): void {
		if (this.#waiting && keyOf(this.#waiting) !== keyOf(writing)) void this.flush();
		this.#waiting = writing;
		keepCopy(writing);
		textWaits(this);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), this.#parts.pause ?? 600);
	}

	async flush(): Promise<void> {
		clearTimeout(this.#timer);
		const writing = this.#waiting;
		if (!writing) return;
		this.#waiting = null;
		this.#storing = writing;
		try {
			await this.#parts.store(writing);
			if (localStorage.getItem(keyOf(writing)) === writing.text) localStorage.removeItem(keyOf(writing));
			if (!this.#waiting) textIsStored(this);
		} catch (error) {
			this.#waiting ??= writing;
			this.#parts.onfailed(error);
		} finally {
			if (this.#storing === writing) this.#storing = null;
		}
	}
}

function keepCopy(writing: Writing): void {
	try {
		localStorage.setItem(keyOf(writing), writing.text);
	} catch {
		// Local storage is full. The copy is a second net; the pause stores the text all the same.
	}
}

/**
 * Texts that were typed in a page that closed before they were stored. They are taken off the list.
 * @param known whether a scenario can take its text now; those of other workshops wait.
 */
export function unstored(known: (id: string) => boolean): Writing[] {
	const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter((key) => key.startsWith(prefix));
	return keys.flatMap((key) => {
		const [id = '', field = ''] = key.slice(prefix.length).split('/');
		const text = localStorage.getItem(key);
		if (text === null || !known(id)) return [];
		localStorage.removeItem(key);
		return [{ id, field, text }];
	});
}
