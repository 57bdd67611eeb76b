import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNarrative } from '../../../src-shared/markdown/narrative.ts';
import { writeNarrative } from '../../../src-shared/markdown/writeNarrative.ts';
import { normalHref } from './href.ts';

test('addresses are completed, and those that could run something are none', () => {
	expect(normalHref(' example.org/a b ')).toBe('https://example.org/a%20b');
	expect(normalHref('ana@example.org')).toBe('mailto:ana@example.org');
	expect(normalHref('https://a.eu/x_(y)?q=1&copy;2')).toBe('https://a.eu/x_(y)?q=1&copy;2');
	for (const href of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'card:abc', 'words', '']) expect(normalHref(href)).toBeNull();
});

test('an address in its form stays in it, and is read as it was written', () => {
	fc.assert(fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string({ unit: fc.constantFrom(...'a ()<>\\&;*_[]"é%2') }), (url, end) => {
		const href = normalHref(url + end);
		if (href === null) return;
		expect(normalHref(href)).toBe(href);
		const block = { type: 'paragraph' as const, inlines: [{ type: 'text' as const, text: 'x', href }] };
		expect(readNarrative(writeNarrative([block]))).toEqual([block]);
	}), { numRuns: 1000 });
});
