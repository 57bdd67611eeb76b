import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraph } from './flow.ts';
import { createPaper } from './paper.ts';
import { canReadPdf, complaintsAbout, readPdf } from './testing/pdfTools.ts';
import { sampleWorkshop } from './testing/sampleWorkshop.ts';

async function printed(texts: readonly string[], width?: number) {
	const paper = createPaper(sampleWorkshop, { document: 'report', pageSize: 'A4', language: 'en', printedAt: '2026-05-14T12:00:00.000Z', largePrint: false });
	paper.newPage();
	for (const text of texts) paragraph(paper, paper.root, text, { after: 6, ...(width && { width }) });
	const { bytes, pages } = await paper.finish();
	return { bytes, pages, notes: paper.notes.all() };
}

/** The letters and figures of a text, without the marks that poppler puts between its directions. */
const bare = (text: string) => text.normalize('NFC').replace(/[\p{C}\p{M}\s]/gu, '');
const spoken = (structure: string) => [...structure.matchAll(/^\s+"(.*)"$/gm)].map((match) => match[1]!);

const samples = {
	Arabic: 'يولد جميع الناس أحراراً متساوين في الكرامة والحقوق (المادة 1)، بحلول عام 2036 أو ٢٠٣٦.',
	Hebrew: 'כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם (סעיף 1). שָׁלוֹם',
	'Hebrew with Latin': 'בשנת 2031 החברה OpenAI Inc. תפרסם מודל GPT-9 במחיר 12.50 ליחידה.',
	'Latin with both': 'The law (in Arabic: قانون الذكاء, in Hebrew: חוק הבינה) takes effect in 2029.',
	Chinese: '人人生而自由，在尊严和权利上一律平等。（《世界人权宣言》第一条）',
	Japanese: 'すべての人間は、「友愛の精神」をもって行動しなければならない。コンピューター！',
	Korean: '모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.',
	Vietnamese: 'Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền.',
	Thai: 'มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ',
	Emoji: 'Family 👨‍👩‍👧‍👦, flag 🇪🇺, skin 👍🏽, astronaut 👩‍🚀, keycap 1️⃣, heart ❤️.',
};

describe.skipIf(!canReadPdf)('any script is read back as it was written', () => {
	test.each(Object.entries(samples))('%s', async (_, text) => {
		for (const width of [undefined, 130]) {
			const { bytes, notes } = await printed([text], width);
			const pdf = readPdf(bytes);
			expect(pdf.complaints).toBe('');
			expect(notes).toEqual([]);
			// As a screen reader has it, signs of order included.
			expect(spoken(pdf.structure).map(bare)).toContain(bare(text));
			expect(pdf.fonts.every((font) => font.embedded && font.subset && font.unicode)).toBe(true);
		}
	}, 30_000);

	test('text from the right is found by readers that look at where letters stand', async () => {
		const pdf = readPdf((await printed([samples.Hebrew, samples.Arabic])).bytes);
		for (const word of ['נולדו', 'ושווים', 'يولد', 'متساوين', 'الكرامة']) expect(bare(pdf.text)).toContain(word);
	}, 30_000);

	test('of a font of four megabytes the file has the signs that it uses', async () => {
		const [none, some] = [await printed(['Plain']), await printed([samples.Chinese, samples.Japanese, samples.Korean])];
		expect(some.bytes.length - none.bytes.length).toBeLessThan(60_000);
	}, 30_000);
});

test('hostile texts make a file, with words that break where they must', async () => {
	const hostile = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 80 }),
		fc.array(fc.constantFrom('\uD83D', '\uDC69', '\u200D', '\uFE0F', '\u0301', '\u202E', '\u2067', '\u0000', 'ש', 'ا', '漢', 'ไ', '்', '👩', '🇪', '🏽', '\u{E0067}', '\u{1D173}', '(', '\n', ' ', 'a'), { maxLength: 80 }).map((parts) => parts.join('')),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(hostile, { minLength: 8, maxLength: 16 }), async (texts) => {
			const { bytes } = await printed(texts, 90);
			expect(bytes.length).toBeGreaterThan(1000);
			if (canReadPdf) expect(complaintsAbout(bytes)).toBe('');
		}),
		{ numRuns: 25 },
	);
}, 60_000);

test('words of 100,000 letters of any script are printed whole', async () => {
	for (const letter of ['ש', 'م', '漢', '👩‍🚀', 'ก']) expect((await printed([letter.repeat(letter.length > 1 ? 20_000 : 100_000)])).pages).toBeGreaterThan(8);
}, 120_000);
