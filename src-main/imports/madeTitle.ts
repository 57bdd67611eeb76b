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

const words = (text: string): string[] => text.trim().split(/\s+/);
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
	const start = description.slice(0, 2000);
	const first = isEven(start) ? start.trim().split(' ', 9) : start.trim().split(/\s+/, 9);
	for (let at = 2; at < first.length && at < 8; at++) {
		if (pausesAfter.includes(first[at]!.at(-1)!)) return finish(first.slice(0, at + 1));
		if (at > 2 && pausesBefore.includes(first[at]![0]!)) return finish(first.slice(0, at));
	}
	if (first.length > 8) {
		for (let end = 8; end >= 5; end--) {
			if (isAmong(starts, first[end]!) && !isAmong(leadsOn, first[end - 1]!)) return finish(first.slice(0, end));
		}
	}
	return finish(first.slice(0, 8));
}

/** A document's title: its first short line, else its first sentence, else as many words as fit in 80 characters. */
export function madeTitle(text: string): string {
	const limit = 80;
	const line = text.trimStart().split('\n', 1)[0]!.slice(0, 2000).replace(/\s+/g, ' ').trim();
	const sentence = /^.{12,}?[.!?。！？](?=\s|$|["”’])/u.exec(line)?.[0] ?? line;
	if (sentence.length <= limit) return withoutStop(sentence) || cutLong(sentence, limit);
	const fitting: string[] = [];
	let length = -1;
	for (const word of words(sentence)) {
		length += word.length + 1;
		if (length > limit) break;
		fitting.push(word);
	}
	return finish(fitting.length > 0 ? fitting : [cutLong(sentence, limit)]);
}

function finish(chosen: string[]): string {
	let count = chosen.length;
	while (count > 3 && isAmong(leadsOn, chosen[count - 1]!)) count--;
	const joined = chosen.slice(0, count).join(' ');
	return cutLong(withoutStop(joined) || joined, 120);
}
