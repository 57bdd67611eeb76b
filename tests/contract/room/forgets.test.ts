/** What the disk holds of a vote, byte by byte, while it is under way and when it is over. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { roundOf } from '../../../src-main/voting/testing.ts';
import type { CollectedBallot } from '../../../src-shared/schemas/room.ts';
import { addressOf, Phone, roomUnderTest, type RoomUnderTest } from './phones.ts';

let under: RoomUnderTest;
beforeEach(async () => {
	under = await roomUnderTest();
});
afterEach(() => under.remove());

const filesOf = (): string[] =>
	readdirSync(under.dataFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
/** The words that are in some file of the data folder. */
const onDisk = (words: readonly string[]): string[] => {
	const files = filesOf().map((file) => readFileSync(file, 'latin1'));
	return words.filter((word) => files.some((text) => text.includes(word)));
};
const marks = (phones: readonly Phone[]) => phones.flatMap(({ token }) => [createHash('sha256').update(token).digest()].flatMap((hash) => [hash.toString('base64url'), hash.toString('hex')]));
const tokens = (phones: readonly Phone[]) => phones.flatMap(({ token }) => [token, Buffer.from(token).toString('base64'), Buffer.from(token, 'base64url').toString('hex')]);
const keys = (phones: readonly Phone[]) => phones.map(({ key }) => key);
const names = (ballots: readonly CollectedBallot[]) => [...new Set(ballots.map(({ participant }) => participant))];
const reasonsOf = (turn: number) => Array.from({ length: 6 }, (_, n) => `reason-${turn}-of-${n}-${'q'.repeat(n + 5)}`);

async function vote(turn: number, phones: readonly Phone[]): Promise<CollectedBallot[]> {
	const id = `round${turn}`;
	await under.room.showRound(roundOf({ id }));
	// The last to join votes first.
	for (const [n, phone] of [...phones.entries()].reverse()) expect((await phone.cast(id, phone.next({ reason: reasonsOf(turn)[n]! }))).status).toBe(200);
	return under.room.closeRound(id);
}

test('no token is ever on the disk; no reason once its round is kept; and nobody’s name in a series once it has ended', async () => {
	const groups = ['nurses', 'doctors'].map((id) => ({ id, name: id }));
	const { port, code } = await under.open({ groups });
	const phones = Array.from({ length: 6 }, (_, n) => new Phone(port, addressOf(n)));
	for (const [n, phone] of phones.entries()) await phone.join(code, { group: groups[n % 2]!.id });
	const first = await vote(1, phones);
	expect(onDisk(reasonsOf(1))).toEqual(reasonsOf(1));
	await under.room.forgetRound('round1');
	expect(onDisk(reasonsOf(1))).toEqual([]);

	const lost = phones[2]!;
	const found = new Phone(port, addressOf(99));
	await found.join('', { key: lost.key });
	const present = [...phones.slice(0, 2), found, ...phones.slice(3)];
	const everyone = [...phones, found];
	expect(onDisk(tokens(everyone))).toEqual([]);
	const second = await vote(2, present);
	expect(names(second)).toEqual(names(first));
	await under.room.forgetRound('round2');
	await under.room.endSeries('series1');

	// The room is open still and knows its phones again, by marks in an order of their own. Nothing leads from them to a vote.
	expect(onDisk([...tokens(everyone), lost.key, ...reasonsOf(1), ...reasonsOf(2), ...names(first), 'series1', '"value"', '127.1.'])).toEqual([]);
	const joined = /"joined".*/g;
	const order = readFileSync(join(under.dataFolder, 'room', 'room.jsonl'), 'utf8').match(joined)!.map((line) => (JSON.parse(`{"type":${line}`) as { voter: string }).voter);
	expect(order).toEqual([...order].sort());
	// The names are not made from what is left.
	const rest = filesOf().map((file) => readFileSync(file, 'utf8')).join();
	expect(rest).not.toMatch(/secret/);

	await under.room.shut();
	expect(filesOf()).toEqual([]);
});

test('a room that closed with a round to collect keeps that, and nothing once it is kept', async () => {
	const { port, code } = await under.open();
	const phones = Array.from({ length: 6 }, (_, n) => new Phone(port, addressOf(n)));
	for (const phone of phones) await phone.join(code);
	await under.room.showRound(roundOf({ id: 'round1' }));
	for (const [n, phone] of phones.entries()) await phone.cast('round1', phone.next({ reason: reasonsOf(1)[n]! }));
	await under.room.shut();
	await under.restart();
	expect(names(await under.room.closeRound('round1'))).toHaveLength(6);
	await under.room.forgetRound('round1');
	expect(onDisk([...tokens(phones), ...reasonsOf(1)])).toEqual([]);
	await under.room.endSeries('series1');
	expect(filesOf()).toEqual([]);
});

test('what a crash left torn or half written is forgotten with the rest', async () => {
	const { port, code } = await under.open();
	const phone = new Phone(port);
	await phone.join(code);
	await under.room.showRound(roundOf());
	await phone.cast('round1', phone.next({ reason: 'reason-torn' }));
	await under.room.close();
	const file = join(under.dataFolder, 'room', 'room.jsonl');
	const whole = readFileSync(file);
	writeFileSync(file, whole.subarray(0, -4));
	writeFileSync(join(under.dataFolder, 'room', '.room.jsonl.0123456789ab.tmp'), whole);
	await under.restart();
	expect(readdirSync(join(under.dataFolder, 'room'))).toEqual(['room.jsonl', expect.stringMatching(/\.damaged$/)]);
	await under.room.closeRound('round1');
	await under.room.forgetRound('round1');
	expect(onDisk(['reason-torn'])).toEqual([]);
	await under.room.endSeries('series1');
	expect(onDisk([...tokens([phone]), 'series1'])).toEqual([]);
	expect(onDisk([...marks([phone]), ...keys([phone])])).toHaveLength(2);
	await under.room.shut();
	expect(filesOf()).toEqual([]);
});
