/** Runs a command for a component: what fails is told as a sentence, and the component learns whether it worked. */
import type { Toasts } from './toasts.svelte.ts';

export async function attempt(app: { toasts: Toasts }, work: () => Promise<unknown>): Promise<boolean> {
	try {
		await work();
		return true;
	} catch (error) {
		app.toasts.error(`${refusal(error)} Nothing was changed.`);
		return false;
	}
}

/** What went wrong when the browser would not store something, as a sentence. */
export function refusal(error: unknown): string {
	const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
	if (/quota|disk|space/i.test(`${name} ${message}`)) return 'That could not be kept, because the disk is full. Make room on it and try again.';
	if (/^[A-Z].*\.$/s.test(message)) return message;
	return `That could not be kept (${message || name}). Try again.`;
}
