import { expect, test } from 'vitest';
import { impactModel } from '../../src-shared/domain/crossImpact.ts';
import { driver, judgement } from '../../src-shared/domain/testing/impacts.ts';
import { Finding } from './finding.svelte.ts';

const model = (drivers: number, states = 3) => impactModel(Array.from({ length: drivers }, (_, at) => driver(`d${at}`, states)), [judgement('d0:0', 'd1:1', 2)]);

/** A clock that runs by being looked at, a millisecond each time, so that a test needs none. */
function slowClock() {
	let time = 0;
	let looks = 0;
	let longest = 0;
	let pauses = 0;
	const now = () => {
		longest = Math.max(longest, ++looks);
		return ++time;
	};
	const pause = () => {
		looks = 0;
		pauses++;
		return Promise.resolve();
	};
	return { now, pause, longest: () => longest, pauses: () => pauses };
}

test('the window gets its turn after every few milliseconds of looking', async () => {
	const clock = slowClock();
	const finding = new Finding(clock);
	await finding.start(model(9));
	expect(finding.found).toMatchObject({ total: 3 ** 9 });
	expect(clock.pauses()).toBeGreaterThan(3);
	expect(clock.longest()).toBeLessThan(16);
});

test('what takes longer than half a second says how far it is, and can be stopped', async () => {
	const clock = slowClock();
	const parts: (number | null)[] = [];
	const finding: Finding = new Finding({ ...clock, pause: () => (parts.push(finding.part), parts.length === 150 && finding.stop(), clock.pause()) });
	await finding.start(model(12));
	const told = parts.filter((part) => part !== null);
	expect([parts[0], told.length > 5, told.every((part) => part > 0 && part < 1), told]).toEqual([null, true, true, [...told].sort((a, b) => a - b)]);
	expect([finding.found, finding.part, finding.wasStopped]).toEqual([null, null, true]);
	await finding.start(model(2));
	expect([finding.wasStopped, finding.found?.total]).toEqual([false, 9]);
});

test('a newer question takes the place of one that is under way', async () => {
	const finding: Finding = new Finding(slowClock());
	const first = finding.start(model(9));
	const second = finding.start(model(3));
	await Promise.all([first, second]);
	expect(finding.found?.total).toBe(27);
});

test('more combinations than it goes through are counted and not gone through', async () => {
	const clock = slowClock();
	const finding = new Finding(clock);
	await finding.start(model(17));
	expect([finding.tooMany, finding.found, clock.pauses()]).toEqual([3 ** 17, null, 0]);
	await finding.start(model(2));
	expect([finding.tooMany, finding.found?.total]).toEqual([null, 9]);
});
