/** Drivers and judgements for tests, and an independent way to find what is consistent. */
import fc from 'fast-check';
import type { Driver, Judgement } from '../../schemas/worlds.ts';
import { judgementId } from '../judgementId.ts';

/** "trust" with states "trust:0", "trust:1"… */
export const driver = (id: string, states: number | readonly string[], order = 1): Driver => {
	const names = typeof states === 'number' ? Array.from({ length: states }, (_, at) => String(at)) : states;
	return { id, workshopId: 'w', name: id, cardId: null, order, states: names.map((name) => ({ id: `${id}:${name}`, name })) };
};

/** @param from and to as "driver:state". */
export function judgement(from: string, to: string, strength: number): Judgement {
	const place = { fromDriverId: from.split(':')[0]!, fromStateId: from, toDriverId: to.split(':')[0]!, toStateId: to };
	return { id: judgementId(place), workshopId: 'w', ...place, strength };
}

export interface Case {
	drivers: Driver[];
	judgements: Judgement[];
}

/** 2 to 5 drivers with 2 to 4 states each, judged in part. */
export const cases: fc.Arbitrary<Case> = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 5 }).chain((sizes) => {
	const drivers = sizes.map((size, at) => driver(`d${at}`, size));
	const cells = drivers.flatMap((from) => drivers.filter((to) => to !== from).flatMap((to) => from.states.flatMap((a) => to.states.map((b) => [a.id, b.id] as const))));
	const strength = fc.option(fc.integer({ min: -3, max: 3 }), { freq: 4 });
	return fc.array(strength, { minLength: cells.length, maxLength: cells.length }).map((strengths) => ({
		drivers,
		judgements: cells.flatMap(([from, to], at) => (strengths[at] === null ? [] : [judgement(from, to, strengths[at]!)])),
	}));
});

/**
 * By the definition and nothing else: whole worlds, one after the other, as lists of state ids; each is thrown out if any
 * swap of one state for another of its driver gets more from the rest of the world.
 */
export function consistentByForce({ drivers, judgements }: Case): string[] {
	const given = new Map(judgements.map(({ fromStateId, toStateId, strength }) => [`${fromStateId}>${toStateId}`, strength]));
	let worlds: string[][] = [[]];
	for (const { states } of drivers) worlds = worlds.flatMap((world) => states.map(({ id }) => [...world, id]));
	const support = (world: string[], stateId: string) => {
		let sum = 0;
		for (const other of world) sum += given.get(`${other}>${stateId}`) ?? 0;
		return sum;
	};
	const isStable = (world: string[]) =>
		drivers.every(({ states }, at) => {
			const rest = world.filter((_, place) => place !== at);
			return !states.some(({ id }) => support(rest, id) > support(rest, world[at]!));
		});
	return worlds.filter(isStable).map((world) => world.join(' ')).sort();
}
