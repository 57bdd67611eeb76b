import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, readNarrative, type Block, type Inline } from './narrative.ts';
import { normalInlines } from './normalNarrative.ts';
import { deepestList, writeNarrative } from './writeNarrative.ts';

const paragraph = (...inlines: Inline[]): Block => ({ type: 'paragraph', inlines });
const text = (words: string, marks: object = {}): Inline => ({ type: 'text', text: words, ...marks });
const again = (markdown: string) => writeNarrative(readNarrative(markdown));

describe('what is written', () => {
	test('is as plain as what was read', () => {
		for (const markdown of [
			'# Morning\n\nIt is **very *late*** already, 50% * 3 [sic] of snake_case!\n\n- one\n- two\n  1. deep\n\n[More](https://example.org)',
			'By 2036 Europe runs on models\nthat anyone can open [S2](card:ab12).\n\n### Why\n\n3. three\n4. four',
			'C:\\temp & <b>no</b> `x` ~y~ "z" 1) 2',
		]) expect(again(markdown)).toBe(markdown);
	});

	test('escapes only where words would be taken for signs', () => {
		expect(writeNarrative([paragraph(text('1. Not a list'))])).toBe('1\\. Not a list');
		expect(writeNarrative([paragraph(text('- nor this'), { type: 'break' }, text('# nor this'))])).toBe('\\- nor this\n\\# nor this');
		expect(writeNarrative([paragraph(text('*stars* and [S2](card:x)'))])).toBe('\\*stars\\* and \\[S2\\](card:x)');
		expect(writeNarrative([{ type: 'heading', level: 2, inlines: [text('C #')] }])).toBe('## C \\#');
	});

	test('keeps marks within words and beside each other', () => {
		for (const inlines of [
			[text('Europe'), text('’s', { strong: true }), text('own')],
			[text('a', { strong: true }), text('b', { strong: true, emphasis: true }), text('c', { emphasis: true })],
			[text('x'), text('(y)', { emphasis: true }), text('z')],
			[text('see'), { type: 'card', cardId: 'a', label: 'S1', strong: true } as Inline, text('there')],
		]) expect(readNarrative(writeNarrative([paragraph(...inlines)]))).toEqual([paragraph(...inlines)]);
	});

	test('keeps lists apart that follow each other, and empty items', () => {
		const list = (ordered: boolean, ...words: string[]): Block => ({ type: 'list', ordered, start: 1, items: words.map((word) => (word === '' ? [] : [paragraph(text(word))])) });
		const blocks = [list(false, 'a', ''), list(false, 'b'), list(false, 'c'), list(true, 'd'), list(true, '', 'e')];
		expect(readNarrative(writeNarrative(blocks))).toEqual(blocks);
	});

	test('leaves no word out, however deep lists lie in each other', () => {
		const nest = (depth: number): Block => ({ type: 'list', ordered: false, start: 1, items: [[paragraph(text(`at ${depth}`)), ...(depth < 30 ? [nest(depth + 1)] : [])]] });
		const read = plainText(writeNarrative([nest(1)]));
		for (let depth = 1; depth <= 30; depth++) expect(read).toContain(`at ${depth}`);
		expect(writeNarrative([nest(1)])).not.toContain(' '.repeat(2 * deepestList));
		expect(plainText('- '.repeat(60) + 'end')).toContain('end');
	});
});

/** Signs that mean something in Markdown among letters, blanks and breaks. */
const hostile = fc.string({ unit: fc.constantFrom(...'ab \n\n*_[]()#-+.1>`<!&\\~|é\u00a0(“”’:cr'), maxLength: 60 });
const written = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }));

test('any text is read, written and read again as the same', () => {
	fc.assert(fc.property(written, (markdown) => {
		const blocks = readNarrative(markdown);
		const once = writeNarrative(blocks);
		expect(writeNarrative(readNarrative(once))).toBe(once);
		const squeezed = (words: string) => words.replace(/\s+/g, ' ').trim();
		expect(squeezed(plainText(once))).toBe(squeezed(plainText(markdown)));
	}), { numRuns: 3000 });
});

const inline: fc.Arbitrary<Inline> = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ words: fc.oneof(hostile, fc.constantFrom('a', ' b', 'c ', ' ', '(d)', '*', '’s')), strong: fc.boolean(), emphasis: fc.boolean(), href: fc.constantFrom('', '', 'https://a.eu/x_(y)', 'mailto:a@b.eu') }).map(
		({ words, strong, emphasis, href }): Inline => ({ type: 'text', text: words, ...(strong && { strong }), ...(emphasis && { emphasis }), ...(href !== '' && { href }) }),
	) },
	fc.record({ cardId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), label: fc.oneof(fc.constant('S2'), hostile), strong: fc.boolean() }).map(
		({ cardId, label, strong }): Inline => ({ type: 'card', cardId, label, ...(strong && { strong }) }),
	),
	fc.constant<Inline>({ type: 'break' }),
);
const line = fc.array(inline, { maxLength: 6 });

test('a line of any words, marks, cards and breaks comes back as it was, but for blanks that no Markdown keeps', () => {
	fc.assert(fc.property(line, (inlines) => {
		const normal = normalInlines(inlines);
		expect(normalInlines(normal)).toEqual(normal);
		expect(readNarrative(writeNarrative([{ type: 'paragraph', inlines }]))).toEqual(normal.length === 0 ? [] : [{ type: 'paragraph', inlines: normal }]);
		const heading = normalInlines(inlines, true);
		expect(readNarrative(writeNarrative([{ type: 'heading', level: 2, inlines }]))).toEqual([{ type: 'heading', level: 2, inlines: heading }]);
	}), { numRuns: 4000 });
});

const { blocks } = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
	block: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		line.map((inlines): Block => ({ type: 'paragraph', inlines })),
		fc.record({ level: fc.constantFrom(1 as const, 2 as const, 3 as const), inlines: line }).map(({ level, inlines }): Block => ({ type: 'heading', level, inlines })),
		fc.record({ ordered: fc.boolean(), start: fc.nat(1000), items: fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }) }).map(
			({ ordered, start, items }): Block => ({ type: 'list', ordered, start: ordered ? start : 1, items }),
		),
	),
	blocks: fc.array(tie('block'), { maxLength: 4 }),
}));

const normal = (list: readonly Block[]): Block[] =>
	list.flatMap((block): Block[] => {
		if (block.type === 'list') return [{ ...block, items: block.items.map(normal) }];
		const inlines = normalInlines(block.inlines, block.type === 'heading');
		return inlines.length === 0 && block.type === 'paragraph' ? [] : [{ ...block, inlines }];
	});

test('a whole of headings, paragraphs and lists in each other comes back as it was', () => {
	fc.assert(fc.property(blocks, (list) => {
		expect(readNarrative(writeNarrative(list))).toEqual(normal(list));
	}), { numRuns: 3000 });
});
