/** Gives each distinct text a number, so that equal ones are compared as numbers. */

/** The texts one to a line. */
export type StoredNames = string;

export class Names {
	#texts: string[] = [];
	/** Made when it is first needed: an index that is only read never asks for the number of a text. */
	#numbers: Map<string, number> | null = new Map();

	get size(): number {
		return this.#texts.length;
	}

	textOf = (number: number): string => this.#texts[number] ?? '';

	numberOf(text: string): number {
		const line = text.replaceAll('\n', ' ');
		this.#numbers ??= new Map(this.#texts.map((known, number) => [known, number]));
		const known = this.#numbers.get(line);
		if (known !== undefined) return known;
		this.#numbers.set(line, this.#texts.length);
		return this.#texts.push(line) - 1;
	}

	stored = (): StoredNames => this.#texts.join('\n');

	static from(stored: StoredNames): Names {
		const names = new Names();
		names.#texts = stored === '' ? [] : stored.split('\n');
		names.#numbers = null;
		return names;
	}
}
