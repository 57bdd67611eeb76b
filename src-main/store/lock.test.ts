import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acquireLock, instancePath, readInstance, type Instance, type Lock } from './lock.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'longview-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const acquire = async (): Promise<Lock> => {
	const lock = await acquireLock(folder, null);
	if ('heldBy' in lock) throw new Error('held');
	return lock;
};

async function endedPid(): Promise<number> {
	const child = spawn(process.execPath, ['-e', '']);
	await once(child, 'exit');
	return child.pid as number;
}

const write = (instance: Partial<Instance>) =>
	writeFileSync(instancePath(folder), JSON.stringify({ pid: process.pid, born: null, port: 1, ownerKey: 'theirs', ...instance }));

test('one process gets the folder, the next is told who has it and on which port', async () => {
	const lock = await acquire();
	await lock.setPort(47123);
	const second = await acquireLock(folder, null);
	expect(second).toEqual({ heldBy: { pid: process.pid, born: expect.anything() as string, port: 47123, ownerKey: lock.ownerKey } });
	expect(statSync(instancePath(folder)).mode & 0o777).toBe(0o600);
	expect(lock.ownerKey).toMatch(/^[0-9a-f]{64}$/);
});

test('a released folder is free again', async () => {
	await (await acquire()).release();
	expect(existsSync(instancePath(folder))).toBe(false);
	await acquire();
});

test.each([
	['a process that has ended', async () => ({ pid: await endedPid() })],
	['a process whose id another one has now', () => Promise.resolve({ born: 'another boot 1' })],
])('the lock of %s is stale', async (_whose, instance) => {
	write(await instance());
	const lock = await acquire();
	expect((await readInstance(folder))?.ownerKey).toBe(lock.ownerKey);
	expect(readdirSync(folder)).toEqual(['instance.json']);
});

test('a torn instance file is stale', async () => {
	writeFileSync(instancePath(folder), '{"pid":');
	await acquire();
});

test('of many at once, one gets it, however often they try', async () => {
	const pid = await endedPid();
	for (let round = 0; round < 25; round++) {
		write({ pid, ownerKey: `stale ${round}` });
		const results = await Promise.all(Array.from({ length: 12 }, () => acquireLock(folder, null)));
		expect(results.filter((result) => !('heldBy' in result))).toHaveLength(1);
		expect(readdirSync(folder)).toEqual(['instance.json']);
	}
});

test('a start that died while it cleared a stale file away leaves the folder to the next', async () => {
	const pid = await endedPid();
	write({ pid });
	const name = createHash('sha256').update(readFileSync(instancePath(folder), 'utf8')).digest('hex').slice(0, 16);
	writeFileSync(`${instancePath(folder)}.${name}.1.claim`, JSON.stringify({ pid, born: null, port: null, ownerKey: 'gone' }));
	const lock = await acquire();
	expect((await readInstance(folder))?.ownerKey).toBe(lock.ownerKey);
	expect(readdirSync(folder)).toEqual(['instance.json']);
});

test('releasing leaves the lock of another alone', async () => {
	const lock = await acquire();
	write({});
	await lock.release();
	expect(JSON.parse(readFileSync(instancePath(folder), 'utf8'))).toMatchObject({ ownerKey: 'theirs' });
});
