/** The room as phones and the facilitator's window know it, over sockets of its own. */
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRoom } from '../../../src-main/room/room.ts';
import { openRoomOf, roundOf } from '../../../src-main/voting/testing.ts';
import { addressOf, ask, Phone, roomUnderTest, until, type RoomUnderTest } from './phones.ts';

let under: RoomUnderTest;
beforeEach(async () => {
	under = await roomUnderTest();
});
afterEach(() => under.remove());

async function joined(port: number, code: string): Promise<Phone> {
	const phone = new Phone(port);
	expect((await phone.join(code)).status).toBe(200);
	return phone;
}

describe('a phone', () => {
	test('joins, is asked, answers, and finds its answers again', async () => {
		const { port, code, url } = await under.open({ groups: [{ id: 'nurses', name: 'Nurses' }] });
		expect(url).toBe(`http://127.0.0.1:${port}/#${code}`);
		const phone = await joined(port, code);
		expect((await phone.state()).body).toMatchObject({ title: 'Care in 2036', round: null, answers: [], group: null, key: phone.key, closed: null });
		expect((await phone.chooseGroup('nurses')).status).toBe(200);
		await under.room.showRound(roundOf());
		const answer = phone.next({ reason: 'Because' });
		expect((await phone.cast('round1', answer)).body).toEqual({ kept: [1] });
		const { body, headers } = await phone.state();
		expect(body).toMatchObject({ round: roundOf(), answers: [answer], group: 'nurses' });
		expect(Date.parse(body.now)).toBeGreaterThan(Date.now() - 60_000);
		expect(headers['content-type']).toBe('application/json');
	});

	test('that is lost gives its place to the one with its spare key, and is told so', async () => {
		const { port, code } = await under.open();
		const lost = await joined(port, code);
		const listening = await lost.listen();
		const found = new Phone(port);
		await found.join('', { key: lost.key });
		await until(() => !listening.isOpen());
		expect((await lost.state()).body).toEqual({ error: 'Another phone has taken this one’s place. Votes are cast there.', reason: 'replaced' });
		expect((await found.state()).status).toBe(200);
		expect(under.room.state().open).toMatchObject({ joined: 1, connected: 0 });
	});

	test('is told that something has changed, and never what', async () => {
		const { port, code } = await under.open();
		const phone = await joined(port, code);
		const listening = await phone.listen();
		await until(() => listening.heard.length === 1);
		await under.room.showRound(roundOf());
		await until(() => listening.heard.length === 2);
		// Another's vote is nothing that a phone has to know.
		const other = await joined(port, code);
		await other.cast('round1', other.next());
		expect(listening.heard).toHaveLength(2);
		await under.room.closeRound('round1');
		await until(() => listening.heard.length === 3);
		expect(listening.heard).toEqual([0, 1, 2].map((more) => listening.heard[0]! + more));
		listening.stop();
	});

	test('that listens twice is listened to once', async () => {
		const { port, code } = await under.open();
		const phone = await joined(port, code);
		const first = await phone.listen();
		const second = await phone.listen();
		await until(() => !first.isOpen());
		expect([second.isOpen(), under.room.state().open?.connected]).toEqual([true, 1]);
		second.stop();
		await until(() => under.room.state().open?.connected === 0);
		expect((await new Phone(port).listen()).status).toBe(401);
	});

	test('gets its page, what that needs, and nothing else of the app', async () => {
		const { port } = await under.open();
		const page = await ask(port, '/');
		expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
		expect(page.text).toContain('<title>Vote</title>');
		for (const path of ['/assets/room-1.js', '/assets/shared-1.js', '/assets/room-1.css']) {
			const file = await ask(port, path);
			expect([file.status, file.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
		}
		const zipped = await ask(port, '/assets/shared-1.js', { headers: { 'accept-encoding': 'gzip, deflate' } });
		expect([zipped.headers['content-encoding'], zipped.text.length < 500]).toEqual(['gzip', true]);
		const others = ['/index.html', '/assets/index-1.js', '/room.html', '/secret.txt', '/../secret.txt', '/..%2fsecret.txt', '/assets/..%5csecret.txt', '/api/session', '/api/room', '/api/room/rounds/round1/close', '/api/journals'];
		for (const path of others) {
			for (const method of ['GET', 'POST']) {
				const answered = await ask(port, path, { method });
				expect([path, answered.status >= 400, answered.text.includes('not for phones')]).toEqual([path, true, false]);
			}
		}
	});

	test('that reaches the check page is what the facilitator sees of it', async () => {
		const { port } = await under.open();
		expect(under.room.state().open?.reachedAt).toBeNull();
		const { status, text } = await ask(port, '/check', { from: addressOf(1) });
		expect([status, text]).toEqual([200, expect.stringContaining('This phone reaches the room')]);
		expect(Date.parse(under.room.state().open?.reachedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
	});
});

describe('the facilitator’s window', () => {
	test('is told who is in and how many have answered which card, and of no value before the round closes', async () => {
		const { port, code } = await under.open();
		let changes = 0;
		const stop = under.room.watch(() => (changes += 1), () => undefined);
		await under.room.showRound(roundOf());
		const phones = await Promise.all(Array.from({ length: 5 }, () => joined(port, code)));
		for (const phone of phones.slice(1)) await phone.cast('round1', phone.next({ reason: 'Secret words' }));
		await phones[0]!.cast('round1', ...['a', 'b', 'c'].map((cardId) => phones[0]!.next({ cardId, value: 'cannot say' })));
		const state = under.room.state();
		expect(state).toMatchObject({ open: { joined: 5 }, turnout: { roundId: 'round1', voted: 5, finished: 1, byCard: { a: 5, b: 1, c: 1 } }, problem: null });
		expect(JSON.stringify(state)).not.toMatch(/Secret words|cannot say|"value"|token/);
		expect(phones.some(({ token, key }) => JSON.stringify(state).includes(token) || JSON.stringify(state).includes(key))).toBe(false);
		await until(() => changes >= 1);
		stop();
		const ballots = await under.room.closeRound('round1');
		expect(ballots).toHaveLength(7);
		expect(under.room.state().turnout?.voted).toBe(5);
		await under.room.forgetRound('round1');
		expect(under.room.state().turnout).toBeNull();
	});

	test('opens the room on an address of this computer, once, and on a port that is free', async () => {
		await expect(under.open({ address: '203.0.113.7' })).rejects.toThrow('This computer is not at 203.0.113.7. Choose one of its networks.');
		await expect(under.open({ address: '0.0.0.0' })).rejects.toThrow('Choose one of its networks');
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port: taken } = other.address() as AddressInfo;
		await expect(under.open({ port: taken })).rejects.toThrow(`Port ${taken} is in use by another program. Choose another one, or let Longview choose.`);
		expect([under.room.state(), existsSync(join(under.dataFolder, 'room'))]).toEqual([{ open: null, turnout: null, problem: null }, false]);
		other.close();
		await once(other, 'close');
		const { port } = await under.open({ port: taken });
		expect(port).toBe(taken);
		await expect(under.open()).rejects.toThrow('The room is open already.');
		await expect(ask(port, '/check', { headers: { host: `localhost:${port}` } })).resolves.toMatchObject({ status: 403 });
	});

	test('closes it: nothing listens any more, and nobody is in it', async () => {
		const { port, code } = await under.open();
		const phone = await joined(port, code);
		const listening = await phone.listen();
		expect(await under.room.shut()).toEqual({ open: null, turnout: null, problem: null });
		await until(() => !listening.isOpen());
		await expect(ask(port, '/')).rejects.toThrow();
		expect(await under.room.shut()).toEqual({ open: null, turnout: null, problem: null });
		const again = await under.open({ port });
		expect(again.code).not.toBe(code);
		expect((await phone.state()).body.reason).toBe('unknown phone');
	});

	test('lets a room be strict, locked and full, and people are told which', async () => {
		const { port, code, url } = await under.open({ strict: true, cap: 2 });
		expect(url).toBe(`http://127.0.0.1:${port}/`);
		const codes = await under.room.makeCodes(4);
		expect(under.room.state().open?.unusedCodes).toBe(4);
		const join = async (with_: string) => (await new Phone(port).join(with_)).body.reason ?? 'in';
		expect(await join(code)).toBe('wrong code');
		expect([await join(codes[0]!), await join(codes[0]!)]).toEqual(['in', 'used code']);
		await under.room.change({ locked: true });
		expect(await join(codes[1]!)).toBe('locked');
		await under.room.change({ locked: false });
		expect([await join(codes[1]!), await join(codes[2]!)]).toEqual(['in', 'full']);
		await under.room.change({ cap: 3 });
		expect(await join(codes[2]!)).toBe('in');
		expect(under.room.state().open).toMatchObject({ joined: 3, unusedCodes: 1, cap: 3 });
	});
});

describe('a room that was open when the app ended', () => {
	test('is open again at the same address with the same code, its round and all answers', async () => {
		const before = await under.open();
		const phone = await joined(before.port, before.code);
		await under.room.showRound(roundOf());
		await under.room.change({ locked: true, clock: { total: 300, endsAt: null, left: 120 } });
		await phone.cast('round1', phone.next());
		const { epoch } = (await phone.state()).body;
		await under.restart();
		expect(under.room.state()).toMatchObject({
			open: { ...before, joined: 1, locked: true, clock: { total: 300, endsAt: null, left: 120 } }, turnout: { roundId: 'round1', voted: 1 }, problem: null,
		});
		expect((await phone.state()).body).toMatchObject({ epoch, answers: [{ value: 4, seq: 1 }] });
	});

	test('stays closed after half a day, and says so', async () => {
		await under.open();
		await under.room.close();
		const long = (Date.now() - 13 * 3600_000) / 1000;
		utimesSync(join(under.dataFolder, 'room', 'room.jsonl'), long, long);
		await under.restart();
		expect(under.room.state()).toEqual({ open: null, turnout: null, problem: 'The room was open when Longview ended last. Open it again to go on with it.' });
	});

	test('finds its port taken: says so, and can be opened on another with everyone still in', async () => {
		const { port, code } = await under.open();
		const phone = await joined(port, code);
		await under.room.showRound(roundOf());
		await phone.cast('round1', phone.next());
		await under.room.close();
		const other = createServer().listen(port, '127.0.0.1');
		await once(other, 'listening');
		await under.restart();
		expect(under.room.state()).toMatchObject({ open: null, problem: `The room is closed to phones. Port ${port} is in use by another program. Choose another one, or let Longview choose.` });
		const again = await under.open();
		expect(again.joined).toBe(1);
		Object.assign(phone, { port: again.port });
		expect((await phone.state()).body.answers).toHaveLength(1);
		other.close();
	});
});

test('a room whose network goes away says so, and opens again by itself when it is back', async () => {
	const { port } = await under.open();
	await under.room.close();
	const loopback = [{ address: '127.0.0.1', netmask: '', family: 'IPv4' as const, mac: '', internal: true, cidr: null }];
	let isThere = true;
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	const room = createRoom({ dataFolder: under.dataFolder, pageFolders: [], networks: () => (isThere ? { lo: loopback } : {}) });
	try {
		await room.ready();
		expect(room.state().open?.port).toBe(port);
		isThere = false;
		vi.advanceTimersByTime(3000);
		await until(() => room.state().open === null);
		expect(room.state().problem).toBe('This computer is not at 127.0.0.1 any more. The room opens again when that network is back; or open it on another one.');
		isThere = true;
		vi.advanceTimersByTime(3000);
		await until(() => room.state().open !== null);
		expect(room.state()).toMatchObject({ open: { port }, problem: null });
	} finally {
		vi.useRealTimers();
		await room.close();
	}
});

test('nothing is written before a room is opened', async () => {
	await under.room.ready();
	expect(existsSync(join(under.dataFolder, 'room'))).toBe(false);
	await expect(under.room.showRound(roundOf())).rejects.toThrow('The room is not open.');
	await expect(under.room.makeCodes(1)).rejects.toThrow('The room is not open.');
	expect(await under.room.closeRound('round1')).toEqual([]);
	await under.room.forgetRound('round1');
	await under.room.endSeries('series1');
	expect(existsSync(join(under.dataFolder, 'room'))).toBe(false);
	await under.room.open(openRoomOf());
	expect(readFileSync(join(under.dataFolder, 'room', 'room.jsonl'), 'utf8')).toContain('"opened"');
});
