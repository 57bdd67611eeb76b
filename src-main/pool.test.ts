import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { appRoot } from './paths.ts';
import { createPool } from './pool.ts';

const pool = createPool(join(appRoot, 'tests', 'fixtures', 'imports', 'answeringWorker.mjs'), { threads: 1, heapMegabytes: 64 });
afterAll(() => pool.close());

const newTask = () => ({ flag: new Int32Array(new SharedArrayBuffer(4)) });
const deadline = 30_000;

test('a task that is given up while its answer is on the way costs neither the process nor the next task', async () => {
	await pool.run(newTask(), { deadline });
	// From here on it is still the turn in which the pool takes its threads' answers.
	const stop = new AbortController();
	const task = newTask();
	const givenUp = pool.run(task, { deadline, signal: stop.signal });
	// Once an answer is being sent, it is there a moment later.
	expect(Atomics.wait(task.flag, 0, 0, deadline)).not.toBe('timed-out');
	Atomics.wait(newTask().flag, 0, 0, 20);
	stop.abort(new Error('Given up.'));
	await expect(givenUp).rejects.toThrow('Given up.');
	expect(await pool.run(newTask(), { deadline })).toEqual({ answer: 'done' });
});
