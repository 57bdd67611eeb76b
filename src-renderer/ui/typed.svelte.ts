/** A text that is stored after a pause in typing, and at once on leaving its field: all of a visit is one undo step. */
import { newId } from '../../src-shared/domain/ids.ts';

const pause = 600;

export class Typed {
	/** What is typed and not stored yet; null where the record says what is shown. */
	draft = $state<string | null>(null);
	#store: (text: string, stepId: string) => Promise<boolean>;
	#stepId = newId();
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param store resolves to whether it is stored. */
	constructor(store: (text: string, stepId: string) => Promise<boolean>) {
		this.#store = store;
	}

	readonly visit = (): void => void (this.#stepId = newId());

	readonly type = ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }): void => {
		this.draft = currentTarget.value;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), pause);
	};

	/** Saving a file and the keys of the steps want what was typed just now to be stored first. */
	readonly keys = ({ ctrlKey, metaKey, key }: KeyboardEvent): void => {
		if (ctrlKey || metaKey || key === 'Enter') void this.flush();
	};

	readonly flush = async (): Promise<void> => {
		clearTimeout(this.#timer);
		const text = this.draft;
		if (text !== null && (await this.#store(text, this.#stepId)) && this.draft === text) this.draft = null;
	};
}
