/** How worlds and their states are called where they are balanced. */
import { driverCalled, stateCalled } from '../../src-shared/domain/crossImpactWords.ts';
import type { Scenario } from '../../src-shared/schemas/records.ts';
import type { Driver } from '../../src-shared/schemas/worlds.ts';
import { counted } from '../ui/kinds.ts';

export const worldTitle = ({ title }: Pick<Scenario, 'title'>): string => title.trim() || 'Not named yet';

/** The driver's state in a world; null where it has none, or one that is gone. */
export const stateIn = ({ states }: Pick<Scenario, 'states'>, driver: Driver): string | null => {
	const stateId = states?.[driver.id];
	return driver.states.some(({ id }) => id === stateId) ? (stateId ?? null) : null;
};

/** Drivers whose state differs between two sets. */
export const differing = (drivers: readonly Driver[], one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): Driver[] =>
	drivers.filter(({ id }) => one[id] !== other[id]);

/** "Nearest consistent: Trust would be high." @param nearest what a consistent set of states has otherwise. */
export function nearestSentence(drivers: readonly Driver[], states: Readonly<Record<string, string>>, all: readonly { states: Record<string, string> }[]): string | null {
	const ways = all.map((one) => ({ one, change: differing(drivers, states, one.states) })).sort((a, b) => a.change.length - b.change.length);
	const nearest = ways[0];
	if (!nearest || nearest.change.length === 0) return null;
	const changes = nearest.change.map((driver) => `${driverCalled(driver)} would be ${stateCalled(driver, nearest.one.states[driver.id] ?? '')}`);
	return `The nearest consistent world differs in ${counted(nearest.change.length, 'driver')}: ${changes.join(', ')}.`;
}
