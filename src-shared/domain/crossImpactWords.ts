/** Cross-impact balance in plain sentences, for the screen and the report. */
import type { Driver } from '../schemas/worlds.ts';
import type { Assessment, DriverBalance } from './crossImpact.ts';

export const signed = (strength: number): string => (strength > 0 ? `+${strength}` : strength < 0 ? `−${-strength}` : '0');

const verbs = ['does nothing to', 'slightly promotes', 'promotes', 'strongly promotes'] as const;
const against = ['does nothing to', 'slightly restricts', 'restricts', 'strongly restricts'] as const;

/** "strongly promotes", "does nothing to". */
export const impactVerb = (strength: number): string => (strength < 0 ? against : verbs)[Math.abs(strength)] ?? verbs[0];

export const driverCalled = ({ name }: Pick<Driver, 'name'>): string => name.trim() || 'a driver without a name';

/** A state that nobody named yet is called by its place. */
export function stateCalled({ states }: Pick<Driver, 'states'>, stateId: string): string {
	const place = states.findIndex(({ id }) => id === stateId);
	return states[place]?.name.trim() || `state ${place + 1}`;
}

/** "If Rules is strict, that strongly promotes Access being open." @param strength null where nobody judged it. */
export function judgementSentence(from: Driver, fromStateId: string, to: Driver, toStateId: string, strength: number | null): string {
	const cause = `If ${driverCalled(from)} is ${stateCalled(from, fromStateId)}`;
	const effect = `${driverCalled(to)} being ${stateCalled(to, toStateId)}`;
	return strength === null ? `${cause}, what does that do to ${effect}?` : `${cause}, that ${impactVerb(strength)} ${effect}.`;
}

/** What speaks against one driver's state, or that nothing does. */
export function balanceSentence(driver: Driver, { stateId, sums, best, shortfall }: DriverBalance): string {
	const sumOf = (id: string) => signed(sums.find((one) => one.stateId === id)?.sum ?? 0);
	const own = `${driverCalled(driver)} is ${stateCalled(driver, stateId)} (${sumOf(stateId)})`;
	if (shortfall > 0) return `${own}, but the other drivers push it towards ${best.map((id) => `${stateCalled(driver, id)} (${sumOf(id)})`).join(' or ')}. It falls short by ${shortfall}.`;
	if (best.length === 1) return `${own}, which is what the other drivers promote most.`;
	return `${own}. The other drivers promote ${best.filter((id) => id !== stateId).map((id) => stateCalled(driver, id)).join(' and ')} just as much.`;
}

export function verdict({ inconsistency, drivers }: Assessment): string {
	if (inconsistency === 0) return 'Consistent: every driver is in a state that the others promote most.';
	const off = drivers.filter(({ shortfall }) => shortfall > 0).length;
	return `${off === 1 ? 'One driver does' : `${off} drivers do`} not fit the others; the worst falls short by ${inconsistency}.`;
}
