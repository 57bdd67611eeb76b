/** Drivers of a cross-impact balance with the short signs by which a matrix calls them and their states: B, B1, B2. */
import type { Driver } from '../../src-shared/schemas/worlds.ts';
import { shortened } from './text.ts';
import type { CrossImpactWords } from './words/methods.ts';

export interface Signed {
	driver: Driver;
	sign: string;
	name: string;
	states: { id: string; sign: string; name: string }[];
}

/** Those that have states; the others say nothing. */
export function signedDrivers(drivers: readonly Driver[], words: CrossImpactWords): Signed[] {
	return drivers.filter(({ states }) => states.length > 0).map((driver, index): Signed => {
		const sign = signOf(index);
		return { driver, sign, name: shortened(driver.name, 80) || words.driver, states: driver.states.map(({ id, name }, at) => ({ id, sign: `${sign}${at + 1}`, name: shortened(name, 80) || words.state(at + 1) })) };
	});
}

/** A to Z, then AA. */
const signOf = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : signOf(Math.floor(index / 26) - 1) + signOf(index % 26));

/** Names one cell of the matrix. */
export const cellKey = (fromDriverId: string, fromStateId: string, toDriverId: string, toStateId: string): string => `${fromDriverId}/${fromStateId}/${toDriverId}/${toStateId}`;
