/** Undo and redo with a word on what was taken back, wherever their buttons and keys are. */
import { refusal } from './attempt.ts';
import type { Toasts } from './toasts.svelte.ts';

interface Parts {
	ledger: { undo(): Promise<string | null>; redo(): Promise<string | null>; goTo(stepId: string | null): Promise<number> };
	toasts: Toasts;
}

export const undo = (app: Parts): Promise<void> => replay(app, 'undo');
export const redo = (app: Parts): Promise<void> => replay(app, 'redo');

/** Back, or forth again, until this step is the last that is done; null for before the first. */
export async function goTo(app: Parts, stepId: string | null): Promise<void> {
	try {
		await app.ledger.goTo(stepId);
	} catch (error) {
		app.toasts.error(`One of the steps stays as it is. ${refusal(error)}`);
	}
}

async function replay(app: Parts, which: 'undo' | 'redo'): Promise<void> {
	try {
		const label = await app.ledger[which]();
		if (label === null) return;
		const [done, other] = which === 'undo' ? (['Taken back', 'redo'] as const) : (['Done again', 'undo'] as const);
		app.toasts.done(`${done}: ${label}`, { label: other === 'redo' ? 'Redo' : 'Undo', run: () => void replay(app, other) });
	} catch (error) {
		app.toasts.error(`This step stays as it is. ${refusal(error)}`);
	}
}
