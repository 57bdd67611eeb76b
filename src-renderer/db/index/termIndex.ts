/**
 * Which entries say a word, and how much. The words are kept in MiniSearch's radix tree, which finds those that begin
 * with what was typed; the postings are plain numbers, because MiniSearch's own maps took 150 MB for 97,620 cards and
 * 750 ms for a query of one letter, and these take a tenth of both.
 */
import SearchableMap from 'minisearch/SearchableMap';
import { rarity } from '../../../src-shared/domain/evidence.ts';
import { termsOf } from '../../../src-shared/domain/words.ts';

/** A text and how much each of its words counts, 1 to 15. */
export type Field = readonly [text: string | null, weight: number];

/** As it is stored: the terms one to a line, and their postings one after another. */
export interface StoredTerms {
	terms: string;
	ends: Uint32Array;
	postings: Uint32Array;
	lengths: Uint16Array;
}

/** Entry times 16 plus weight; an entry's posting is always the last one while the entry is being added. */
type Postings = number[] | Uint32Array;

const weightBits = 4;
const mostWeight = 15;

export class TermIndex {
	#tree = new SearchableMap<number>();
	#numbers = new Map<string, number>();
	#postings: Postings[] = [];
	#lengths: number[] = [];
	#totalLength = 0;

	get entries(): number {
		return this.#lengths.length;
	}
	get terms(): number {
		return this.#postings.length;
	}

	/** @returns the number of the entry, counted from 0. */
	add(fields: readonly Field[]): number {
		const entry = this.#lengths.length;
		let length = 0;
		for (const [text, weight] of fields) {
			if (!text) continue;
			for (const term of termsOf(text)) {
				length++;
				const postings = this.#growing(term);
				const last = postings.length - 1;
				const now = last >= 0 ? postings[last]! : -1;
				if (now >>> weightBits === entry && now >= 0) postings[last] = now + Math.min(weight, mostWeight - (now & mostWeight));
				else postings.push((entry << weightBits) | weight);
			}
		}
		this.#lengths.push(Math.min(length, 65_535));
		this.#totalLength += length;
		return entry;
	}

	#growing(term: string): number[] {
		let number = this.#numbers.get(term);
		if (number === undefined) {
			number = this.#postings.length;
			this.#numbers.set(term, number);
			this.#tree.set(term, number);
			this.#postings.push([]);
		}
		const postings = this.#postings[number]!;
		if (Array.isArray(postings)) return postings;
		return (this.#postings[number] = Array.from(postings));
	}

	rarityOf(term: string): number {
		const number = this.#numbers.get(term);
		return rarity(this.entries, number === undefined ? 0 : this.#postings[number]!.length);
	}

	/**
	 * Entries that have every word, as the beginning of one of theirs. Scored by BM25 (Robertson & Zaragoza 2009), the
	 * weights in place of counts; a whole word counts more than a beginning.
	 * @returns scores by entry; 0 where a word is missing.
	 */
	search(words: readonly string[]): Float32Array {
		const scores = new Float32Array(this.entries);
		const found = new Uint8Array(this.entries);
		const part = new Float32Array(this.entries);
		const distinct = [...new Set(words)].slice(0, 30);
		distinct.forEach((word, round) => {
			for (const [term, number] of this.#tree.atPrefix(word)) {
				const closeness = term === word ? 1 : (0.6 * word.length) / term.length;
				this.#score(this.#postings[number]!, closeness, (entry, score) => {
					if (found[entry] === round) {
						found[entry] = round + 1;
						scores[entry]! += score;
						part[entry] = score;
					} else if (found[entry] === round + 1 && score > part[entry]!) {
						scores[entry]! += score - part[entry]!;
						part[entry] = score;
					}
				});
			}
		});
		for (let entry = 0; entry < scores.length; entry++) if (found[entry]! < distinct.length) scores[entry] = 0;
		return scores;
	}

	/** Scores entries by the terms that they share with something, each worth its weight; no term is needed. */
	resemble(weights: ReadonlyMap<string, number>): Float32Array {
		const scores = new Float32Array(this.entries);
		for (const [term, weight] of weights) {
			const number = this.#numbers.get(term);
			if (number === undefined) continue;
			const postings = this.#postings[number]!;
			const scale = weight / rarity(this.entries, postings.length);
			this.#score(postings, scale, (entry, score) => (scores[entry]! += score));
		}
		return scores;
	}

	#score(postings: Postings, factor: number, take: (entry: number, score: number) => void): void {
		const worth = factor * rarity(this.entries, postings.length);
		const average = this.#totalLength / Math.max(1, this.entries);
		for (let n = 0; n < postings.length; n++) {
			const posting = postings[n]!;
			const entry = posting >>> weightBits;
			const weight = posting & mostWeight;
			take(entry, (worth * weight * 2.2) / (weight + 1.2 * (0.25 + (0.75 * this.#lengths[entry]!) / average)));
		}
	}

	/** A word of the library that is written almost like this one; null where there is none. */
	almost(word: string): string | null {
		if (word.length < 4) return null;
		let best: { term: string; distance: number; uses: number } | null = null;
		for (const [term, [number, distance]] of this.#tree.fuzzyGet(word, word.length < 6 ? 1 : 2)) {
			const uses = this.#postings[number]!.length;
			if (!best || distance < best.distance || (distance === best.distance && uses > best.uses)) best = { term, distance, uses };
		}
		return best?.term ?? null;
	}

	stored(): StoredTerms {
		const ends = new Uint32Array(this.#postings.length);
		let end = 0;
		this.#postings.forEach((postings, number) => (ends[number] = end += postings.length));
		const all = new Uint32Array(end);
		this.#postings.forEach((postings, number) => all.set(postings, ends[number]! - postings.length));
		return { terms: [...this.#numbers.keys()].join('\n'), ends, postings: all, lengths: Uint16Array.from(this.#lengths) };
	}

	static from({ terms, ends, postings, lengths }: StoredTerms): TermIndex {
		const index = new TermIndex();
		const names = terms === '' ? [] : terms.split('\n');
		names.forEach((term, number) => {
			index.#numbers.set(term, number);
			index.#tree.set(term, number);
			index.#postings.push(postings.subarray(number === 0 ? 0 : ends[number - 1]!, ends[number]!));
		});
		index.#lengths = Array.from(lengths);
		index.#totalLength = index.#lengths.reduce((sum, length) => sum + length, 0);
		return index;
	}
}
