/** Runs a command for a component: what fails is told as a sentence, and the component learns whether it worked. */
import type { Toasts } from './toasts.svelte.ts';

/** @returns what the command gave, or undefined after a failure that was shown. */
export async function attempt<T>({ toasts }: { toasts: Toasts }, work: () => Promise<T>): Promise<T | undefined> {
	try {
		return await work();
	} catch (error) {
		const isRefusal = error instanceof Error && error.name === 'Refused';
		toasts.error(isRefusal ? error.message : `${refusal(error)} Nothing was changed.`);
		return undefined;
	}
}

/** The same for a command that gives nothing. @returns whether it was done. */
export const succeeds = async (app: { toasts: Toasts }, work: () => Promise<unknown>): Promise<boolean> => (await attempt(app, () => work().then(() => true))) === true;

/** What went wrong when the browser would not store something, as a sentence. */
export function refusal(error: unknown): string {
	const { name, message, inner } = error instanceof Error ? (error as Error & { inner?: Error }) : { name: '', message: String(error), inner: undefined };
	if (/quota|disk|space/i.test(`${name} ${message} ${inner?.name ?? ''}`)) return 'That could not be kept, because the disk is full. Make room on it and try again.';
	if (/^[A-Z“].*\.$/s.test(message)) return message;
	return `That could not be kept (${message || name}). Try again.`;
}
