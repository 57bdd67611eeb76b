/**
 * Repairs UTF-8 that was once read as Mac Roman, Windows-1252 or Latin-1 (`‚Äô` for `’`). Every repaired place re-encodes
 * to valid UTF-8, and nothing is repaired unless the document as a whole says that it was read so: right text has
 * characters that do not fit, a sample quoted in a right text stands alone, and a formula has no letters around it.
 */
import type { Repair } from '../../src-shared/schemas/document.ts';
import { codePages, type CodePage, type LegacyEncoding } from './legacyCodePages.ts';
import { strengthOf, type Sequence } from './mojibakeEvidence.ts';

interface Evidence {
	page: CodePage;
	sequences: Sequence[];
	strengths: number[];
	/** Summed strength; one sure place counts 3. */
	total: number;
	/** Characters outside ASCII that are right as they stand, so that they speak against a repair. */
	clean: number;
}

/** A byte order mark and no-break spaces occur in right and in broken text alike; U+FFFD is lost either way. */
const neutral = /[\u00a0\ufeff\ufffd]/;
const anyNonAscii = /[^\x00-\x7f]/;
const nonAscii = /[^\x00-\x7f]+/g;

/** A text may be broken more than once, and its parts in different ways. */
const mostPasses = 4;

export function repairMojibake(text: string): { text: string; repairs: Repair[] } {
	const repairs: Repair[] = [];
	let current = text;
	for (let pass = 0; pass < mostPasses && anyNonAscii.test(current); pass++) {
		const found = bestOfWhole(current) ?? bestOfParts(current);
		if (!found) break;
		const { text: next, repairs: made } = repair(current, found);
		repairs.push(...made);
		current = next;
	}
	return { text: current, repairs };
}

function bestOfWhole(text: string): Evidence | null {
	let best: Evidence | null = null;
	for (const page of codePages) {
		if (!page.anyPair.test(text)) continue;
		const evidence = weigh(text, page, 0, text.length);
		if (isCertain(evidence) && evidence.total > (best?.total ?? 0)) best = evidence;
	}
	return best;
}

/** Words of texts that are about misread characters, and so show some on purpose. */
const aboutEncodings = /mojibake|utf-?8|unicode|iso[- ]8859|windows-1252|cp-?1252|latin-?1\b|mac ?roman|code ?page|character (?:set|encoding)|garbled|misread/i;

/** Single lines may be broken in a text that is right, where it was put together from several sources. */
function bestOfParts(text: string): Evidence | null {
	if (!codePages.some((page) => page.anyPair.test(text)) || aboutEncodings.test(text)) return null;
	let best: Evidence | null = null;
	for (const page of codePages) {
		if (!page.anyPair.test(text)) continue;
		const all: Evidence = { page, sequences: [], strengths: [], total: 0, clean: 0 };
		for (let from = 0; from < text.length; ) {
			const newline = text.indexOf('\n', from);
			const to = newline < 0 ? text.length : newline;
			const evidence = weigh(text, page, from, to);
			from = to + 1;
			if (evidence.total < sureTotal || evidence.clean > 0 || !isCertain(evidence)) continue;
			all.sequences.push(...evidence.sequences);
			all.strengths.push(...evidence.strengths);
			all.total += evidence.total;
		}
		if (all.total > (best?.total ?? 0)) best = all;
	}
	return best;
}

/** Strength that a line needs by itself: as much as one place that is sure. */
const sureTotal = 3;

function isCertain({ sequences, total, clean }: Evidence): boolean {
	return total >= 2 && total / sequences.length >= 0.5 && sequences.length >= 4 * clean;
}

function weigh(text: string, page: CodePage, from: number, to: number): Evidence {
	const sequences: Sequence[] = [];
	let clean = 0;
	for (const { 0: run, index: at } of text.slice(from, to).matchAll(nonAscii)) {
		const index = from + at;
		const end = index + run.length;
		for (let at = index; at < end; ) {
			const sequence = sequenceAt(text, at, end, page.byteOf);
			if (sequence) {
				sequences.push(sequence);
				at = sequence.end;
			} else {
				const length = lostLength(text, at, page.byteOf);
				if (length === 0 && !neutral.test(text[at]!)) clean++;
				at += length || 1;
			}
		}
	}
	const strengths = sequences.map((_, index) => strengthOf(text, sequences, index));
	return { page, sequences, strengths, total: strengths.reduce((sum, strength) => sum + strength, 0), clean };
}

/** Reads one UTF-8 sequence of two to four bytes (RFC 3629) out of the characters from `at`. */
function sequenceAt(text: string, at: number, end: number, byteOf: Uint8Array): Sequence | null {
	const lead = byteOf[text.charCodeAt(at)]!;
	const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	if (length === 0 || at + length > end) return null;
	let codePoint = lead & (0xff >> (length + 1));
	for (let next = at + 1; next < at + length; next++) {
		const byte = byteOf[text.charCodeAt(next)]!;
		if (byte < 0x80 || byte > 0xbf) return null;
		codePoint = (codePoint << 6) | (byte & 0x3f);
	}
	const isOverlong = codePoint < [0, 0, 0x80, 0x800, 0x10000][length]!;
	const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
	return isOverlong || isSurrogate || codePoint > 0x10ffff ? null : { start: at, end: at + length, codePoint };
}

/**
 * Length of the rest of a sequence whose last byte was dropped on the way (`â€` for `”`) or turned into a plain space
 * (` Ã ` for ` à `): it cannot be repaired, but it is no sign of right text either.
 */
function lostLength(text: string, at: number, byteOf: Uint8Array): number {
	const [lead, next] = [byteOf[text.charCodeAt(at)], byteOf[text.charCodeAt(at + 1)]];
	if (lead === 0xe2 && next !== undefined && (next === 0x80 || next === 0x82)) return 2;
	if (lead !== 0xc3 || text[at + 1] !== ' ') return 0;
	// A capital Ã never stands behind a small letter: it was an à.
	return text[at - 1] === ' ' || (text[at] === 'Ã' && /\p{Ll}/u.test(text[at - 1] ?? '')) ? 1 : 0;
}

function repair(text: string, { page, sequences, strengths, clean }: Evidence): { text: string; repairs: Repair[] } {
	// Where a text is broken in part, its weakest places may well be the right part.
	const chosen = clean === 0 ? sequences : sequences.filter((_, index) => strengths[index]! >= 0.5);
	const firsts = new Map<LegacyEncoding, { count: number; first: Sequence }>();
	for (const sequence of chosen) {
		const name = page.name(text.slice(sequence.start, sequence.end));
		const seen = firsts.get(name);
		if (seen) seen.count++;
		else firsts.set(name, { count: 1, first: sequence });
	}
	const repairs = [...firsts].map(([from, { count, first }]): Repair => {
		const [start, end] = wordAround(text, first);
		const inWord = chosen.filter((sequence) => sequence.start >= start && sequence.end <= end);
		return {
			kind: 'mojibake',
			from,
			count,
			line: lineOf(text, first.start),
			before: text.slice(start, end),
			after: replaced(text, start, end, inWord),
		};
	});
	return { text: replaced(text, 0, text.length, chosen), repairs };
}

/** The text from `start` to `end` with each sequence in it replaced by its character. */
function replaced(text: string, start: number, end: number, sequences: Sequence[]): string {
	let out = '';
	let done = start;
	for (const sequence of sequences) {
		out += text.slice(done, sequence.start) + String.fromCodePoint(sequence.codePoint);
		done = sequence.end;
	}
	return out + text.slice(done, end);
}

/** The word that a repair stands in, at most 24 characters to either side. */
function wordAround(text: string, { start, end }: Sequence): [number, number] {
	const before = /\S*$/.exec(text.slice(Math.max(0, start - 24), start))![0];
	const after = /^\S*/.exec(text.slice(end, end + 24))![0];
	return [start - before.length, end + after.length];
}

function lineOf(text: string, offset: number): number {
	let line = 1;
	for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
	return line;
}
