/** Longview's browser host, started as a facilitator starts it, on a data folder and a port of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

export interface Host {
	/** The address with its one-time token. */
	address: string;
	port: number;
	dataFolder: string;
	/** Ends it as Ctrl-C does. @returns its exit code. */
	stop(): Promise<number | null>;
	/** Ends it as a crash does. */
	kill(): Promise<void>;
	/** Starts it again on the same folder and port. */
	restart(): Promise<Host>;
}

export const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
		});
	});

export const newDataFolder = (): string => mkdtempSync(join(tmpdir(), 'longview-e2e-'));

export async function startHost(dataFolder = newDataFolder(), port?: number): Promise<Host> {
	const usedPort = port ?? (await freePort());
	const child = spawn(process.execPath, [join(root, 'out/main/serve.js'), '--port', String(usedPort), '--data', dataFolder], {
		stdio: ['ignore', 'pipe', 'pipe'],
		cwd: dataFolder,
	});
	const address = await addressFrom(child);
	const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
	const end = async (signal: NodeJS.Signals) => {
		child.kill(signal);
		return ended;
	};
	return {
		address,
		port: usedPort,
		dataFolder,
		stop: () => end('SIGINT'),
		kill: () => end('SIGKILL').then(() => undefined),
		restart: () => startHost(dataFolder, usedPort),
	};
}

function addressFrom(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		const listen = (stream: NodeJS.ReadableStream | null) =>
			stream &&
			createInterface({ input: stream }).on('line', (line) => {
				said += `${line}\n`;
				const address = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(line)?.[0];
				if (address) resolve(address);
			});
		listen(child.stdout);
		listen(child.stderr);
		child.once('exit', (code) => reject(new Error(`The host ended (${code}) before it gave an address:\n${said}`)));
	});
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });
