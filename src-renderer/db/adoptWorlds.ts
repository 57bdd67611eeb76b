/** What a workshop file brings of its worlds, with every reference between them carried over where ids are made anew. */
import { newId } from '../../src-shared/domain/ids.ts';
import type { Change } from '../../src-shared/schemas/journal.ts';
import type { Scenario } from '../../src-shared/schemas/records.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { judgementId } from '../../src-shared/domain/judgementId.ts';
import { created } from './changes.ts';

export interface Adopting {
	workshopId: string;
	/** Under ids of its own, because the workshop that it was made from is here too. */
	copy: boolean;
	knows: (cardId: string) => boolean;
}

/** @returns the records as they enter; what refers to something that the file does not hold lets go of it. */
export function adoptedWorlds(file: WorkshopFile, { workshopId, copy, knows }: Adopting): Change[] {
	const ids = new Map([...file.scenarios, ...file.drivers, ...file.consequences].map(({ id }) => [id, copy ? newId() : id]));
	const own = <T extends { id: string; workshopId: string }>(record: T): T => ({ ...record, id: ids.get(record.id) ?? (copy ? newId() : record.id), workshopId });
	const here = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null));
	const all = (list: readonly string[]): string[] => [...new Set(list)].flatMap((id) => ids.get(id) ?? []);
	const byId = <T>(record: Record<string, T>): Record<string, T> =>
		Object.fromEntries(Object.entries(record).flatMap(([id, value]) => (ids.has(id) ? [[ids.get(id)!, value]] : [])));
	const card = (id: string | null): string | null => (id !== null && knows(id) ? id : null);
	return [
		...file.scenarios.map((scenario) => created('scenarios', { ...own(scenario), ...scenarioHere(scenario, { byId, knows }) })),
		...file.drivers.map((driver) => created('drivers', { ...own(driver), cardId: card(driver.cardId) })),
		...file.judgements.flatMap((judgement) => {
			const [fromDriverId, toDriverId] = [here(judgement.fromDriverId), here(judgement.toDriverId)];
			if (fromDriverId === null || toDriverId === null) return [];
			const moved = { ...judgement, workshopId, fromDriverId, toDriverId };
			return [created('judgements', { ...moved, id: judgementId(moved) })];
		}),
		...file.consequences
			.filter(({ parentId, cardId, scenarioId }) => (parentId === null || ids.has(parentId)) && (card(cardId) ?? here(scenarioId)) !== null)
			.map((consequence) => created('consequences', { ...own(consequence), parentId: here(consequence.parentId), cardId: card(consequence.cardId), scenarioId: here(consequence.scenarioId) })),
		...file.actions.map((action) => created('actions', { ...own(action), scenarioId: here(action.scenarioId) })),
		...file.options.map((option) => created('options', { ...own(option), verdicts: byId(option.verdicts) })),
		...file.signposts.map((signpost) => created('signposts', {
			...own(signpost), towards: all(signpost.towards), away: all(signpost.away), ...(signpost.cardId !== undefined && { cardId: card(signpost.cardId) }),
		})),
	];
}

function scenarioHere({ cardIds, feeds, states }: Scenario, { byId, knows }: { byId: <T>(record: Record<string, T>) => Record<string, T>; knows: (cardId: string) => boolean }): Partial<Scenario> {
	return {
		cardIds: [...new Set(cardIds)].filter(knows),
		...(feeds && { feeds: Object.fromEntries(Object.entries(feeds).filter(([cardId]) => knows(cardId))) }),
		...(states && { states: byId(states) }),
	};
}
