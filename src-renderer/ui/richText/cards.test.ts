import { expect, test } from 'vitest';
import { isCode, labelOf, offering, type RichCard } from './cards.ts';

const card = (code: string | null, name: string): RichCard => ({ id: `${code} ${name}`, kind: 'signal', code, name });
const groups = [
	{ name: 'Feeding', cards: [card('S12', 'Open weights'), card('C2', 'Rules ask for openness')] },
	{ name: 'On the canvas', cards: [card('S1', 'A dozen makers'), card('S2', 'Évaluation of models'), ...Array.from({ length: 12 }, (_, n) => card(`T${n + 1}`, `Tool ${n}`))] },
];
const codes = (query: string) => offering(groups, query).map(({ name, cards }) => [name, ...cards.map(({ code }) => code)]);

test('the card whose code was typed comes first, then those whose codes begin so', () => {
	expect(codes('s1')).toEqual([['On the canvas', 'S1'], ['Feeding', 'S12']]);
	expect(codes('S12')).toEqual([['Feeding', 'S12']]);
});

test('words of a name are found by their beginnings, without accents', () => {
	expect(codes('open')).toEqual([['Feeding', 'S12', 'C2']]);
	expect(codes('mod eval')).toEqual([['On the canvas', 'S2']]);
	expect(codes('zebra')).toEqual([]);
});

test('eight are offered, feeding cards first', () => {
	expect(codes('').flat()).toEqual(['Feeding', 'S12', 'C2', 'On the canvas', 'S1', 'S2', 'T1', 'T2', 'T3', 'T4']);
});

test('a card is written by its code, and one without by the beginning of its name', () => {
	expect(labelOf(card('S2', 'Open'))).toBe('S2');
	expect(labelOf(card(null, 'x'.repeat(60)))).toBe(`${'x'.repeat(39)}…`);
	expect([isCode(card('S2', ''), ' s2'), isCode(card(null, ''), '')]).toEqual([true, false]);
});
