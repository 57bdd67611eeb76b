/**
 * How a window gets in: one-time tokens, and the start page that carries one to the browser. The page is a file that
 * only its user can read; a command line, by contrast, is there for every process to see.
 */
import { randomBytes } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSecret, sameSecret } from './guard.ts';

export const startPageLife = 2 * 60_000;

export class Tokens {
	#open = new Set<string>();
	/** Whether a window has got in at all. */
	wasUsed = false;

	issue(): string {
		const token = newSecret();
		this.#open.add(token);
		return token;
	}

	/** True once for each token. */
	redeem(given: string): boolean {
		for (const token of this.#open) {
			if (!sameSecret(given, token)) continue;
			this.wasUsed = true;
			return this.#open.delete(token);
		}
		return false;
	}

	withdraw(token: string): void {
		this.#open.delete(token);
	}
}

export const addressWith = (port: number, token: string): string => `http://127.0.0.1:${port}/#token=${token}`;

export class StartPages {
	#folder: string;
	#tokens: Tokens;
	#pages = new Map<string, { path: string; timer: NodeJS.Timeout }>();

	constructor(folder: string, tokens: Tokens) {
		this.#folder = folder;
		this.#tokens = tokens;
	}

	/** Writes a page that leads in once, within two minutes. @returns its path. */
	async make(port: number): Promise<string> {
		const token = this.#tokens.issue();
		const path = join(this.#folder, `start-${randomBytes(8).toString('hex')}.html`);
		await writeFile(path, html(addressWith(port, token)), { mode: 0o600, flag: 'wx' });
		const timer = setTimeout(() => {
			this.#tokens.withdraw(token);
			void this.used(token);
		}, startPageLife).unref();
		this.#pages.set(token, { path, timer });
		return path;
	}

	/** Its token was redeemed, or its time is over. */
	async used(token: string): Promise<void> {
		const page = this.#pages.get(token);
		if (!page) return;
		this.#pages.delete(token);
		clearTimeout(page.timer);
		await rm(page.path, { force: true });
	}

	async removeAll(): Promise<void> {
		await Promise.all([...this.#pages.keys()].map((token) => this.used(token)));
	}
}

/** Pages that a killed process left behind lead nowhere, since tokens die with their process. */
export async function removeOldStartPages(folder: string): Promise<void> {
	const names = (await readdir(folder)).filter((name) => /^start-[0-9a-f]{16}\.html$/.test(name));
	await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
}

const html = (address: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Longview</title>
<script>location.replace(${JSON.stringify(address)});</script>
<noscript><meta http-equiv="refresh" content="0; url=${address}"></noscript>
<p>Longview is starting …</p>
</html>
`;
