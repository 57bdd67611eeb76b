/** What every component may ask for, handed down over Svelte's context from the composition root. */
import { createContext } from 'svelte';
import type { SessionInfo } from '../src-shared/schemas/api.ts';
import type { Database } from './db/database.ts';
import type { Ledger } from './db/ledger.svelte.ts';
import type { LibrarySearch } from './db/librarySearch.svelte.ts';
import type { Records } from './db/records.svelte.ts';
import type { Sync } from './db/sync.svelte.ts';
import type { Desk } from './desk.svelte.ts';
import type { ThemeSetting } from './ui/theme.svelte.ts';
import type { Toasts } from './ui/toasts.svelte.ts';

export interface App {
	session: SessionInfo;
	database: Database;
	records: Records;
	search: LibrarySearch;
	ledger: Ledger;
	sync: Sync;
	desk: Desk;
	theme: ThemeSetting;
	toasts: Toasts;
}

export const [getApp, setApp] = createContext<App>();
