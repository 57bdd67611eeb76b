/** A round as phones are asked it: its cards' words, and how the room answered the round it follows. Nothing a machine made of a card. */
import { cardCode } from '../../src-shared/domain/cardCode.ts';
import type { Ballot, Card, Round } from '../../src-shared/schemas/records.ts';
import type { EarlierAnswers, RoomCard, RoomRound } from '../../src-shared/schemas/room.ts';
import type { Records } from '../db/records.svelte.ts';
import { dotsOf } from './asking.ts';
import { shiftOf } from './change.ts';
import { fewestReasons, reasonCount } from './reasons.ts';
import { unlinked } from './unlink.ts';

type Read = Pick<Records, 'workshop' | 'cards' | 'uses' | 'rounds' | 'ballots'>;

export function roomRoundOf(records: Read, round: Round): RoomRound {
	const earlier = round.earlierRoundId === undefined ? undefined : records.rounds.get(round.earlierRoundId);
	const cards = round.cardIds.flatMap((id) => records.cards.get(id) ?? []);
	return {
		id: round.id,
		seriesId: round.seriesId,
		title: cut(round.title, 300),
		question: cut(records.workshop?.question ?? '', 1000),
		criteria: round.criteria,
		cards: cards.map((card) => roomCard(card, records.uses.get(card.id)?.number)),
		baseYear: records.workshop?.baseYear ?? new Date().getFullYear(),
		dots: round.criteria.includes('dots') ? dotsOf(round) : null,
		asksReason: round.asksReason !== false,
		shuffles: round.shuffles !== false,
		earlier: earlier?.state === 'revealed' ? earlierAnswers(earlier, round, records.ballots.all) : [],
	};
}

function roomCard(card: Card, number: number | undefined): RoomCard {
	const shift = shiftOf(card.change);
	return {
		id: card.id,
		code: number === undefined ? '' : cardCode(card.kind, number),
		kind: card.kind,
		name: cut(card.name, 300),
		description: card.description === null ? null : cut(card.description, 4000),
		from: shift && cut(shift.from, 4000),
		// A change that cannot be told apart into two ends is shown as it is written.
		to: shift ? cut(shift.to, 4000) : card.change === null ? null : cut(card.change, 4000),
	};
}

/** Of the cards and criteria that are asked again, by which Delphi feeds the room's answers back. */
function earlierAnswers(earlier: Round, round: Round, ballots: readonly Ballot[]): EarlierAnswers[] {
	const own = ballots.filter(({ roundId }) => roundId === earlier.id);
	const showsReasons = reasonCount(earlier, own) >= fewestReasons;
	return round.cardIds.flatMap((cardId) =>
		round.criteria.flatMap((criterion) => {
			const given = own.filter((ballot) => ballot.cardId === cardId && ballot.criterion === criterion);
			return given.length === 0 ? [] : [{ cardId, criterion, votes: votesOf(given), reasons: showsReasons ? reasonsOf(given) : [] }];
		}),
	);
}

function votesOf(given: readonly Ballot[]): Record<string, number> {
	const votes: Record<string, number> = {};
	for (const { value } of given) votes[String(value)] = (votes[String(value)] ?? 0) + 1;
	return votes;
}

/** In an order that is drawn for each card: a person's reasons must not stand at one place throughout. */
const reasonsOf = (given: readonly Ballot[]): string[] =>
	unlinked(given).flatMap(({ reason }) => (reason?.trim() ? [cut(reason.trim(), 4000)] : []));

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

