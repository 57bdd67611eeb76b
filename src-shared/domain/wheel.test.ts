import { expect, test } from 'vitest';
import type { Consequence } from '../schemas/worlds.ts';
import { branchOf, canFollow, isAbout, listed, orderOf, wheelTree } from './wheel.ts';

const one = (id: string, parentId: string | null = null, order = 1): Consequence => ({ id, workshopId: 'w', cardId: 'c', scenarioId: null, parentId, text: id.toUpperCase(), order });
/*
 * a ─ b ─ c        d ─ e
 */
const wheel = [one('d', null, 2), one('a'), one('b', 'a'), one('c', 'b'), one('e', 'd')];

test('consequences hang on what they follow from, in their order', () => {
	expect(listed(wheelTree(wheel)).map(({ id, order }) => `${id}${order}`)).toEqual(['a1', 'b2', 'c3', 'd1', 'e2']);
	expect([orderOf(wheel, 'c'), orderOf(wheel, 'gone')]).toEqual([3, 0]);
});

test('what lies beyond the third order, hangs on nothing or on itself is left out', () => {
	const odd = [...wheel, one('f', 'c'), one('g', 'gone'), one('h', 'i'), one('i', 'h')];
	expect(wheelTree(odd)).toEqual(wheelTree(wheel));
	expect(branchOf(odd, 'h').map(({ id }) => id).sort()).toEqual(['h', 'i']);
});

test('a branch is a consequence with all that follows from it', () => {
	expect(branchOf(wheel, 'a').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	expect(branchOf(wheel, 'e').map(({ id }) => id)).toEqual(['e']);
	expect(branchOf(wheel, 'gone')).toEqual([]);
});

test('a branch goes where none of it comes beyond the third order, and never onto itself', () => {
	expect([canFollow(wheel, 'e', 'b'), canFollow(wheel, 'e', 'c')], 'a third-order consequence has none of its own').toEqual([true, false]);
	expect([canFollow(wheel, 'b', 'd'), canFollow(wheel, 'b', 'e'), canFollow(wheel, 'b', null)]).toEqual([true, false, true]);
	expect([canFollow(wheel, 'a', 'a'), canFollow(wheel, 'a', 'c'), canFollow(wheel, 'a', 'd')]).toEqual([false, false, false]);
	expect(canFollow(wheel, 'e', 'gone')).toBe(false);
});

test('a wheel is about one card or one world', () => {
	expect([isAbout(one('a'), { cardId: 'c' }), isAbout(one('a'), { cardId: 'x' }), isAbout(one('a'), { scenarioId: 'c' })]).toEqual([true, false, false]);
});
