/** What a draft asks and how: each change is one undo step. An open round is asked as it was opened. */
import { newId } from '../../src-shared/domain/ids.ts';
import type { Criterion, Round, Workshop } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { changed } from '../db/changes.ts';
import { criterionNames, dotsEach, withCriterion } from './asking.ts';

type Ledger = Pick<App, 'ledger'>;

export const mostDots = 100;
export const mostMinutes = 600;
export const mostGroups = 12;

/** At least one criterion stays. */
export function askFor({ ledger }: Ledger, round: Round, criterion: Criterion, on: boolean): Promise<void> {
	const criteria = withCriterion(round.criteria, criterion, on);
	if (criteria.length === 0 || criteria.join() === round.criteria.join()) return Promise.resolve();
	const patch = { criteria, ...(criterion === 'dots' && { dots: dotsEach(round) }) };
	const label = `${on ? 'Ask for' : 'Leave out'} ${criterionNames[criterion].toLowerCase()} in ${round.title}`;
	return ledger.commit({ label, changes: [changed('rounds', round, patch)] });
}

export function giveDots({ ledger }: Ledger, round: Round, dots: number): Promise<void> {
	const whole = Math.min(mostDots, Math.max(1, Math.round(dots)));
	if (whole === dotsEach(round)) return Promise.resolve();
	return ledger.commit({ label: `Give each person ${whole} ${whole === 1 ? 'dot' : 'dots'} in ${round.title}`, changes: [changed('rounds', round, { dots: whole })] });
}

export const askReason = ({ ledger }: Ledger, round: Round, asksReason: boolean): Promise<void> =>
	ledger.commit({ label: `${asksReason ? 'Ask' : 'Do not ask'} for a reason in ${round.title}`, changes: [changed('rounds', round, { asksReason })] });

export const shuffleCards = ({ ledger }: Ledger, round: Round, shuffles: boolean): Promise<void> =>
	ledger.commit({ label: `${shuffles ? 'Shuffle' : 'Do not shuffle'} the cards of ${round.title}`, changes: [changed('rounds', round, { shuffles })] });

/** @param minutes null for the time it takes. */
export function giveMinutes({ ledger }: Ledger, round: Round, minutes: number | null): Promise<void> {
	const whole = minutes === null ? undefined : Math.min(mostMinutes, Math.max(1, Math.round(minutes)));
	if (whole === round.minutes) return Promise.resolve();
	const label = whole === undefined ? `Take the time it takes for ${round.title}` : `Give ${round.title} ${whole} ${whole === 1 ? 'minute' : 'minutes'}`;
	return ledger.commit({ label, changes: [changed('rounds', round, { minutes: whole })] });
}

/** @param earlierRoundId whose answers people are shown; null for none. */
export function followRound({ ledger, records }: Pick<App, 'ledger' | 'records'>, round: Round, earlierRoundId: string | null): Promise<void> {
	if ((round.earlierRoundId ?? null) === earlierRoundId) return Promise.resolve();
	const earlier = earlierRoundId === null ? undefined : records.rounds.get(earlierRoundId);
	const label = earlier ? `Show the answers of ${earlier.title} in ${round.title}` : `Show no earlier answers in ${round.title}`;
	return ledger.commit({ label, changes: [changed('rounds', round, { earlierRoundId: earlier?.id })] });
}

export type Group = NonNullable<Workshop['groups']>[number];
export const groupsOf = (workshop: Workshop | undefined | null): Group[] => workshop?.groups ?? [];

const setGroups = ({ ledger }: Ledger, workshop: Workshop, label: string, groups: Group[]): Promise<void> =>
	ledger.commit({ label, changes: [changed('workshops', workshop, { groups })] });

/** @throws Refused where there is one of that name, or no room for more. */
export async function addGroup(app: Ledger, workshop: Workshop, name: string): Promise<void> {
	const wanted = checkedName(workshop, name);
	if (wanted === '') return;
	if (groupsOf(workshop).length >= mostGroups) throw new Refused(`There are ${mostGroups} groups already. Fewer and larger ones say more: groups under 3 people are never shown apart.`);
	await setGroups(app, workshop, `Add the group “${wanted}”`, [...groupsOf(workshop), { id: newId(), name: wanted }]);
}

/** @throws Refused where there is another one of that name. */
export async function renameGroup(app: Ledger, workshop: Workshop, group: Group, name: string): Promise<void> {
	const wanted = checkedName(workshop, name, group.id);
	if (wanted === '' || wanted === group.name) return;
	const groups = groupsOf(workshop).map((other) => (other.id === group.id ? { ...other, name: wanted } : other));
	await setGroups(app, workshop, `Rename the group “${group.name}” to “${wanted}”`, groups);
}

export const removeGroup = (app: Ledger, workshop: Workshop, group: Group): Promise<void> =>
	setGroups(app, workshop, `Remove the group “${group.name}”`, groupsOf(workshop).filter(({ id }) => id !== group.id));

class Refused extends Error {
	override name = 'Refused';
}

function checkedName(workshop: Workshop, name: string, ownId?: string): string {
	const wanted = name.trim().slice(0, 60);
	const taken = groupsOf(workshop).some((group) => group.id !== ownId && group.name.toLowerCase() === wanted.toLowerCase());
	if (taken) throw new Refused(`There is a group called “${wanted}” already.`);
	return wanted;
}
