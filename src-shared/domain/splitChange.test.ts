import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitChange } from './splitChange.ts';

describe('a change', () => {
	test.each([
		['Shift from US-dominated AI market to a more diversified global landscape.', 'US-dominated AI market', 'A more diversified global landscape'],
		['Move from free access to monetization of AI technologies.', 'Free access', 'Monetization of AI technologies'],
		['Transition from proprietary AI models to more accessible open-source alternatives.', 'Proprietary AI models', 'More accessible open-source alternatives'],
		['Moving away from coal towards wind', 'Coal', 'Wind'],
		['From isolated trials into everyday practice.', 'Isolated trials', 'Everyday practice'],
		['From open access to the archive to paid membership', 'Open access to the archive', 'Paid membership'],
	])('“%s” is taken apart', (text, from, to) => {
		expect(splitChange(text)).toEqual({ from, to });
	});

	test.each([
		['Shift towards more tailored regulations for foundational AI models.', 'More tailored regulations for foundational AI models'],
		['A gradual transition to remote work', 'Remote work'],
	])('“%s” names only its aim', (text, to) => {
		expect(splitChange(text)).toEqual({ from: null, to });
	});

	test.each(['Growing demand for repair.', '', 'Moving away from threads due to the lock.', 'Teams learn from failures to improve.'])(
		'“%s” names no direction',
		(text) => {
			expect(splitChange(text)).toBeNull();
		},
	);

	test('keeps every word of both parts, whatever they are', () => {
		const phrase = fc.array(fc.constantFrom('coal', 'slow', 'Über', 'été', '5G', 'R&D'), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
		fc.assert(
			fc.property(phrase, phrase, (from, to) => {
				const split = splitChange(`Shift from ${from} to ${to}.`);
				expect([split?.from?.toLowerCase(), split?.to.toLowerCase()]).toEqual([from.toLowerCase(), to.toLowerCase()]);
			}),
		);
	});
});
