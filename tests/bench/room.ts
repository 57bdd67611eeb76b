/**
 * The room under a hall of phones, over real sockets from an address each: joining, voting at once, what screens see of it,
 * a thousand phones, the same ballots on a bare Node server that fsyncs them, and all of it under attack.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../src-main/launch/build.ts';
import { cardOf, openRoomOf, roundOf } from '../../src-main/voting/testing.ts';
import type { CollectedBallot, Joined, PhoneState, RoomState } from '../../src-shared/schemas/room.ts';
import { freePort, startApp, type App } from '../contract/room/realApp.ts';
import { median, printTable } from './lib/print.ts';
import { listen, Wire } from './room/wire.ts';

const script = (name: string) => fileURLToPath(new URL(`room/${name}.ts`, import.meta.url));
const round = roundOf({ id: 'round', criteria: ['relevancy', 'impact'], cards: Array.from({ length: 30 }, (_, n) => ({ ...cardOf(`card${n}`), description: 'x'.repeat(200) })) });
const addressOf = (n: number): string => `127.1.${(n >> 8) + 1}.${n & 255}`;
const p95 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? NaN;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

class Phone {
	readonly from: string;
	token = '';
	wire: Wire;
	stop: () => void = () => undefined;
	heardAt = 0;
	seq = 0;

	constructor(port: number, n: number) {
		this.from = addressOf(n);
		this.wire = new Wire(port, this.from);
	}

	/** As the page does: joins, listens, and asks what there is to answer. */
	async join(port: number, code: string): Promise<void> {
		this.token = (JSON.parse(right(await this.wire.ask('POST', '/join', '', JSON.stringify({ code })))) as Joined).token;
		this.stop = await listen(port, this.from, this.token, () => (this.heardAt = performance.now()));
		const state = JSON.parse(right(await this.wire.ask('GET', '/state', this.token))) as PhoneState;
		if (state.round?.cards.length !== round.cards.length) throw new Error('A phone was not told the round.');
	}

	ballot(card: number): string {
		const answers = round.criteria.map((criterion) => ({ cardId: `card${card % round.cards.length}`, criterion, value: 1 + (card % 5), reason: card % 10 === 0 ? 'It depends on the winter.' : null, seq: ++this.seq }));
		return JSON.stringify({ roundId: round.id, answers });
	}

	/** @returns milliseconds to the acknowledgement. */
	async cast(card: number): Promise<number> {
		const ballot = this.ballot(card);
		const start = performance.now();
		right(await this.wire.ask('POST', '/cast', this.token, ballot));
		return performance.now() - start;
	}

	close(): void {
		this.stop();
		this.wire.close();
	}
}

function right({ status, body }: { status: number; body: string }): string {
	if (status !== 200) throw new Error(`A phone was answered ${status}: ${body}`);
	return body;
}

interface Hall {
	joinSeconds: number;
	acks: number[];
	voteSeconds: number;
	/** Milliseconds from an acknowledgement to the first state of the facilitator's screen that has it. */
	screens: number[];
	/** Milliseconds from the closing of the round to each phone's hearing of a change. */
	told: number[];
	attacked: number[];
	attackPerSecond: number;
	ballots: number;
	megabytes: number;
}

/** Everyone joins at once, and then votes on a card within two seconds. */
async function hall(people: number, underAttack: boolean): Promise<Hall> {
	return withApp(async (app) => {
		const { port, code } = (await app.desk<RoomState>('POST', '', openRoomOf())).open!;
		await app.desk('PUT', `/rounds/${round.id}`, round);
		const phones = Array.from({ length: people }, (_, n) => new Phone(port, n));
		const begun = performance.now();
		await Promise.all(phones.map((phone) => phone.join(port, code)));
		const joinSeconds = (performance.now() - begun) / 1000;

		const seen: { at: number; voted: number }[] = [];
		const stop = await app.watch((state) => seen.push({ at: performance.now(), voted: state.turnout?.voted ?? 0 }));
		const acknowledged: number[] = [];
		const voteBegun = performance.now();
		const acks = await Promise.all(
			phones.map(async (phone, n) => {
				await pause((2000 * n) / people);
				const took = await phone.cast(0);
				acknowledged.push(performance.now());
				return took;
			}),
		);
		const voteSeconds = (performance.now() - voteBegun) / 1000;
		while ((seen.at(-1)?.voted ?? 0) < people) await pause(5);
		// The n-th acknowledgement is seen by the first state that counts n.
		const screens = acknowledged.map((at, n) => Math.max(0, seen.find(({ voted }) => voted > n)!.at - at));
		stop();

		const { times: attacked, perSecond } = underAttack ? await attackedVotes(port, phones) : { times: [], perSecond: 0 };
		const megabytes = memoryOf(app.pid);
		const closing = performance.now();
		const { ballots } = await app.desk<{ ballots: CollectedBallot[] }>('POST', `/rounds/${round.id}/close`);
		while (phones.some(({ heardAt }) => heardAt < closing)) await pause(5);
		const told = phones.map(({ heardAt }) => heardAt - closing);
		for (const phone of phones) phone.close();
		return { joinSeconds, acks, voteSeconds, screens, told, attacked, attackPerSecond: perSecond, ballots: ballots.length, megabytes };
	});
}

async function withApp<T>(use: (app: App) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'longview-bench-room-'));
	const app = await startApp(folder, await freePort());
	try {
		return await use(app);
	} finally {
		await app.kill();
		rmSync(folder, { recursive: true, force: true });
	}
}

const memoryOf = (pid: number): number => {
	try {
		return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1000;
	} catch {
		return NaN;
	}
};

/** Votes as before, thrice over, while a process of its own does everything that a network can do to a server. */
async function attackedVotes(port: number, phones: readonly Phone[]): Promise<{ times: number[]; perSecond: number }> {
	const attacker = await startScript('attack', [String(port)]);
	// Until the attack is what it stays.
	await pause(4000);
	const sentBefore = await sentBy(attacker.child);
	const begun = performance.now();
	const times = await Promise.all(
		phones.map(async (phone, n) => {
			await pause((2000 * n) / phones.length);
			return [await phone.cast(1), (await pause(2000), await phone.cast(2)), (await pause(2000), await phone.cast(3))];
		}),
	);
	const perSecond = ((await sentBy(attacker.child)) - sentBefore) / ((performance.now() - begun) / 1000);
	await attacker.end();
	return { times: times.flat(), perSecond };
}

async function sentBy(child: ChildProcess): Promise<number> {
	child.send('how many');
	return ((await once(child, 'message')) as [{ sent: number }])[0].sent;
}

async function startScript(name: string, args: string[]): Promise<{ child: ChildProcess; port: number; end: () => Promise<void> }> {
	const child = spawn(process.execPath, ['--import', 'tsx', script(name), ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
	const [{ port }] = (await once(child, 'message')) as [{ port: number }];
	const end = async () => {
		child.disconnect();
		await once(child, 'exit');
	};
	return { child, port, end };
}

/** All at once, each as soon as the last is acknowledged. @returns ballots a second, and milliseconds to each acknowledgement. */
async function rush(phones: readonly { cast: (card: number) => Promise<number> }[], each: number): Promise<{ perSecond: number; times: number[] }> {
	const begun = performance.now();
	const times = await Promise.all(
		phones.map(async (phone) => {
			const own: number[] = [];
			for (let n = 0; n < each; n++) own.push(await phone.cast(10 + n));
			return own;
		}),
	);
	return { perSecond: (phones.length * each * 1000) / (performance.now() - begun), times: times.flat() };
}

interface Rush {
	perSecond: number;
	p95: number;
	/** Milliseconds of processor time for each ballot. */
	processor: number;
}

/** The room and the bare server in turn, so that what else the machine does meets both. */
async function besideBare(rounds: number, people: number, each: number): Promise<{ room: Rush; bare: Rush }[]> {
	const folder = mkdtempSync(join(tmpdir(), 'longview-bench-bare-'));
	const bare = await startScript('bare', [join(folder, 'lines.jsonl')]);
	try {
		return await withApp(async (app) => {
			const { port, code } = (await app.desk<RoomState>('POST', '', openRoomOf())).open!;
			await app.desk('PUT', `/rounds/${round.id}`, round);
			const phones = Array.from({ length: people }, (_, n) => new Phone(port, n));
			const others = Array.from({ length: people }, (_, n) => new Phone(bare.port, n));
			await Promise.all(phones.map((phone) => phone.join(port, code)));
			const measure = async (who: readonly Phone[], pid: number): Promise<Rush> => {
				const before = processorOf(pid);
				const { perSecond, times } = await rush(who, each);
				return { perSecond, p95: p95(times), processor: (processorOf(pid) - before) / times.length };
			};
			const pairs: { room: Rush; bare: Rush }[] = [];
			for (let n = -2; n < rounds; n++) {
				const first = n % 2 === 0 ? await measure(phones, app.pid) : null;
				const besides = await measure(others, bare.child.pid!);
				const pair = { room: first ?? (await measure(phones, app.pid)), bare: besides };
				// The first runs warm both up.
				if (n >= 0) pairs.push(pair);
			}
			for (const phone of [...phones, ...others]) phone.close();
			return pairs;
		});
	} finally {
		await bare.end();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Milliseconds, in steps of ten. */
const processorOf = (pid: number): number => {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) * 10;
};

const ms = (value: number) => `${value.toFixed(0)} ms`;

export async function run(): Promise<void> {
	if (process.platform !== 'linux') return console.log('Not measured: only Linux gives a computer an address for each phone.');
	await ensureBuilt(console.log);
	const some = await hall(300, true);
	const many = await hall(1000, false);
	const pairs = await besideBare(9, 300, 4);
	const of = (name: 'room' | 'bare', figure: keyof Rush) => median(pairs.map((pair) => pair[name][figure]));
	const slower = median(pairs.map(({ room, bare }) => bare.perSecond / room.perSecond));
	const later = median(pairs.map(({ room, bare }) => room.p95 / bare.p95));
	const costlier = of('room', 'processor') / of('bare', 'processor');
	console.log('\nPhones that join at once and vote within two seconds, each ballot fsynced; 95th percentiles:\n');
	const row = (name: string, of: (hall: Hall) => string) => [name, of(some), of(many)];
	printTable(['', '300 phones', '1,000 phones'], [
		row('all have joined, listen, and know the round', ({ joinSeconds }) => `${joinSeconds.toFixed(1)} s`),
		row('all have voted', ({ voteSeconds }) => `${voteSeconds.toFixed(1)} s`),
		row('acknowledgement', ({ acks }) => ms(p95(acks))),
		row('facilitator’s screen has it', ({ screens }) => ms(p95(screens))),
		row('phones hear of the closing', ({ told }) => ms(p95(told))),
		row('acknowledgement under attack', ({ attacked, attackPerSecond }) => (attacked.length > 0 ? `${ms(p95(attacked))}, ${attackPerSecond.toFixed(0)} hostile requests/s` : '–')),
		row('memory of the whole app', ({ megabytes }) => `${megabytes.toFixed(0)} MB`),
	]);
	console.log('\n300 phones, four ballots each as fast as they go; medians of nine runs of each, and of their ratios:\n');
	const line = (name: 'room' | 'bare') => [of(name, 'perSecond').toFixed(0), ms(of(name, 'p95')), `${of(name, 'processor').toFixed(2)} ms`];
	printTable(['', 'ballots/s', 'p95', 'processor, each'], [
		['the room', ...line('room')],
		['bare Node that fsyncs the same', ...line('bare')],
		['times bare', slower.toFixed(2), later.toFixed(2), costlier.toFixed(2)],
	]);
	const targets: [string, boolean][] = [
		[`300 phones join within 10 s (${some.joinSeconds.toFixed(1)} s)`, some.joinSeconds <= 10],
		[`they vote within 2 s, acknowledged within 150 ms at the 95th percentile (${ms(p95(some.acks))})`, p95(some.acks) <= 150 && some.voteSeconds <= 2.5],
		[`screens have it within 500 ms (${ms(p95(some.screens))} the facilitator’s, ${ms(p95(some.told))} the phones’)`, p95(some.screens) <= 500 && p95(some.told) <= 500],
		[`1,000 phones are served: ${many.ballots / round.criteria.length} ballots counted`, many.ballots === 1000 * round.criteria.length && p95(many.screens) < 5000],
		[`every ballot of the 300 is counted (${some.ballots / round.criteria.length} of 1,200)`, some.ballots === 1200 * round.criteria.length],
		[`at most 3 times a bare server’s time (${slower.toFixed(2)}), its 95th percentile (${later.toFixed(2)}) and its processor time (${costlier.toFixed(2)})`, Math.max(slower, later, costlier) <= 3],
		[`under attack acknowledged within 300 ms (${ms(p95(some.attacked))})`, p95(some.attacked) <= 300],
	];
	console.log(`\n${targets.map(([what, isMet]) => `${isMet ? 'met' : 'MISSED'}: ${what}`).join('\n')}`);
	if (!targets.every(([, isMet]) => isMet)) process.exitCode = 1;
}
