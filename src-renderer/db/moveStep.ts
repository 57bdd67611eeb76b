/** A step of the way back gets another date, on the Way back's own axis or on the canvas. */
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import type { Action } from '../../src-shared/schemas/worlds.ts';
import { changed } from './changes.ts';
import type { Ledger } from './ledger.svelte.ts';
import type { Records } from './records.svelte.ts';

export const stepCalled = ({ title }: Pick<Action, 'title'>): string => (title.trim() === '' ? 'an unnamed step' : `“${title.trim()}”`);

/** @param at in years from the base year; null for no date. @param stepId shared by presses that are one step for undo. */
export function moveStep({ records, ledger }: { records: Records; ledger: Ledger }, action: Action, at: number | null, stepId?: string): Promise<void> {
	if (action.at === at) return Promise.resolve();
	const date = at === null ? null : dateLabel(records.workshop?.baseYear ?? 0, at);
	const label = date === null ? `Take the date off ${stepCalled(action)}` : `Put ${stepCalled(action)} at ${date}`;
	return ledger.commit({ label, changes: [changed('actions', action, { at })], ...(stepId !== undefined && { stepId }) });
}
