/** What is done to the consequences of a futures wheel. Each command is one undo step. */
import { newId } from '../../src-shared/domain/ids.ts';
import { branchOf, canFollow, followers, furthest, isAbout, orderOf, type WheelAbout } from '../../src-shared/domain/wheel.ts';
import type { RecordChange } from '../../src-shared/schemas/journal.ts';
import type { Consequence } from '../../src-shared/schemas/worlds.ts';
import type { App } from '../context.ts';
import { startUsing } from '../db/cardUse.ts';
import { changed, created, removed } from '../db/changes.ts';

export type Desk = Pick<App, 'records' | 'ledger'>;

/** Among the consequences of one parent: after one of them; with null before all of them. */
export interface Slot {
	parentId: string | null;
	afterId: string | null;
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text);

export const ofWheel = ({ records }: Pick<Desk, 'records'>, about: WheelAbout): Consequence[] => records.consequences.all.filter((one) => isAbout(one, about));

/** Wheels that have a consequence, those begun first first. */
export function wheels({ records }: Pick<Desk, 'records'>): { about: WheelAbout; count: number }[] {
	const found = new Map<string, { about: WheelAbout; count: number }>();
	for (const { cardId, scenarioId } of records.consequences.all) {
		const about = cardId !== null ? { cardId } : scenarioId !== null ? { scenarioId } : null;
		if (!about || (scenarioId !== null && !records.scenarios.has(scenarioId)) || (cardId !== null && !records.cards.has(cardId))) continue;
		const key = cardId ?? scenarioId!;
		found.set(key, { about, count: (found.get(key)?.count ?? 0) + 1 });
	}
	return [...found.values()];
}

/** Numbers siblings from 1 in the order given; only what changes. */
function numbered(siblings: readonly Consequence[], patches: ReadonlyMap<string, Partial<Consequence>> = new Map()): RecordChange[] {
	return siblings.flatMap((one, at) => {
		const patch = { ...patches.get(one.id), ...(one.order !== at + 1 && { order: at + 1 }) };
		return Object.keys(patch).length === 0 ? [] : [changed('consequences', one, patch)];
	});
}

/**
 * A card that the workshop did not use yet gets its number.
 * @returns the new consequence's id, which is in memory at once, and when it is stored; null where none can follow there.
 */
export function addConsequence(desk: Desk, about: WheelAbout, { parentId, afterId }: Slot, text: string): { id: string; stored: Promise<void> } | null {
	const { records, ledger } = desk;
	const all = ofWheel(desk, about);
	const plain = text.trim();
	const order = parentId === null ? 1 : orderOf(all, parentId) + 1;
	if (records.openWorkshopId === null || plain === '' || order > furthest || (parentId !== null && order === 1)) return null;
	const siblings = followers(all, parentId);
	const at = afterId === null ? 0 : siblings.findIndex(({ id }) => id === afterId) + 1;
	const consequence: Consequence = {
		id: newId(), workshopId: records.openWorkshopId, parentId, text: plain, order: at + 1,
		cardId: 'cardId' in about ? about.cardId : null, scenarioId: 'scenarioId' in about ? about.scenarioId : null,
	};
	const uses = 'cardId' in about ? startUsing(records, [about.cardId]) : [];
	const moved = numbered(siblings.toSpliced(at, 0, consequence)).filter(({ key }) => key !== consequence.id);
	return { id: consequence.id, stored: ledger.commit({ label: `Add the consequence “${short(plain)}”`, changes: [...uses, created('consequences', consequence), ...moved] }) };
}

/** A consequence always says something: an empty text leaves it as it was. */
export function writeConsequence({ records, ledger }: Desk, id: string, text: string): Promise<void> {
	const known = records.consequences.get(id);
	const plain = text.trim();
	if (!known || plain === '' || plain === known.text) return Promise.resolve();
	return ledger.commit({ label: `Change a consequence to “${short(plain)}”`, changes: [changed('consequences', known, { text: plain })] });
}

/** With all that follows from it. @returns how many went. */
export async function deleteBranch(desk: Desk, about: WheelAbout, id: string): Promise<number> {
	const branch = branchOf(ofWheel(desk, about), id);
	if (branch.length === 0) return 0;
	const others = branch.length - 1;
	const label = `Delete the consequence “${short(branch[0]!.text)}”${others === 0 ? '' : ` and ${others} that ${others === 1 ? 'follows' : 'follow'}`}`;
	await desk.ledger.commit({ label, changes: branch.reverse().map((one) => removed('consequences', one)) });
	return branch.length;
}

/** With its branch. @returns whether it went there: no branch goes beyond the third order, or onto itself. */
export async function moveConsequence(desk: Desk, about: WheelAbout, id: string, { parentId, afterId }: Slot): Promise<boolean> {
	const all = ofWheel(desk, about);
	const own = all.find((one) => one.id === id);
	if (!own || afterId === id || !canFollow(all, id, parentId)) return false;
	const siblings = followers(all, parentId).filter((one) => one.id !== id);
	const at = afterId === null ? 0 : siblings.findIndex((one) => one.id === afterId) + 1;
	const patches = new Map(own.parentId === parentId ? [] : [[id, { parentId }]]);
	const changes = numbered(siblings.toSpliced(at, 0, own), patches);
	if (changes.length === 0) return false;
	await desk.ledger.commit({ label: `Move the consequence “${short(own.text)}”`, changes });
	return true;
}

export type Way = 'up' | 'down' | 'in' | 'out';

/** Where a step leads: past a neighbour, into the one before, or out after the one it follows from. @returns null where it leads nowhere. */
export function slotTowards(all: readonly Consequence[], id: string, way: Way): Slot | null {
	const own = all.find((one) => one.id === id);
	if (!own) return null;
	const siblings = followers(all, own.parentId);
	const at = siblings.findIndex((one) => one.id === id);
	const parent = all.find((one) => one.id === own.parentId);
	const before = siblings[at - 1];
	if (way === 'up') return before ? { parentId: own.parentId, afterId: siblings[at - 2]?.id ?? null } : null;
	if (way === 'down') return siblings[at + 1] ? { parentId: own.parentId, afterId: siblings[at + 1]!.id } : null;
	if (way === 'in') return before ? { parentId: before.id, afterId: followers(all, before.id).at(-1)?.id ?? null } : null;
	return parent ? { parentId: parent.parentId, afterId: parent.id } : null;
}
