import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer, CollectedBallot, Join, Joined, OpenRoom, PhoneState } from '../../src-shared/schemas/room.ts';
import { BallotBox } from './ballotBox.ts';
import { snapshotOf } from './snapshot.ts';
import { answer, openRoomOf, roundOf } from './testing.ts';
import { Voting } from './voting.ts';

let folder: string;
let voting: Voting;
beforeEach(async () => {
	folder = join(mkdtempSync(join(tmpdir(), 'longview-voting-')), 'room');
	voting = await Voting.open(folder);
});
afterEach(async () => {
	await voting.close();
	rmSync(join(folder, '..'), { recursive: true, force: true });
});

const path = () => join(folder, 'room.jsonl');
const reopen = async () => {
	await voting.close();
	voting = await Voting.open(folder);
};
const openRoom = (change: Partial<OpenRoom> = {}) => voting.openRoom(openRoomOf(change), 1000);
const joinAs = (change: Partial<Join> = {}) => voting.door.join({ code: voting.box.opening?.code ?? '', group: null, key: null, attempt: null, ...change });
const cast = (phone: Joined, ...answers: Partial<Answer>[]) => voting.cast(phone.token, { roundId: 'round1', answers: answers.map(answer) });
const stateOf = (phone: Joined) => JSON.parse(voting.stateOf(phone.token, new Date(2000))) as PhoneState;
const reasonOf = (work: Promise<unknown> | (() => unknown)) =>
	Promise.resolve().then(() => (typeof work === 'function' ? work() : work)).then(() => 'taken', (error: unknown) => (error as { reason?: string }).reason ?? (error as Error).message);
const counts = (ballots: readonly CollectedBallot[]) => ballots.map(({ cardId, criterion, value, reason, way, group }) => ({ cardId, criterion, value, reason, way, group }));

describe('joining', () => {
	test('takes the code as people type it, and no other', async () => {
		await openRoom();
		const { code } = voting.box.opening!;
		expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
		for (const typed of [code, code.toLowerCase(), ` ${code.slice(0, 3)}-${code.slice(3)} `]) expect((await joinAs({ code: typed })).token).toMatch(/^[\w-]{22}$/);
		expect(await reasonOf(joinAs({ code: 'AAAAAA' }))).toBe('wrong code');
		expect(await reasonOf(joinAs({ code: '' }))).toBe('wrong code');
		expect(voting.box.byMark.size).toBe(3);
	});

	test('is for as many as the facilitator says, even where all come at once, and for nobody while it is locked', async () => {
		await openRoom({ cap: 3 });
		const all = await Promise.all(Array.from({ length: 8 }, () => reasonOf(joinAs())));
		expect(all.filter((one) => one === 'taken')).toHaveLength(3);
		expect(new Set(all)).toEqual(new Set(['taken', 'full']));
		await voting.changeRoom({ cap: 4, locked: true });
		expect(await reasonOf(joinAs())).toBe('locked');
		await voting.changeRoom({ locked: false });
		expect([await reasonOf(joinAs()), await reasonOf(joinAs())]).toEqual(['taken', 'full']);
	});

	test('in a strict room takes each printed code once, even where two come with it at once, and after a restart too', async () => {
		await openRoom({ strict: true });
		const [first = '', second = ''] = await voting.makeCodes(2);
		expect(first).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
		expect(await reasonOf(joinAs())).toBe('wrong code');
		const both = await Promise.all([reasonOf(joinAs({ code: first })), reasonOf(joinAs({ code: first }))]);
		expect(both.sort()).toEqual(['taken', 'used code']);
		expect([voting.box.unusedCodes.size, voting.box.usedCodes.size]).toEqual([1, 1]);
		await reopen();
		expect(await reasonOf(joinAs({ code: first }))).toBe('used code');
		expect(await reasonOf(joinAs({ code: second }))).toBe('taken');
	});

	test('with a spare key takes the lost phone’s place, answers and all, once, and in a full and locked room too', async () => {
		await openRoom({ cap: 1 });
		await voting.showRound(roundOf());
		const lost = await joinAs();
		await cast(lost, { value: 5 });
		await voting.changeRoom({ locked: true });
		const found = await joinAs({ code: '', key: lost.key.toLowerCase() });
		expect(stateOf(found).answers).toEqual([answer({ value: 5 })]);
		expect(await reasonOf(() => stateOf(lost))).toBe('replaced');
		expect(await reasonOf(cast(lost, { seq: 2 }))).toBe('replaced');
		expect(await reasonOf(joinAs({ key: lost.key }))).toBe('wrong code');
		await reopen();
		expect(await reasonOf(() => stateOf(lost))).toBe('replaced');
		expect(stateOf(found).key).toBe(found.key);
		expect(voting.box.byMark.size).toBe(1);
	});

	test('again with the same attempt, because no answer came, is joining once: at once, later, and after a crash', async () => {
		await openRoom({ strict: true, cap: 1 });
		const [code = ''] = await voting.makeCodes(1);
		const attempt = 'attempt-of-someone';
		const [first, second] = await Promise.all([joinAs({ code, attempt }), joinAs({ code, attempt })]);
		expect(second).toEqual(first);
		expect(await joinAs({ code, attempt })).toEqual(first);
		expect(await reasonOf(joinAs({ code, attempt: 'attempt-of-another' }))).toBe('used code');
		await reopen();
		const third = await joinAs({ code, attempt });
		expect(voting.box.byMark.size).toBe(1);
		expect(stateOf(third).key).toBe(third.key);
		expect(await reasonOf(() => stateOf(first))).toBe('replaced');
		expect(readFileSync(path(), 'utf8')).not.toContain(attempt);
		// Whoever took over with the spare key is not thrown out by the phone that was lost.
		const found = await joinAs({ key: third.key });
		expect(await reasonOf(joinAs({ code, attempt }))).toBe('used code');
		expect(stateOf(found).key).toBe(found.key);
	});

	test('may name a group of the room, then or later, and none that is not there', async () => {
		await openRoom({ groups: [{ id: 'nurses', name: 'Nurses' }] });
		expect(await reasonOf(joinAs({ group: 'bosses' }))).toBe('bad request');
		const phone = await joinAs();
		expect(stateOf(phone)).toMatchObject({ group: null, groups: [{ id: 'nurses', name: 'Nurses' }] });
		await voting.door.chooseGroup(phone.token, 'nurses');
		expect(await reasonOf(voting.door.chooseGroup(phone.token, 'bosses'))).toBe('bad request');
		await reopen();
		expect(stateOf(phone).group).toBe('nurses');
		expect(stateOf(await joinAs({ group: 'nurses' })).group).toBe('nurses');
	});
});

describe('a round', () => {
	beforeEach(() => openRoom());

	test('counts each answer once, however often and late it comes, and after a restart too', async () => {
		await voting.showRound(roundOf());
		const phone = await joinAs();
		expect(await cast(phone, { value: 2, seq: 1 }, { cardId: 'b', value: 'cannot say', seq: 2 })).toEqual([1, 2]);
		await cast(phone, { value: 5, reason: 'So', seq: 4 });
		expect(await cast(phone, { value: 2, seq: 1 })).toEqual([1]);
		const size = statSync(path()).size;
		expect(await cast(phone, { value: 5, reason: 'So', seq: 4 })).toEqual([4]);
		expect(statSync(path()).size).toBe(size);
		await reopen();
		await cast(phone, { value: 1, seq: 3 }, { cardId: 'b', value: null, seq: 5 });
		expect(stateOf(phone).answers).toEqual([answer({ value: 5, reason: 'So', seq: 4 }), answer({ cardId: 'b', value: null, seq: 5 })]);
		expect(counts(await voting.closeRound('round1'))).toEqual([{ cardId: 'a', criterion: 'relevancy', value: 5, reason: 'So', way: 'phone', group: null }]);
	});

	test('closed takes no more, says so to each by what it had sent, and gives the same ballots every time', async () => {
		await voting.showRound(roundOf());
		const [voter, late] = [await joinAs(), await joinAs()];
		await cast(voter, { value: 3 });
		const ballots = await voting.closeRound('round1');
		expect(await voting.closeRound('round1')).toEqual(ballots);
		await expect(cast(voter, { seq: 9 })).rejects.toThrow('This round has closed. Your votes were counted.');
		await expect(cast(late, {})).rejects.toThrow('This round has closed. No vote of yours had arrived by then.');
		await reopen();
		expect(await voting.closeRound('round1')).toEqual(ballots);
		expect(stateOf(voter)).toMatchObject({ round: null, answers: [], closed: { title: 'Relevancy, round 1', counted: 1 } });
		await voting.forgetRound('round1');
		expect(await voting.closeRound('round1')).toEqual([]);
		expect(await reasonOf(cast(voter, { seq: 10 }))).toBe('round closed');
		expect(stateOf(voter).closed).toEqual({ title: 'Relevancy, round 1', counted: 1 });
	});

	test('that closes while votes are on their way has all of those that were acknowledged, and no other', async () => {
		await voting.showRound(roundOf());
		const phones = await Promise.all(Array.from({ length: 40 }, () => joinAs()));
		const asked = phones.map((phone) => cast(phone, { value: 4 }).then(() => true, () => false));
		const closing = voting.closeRound('round1');
		const late = await Promise.all(phones.map((phone) => cast(phone, { cardId: 'b', seq: 2 }).then(() => true, () => false)));
		const acknowledged = (await Promise.all(asked)).filter(Boolean).length;
		expect([acknowledged, late.filter(Boolean).length]).toEqual([40, 0]);
		expect((await closing).length).toBe(40);
		await reopen();
		expect((await voting.closeRound('round1')).length).toBe(40);
	});

	test('is one at a time: another waits until it is collected', async () => {
		await voting.showRound(roundOf());
		await expect(voting.showRound(roundOf({ id: 'round2' }))).rejects.toThrow('Relevancy, round 1 is open on the phones. Close it first.');
		await voting.closeRound('round1');
		await expect(voting.showRound(roundOf({ id: 'round2' }))).rejects.toThrow('Relevancy, round 1 is not collected yet. Close it first.');
		await expect(voting.showRound(roundOf())).rejects.toThrow('Relevancy, round 1 has closed already.');
		await voting.forgetRound('round1');
		await voting.showRound(roundOf({ id: 'round2' }));
	});

	test('shown again keeps its votes, and asks the same once somebody has voted', async () => {
		await voting.showRound(roundOf());
		await voting.showRound(roundOf({ criteria: ['relevancy', 'impact'] }));
		const phone = await joinAs();
		await cast(phone, { value: 3 });
		await expect(voting.showRound(roundOf())).rejects.toThrow('what it asks is fixed now');
		await voting.showRound(roundOf({ criteria: ['relevancy', 'impact'], title: 'Renamed' }));
		expect(stateOf(phone)).toMatchObject({ round: { title: 'Renamed' }, answers: [{ value: 3 }] });
	});

	test('can be taken back while nobody has voted, and not when somebody has, be it this very moment', async () => {
		await voting.showRound(roundOf());
		await voting.forgetRound('round1');
		const phone = await joinAs();
		expect([stateOf(phone).round, stateOf(phone).closed]).toEqual([null, null]);
		expect(await reasonOf(cast(phone, {}))).toBe('not open');
		await voting.showRound(roundOf());
		const [vote, taken] = await Promise.all([reasonOf(cast(phone, {})), reasonOf(voting.forgetRound('round1'))]);
		expect([vote, taken]).toEqual(['taken', 'People have voted in this round. Close it first, so that their votes are counted.']);
		expect(await reasonOf(cast(phone, { seq: 2 }))).toBe('taken');
	});

	test('lets nobody give away more dots than there are, not even by asking twice at once', async () => {
		await voting.showRound(roundOf({ criteria: ['dots'], dots: 5 }));
		const phone = await joinAs();
		const give = (cardId: string, value: number, seq: number) => cast(phone, { cardId, criterion: 'dots', value, seq });
		expect(await Promise.all([reasonOf(give('a', 3, 1)), reasonOf(give('b', 3, 2))])).toEqual(['taken', 'try again']);
		await cast(phone, { cardId: 'a', criterion: 'dots', value: 1, seq: 3 }, { cardId: 'b', criterion: 'dots', value: 4, seq: 4 });
		expect(counts(await voting.closeRound('round1')).map(({ value }) => value)).toEqual([1, 4]);
	});

	test('leaves small groups unnamed, and whom subtraction would tell', async () => {
		await voting.openRoom(openRoomOf({ groups: ['nurses', 'doctors', 'porters'].map((id) => ({ id, name: id })) }), 1001);
		await voting.showRound(roundOf());
		const vote = async (group: string, count: number) => {
			for (let n = 0; n < count; n++) await cast(await joinAs({ group }), {});
		};
		await vote('nurses', 2);
		await vote('doctors', 5);
		await vote('porters', 3);
		// Somebody who chose a group and did not vote makes it no larger.
		await joinAs({ group: 'nurses' });
		const ballots = await voting.closeRound('round1');
		const named = (group: string | null) => ballots.filter((ballot) => ballot.group === group).length;
		expect([named('nurses'), named('doctors'), named('porters'), named(null)]).toEqual([0, 5, 0, 5]);
	});
});

describe('a series', () => {
	const participants = (ballots: readonly CollectedBallot[]) => [...new Set(ballots.map(({ participant }) => participant))];
	const voteIn = async (id: string, seriesId: string, phones: readonly Joined[]) => {
		await voting.showRound(roundOf({ id, seriesId }));
		for (const [n, phone] of phones.entries()) await voting.cast(phone.token, { roundId: id, answers: [answer({ value: 1 + (n % 5), reason: `Reason ${n}` })] });
		const ballots = await voting.closeRound(id);
		await voting.forgetRound(id);
		return ballots;
	};

	test('knows its voters from round to round by names that stand for nobody, and another series by others', async () => {
		await openRoom();
		const phones = await Promise.all(Array.from({ length: 8 }, () => joinAs()));
		const first = await voteIn('round1', 'series1', phones);
		await reopen();
		const second = await voteIn('round2', 'series1', [...phones].reverse());
		const other = await voteIn('round3', 'series2', phones);
		expect(participants(second)).toEqual(participants(first));
		expect(participants(first)).toEqual([...participants(first)].sort());
		expect(participants(other).some((name) => participants(first).includes(name))).toBe(false);
		const written = readFileSync(path(), 'utf8');
		for (const word of [...participants(first), ...phones.map(({ token }) => token), 'Reason']) expect(written).not.toContain(word);
	});

	test('that ended gives its voters new names if it is ever taken up again', async () => {
		await openRoom();
		const phones = [await joinAs(), await joinAs()];
		const first = participants(await voteIn('round1', 'series1', phones));
		await voting.endSeries('series1');
		const again = participants(await voteIn('round2', 'series1', phones));
		expect(again.filter((name) => first.includes(name))).toEqual([]);
	});

	test('does not end before its last round is collected', async () => {
		await openRoom();
		await voting.showRound(roundOf());
		await expect(voting.endSeries('series1')).rejects.toThrow('A round of this series is not collected yet. Close it first.');
		await expect(voting.endSeries('never begun')).resolves.toBeUndefined();
	});
});

describe('a room that closed', () => {
	test('leaves no file, where nothing waits to be collected', async () => {
		await openRoom();
		await joinAs();
		await voting.closeRoom();
		expect(readdirSync(folder)).toEqual([]);
		expect(existsSync(path())).toBe(false);
	});

	test('keeps what waits, and those who come back to it, but lets nobody in meanwhile', async () => {
		await openRoom();
		await voting.showRound(roundOf());
		const phone = await joinAs();
		await cast(phone, { value: 3 });
		await voting.closeRoom();
		expect(await reasonOf(cast(phone, { seq: 2 }))).toBe('try again');
		expect(await reasonOf(joinAs())).toBe('not open');
		await reopen();
		await openRoom();
		expect(stateOf(phone).answers).toEqual([answer({ value: 3 })]);
		await voting.closeRoom();
		expect(counts(await voting.closeRound('round1')).map(({ value }) => value)).toEqual([3]);
		await voting.forgetRound('round1');
		await voting.endSeries('series1');
		expect(readdirSync(folder)).toEqual([]);
	});

	test('is not opened for another workshop while a round waits to be closed; then it knows nobody of the one before', async () => {
		await openRoom();
		await voting.showRound(roundOf());
		const phone = await joinAs();
		await cast(phone, { value: 3 });
		await voting.closeRoom();
		await expect(openRoom({ workshopId: 'workshop2' })).rejects.toThrow(/is not closed yet, and phones have answered it/);
		expect(await voting.closeRound('round1')).toHaveLength(1);
		await voting.forgetRound('round1');
		await openRoom({ workshopId: 'workshop2' });
		expect(await reasonOf(() => stateOf(phone))).toBe('unknown phone');
		expect(voting.box.byMark.size).toBe(0);
		expect(readFileSync(path(), 'utf8')).not.toContain('"joined"');
	});

	test('closed for good it cuts who was who in a series, though nobody says that the series has ended', async () => {
		await openRoom();
		await voting.showRound(roundOf());
		const phone = await joinAs();
		await cast(phone, { value: 3 });
		await voting.closeRound('round1');
		await voting.forgetRound('round1');
		expect(voting.box.series.has('series1')).toBe(true);
		await voting.closeRoom();
		expect(readdirSync(folder)).toEqual([]);
	});

	test('lets one voter change phones and groups only so often', async () => {
		await openRoom();
		let { key } = await joinAs();
		for (let n = 0; n < 40; n++) ({ key } = await voting.door.join({ code: '', group: null, key, attempt: `attempt ${n} of this test` }));
		expect(await reasonOf(voting.door.join({ code: '', group: null, key, attempt: 'one attempt too many' }))).toBe('too many tries');
	});
});

describe('the disk', () => {
	test('torn in its last line has all before it, and the torn end goes when something is forgotten', async () => {
		await openRoom();
		await voting.showRound(roundOf());
		const phone = await joinAs();
		await cast(phone, { value: 3 });
		await voting.close();
		appendFileSync(path(), '0badbeef {"type":"voted","voter":"so');
		voting = await Voting.open(folder);
		expect(voting.notes[0]).toMatch(/was not written whole before/);
		expect(stateOf(phone).answers).toEqual([answer({ value: 3 })]);
		expect(readdirSync(folder)).toHaveLength(2);
		expect(await voting.closeRound('round1')).toHaveLength(1);
		await voting.forgetRound('round1');
		expect(readdirSync(folder)).toEqual(['room.jsonl']);
	});

	test('damaged in the middle costs one line, and it is said', async () => {
		await openRoom();
		await voting.showRound(roundOf());
		const phones = [await joinAs(), await joinAs()];
		for (const phone of phones) await cast(phone, { value: 3 });
		await voting.close();
		const lines = readFileSync(path(), 'utf8').split('\n');
		const vote = lines.findIndex((line) => line.includes('"voted"'));
		writeFileSync(path(), lines.map((line, at) => (at === vote ? line.replace('"value":3', '"value":4') : line)).join('\n'));
		voting = await Voting.open(folder);
		expect(voting.notes).toEqual(['1 damaged line in room.jsonl cannot be read.']);
		expect(await voting.closeRound('round1')).toHaveLength(1);
	});

	test('written anew leads to the same room', async () => {
		await openRoom({ strict: true, groups: [{ id: 'nurses', name: 'Nurses' }] });
		const [one = '', two = ''] = await voting.makeCodes(3);
		const phones = [await joinAs({ code: one, group: 'nurses' }), await joinAs({ code: two })];
		const found = await joinAs({ key: phones[1]!.key });
		await voting.changeRoom({ locked: true, cap: 7, clock: { total: 60, endsAt: null, left: 30 }, wifi: { network: 'Room', password: 'x' } });
		await voting.showRound(roundOf());
		await cast(found, { value: 2, reason: 'So', seq: 3 }, { cardId: 'b', value: null, seq: 4 });
		const seen = () => ({
			opening: voting.box.opening, codes: [[...voting.box.unusedCodes].sort(), [...voting.box.usedCodes].sort()],
			phones: [stateOf(phones[0]!), stateOf(found)], turnout: voting.box.current?.ballots.turnout(roundOf()), retired: [...voting.box.retired],
		});
		const before = seen();
		const anew = new BallotBox();
		for (const line of snapshotOf(voting.box)) anew.apply(line);
		expect(snapshotOf(anew)).toEqual(snapshotOf(voting.box));
		await reopen();
		expect(seen()).toEqual(before);
	});

	test('that refuses leaves the vote untaken, and takes it when it can again', async () => {
		await openRoom();
		await voting.showRound(roundOf());
		const phone = await joinAs();
		await voting.close();
		renameSync(path(), `${path()}.away`);
		mkdirSync(path());
		expect(await reasonOf(cast(phone, { value: 3 }))).toMatch(/is a folder/);
		expect(stateOf(phone).answers).toEqual([]);
		rmdirSync(path());
		renameSync(`${path()}.away`, path());
		expect(await reasonOf(cast(phone, { value: 3 }))).toBe('taken');
		await reopen();
		expect(stateOf(phone).answers).toEqual([answer({ value: 3 })]);
	});
});
