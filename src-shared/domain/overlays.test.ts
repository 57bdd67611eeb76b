import { expect, test } from 'vitest';
import { coneAt, futures, prevalence } from './overlays.ts';

const steps = Array.from({ length: 21 }, (_, index) => index / 20);

test('the first horizon only declines, the third only rises, the second rises and falls between them', () => {
	for (const [index, t] of steps.slice(1).entries()) {
		expect(prevalence(1, t)).toBeLessThan(prevalence(1, steps[index]!));
		expect(prevalence(3, t)).toBeGreaterThan(prevalence(3, steps[index]!));
	}
	const peak = Math.max(...steps.map((t) => prevalence(2, t)));
	const at = steps.find((t) => prevalence(2, t) === peak)!;
	expect(at).toBeGreaterThan(0.2);
	expect(at).toBeLessThan(0.8);
	expect(prevalence(2, at)).toBeGreaterThan(Math.max(prevalence(1, at), prevalence(3, at)));
	expect([prevalence(1, 0) > prevalence(2, 0), prevalence(3, 1) > prevalence(2, 1), prevalence(3, 0) > 0]).toEqual([true, true, true]);
});

test('the cone opens from one point, each kind of future within the next wider one', () => {
	for (const future of futures) expect(coneAt(future, 0)).toMatchObject({ upper: expect.closeTo(0), lower: expect.closeTo(0) });
	for (const t of steps.slice(1)) {
		const [possible, plausible, probable, preferable] = futures.map((future) => coneAt(future, t)) as [ReturnType<typeof coneAt>, ReturnType<typeof coneAt>, ReturnType<typeof coneAt>, ReturnType<typeof coneAt>];
		expect([possible.upper < plausible.upper, plausible.upper < probable.upper, probable.lower < plausible.lower, plausible.lower < possible.lower]).toEqual([true, true, true, true]);
		expect(preferable.upper, 'what is wanted is possible').toBeGreaterThan(possible.upper);
		expect([possible.upper >= -0.5, possible.lower <= 0.5]).toEqual([true, true]);
	}
});
