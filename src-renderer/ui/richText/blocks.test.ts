import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText, readNarrative, type Block } from '../../../src-shared/markdown/narrative.ts';
import { blocksOf, docOf, markdownOf } from './blocks.ts';

/** What the editor holds for nothing is an empty paragraph, and so it is in an empty item. */
const withoutEmpty = (blocks: readonly Block[]): Block[] =>
	blocks.flatMap((block): Block[] => {
		if (block.type === 'list') return [{ ...block, items: block.items.map(withoutEmpty) }];
		return block.type === 'paragraph' && block.inlines.length === 0 ? [] : [block];
	});

const signs = fc.string({ unit: fc.constantFrom(...'ab \n\n*_[]()#-+.1>`<!&\\~|é\u00a0“”:cr'), maxLength: 80 });
const lines = fc.array(fc.constantFrom('# One', '- a', '  - b', '1. c', '7) d', 'By 2036 **Europe** runs', '[S2](card:x) and *[C1](card:y)*', '', 'https://a.eu [b](https://b.eu)', '\\* no list', '***'), { maxLength: 12 }).map((all) => all.join('\n'));
const anyText = fc.oneof(signs, lines, fc.string({ unit: 'binary', maxLength: 60 }));

test('the editor holds what narrative.ts reads, and what it holds is a document of its kind', () => {
	fc.assert(fc.property(anyText, (markdown) => {
		const doc = docOf(markdown);
		doc.check();
		expect(withoutEmpty(blocksOf(doc))).toEqual(readNarrative(markdown));
	}), { numRuns: 2000 });
});

test('Markdown to document to Markdown to document stays as it is', () => {
	fc.assert(fc.property(anyText, (markdown) => {
		const doc = docOf(markdown);
		const written = markdownOf(doc);
		expect(docOf(written).eq(doc)).toBe(true);
		expect(markdownOf(docOf(written))).toBe(written);
	}), { numRuns: 2000 });
});

test('a plain narrative of old is not changed by a letter, its line breaks neither', () => {
	const words = fc.constantFrom('By 2036', 'Europe', '50% * 3', 'Ελλάδα,', '🌊', 'snake_case', '“so”', 'R&D', '<5', '(see 2.1)', 'a-b', '#1');
	const plain = fc.array(fc.array(fc.array(words, { minLength: 1, maxLength: 6 }).map((line) => `So ${line.join(' ')}.`), { minLength: 1, maxLength: 4 }).map((all) => all.join('\n')), { minLength: 1, maxLength: 4 }).map((all) => all.join('\n\n'));
	fc.assert(fc.property(plain, (text) => {
		expect(markdownOf(docOf(text))).toBe(text);
		expect(plainText(markdownOf(docOf(text)))).toBe(text);
	}), { numRuns: 1000 });
});
