import { expect, test } from 'vitest';
import { aboutWorld, byReview, dayOf, dayWords, diagnose, diagnosisWords, reviewState, untold, unwatched } from './signposts.ts';

const worlds = ['CG', 'LF', 'TR', 'WG'];
const names: Record<string, string> = { CG: 'Common Ground', LF: 'Licensed Few', TR: 'Toll Road', WG: 'Wild Garden' };
const post = (towards: string[], away: string[] = []) => ({ towards, away });
const words = (towards: string[], away: string[] = [], ids = worlds) => diagnosisWords(diagnose(post(towards, away), ids), (id) => names[id]!);

test('a signpost tells the worlds it points to from the others, whether it points away from those or says nothing of them', () => {
	expect(words(['CG'])).toBe('Tells Common Ground from the other three.');
	expect(words(['CG'], ['LF', 'TR', 'WG'])).toBe('Tells Common Ground from the other three.');
	expect(words(['CG', 'WG'], ['TR'])).toBe('Tells Common Ground and Wild Garden from the other two.');
	expect(words(['CG', 'LF', 'TR'])).toBe('Tells Common Ground, Licensed Few and Toll Road from Wild Garden.');
});

test('one that only points away tells by speaking against', () => {
	expect(words([], ['TR'])).toBe('Tells Toll Road from the other three, by speaking against it.');
	expect(words([], ['TR', 'LF'])).toBe('Tells Licensed Few and Toll Road from the other two, by speaking against them.');
});

test('one that points to every world, or to none, tells nothing and says so', () => {
	expect(words(worlds)).toMatch(/^Points to every world, so it says nothing/);
	expect(words([], worlds)).toMatch(/^Points away from every world, so it says nothing/);
	expect(words([])).toBe('Points to no world yet.');
});

test('worlds that were deleted since do not count', () => {
	expect(diagnose(post(['gone']), worlds)).toEqual({ says: 'nothing said' });
	expect(diagnose(post(['CG', 'LF'], ['gone']), ['CG', 'LF'])).toEqual({ says: 'all alike', points: 'towards' });
});

test('about a world are those that point to it, then those that speak against it, in their order', () => {
	const posts = [{ ...post([], ['CG']), order: 1 }, { ...post(['CG']), order: 3 }, { ...post(['TR']), order: 2 }, { ...post(['CG', 'TR'], ['CG']), order: 2 }];
	expect(aboutWorld(posts, 'CG').map((one) => posts.indexOf(one))).toEqual([3, 1, 0]);
	expect(aboutWorld(posts, 'WG')).toEqual([]);
});

test('with one world a signpost cannot tell anything', () => {
	expect(diagnose(post(['CG']), ['CG']).says).toBe('all alike');
});

test('a world is watched by a signpost that points to it and not to all', () => {
	expect(unwatched([post(['CG']), post([], ['TR']), post(worlds)], worlds)).toEqual(['LF', 'TR', 'WG']);
	expect(unwatched([], worlds)).toEqual(worlds);
	expect(unwatched([post(['CG', 'LF']), post(['TR', 'WG'])], worlds)).toEqual([]);
});

test('watched worlds that every signpost treats alike are named as pairs', () => {
	expect(untold([post(['CG', 'LF']), post(['TR']), post(['WG'])], worlds)).toEqual([['CG', 'LF']]);
	expect(untold([post(['CG', 'LF']), post(['TR']), post(['WG'], ['LF'])], worlds)).toEqual([]);
	expect(untold([post(['CG'])], worlds)).toEqual([]);
});

test.each([
	['2026-11-22', 'due'], ['2026-11-21', 'overdue'], ['2025-12-31', 'overdue'], ['2026-12-06', 'soon'], ['2026-12-07', 'later'], [null, 'unset'],
] as const)('on 22 November 2026 a review of %s is %s', (reviewAt, state) => {
	expect(reviewState({ reviewAt }, '2026-11-22')).toBe(state);
});

test('what has been seen is not overdue', () => {
	expect(reviewState({ reviewAt: '2020-01-01', seenOn: '2020-01-02' }, '2026-11-22')).toBe('seen');
});

test('a watch list is read by review date, then those without one, then those that were seen', () => {
	const row = (id: string, reviewAt: string | null, order = 0, seenOn?: string) => ({ id, reviewAt, order, ...(seenOn !== undefined && { seenOn }) });
	const list = [row('seen', '2026-01-01', 0, '2026-02-01'), row('none', null), row('late', '2027-01-01'), row('b', '2026-05-01', 2), row('a', '2026-05-01', 1)];
	expect(byReview(list).map(({ id }) => id)).toEqual(['a', 'b', 'late', 'none', 'seen']);
});

test('a day is the one of the person’s own clock, and is written out without its time zone', () => {
	expect(dayOf(new Date(2026, 10, 2, 0, 5))).toBe('2026-11-02');
	expect(dayOf(new Date(2026, 10, 2, 23, 55))).toBe('2026-11-02');
	expect(dayWords('2026-11-02')).toBe('2 Nov 2026');
});
