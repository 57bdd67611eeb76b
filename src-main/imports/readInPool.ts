/** Has a worker read some files within a deadline, and finds the guilty one where that fails. */
import { DeadlineExceeded, type Pool } from '../pool.ts';
import type { FilesRead, ImportInput, ImportTask } from './importWorker.ts';

/** Milliseconds for a file; a whole batch gets no more before its files are tried one by one. */
export const fileDeadline = 10_000;

/** @throws the abort signal's reason, and nothing else. */
export async function readInPool(pool: Pool, items: ImportInput[], signal: AbortSignal, deadline = fileDeadline): Promise<FilesRead> {
	const task: ImportTask = { items };
	try {
		return await pool.run<FilesRead>(task, { deadline, signal });
	} catch (error) {
		signal.throwIfAborted();
		if (items.length === 1) return { documents: [], unrepaired: [], tables: [], unread: [{ file: items[0]!.file, error: whyNot(error, deadline) }] };
	}
	const read: FilesRead = { documents: [], unrepaired: [], unread: [], tables: [] };
	for (const [index, item] of items.entries()) {
		const { documents, unrepaired, unread, tables } = await readInPool(pool, [item], signal, deadline);
		read.documents.push(...documents);
		read.unrepaired.push(...unrepaired);
		read.unread.push(...unread);
		read.tables.push(...tables.map((table) => ({ ...table, item: index })));
	}
	return read;
}

function whyNot(error: unknown, deadline: number): string {
	if (error instanceof DeadlineExceeded) return `Reading it took longer than ${deadline / 1000} seconds, so it was stopped.`;
	if ((error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'Reading it took too much memory, so it was stopped.';
	return `Reading it failed (${error instanceof Error ? error.message : String(error)}).`;
}
