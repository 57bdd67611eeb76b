/** What a facilitator does to the plans of the wind tunnel. Each command is one undo step. */
import { newId } from '../../src-shared/domain/ids.ts';
import { verdictWords } from '../../src-shared/domain/windTunnel.ts';
import type { Option, Verdict } from '../../src-shared/schemas/worlds.ts';
import { changed, created, removed } from '../db/changes.ts';
import { nextOrder, openWorkshop, quoted, worldName, type Desk } from './change.ts';

export const optionsInOrder = (options: readonly Option[]): Option[] => [...options].sort((a, b) => a.order - b.order || a.id.localeCompare(b.id));

const called = ({ title }: Pick<Option, 'title'>): string => quoted(title, 'an unnamed plan');

/** @returns the new plan's id, which is in memory at once, and when it is stored. */
export function addOption(desk: Desk, title = ''): { id: string; stored: Promise<void> } {
	const { records, ledger } = desk;
	const option: Option = { id: newId(), workshopId: openWorkshop(desk), title: title.trim(), description: '', order: nextOrder(records.options.all), verdicts: {} };
	return { id: option.id, stored: ledger.commit({ label: `Add ${title.trim() === '' ? 'a plan' : `the plan ${called(option)}`} to the wind tunnel`, changes: [created('options', option)] }) };
}

/** @param stepId the same for all that is typed while the field has the focus. */
export function writeOption({ records, ledger }: Desk, id: string, field: 'title' | 'description', text: string, stepId: string): Promise<void> {
	const option = records.options.get(id);
	if (!option || option[field] === text) return Promise.resolve();
	const label = field === 'title' ? `Name a plan ${quoted(text, 'nothing')}` : `Describe ${called(option)}`;
	return ledger.commit({ label, stepId, changes: [changed('options', option, { [field]: text })] });
}

export const deleteOption = ({ ledger }: Desk, option: Option): Promise<void> =>
	ledger.commit({ label: `Delete the plan ${called(option)}`, changes: [removed('options', option)] });

/** @param verdict null takes it away, with its reason. */
export function judge({ records, ledger }: Desk, optionId: string, scenarioId: string, verdict: Verdict | null): Promise<void> {
	const option = records.options.get(optionId);
	const before = option?.verdicts[scenarioId];
	if (!option || (before?.verdict ?? null) === verdict) return Promise.resolve();
	const world = worldName(records.scenarios.get(scenarioId));
	const rest = Object.fromEntries(Object.entries(option.verdicts).filter(([id]) => id !== scenarioId));
	const verdicts = verdict === null ? rest : { ...option.verdicts, [scenarioId]: { ...before, verdict } };
	const label = verdict === null ? `Take back what is said of ${called(option)} in ${world}` : `${called(option)} ${verdictWords[verdict]} in ${world}`;
	return ledger.commit({ label, changes: [changed('options', option, { verdicts })] });
}

/** Nothing happens where there is no verdict to give a reason for. */
export function explain({ records, ledger }: Desk, optionId: string, scenarioId: string, why: string, stepId: string): Promise<void> {
	const option = records.options.get(optionId);
	const before = option?.verdicts[scenarioId];
	if (!option || !before || (before.why ?? '') === why) return Promise.resolve();
	const after = why.trim() === '' ? { verdict: before.verdict } : { ...before, why };
	const label = `Say why ${called(option)} ${verdictWords[before.verdict]} in ${worldName(records.scenarios.get(scenarioId))}`;
	return ledger.commit({ label, stepId, changes: [changed('options', option, { verdicts: { ...option.verdicts, [scenarioId]: after } })] });
}

/** @param by -1 moves it up, 1 down. @returns whether it went anywhere. */
export async function stepOption({ records, ledger }: Desk, id: string, by: -1 | 1): Promise<boolean> {
	const ids = optionsInOrder(records.options.all).map((option) => option.id);
	const [from, to] = [ids.indexOf(id), ids.indexOf(id) + by];
	if (from < 0 || to < 0 || to >= ids.length) return false;
	const after = ids.toSpliced(from, 1).toSpliced(to, 0, id);
	const changes = after.flatMap((optionId, index) => {
		const option = records.options.get(optionId)!;
		return option.order === index + 1 ? [] : [changed('options', option, { order: index + 1 })];
	});
	await ledger.commit({ label: `Move the plan ${called(records.options.get(id)!)} ${by < 0 ? 'up' : 'down'}`, changes });
	return true;
}
