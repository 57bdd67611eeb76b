/**
 * Which entries say a word, and how much. The words are kept in MiniSearch's radix tree, which finds those that begin
 * with what was typed; the postings are plain numbers, because MiniSearch's own maps took 150 MB for 97,620 cards and
 * 750 ms for a query of one letter, and these take a tenth of both.
 */
import { rarity } from '../../../src-shared/domain/evidence.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text and how much each of its words counts, 1 to 15. */
export type Field = readonly [text: string | null, weight: number];

/** As it is stored: the postings of each word of the vocabulary one after another. */
export interface StoredTerms {
	ends: Uint32Array;
	postings: Uint32Array;
	lengths: Uint16Array;
}

/** Entry times 16 plus weight, the entries in their order. */
type Postings = number[] | Uint32Array;

const weightBits = 4;
const mostWeight = 15;
/** Numbers in the log before it is sorted: four megabytes. */
const mostNoted = 1 << 20;

export class TermIndex {
	#vocabulary: Vocabulary;
	/** By the word's number; a word that only others say has none. */
	#postings: (Postings | undefined)[] = [];
	/**
	 * A word's number and its posting, one after another as they were read. Writing each at once to its own word's list would
	 * fetch another part of the memory for every word, which took more time than reading the words.
	 */
	#log = new Int32Array(1 << 10);
	#noted = 0;
	#lengths: number[] = [];
	#totalLength = 0;

	constructor(vocabulary: Vocabulary) {
		this.#vocabulary = vocabulary;
	}

	get entries(): number {
		return this.#lengths.length;
	}
	/** @returns the number of the entry, counted from 0. */
	add(fields: readonly Field[]): number {
		const entry = this.#lengths.length;
		let length = 0;
		for (const [text, weight] of fields) {
			if (!text) continue;
			const { numbers, count } = this.#vocabulary.read(text);
			length += count;
			for (let at = 0; at < count; at++) this.#note(numbers[at]!, (entry << weightBits) | weight);
		}
		this.#lengths.push(Math.min(length, 65_535));
		this.#totalLength += length;
		return entry;
	}

	#note(number: number, posting: number): void {
		if (this.#noted === this.#log.length) {
			if (this.#noted < mostNoted) this.#log = widened(this.#log);
			else this.#settle();
		}
		this.#log[this.#noted++] = number;
		this.#log[this.#noted++] = posting;
	}

	/** What was noted goes to its words, word by word: by a counting sort, which keeps each word's entries in their order. */
	#settle(): void {
		if (this.#noted === 0) return;
		const log = this.#log.subarray(0, this.#noted);
		const ends = new Int32Array(this.#vocabulary.terms.length);
		for (let at = 0; at < log.length; at += 2) ends[log[at]!]!++;
		for (let number = 0, end = 0; number < ends.length; number++) {
			const start = end;
			end += ends[number]!;
			ends[number] = start;
		}
		const sorted = new Int32Array(log.length / 2);
		for (let at = 0; at < log.length; at += 2) sorted[ends[log[at]!]!++] = log[at + 1]!;
		for (let number = 0, from = 0; number < ends.length; from = ends[number++]!) {
			if (ends[number]! > from) append(this.#growing(number), sorted, from, ends[number]!);
		}
		this.#noted = 0;
	}

	/** By the word's number; undefined where only others say it. */
	#settled(): readonly (Postings | undefined)[] {
		this.#settle();
		return this.#postings;
	}

	#growing(number: number): number[] {
		const postings = this.#postings[number];
		if (postings === undefined) {
			while (this.#postings.length < number) this.#postings.push(undefined);
			return (this.#postings[number] = []);
		}
		return Array.isArray(postings) ? postings : (this.#postings[number] = Array.from(postings));
	}

	#postingsOf(term: string): Postings {
		const number = this.#vocabulary.numberOf(term);
		return (number === undefined ? undefined : this.#settled()[number]) ?? [];
	}

	rarityOf(term: string): number {
		return rarity(this.entries, this.#postingsOf(term).length);
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
		const all = this.#settled();
		distinct.forEach((word, round) => {
			for (const [term, number] of this.#vocabulary.tree.atPrefix(word)) {
				const postings = all[number];
				if (!postings) continue;
				const closeness = term === word ? 1 : (0.6 * word.length) / term.length;
				this.#score(postings, closeness, (entry, score) => {
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
			const postings = this.#postingsOf(term);
			if (postings.length === 0) continue;
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
		for (const [term, [number, distance]] of this.#vocabulary.tree.fuzzyGet(word, word.length < 6 ? 1 : 2)) {
			const uses = this.#settled()[number]?.length ?? 0;
			if (uses === 0) continue;
			if (!best || distance < best.distance || (distance === best.distance && uses > best.uses)) best = { term, distance, uses };
		}
		return best?.term ?? null;
	}

	stored(): StoredTerms {
		this.#settle();
		const ends = new Uint32Array(this.#vocabulary.terms.length);
		let end = 0;
		for (let number = 0; number < ends.length; number++) ends[number] = end += this.#postings[number]?.length ?? 0;
		const all = new Uint32Array(end);
		this.#postings.forEach((postings, number) => postings && all.set(postings, ends[number]! - postings.length));
		return { ends, postings: all, lengths: Uint16Array.from(this.#lengths) };
	}

	static from(vocabulary: Vocabulary, { ends, postings, lengths }: StoredTerms): TermIndex {
		const index = new TermIndex(vocabulary);
		for (let number = 0; number < ends.length; number++) {
			const start = number === 0 ? 0 : ends[number - 1]!;
			index.#postings.push(ends[number] === start ? undefined : postings.subarray(start, ends[number]!));
		}
		index.#lengths = Array.from(lengths);
		index.#totalLength = index.#lengths.reduce((sum, length) => sum + length, 0);
		return index;
	}
}

/** A word that an entry says again counts more, up to the most. */
function append(postings: number[], sorted: Int32Array, from: number, to: number): void {
	let last = postings.at(-1) ?? -1;
	for (let at = from; at < to; at++) {
		const posting = sorted[at]!;
		if (last >= 0 && last >>> weightBits === posting >>> weightBits) {
			last += Math.min(posting & mostWeight, mostWeight - (last & mostWeight));
			postings[postings.length - 1] = last;
		} else {
			last = posting;
			postings.push(last);
		}
	}
}

function widened(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
	const wider = new Int32Array(numbers.length * 4);
	wider.set(numbers);
	return wider;
}
