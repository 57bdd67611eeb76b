/** `npm run bench [suite…]`: runs the suites that stand beside this file, or those that are named. */
import { readdirSync } from 'node:fs';
import { cpus, release, totalmem, type as system } from 'node:os';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { join } from 'node:path';

interface Suite {
	run(): void | Promise<void>;
}

const folder = fileURLToPath(new URL('.', import.meta.url));
const found = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'run.ts').map((name) => name.slice(0, -3));
const named = process.argv.slice(2);
const unknown = named.filter((name) => !found.includes(name));

if (unknown.length > 0) {
	console.error(`There is no suite ${unknown.join(', ')}. There are: ${found.join(', ')}.`);
	process.exitCode = 2;
} else {
	const [processor] = cpus();
	console.log(`${new Date().toISOString().slice(0, 16)}Z, ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${system()} ${release()}, Node ${process.versions.node}`);
	console.log('Compare the ratios of one run; the milliseconds are those of this machine at this minute.');
	for (const name of named.length > 0 ? named : found) {
		console.log(`\n# ${name}`);
		const suite = (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as Suite;
		await suite.run();
	}
}
