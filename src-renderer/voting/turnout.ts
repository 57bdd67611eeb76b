/** Who has voted in a round and how often each card was answered: counts alone, never a value and never a person. */
import type { Ballot, Round } from '../../src-shared/schemas/records.ts';
import type { RoomTurnout } from '../../src-shared/schemas/room.ts';
import { dotsEach } from './asking.ts';

export interface Turnout {
	/** Everyone who answered at least one card; "I can't say" is an answer. */
	voted: number;
	/** Answered every card of the round by every criterion, gave all their dots, or handed in a paper ballot. */
	finished: number;
	/** Answered some of it. */
	partly: number;
	/** Counted in the room, or there by phone, and without an answer yet; null where nobody counted and no phone is there. */
	notStarted: number | null;
	/** Answers by card, for every card of the round. */
	byCard: Map<string, number>;
}

/** What the open room knows of the round: its phones' counts, and how many of them have joined. */
export interface OnPhones {
	turnout: RoomTurnout | null;
	joined: number;
}

/**
 * Over all ways of voting.
 * @param ballots those of the workshop, of any rounds: cast on this laptop and from paper.
 * @param phones null where the room is not open.
 */
export function turnoutOf(round: Round, ballots: readonly Ballot[], phones: OnPhones | null = null): Turnout {
	const here = countHere(round, ballots);
	const there = phones?.turnout?.roundId === round.id ? phones.turnout : null;
	const voted = here.voted + (there?.voted ?? 0);
	const finished = here.finished + (there?.finished ?? 0);
	const byCard = new Map([...here.byCard].map(([cardId, n]) => [cardId, n + (there?.byCard[cardId] ?? 0)]));
	const known = phones && phones.joined > 0 ? phones.joined + here.voted : null;
	const people = round.peopleInRoom === null ? known : Math.max(round.peopleInRoom, known ?? 0);
	return { voted, finished, partly: voted - finished, notStarted: people === null ? null : Math.max(0, people - voted), byCard };
}

function countHere(round: Round, ballots: readonly Ballot[]): Pick<Turnout, 'voted' | 'finished' | 'byCard'> {
	const asked = new Set(round.cardIds);
	const people = new Map<string, { cards: Set<string>; answers: Set<string>; dots: number; isPaper: boolean }>();
	const byCard = new Map(round.cardIds.map((cardId) => [cardId, 0]));
	for (const { roundId, participant, cardId, criterion, value, way } of ballots) {
		if (roundId !== round.id || !asked.has(cardId)) continue;
		const own = people.get(participant) ?? { cards: new Set<string>(), answers: new Set<string>(), dots: 0, isPaper: way === 'paper' };
		people.set(participant, own);
		// One answer a card and person, however many criteria were asked together.
		if (!own.cards.has(cardId)) byCard.set(cardId, (byCard.get(cardId) ?? 0) + 1);
		own.cards.add(cardId);
		if (round.criteria.includes(criterion)) own.answers.add(`${cardId}/${criterion}`);
		if (criterion === 'dots' && typeof value === 'number') own.dots += value;
	}
	const all = asked.size * round.criteria.length;
	const gaveAll = (dots: number) => round.criteria.includes('dots') && dots >= dotsEach(round);
	const finished = [...people.values()].filter(({ answers, dots, isPaper }) => isPaper || answers.size === all || gaveAll(dots)).length;
	return { voted: people.size, finished, byCard };
}

/** Who is not finished, as the sentence beside "Close and reveal". */
export function unfinishedSentence({ voted, partly, notStarted }: Turnout): string {
	const waiting = partly + (notStarted ?? 0);
	if (voted === 0) return 'Nobody has voted yet.';
	if (waiting === 0) return notStarted === null ? 'Everyone who voted has answered every card.' : 'Everyone has answered every card.';
	const people = waiting === 1 ? '1 person is not finished.' : `${waiting} people are not finished.`;
	return partly === 0 ? people : `${people} What they have entered counts.`;
}
