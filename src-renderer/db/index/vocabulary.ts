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
const seed = 0x811c9dc5;
const prime = 0x01000193;

export class Vocabulary {
	readonly terms: string[] = [];
	/** Finds words by their beginning, or by what is written almost like them. */
	readonly tree = new SearchableMap<number>();
	#hashes: number[] = [];
	/** Numbers plus one, each at its hash or at the next free place. */
	#table = new Int32Array(1 << 12);
	#found = new Int32Array(1 << 10);

	/** The number of a word as `termsOf` gives it, or undefined. */
	numberOf(term: string): number | undefined {
		const at = this.#place(term, 0, term.length, hashOf(term));
		return this.#table[at] === 0 ? undefined : this.#table[at]! - 1;
	}

	/**
	 * The numbers of a text's words in their order, repeated ones too; new words get one.
	 * @returns a list that the next call writes over, and how many of it count.
	 */
	read(text: string): { numbers: Int32Array; count: number } {
		let count = 0;
		let hash = seed;
		let start = -1;
		for (let at = 0; at <= text.length; at++) {
			const code = at < text.length ? text.charCodeAt(at) : 0;
			if (code > 127) return this.#readAny(text);
			const sign = signs[code]!;
			if (sign !== 0) {
				if (start === -1) {
					start = at;
					hash = seed;
				}
				if (at - start < longestTerm) hash = Math.imul(hash ^ sign, prime);
			} else if (start !== -1) {
				this.#keep(count++, this.#number(text, start, Math.min(at, start + longestTerm), hash));
				start = -1;
			}
		}
		return { numbers: this.#found, count };
	}

	#readAny(text: string): { numbers: Int32Array; count: number } {
		let count = 0;
		for (const term of termsOf(text)) this.#keep(count++, this.#number(term, 0, term.length, hashOf(term)));
		return { numbers: this.#found, count };
	}

	#keep(at: number, number: number): void {
		if (at === this.#found.length) {
			const wider = new Int32Array(at * 2);
			wider.set(this.#found);
			this.#found = wider;
		}
		this.#found[at] = number;
	}

	#number(text: string, start: number, end: number, hash: number): number {
		const at = this.#place(text, start, end, hash);
		const known = this.#table[at]!;
		return known > 0 ? known - 1 : this.#add(text.slice(start, end).toLowerCase(), hash);
	}

	/** Where a word stands in the table, or would. */
	#place(text: string, start: number, end: number, hash: number): number {
		const table = this.#table;
		const mask = table.length - 1;
		for (let at = hash & mask; ; at = (at + 1) & mask) {
			const number = table[at]! - 1;
			if (number === -1 || (this.#hashes[number] === hash && isSame(this.terms[number]!, text, start, end))) return at;
		}
	}

	#add(term: string, hash: number): number {
		const number = this.terms.push(term) - 1;
		this.#hashes.push(hash);
		this.tree.set(term, number);
		if (number * 2 > this.#table.length) this.#widen();
		else this.#enter(number);
		return number;
	}

	#enter(number: number): void {
		const mask = this.#table.length - 1;
		let at = this.#hashes[number]! & mask;
		while (this.#table[at] !== 0) at = (at + 1) & mask;
		this.#table[at] = number + 1;
	}

	#widen(): void {
		this.#table = new Int32Array(this.#table.length * 4);
		for (let number = 0; number < this.terms.length; number++) this.#enter(number);
	}

	static from(terms: readonly string[]): Vocabulary {
		const vocabulary = new Vocabulary();
		for (const term of terms) vocabulary.#add(term, hashOf(term));
		return vocabulary;
	}
}

function hashOf(term: string): number {
	let hash = seed;
	for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), prime);
	return hash;
}

/** @param term in small letters; the text may have capitals where it is ASCII. */
function isSame(term: string, text: string, start: number, end: number): boolean {
	if (term.length !== end - start) return false;
	for (let at = 0; at < term.length; at++) {
		const code = text.charCodeAt(start + at);
		if (term.charCodeAt(at) !== (code < 128 ? signs[code] : code)) return false;
	}
	return true;
}
