/**
 * The loopback port against everything that can reach it: other programs, other ports, web pages, rebound names. Each
 * request of the matrix carries the real cookie and secret, so that only its Host, Origin or Sec-Fetch-Site can stop it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { nodePorts } from '../../src-main/adapters/node.ts';
import { createApi } from '../../src-main/api/app.ts';
import { sameSecret } from '../../src-main/hosts/guard.ts';
import { startHttpHost, type HttpHost } from '../../src-main/hosts/http.ts';
import { createServices, type Services } from '../../src-main/services.ts';
import { inParallel, rawHead, rawRequest, type Head } from './rawRequest.ts';

let folder: string;
let services: Services;
let host: HttpHost;
let own: { host: string; origin: string; cookie: string; secret: string };
let routes: { method: string; target: string }[];
/** What came through the guard. */
let reached: string[] = [];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'longview-guard-'));
	services = await createServices(nodePorts, { dataFolder: folder });
	const api = createApi(services);
	const concrete = (path: string) => path.replace('/:scope', '/workshop-none').replace('/:n', '/0').replace(/:\w+/g, 'none').replace('/*', '/nothing');
	const known = api.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, target: concrete(path) }));
	const signIn = [{ method: 'POST', target: '/api/session/exchange' }, { method: 'POST', target: '/api/session/start' }];
	routes = [...new Map([...known, ...signIn, { method: 'GET', target: '/' }].map((route) => [JSON.stringify(route), route])).values()];
	host = await startHttpHost({
		fetch: (request) => {
			reached.push(`${request.method} ${request.url}`);
			return Response.json({});
		},
		port: 0,
		ownerKey: 'owner-key',
		startPageFolder: folder,
	});
	own = { host: `127.0.0.1:${host.port}`, origin: `http://127.0.0.1:${host.port}`, ...(await newCredentials()) };
});
afterEach(() => {
	reached = [];
});
afterAll(async () => {
	await host.close();
	await services.close();
	rmSync(folder, { recursive: true, force: true });
});

const tokenOf = (address: string): string => new URL(address).hash.slice('#token='.length);

function exchange(token: string): Promise<Response> {
	const origin = `http://127.0.0.1:${host.port}`;
	return fetch(`${origin}/api/session/exchange`, {
		method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: JSON.stringify({ token }),
	});
}

async function newCredentials(): Promise<{ cookie: string; secret: string }> {
	const response = await exchange(tokenOf(host.newAddress()));
	const { secret } = (await response.json()) as { secret: string };
	return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '', secret };
}

const credentials = (): Head => [['Cookie', own.cookie], ['x-longview-secret', own.secret]];
const send = (method: string, target: string, headers: Head, body = '') => rawRequest(host.port, rawHead(method, target, headers, body));

const hostileHosts = (port: number): (string | null)[] => [
	null, '', 'localhost', `localhost:${port}`, '127.0.0.1', `127.0.0.1:${port + 1}`, `127.1:${port}`, `0.0.0.0:${port}`, `[::1]:${port}`,
	`127.0.0.1.nip.io:${port}`, 'longview.example', `127.0.0.1:${port}.longview.example`, `user@127.0.0.1:${port}`,
];
const hostileOrigins = (port: number): string[] => [
	'null', 'file://', `http://localhost:${port}`, `http://127.0.0.1:${port + 1}`, `https://127.0.0.1:${port}`, 'http://longview.example',
	`http://127.0.0.1:${port}.longview.example`,
];
const sites = [null, 'same-origin', 'none', 'same-site', 'cross-site'];

describe('the hostile matrix', () => {
	test('of Hosts, Origins and Sec-Fetch-Sites over every route reaches no handler; what is ours reaches each', async () => {
		const { port } = host;
		const cases = [own.host, ...hostileHosts(port)].flatMap((hostName) =>
			[own.origin, null, ...hostileOrigins(port)].flatMap((origin) =>
				sites.flatMap((site) => routes.map((route) => ({ hostName, origin, site, route }))),
			),
		);
		const isOurs = ({ hostName, origin, site, route }: (typeof cases)[number]) =>
			hostName === own.host && (site === null || site === 'same-origin') && (origin === own.origin || (origin === null && route.method === 'GET'));
		const wrong: string[] = [];
		let ours = 0;
		await inParallel(cases, 64, async (request) => {
			const { hostName, origin, site, route } = request;
			const headers: Head = [
				...(hostName === null ? [] : [['Host', hostName]] as Head),
				...(origin === null ? [] : [['Origin', origin]] as Head),
				...(site === null ? [] : [['Sec-Fetch-Site', site]] as Head),
				...credentials(),
			];
			const { status } = await send(route.method, route.target, headers);
			const signIn = route.target.startsWith('/api/session/') && route.target !== '/api/session';
			// Sign-in has no token here, and asking for a start page needs the owner's key: our own origin gets no further.
			const expected = !isOurs(request) ? [400, 403] : signIn ? [400, 403, 422] : [200];
			if (isOurs(request)) ours++;
			if (!expected.includes(status)) wrong.push(`${status} ${JSON.stringify(request)}`);
		});
		expect(wrong).toEqual([]);
		expect(cases.length).toBe(14 * 9 * 5 * routes.length);
		expect(reached.length).toBe(ours - routes.filter(({ target }) => /session\/(exchange|start)/.test(target)).length * 2);
	}, 120_000);

	test('of upgrades reaches nothing, with the right Host or any other', async () => {
		for (const hostName of [own.host, ...hostileHosts(host.port)]) {
			for (const { target } of routes) {
				const head: Head = [['Host', hostName ?? ''], ['Origin', own.origin], ...credentials()];
				const bytes = `GET ${target} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`;
				expect([400, 403]).toContain((await rawRequest(host.port, bytes)).status);
			}
		}
		expect(reached).toEqual([]);
	}, 60_000);

	test('of odd targets, methods and doubled headers reaches nothing', async () => {
		const ours: Head = [['Host', own.host], ['Origin', own.origin], ...credentials()];
		const targets = [`http://longview.example/`, `http://${own.host}/api/session`, '//longview.example/', '*', '/api/../api/session', '/%61pi/session', '/api\\session', '/api//session', '/./'];
		for (const target of targets) expect([400, 403]).toContain((await send('GET', target, ours)).status);
		for (const method of ['OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND']) {
			expect([400, 403, 405]).toContain((await send(method, '/api/session', ours)).status);
		}
		for (const twice of [['Host', own.host], ['Host', 'longview.example'], ['Origin', 'http://longview.example'], ['Sec-Fetch-Site', 'same-origin'], ['x-longview-secret', own.secret]] as Head) {
			const doubled: Head = [...ours, ['Sec-Fetch-Site', 'same-origin'], twice];
			expect([400, 403]).toContain((await send('GET', '/api/session', doubled)).status);
		}
		expect(reached).toEqual([]);
	});
});

describe('the page', () => {
	const navigation: Head = [['Sec-Fetch-Mode', 'navigate'], ['Sec-Fetch-Dest', 'document']];

	test('opens from anywhere, since the start page is a file, but nothing else does', async () => {
		const from = (site: string): Head => [['Host', own.host], ['Sec-Fetch-Site', site], ...navigation];
		for (const site of ['none', 'same-origin', 'cross-site', 'same-site']) expect((await send('GET', '/', from(site))).status).toBe(200);
		expect((await send('GET', '/assets/x.js', from('cross-site'))).status).toBe(403);
		expect((await send('GET', '/api/session', [...from('cross-site'), ...credentials()])).status).toBe(403);
		expect((await send('POST', '/', [...from('cross-site'), ['Origin', 'http://longview.example']])).status).toBe(403);
		const framed: Head = [['Host', own.host], ['Sec-Fetch-Site', 'cross-site'], ['Sec-Fetch-Mode', 'navigate'], ['Sec-Fetch-Dest', 'iframe']];
		expect((await send('GET', '/', framed)).status).toBe(403);
	});
});

describe('signing in', () => {
	test('needs the cookie and the secret, both', async () => {
		const base: Head = [['Host', own.host]];
		const [cookie, secret] = credentials() as [Head[number], Head[number]];
		const wrongCookie: Head[number] = ['Cookie', `${own.cookie.slice(0, -1)}${own.cookie.endsWith('0') ? '1' : '0'}`];
		for (const headers of [[], [cookie], [secret], [wrongCookie, secret], [cookie, ['x-longview-secret', own.cookie.split('=')[1] ?? '']]] as Head[]) {
			expect((await send('GET', '/api/session', [...base, ...headers])).status).toBe(403);
		}
		expect(reached).toEqual([]);
		expect((await send('GET', '/api/session', [...base, cookie, secret])).status).toBe(200);
	});

	test('takes each token once, and keeps the cookie from scripts and other sites', async () => {
		const token = tokenOf(host.newAddress());
		const first = await exchange(token);
		expect(first.status).toBe(200);
		expect(first.headers.get('set-cookie')).toMatch(/^longview-[0-9a-f]{16}=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/);
		expect(first.headers.get('cache-control')).toBe('no-store');
		const second = await exchange(token);
		expect([second.status, await second.json()]).toEqual([403, { error: expect.stringMatching(/used already/) as string }]);
		expect((await exchange('0'.repeat(64))).status).toBe(403);
	});

	test('a start page is readable by its user alone, and gone once used', async () => {
		const path = await host.newStartPage();
		expect(statSync(path).mode & 0o777).toBe(0o600);
		const address = /http:\/\/127\.0\.0\.1:\d+\/#token=[0-9a-f]{64}/.exec(readFileSync(path, 'utf8'))?.[0] ?? '';
		expect((await exchange(tokenOf(address))).status).toBe(200);
		expect(readdirSync(folder)).not.toContain(path.split('/').at(-1));
	});

	test('a start page that nobody uses is gone after two minutes, and its token with it', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const path = await host.newStartPage();
		const token = /#token=([0-9a-f]+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
		vi.advanceTimersByTime(2 * 60_000);
		vi.useRealTimers();
		await vi.waitUntil(() => !readdirSync(folder).some((name) => name.startsWith('start-')));
		expect((await exchange(token)).status).toBe(403);
	});

	test('a second start gets in with the owner’s key, and a browser never does', async () => {
		const ask = (headers: Head) => send('POST', '/api/session/start', [['Host', own.host], ...headers]);
		const answer = await ask([['x-longview-owner', 'owner-key']]);
		expect(answer.status).toBe(200);
		expect(answer.text).toContain('startPage');
		const key: Head[number] = ['x-longview-owner', 'owner-key'];
		const refusedHeads: Head[] = [[], [['x-longview-owner', 'owner-keX']], [key, ['Origin', own.origin]], [key, ['Sec-Fetch-Site', 'same-origin']], credentials()];
		for (const headers of refusedHeads) expect((await ask(headers)).status).toBe(403);
		expect((await send('GET', '/api/session/start', [['Host', own.host], key])).status).toBe(403);
	});

	test('secrets are compared by their whole', () => {
		expect([sameSecret('abc', 'abc'), sameSecret('abc', 'abd'), sameSecret('ab', 'abc'), sameSecret('', 'abc'), sameSecret(undefined, 'abc')]).toEqual([
			true, false, false, false, false,
		]);
	});
});

test('the port is closed to other interfaces, and one in use is a sentence that names --port', async () => {
	const again = startHttpHost({ fetch: () => new Response(), port: host.port, ownerKey: 'x', startPageFolder: folder });
	await expect(again).rejects.toThrow(new RegExp(`Port ${host.port} is in use by another program.*--port \\d+`));
	await expect(fetch(`http://[::1]:${host.port}/`)).rejects.toThrow();
});
