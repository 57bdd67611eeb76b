/** A round as phones are asked it: its cards' words, and how the room answered the round it follows. Nothing a machine made of a card. */
import { cardCode } from '../../src-shared/domain/cardCode.ts';
import { earlierAnswers } from '../../src-shared/domain/earlierAnswers.ts';
import type { Ballot, Card, Round } from '../../src-shared/schemas/records.ts';
import type { EarlierAnswers, RoomCard, RoomRound } from '../../src-shared/schemas/room.ts';
import type { Records } from '../db/records.svelte.ts';
import { dotsEach } from './asking.ts';
import { shiftOf } from './change.ts';

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
		dots: round.criteria.includes('dots') ? dotsEach(round) : null,
		asksReason: round.asksReason !== false,
		shuffles: round.shuffles !== false,
		earlier: earlier ? fedBack(earlier, round, records.ballots.all) : [],
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

/** Of what is asked again only. */
const fedBack = (earlier: Round, round: Round, ballots: readonly Ballot[]): EarlierAnswers[] =>
	earlierAnswers(earlier, ballots).filter(({ cardId, criterion }) => round.cardIds.includes(cardId) && round.criteria.includes(criterion));

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

