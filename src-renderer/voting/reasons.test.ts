import { expect, test } from 'vitest';
import { reasonsFor } from './reasons.ts';
import { ballot, round } from './testRecords.ts';

const five = [
	ballot('p', 'a', 1, 'Too small'), ballot('q', 'a', 5, ' No link '), ballot('r', 'a', 3, 'Both'),
	ballot('s', 'a', 'cannot say', 'Not my field'), ballot('p', 'b', 4, 'Rules'), ballot('t', 'a', 2, '  '),
];

test('reasons stand under low, middle, high and unsure, without blank ones', () => {
	expect(reasonsFor(round(), five, 'a')).toEqual({ low: ['Too small'], middle: ['Both'], high: ['No link'], unsure: ['Not my field'] });
});

test('with fewer than five reasons in the whole round none is shown', () => {
	expect(reasonsFor(round(), five.slice(0, 4), 'a')).toBeNull();
});

test('a person’s reasons do not stand at the same place under every card', () => {
	const people = Array.from({ length: 12 }, (_, index) => `person ${index}`);
	const ballots = ['a', 'b'].flatMap((card) => people.map((name) => ballot(name, card, 5, name)));
	const [a, b] = ['a', 'b'].map((card) => reasonsFor(round(), ballots, card)?.high);
	expect(a).not.toEqual(people);
	expect(a).not.toEqual(b);
	expect(reasonsFor(round(), [...ballots].reverse(), 'a')?.high).toEqual(a);
});
