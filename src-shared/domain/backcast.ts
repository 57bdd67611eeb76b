/**
 * Backcasting (Robinson 1990): from a world that is wanted, step by step back to today. A step is an action with a scenario;
 * when it has to have happened is `at`, in years from the workshop's base year.
 */
import type { Scenario } from '../schemas/records.ts';
import type { Action } from '../schemas/worlds.ts';
import { clampAt, horizonYears } from './horizon.ts';

type World = Pick<Scenario, 'id' | 'standing' | 'order' | 'createdAt'>;

export const isPreferable = ({ standing }: Pick<Scenario, 'standing'>): boolean => standing?.cone === 'preferable';

/** The preferable ones of the futures cone first: Robinson starts from what is wanted; then in their own order. */
export const worldsToComeFrom = <W extends World>(scenarios: readonly W[]): W[] =>
	[...scenarios].sort((a, b) => Number(isPreferable(b)) - Number(isPreferable(a)) || a.order - b.order || a.createdAt.localeCompare(b.createdAt));

/** In years from the base year, kept on the canvas. */
export const worldAt = ({ horizonYear }: Pick<Scenario, 'horizonYear'>, baseYear: number): number => clampAt(horizonYear - baseYear);

/** From the world back to today; those without a date last, in their order. */
export function backwards<A extends Pick<Action, 'at' | 'order' | 'id'>>(actions: readonly A[]): A[] {
	return [...actions].sort((a, b) => (b.at ?? -1) - (a.at ?? -1) || a.order - b.order || a.id.localeCompare(b.id));
}

export interface WayBackFrom<W, A> {
	/** The preferable ones first. */
	worlds: W[];
	/** Undefined where the workshop has none. */
	world: W | undefined;
	/** From the world back to today; those with a date only. */
	steps: (A & { at: number })[];
}

/** The way back that is looked at. @param wanted the world that was chosen; without one that is there, the first that has a step with a date. */
export function wayBackFrom<W extends World, A extends Pick<Action, 'at' | 'order' | 'id' | 'scenarioId'>>(scenarios: readonly W[], actions: readonly A[], wanted: string | null = null): WayBackFrom<W, A> {
	const worlds = worldsToComeFrom(scenarios);
	const dated = actions.filter((action): action is A & { at: number } => action.at !== null);
	const world = worlds.find(({ id }) => id === wanted) ?? worlds.find(({ id }) => dated.some(({ scenarioId }) => scenarioId === id)) ?? worlds[0];
	return { worlds, world, steps: backwards(dated.filter(({ scenarioId }) => world !== undefined && scenarioId === world.id)) };
}

/** A quarter or several later or earlier, on the whole quarter; it stays between the base year and the world. */
export function movedByQuarters(at: number, quarters: number, latest = horizonYears): number {
	const grid = quarters > 0 ? Math.floor(at * 4 + 1e-6) : Math.ceil(at * 4 - 1e-6);
	return Math.min(latest, Math.max(0, (grid + quarters) / 4));
}

export interface Flag {
	id: string;
	at: number;
}

export interface FlagSpot extends Flag {
	/** From 0, the one nearest to the scale. */
	row: number;
	/** Its words stand to the left of its date. */
	flipped: boolean;
}

/**
 * Rows for flags whose words stand beside their dates, so that none lies over another.
 * @param width of a flag with its words, and `gap` between two, in years. @param end of the scale: words that would go past it are flipped.
 */
export function flagRows(flags: readonly Flag[], { width, gap, end = horizonYears }: { width: number; gap: number; end?: number }): FlagSpot[] {
	const taken: [from: number, to: number][][] = [];
	return [...flags].sort((a, b) => a.at - b.at || a.id.localeCompare(b.id)).map(({ id, at }) => {
		const flipped = at + width > end && at >= width;
		const [from, to] = flipped ? [at - width, at] : [at, at + width];
		const isFree = (row: [number, number][]) => row.every(([start, stop]) => to + gap <= start || from >= stop + gap);
		const free = taken.findIndex(isFree);
		const row = free === -1 ? taken.length : free;
		(taken[row] ??= []).push([from, to]);
		return { id, at, row, flipped };
	});
}
