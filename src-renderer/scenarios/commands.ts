/** What a facilitator does to scenarios. Each command is one undo step. */
import { cardsNamedIn } from '../../src-shared/markdown/narrative.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Scenario } from '../../src-shared/schemas/records.ts';
import type { Feed, Standing } from '../../src-shared/schemas/worlds.ts';
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
export function addScenario({ records, ledger }: Desk, { standing, label = 'Start a scenario' }: { standing?: Standing; label?: string } = {}): { id: string; stored: Promise<void> } {
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
		...(standing && { standing }),
	};
	return { id: scenario.id, stored: ledger.commit({ label, changes: [created('scenarios', scenario)] }) };
}

/** Its futures wheel goes with it; the steps of its way back stay, as actions of no world. */
export function deleteScenario({ records, ledger }: Desk, scenario: Scenario): Promise<void> {
	const isOfIt = ({ scenarioId }: { scenarioId: string | null }) => scenarioId === scenario.id;
	return ledger.commit({
		label: `Delete ${called(scenario)}`,
		changes: [
			removed('scenarios', scenario),
			...records.consequences.all.filter(isOfIt).map((consequence) => removed('consequences', consequence)),
			...records.actions.all.filter(isOfIt).map((action) => changed('actions', action, { scenarioId: null })),
		],
	});
}

export const textFields = ['title', 'summary', 'narrative', 'implications', 'winners', 'losers', 'headline'] as const;
export type TextField = (typeof textFields)[number];

const written: Record<Exclude<TextField, 'title'>, string> = {
	summary: 'Sum up', narrative: 'Write in', implications: 'Write the implications of', winners: 'Say who wins in', losers: 'Say who loses in', headline: 'Write a headline from',
};

/**
 * A card that a text did not name before feeds its world from then on: what a world is told by is what it rests on.
 * Nothing happens where the scenario was deleted while its text was on the way.
 */
export function write(desk: Desk, scenarioId: string, field: TextField, text: string): Promise<void> {
	const scenario = desk.records.scenarios.get(scenarioId);
	if (!scenario || (scenario[field] ?? '') === text) return Promise.resolve();
	if (field === 'title') return desk.ledger.commit({ label: `Name a scenario “${text.trim()}”`, changes: [changed('scenarios', scenario, { title: text })] });
	const fresh = newlyNamed(desk, scenario, scenario[field] ?? '', text);
	const cardIds = fresh.length > 0 ? { cardIds: [...scenario.cardIds, ...fresh] } : {};
	const label = [`${written[field]} ${called(scenario)}`, ...fresh.map((id) => `feed it with ${titleOf(desk, id)}`)].join(', ');
	return desk.ledger.commit({ label, changes: [...startUsing(desk.records, fresh), changed('scenarios', scenario, { [field]: text, ...cardIds })] });
}

/** Cards of the library that the text names and did not name before. One that was taken out and is still named stays out. */
function newlyNamed({ records }: Desk, { cardIds }: Scenario, before: string, text: string): string[] {
	const known = new Set([...cardIds, ...cardsNamedIn(before)]);
	return cardsNamedIn(text).filter((id) => !known.has(id) && records.cards.has(id));
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
	const feeds = { ...scenario.feeds };
	delete feeds[cardId];
	const change = changed('scenarios', scenario, { cardIds: scenario.cardIds.filter((id) => id !== cardId), ...(scenario.feeds && { feeds }) });
	return desk.ledger.commit({ label: `Take ${titleOf(desk, cardId)} out of ${called(scenario)}`, changes: [change] });
}

/** What a feeding card weighs, and does there, where nobody has said it. */
export const feedOf = ({ feeds }: Pick<Scenario, 'feeds'>, cardId: string): Feed => feeds?.[cardId] ?? { weight: 2 };

function setFeed(desk: Desk, scenario: Scenario, cardId: string, label: string, patch: Partial<Feed>): Promise<void> {
	const feeds = { ...scenario.feeds, [cardId]: { ...feedOf(scenario, cardId), ...patch } };
	return desk.ledger.commit({ label, changes: [changed('scenarios', scenario, { feeds })] });
}

export function weighFeed(desk: Desk, scenario: Scenario, cardId: string, weight: Feed['weight']): Promise<void> {
	if (feedOf(scenario, cardId).weight === weight) return Promise.resolve();
	return setFeed(desk, scenario, cardId, `Give ${titleOf(desk, cardId)} the weight ${weight} in ${called(scenario)}`, { weight });
}

/** @param role what the card does in that world, in a word; empty for none. */
export function nameRole(desk: Desk, scenario: Scenario, cardId: string, role: string): Promise<void> {
	const word = role.trim().slice(0, 40);
	if ((feedOf(scenario, cardId).role ?? '') === word) return Promise.resolve();
	const label = word === '' ? `Say nothing of what ${titleOf(desk, cardId)} does in ${called(scenario)}` : `Say that ${titleOf(desk, cardId)} “${word}” in ${called(scenario)}`;
	return setFeed(desk, scenario, cardId, label, { role: word });
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
