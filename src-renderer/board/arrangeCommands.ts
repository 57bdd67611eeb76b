/** What is done to several cards at once. Each is one undo step; locked cards stay as they are. */
import { align, distribute, spread, type Alignment } from '../../src-shared/domain/arrange.ts';
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Placement, WorkshopCard } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { changed } from '../db/changes.ts';
import { succeeds } from '../ui/attempt.ts';
import { counted } from '../ui/kinds.ts';
import { codeOf } from './codes.ts';
import { placeCards } from './commands.ts';
import { offerUndo } from './offerUndo.ts';
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

/** @param said what is told when it is done: a command from a menu or a bar has no drag that one could follow. */
async function moveTo(app: Parts, label: string, said: string, moved: readonly Movable[], times: ReadonlyMap<string, number>): Promise<void> {
	const placements = moved.flatMap(({ id, placement }) => {
		const at = times.get(id);
		return at === undefined || at === placement.at ? [] : [[id, { ...placement, at }] as const];
	});
	await told(app, label, said, new Map(placements));
}

async function told(app: Parts, label: string, said: string, placements: ReadonlyMap<string, Placement>): Promise<void> {
	const stepId = newId();
	if (placements.size === 0) app.toasts.done('They stand like this already.');
	else if (await placeCards(app, placements, label, stepId)) offerUndo(app, said, stepId);
}

export function alignDates(app: Parts, cardIds: readonly string[], to: Alignment): Promise<void> {
	const moved = movable(app, cardIds);
	const times = align(moved, to);
	const at = date(app, [...times.values()][0] ?? 0);
	return moveTo(app, `Align ${cards(moved.length)} at ${at}`, `${cards(moved.length)} aligned at ${at}.`, moved, times);
}

export function evenGaps(app: Parts, cardIds: readonly string[]): Promise<void> {
	const moved = movable(app, cardIds);
	return moveTo(app, `Even gaps between ${cards(moved.length)}`, `${cards(moved.length)} with even gaps in time.`, moved, distribute(moved));
}

/** @param from in years from the base year, as `to`. */
export function spreadOver(app: Parts, cardIds: readonly string[], from: number, to: number): Promise<void> {
	const moved = movable(app, cardIds);
	const span = `${date(app, from)} to ${date(app, to)}`;
	return moveTo(app, `Spread ${cards(moved.length)} over ${span}`, `${cards(moved.length)} spread over ${span}.`, moved, spread(moved, from, to));
}

/** All into the lane of the first. */
export async function sameLane(app: Parts, cardIds: readonly string[]): Promise<void> {
	const moved = movable(app, cardIds);
	const first = moved[0]?.placement;
	if (!first) return;
	const others = moved.filter(({ placement }) => placement.laneId !== first.laneId);
	const placements = new Map(others.map(({ id, placement }) => [id, { ...placement, laneId: first.laneId, height: 0 }]));
	const lane = laneName(app.records.workshop?.lanes ?? [], first.laneId);
	await told(app, `Move ${cards(placements.size)} to ${lane}`, `${cards(placements.size)} moved to ${lane}.`, placements);
}

/** @param impact null: nobody has said. */
export async function judgeImpact(app: Parts, cardId: string, impact: number | null): Promise<void> {
	const placement = app.records.uses.get(cardId)?.placement;
	if (!placement || (placement.impact ?? null) === impact) return;
	const rest = { ...placement };
	delete rest.impact;
	const code = codeOf(app.records, cardId) ?? 'a card';
	await placeCards(app, new Map([[cardId, impact ? { ...rest, impact } : rest]]), impact ? `Give ${code} impact ${impact}` : `Take the impact of ${code} away`);
}

export const lockCards = (app: Parts, cardIds: readonly string[], locked: boolean): Promise<void> => mark(app, cardIds, locked ? 'Lock' : 'Unlock', 'locked', locked);

export const hideCards = (app: Parts, cardIds: readonly string[], hidden: boolean): Promise<void> => mark(app, cardIds, hidden ? 'Hide' : 'Show', 'hidden', hidden);

async function mark(app: Parts, cardIds: readonly string[], verb: string, field: 'locked' | 'hidden', value: boolean): Promise<void> {
	const uses = cardIds.flatMap((id) => app.records.uses.get(id) ?? []).filter((use) => (use[field] ?? false) !== value);
	if (uses.length === 0) return;
	const what = uses.length === 1 ? (codeOf(app.records, uses[0]!.cardId) ?? 'a card') : cards(uses.length);
	const changes = uses.map((use) => changed('workshopCards', without(use, field), value ? { [field]: true } : {}));
	const stepId = newId();
	const done = await succeeds(app, () => app.ledger.commit({ label: `${verb} ${what}`, stepId, changes: changes.map((change, index) => ({ ...change, before: uses[index]! })) }));
	const state = field === 'locked' ? (value ? 'locked' : 'not locked any more') : value ? 'hidden' : 'shown again';
	if (done) offerUndo(app, `${uses.length === 1 ? `${what} is` : `${what} are`} ${state}.`, stepId);
}

/** A field that says nothing is left out, as records have it that were never marked. */
function without(use: WorkshopCard, field: 'locked' | 'hidden'): WorkshopCard {
	const rest = { ...use };
	delete rest[field];
	return rest;
}
