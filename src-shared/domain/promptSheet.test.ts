import { expect, test } from 'vitest';
import { cardsNamedIn, plainText } from '../markdown/narrative.ts';
import { promptSheet } from './promptSheet.ts';

const years = { baseYear: 2026, horizonYear: 2036 };

test('there are twelve questions, each with a name of its own, whatever feeds the world', () => {
	for (const count of [0, 2, 9]) {
		const sheet = promptSheet({ ...years, feeds: Array.from({ length: count }, (_, n) => ({ cardId: `c${n}`, label: `S${n}` })) });
		expect([sheet.length, new Set(sheet.map(({ id }) => id)).size]).toEqual([12, 12]);
		for (const { question } of sheet) expect(question).toMatch(/\?$/);
		expect(sheet.filter(({ question }) => cardsNamedIn(question).length > 0)).toHaveLength(Math.min(4, count));
	}
});

test('a question about a card names it as a reference, whatever its id and its label are', () => {
	const sheet = promptSheet({ ...years, feeds: [{ cardId: 'a)b', label: 'A [new] *card*' }] });
	const asked = sheet.find(({ id }) => id === 'possible')!.question;
	expect(cardsNamedIn(asked)).toEqual(['a)b']);
	expect(plainText(asked)).toBe('What does A [new] *card* make possible?');
	expect(sheet.find(({ id }) => id === 'turn')!.question).toContain('between 2026 and 2036');
});
