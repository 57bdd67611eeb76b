/** A text that is stored after a pause in typing, and at once on leaving its field: all of a visit is one undo step. */
import { newId } from '../../src-shared/domain/ids.ts';
import { textIsStored, textWaits } from './waitingTexts.ts';

const pause = 600;

/** Resolves to whether it is stored. @param stepId the same for all of a visit. */
export type StoreText = (text: string, stepId: string) => Promise<boolean>;

export class Typed {
	/** What is typed and not stored yet; null where the record says what is shown. */
	draft = $state<string | null>(null);
	#begin: () => StoreText;
	#store: StoreText | null = null;
	#stepId = newId();
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param begin called as typing begins, so that the text goes to what it was typed for, whatever is open by then. */
	constructor(begin: () => StoreText) {
		this.#begin = begin;
	}

	readonly visit = (): void => void (this.#stepId = newId());

	readonly type = ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }): void => this.put(currentTarget.value);

	put(text: string): void {
		if (this.draft === null) this.#store = this.#begin();
		this.draft = text;
		textWaits(this);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), pause);
	}

	/** Saving a file and the keys of the steps want what was typed just now to be stored first. */
	readonly keys = ({ ctrlKey, metaKey, key }: KeyboardEvent): void => {
		if (ctrlKey || metaKey || key === 'Enter') void this.flush();
	};

	readonly flush = async (): Promise<void> => {
		clearTimeout(this.#timer);
		const text = this.draft;
		if (text === null || !(await this.#store?.(text, this.#stepId)) || this.draft !== text) return;
		this.draft = null;
		textIsStored(this);
	};
}
