import { expect, test } from 'vitest';
import { fileNameOf } from './fileName.ts';

test('a name has no sign that a system refuses, and always something before its extension', () => {
	expect(fileNameOf('Who: shapes/AI?', 'pdf', ', ballot')).toBe('Who shapes AI, ballot.pdf');
	expect(fileNameOf('..', 'csv')).toBe('Workshop.csv');
	expect(fileNameOf('Report.pdf', 'pdf')).toBe('Report.pdf');
});

test('a long title is shortened to what file systems take, by whole letters, and what follows it stays', () => {
	for (const letter of ['a', '会', '🌊']) {
		const name = fileNameOf(letter.repeat(200), 'pdf', ', scenario sheets');
		expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(210);
		expect(name).toMatch(/^(.)\1+, scenario sheets\.pdf$/u);
	}
});
