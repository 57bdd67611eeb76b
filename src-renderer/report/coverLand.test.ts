import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandTone, coverLand } from './coverLand.ts';

const frame = { top: 400, ground: 700, x0: 60, x1: 560 };
const lanes = [{ id: 'a' }, { id: 'b' }];

test('a card stands at its date in its lane’s band', () => {
	const { bands, discs, size } = coverLand(lanes, [{ id: 'c', at: 5, laneId: 'b', height: 3 }], frame);
	expect([bands, size]).toEqual([[400, 550], 22]);
	expect(discs).toEqual([{ id: 'c', x: 310, y: 625 }]);
});

test('every card is on the land, and discs shrink rather than leave their band', () => {
	const card = fc.record({ at: fc.double({ min: 0, max: 10, noNaN: true }), laneId: fc.constantFrom('a', 'b', 'gone') });
	fc.assert(fc.property(fc.array(card, { maxLength: 60 }), (cards) => {
		const { discs } = coverLand(lanes, cards.map((entry, index) => ({ ...entry, id: String(index), height: 0 })), frame);
		expect(discs.length).toBe(cards.length);
		for (const { x, y } of discs) expect(x >= 60 && x <= 560 && y > 400 && y < 700).toBe(true);
	}));
});

test('bands go from pale and far to dark and near', () => {
	expect([0, 1, 2, 3, 4].map((index) => bandTone(index, 5))).toEqual([6, 5, 4, 3, 2]);
	expect(bandTone(0, 1)).toBe(4);
});
