import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draw, warmUp } from './draw.ts';

const pools = (size: number) => ({
	signal: Array.from({ length: size }, (_, n) => `s${n}`), concern: ['c'], behavior: [], technology: ['t0', 't1', 't2', 't3'], issue: [] as string[],
});

it('takes five signals and three of each other kind, or all there are', () => {
	const drawn = draw(pools(9), warmUp, Math.random);
	expect(drawn.filter((id) => id.startsWith('s'))).toHaveLength(5);
	expect(drawn.filter((id) => id.startsWith('t'))).toHaveLength(3);
	expect(drawn).toHaveLength(9);
});

it('draws no card twice and none that is not there', () => {
	fc.assert(
		fc.property(fc.nat(60), fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 20, maxLength: 20 }), (size, numbers) => {
			let n = 0;
			const all = pools(size);
			const drawn = draw(all, warmUp, () => numbers[n++ % 20]!);
			expect(new Set(drawn).size).toBe(drawn.length);
			expect(drawn.every((id) => Object.values(all).some((pool) => (pool as string[]).includes(id)))).toBe(true);
		}),
	);
});

it('gives every card the same chance', () => {
	const counts = new Map<string, number>();
	let state = 1;
	const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
	for (let n = 0; n < 6000; n++) for (const id of draw({ ...pools(10), concern: [], technology: [] }, warmUp, random)) counts.set(id, (counts.get(id) ?? 0) + 1);
	for (const count of counts.values()) expect(Math.abs(count - 3000)).toBeLessThan(200);
});
