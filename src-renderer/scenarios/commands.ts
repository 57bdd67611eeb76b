/** What a facilitator does to scenarios. Each command is one undo step. */
import { newId } from '../../src-shared/domain/ids.ts';
import type { Scenario } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { cardFace, faceTitle } from '../db/cardFace.ts';
import { startUsing } from '../db/cardUse.ts';
import { changed, created, removed } from '../db/changes.ts';
import { moved } from '../ui/reorder.ts';

type Desk = Pick<App, 'records' | 'ledger'>;

export const inOrder = (scenarios: readonly Scenario[]): Scenario[] =>
	[...scenarios].sort((a, b) => a.order - b.order || a.createdAt.localeCompare(b.createdAt));

export const called = (scenario: Pick<Scenario, 'title'>): string => (scenario.title.trim() === '' ? 'the unnamed scenario' : `“${scenario.title.trim()}”`);

/** @returns the new scenario's id, which is in memory at once, and when it is stored. */
export function addScenario({ records, ledger }: Desk): { id: string; stored: Promise<void> } {
	const { workshop } = records;
	if (!workshop) throw new Error('Open a workshop first.');
	const scenario: Scenario = {
		id: newId(),
		workshopId: workshop.id,
		title: '',
		narrative: '',
		horizonYear: workshop.baseYear + 10,
		cardIds: [],
		order: Math.max(0, ...records.scenarios.all.map(({ order }) => order)) + 1,
		createdAt: new Date().toISOString(),
	};
	return { id: scenario.id, stored: ledger.commit({ label: 'Start a scenario', changes: [created('scenarios', scenario)] }) };
}

export const deleteScenario = ({ ledger }: Desk, scenario: Scenario): Promise<void> =>
	ledger.commit({ label: `Delete ${called(scenario)}`, changes: [removed('scenarios', scenario)] });

export type TextField = 'title' | 'narrative';

/** Nothing happens where the scenario was deleted while its text was on the way. */
export function write({ records, ledger }: Desk, scenarioId: string, field: TextField, text: string): Promise<void> {
	const scenario = records.scenarios.get(scenarioId);
	if (!scenario || scenario[field] === text) return Promise.resolve();
	const label = field === 'title' ? `Name a scenario “${text.trim()}”` : `Write in ${called(scenario)}`;
	return ledger.commit({ label, changes: [changed('scenarios', scenario, { [field]: text })] });
}

export const setYear = ({ ledger }: Desk, scenario: Scenario, horizonYear: number): Promise<void> =>
	ledger.commit({ label: `Set ${called(scenario)} in ${horizonYear}`, changes: [changed('scenarios', scenario, { horizonYear })] });

/** @param ids the scenarios in their new order. */
export function reorderScenarios({ records, ledger }: Desk, ids: readonly string[]): Promise<void> {
	const changes = ids.flatMap((id, index) => {
		const scenario = records.scenarios.get(id);
		return scenario && scenario.order !== index + 1 ? [changed('scenarios', scenario, { order: index + 1 })] : [];
	});
	return ledger.commit({ label: 'Reorder the scenarios', changes });
}

const titleOf = ({ records }: Desk, cardId: string): string => {
	const face = cardFace(records, cardId);
	return face ? faceTitle(face) : 'a card';
};

/** A card that the workshop did not use yet gets its number. */
export function feed(desk: Desk, scenario: Scenario, cardId: string): Promise<void> {
	if (scenario.cardIds.includes(cardId)) return Promise.resolve();
	const uses = startUsing(desk.records, [cardId]);
	const change = changed('scenarios', scenario, { cardIds: [...scenario.cardIds, cardId] });
	return desk.ledger.commit({ label: `Feed ${called(scenario)} with ${titleOf(desk, cardId)}`, changes: [...uses, change] });
}

export function unfeed(desk: Desk, scenario: Scenario, cardId: string): Promise<void> {
	const change = changed('scenarios', scenario, { cardIds: scenario.cardIds.filter((id) => id !== cardId) });
	return desk.ledger.commit({ label: `Take ${titleOf(desk, cardId)} out of ${called(scenario)}`, changes: [change] });
}

export function reorderFeeds({ ledger }: Desk, scenario: Scenario, cardIds: readonly string[]): Promise<void> {
	const change = changed('scenarios', scenario, { cardIds: [...cardIds] });
	return ledger.commit({ label: `Reorder the cards of ${called(scenario)}`, changes: [change] });
}

/** @param by -1 moves it up, 1 down. */
export function stepFeed(desk: Desk, scenario: Scenario, cardId: string, by: -1 | 1): Promise<void> {
	const from = scenario.cardIds.indexOf(cardId);
	const after = moved(scenario.cardIds, from, from + by);
	return after === scenario.cardIds ? Promise.resolve() : reorderFeeds(desk, scenario, after);
}

export function stepScenario(desk: Desk, scenarioId: string, by: number): Promise<void> {
	const ids = inOrder(desk.records.scenarios.all).map(({ id }) => id);
	const from = ids.indexOf(scenarioId);
	const after = moved(ids, from, from + by);
	return after === ids ? Promise.resolve() : reorderScenarios(desk, after);
}
