/**
 * Cross-impact balance (Weimer-Jehle 2006, "Cross-impact balances: a system-theoretical approach to cross-impact analysis"):
 * what chosen states of drivers do to each other, and whether they support themselves.
 */
import type { Driver, Judgement } from '../schemas/worlds.ts';

/** Drivers and judgements as numbers: states are counted through all drivers, in their order. */
export interface ImpactModel {
	drivers: readonly { id: string; states: readonly string[] }[];
	/** Where each driver's states begin among all. */
	first: readonly number[];
	/** Of all states. */
	size: number;
	/** What one state does to another, −3 to +3, at `from * size + to`; 0 where nobody judged it, and within a driver. */
	strengths: Int8Array;
}

/** Drivers without states say nothing and are left out; so are judgements of states that are there no more. */
export function impactModel(drivers: readonly Pick<Driver, 'id' | 'states'>[], judgements: readonly Judgement[]): ImpactModel {
	const kept = drivers.filter(({ states }) => states.length > 0).map(({ id, states }) => ({ id, states: states.map((state) => state.id) }));
	const first: number[] = [];
	const places = new Map<string, number>();
	for (const driver of kept) {
		first.push(places.size);
		for (const stateId of driver.states) places.set(placeKey(driver.id, stateId), places.size);
	}
	const size = places.size;
	const strengths = new Int8Array(size * size);
	for (const { fromDriverId, fromStateId, toDriverId, toStateId, strength } of judgements) {
		const [from, to] = [places.get(placeKey(fromDriverId, fromStateId)), places.get(placeKey(toDriverId, toStateId))];
		if (from !== undefined && to !== undefined && fromDriverId !== toDriverId) strengths[from * size + to] = strength;
	}
	return { drivers: kept, first, size, strengths };
}

const placeKey = (driverId: string, stateId: string): string => `${driverId}/${stateId}`;

/** In how many ways each driver can take one of its states. */
export const combinations = ({ drivers }: Pick<ImpactModel, 'drivers'>): number => (drivers.length === 0 ? 0 : drivers.reduce((ways, { states }) => ways * states.length, 1));

/**
 * The impact balance: θ(j,l) = Σᵢ C(i,zᵢ→j,l), for every state l of every driver j.
 * @param chosen the place of each driver's state among its states, in the drivers' order.
 */
export function balances({ drivers, first, size, strengths }: ImpactModel, chosen: readonly number[]): number[][] {
	return drivers.map(({ states }, j) =>
		states.map((_, l) => drivers.reduce((sum, __, i) => sum + strengths[(first[i]! + chosen[i]!) * size + first[j]! + l]!, 0)),
	);
}

export interface DriverBalance {
	driverId: string;
	/** The state it has here. */
	stateId: string;
	/** How far the states of the other drivers promote each of its own; in the order of its states. */
	sums: { stateId: string; sum: number }[];
	/** The states that they promote most. */
	best: string[];
	/** How far its state falls short of those; 0 where it is one of them. */
	shortfall: number;
}

export interface Assessment {
	drivers: DriverBalance[];
	/** The largest shortfall; a set of states is consistent where it is 0. */
	inconsistency: number;
	/** The total impact score: the sum of what the chosen states get. */
	score: number;
}

/**
 * @param states by driver: the state it has.
 * @returns null where a driver has none, or one that it does not know: a balance of half a world means nothing.
 */
export function assess(model: ImpactModel, states: Readonly<Record<string, string>>): Assessment | null {
	const chosen = model.drivers.map((driver) => driver.states.indexOf(states[driver.id] ?? ''));
	if (chosen.length === 0 || chosen.includes(-1)) return null;
	const sums = balances(model, chosen);
	const drivers = model.drivers.map((driver, j): DriverBalance => {
		const highest = Math.max(...sums[j]!);
		return {
			driverId: driver.id,
			stateId: driver.states[chosen[j]!]!,
			sums: driver.states.map((stateId, l) => ({ stateId, sum: sums[j]![l]! })),
			best: driver.states.filter((_, l) => sums[j]![l] === highest),
			shortfall: highest - sums[j]![chosen[j]!]!,
		};
	});
	return { drivers, inconsistency: Math.max(...drivers.map(({ shortfall }) => shortfall)), score: chosen.reduce((sum, state, j) => sum + sums[j]![state]!, 0) };
}

/** What one driver's state does to two states of another. */
export interface Push {
	driverId: string;
	stateId: string;
	/** On the state that is there, and on the one that it is compared with. */
	here: number;
	there: number;
}

/** Which states of a world speak for one state of a driver rather than for the one it has, those that speak most for it first. */
export function pushesTowards(model: ImpactModel, states: Readonly<Record<string, string>>, driverId: string, stateId: string): Push[] {
	const j = model.drivers.findIndex(({ id }) => id === driverId);
	const own = model.drivers[j];
	if (!own) return [];
	const [here, there] = [own.states.indexOf(states[driverId] ?? ''), own.states.indexOf(stateId)];
	if (here < 0 || there < 0) return [];
	const pushes = model.drivers.flatMap((driver, i) => {
		const state = driver.states.indexOf(states[driver.id] ?? '');
		if (i === j || state < 0) return [];
		const row = (model.first[i]! + state) * model.size + model.first[j]!;
		return [{ driverId: driver.id, stateId: driver.states[state]!, here: model.strengths[row + here]!, there: model.strengths[row + there]! }];
	});
	return pushes.filter((push) => push.there > push.here).sort((a, b) => b.there - b.here - (a.there - a.here));
}

/** All judgements on what one driver does to another. */
export interface Section {
	fromId: string;
	toId: string;
	/** Cells that somebody judged, 0 among them. */
	judged: number;
	of: number;
}

/** In the order in which the matrix shows them, row by row. */
export function sections(drivers: readonly Pick<Driver, 'id' | 'states'>[], judgements: readonly Judgement[]): Section[] {
	const counts = new Map<string, number>();
	const known = new Set(drivers.flatMap((driver) => driver.states.map((state) => placeKey(driver.id, state.id))));
	for (const { fromDriverId, fromStateId, toDriverId, toStateId } of judgements) {
		if (!known.has(placeKey(fromDriverId, fromStateId)) || !known.has(placeKey(toDriverId, toStateId))) continue;
		const key = placeKey(fromDriverId, toDriverId);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return drivers.flatMap((from) =>
		drivers.filter(({ id }) => id !== from.id).map((to) => ({ fromId: from.id, toId: to.id, judged: counts.get(placeKey(from.id, to.id)) ?? 0, of: from.states.length * to.states.length })),
	);
}
