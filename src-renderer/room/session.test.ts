import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { screenFor } from './route.ts';
import { createSession } from './session.ts';
import { createStore } from './store.ts';
import { TestRoom, testRound, testStorage } from './testRoom.ts';
import type { Session } from './view.ts';

let room: TestRoom;
let storage: Storage;
/** What the event stream would say. */
let changed: () => void;
let over: () => void;
let lineIsOpen: boolean;
let attempts = 0;

/** The page as it is loaded, on what the phone has kept. */
function load(code: string | null = null): Session {
	const session = createSession({
		http: room,
		store: createStore(storage),
		line: (ask, ended) => {
			changed = ask;
			over = ended;
			return { open: () => (lineIsOpen = true), close: () => (lineIsOpen = false) };
		},
		now: () => Date.now(),
		random: () => 1,
		newAttempt: () => `attempt ${++attempts} of this test`,
	});
	session.start(code);
	return session;
}
/** Lets everything happen that is under way, but no pause pass. */
const settle = () => vi.advanceTimersByTimeAsync(0);
async function inRoom(): Promise<Session> {
	const session = load(room.code);
	await settle();
	return session;
}

beforeEach(() => {
	vi.useFakeTimers({ now: 1_700_000_000_000 });
	room = new TestRoom();
	storage = testStorage();
	lineIsOpen = false;
});
afterEach(() => vi.useRealTimers());

test('a room that is closed is not looked for as one that is lost, and one that opens again is there again', async () => {
	room.round = testRound();
	const session = await inRoom();
	over();
	room.isAway = true;
	changed();
	await settle();
	expect(session.view()).toMatchObject({ stage: 'inside', isOver: true, connected: false });
	expect(screenFor(session.view(), true, ['a'], null)).toEqual({ name: 'over' });
	room.isAway = false;
	changed();
	await settle();
	expect(session.view()).toMatchObject({ isOver: false, connected: true });
});

describe('joining', () => {
	test('with the code of the address a phone is in without a word, and listens', async () => {
		const session = await inRoom();
		expect(session.view()).toMatchObject({ stage: 'inside', refusal: null, state: { title: 'Futures' } });
		expect(lineIsOpen).toBe(true);
	});

	test('a wrong code is refused with its sentence, and the right one lets in', async () => {
		const session = load('WRXNG2');
		await settle();
		expect(session.view()).toMatchObject({ stage: 'outside', refusal: { error: 'This code is not the room’s.' } });
		await session.join(room.code, null);
		await settle();
		expect(session.view()).toMatchObject({ stage: 'inside', refusal: null });
	});

	test('without a code nothing is asked of the room', async () => {
		const session = load();
		await settle();
		expect(session.view().stage).toBe('outside');
		expect(room.joins).toEqual([]);
	});

	test('a room that does not answer is said so, and joined by itself when it does', async () => {
		room.isAway = true;
		const session = await inRoom();
		expect(session.view()).toMatchObject({ stage: 'outside', code: room.code, refusal: { error: expect.stringContaining('does not answer') } });
		await vi.advanceTimersByTimeAsync(60_000);
		room.isAway = false;
		await vi.advanceTimersByTimeAsync(15_000);
		expect(session.view()).toMatchObject({ stage: 'inside', refusal: null });
	});

	test('joining again where the answer was lost is the same joining, over a reload too; another person’s is another', async () => {
		room.losesAnswers = true;
		await inRoom();
		await vi.advanceTimersByTimeAsync(1_000);
		room.losesAnswers = false;
		const again = await inRoom();
		expect(again.view().stage).toBe('inside');
		expect(room.joins.length).toBeGreaterThanOrEqual(3);
		const [first] = room.joins;
		expect(new Set(room.joins.map(({ attempt }) => attempt))).toEqual(new Set([first!.attempt]));
		storage.clear();
		await inRoom();
		expect(room.joins.at(-1)!.attempt).not.toBe(first!.attempt);
	});

	test('a reload rejoins by the token, with no second joining', async () => {
		await inRoom();
		const again = await inRoom();
		expect(again.view().stage).toBe('inside');
		expect(room.joins).toHaveLength(1);
	});

	test('a reload shows the last known round before the room has answered', async () => {
		room.round = testRound();
		await inRoom();
		room.isAway = true;
		const again = load();
		expect(again.view()).toMatchObject({ stage: 'inside', state: { round: { id: 'r1' } } });
	});

	test('a phone that the room has forgotten joins again by the code of its address, once', async () => {
		await inRoom();
		room.refusal = { error: 'The room does not know this phone.', reason: 'unknown phone' };
		const again = await inRoom();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(room.joins).toHaveLength(2);
		expect(again.view()).toMatchObject({ stage: 'outside', refusal: { reason: 'unknown phone' } });
	});

	test('a phone whose place was taken says so, stops, and sends nothing more', async () => {
		room.round = testRound();
		const session = await inRoom();
		room.isAway = true;
		session.answer('a', { relevancy: 4 });
		await settle();
		room.isAway = false;
		room.refusal = { error: 'Another phone has taken this one’s place.', reason: 'replaced' };
		await vi.advanceTimersByTimeAsync(60_000);
		expect(session.view()).toMatchObject({ stage: 'outside', refusal: { reason: 'replaced' } });
		expect(lineIsOpen).toBe(false);
		room.refusal = null;
		await session.join(room.code, null);
		await settle();
		expect(room.has('a')).toEqual({});
	});
});

describe('groups', () => {
	beforeEach(() => (room.groups = [{ id: 'g1', name: 'North' }, { id: 'g2', name: 'South' }]));

	test('are asked for once, and no group is an answer too', async () => {
		const session = await inRoom();
		expect(session.view().asksGroup).toBe(true);
		await session.chooseGroup(null);
		expect(session.view().asksGroup).toBe(false);
		expect((await inRoom()).view().asksGroup).toBe(false);
	});

	test('can be changed, and only an answer of the room counts', async () => {
		const session = await inRoom();
		room.isAway = true;
		await session.chooseGroup('g1');
		expect(session.view().asksGroup).toBe(true);
		room.isAway = false;
		await session.chooseGroup('g1');
		expect(session.view()).toMatchObject({ asksGroup: false, state: { group: 'g1' } });
		session.askGroup();
		expect(session.view().asksGroup).toBe(true);
		await session.chooseGroup(null);
		expect(room.group).toBe(null);
	});
});

describe('answers', () => {
	beforeEach(() => (room.round = testRound()));

	test('are sent at once and then no longer wait', async () => {
		const session = await inRoom();
		session.answer('a', { relevancy: 4 });
		expect(session.view().waiting).toBe(1);
		await settle();
		expect(session.view()).toMatchObject({ waiting: 0, answers: { 'a/relevancy': { value: 4 } } });
		expect(room.has('a')).toEqual({ relevancy: 4 });
	});

	test('given without a network are kept, counted as waiting, and sent by themselves when it is back', async () => {
		const session = await inRoom();
		room.isAway = true;
		session.answer('a', { relevancy: 4 });
		session.answer('b', { timing: 'later' });
		await settle();
		expect(session.view()).toMatchObject({ connected: false, waiting: 2 });
		await vi.advanceTimersByTimeAsync(120_000);
		room.isAway = false;
		await vi.advanceTimersByTimeAsync(15_000);
		expect(session.view()).toMatchObject({ connected: true, waiting: 0 });
		expect([room.has('a'), room.has('b')]).toEqual([{ relevancy: 4 }, { timing: 'later' }]);
	});

	test('that the page was killed with are sent by the next one', async () => {
		const session = await inRoom();
		room.isAway = true;
		session.answer('a', { relevancy: 2 });
		await settle();
		room.isAway = false;
		const again = await inRoom();
		await settle();
		expect(again.view()).toMatchObject({ waiting: 0, answers: { 'a/relevancy': { value: 2 } } });
		expect(room.has('a')).toEqual({ relevancy: 2 });
	});

	test('whose acknowledgement was lost are sent again under the same number', async () => {
		const session = await inRoom();
		room.losesAnswers = true;
		session.answer('a', { relevancy: 5 });
		await settle();
		room.losesAnswers = false;
		session.tryNow();
		await settle();
		expect(room.casts).toHaveLength(2);
		expect(room.casts[1]).toEqual(room.casts[0]);
		expect(session.view().waiting).toBe(0);
	});

	test('changed while the earlier one is on its way end as the later one', async () => {
		const session = await inRoom();
		session.answer('a', { relevancy: 1 });
		session.answer('a', { relevancy: 5 });
		await settle();
		expect(room.has('a')).toEqual({ relevancy: 5 });
		expect(session.view()).toMatchObject({ waiting: 0, answers: { 'a/relevancy': { value: 5 } } });
	});

	test('count up even where this phone’s clock is set back, and above another phone’s in its place', async () => {
		const session = await inRoom();
		session.answer('a', { relevancy: 1 });
		vi.setSystemTime(1_000_000_000_000);
		session.answer('a', { relevancy: 2 });
		await settle();
		expect(room.has('a')).toEqual({ relevancy: 2 });
		expect(Math.min(...room.casts.flatMap(({ answers }) => answers.map(({ seq }) => seq)))).toBeGreaterThanOrEqual(1_700_000_000_000);
	});

	test('of which the room cannot take one are sent one by one, and only that one is given up, with its sentence', async () => {
		const session = await inRoom();
		room.isAway = true;
		for (const card of ['a', 'b', 'c']) session.answer(card, { relevancy: 3 });
		await settle();
		room.isAway = false;
		room.badCards.add('b');
		session.tryNow();
		await settle();
		expect([room.has('a'), room.has('b'), room.has('c')]).toEqual([{ relevancy: 3 }, {}, { relevancy: 3 }]);
		expect(session.view()).toMatchObject({ waiting: 0, refusal: { reason: 'bad request' } });
	});

	test('wait as long as the room asks them to', async () => {
		const session = await inRoom();
		room.refusal = { error: 'The room is busy.', reason: 'try again', after: 5 };
		session.answer('a', { relevancy: 3 });
		await settle();
		room.refusal = null;
		await vi.advanceTimersByTimeAsync(4_900);
		expect(session.view().waiting).toBe(1);
		await vi.advanceTimersByTimeAsync(200);
		expect(session.view().waiting).toBe(0);
	});

	test('are sent fifty at a time at most', async () => {
		room.round = testRound({ cards: Array.from({ length: 70 }, (_, n) => ({ ...testRound().cards[0]!, id: `c${n}` })) });
		const session = await inRoom();
		room.isAway = true;
		for (const { id } of room.round.cards) session.answer(id, { relevancy: 3, timing: 2030 });
		await settle();
		room.isAway = false;
		session.tryNow();
		await settle();
		expect(session.view().waiting).toBe(0);
		expect(Math.max(...room.casts.map(({ answers }) => answers.length))).toBeLessThanOrEqual(50);
		expect(room.answers.size).toBe(140);
	});

	test('have their reason once, on the first thing that is answered', async () => {
		const session = await inRoom();
		session.typeReason('a', '  Anyone can build on it ');
		session.answer('a', { timing: 2028.25 });
		await settle();
		expect(room.answers.get('a/timing')?.reason).toBe('Anyone can build on it');
		session.answer('a', { relevancy: 5 });
		await settle();
		expect([room.answers.get('a/relevancy')?.reason, room.answers.get('a/timing')?.reason]).toEqual(['Anyone can build on it', null]);
	});

	test('a reason without an answer stays on the phone, over a reload too', async () => {
		const session = await inRoom();
		session.typeReason('a', 'Because');
		session.sendReason('a');
		await settle();
		expect(room.casts).toEqual([]);
		expect((await inRoom()).reason('a')).toBe('Because');
	});
});

describe('a round that closes', () => {
	beforeEach(() => (room.round = testRound()));

	test('leaves the number of cards that the room had this phone’s votes on', async () => {
		const session = await inRoom();
		session.answer('a', { relevancy: 4 });
		session.answer('b', { relevancy: 4 });
		await settle();
		room.round = null;
		room.closed = { title: 'Round 1', counted: 34 };
		changed();
		await settle();
		expect(session.view()).toMatchObject({ late: 0, own: { title: 'Round 1', cards: 2 }, answers: {} });
		expect(JSON.stringify(storage.getItem('longview.state'))).not.toContain('relevancy');
	});

	test('while answers wait says that they may be too late, and does not send them into the next round', async () => {
		const session = await inRoom();
		room.isAway = true;
		session.answer('a', { relevancy: 4 });
		await settle();
		room.isAway = false;
		room.round = testRound({ id: 'r2', title: 'Round 2' });
		session.tryNow();
		await settle();
		expect(session.view()).toMatchObject({ late: 1, waiting: 0, answers: {} });
		expect(room.casts).toEqual([]);
	});

	test('is noticed when an answer is refused for it', async () => {
		const session = await inRoom();
		room.round = null;
		session.answer('a', { relevancy: 4 });
		await settle();
		expect(session.view()).toMatchObject({ late: 1, waiting: 0, state: { round: null } });
	});
});
