/** Runs a command and says on screen what went wrong with it, so that no failure passes in silence. */
import type { App } from '../context.ts';

/** @returns what the command gave, or undefined after a failure that was shown. */
export async function attempt<T>({ toasts }: Pick<App, 'toasts'>, command: () => Promise<T>): Promise<T | undefined> {
	try {
		return await command();
	} catch (error) {
		toasts.error(explain(error));
		return undefined;
	}
}

/** Refusals carry their sentence; what the browser's store throws does not. */
function explain(error: unknown): string {
	if (error instanceof Error && error.name === 'Refused') return error.message;
	const full = error instanceof Error && [error.name, (error as { inner?: Error }).inner?.name].includes('QuotaExceededError');
	return full
		? 'The browser’s storage is full, so this was not kept. Free some space and do it again.'
		: 'This could not be stored, so nothing was changed. Do it again; if it fails again, start Longview anew.';
}
