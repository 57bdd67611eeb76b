/** What a facilitator does to actions, those of a world's way back among them. Each command is one undo step. */
import { newId } from '../../src-shared/domain/ids.ts';
import type { Action } from '../../src-shared/schemas/worlds.ts';
import { created, removed } from '../db/changes.ts';
import { stepCalled } from '../db/wayBack.ts';
import { nextOrder, openWorkshop, patched, quoted, worldName, type Desk } from './change.ts';

export type StepText = 'title' | 'note' | 'owner';

/** @param scenarioId null for an action of no world. @param at in years from the base year; null where nobody said. */
export function addStep(desk: Desk, scenarioId: string | null, at: number | null): { id: string; stored: Promise<void> } {
	const { records, ledger } = desk;
	const action: Action = { id: newId(), workshopId: openWorkshop(desk), title: '', note: '', scenarioId, at, owner: '', order: nextOrder(records.actions.all) };
	const label = scenarioId === null ? 'Add an action' : `Add a step on the way back from ${worldName(records.scenarios.get(scenarioId))}`;
	return { id: action.id, stored: ledger.commit({ label, changes: [created('actions', action)] }) };
}

/** @param stepId the same for all that is typed while the field has the focus. */
export function writeStep({ records, ledger }: Desk, id: string, field: StepText, text: string, stepId: string): Promise<void> {
	const action = records.actions.get(id);
	if (!action || action[field] === text) return Promise.resolve();
	const label = field === 'title' ? `Name a step ${quoted(text, 'nothing')}` : field === 'owner' ? `Say who does ${stepCalled(action)}` : `Write about ${stepCalled(action)}`;
	return ledger.commit({ label, stepId, changes: [patched('actions', action, { [field]: text })] });
}

export const deleteStep = ({ ledger }: Desk, action: Action): Promise<void> =>
	ledger.commit({ label: `Delete ${stepCalled(action)}`, changes: [removed('actions', action)] });

export function setDone({ ledger }: Desk, action: Action, done: boolean): Promise<void> {
	if ((action.done ?? false) === done) return Promise.resolve();
	return ledger.commit({ label: `${stepCalled(action)} is ${done ? 'done' : 'not done yet'}`, changes: [patched('actions', action, { done: done || undefined })] });
}

/** @param scenarioId null makes it an action of no world. */
export function setWorld({ records, ledger }: Desk, action: Action, scenarioId: string | null): Promise<void> {
	if (action.scenarioId === scenarioId) return Promise.resolve();
	const label = scenarioId === null ? `Take ${stepCalled(action)} out of the way back` : `Put ${stepCalled(action)} on the way back from ${worldName(records.scenarios.get(scenarioId))}`;
	return ledger.commit({ label, changes: [patched('actions', action, { scenarioId })] });
}
