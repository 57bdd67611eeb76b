import { expect, test } from 'vitest';
import { stripForm } from './stripForm.ts';

/** "1 hidden", "Horizons", "Cone", "Contested 2", "Votes", "Spread", "Filter", "Table", "Lanes: Own" */
const all = [8, 8, 4, 11, 5, 6, 6, 5, 10];
const question = 'Who will shape AI in Europe by 2036, and on whose terms?'.length;

test('on a wide canvas the question is on one line and the controls have their names', () => {
	expect(stripForm(1400, question, all, 36)).toEqual({ isBrief: false, isLong: false, isApart: false });
});

test('with less room the question first takes two lines, then the controls become signs', () => {
	expect(stripForm(1016, question, all, 36)).toEqual({ isBrief: false, isLong: true, isApart: false });
	expect(stripForm(696, question, all, 36)).toEqual({ isBrief: true, isLong: true, isApart: false });
});

test('few controls keep their names where many would not', () => {
	expect(stripForm(696, question, [8, 4, 6, 5, 10], 36)).toMatchObject({ isBrief: false, isLong: true });
});

test('on a phone, and for a question of many words, it has a row of its own', () => {
	expect(stripForm(390, question, all, 46)).toEqual({ isBrief: true, isLong: true, isApart: true });
	expect(stripForm(856, 260, all, 36)).toMatchObject({ isLong: true, isApart: true });
});
