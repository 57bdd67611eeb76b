import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateLabel } from './horizon.ts';
import { laneNamed, parseTypedDate, readAt, splitPlace } from './typedPlace.ts';

const label = (text: string) => {
	const at = readAt(2026, text);
	return typeof at === 'number' ? dateLabel(2026, at) : at;
};

test.each([
	['2029 Q3', '2029 Q3'], ['q3 2029', '2029 Q3'], ['2031', '2031 Q1'], ['mid 2031', '2031 Q3'], ['mid-2031', '2031 Q3'], ['March 2030', '2030 Q1'],
	['early 2030', '2030 Q1'], ['late in 2030', '2030 Q4'], ['the end of 2030', '2030 Q4'], ['summer 2028', '2028 Q3'], ['H2 2031', '2031 Q3'],
	['2031 h1', '2031 Q1'], ['2031-06-14', '2031 Q2'], ['2036', '2036'],
])('“%s” is %s', (text, expected) => {
	expect(label(text)).toBe(expected);
});

test('what is no date is none, and one outside the ten years is said to be outside', () => {
	for (const text of ['', 'soon', 'mid', 'q5 2029', 'march', 'xyz 2030', '31 february 2030', 'constructor 2030']) expect([text, label(text)]).toEqual([text, null]);
	expect(label('2025 Q4')).toBe('outside');
	expect(label('mid 2036')).toBe('outside');
});

test('the place is taken off the end of what is typed', () => {
	expect(splitPlace('open models 2029 Q3 @tech')).toEqual({ text: 'open models', date: '2029 Q3', lane: 'tech' });
	expect(splitPlace('open models mid 2031')).toEqual({ text: 'open models', date: 'mid 2031', lane: null });
	expect(splitPlace('open models the end of 2031')).toEqual({ text: 'open models', date: 'the end of 2031', lane: null });
	expect(splitPlace('open models @ Policy & law')).toEqual({ text: 'open models', date: null, lane: 'Policy & law' });
	expect(splitPlace('march 2030')).toEqual({ text: '', date: 'march 2030', lane: null });
	expect(splitPlace('a@b.c')).toEqual({ text: 'a@b.c', date: null, lane: null });
	expect(splitPlace('@')).toEqual({ text: '', date: null, lane: '' });
});

test('no typed text breaks it, and its words are all still there', () => {
	fc.assert(
		fc.property(fc.string(), (typed) => {
			const { text, date, lane } = splitPlace(typed);
			const words = (some: string) => some.split(/\s+/).filter(Boolean).join(' ');
			expect(words(`${text} ${date ?? ''} ${lane === null ? '' : `@ ${lane}`}`)).toBe(words(typed.replace(/(?<!\S)@/, '@ ')));
			if (date !== null) expect(parseTypedDate(date)).not.toBeNull();
		}),
	);
});

test('a lane is meant by its beginning, a word of it, or any part of it', () => {
	const lanes = ['Policy & law', 'Markets & capital', 'Technology', 'Law'].map((name) => ({ name }));
	const named = (typed: string) => laneNamed(lanes, typed)?.name;
	expect(['tech', 'cap', 'law', 'pol', 'olog', '', 'x'].map(named)).toEqual(['Technology', 'Markets & capital', 'Law', 'Policy & law', 'Technology', undefined, undefined]);
});
