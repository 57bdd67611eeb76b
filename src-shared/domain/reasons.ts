/** What may be shown of the reasons that people wrote: in a round with few of them none, and never in the order of writing. */
import type { Ballot, Round } from '../schemas/records.ts';

/** With fewer people who gave reasons in a whole round, each would be as good as signed. */
export const fewestReasons = 5;

export const hasReason = ({ reason }: Pick<Ballot, 'reason'>): boolean => (reason ?? '').trim() !== '';

/** People who gave any, not reasons: one who writes on every card must not bring another's to light. */
export const reasonCount = ({ id }: Pick<Round, 'id'>, ballots: readonly Ballot[]): number =>
	new Set(ballots.filter((ballot) => ballot.roundId === id && hasReason(ballot)).map(({ participant }) => participant)).size;

/** A number that looks random but is the same each time: a list must not jump as it is looked at. */
export function scatter(text: string): number {
	let hash = 0x811c9dc5;
	for (const unit of text) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193);
	// FNV's last steps hardly reach the high bits, so they are mixed once more.
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0;
}
