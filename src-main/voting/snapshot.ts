/**
 * The lines that lead straight to a room's present state, in an order that says nothing of how it came about: what is
 * written when something has to be forgotten.
 */
import { linesVersion, type Line } from './lines.ts';
import type { BallotBox, Voter } from './ballotBox.ts';

export interface Forgotten {
	round?: string;
	series?: string;
}

/** @param forgotten what is left out; with it go voters of whom nothing else is here. */
export function snapshotOf(box: Readonly<BallotBox>, forgotten: Forgotten = {}): Line[] {
	const rounds = [...box.rounds.values()].filter(({ round }) => round.id !== forgotten.round);
	const votes = rounds.flatMap(({ round, ballots }) => inOrder(ballots.entries()).map(([voter, answers]): Line => ({ type: 'voted', voter, round: round.id, answers: sorted(answers) })));
	const voting = new Set(rounds.flatMap(({ ballots }) => ballots.entries().map(([voter]) => voter)));
	const isHere = ({ id, mark }: Voter) => mark !== null || voting.has(id);
	const gone = forgotten.round === undefined ? undefined : box.rounds.get(forgotten.round);
	const collected = gone?.closed ? { id: gone.round.id, title: gone.round.title, counted: gone.ballots.voted } : box.collected;
	return [
		{ type: 'begun', version: linesVersion },
		...openingLines(box),
		{ type: 'codes made', codes: [...box.unusedCodes, ...box.usedCodes].sort() },
		...[...box.usedCodes].sort().map((code): Line => ({ type: 'code used', code })),
		{ type: 'retired', marks: [...box.retired].sort() },
		...inOrder([...box.voters]).filter(([, voter]) => isHere(voter)).map(([, { id, mark, attempt, key, group }]): Line => ({ type: 'joined', voter: id, mark, attempt, key, group })),
		...[...box.series].filter(([id]) => id !== forgotten.series).map(([series, secret]): Line => ({ type: 'series begun', series, secret })),
		...rounds.map(({ round }): Line => ({ type: 'round shown', round })),
		...votes,
		...rounds.filter(({ closed }) => closed).map(({ round }): Line => ({ type: 'round closed', round: round.id })),
		...(collected ? [{ type: 'round collected', round: collected.id, title: collected.title, counted: collected.counted } satisfies Line] : []),
	];
}

function openingLines({ latest, isOpen }: Readonly<BallotBox>): Line[] {
	if (!latest) return [];
	const { settings, code, at, locked, clock } = latest;
	return [{ type: 'opened', settings, code, at }, { type: 'changed', change: { locked, clock } }, ...(isOpen ? [] : [{ type: 'closed' } satisfies Line])];
}

/** Voters' ids are random, and so is this order. */
const inOrder = <T>(entries: readonly [string, T][]): [string, T][] => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

/** By card, not by when they were given. */
const sorted = <T extends { cardId: string; criterion: string }>(answers: readonly T[]): T[] =>
	[...answers].sort((a, b) => (a.cardId === b.cardId ? (a.criterion < b.criterion ? -1 : 1) : a.cardId < b.cardId ? -1 : 1));
