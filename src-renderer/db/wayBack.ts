/** The way back that is looked at, on its own axis, above the canvas and in pictures; and a step that gets another date. */
import { backwards, worldsToComeFrom } from '../../src-shared/domain/backcast.ts';
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import type { Scenario } from '../../src-shared/schemas/records.ts';
import type { Action } from '../../src-shared/schemas/worlds.ts';
import { changed } from './changes.ts';
import type { Ledger } from './ledger.svelte.ts';
import type { Records } from './records.svelte.ts';

export type DatedStep = Action & { at: number };

export interface WayBack {
	/** The preferable ones first. */
	worlds: Scenario[];
	/** Undefined where the workshop has none. */
	world: Scenario | undefined;
	/** From the world back to today. */
	steps: DatedStep[];
}

/** @param wanted the world that was chosen; without one that is there, the first that has a step with a date. */
export function wayBackOf({ scenarios, actions }: Pick<Records, 'scenarios' | 'actions'>, wanted: string | null): WayBack {
	const worlds = worldsToComeFrom(scenarios.all);
	const dated = actions.all.filter((action): action is DatedStep => action.at !== null);
	const world = worlds.find(({ id }) => id === wanted) ?? worlds.find(({ id }) => dated.some(({ scenarioId }) => scenarioId === id)) ?? worlds[0];
	return { worlds, world, steps: backwards(dated.filter(({ scenarioId }) => world !== undefined && scenarioId === world.id)) };
}

export const stepCalled = ({ title }: Pick<Action, 'title'>): string => (title.trim() === '' ? 'an unnamed step' : `“${title.trim()}”`);

/** @param at in years from the base year; null for no date. @param stepId shared by presses that are one step for undo. */
export function moveStep({ records, ledger }: { records: Records; ledger: Ledger }, action: Action, at: number | null, stepId?: string): Promise<void> {
	if (action.at === at) return Promise.resolve();
	const date = at === null ? null : dateLabel(records.workshop?.baseYear ?? 0, at);
	const label = date === null ? `Take the date off ${stepCalled(action)}` : `Put ${stepCalled(action)} at ${date}`;
	return ledger.commit({ label, changes: [changed('actions', action, { at })], ...(stepId !== undefined && { stepId }) });
}
