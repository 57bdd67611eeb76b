/**
 * The room's port against what a network holds: other names and sites, bodies that are too large or never end, more sockets
 * than people, guessed codes and made-up tokens, and words that are more than words. Honest phones notice none of it.
 */
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { roundOf } from '../../../src-main/voting/testing.ts';
import { inParallel, rawHead, rawRequest, type Head } from '../rawRequest.ts';
import { addressOf, ask, Phone, roomUnderTest, until, type RoomUnderTest } from './phones.ts';

let under: RoomUnderTest;
let port: number;
let code: string;
let phone: Phone;
const start = async (limits?: Parameters<typeof roomUnderTest>[0]) => {
	under = await roomUnderTest(limits);
	({ port, code } = await under.open());
	phone = new Phone(port);
	await phone.join(code);
	await under.room.showRound(roundOf());
};
beforeEach(() => start());
afterEach(() => under.remove());

const routes = [
	['GET', '/'], ['GET', '/assets/room-1.js'], ['GET', '/check'], ['POST', '/join'], ['GET', '/state'], ['POST', '/cast'], ['POST', '/group'], ['GET', '/events'],
] as const;
const hostileHosts = () => [
	null, '', 'localhost', `localhost:${port}`, '127.0.0.1', `127.0.0.1:${port + 1}`, `127.1:${port}`, `0.0.0.0:${port}`, `[::1]:${port}`,
	`127.0.0.1.nip.io:${port}`, 'longview.example', `127.0.0.1:${port}.longview.example`, `user@127.0.0.1:${port}`,
];
const hostileOrigins = () => [
	'null', 'file://', `http://localhost:${port}`, `http://127.0.0.1:${port + 1}`, `https://127.0.0.1:${port}`, 'http://longview.example', `http://127.0.0.1:${port}.longview.example`,
];

describe('who may ask', () => {
	test('is the room’s own page: no other Host, Origin or site reaches anything, with the right token either', async () => {
		const ownHost = `127.0.0.1:${port}`;
		const origins = [null, `http://${ownHost}`, ...hostileOrigins()];
		const sites = [null, 'same-origin', 'none', 'same-site', 'cross-site'];
		const cases = [ownHost, ...hostileHosts()].flatMap((host) => origins.flatMap((origin) => sites.flatMap((site) => routes.map(([method, target]) => ({ host, origin, site, method, target })))));
		const isOurs = ({ host, origin, site }: (typeof cases)[number]) =>
			host === ownHost && (origin === null || origin === `http://${ownHost}`) && (site === null || site === 'same-origin');
		const wrong: string[] = [];
		await inParallel(cases.filter((one) => !isOurs(one)), 64, async (one) => {
			const head: Head = [
				...(one.host === null ? [] : [['Host', one.host] as Head[number]]),
				...(one.origin === null ? [] : [['Origin', one.origin] as Head[number]]),
				...(one.site === null ? [] : [['Sec-Fetch-Site', one.site] as Head[number]]),
				['Authorization', `Bearer ${phone.token}`],
			];
			const { status, text } = await rawRequest(port, rawHead(one.method, one.target, head));
			if (![400, 403].includes(status) || text.includes('<title>')) wrong.push(`${status} ${JSON.stringify(one)}`);
		});
		expect(wrong).toEqual([]);
		expect(cases.length).toBe(14 * 9 * 5 * routes.length);
		expect(under.room.state().open?.reachedAt).toBeNull();
		const own: Head = [['Host', ownHost], ['Origin', `http://${ownHost}`], ['Sec-Fetch-Site', 'same-origin'], ['Authorization', `Bearer ${phone.token}`]];
		expect((await rawRequest(port, rawHead('GET', '/state', own))).status).toBe(200);
	}, 60_000);

	test('may come by a link or a scanned code to the page, and finds only the page', async () => {
		const from = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
		expect((await ask(port, '/', { headers: from })).status).toBe(200);
		expect((await ask(port, '/', { headers: { ...from, 'sec-fetch-site': 'none' } })).status).toBe(200);
		expect((await ask(port, '/assets/room-1.js', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } })).status).toBe(403);
	});

	test('asks in plain requests: upgrades, odd methods and targets, and headers that come twice reach nothing', async () => {
		const own: Head = [['Host', `127.0.0.1:${port}`], ['Authorization', `Bearer ${phone.token}`]];
		for (const [, target] of routes) {
			const upgrade = rawHead('GET', target, [...own, ['Upgrade', 'websocket'], ['Sec-WebSocket-Version', '13'], ['Sec-WebSocket-Key', 'AAAAAAAAAAAAAAAAAAAAAA==']]).replace('Connection: close', 'Connection: Upgrade');
			expect([400, 403]).toContain((await rawRequest(port, upgrade)).status);
		}
		for (const method of ['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND']) {
			expect([400, 403, 405]).toContain((await rawRequest(port, rawHead(method, '/state', own))).status);
		}
		for (const target of ['http://longview.example/state', '//longview.example/state', '*', '/x/../state', '/%73tate', '/./state', '/\\state']) {
			expect([400, 403, 404]).toContain((await rawRequest(port, rawHead('GET', target, own))).status);
		}
		for (const twice of [['Host', `127.0.0.1:${port}`], ['Authorization', 'Bearer x'], ['Origin', 'http://longview.example']] as Head) {
			expect([400, 403]).toContain((await rawRequest(port, rawHead('GET', '/state', [...own, ['Origin', `http://127.0.0.1:${port}`], twice]))).status);
		}
	});

	test('gets every answer under a strict policy, refusals too, and none that another site may read', async () => {
		const answers = [await ask(port, '/'), await ask(port, '/state'), await ask(port, '/none'), await phone.state(), await ask(port, '/', { headers: { host: 'longview.example' } })];
		for (const { headers } of answers) {
			const policy = headers['content-security-policy'] as string;
			for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'none'", "require-trusted-types-for 'script'"]) expect(policy.split('; ')).toContain(part);
			expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin' });
			expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
			expect([headers['set-cookie'], headers['x-powered-by'], headers['server']]).toEqual([undefined, undefined, undefined]);
		}
	});
});

describe('what is sent', () => {
	test('is small: more than 4 KiB, or 16 for answers, is refused before it is read', async () => {
		const own: Head = [['Host', `127.0.0.1:${port}`], ['Content-Type', 'application/json'], ['Authorization', `Bearer ${phone.token}`]];
		const announce = (target: string, length: number) =>
			rawRequest(port, `POST ${target} HTTP/1.1\r\n${own.map(([name, value]) => `${name}: ${value}\r\n`).join('')}Content-Length: ${length}\r\n\r\n{`);
		for (const [target, length] of [['/join', 4097], ['/group', 4097], ['/cast', 16_385], ['/cast', 10 ** 12], ['/join', 1e20]] as const) {
			const { status, text } = await announce(target, length);
			expect([400, 413]).toContain(status);
			expect(text).not.toMatch(/at .*\.ts/);
		}
		const chunked = await rawRequest(port, `POST /cast HTTP/1.1\r\n${own.map(([name, value]) => `${name}: ${value}\r\n`).join('')}Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":`);
		expect(chunked.status).toBe(411);
		const large = phone.next({ reason: 'x'.repeat(490) });
		expect((await phone.cast('round1', large)).status).toBe(200);
		expect((await rawRequest(port, `GET /state HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).status).toBe(431);
	});

	test('arrives within seconds: heads and bodies that trickle, and sockets that say nothing, are closed', async () => {
		const started = performance.now();
		const half = [
			`POST /cast HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${phone.token}\r\nContent-Length: 100\r\n\r\n{"round`,
			`GET /state HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `,
			'',
		];
		const slow = await Promise.all(Array.from({ length: 60 }, (_, n) => rawRequest(port, half[n % 3]!)));
		expect(new Set(slow.map(({ status }) => status))).toEqual(new Set([408]));
		expect(performance.now() - started).toBeGreaterThan(4500);
		expect((await phone.state()).status).toBe(200);
	}, 30_000);

	test('is what the page would send, or is refused in a sentence and changes nothing', async () => {
		const bodies = ['', '{', 'null', '[]', '"x"', '{"roundId":"round1"}', '{"roundId":"round1","answers":[]}', '{"__proto__":{"roundId":"round1"},"answers":[{}]}'];
		const cast = (body: unknown) => ask(port, '/cast', { body, headers: { authorization: `Bearer ${phone.token}` } });
		for (const body of bodies) expect((await cast(body)).body).toMatchObject({ reason: 'bad request', error: expect.stringMatching(/^[A-Z].*\.$/) as string });
		const answers = [
			{ value: 6 }, { value: 0 }, { value: 2.5 }, { value: '4' }, { value: 'later' }, { value: { $gt: 1 } }, { cardId: 'none' }, { cardId: '__proto__' }, { criterion: 'impact' },
			{ criterion: 'constructor' }, { seq: 0 }, { seq: -1 }, { seq: 1.5 }, { seq: 2 ** 60 }, { reason: 'x'.repeat(501) }, { reason: 7 },
		];
		for (const wrong of answers) expect((await cast({ roundId: 'round1', answers: [{ ...phone.next(), ...wrong }] })).body.reason).toBe('bad request');
		expect((await cast({ roundId: 'round1', answers: Array.from({ length: 51 }, () => phone.next()) })).body.reason).toBe('bad request');
		expect((await cast({ roundId: 'round2', answers: [phone.next()] })).body.reason).toBe('not open');
		expect((await ask(port, '/join', { body: { code: { length: 6 } } })).body.reason).toBe('bad request');
		expect(under.room.state().turnout).toMatchObject({ voted: 0 });
		expect((await phone.state()).body.answers).toEqual([]);
	});

	test('as a reason is only words: markup stays text, and nothing in it turns the words around it', async () => {
		const markup = '<img src=x onerror=alert(1)><script>alert(1)</script>"\'&{{7*7}}';
		await phone.cast('round1', phone.next({ reason: markup }), phone.next({ cardId: 'b', reason: 'a\u202egnp.exe\u2066\u0000\u0007b' }));
		const { body, headers } = await phone.state();
		expect(headers['content-type']).toBe('application/json');
		expect(body.answers.map(({ reason }) => reason)).toEqual([markup, 'agnp.exeb']);
		expect((await under.room.closeRound('round1')).map(({ reason }) => reason)).toEqual([markup, 'agnp.exeb']);
	});

	test('after the round has closed counts nothing, be it new, a replay or for a round that is gone', async () => {
		const sent = phone.next();
		await phone.cast('round1', sent);
		const ballots = await under.room.closeRound('round1');
		const refused = { status: 409, body: { error: 'This round has closed. Your votes were counted.', reason: 'round closed' } };
		for (const answer of [sent, phone.next({ value: 1 })]) expect(await phone.cast('round1', answer)).toMatchObject(refused);
		await under.room.forgetRound('round1');
		expect(await phone.cast('round1', sent)).toMatchObject(refused);
		await under.room.showRound(roundOf({ id: 'round2' }));
		expect(await phone.cast('round1', sent)).toMatchObject(refused);
		expect(ballots).toHaveLength(1);
		expect(await under.room.closeRound('round2')).toEqual([]);
	});

	test('in a flood by one phone stops at what a person could answer, and is asked to wait', async () => {
		let refused;
		for (let n = 0; n < 200 && !refused; n++) {
			const answers = ['a', 'b', 'c', 'a', 'b', 'c'].map((cardId) => phone.next({ cardId, value: 1 + (n % 5), reason: `${n} ${'x'.repeat(450)} ${n}` }));
			const { status, body, headers } = await phone.cast('round1', ...answers, ...answers, ...answers, ...answers);
			if (status !== 200) refused = { status, body, wait: headers['retry-after'] };
		}
		expect(refused).toMatchObject({ status: 429, body: { reason: 'try again', after: expect.any(Number) as number }, wait: expect.stringMatching(/^\d+$/) as string });
		under.clock.ahead += 60_000;
		expect((await phone.cast('round1', phone.next())).status).toBe(200);
	});
});

describe('who one says one is', () => {
	test('is a token that the room gave: made-up, changed and foreign ones are nobody’s', async () => {
		const other = `${phone.token.slice(0, -1)}${phone.token.endsWith('A') ? 'Q' : 'A'}`;
		for (const token of ['', 'x', other, phone.token.toLowerCase(), `${phone.token}=`, phone.key, '../..', 'a'.repeat(3000)]) {
			const headers = { authorization: `Bearer ${token}` };
			for (const refused of [await ask(port, '/state', { headers }), await ask(port, '/cast', { headers, body: { roundId: 'round1', answers: [phone.next()] } }), await ask(port, '/group', { headers, body: { group: null } })]) {
				expect([refused.status, refused.body.reason]).toEqual([401, 'unknown phone']);
			}
			expect((await ask(port, `/events?token=${encodeURIComponent(token)}`)).status).toBe(401);
		}
		for (const authorization of [phone.token, `Basic ${phone.token}`, `bearer ${phone.token}`]) expect((await ask(port, '/state', { headers: { authorization } })).status).toBe(401);
		expect((await phone.state()).status).toBe(200);
	});

	test('cannot be found by guessing: ten wrong codes a minute, and those who type the right one get in all the while', async () => {
		const guess = async (from: string, body: object = { code: 'AAAAAA' }) => (await ask(port, '/join', { body, from })).body;
		const reasons = async (from: string, count: number) => {
			const found: Record<string, number> = {};
			for (let n = 0; n < count; n++) {
				const { reason = 'in' } = await guess(from);
				found[reason] = (found[reason] ?? 0) + 1;
			}
			return found;
		};
		const [attacker, honest] = [addressOf(300), addressOf(1)];
		expect(await reasons(attacker, 25)).toEqual({ 'wrong code': 10, 'too many tries': 15 });
		expect(await guess(attacker, { code: '', key: 'AAAAAAAA' })).toMatchObject({ reason: 'too many tries' });
		const { error, after } = await guess(attacker);
		expect([error, after]).toEqual([expect.stringMatching(/^Too many wrong codes\. Try again in (60|[1-5]\d) seconds\.$/), expect.any(Number)]);
		if (honest !== attacker) {
			for (let n = 301; n < 320; n++) await reasons(addressOf(n), 12);
			expect((await guess(addressOf(305))).reason).toBe('too many tries');
			// A hundred wrong ones have come within the minute; the right one still opens the door.
			expect((await new Phone(port, honest).join(code)).status).toBe(200);
		}
		under.clock.ahead += 60_001;
		expect(await reasons(attacker, 3)).toEqual({ 'wrong code': 3 });
		expect((await new Phone(port, attacker).join(code)).status).toBe(200);
	});

	test('counts once, however many ballots are stuffed under it', async () => {
		const answers = Array.from({ length: 40 }, (_, n) => phone.next({ value: 1 + (n % 5) }));
		await Promise.all(answers.map((answer) => phone.cast('round1', answer)));
		expect(under.room.state().turnout).toMatchObject({ voted: 1, byCard: { a: 1 } });
		expect(await under.room.closeRound('round1')).toHaveLength(1);
	});
});

describe('sockets', () => {
	const held: Socket[] = [];
	afterEach(() => {
		for (const socket of held.splice(0)) socket.destroy();
	});
	const hold = (from?: string): Promise<boolean> =>
		new Promise((resolve) => {
			const socket = connect({ port, host: '127.0.0.1', localAddress: from });
			held.push(socket);
			socket.on('error', () => resolve(false));
			socket.on('close', () => resolve(false));
			// A socket that is closed at once is so before it is answered.
			socket.on('connect', () => socket.write(`GET /check HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`));
			socket.on('data', () => resolve(true));
		});

	test('are so many for one address, and for others meanwhile there are enough', async () => {
		const attackers = process.platform === 'linux' ? 6 : 1;
		const kept = (await Promise.all(Array.from({ length: 300 * attackers }, (_, n) => hold(addressOf(400 + (n % attackers)))))).filter(Boolean);
		expect(kept.length).toBeLessThanOrEqual(256 * attackers);
		expect(kept.length).toBeGreaterThan(200 * attackers);
		if (attackers === 1) return;
		const honest = new Phone(port, addressOf(1));
		expect((await honest.join(code)).status).toBe(200);
		expect((await honest.cast('round1', honest.next())).status).toBe(200);
	}, 30_000);

	test('are so many in all, and free again when they are let go', async () => {
		await under.remove();
		await start({ inAll: 20 });
		const kept = (await Promise.all(Array.from({ length: 60 }, (_, n) => hold(addressOf(400 + n))))).filter(Boolean);
		expect(kept.length).toBeLessThanOrEqual(20);
		for (const socket of held.splice(0)) socket.destroy();
		let isFree = false;
		await until(() => {
			void phone.state().then(({ status }) => (isFree = status === 200), () => undefined);
			return isFree;
		});
	});
});
