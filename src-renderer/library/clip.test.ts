import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clipOf, firstWords, readable } from './clip.ts';

const lines = ['Title', '', '  First words here.  ', '', '- **Second** [point](https://example.org)'];

it('takes the passage as it stands, with the line that it begins on', () => {
	expect(clipOf(lines, { line: 3, offset: 8 }, { line: 3, offset: 18 })).toEqual({ passage: 'words here', line: 3 });
});

it('counts from the first line that says something', () => {
	expect(clipOf(lines, { line: 1, offset: 5 }, { line: 3, offset: 7 })).toEqual({ passage: 'First', line: 3 });
});

it('keeps the lines between', () => {
	expect(clipOf(lines, { line: 3, offset: 0 }, { line: 5, offset: 12 })?.passage).toBe('First words here.  \n\n- **Second**');
});

it('takes nothing from blanks', () => expect(clipOf(lines, { line: 1, offset: 5 }, { line: 3, offset: 2 })).toBeNull());

it('always finds the passage on the line it names', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (texts, from, to) => {
			const start = { line: 1 + (from % texts.length), offset: 0 };
			const last = Math.max(start.line, 1 + (to % texts.length));
			const clip = clipOf(texts, start, { line: last, offset: texts[last - 1]!.length });
			if (clip) expect(texts[clip.line - 1]).toContain(clip.passage.split('\n')[0]);
			else expect(texts.slice(start.line - 1, last).join('').trim()).toBe('');
		}),
	);
});

it('names a card by the first words, without marks', () => {
	expect(firstWords('- **Their first model**, [Mistral 7B](https://example.org), came as a torrent. More follows.')).toBe(
		'Their first model, Mistral 7B, came as a torrent',
	);
	expect(firstWords('The market could reach 3.5 billion this year and it keeps on growing after that')).toBe(
		'The market could reach 3.5 billion this year and it keeps on',
	);
});

it('reads a table row as a sentence and leaves names with underscores alone', () => {
	expect(readable('| Router networks   | use_case   |')).toBe('Router networks use_case');
});
