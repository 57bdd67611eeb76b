/** Says what was just done, with its undo at hand. */
import type { App } from '../context.ts';
import { undo } from '../ui/history.ts';

/** @param stepId the undo is offered only while this is still the last thing done: later it would take back something else. */
export function offerUndo(app: Pick<App, 'ledger' | 'toasts'>, text: string, stepId: string): void {
	const run = () => {
		if (app.ledger.done.at(-1)?.stepId === stepId) void undo(app);
		else app.toasts.error('Something else was done since. Undo steps back through it with Ctrl+Z.');
	};
	app.toasts.done(text, { label: 'Undo', run });
}
