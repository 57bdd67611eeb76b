/** How many people came each way: by phone, on the laptop that is passed round, on paper. */
import type { Ballot, Round } from '../schemas/records.ts';

export type Way = Ballot['way'];
export type Ways = Record<Way, number>;

/** People of one round; everyone comes one way, since every phone, sheet and turn at the laptop has a mark of its own. */
export function waysOf({ id }: Pick<Round, 'id'>, ballots: readonly Ballot[]): Ways {
	const ways = new Map<string, Way>();
	for (const { roundId, participant, way } of ballots) if (roundId === id) ways.set(participant, way);
	const of = (wanted: Way) => [...ways.values()].filter((way) => way === wanted).length;
	return { phone: of('phone'), paper: of('paper'), 'hot seat': of('hot seat') };
}

/** "29 by phone, 3 on paper, 2 on this laptop"; ways that nobody came are left out. */
export function waysWords({ phone, paper, 'hot seat': seat }: Ways, laptop = 'this laptop'): string {
	const parts = [[phone, 'by phone'], [paper, 'on paper'], [seat, `on ${laptop}`]] as const;
	return parts.flatMap(([people, how]) => (people > 0 ? [`${people} ${how}`] : [])).join(', ');
}
