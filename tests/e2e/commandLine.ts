/** The command line, as a shell runs it on a checkout. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Ran {
	code: number;
	out: string;
	err: string;
}

export const longviewCommand = (...args: string[]): Promise<Ran> =>
	new Promise((resolve) => {
		execFile('npm', ['run', '-s', 'longview', '--', ...args], { cwd: root, maxBuffer: 64 << 20, shell: process.platform === 'win32' }, (error, out, err) =>
			resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err }),
		);
	});
