/**
 * Actions that are in memory and not in IndexedDB yet. A page that is being closed cannot store them any more, since nothing
 * asynchronous outlives it; local storage, which it can still write to, keeps them for the next one.
 */
import type { Change } from '../../src-shared/schemas/journal.ts';

export interface Unfinished {
	/** The one that was open; empty where none was. */
	workshopId: string;
	label: string;
	stepId?: string;
	changes: Change[];
}

const prefixOf = (databaseName: string): string => `longview-unfinished/${databaseName}/`;

export class UnfinishedActions {
	#key: string;
	#waiting = new Set<Unfinished>();
	#isClosing = false;

	/** @param windowId tells the windows on one database apart. */
	constructor(databaseName: string, windowId: string) {
		this.#key = prefixOf(databaseName) + windowId;
		window.addEventListener('pagehide', this.#hide);
		window.addEventListener('pageshow', this.#show);
	}

	began(action: Unfinished): void {
		this.#waiting.add(action);
		this.#keep();
	}

	ended(action: Unfinished): void {
		if (this.#waiting.delete(action)) this.#keep();
	}

	close(): void {
		window.removeEventListener('pagehide', this.#hide);
		window.removeEventListener('pageshow', this.#show);
	}

	#hide = (): void => {
		this.#isClosing = true;
		this.#keep();
	};

	/** It was not closed after all, and goes on storing. */
	#show = (): void => {
		this.#isClosing = false;
		localStorage.removeItem(this.#key);
	};

	#keep(): void {
		if (!this.#isClosing) return;
		try {
			if (this.#waiting.size === 0) localStorage.removeItem(this.#key);
			else localStorage.setItem(this.#key, JSON.stringify([...this.#waiting]));
		} catch {
			// Local storage is full. What is being stored may get there all the same.
		}
	}
}

/** What closed windows left of a workshop, in the order in which it was done. It is taken off the list. */
export function takeUnfinished(databaseName: string, workshopId: string): Unfinished[] {
	const prefix = prefixOf(databaseName);
	const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '').filter((key) => key.startsWith(prefix));
	return keys.flatMap((key) => {
		const left = actionsIn(localStorage.getItem(key));
		const others = left.filter((action) => action.workshopId !== workshopId);
		if (others.length === 0) localStorage.removeItem(key);
		else if (others.length < left.length) localStorage.setItem(key, JSON.stringify(others));
		return left.filter((action) => action.workshopId === workshopId);
	});
}

/** None in what is no list of actions: what others wrote there must not keep a workshop from opening. */
function actionsIn(text: string | null): Unfinished[] {
	try {
		const found = JSON.parse(text ?? '[]') as unknown;
		return Array.isArray(found) ? found.filter((one): one is Unfinished => one !== null && typeof one === 'object' && Array.isArray((one as Unfinished).changes)) : [];
	} catch {
		return [];
	}
}
