/** Builds the app when it has never been built, or when a source has changed since. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appRoot, builtMain, builtRenderer, builtRoom } from '../paths.ts';
import { Refusal } from '../refusal.ts';

const sources = ['src-main', 'src-renderer', 'src-shared', 'resources', 'electron.vite.config.ts', 'room.vite.config.ts', 'package.json', 'package-lock.json'];
const stamp = join(appRoot, 'out', 'sources.sha256');
const results = [join(builtMain, 'serve.js'), join(builtMain, 'cli.js'), join(builtRenderer, 'index.html'), join(builtRoom, 'room.html')];

/** @param say told once, and only where something is built. @throws Refusal with the builder's own output. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
	const present = fingerprint();
	if (results.every((file) => existsSync(file)) && readStamp() === present) return;
	say('Building Longview; this takes a moment and happens once …');
	await build();
	writeFileSync(stamp, present);
}

/** The app, and after it the phone page, which has a build of its own. */
async function build(): Promise<void> {
	await runBuilder('electron-vite', 'electron-vite.js', ['build', '--logLevel', 'warn', '--ignoreConfigWarning']);
	await runBuilder('vite', 'vite.js', ['build', '--config', 'room.vite.config.ts']);
}

function runBuilder(name: string, file: string, words: string[]): Promise<void> {
	const builder = join(appRoot, 'node_modules', name, 'bin', file);
	const child = spawn(process.execPath, [builder, ...words], { cwd: appRoot, stdio: ['ignore', 'pipe', 'pipe'] });
	const output: Buffer[] = [];
	child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => (code === 0 ? resolve() : reject(new Refusal(500, `Longview could not be built.\n${Buffer.concat(output).toString()}`))));
	});
}

/** By name, size and time of change: a checkout that only touched a file's time costs a build, and no more. */
function fingerprint(): string {
	const hash = createHash('sha256');
	for (const source of sources) {
		for (const file of filesUnder(join(appRoot, source))) {
			const { size, mtimeMs } = statSync(file);
			hash.update(`${file} ${size} ${mtimeMs}\n`);
		}
	}
	return hash.digest('hex');
}

function filesUnder(path: string): string[] {
	if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return existsSync(path) ? [path] : [];
	const entries = readdirSync(path, { withFileTypes: true, recursive: true });
	return entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts')).map((entry) => join(entry.parentPath, entry.name)).sort();
}

function readStamp(): string | null {
	return existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
}
