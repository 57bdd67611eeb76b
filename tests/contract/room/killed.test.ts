/**
 * Each ballot counts exactly once: the real app, built, is killed twenty times in mid-round while phones send, lose answers,
 * send again, come back and overtake themselves.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cardOf, openRoomOf, roundOf } from '../../../src-main/voting/testing.ts';
import type { Answer, CollectedBallot, RoomState } from '../../../src-shared/schemas/room.ts';
import { addressOf, Phone } from './phones.ts';
import { freePort, startApp, type App } from './realApp.ts';

let folder: string;
let app: App | null = null;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'longview-killed-'));
});
afterEach(async () => {
	await app?.kill();
	rmSync(folder, { recursive: true, force: true });
});

/** mulberry32 (Ettinger 2017), so that a failure can be looked at again. */
function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const cards = Array.from({ length: 6 }, (_, n) => cardOf(`card${n}`));
const round = roundOf({ criteria: ['relevancy', 'impact'], cards });
const people = 24;
const kills = 20;

/**
 * One person: answers every card by both criteria, changes some answers, and sends each until it is acknowledged. A third
 * of all requests is sent twice, a fifth of the time the phone is loaded anew and asks what it had answered; answers go out
 * in any order.
 */
class Person {
	readonly phone: Phone;
	/** The last answer that was meant, by card and criterion. */
	readonly meant = new Map<string, Answer>();
	acknowledged = 0;
	/** Requests that got no answer. */
	lost = 0;
	#unsent: Answer[] = [];
	#random: () => number;

	constructor(port: number, n: number) {
		this.phone = new Phone(port, addressOf(n));
		this.#random = randomFrom(n + 1);
		for (let turn = 0; turn < 3; turn++) {
			for (const { id } of cards) {
				for (const criterion of round.criteria) {
					if (turn > 0 && this.#random() < 0.7) continue;
					const answer = this.phone.next({ cardId: id, criterion, value: 1 + Math.floor(this.#random() * 5), reason: `From ${n}` });
					this.meant.set(`${id} ${criterion}`, answer);
					this.#unsent.push(answer);
				}
			}
		}
		this.#unsent = this.#unsent.map((answer) => ({ answer, at: this.#random() })).sort((a, b) => a.at - b.at).map(({ answer }) => answer);
	}

	get isDone(): boolean {
		return this.#unsent.length === 0;
	}

	/** Until everything is acknowledged. */
	async vote(pause: () => Promise<void>): Promise<void> {
		while (!this.isDone) {
			await pause();
			if (this.#random() < 0.2) await this.#comeBack();
			const batch = this.#unsent.slice(0, 1 + Math.floor(this.#random() * 3));
			const sends = Array.from({ length: this.#random() < 0.3 ? 2 : 1 }, () => this.phone.cast(round.id, ...batch));
			for (const sent of await Promise.allSettled(sends)) {
				if (sent.status === 'rejected') {
					this.lost += 1;
					// As a page does, it waits a little before it asks again.
					await new Promise((resolve) => setTimeout(resolve, 20));
					continue;
				}
				expect([sent.value.status, sent.value.body.error]).toEqual([200, undefined]);
				this.acknowledged += batch.filter((answer) => this.#unsent.includes(answer)).length;
				this.#unsent = this.#unsent.filter(({ seq }) => !sent.value.body.kept.includes(seq));
			}
		}
	}

	/** What is on the disk is the newest of what was acknowledged, or newer. */
	async #comeBack(): Promise<void> {
		const state = await this.phone.state().catch(() => null);
		if (!state) return;
		expect([state.status, state.body.round?.id]).toEqual([200, round.id]);
		for (const kept of state.body.answers) expect(kept.seq).toBeLessThanOrEqual(this.meant.get(`${kept.cardId} ${kept.criterion}`)!.seq);
	}
}

test('under retries, reconnects, overtaking and twenty kills in mid-round each ballot counts exactly once', async () => {
	const port = await freePort();
	app = await startApp(folder, port);
	const { open } = await app.desk<RoomState>('POST', '', openRoomOf());
	await app.desk('PUT', `/rounds/${round.id}`, round);
	const persons = Array.from({ length: people }, (_, n) => new Person(open!.port, n));
	for (const { phone } of persons) expect((await phone.join(open!.code)).status).toBe(200);

	// Between two kills a share of all answers is let through, so that every kill comes in mid-round.
	const acknowledged = () => persons.reduce((sum, person) => sum + person.acknowledged, 0);
	const whole = persons.reduce((sum, { meant }) => sum + meant.size, 0);
	let killed = 0;
	const waiting: (() => void)[] = [];
	const mayGoOn = () => killed === kills || acknowledged() < (whole * (killed + 1)) / (kills + 1);
	const pause = async (): Promise<void> => {
		while (!mayGoOn()) await new Promise<void>((resolve) => waiting.push(resolve));
	};
	const voting = Promise.all(persons.map((person) => person.vote(pause)));
	voting.catch(() => undefined);
	while (killed < kills) {
		await Promise.race([voting, waitUntilSome(() => waiting.length > 0)]);
		// Some phones wait already; others have requests under way, and those are what the kill meets.
		await app.kill();
		app = await startApp(folder, port);
		killed += 1;
		for (const goOn of waiting.splice(0)) goOn();
	}
	await voting;
	expect(persons.reduce((sum, { lost }) => sum + lost, 0)).toBeGreaterThan(kills);

	const { open: again, turnout } = await app.desk<RoomState>('GET', '');
	expect(again).toMatchObject({ port: open!.port, code: open!.code, joined: people });
	expect(turnout).toMatchObject({ voted: people, finished: people });
	await app.kill();
	app = await startApp(folder, port);
	const { ballots } = await app.desk<{ ballots: CollectedBallot[] }>('POST', `/rounds/${round.id}/close`);
	const bare = (all: { cardId: string; criterion: string; value: unknown; reason: string | null }[]) => all.map(({ cardId, criterion, value, reason }) => `${reason} ${cardId} ${criterion} ${String(value)}`).sort();
	expect(bare(ballots)).toEqual(bare(persons.flatMap(({ meant }) => [...meant.values()])));
	expect(new Set(ballots.map(({ participant }) => participant)).size).toBe(people);
	expect((await app.desk<{ ballots: CollectedBallot[] }>('POST', `/rounds/${round.id}/close`)).ballots).toEqual(ballots);
}, 120_000);

async function waitUntilSome(isSo: () => boolean): Promise<void> {
	while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}
