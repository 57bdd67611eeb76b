/** Undo and redo with a word on what was taken back. */
import type { App } from '../context.ts';

export async function undo(app: App): Promise<void> {
	await replay(app, 'undo');
}

export async function redo(app: App): Promise<void> {
	await replay(app, 'redo');
}

async function replay(app: App, which: 'undo' | 'redo'): Promise<void> {
	try {
		const label = await app.ledger[which]();
		if (label === null) return;
		const other = which === 'undo' ? 'Redo' : 'Undo';
		app.toasts.done(`${which === 'undo' ? 'Taken back' : 'Done again'}: ${label}`, {
			label: other,
			run: () => void replay(app, which === 'undo' ? 'redo' : 'undo'),
		});
	} catch (error) {
		app.toasts.error(`This step cannot be ${which === 'undo' ? 'taken back' : 'done again'}. ${error instanceof Error ? error.message : ''}`);
	}
}
