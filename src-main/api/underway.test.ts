import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { atMost } from './body.ts';
import { createUnderway } from './underway.ts';

/** Jobs that take until the test lets them go, in the order in which they came. */
function slowJobs() {
	const underway = createUnderway<number>('x-id');
	const letGo: (() => void)[] = [];
	const app = new Hono().post('/', underway.admit, atMost(1, 'The workshop'), async (c) => {
		const { job } = c.var;
		const place = letGo.length;
		job.watch(() => place);
		await new Promise<void>((resolve) => letGo.push(resolve));
		return c.json({ place, cancelled: job.signal.aborted });
	});
	const ask = async (id: string, body: BodyInit = '') =>
		(await app.request('/', { method: 'POST', headers: { 'x-id': id }, body, duplex: 'half' } as RequestInit)).json() as Promise<{ place: number; cancelled: boolean }>;
	const begun = (count: number) => expect.poll(() => letGo.length).toBe(count);
	return { underway, ask, letGo, begun };
}

test('a job that ends leaves a newer one of the same id to be watched and cancelled', async () => {
	const { underway, ask, letGo, begun } = slowJobs();
	const older = ask('same');
	await begun(1);
	const newer = ask('same');
	await begun(2);
	letGo[0]!();
	expect(await older).toEqual({ place: 0, cancelled: false });
	expect(underway.progress('same')).toBe(1);
	expect(underway.cancel('same')).toBe(true);
	letGo[1]!();
	expect(await newer).toEqual({ place: 1, cancelled: true });
	expect([underway.progress('same'), underway.cancel('same')]).toEqual([null, false]);
});

test('a job is cancelled while its workshop is still on the way', async () => {
	const { underway, ask, letGo, begun } = slowJobs();
	let sent!: () => void;
	const body = new ReadableStream({
		start(stream) {
			stream.enqueue(new TextEncoder().encode('{'));
			sent = () => stream.close();
		},
	});
	const answer = ask('early', body);
	expect(underway.cancel('early')).toBe(true);
	sent();
	await begun(1);
	letGo[0]!();
	expect((await answer).cancelled).toBe(true);
});

test('what has ended cannot be cancelled, though its file is still being written', async () => {
	const underway = createUnderway('x-id');
	const app = new Hono().post('/', underway.admit, (c) => {
		c.var.job.end();
		return c.json({ cancelled: underway.cancel('a') });
	});
	expect(await (await app.request('/', { method: 'POST', headers: { 'x-id': 'a' } })).json()).toEqual({ cancelled: false });
});
