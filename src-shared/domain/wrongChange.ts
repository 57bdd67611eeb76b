/** Whether a change is one that Longview makes: in its own journal, under its record's id, with a record of the right shape. */
import * as v from 'valibot';
import { documentChangeSchema, type Change, type DocumentChange, type Scope } from '../schemas/journal.ts';
import { librarySchemas, recordSchemas } from '../schemas/records.ts';

/** The journal a change belongs to. */
export function scopeOf(change: Change): Scope {
	if (change.table === 'documents' || change.table in librarySchemas) return 'library';
	if (change.table === 'workshops') return `workshop-${change.key}`;
	const record = change.after ?? change.before;
	return `workshop-${String(record?.['workshopId'])}`;
}

/**
 * @param scope the journal it stands in, or is to stand in.
 * @returns what is wrong with it, as the inside of a sentence; null where nothing is.
 */
export function wrongChange(scope: Scope, change: Change): string | null {
	if (change.table === 'documents') return wrongDocument(scope, change);
	const { table, key, after } = change;
	// A removal that names no record before it says only its key; its table has to fit all the same.
	const names = after ?? change.before;
	if (names !== null && scopeOf(change) !== scope) return `a record of ${table} that belongs to another journal`;
	if (names === null && (table in librarySchemas) !== (scope === 'library')) return `a record of ${table} in the wrong journal`;
	if (after === null) return null;
	if (after['id'] !== key) return `a record of ${table} under another id than its own`;
	const checked = v.safeParse(recordSchemas[table], after);
	return checked.success ? null : `a record of ${table} whose ${v.getDotPath(checked.issues[0]) ?? 'content'} does not fit`;
}

function wrongDocument(scope: Scope, change: DocumentChange): string | null {
	if (scope !== 'library') return 'a document outside the library';
	if (!v.is(documentChangeSchema, change)) return 'a document that does not say when it came in, or what it stands in for';
	return [change.before, change.after].some((side) => side?.earlier === change.key) ? 'a document that stands in for itself' : null;
}
