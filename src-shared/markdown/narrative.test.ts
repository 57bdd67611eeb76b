import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardHref, cardOfHref, cardsNamedIn, plainText, readNarrative, wordCount } from './narrative.ts';

const paragraph = (...inlines: object[]) => ({ type: 'paragraph', inlines });

describe('a narrative', () => {
	test('has headings, paragraphs, lists within lists, emphasis and links', () => {
		expect(readNarrative('# Morning\n\nIt is **very *late*** already.\n\n- one\n- two\n  1. deep\n\n[More](https://example.org)')).toEqual([
			{ type: 'heading', level: 1, inlines: [{ type: 'text', text: 'Morning' }] },
			paragraph({ type: 'text', text: 'It is ' }, { type: 'text', text: 'very ', strong: true }, { type: 'text', text: 'late', strong: true, emphasis: true }, { type: 'text', text: ' already.' }),
			{
				type: 'list', ordered: false, start: 1,
				items: [
					[paragraph({ type: 'text', text: 'one' })],
					[paragraph({ type: 'text', text: 'two' }), { type: 'list', ordered: true, start: 1, items: [[paragraph({ type: 'text', text: 'deep' })]] }],
				],
			},
			paragraph({ type: 'text', text: 'More', href: 'https://example.org' }),
		]);
	});

	test('refers to cards by their ids, whatever signs those have', () => {
		const id = '0a1b)c d/ü-3';
		const text = `Open models [S2](${cardHref(id).replace(')', '%29')}) win, **[C1](card:c1)** too, and [S2](card:c1).`;
		expect(cardsNamedIn(text)).toEqual([id, 'c1']);
		expect(plainText(text, (cardId) => (cardId === 'c1' ? 'C9' : undefined))).toBe('Open models S2 win, C9 too, and C9.');
		expect(readNarrative(text)[0]).toMatchObject({ inlines: [{}, { type: 'card', cardId: id, label: 'S2' }, {}, { type: 'card', cardId: 'c1', strong: true }, {}, {}, {}] });
	});

	test('written as plain text stays the text it was, line by line', () => {
		expect(plainText('By 2036 Europe runs on 50% < half.\nMost stayed & paid.\n\nC:\\temp, <b>no</b> `x`')).toBe('By 2036 Europe runs on 50% < half.\nMost stayed & paid.\n\nC:\\temp, <b>no</b> `x`');
		expect(readNarrative('one\ntwo')).toEqual([paragraph({ type: 'text', text: 'one' }, { type: 'break' }, { type: 'text', text: 'two' })]);
	});

	test('follows no address that could run something', () => {
		for (const href of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x']) expect(JSON.stringify(readNarrative(`[x](${href}) [y](<${href}>)`))).not.toContain('"href"');
	});

	test('counts words, not signs and not marks', () => {
		expect(wordCount('# One two\n\n- **three** – four\n\n[S2](card:x) “five”')).toBe(6);
		expect(wordCount('')).toBe(0);
	});
});

test('any text is read, and an id comes back from its address', () => {
	fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
		readNarrative(text);
	}));
	fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
		expect(cardOfHref(cardHref(id))).toBe(id);
	}));
});
