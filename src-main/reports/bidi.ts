/**
 * Text that runs from right to left, or both ways: levels and order by the Unicode bidirectional algorithm (UAX #9). A
 * line is put into its order after it was broken, as the algorithm asks.
 */
import bidiFactory from 'bidi-js';
import type { Direction } from './fonts.ts';

const bidi = bidiFactory();

/** Letters of Hebrew, Arabic and the other scripts that are written from the right. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text);

export interface Levels {
	/** One for each UTF-16 unit; odd ones run from the right. */
	levels: Uint8Array;
	/** Of the paragraph. */
	base: number;
}

/** @param text one paragraph. @param direction without it, that of the first strong letter. */
export function levelsOf(text: string, direction?: Direction): Levels {
	const { levels, paragraphs } = bidi.getEmbeddingLevels(text, direction);
	return { levels, base: paragraphs[0]?.level ?? 0 };
}

/** Brackets and their like as they are drawn in text from the right. */
export function mirrored(text: string): string {
	return Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character).join('');
}

/** The letter that a drawn bracket stands for, as a code point. */
export function mirrorOf(codePoint: number): number {
	return bidi.getMirroredCharacter(String.fromCodePoint(codePoint))?.codePointAt(0) ?? codePoint;
}

/** Where each piece of a line stands, from the left: rule L2 of the algorithm. @returns the pieces' indices. */
export function visualOrder(levels: readonly number[]): number[] {
	const order = levels.map((_, index) => index);
	const highest = Math.max(0, ...levels);
	const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1), highest + 1);
	for (let level = highest; level >= lowestOdd; level--) {
		for (let from = 0; from < levels.length; from++) {
			if (levels[from]! < level) continue;
			let to = from;
			while (to + 1 < levels.length && levels[to + 1]! >= level) to++;
			reverse(order, from, to);
			from = to;
		}
	}
	return order;
}

/** Levels and order go together: a stretch of a level is contiguous in logical and, being nested, in visual order. */
function reverse(order: number[], from: number, to: number): void {
	for (; from < to; from++, to--) [order[from], order[to]] = [order[to]!, order[from]!];
}

/** Keeps a name whole and in its own direction within a line of another. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
