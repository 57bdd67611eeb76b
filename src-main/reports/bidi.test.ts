import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isolated, levelsOf, mirrored, mirrorOf, visualOrder } from './bidi.ts';
import { createNotes } from './text.ts';
import { createTheme } from './theme.ts';
import { typeset, type Line, type Span } from './typeset.ts';

const { body } = createTheme({ pageSize: 'A4', largePrint: false }).styles;
const set = (text: string | Span[], width = 500) => typeset(text, body, { width, notes: createNotes() });
/** The pieces of a line as they stand from the left. */
const seen = (line: Line) => visualOrder(line.pieces.map(({ level = 0 }) => level)).map((index) => line.pieces[index]!.text.trim()).filter((text) => text !== '');

test('levels nest: what is turned twice stands as it was', () => {
	expect(visualOrder([0, 0, 0])).toEqual([0, 1, 2]);
	expect(visualOrder([1, 1, 1])).toEqual([2, 1, 0]);
	expect(visualOrder([1, 2, 2, 1])).toEqual([3, 1, 2, 0]);
	expect(visualOrder([0, 1, 2, 1, 0])).toEqual([0, 3, 2, 1, 4]);
});

test('any levels give each piece one place', () => {
	fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 30 }), (levels) => {
		expect([...visualOrder(levels)].sort((a, b) => a - b)).toEqual(levels.map((_, index) => index));
	}));
});

test('a paragraph reads from where its first strong letter does', () => {
	expect(set('שלום abc')[0]!.isRightToLeft).toBe(true);
	expect(set('abc שלום')[0]!.isRightToLeft).toBe(false);
	expect(set('1. שלום')[0]!.isRightToLeft).toBe(true);
	expect(set('abc')[0]!.isRightToLeft).toBeUndefined();
	expect(set('abc\nשלום').map((line) => line.isRightToLeft)).toEqual([false, true]);
});

test('Latin words and figures keep their order within Hebrew', () => {
	expect(seen(set('בשנת 2031 החברה OpenAI Labs תפרסם')[0]!)).toEqual(['תפרסם', 'OpenAI Labs', 'החברה', '2031', 'בשנת']);
});

test('a line is put into order after it was broken', () => {
	const lines = set('abc אחת שתיים שלוש ארבע', 70);
	expect(lines.length).toBeGreaterThan(1);
	expect(lines.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('')).toBe('abc אחת שתיים שלוש ארבע');
	expect(seen(lines[0]!)[0]).toBe('abc');
});

test('brackets are drawn as they open, and read as they were written', () => {
	expect(mirrored('(a]')).toBe(')a[');
	expect(String.fromCodePoint(mirrorOf(')'.codePointAt(0)!))).toBe('(');
});

test('a name keeps its own direction, and what follows stays on its side', () => {
	const { levels } = levelsOf(`S1 ${isolated('שלום!')} 5`);
	expect(levels.at(-1)).toBe(0);
	const [line] = set([{ text: 'S1 ' }, { text: 'שלום!', isolate: true }, { text: ' 5' }]);
	expect(seen(line!)).toEqual(['S1', '!', 'שלום', '5']);
});

test('the space that ends a line from the right takes no place on it', () => {
	const [first] = set('אחת שתיים שלוש ארבע חמש שש', 80);
	expect(first!.trailing).toBeGreaterThan(0);
	expect(first!.width).toBeLessThanOrEqual(80);
	const alone = first!.pieces.reduce((sum, piece) => sum + piece.width, 0);
	expect(alone).toBeCloseTo(first!.width + first!.trailing, 6);
});

test('a letter whose mark has no place in the font is set all the same', () => {
	expect(set('ڢ')[0]!.width).toBeGreaterThan(1);
	for (let code = 0x600; code < 0x700; code++) expect(() => set(`${String.fromCharCode(code)}\u0651\u064E`)).not.toThrow();
});

test('any mixture is set within the width, and its letters come out in the order of reading', () => {
	const unit = fc.oneof(fc.constantFrom(' ', 'ש', 'ם', 'ا', 'ل', 'لا', '٣', '(', ')', '!', 'a', 'B', '1', '-', '\n', 'َ', '漢', '\u200F', '\u202E', '\u2067'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }));
	fc.assert(
		fc.property(fc.array(unit, { maxLength: 60 }), fc.integer({ min: 30, max: 300 }), (units, width) => {
			const text = units.join('');
			const notes = createNotes();
			const lines = typeset(text, body, { width, notes });
			for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.5);
			if (notes.all().length > 0) return;
			const shown = (all: string) => all.normalize('NFC').replace(/[\s\p{C}\p{Variation_Selector}]/gu, '');
			const [before, after] = [shown(text), shown(lines.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join(''))];
			expect(after.length).toBeLessThanOrEqual(before.length);
			if (!/\p{M}{5}/u.test(before)) expect(after).toBe(before);
		}),
	);
});
