import { expect, test } from 'vitest';
import { assess, impactModel } from '../../src-shared/domain/crossImpact.ts';
import { balanceSentence, judgementSentence, signed, verdict } from '../../src-shared/domain/crossImpactWords.ts';
import { driver, judgement } from '../../src-shared/domain/testing/impacts.ts';
import { rowSum } from './rowSums.ts';
import { nearestSentence, stateIn } from './words.ts';

const [rules, access] = [driver('Rules', ['strict', 'light']), driver('Access', ['open', 'closed'])];
const drivers = [rules, access];
const judgements = [judgement('Rules:strict', 'Access:open', -2), judgement('Rules:strict', 'Access:closed', 1)];
const model = impactModel(drivers, judgements);

test('a cell is a sentence, and one that nobody judged a question', () => {
	expect(judgementSentence(rules, 'Rules:strict', access, 'Access:open', -3)).toBe('If Rules is strict, that strongly restricts Access being open.');
	expect(judgementSentence(rules, 'Rules:light', access, 'Access:open', 1)).toBe('If Rules is light, that slightly promotes Access being open.');
	expect(judgementSentence(rules, 'Rules:light', { ...access, name: ' ', states: [{ id: 'x', name: '' }] }, 'x', null)).toBe('If Rules is light, what does that do to a driver without a name being state 1?');
	expect([signed(2), signed(0), signed(-1)]).toEqual(['+2', '0', '−1']);
});

test('a balance says what it falls short of', () => {
	const off = assess(model, { Rules: 'Rules:strict', Access: 'Access:open' })!;
	expect(balanceSentence(access, off.drivers[1]!)).toBe('Access is open (−2), but the other drivers push it towards closed (+1). It falls short by 3.');
	expect(balanceSentence(rules, off.drivers[0]!)).toBe('Rules is strict (0). The other drivers promote light just as much.');
	expect(verdict(off)).toBe('One driver does not fit the others; the worst falls short by 3.');
	const fits = assess(model, { Rules: 'Rules:strict', Access: 'Access:closed' })!;
	expect(balanceSentence(access, fits.drivers[1]!)).toBe('Access is closed (+1), which is what the other drivers promote most.');
	expect(verdict(fits)).toBe('Consistent: every driver is in a state that the others promote most.');
});

test('the nearest consistent world says what would be otherwise', () => {
	const all = [{ states: { Rules: 'Rules:light', Access: 'Access:closed' } }, { states: { Rules: 'Rules:strict', Access: 'Access:closed' } }];
	expect(nearestSentence(drivers, { Rules: 'Rules:strict', Access: 'Access:open' }, all)).toBe('The nearest consistent world differs in 1 driver: Access would be closed.');
	expect(nearestSentence(drivers, { Rules: 'Rules:strict', Access: 'Access:closed' }, all)).toBeNull();
	expect(nearestSentence(drivers, {}, [])).toBeNull();
});

test('a row of a section has a sum, and says whether all of it was judged', () => {
	const strengths = new Map(judgements.map(({ id, strength }) => [id, strength]));
	expect(rowSum(rules, 'Rules:strict', access, strengths)).toEqual({ sum: -1, any: true, isWhole: true });
	expect(rowSum(rules, 'Rules:light', access, strengths)).toEqual({ sum: 0, any: false, isWhole: false });
});

test('a state that was deleted is none', () => {
	expect([stateIn({ states: { Rules: 'Rules:light' } }, rules), stateIn({ states: { Rules: 'gone' } }, rules), stateIn({}, rules)]).toEqual(['Rules:light', null, null]);
});
