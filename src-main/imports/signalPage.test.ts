import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { readDocument } from './readDocument.ts';

const today = new Date('2026-11-22T12:00:00Z');
const read = (text: string): ParsedDocument => readDocument(new TextEncoder().encode(text), 'page.md', { today });
const titled = (rest: string): ParsedDocument => read(`# __Quiet streets__, (from page [20240310](https://example.org/p).)\n\n${rest}`);
const warnings = ({ warnings: all }: ParsedDocument): string[] => all.map(({ line, message }) => `${line}: ${message}`);

describe('formats', () => {
	test('the old one has other headers and neither description nor relevancy', () => {
		const page = titled(
			'## Signals\n\n| Signal | Change | 10y horizon | Driving force |\n|:--|:--|:--|:--|\n| Shade as a service | From sun to shade | Every street | Heat |\n',
		);
		expect(page.cards).toEqual([{
			kind: 'signal', name: 'Shade as a service', nameIsMade: false, description: null, change: 'From sun to shade',
			outlook: 'Every street', drivingForce: 'Heat', machineScore: null, line: 7,
		}]);
		expect(page.warnings).toEqual([]);
	});

	test('sections may be missing or stand in another order', () => {
		const page = titled('## Issues\n\n| name | description |\n|--|--|\n| Noise | It grows |\n\n## Keywords\n\n- **noise**\n- R&amp;D\n');
		expect(page).toMatchObject({ keywords: ['noise', 'R&D'], themes: [], category: null, summary: null });
		expect(page.cards).toMatchObject([{ kind: 'issue', name: 'Noise', line: 7 }]);
	});

	test('headings may be closed or underlined, and tables may do without outer pipes', () => {
		const page = read('__Quiet streets__, (from page [x1](https://example.org/p).)\n====\n\n## Behaviours ##\n\nname | relevancy\n-|-\nWalking | 3.5\n');
		expect(page).toMatchObject({ title: 'Quiet streets', pageRef: 'x1' });
		expect(page.cards).toMatchObject([{ kind: 'behavior', name: 'Walking', machineScore: 3.5, line: 8 }]);
	});

	test('what stands in a code block or a comment is no card', () => {
		const table = '| name | relevancy |\n|--|--|\n| fake | 1 |\n';
		const page = titled(`## Concerns\n\n\`\`\`\n${table}\`\`\`\n\n<!--\n${table}-->\n\n${table.replace('fake', 'true')}`);
		expect(page.cards.map(({ name }) => name)).toEqual(['true']);
	});

	test('a page without a title gets one from its summary', () => {
		expect(read('__[External link](https://example.org)__\n\n## Summary\n\nStreets fall silent. Then birds return.\n')).toMatchObject({
			shape: 'signal page', title: 'Streets fall silent', titleIsMade: true, url: 'https://example.org',
		});
	});

	test('inline Markdown in cells becomes plain text, and its links are kept', () => {
		const page = titled('## Concerns\n\n| name | description |\n|--|--|\n| A \\| **B** | see [this](https://example.org/n) |\n');
		expect(page.cards).toMatchObject([{ name: 'A | B', description: 'see this' }]);
		expect(page.links).toContainEqual({ text: 'this', url: 'https://example.org/n', line: 7 });
	});
});

describe('what is wrong is said with its line, and the rest is kept', () => {
	const concerns = (...rows: string[]): ParsedDocument => titled(['## Concerns', '', '| name | description | relevancy |', '|--|--|--:|', ...rows].join('\n'));

	test('a relevancy of “high”, or out of 0 to 5', () => {
		const page = concerns('| A | a | high |', '| B | b | 7 |', '| C | c | 0 |', '| D | d |  |', '| E | e | nan |');
		expect(page.cards.map(({ name, machineScore }) => [name, machineScore])).toEqual([['A', null], ['B', null], ['C', 0], ['D', null], ['E', null]]);
		expect(warnings(page)).toEqual([
			'7: The relevancy “high” is not a number from 0 to 5; the card is kept without a machine score.',
			'8: The relevancy “7” is not a number from 0 to 5; the card is kept without a machine score.',
		]);
	});

	test('rows with missing, extra or empty cells', () => {
		const page = concerns('| A | a |', '| B | b | 3 | more |', '|  |  | 4 |', '| C | c | 2 |');
		expect(page.cards.map(({ name, machineScore }) => [name, machineScore])).toEqual([['A', null], ['B', 3], ['C', 2]]);
		expect(warnings(page)).toEqual([
			'7: The row has 2 cells for 3 columns; the missing ones are empty.',
			'8: The row has 4 cells for 3 columns; what is beyond them is left out.',
			'9: The row has neither a name nor a description, so no card is made from it.',
		]);
	});

	test('a table without the columns it needs says which it has', () => {
		const page = titled('## Signals\n\n| foo | bar |\n|--|--|\n| a | b |\n\n## Issues\n\n| name |\n|--|\n| Noise |\n\n## Concerns\n\n| description |\n|--|\n| Rents rise near quiet streets, and fast |\n');
		expect(page.cards.map(({ kind, name, nameIsMade }) => [kind, name, nameIsMade])).toEqual([
			['issue', 'Noise', false],
			['concern', 'Rents rise near quiet streets', true],
		]);
		expect(warnings(page)).toEqual([
			'5: The table under “Signals” has neither a name nor a description column (found: foo, bar), so no cards are made from it.',
			'11: The table under “Issues” has no description column (found: name), so its cards have names only.',
			'17: The table under “Concerns” has no name column (found: description), so names are made from the descriptions.',
		]);
	});

	test('a section of cards without a table', () => {
		expect(warnings(titled('## Signals\n\nNone today.\n'))).toEqual(['3: The section “Signals” has text but no table, so no cards are made from it.']);
	});

	test('a page reference that cannot be a date is kept as text', () => {
		const page = read('# __Later__, (from page [20290911](https://example.org/p).)\n');
		expect(page).toMatchObject({ title: 'Later', pageRef: '20290911' });
		expect(warnings(page)).toEqual(['1: The page reference 20290911 looks like a date but cannot be one; it is kept as text.']);
	});

	test('a page of the type “error message”', () => {
		const page = titled('## Other\n\n* Category: technology\n* Type: error message\n');
		expect(page).toMatchObject({ category: 'technology', type: 'error message' });
		expect(warnings(page)[0]).toMatch(/^6: The page is of the type “error message”/);
	});

	test('a link that is none of the web', () => {
		const page = read('# __A__, (from page [1](javascript:alert%281%29).)\n\n__[External link](file:///etc/passwd)__\n');
		expect(page).toMatchObject({ title: 'A', pageRef: '1', url: null, links: [] });
		expect(warnings(page)).toEqual([
			'1: The address “javascript:alert%281%29” is not one of the web or of mail, so it is left out.',
			'3: The address “file:///etc/passwd” is not one of the web or of mail, so it is left out.',
		]);
	});

	test('ten thousand wrong rows take five warnings and a sentence about the rest', () => {
		const page = concerns(...Array.from({ length: 10_000 }, (_, index) => `| N${index} | d | high |`));
		expect(page.cards).toHaveLength(10_000);
		expect(page.warnings.map(({ line }) => line)).toEqual([7, 8, 9, 10, 11, 12]);
		expect(page.warnings.at(-1)).toEqual({ line: 12, message: 'Another 9995 like these, down to line 10006.' });
	});

	test('each sort of warning is told, however many there are of another', () => {
		const rows = Array.from({ length: 200 }, (_, index) => `| N${index} | [a](file:///etc/${index}) | ${index === 150 ? 'high' : 3} |`);
		const told = concerns(...rows).warnings;
		expect(told).toHaveLength(7);
		expect(told[5]).toEqual({ line: 12, message: 'Another 195 like these, down to line 206.' });
		expect(told[6]).toMatchObject({ line: 157, message: expect.stringContaining('The relevancy “high”') as string });
	});
});
