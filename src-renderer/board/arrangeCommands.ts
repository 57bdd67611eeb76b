/** What is done to several cards at once. Each is one undo step; locked cards stay as they are. */
import { align, distribute, spread, type Alignment } from '../../src-shared/domain/arrange.ts';
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import type { Placement, WorkshopCard } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { changed } from '../db/changes.ts';
import { attempt } from '../ui/attempt.ts';
import { counted } from '../ui/kinds.ts';
import { codeOf } from './codes.ts';
import { placeCards } from './commands.ts';
import { laneName } from './words.ts';

type Parts = Pick<App, 'records' | 'ledger' | 'toasts'>;

interface Movable {
	id: string;
	at: number;
	placement: Placement;
}

export function movable({ records }: Parts, cardIds: readonly string[]): Movable[] {
	return cardIds.flatMap((id) => {
		const use = records.uses.get(id);
		return use?.placement && !use.locked ? [{ id, at: use.placement.at, placement: use.placement }] : [];
	});
}

const cards = (n: number): string => counted(n, 'card');
const date = ({ records }: Parts, at: number): string => dateLabel(records.workshop?.baseYear ?? 0, at);

async function moveTo(app: Parts, label: string, moved: readonly Movable[], times: ReadonlyMap<string, number>): Promise<void> {
	const placements = moved.flatMap(({ id, placement }) => {
		const at = times.get(id);
		return at === undefined || at === placement.at ? [] : [[id, { ...placement, at }] as const];
	});
	if (placements.length > 0) await placeCards(app, new Map(placements), label);
}

export function alignDates(app: Parts, cardIds: readonly string[], to: Alignment): Promise<void> {
	const moved = movable(app, cardIds);
	const times = align(moved, to);
	return moveTo(app, `Align ${cards(moved.length)} at ${date(app, [...times.values()][0] ?? 0)}`, moved, times);
}

export function evenGaps(app: Parts, cardIds: readonly string[]): Promise<void> {
	const moved = movable(app, cardIds);
	return moveTo(app, `Even gaps between ${cards(moved.length)}`, moved, distribute(moved));
}

/** @param from in years from the base year, as `to`. */
export function spreadOver(app: Parts, cardIds: readonly string[], from: number, to: number): Promise<void> {
	const moved = movable(app, cardIds);
	return moveTo(app, `Spread ${cards(moved.length)} over ${date(app, from)} to ${date(app, to)}`, moved, spread(moved, from, to));
}

/** All into the lane of the first. */
export async function sameLane(app: Parts, cardIds: readonly string[]): Promise<void> {
	const moved = movable(app, cardIds);
	const first = moved[0]?.placement;
	if (!first) return;
	const others = moved.filter(({ placement }) => placement.laneId !== first.laneId);
	const placements = new Map(others.map(({ id, placement }) => [id, { ...placement, laneId: first.laneId, height: 0 }]));
	if (placements.size > 0) await placeCards(app, placements, `Move ${cards(placements.size)} to ${laneName(app.records.workshop?.lanes ?? [], first.laneId)}`);
}

export const lockCards = (app: Parts, cardIds: readonly string[], locked: boolean): Promise<void> => mark(app, cardIds, locked ? 'Lock' : 'Unlock', 'locked', locked);

export const hideCards = (app: Parts, cardIds: readonly string[], hidden: boolean): Promise<void> => mark(app, cardIds, hidden ? 'Hide' : 'Show', 'hidden', hidden);

async function mark(app: Parts, cardIds: readonly string[], verb: string, field: 'locked' | 'hidden', value: boolean): Promise<void> {
	const uses = cardIds.flatMap((id) => app.records.uses.get(id) ?? []).filter((use) => (use[field] ?? false) !== value);
	if (uses.length === 0) return;
	const what = uses.length === 1 ? (codeOf(app.records, uses[0]!.cardId) ?? 'a card') : cards(uses.length);
	const changes = uses.map((use) => changed('workshopCards', without(use, field), value ? { [field]: true } : {}));
	await attempt(app, () => app.ledger.commit({ label: `${verb} ${what}`, changes: changes.map((change, index) => ({ ...change, before: uses[index]! })) }));
}

/** A field that says nothing is left out, as records have it that were never marked. */
function without(use: WorkshopCard, field: 'locked' | 'hidden'): WorkshopCard {
	const rest = { ...use };
	delete rest[field];
	return rest;
}
