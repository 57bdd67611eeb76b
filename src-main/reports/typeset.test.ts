import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNotes } from './text.ts';
import { createTheme } from './theme.ts';
import { typeset, widthOf, type Line, type SetOptions, type Span } from './typeset.ts';

const { body } = createTheme({ pageSize: 'A4', largePrint: false }).styles;
const set = (text: string | Span[], options: Partial<SetOptions> = {}) =>
	typeset(text, body, { width: 200, notes: createNotes(), ...options });
const textOf = (line: Line) => line.pieces.map((piece) => piece.text).join('');
const words =
	'By 2036 Europe runs on models that anyone can open, read and retrain. Hospitals, courts and schools choose.';

test('lines are as wide as asked at most, and together are the text', () => {
	const lines = set(words);
	expect(lines.length).toBeGreaterThan(2);
	for (const line of lines) expect(line.width).toBeLessThanOrEqual(200);
	expect(lines.map(textOf).join('')).toBe(words);
});

test('a line that was broken at a space keeps it, so that readers of the text find two words', () => {
	expect(set('one two', { width: 30 }).map(textOf)).toEqual(['one ', 'two']);
});

test('line ends in the text end lines', () => {
	expect(set('a\n\nb').map(textOf)).toEqual(['a', '', 'b']);
});

test('a change of style within a word is no place to break', () => {
	for (let width = 54; width < 120; width += 3) {
		const lines = set([{ text: 'Common Ground', weight: 600 }, { text: ', a story' }], { width });
		expect(lines.map(textOf).some((line) => line.startsWith(','))).toBe(false);
	}
});

test('a word that fits no line is cut between letters, never within an emoji', () => {
	const lines = set(`${'x'.repeat(90)}${'👩‍🚀'.repeat(90)}`, { width: 100 });
	for (const line of lines) {
		expect(line.width).toBeLessThanOrEqual(100);
		expect(textOf(line)).toMatch(/^(x|👩‍🚀)+$/u);
	}
});

test('balanced lines take no more lines and differ less', () => {
	const [plain, balanced] = [set(words, { width: 320 }), set(words, { width: 320, balance: true })];
	const range = (lines: Line[]) =>
		Math.max(...lines.map((line) => line.width)) - Math.min(...lines.map((line) => line.width));
	expect(balanced).toHaveLength(plain.length);
	expect(range(balanced)).toBeLessThanOrEqual(range(plain));
	expect(balanced.map(textOf).join('')).toBe(words);
});

test('what is beyond the lines wanted is cut with an ellipsis, and told', () => {
	let told = 0;
	const lines = set(words, { maxLines: 2, cut: () => told++ });
	expect(lines).toHaveLength(2);
	expect(textOf(lines[1]!)).toMatch(/\S…$/);
	expect(lines[1]!.width).toBeLessThanOrEqual(200);
	expect(told).toBe(1);
	expect(textOf(set('short', { maxLines: 2, cut: () => told++ })[0]!)).toBe('short');
	expect(told).toBe(1);
});

test('any text is set within the width, and its letters come out in order', () => {
	const text = fc.string({
		unit: fc.oneof(
			fc.constantFrom(' ', '\n', '-', 'ß', 'Ж', 'é', '🚀', 'W'.repeat(70)),
			fc.string({ minLength: 1, maxLength: 1 }),
		),
		maxLength: 80,
	});
	fc.assert(
		fc.property(text, fc.integer({ min: 20, max: 300 }), (given, width) => {
			const lines = set(given, { width });
			for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.5);
			const squeezed = (one: string) => one.replace(/\s+/g, '');
			expect(squeezed(lines.map(textOf).join(''))).toBe(squeezed(given.normalize('NFC')));
		}),
	);
});

test('a word of 200,000 letters is set whole', () => {
	// Measuring that starts afresh at each letter would take minutes here, and the runner's own limit is seconds.
	expect(set('W'.repeat(200_000)).map(textOf).join('')).toHaveLength(200_000);
});

test('a text is as wide as its line', () => {
	expect(widthOf('Hospitals', body, createNotes())).toBeCloseTo(set('Hospitals')[0]!.width, 6);
});
