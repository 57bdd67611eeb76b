import { expect, test } from 'vitest';
import { tallyBy } from '../../src-shared/domain/roundTally.ts';
import type { Ballot, Criterion } from '../../src-shared/schemas/records.ts';
import { reasonsFor, sidesOf } from './reasons.ts';
import { ballot, round } from './testRecords.ts';

const five = [
	ballot('p', 'a', 1, 'Too small'), ballot('q', 'a', 5, ' No link '), ballot('r', 'a', 3, 'Both'),
	ballot('s', 'a', 'cannot say', 'Not my field'), ballot('v', 'b', 4, 'Rules'), ballot('t', 'a', 2, '  '),
];
function shown(ballots: readonly Ballot[], cardId: string, criterion: Criterion = 'relevancy') {
	const asked = round({ criteria: [criterion] });
	const tally = tallyBy(asked, ballots, criterion, 2026).cards.find((card) => card.cardId === cardId)!;
	const reasons = reasonsFor(asked, ballots, cardId, criterion, sidesOf(criterion, tally));
	return reasons && Object.fromEntries(reasons.map(({ title, texts }) => [title, texts]));
}
const by = (criterion: Criterion, ...ballots: Ballot[]): Ballot[] => ballots.map((one) => ({ ...one, criterion, id: `r/${one.participant}/${one.cardId}/${criterion}` }));

test('reasons stand under low, middle, high and unsure, without blank ones', () => {
	expect(shown(five, 'a')).toEqual({ 'Why low': ['Too small'], 'Why in the middle': ['Both'], 'Why high': ['No link'], 'Why they can’t say': ['Not my field'] });
});

test('with reasons of fewer than five people in the whole round none is shown, however many one person gave', () => {
	expect(shown(five.slice(0, 4), 'a')).toBeNull();
	expect(shown([...five.slice(0, 4), ballot('p', 'b', 4, 'Rules'), ballot('p', 'c', 4, 'More')], 'a')).toBeNull();
});

test('a person’s reasons do not stand at the same place under every card', () => {
	const people = Array.from({ length: 12 }, (_, index) => `person ${index}`);
	const ballots = ['a', 'b'].flatMap((card) => people.map((name) => ballot(name, card, 5, name)));
	const [a, b] = ['a', 'b'].map((card) => shown(ballots, card)?.['Why high']);
	expect(a).not.toEqual(people);
	expect(a).not.toEqual(b);
	expect(shown([...ballots].reverse(), 'a')?.['Why high']).toEqual(a);
});

test('a reason written beside one criterion stands where its writer stands by the other', () => {
	const ballots = [...five, ...by('impact', ballot('p', 'a', 5), ballot('q', 'a', 1, 'No link'), ballot('r', 'a', 3, 'Costs'))];
	expect(shown(ballots, 'a', 'impact')).toEqual({ 'Why high': ['Too small'], 'Why low': ['No link'], 'Why in the middle': expect.arrayContaining(['Both', 'Costs']) as string[], 'Without an answer': ['Not my field'] });
});

test('dates have reasons for sooner and later than the middle half, approval for yes and no, dots for some and none', () => {
	const reasons = (values: Ballot['value'][], criterion: Criterion) => shown(by(criterion, ...values.map((value, index) => ballot(`p${index}`, 'a', value, String(value)))), 'a', criterion);
	expect(reasons([2027, 2030, 2031, 2030.5, 'later'], 'timing')).toEqual({ 'Why sooner': ['2027'], 'Why then': expect.arrayContaining(['2030', '2030.5', '2031']) as string[], 'Why later': ['later'] });
	expect(reasons([1, 1, 0, 'cannot say', 0], 'approval')).toMatchObject({ 'Why yes': ['1', '1'], 'Why no': ['0', '0'], 'Why they are unsure': ['cannot say'] });
	expect(reasons([2, 0, 1, 0, 3], 'dots')).toMatchObject({ 'Why they gave it none': ['0', '0'] });
});
