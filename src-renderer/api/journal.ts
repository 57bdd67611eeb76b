/** The disk's journals, as the outbox sees them. */
import type { Scope } from '../../src-shared/schemas/journal.ts';
import type { JournalApi } from '../db/sync.svelte.ts';
import { accepted, ApiError, client } from './client.ts';

export const journalApi: JournalApi = {
	async list() {
		return (await accepted(client.api.journals.$get())).json();
	},
	async read(scope, since) {
		const query = since === null ? {} : { since: String(since) };
		return (await accepted(client.api.journals[':scope'].$get({ param: { scope }, query }))).json();
	},
	async append(scope, base, lines) {
		try {
			const response = await accepted(client.api.journals[':scope'].$post({ param: { scope }, json: { base, lines } }));
			return await response.json();
		} catch (error) {
			if (error instanceof ApiError && error.status === 409) return 'conflict';
			throw error;
		}
	},
	async document(hash) {
		return (await accepted(client.api.documents[':hash'].$get({ param: { hash } }))).json();
	},
};

/** Moves a scope's journal to the data folder's trash. */
export async function removeJournal(scope: Scope): Promise<void> {
	await accepted(client.api.journals[':scope'].$delete({ param: { scope } }));
}
