import { expect, test } from 'vitest';
import type { TracedVote } from '../../src-shared/domain/trace.ts';
import { useWords, voteWords } from './words.ts';

const vote: TracedVote = { criterion: 'relevancy', roundId: 'r', roundTitle: 'Round 2', n: 34, median: 4, iqr: 1, agreed: true, dots: null, share: null, rank: 3, of: 24, reasons: 7 };

test('a vote is said with its spread, its n, its rank and its reasons', () => {
	expect(voteWords(vote, 2026)).toEqual({ criterion: 'Relevancy', figure: '4', more: 'IQR 1, agreed · n 34 · ranked 3 of 24 · 7 reasons · Round 2' });
	expect(voteWords({ ...vote, criterion: 'timing', median: 2031.25, iqr: 2.5, agreed: null, reasons: null }, 2026)).toMatchObject({ figure: '2031 Q2', more: 'half of it within 2.5 years · n 34 · ranked 3 of 24 · Round 2' });
	expect(voteWords({ ...vote, criterion: 'timing', median: 'later', iqr: 0, agreed: null }, 2026).figure).toBe('after 2036, or never');
	expect(voteWords({ ...vote, criterion: 'dots', median: null, iqr: null, agreed: null, dots: 9, n: 5 }, 2026)).toMatchObject({ figure: '9 dots', more: 'of 5 people · ranked 3 of 24 · 7 reasons · Round 2' });
	expect(voteWords({ ...vote, criterion: 'approval', median: null, iqr: null, agreed: null, share: 0.666 }, 2026).figure).toBe('67% yes');
});

test('a use says what it is, and of a world how', () => {
	expect(useWords({ place: 'scenario', id: 's', title: 'Common Ground', feeds: true, named: true })).toEqual({ place: 'Scenario', title: 'Common Ground', how: 'feeds it, and named' });
	expect(useWords({ place: 'scenario', id: 's', title: '', feeds: false, named: true })).toEqual({ place: 'Scenario', title: 'Unnamed', how: 'named' });
	expect(useWords({ place: 'critical', id: 'a', title: '' }).title).toBe('');
});
