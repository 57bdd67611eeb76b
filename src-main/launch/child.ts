/** Runs a child in place of this process: the same streams, the same signals, the same exit code. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** @returns the exit code the shell would see. @throws Error where the program cannot be run at all. */
export function runInPlace(command: string, args: string[]): Promise<number> {
	const child = spawn(command, args, { stdio: 'inherit' });
	// Ctrl-C reaches the child by itself, being in the same terminal; this process only has to outlive it.
	const forward = (signal: NodeJS.Signals) => {
		if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
	};
	for (const signal of forwarded) process.on(signal, forward);
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code, signal) => {
			for (const name of forwarded) process.off(name, forward);
			resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
		});
	});
}
