/** The way back that is looked at, on its own axis, above the canvas and in pictures; and a step that gets another date. */
import { wayBackFrom, type WayBackFrom } from '../../src-shared/domain/backcast.ts';
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import type { Scenario } from '../../src-shared/schemas/records.ts';
import type { Action } from '../../src-shared/schemas/worlds.ts';
import { changed } from './changes.ts';
import type { Ledger } from './ledger.svelte.ts';
import type { Records } from './records.svelte.ts';

export type DatedStep = Action & { at: number };

export type WayBack = WayBackFrom<Scenario, Action>;

export const wayBackOf = ({ scenarios, actions }: Pick<Records, 'scenarios' | 'actions'>, wanted: string | null): WayBack => wayBackFrom(scenarios.all, actions.all, wanted);

export const stepCalled = ({ title }: Pick<Action, 'title'>): string => (title.trim() === '' ? 'an unnamed step' : `“${title.trim()}”`);

/** @param at in years from the base year; null for no date. @param stepId shared by presses that are one step for undo. */
export function moveStep({ records, ledger }: { records: Records; ledger: Ledger }, action: Action, at: number | null, stepId?: string): Promise<void> {
	if (action.at === at) return Promise.resolve();
	const date = at === null ? null : dateLabel(records.workshop?.baseYear ?? 0, at);
	const label = date === null ? `Take the date off ${stepCalled(action)}` : `Put ${stepCalled(action)} at ${date}`;
	return ledger.commit({ label, changes: [changed('actions', action, { at })], ...(stepId !== undefined && { stepId }) });
}
