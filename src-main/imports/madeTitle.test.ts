import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeName, madeTitle } from './madeTitle.ts';
import './propertySeed.ts';

test.each([
	['AI systems designed to create content, such as text, images, or music.', 'AI systems designed to create content'],
	['Large AI models that serve as a base for various applications, allowing more.', 'Large AI models that serve as a base'],
	['A technique that allows AI models to dynamically select parameters for processing inputs.', 'A technique that allows AI models'],
	['In 2030, cities cool themselves with shade and water.', 'In 2030, cities cool themselves'],
	['Quiet streets.', 'Quiet streets'],
	['Sensors – cheap ones', 'Sensors – cheap ones'],
])('the name of “%s” is “%s”', (description, name) => {
	expect(madeName(description)).toBe(name);
});

test('a title is the first short line or sentence, else what fits in 80 characters', () => {
	expect(madeTitle('A short headline\nAnd then the text.')).toBe('A short headline');
	expect(madeTitle('The city closes its centre to cars. It did so before.')).toBe('The city closes its centre to cars');
	expect(madeTitle(`${'word '.repeat(15)}and the ${'more '.repeat(30)}`)).toBe(`${'word '.repeat(15)}`.trim());
	expect(madeTitle('x'.repeat(500))).toHaveLength(80);
});

test('a made name is never empty, never long, and begins as its description does', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''), (text) => {
			for (const [made, limit] of [[madeName(text), 240], [madeTitle(text), 240]] as const) {
				expect(made.length).toBeGreaterThan(0);
				expect(made.length).toBeLessThanOrEqual(limit);
				expect(text.replace(/\s+/g, ' ').trim().startsWith(made)).toBe(true);
			}
		}),
	);
});
