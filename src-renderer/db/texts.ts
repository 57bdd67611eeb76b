/** The whole texts of sources, which stay in IndexedDB until one is read. */
import type { Database } from './database.ts';

/** @returns the text after decoding and repair, or null where the library has no such source. */
export async function textOf(database: Database, sourceId: string): Promise<string | null> {
	return (await database.texts.get(sourceId))?.text ?? null;
}
