import { expect, test } from 'vitest';
import { missingWords, pairNote, pairWords, rhoText, tooFew } from './words.ts';

test('a verdict says the number, with its sign, and how many voters it is from', () => {
	expect(pairWords({ rho: 0.12, n: 11 })).toEqual({ kind: 'good', head: 'A good pair.', text: 'Votes on the two hardly move together (rank correlation 0.12, 11 voters).' });
	expect(pairWords({ rho: -0.62, n: 9 })).toMatchObject({ kind: 'opposed', text: expect.stringContaining('(rank correlation −0.62, 9 voters)') });
	expect(pairWords({ undefined: 'Fewer than 3 people rated both cards.' })).toMatchObject({ kind: 'unknown', head: 'Not computed.' });
	expect([{ rho: 0.21, n: 4 }, { rho: 0.64, n: 4 }].map(pairNote)).toEqual(['0.21, workable', '0.64, too alike']);
	expect([rhoText(-0.001), rhoText(1)]).toEqual(['0.00', '1.00']);
});

test('fewer than ten cards or voters are said, and ten of both are not', () => {
	const map = (cards: number, voters: number) => ({ points: Array.from({ length: cards }) as never[], voters, roundTitles: ['Round 1'] });
	expect(tooFew(map(10, 10))).toBeNull();
	expect(tooFew(map(6, 12))).toBe('This map stands on 6 cards instead of at least 10. Take it as a start of a talk, not as a finding.');
	expect(tooFew(map(1, 9))).toMatch(/on 1 card instead of at least 10, and on 9 voters instead of at least 10\./);
});

test('without a map it is said why, from the state of the rounds alone', () => {
	const round = (state: 'draft' | 'open' | 'closed' | 'revealed', criteria: ('impact' | 'uncertainty' | 'relevancy')[]) => ({ title: 'Round 2', state, criteria });
	expect(missingWords([])).toMatchObject({ isUnderWay: false, text: expect.stringContaining('No revealed round has asked that yet') });
	expect(missingWords([round('revealed', ['impact'])]).text).toContain('impact but not uncertainty');
	expect(missingWords([round('revealed', ['impact', 'uncertainty'])]).text).toContain('nobody gave a number for both');
	for (const state of ['draft', 'open', 'closed'] as const) expect(missingWords([round(state, ['impact', 'uncertainty'])])).toMatchObject({ isUnderWay: true, text: expect.stringContaining('Round 2 asks') });
});
