/** Random inputs for all readers of text, as many as a run of the tests has time for (RELIABILITY 5). */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seed } from './propertySeed.ts';
import type { Measured } from './testing/readAnyInput.ts';

const runs = Number(process.env.LONGVIEW_TEST_RUNS) || 200_000;
/** A reader that never comes back ends the process here, and the seed says with what. */
const deadline = 600_000;

test(`${runs} inputs of any kind: no crash, no second of the processor for any, nothing left behind (seed ${seed})`, { timeout: deadline + 10_000 }, () => {
	const script = join(import.meta.dirname, 'testing', 'readAnyInput.ts');
	const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', script, String(runs), String(seed)], { encoding: 'utf8', timeout: deadline });
	expect(stderr).toBe('');
	expect(status).toBe(0);
	const { inputs, slowest, growth, added } = JSON.parse(stdout) as Measured;
	process.stdout.write(`${inputs} random inputs for the readers: the slowest took ${slowest.toFixed(0)} ms of the processor; memory grew by ${(growth / 1e6).toFixed(0)} MB\n`);
	expect(inputs).toBeGreaterThanOrEqual(runs);
	expect(slowest).toBeLessThan(1000);
	expect(growth).toBeLessThan(200 * 1024 * 1024);
	expect(added).toEqual([]);
});
