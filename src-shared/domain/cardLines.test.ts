import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headOf, type LineCard, linesAmong, merged, takenOut } from './cardLines.ts';

const card = (id: string, name: string, more: Partial<LineCard> = {}): LineCard => ({ id, kind: 'signal', name, ...more });
const ids = (lines: LineCard[][]) => lines.map((line) => line.map(({ id }) => id));

test('cards of one kind and plain name are one line, unless one is set apart', () => {
	expect(ids(linesAmong([card('a', 'Skills gap'), card('b', 'SKILLS GAP '), card('c', 'Other'), card('d', 'Skills gap', { kind: 'issue' })]))).toEqual([['a', 'b'], ['c'], ['d']]);
	expect(ids(linesAmong([card('a', 'Skills gap'), card('b', 'Skills gap', { apart: true })]))).toEqual([['a'], ['b']]);
});

test('a card that is joined to another brings its namesakes along, also those that come later', () => {
	const cards = [card('a', 'Skills gap'), card('b', 'Lack of skills', { sameAs: 'a' }), card('later', 'lack of skills')];
	expect(ids(linesAmong(cards))).toEqual([['a', 'b', 'later']]);
	expect(headOf(cards).id).toBe('a');
});

test('what was joined to a card that is gone stays together', () => {
	expect(ids(linesAmong([card('a', 'One', { sameAs: 'gone' }), card('b', 'Two', { sameAs: 'gone' }), card('c', 'Three')]))).toEqual([['a', 'b'], ['c']]);
});

test('the name that is chosen stands, whatever was joined before', () => {
	const cards = [card('a', 'One'), card('b', 'Two'), card('c', 'Three')];
	const first = merged(cards, 'b');
	expect([ids(linesAmong(first)), headOf(first).id]).toEqual([[['a', 'b', 'c']], 'b']);
	const second = merged(first, 'c');
	expect([ids(linesAmong(second)), headOf(second).id]).toEqual([[['a', 'b', 'c']], 'c']);
});

test('what is taken out stands alone, and the rest stays one line', () => {
	const line = merged([card('a', 'One'), card('b', 'Two'), card('b2', 'Two'), card('c', 'Three')], 'a');
	expect(ids(linesAmong(takenOut(line, new Set(['b']))))).toEqual([['a', 'b2', 'c'], ['b']]);
	expect(ids(linesAmong(takenOut(line, new Set(['a']))))).toEqual([['a'], ['b', 'b2', 'c']]);
	expect(ids(linesAmong(takenOut(line, new Set(['a', 'b', 'b2', 'c']))))).toEqual([['a'], ['b'], ['b2'], ['c']]);
});

test('whatever was joined and taken out before, merging makes one line and taking out makes lines of one', () => {
	const cards = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), name: fc.constantFrom('One', 'Two', 'Three') }), { selector: ({ id }) => id, minLength: 2 });
	const steps = fc.array(fc.record({ merges: fc.boolean(), of: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }) }), { maxLength: 6 });
	fc.assert(fc.property(cards, steps, (given, done) => {
		let now: LineCard[] = given.map(({ id, name }) => card(id, name));
		const put = (next: readonly LineCard[]) => (now = now.map((known) => next.find(({ id }) => id === known.id) ?? known));
		for (const { merges, of } of done) {
			const chosen = [...new Set(of.map((n) => now[n % now.length]!.id))];
			const lines = linesAmong(now).filter((line) => line.some(({ id }) => chosen.includes(id)));
			if (merges) {
				put(merged(lines.flat(), chosen[0]!));
				const line = linesAmong(now).find((each) => each.some(({ id }) => id === chosen[0]))!;
				expect(line.map(({ id }) => id).sort()).toEqual(lines.flat().map(({ id }) => id).sort());
				if (line.length > 1) expect(headOf(line).id).toBe(chosen[0]);
			} else {
				const [line] = lines as [LineCard[]];
				const taken = new Set(line.map(({ id }) => id).filter((id) => chosen.includes(id)));
				put(takenOut(line, taken));
				const after = ids(linesAmong(now)).filter((each) => line.some(({ id }) => each.includes(id)));
				expect(after.filter((each) => taken.has(each[0]!)).every((each) => each.length === 1)).toBe(true);
				expect(after.length).toBe(taken.size + Number(taken.size < line.length));
			}
		}
	}), { numRuns: 500 });
});
