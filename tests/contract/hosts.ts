/** The hosts under contract: the same app behind each, reached the way its own window would reach it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronPorts } from '../../src-main/adapters/electron.ts';
import { nodePorts } from '../../src-main/adapters/node.ts';
import { createApi } from '../../src-main/api/app.ts';
import { startHttpHost } from '../../src-main/hosts/http.ts';
import { appOrigin, handleScheme } from '../../src-main/hosts/protocol.ts';
import type { Ports } from '../../src-main/ports.ts';
import { createServices, type Services } from '../../src-main/services.ts';
import { fake } from './fakeElectron.ts';

export interface HostUnderTest {
	/** Whether files are saved by dialogs (Electron) or downloaded by the page. */
	dialogs: boolean;
	dataFolder: string;
	services: Services;
	fetch(path: string, init?: RequestInit): Promise<Response>;
	close(): Promise<void>;
}

/** A page with the parts that matter here: a shell and a hashed asset. */
function makePage(folder: string): string {
	const page = join(folder, 'page');
	mkdirSync(join(page, 'assets'), { recursive: true });
	writeFileSync(join(page, 'index.html'), '<!doctype html><title>Longview</title>');
	writeFileSync(join(page, 'assets', 'index-abc123.js'), 'export {};');
	writeFileSync(join(folder, 'secret.txt'), 'not for the page');
	return page;
}

async function makeServices(ports: Ports): Promise<{ services: Services; dataFolder: string; remove: () => Promise<void> }> {
	const folder = mkdtempSync(join(tmpdir(), 'longview-contract-'));
	const dataFolder = join(folder, 'data');
	mkdirSync(dataFolder);
	const services = await createServices(ports, { dataFolder, rendererFolder: makePage(folder) });
	const remove = async () => {
		await services.close();
		rmSync(folder, { recursive: true, force: true });
	};
	return { services, dataFolder, remove };
}

async function direct(): Promise<HostUnderTest> {
	const { services, dataFolder, remove } = await makeServices(nodePorts);
	const api = createApi(services);
	const fetchDirect = async (path: string, init?: RequestInit) => api.fetch(new Request(`http://localhost${path}`, init));
	return { dialogs: false, dataFolder, services, fetch: fetchDirect, close: remove };
}

async function http(): Promise<HostUnderTest> {
	const { services, dataFolder, remove } = await makeServices(nodePorts);
	const api = createApi(services);
	const host = await startHttpHost({ fetch: (request) => api.fetch(request), port: 0, ownerKey: 'owner', startPageFolder: dataFolder });
	const origin = `http://127.0.0.1:${host.port}`;
	const token = new URL(host.newAddress()).hash.slice('#token='.length);
	const exchange = await fetch(`${origin}/api/session/exchange`, {
		method: 'POST',
		headers: { origin, 'content-type': 'application/json' },
		body: JSON.stringify({ token }),
	});
	const cookie = exchange.headers.get('set-cookie')?.split(';')[0] ?? '';
	const { secret } = (await exchange.json()) as { secret: string };
	const own = { origin, cookie, 'x-longview-secret': secret, 'sec-fetch-site': 'same-origin' };
	return {
		dialogs: false,
		dataFolder,
		services,
		fetch: (path, init) => fetch(`${origin}${path}`, { ...init, headers: { ...own, ...(init?.headers as Record<string, string>) } }),
		async close() {
			await host.close();
			await remove();
		},
	};
}

async function electronProtocol(): Promise<HostUnderTest> {
	const { services, dataFolder, remove } = await makeServices(electronPorts);
	handleScheme(createApi(services).fetch);
	const handler = fake.handlers.get('app');
	if (!handler) throw new Error('The scheme has no handler.');
	const fetchApp = async (path: string, init?: RequestInit) => handler(new Request(`${appOrigin}${path}`, init));
	return { dialogs: true, dataFolder, services, fetch: fetchApp, close: remove };
}

export const hosts: [string, () => Promise<HostUnderTest>][] = [
	['the handler itself', direct],
	['the HTTP host', http],
	['Electron’s protocol', electronProtocol],
];
