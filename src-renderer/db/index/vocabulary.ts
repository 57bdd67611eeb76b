/**
 * Every word of the library and its number. Counting the words of an archive is most of the work of indexing it, so plain
 * ASCII texts are read sign by sign into a hash table of numbers, without making a string of any word that is known.
 */
import SearchableMap from 'minisearch/SearchableMap';
import { longestTerm, termsOf } from '../../../src-shared/domain/words.ts';

/** What an ASCII sign counts as in a word: letters as small ones, digits as themselves, anything else as 0. */
const signs = Uint8Array.from({ length: 128 }, (_, code) => {
	const sign = String.fromCharCode(code).toLowerCase();
	return /[a-z0-9]/.test(sign) ? sign.charCodeAt(0) : 0;
});

/** FNV-1a (Fowler, Noll & Vo 1991). */
const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;
/** The second hash is a polynomial: two words that share both do not occur, so that no word has to be compared sign by sign. */
const factor = 0x2c1b3c6d;

/** Numbers that a place of the table takes: the word's number plus one, and its two hashes, beside each other in memory. */
const width = 4;

export class Vocabulary {
	readonly terms: string[] = [];
	/** Finds words by their beginning, or by what is written almost like them. */
	readonly tree = new SearchableMap<number>();
	/** A word stands at its hash or at the next free place. */
	#table = new Int32Array(width << 12);
	#found = new Int32Array(1 << 10);

	/** The number of a word as `termsOf` gives it, or undefined. */
	numberOf(term: string): number | undefined {
		const number = this.#table[this.#place(...hashesOf(term))]!;
		return number === 0 ? undefined : number - 1;
	}

	/**
	 * The numbers of a text's words in their order, repeated ones too; new words get one.
	 * @returns a list that the next call writes over, and how many of it count.
	 */
	read(text: string): { numbers: Int32Array; count: number } {
		let count = 0;
		let hash = seed;
		let second = 0;
		let start = -1;
		for (let at = 0; at <= text.length; at++) {
			const code = at < text.length ? text.charCodeAt(at) : 0;
			if (code > 127) return this.#readAny(text);
			const sign = signs[code]!;
			if (sign !== 0) {
				if (start === -1) {
					start = at;
					hash = seed;
					second = 0;
				}
				if (at - start < longestTerm) {
					hash = Math.imul(hash ^ sign, prime);
					second = (Math.imul(second, factor) + sign) | 0;
				}
			} else if (start !== -1) {
				if (count === this.#found.length) this.#widenFound();
				const known = this.#table[this.#place(hash, second)]!;
				this.#found[count++] = known > 0 ? known - 1 : this.#add(text.slice(start, Math.min(at, start + longestTerm)).toLowerCase(), hash, second);
				start = -1;
			}
		}
		return { numbers: this.#found, count };
	}

	#readAny(text: string): { numbers: Int32Array; count: number } {
		let count = 0;
		for (const term of termsOf(text)) {
			if (count === this.#found.length) this.#widenFound();
			const [hash, second] = hashesOf(term);
			const known = this.#table[this.#place(hash, second)]!;
			this.#found[count++] = known > 0 ? known - 1 : this.#add(term, hash, second);
		}
		return { numbers: this.#found, count };
	}

	#widenFound(): void {
		const wider = new Int32Array(this.#found.length * 2);
		wider.set(this.#found);
		this.#found = wider;
	}

	/** Where a word stands in the table, or would. */
	#place(hash: number, second: number): number {
		const table = this.#table;
		const mask = table.length - 1;
		for (let at = (hash * width) & mask; ; at = (at + width) & mask) {
			if (table[at] === 0 || (table[at + 1] === hash && table[at + 2] === second)) return at;
		}
	}

	#add(term: string, hash: number, second: number): number {
		const number = this.terms.push(term) - 1;
		this.tree.set(term, number);
		if (number * 2 * width > this.#table.length) this.#widen();
		this.#enter(this.#place(hash, second), number + 1, hash, second);
		return number;
	}

	#enter(at: number, number: number, hash: number, second: number): void {
		this.#table[at] = number;
		this.#table[at + 1] = hash;
		this.#table[at + 2] = second;
	}

	#widen(): void {
		const before = this.#table;
		this.#table = new Int32Array(before.length * 4);
		for (let at = 0; at < before.length; at += width) {
			if (before[at] !== 0) this.#enter(this.#place(before[at + 1]!, before[at + 2]!), before[at]!, before[at + 1]!, before[at + 2]!);
		}
	}

	static from(terms: readonly string[]): Vocabulary {
		const vocabulary = new Vocabulary();
		for (const term of terms) vocabulary.#add(term, ...hashesOf(term));
		return vocabulary;
	}
}

function hashesOf(term: string): [number, number] {
	let [hash, second] = [seed, 0];
	for (let at = 0; at < term.length; at++) {
		const code = term.charCodeAt(at);
		hash = Math.imul(hash ^ code, prime);
		second = (Math.imul(second, factor) + code) | 0;
	}
	return [hash, second];
}
