/** The reasons that people gave for a card, by where they stand, in an order that says nothing about who wrote them. */
import type { Ballot, Round } from '../../src-shared/schemas/records.ts';

/** With fewer reasons in a whole round, each would be as good as signed. */
export const fewestReasons = 5;

export interface Reasons {
	/** By people who said 1 or 2. */
	low: string[];
	/** By people who said 3. */
	middle: string[];
	/** By people who said 4 or 5. */
	high: string[];
	/** By people who cannot say. */
	unsure: string[];
}

export const reasonCount = (round: Round, ballots: readonly Ballot[]): number =>
	ballots.filter((ballot) => ballot.roundId === round.id && hasReason(ballot)).length;

/** @returns null where the whole round has too few reasons for any to be shown. */
export function reasonsFor(round: Round, ballots: readonly Ballot[], cardId: string): Reasons | null {
	if (reasonCount(round, ballots) < fewestReasons) return null;
	const own = ballots.filter((ballot) => ballot.roundId === round.id && ballot.cardId === cardId && hasReason(ballot));
	const shuffled = own.map((ballot) => ({ ballot, place: scatter(ballot.id) })).sort((a, b) => a.place - b.place);
	const of = (holds: (value: Ballot['value']) => boolean) =>
		shuffled.filter(({ ballot }) => holds(ballot.value)).map(({ ballot }) => (ballot.reason ?? '').trim());
	return {
		low: of((value) => typeof value === 'number' && value < 3),
		middle: of((value) => value === 3),
		high: of((value) => typeof value === 'number' && value > 3),
		unsure: of((value) => value === 'cannot say'),
	};
}

const hasReason = (ballot: Ballot): boolean => (ballot.reason ?? '').trim() !== '';

/**
 * A number that looks random but is the same each time: a list must not jump as it is looked at. The token is in the id
 * and the card too, so that a person's reasons stand at another place for every card.
 */
function scatter(text: string): number {
	let hash = 0x811c9dc5;
	for (const unit of text) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193);
	// FNV's last steps hardly reach the high bits, so they are mixed once more.
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0;
}
