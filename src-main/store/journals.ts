/** All journals of a data folder: the library's and each workshop's, opened when they are first asked for. */
import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { ScopeSummary } from '../../src-shared/schemas/api.ts';
import { scopeSchema, type JournalLine, type Revision, type Scope } from '../../src-shared/schemas/journal.ts';
import { workshopSchema } from '../../src-shared/schemas/records.ts';
import { diskRefusal } from './diskErrors.ts';
import type { Appended } from './history.ts';
import { Journal, type JournalRead } from './journal.ts';
import { syncFolder } from './wholeFile.ts';

export interface Journals {
	list(): Promise<ScopeSummary[]>;
	/** A scope that is not there reads as empty. */
	read(scope: Scope, since: number | null): Promise<JournalRead>;
	append(scope: Scope, base: Revision, lines: JournalLine[]): Promise<Appended>;
	forget(scope: Scope): Promise<Revision>;
	/** Moves a scope to the trash. @returns where it is now, or null where there was none. */
	remove(scope: Scope): Promise<string | null>;
	close(): Promise<void>;
}

/** Stands between a scope's name and the time of its removal; no scope has a dot. */
const trashedAt = '.removed-';
const blank = { rev: 0, lastId: null, title: null, question: null, baseYear: null, lastChangedAt: null, error: null, removed: false };
const nothing: JournalRead = { rev: 0, lastId: null, snapshot: null, lines: [], notes: [] };

export function createJournals(dataFolder: string): Journals {
	const folder = join(dataFolder, 'journals');
	const trash = join(dataFolder, 'trash');
	const open = new Map<Scope, Promise<Journal>>();

	const isThere = (scope: Scope): Promise<boolean> => stat(join(folder, scope)).then(() => true, () => open.has(scope));

	function journal(scope: Scope): Promise<Journal> {
		const present = open.get(scope);
		if (present) return present;
		const opening = Journal.open(join(folder, scope), scope).catch((error: unknown) => {
			open.delete(scope);
			throw diskRefusal(error, join(folder, scope));
		});
		open.set(scope, opening);
		return opening;
	}

	async function letGo(scope: Scope): Promise<void> {
		const present = await open.get(scope)?.catch(() => null);
		open.delete(scope);
		await present?.close().catch(() => undefined);
	}

	/** What failed on the disk may have left memory and disk apart; the next request opens the scope afresh. */
	async function orReopen<T>(scope: Scope, work: Promise<T>): Promise<T> {
		try {
			return await work;
		} catch (error) {
			await letGo(scope);
			throw error;
		}
	}

	return {
		async list() {
			const names = await readdir(folder).catch(() => []);
			const scopes = names.filter((name) => v.is(scopeSchema, name)).sort();
			const removed = (await removedScopes(trash)).filter((scope) => !scopes.includes(scope));
			const live = scopes.map((scope) => journal(scope).then(summary, (error: unknown) => unreadable(scope, error)));
			return [...(await Promise.all(live)), ...removed.map((scope) => ({ ...blank, scope, removed: true }))];
		},
		async read(scope, since) {
			return (await isThere(scope)) ? (await journal(scope)).read(since) : nothing;
		},
		async append(scope, base, lines) {
			return orReopen(scope, (await journal(scope)).append(base, lines));
		},
		async forget(scope) {
			return (await isThere(scope)) ? orReopen(scope, (await journal(scope)).forget()) : { rev: 0, lastId: null };
		},
		async remove(scope) {
			if (!(await isThere(scope))) return null;
			await letGo(scope);
			await mkdir(trash, { recursive: true });
			const path = join(trash, `${scope}${trashedAt}${new Date().toISOString().replace(/[:.]/g, '-')}`);
			await rename(join(folder, scope), path);
			await syncFolder(trash);
			await syncFolder(folder);
			return path;
		},
		async close() {
			await Promise.all([...open.keys()].map(letGo));
		},
	};
}

async function summary(journal: Journal): Promise<ScopeSummary> {
	const { revision, state, lastChangedAt } = await journal.look();
	const [record] = state.tables.get('workshops')?.values() ?? [];
	const workshop = v.safeParse(workshopSchema, record);
	const { title, question, baseYear } = workshop.success ? workshop.output : { title: null, question: null, baseYear: null };
	return { ...blank, scope: journal.scope, ...revision, title, question, baseYear, lastChangedAt };
}

function unreadable(scope: Scope, error: unknown): ScopeSummary {
	return { ...blank, scope, error: error instanceof Error ? error.message : String(error) };
}

async function removedScopes(trash: string): Promise<Scope[]> {
	const names = await readdir(trash).catch(() => []);
	const scopes = names.map((name) => name.split(trashedAt)[0] ?? '');
	return [...new Set(scopes)].filter((name) => v.is(scopeSchema, name)).sort();
}
