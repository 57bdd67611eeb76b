/** The reasons that people gave for a card, by where they stand, in an order that says nothing about who wrote them. */
import type { AnyCardTally } from './roundTally.ts';
import { fewestReasons, hasReason, reasonCount, scatter } from './reasons.ts';
import { dotsOf } from './dots.ts';
import { yearNumber } from './timing.ts';
import type { Ballot, BallotValue, Criterion, Round } from '../schemas/records.ts';

/** Where people stand, for whoever has words of their own for it. */
export type Stand = 'low' | 'middle' | 'high' | 'unsure' | 'without' | 'before' | 'after' | 'yes' | 'no';

export interface Side {
	stand: Stand;
	title: string;
	/** The answers that stand there, as people say them. */
	range: string;
	holds: (value: BallotValue | undefined) => boolean;
}

export interface Reasons {
	stand: Stand;
	title: string;
	range: string;
	texts: string[];
}

const isNumber = (value: BallotValue | undefined): value is number => typeof value === 'number';
const unsure: Side = { stand: 'unsure', title: 'Why they can’t say', range: '', holds: (value) => value === 'cannot say' };
/** Who wrote a reason by another criterion asked with it, and did not answer this one. */
const without: Side = { stand: 'without', title: 'Without an answer', range: '', holds: (value) => value === undefined };

const ratingSides: readonly Side[] = [
	{ stand: 'low', title: 'Why low', range: '1 or 2', holds: (value) => isNumber(value) && value < 3 },
	{ stand: 'middle', title: 'Why in the middle', range: '3', holds: (value) => value === 3 },
	{ stand: 'high', title: 'Why high', range: '4 or 5', holds: (value) => isNumber(value) && value > 3 },
	unsure,
	without,
];

/** Where people stand on a card: the sides of the scale, before and after the middle half of the room's dates, yes and no. */
export function sidesOf(criterion: Criterion, tally: AnyCardTally): readonly Side[] {
	if (criterion === 'dots') return [{ stand: 'yes', title: 'Why they gave it dots', range: '', holds: (value) => dotsOf(value) > 0 }, { stand: 'no', title: 'Why they gave it none', range: '', holds: (value) => dotsOf(value) === 0 }];
	if (criterion === 'approval') {
		return [{ stand: 'yes', title: 'Why yes', range: '', holds: (value) => value === 1 }, { stand: 'no', title: 'Why no', range: '', holds: (value) => value === 0 }, { ...unsure, title: 'Why they are unsure' }, without];
	}
	if (criterion !== 'timing' || !('spread' in tally)) return ratingSides;
	const [from, to] = [yearNumber(tally.q1) ?? -Infinity, yearNumber(tally.q3) ?? Infinity];
	const year = (value: BallotValue | undefined) => (value === 'later' ? Infinity : isNumber(value) ? value : null);
	const where = (holds: (at: number) => boolean) => (value: BallotValue | undefined) => {
		const at = year(value);
		return at !== null && holds(at);
	};
	return [
		{ stand: 'before', title: 'Why sooner', range: 'before the middle half', holds: where((at) => at < from) },
		{ stand: 'middle', title: 'Why then', range: 'the middle half', holds: where((at) => at >= from && at <= to) },
		{ stand: 'after', title: 'Why later', range: 'after the middle half', holds: where((at) => at > to) },
		unsure,
		without,
	];
}

/**
 * Reasons stand where their writers stand by the criterion that is looked at, whichever of the criteria asked together they were
 * written beside. @returns the sides that have any; null where the whole round has too few reasons for any to be shown.
 */
export function reasonsFor(round: Round, ballots: readonly Ballot[], cardId: string, criterion: Criterion, sides: readonly Side[]): Reasons[] | null {
	const own = ballots.filter(({ roundId }) => roundId === round.id);
	if (reasonCount(round, own) < fewestReasons) return null;
	const ofCard = own.filter((ballot) => ballot.cardId === cardId);
	const stands = new Map(ofCard.flatMap(({ participant, criterion: asked, value }) => (asked === criterion ? [[participant, value] as const] : [])));
	const written = new Map(ofCard.filter(hasReason).map((ballot) => [`${ballot.participant} ${ballot.reason!.trim()}`, ballot]));
	// The token is in the id and the card too, so that a person's reasons stand at another place for every card.
	const shuffled = [...written.values()].map((ballot) => ({ ballot, place: scatter(ballot.id) })).sort((a, b) => a.place - b.place);
	return sides.flatMap(({ stand, title, range, holds }) => {
		const texts = shuffled.flatMap(({ ballot }) => (holds(stands.get(ballot.participant)) ? [ballot.reason!.trim()] : []));
		return texts.length === 0 ? [] : [{ stand, title, range, texts }];
	});
}
