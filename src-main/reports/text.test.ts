import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resources } from '../paths.ts';
import { createFonts, fonts } from './fonts.ts';
import { createNotes, oneLine, runsOf, sanitise, shortened } from './text.ts';

const runs = (text: string, notes = createNotes()) => runsOf(sanitise(text), 400, notes);

test('controls and direction marks go, line ends stay, a lone surrogate becomes a replacement character', () => {
	expect(sanitise('a\u0000b\u0007c\r\nd\u2028e\tf\u202Eg\uFEFFh\uD800i')).toBe('abc\nd\ne fgh\uFFFDi');
});

test('what is sanitised has no control but the line end, is well formed, and stays as it is', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
			const clean = sanitise(text);
			expect(clean).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]|\p{Cs}/u);
			expect(sanitise(clean)).toBe(clean);
		}),
	);
});

test('a heap of combining marks is cut to what a letter can carry', () => {
	expect(sanitise(`a${'\u0316'.repeat(5_000)}b`).length).toBeLessThan(12);
});

test('each script comes from a font that has it', () => {
	const of = (text: string) => runs(text).map((run) => run.face.name.replace(/-(400|600|700)-normal$/, ''));
	expect(of('Plain, naïve – €5')).toEqual(['atkinson-hyperlegible-next-latin']);
	expect(of('Łódź')).toEqual([
		'atkinson-hyperlegible-next-latin-ext',
		'atkinson-hyperlegible-next-latin',
		'atkinson-hyperlegible-next-latin-ext',
	]);
	expect(of('Ελλάδα')).toEqual(['noto-sans-greek']);
	expect(of('Россия')).toEqual(['noto-sans-cyrillic']);
	expect(of('שָׁלוֹם')).toEqual(['noto-sans-hebrew-hebrew']);
	expect(of('مرحبا')).toEqual(['noto-sans-arabic-arabic']);
	expect(of('漢字かなカナ、')).toEqual(['droid-sans-fallback-full']);
	expect(of('한국어')).toEqual(['noto-sans-kr-korean']);
	expect(of('ภาษาไทย')).toEqual(['noto-sans-thai-thai']);
	expect(of('∀ℝ')).toEqual(['noto-sans-math-latin']);
	expect(of('🚀')).toEqual(['noto-emoji-emoji']);
});

test('the parts of one emoji stay in one run', () => {
	for (const emoji of ['👩‍🚀', '❤️', '🇪🇺', '1️⃣', '👍🏽', '👨‍👩‍👧']) {
		expect(runs(emoji).map((run) => [run.face.name, run.text])).toEqual([[fonts.emoji!.name, emoji]]);
		expect(fonts.emoji!.font.layout(emoji).glyphs).toHaveLength(1);
	}
});

test('characters that no font has are printed as one mark and named once', () => {
	const notes = createNotes();
	expect(
		runs('xதமதy', notes)
			.map((run) => run.text)
			.join(''),
	).toBe('x\uFFFDy');
	expect(notes.all()).toEqual([
		"The report's fonts lack 2 characters, which are printed as \uFFFD: த (U+0BA4), ம (U+0BAE).",
	]);
});

test('no character is lost and none is set in a font that lacks it', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
			const notes = createNotes();
			for (const run of runs(text, notes)) {
				for (const character of run.text) expect(run.face.covers(character.codePointAt(0)!)).toBe(true);
			}
			if (notes.all().length === 0) {
				const visible = (all: string) =>
					all.replace(/\u200B|\u200C|\u200D|\n/g, '').replace(/\p{Variation_Selector}/gu, '');
				expect(
					visible(
						runs(text)
							.map((run) => run.text)
							.join(''),
					),
				).toBe(visible(sanitise(text)));
			}
		}),
	);
});

test('a title is one line, and is cut with an ellipsis', () => {
	expect(oneLine('  two\n lines\t ')).toBe('two lines');
	expect(shortened('abcdefgh', 5)).toBe('abcd…');
	expect(shortened('abc🚀efgh', 5)).toBe('abc…');
});

test('a word with a letter that the first family lacks is all of the second', () => {
	expect(runs('thường').every((run) => run.face.name.startsWith('noto-sans-'))).toBe(true);
	expect(runs('Györ').every((run) => run.face.name.startsWith('atkinson'))).toBe(true);
});

test('a letter and its marks come from one font where one has both', () => {
	expect(runs('и̃')).toHaveLength(1);
	expect(runs('נָ')).toHaveLength(1);
});

test('marks of direction are kept beside letters from the right only', () => {
	expect(sanitise('a\u200Fb')).toBe('ab');
	expect(sanitise('שלום\u200F!')).toBe('שלום\u200F!');
	expect(sanitise('שלום\u202Eabc\u2067')).toBe('שלוםabc');
});

test('a font file that is missing is passed over, and named', () => {
	const folder = mkdtempSync(join(tmpdir(), 'longview-fonts-'));
	try {
		const file = 'noto-sans-latin-400-normal.woff';
		copyFileSync(join(resources, 'fonts', file), join(folder, file));
		writeFileSync(join(folder, 'noto-emoji-emoji-400-normal.woff'), 'wOFF, and then nothing that a font would have, for longer than its head');
		const few = createFonts(folder);
		expect(few.primary(400).name).toBe('noto-sans-latin-400-normal');
		expect(few.faceFor([0x41], 400)?.name).toBe('noto-sans-latin-400-normal');
		expect(few.faceFor([0x6f22], 400)).toBeNull();
		expect(few.emoji).toBeNull();
		expect(few.unreadable()).toContain('atkinson-hyperlegible-next-latin-400-normal.woff');
		expect(() => createFonts(join(folder, 'none')).primary(400)).toThrow('install Longview again');
	} finally {
		rmSync(folder, { recursive: true });
	}
});
