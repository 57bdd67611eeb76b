import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFree, namesOnLines, type NamedLine, type Surroundings } from './namesOnLines.ts';
import type { Box } from './shapes.ts';

const extent: Box = { left: 0, top: 0, width: 800, height: 400 };
const around = (walls: readonly Box[] = []): Surroundings => ({ extent, height: 18, walls });
const level = (id: string, y: number, widths: readonly number[] = [100, 24]): NamedLine => ({ id, widths, at: (x) => (x < 0 || x > 780 ? [] : [y]) });
const overlap = (a: Box, b: Box) => a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

test('a name stands on its line, as far to the right as there is room', () => {
	const [name] = namesOnLines([level('a', 200)], around());
	expect(name).toEqual({ id: 'a', form: 0, box: { left: 700, top: 191, width: 100, height: 18 } });
});

test('it gives way to a card, and to the name of a line beside it', () => {
	const card = { left: 650, top: 170, width: 168, height: 44 };
	const [a, b] = namesOnLines([level('a', 200), level('b', 212)], around([card]));
	expect(a!.box.left + a!.box.width).toBeLessThanOrEqual(650);
	expect(b!.box.left + b!.box.width).toBeLessThanOrEqual(a!.box.left);
	expect([a!.form, b!.form]).toEqual([0, 0]);
});

test('between cards that leave no room for all of it the short name stands', () => {
	const cards = Array.from({ length: 5 }, (_, index) => ({ left: index * 170, top: 170, width: 130, height: 44 }));
	const [name] = namesOnLines([level('a', 200)], around(cards));
	expect(name!.form).toBe(1);
	expect(isFree(name!.box, around(cards))).toBe(true);
});

test('it does not stand where another line runs through it', () => {
	const rising: NamedLine = { id: 'b', widths: [], at: (x) => [400 - x / 2] };
	const [name] = namesOnLines([level('a', 30), rising], around());
	expect(name!.box.left + name!.box.width).toBeLessThan(720);
});

test('a line that is not in the extent has no name, nor one whose places are all taken: it is legible or absent', () => {
	expect(namesOnLines([level('a', 500)], around())).toEqual([]);
	expect(namesOnLines([level('a', 200)], around([{ ...extent, width: 784 }]))).toEqual([]);
});

test('whatever stands there, a name is on its line and can be read, and absent only where no place on it is free', () => {
	const anyBox = fc.record({ left: fc.integer({ min: -50, max: 780 }), top: fc.integer({ min: 150, max: 230 }), width: fc.integer({ min: 12, max: 224 }), height: fc.integer({ min: 10, max: 78 }) });
	fc.assert(fc.property(fc.array(anyBox, { maxLength: 30 }), (cards) => {
		const name = namesOnLines([level('a', 200)], around(cards))[0];
		if (name) {
			const { box } = name;
			expect([box.top, box.left >= 0, box.left + box.width <= 800]).toEqual([191, true, true]);
			const spots = Array.from({ length: box.width }, (_, x) => ({ left: box.left + x, top: 191, width: 1, height: 18 }));
			expect(spots.filter((spot) => cards.some((card) => overlap(card, spot) && card.top < 196 && card.top + card.height > 204)).length, 'letters under a card').toBeLessThanOrEqual(box.width / 5);
		} else {
			const places = Array.from({ length: 65 }, (_, place) => ({ left: 776 - 12 * place, top: 191, width: 24, height: 18 })).filter(({ left }) => left >= 0 && left <= 768);
			expect(places.filter((place) => isFree(place, around(cards)))).toEqual([]);
		}
	}));
});
