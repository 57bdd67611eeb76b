import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
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

test('the time that a task waits for its thread is none of its own', async () => {
	const deadline = 1_500;
	await pool.run(newTask(), { deadline: 30_000 });
	const held = { ...newTask(), until: new Int32Array(new SharedArrayBuffer(4)) };
	const first = pool.run(held, { deadline: 30_000 });
	const from = performance.now();
	const second = pool.run(newTask(), { deadline });
	second.catch(() => undefined);
	await vi.waitUntil(() => performance.now() - from > deadline + 100, { timeout: 30_000 });
	Atomics.store(held.until, 0, 1);
	Atomics.notify(held.until, 0);
	expect(await first).toEqual({ answer: 'done' });
	expect(await second).toEqual({ answer: 'done' });
}, 60_000);

test('what can wait comes last, and a task that is given up before its turn leaves the thread to the others', async () => {
	const held = { ...newTask(), until: new Int32Array(new SharedArrayBuffer(4)) };
	const order: string[] = [];
	const stop = new AbortController();
	const task = (name: string, more: { canWait?: boolean; signal?: AbortSignal } = {}) => pool.run(newTask(), { deadline, ...more, begun: () => order.push(name) });
	const first = pool.run(held, { deadline, begun: () => order.push('first') });
	const others = [task('preview', { canWait: true }), task('asked')];
	const givenUp = task('given up', { signal: stop.signal });
	stop.abort(new Error('Given up.'));
	await expect(givenUp).rejects.toThrow('Given up.');
	Atomics.store(held.until, 0, 1);
	Atomics.notify(held.until, 0);
	await Promise.all([first, ...others]);
	expect(order).toEqual(['first', 'asked', 'preview']);
});
