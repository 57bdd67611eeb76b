/** Makes a title or a name out of the first words of a text, for what comes without one, cut where a reader would pause. */

import { isEven } from './plainness.ts';

/** Words that lead on to what follows: a cut goes before them, and none of them ends a title. */
const leadsOn = new Set(
	('a an the and or but nor of in on at to for from by with without as into onto over under across about between through ' +
		'that which who whose where when while than so if because during towards toward via per its their his her our your ' +
		'is are was were be been has have had will would can could may might must should not').split(' '),
);
/** Words that begin a phrase of their own, so that the words before them can stand alone. */
const starts = new Set(
	('of in on at to for from by with without as into over under across about between through that which who where when ' +
		'while than because during towards toward via').split(' '),
);

const onlyLetters = /^[a-z]+$/;
function isAmong(known: Set<string>, word: string): boolean {
	if (known.has(word)) return true;
	return !onlyLetters.test(word) && known.has(word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
}
const stops = ' .,;:–—-\n\t\u00a0';
function withoutStop(text: string): string {
	let end = text.length;
	while (end > 0 && stops.includes(text[end - 1]!)) end--;
	return text.slice(0, end);
}

const pausesAfter = ',;:.!?)';
const pausesBefore = '–—(-';

/** Cuts by characters, never inside one that takes two code units. */
const cutLong = (text: string, limit: number): string => (text.length <= limit ? text : [...text.slice(0, limit * 2)].slice(0, limit).join(''));

/**
 * A card's name of at most eight words: up to the first pause (comma, colon, dash, bracket) after the third word, else up
 * to the last word from the fifth on that a phrase can end with. No final stop.
 */
export function madeName(description: string): string {
	const start = description.slice(0, 2000).trim();
	let text = start;
	let ends = wordEnds(text, 9);
	if (!isEven(text.slice(0, ends.at(-1)))) {
		text = start.replace(/\s+/g, ' ');
		ends = wordEnds(text, 9);
	}
	for (let at = 2; at < ends.length && at < 8; at++) {
		if (pausesAfter.includes(text[ends[at]! - 1]!)) return finish(text, ends, at + 1);
		if (at > 2 && pausesBefore.includes(text[ends[at - 1]! + 1]!)) return finish(text, ends, at);
	}
	if (ends.length > 8) {
		for (let count = 8; count >= 5; count--) {
			if (isAmong(starts, wordAt(text, ends, count)) && !isAmong(leadsOn, wordAt(text, ends, count - 1))) return finish(text, ends, count);
		}
	}
	return finish(text, ends, Math.min(8, ends.length));
}

/** Offsets behind each of the first words of a text whose only white space are single spaces. */
function wordEnds(text: string, most: number): number[] {
	const ends: number[] = [];
	for (let at = 0; ends.length < most && at <= text.length; at = ends.at(-1)! + 1) {
		const space = text.indexOf(' ', at);
		ends.push(space < 0 ? text.length : space);
	}
	return ends;
}

const wordAt = (text: string, ends: readonly number[], at: number): string => text.slice(at === 0 ? 0 : ends[at - 1]! + 1, ends[at]);

/** A document's title: its first short line, else its first sentence, else as many words as fit in 80 characters. */
export function madeTitle(text: string): string {
	const limit = 80;
	const line = text.trimStart().split('\n', 1)[0]!.slice(0, 2000).replace(/\s+/g, ' ').trim();
	const sentence = /^.{12,}?[.!?。！？](?=\s|$|["”’])/u.exec(line)?.[0] ?? line;
	if (sentence.length <= limit) return withoutStop(sentence) || cutLong(sentence, limit);
	const ends = wordEnds(sentence, limit);
	const fitting = ends.findLastIndex((end) => end <= limit) + 1;
	return fitting > 0 ? finish(sentence, ends, fitting) : finish(cutLong(sentence, limit), [limit], 1);
}

/** The first words of a text, so many of them but for those at the end that lead on to what follows. */
function finish(text: string, ends: readonly number[], words: number): string {
	let count = words;
	while (count > 3 && isAmong(leadsOn, wordAt(text, ends, count - 1))) count--;
	const joined = text.slice(0, ends[count - 1]);
	return cutLong(withoutStop(joined) || joined, 120);
}
