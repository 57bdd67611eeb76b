/** The rows of the table of cards: every placed card, hidden ones as well, with what stands in each column and how it is sorted. */
import { cardCode } from '../../../src-shared/domain/cardCode.ts';
import { dateLabel, horizonYears } from '../../../src-shared/domain/horizon.ts';
import type { RatingResult, RoomResult } from '../../../src-shared/domain/roomResults.ts';
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import { kinds } from '../../../src-shared/schemas/names.ts';
import type { Kind } from '../../../src-shared/schemas/document.ts';
import type { Card, Cluster, Horizon, Lane, Placement, WorkshopCard } from '../../../src-shared/schemas/records.ts';
import type { ColumnOf } from './columns.ts';
import type { Key } from './sorting.ts';

export interface CardRow {
	id: string;
	code: string;
	number: number;
	name: string;
	nameIsMade: boolean;
	kind: Kind;
	lane: Lane;
	/** Place of the lane from the top. */
	laneAt: number;
	placement: Placement;
	/** "2029 Q4". */
	date: string;
	/** Which of the ten years, from 1. */
	year: number;
	/** The one that people say it is of. */
	horizon: Horizon | null;
	cluster: Pick<Cluster, 'id' | 'name'> | null;
	result: RoomResult | undefined;
	/** By the criterion that is shown. */
	rating: RatingResult | null;
	isLocked: boolean;
	isHidden: boolean;
}

export const columns = [
	{ id: 'code', name: 'Code', width: 58 },
	{ id: 'name', name: 'Name', width: 180, takesRest: true, isHead: true },
	{ id: 'kind', name: 'Kind', width: 112 },
	{ id: 'lane', name: 'Lane', width: 142, changes: 'field' },
	{ id: 'impact', name: 'Impact', title: 'As judged on the canvas, 1 to 5', width: 74, changes: 'field' },
	{ id: 'date', name: 'Date', width: 96, changes: 'field' },
	{ id: 'year', name: 'Year', title: 'Year of the ten, from 1', width: 58 },
	{ id: 'horizon', name: 'Horizon', title: 'H1 today’s system, H2 transition, H3 emerging: said by people', width: 76, changes: 'field' },
	{ id: 'cluster', name: 'Cluster', width: 132, changes: 'field' },
	{ id: 'timing', name: 'The room’s date', title: 'Median of the room’s dates, and its middle half', width: 178 },
	{ id: 'median', name: 'Median', title: 'Median of the room’s votes, 1 to 5', width: 74 },
	{ id: 'iqr', name: 'IQR', title: 'How far apart the middle half of the room is', width: 56 },
	{ id: 'n', name: 'n', title: 'Votes', width: 48 },
	{ id: 'locked', name: 'Locked', width: 74, changes: 'mark' },
	{ id: 'hidden', name: 'Hidden', width: 76, changes: 'mark' },
] as const satisfies readonly ColumnOf<string>[];

export type CardColumn = (typeof columns)[number]['id'];

interface Given {
	uses: readonly WorkshopCard[];
	cards: { get(id: string): Card | undefined };
	lanes: readonly Lane[];
	clusters: readonly Cluster[];
	baseYear: number;
	/** Each card's place among those that are seen, as they stand: lane by lane, in the order of time, those of one date from the top. */
	standing: ReadonlyMap<string, number>;
	results: ReadonlyMap<string, RoomResult>;
	/** The criterion whose medians are shown. */
	rating: ScaleCriterion;
}

/** As the canvas is read: lane by lane, each in the order of time, cards of one date from the top; what is hidden comes after those. */
export function cardRows({ uses, cards, lanes, clusters, baseYear, standing, results, rating }: Given): CardRow[] {
	const clusterOf = new Map(clusters.flatMap((cluster) => cluster.cardIds.map((id) => [id, cluster] as const)));
	const places = new Map(lanes.map(({ id }, at) => [id, at]));
	const rows = uses.flatMap(({ cardId, placement, number, locked, hidden, horizon = null }): CardRow[] => {
		const card = cards.get(cardId);
		const laneAt = places.get(placement?.laneId ?? '') ?? 0;
		const lane = lanes[laneAt];
		if (!placement || !card || !lane) return [];
		const { id, kind, name, nameIsMade } = card;
		return [{
			id, kind, name, nameIsMade, number, lane, laneAt, placement, horizon, cluster: clusterOf.get(id) ?? null, code: cardCode(kind, number), date: dateLabel(baseYear, placement.at),
			year: Math.min(horizonYears, Math.floor(placement.at + 1e-6) + 1), result: results.get(id), rating: results.get(id)?.[rating] ?? null, isLocked: locked === true, isHidden: hidden === true,
		}];
	});
	const stands = ({ id }: CardRow) => standing.get(id) ?? uses.length;
	return rows.sort((a, b) => a.laneAt - b.laneAt || a.placement.at - b.placement.at || stands(a) - stands(b) || a.placement.height - b.placement.height);
}

export const keys: Record<CardColumn, (row: CardRow) => Key> = {
	code: ({ kind, number }) => kinds.indexOf(kind) * 1e6 + number,
	name: ({ name }) => name,
	kind: ({ kind }) => kinds.indexOf(kind),
	lane: ({ laneAt }) => laneAt,
	date: ({ placement }) => placement.at,
	year: ({ year }) => year,
	impact: ({ placement }) => placement.impact ?? null,
	horizon: ({ horizon }) => horizon,
	cluster: ({ cluster }) => cluster?.name ?? null,
	timing: ({ result }) => (result?.timing ? (result.timing.median === 'later' ? 1e6 : result.timing.median) : null),
	median: ({ rating }) => rating?.median ?? null,
	iqr: ({ rating }) => rating?.iqr ?? null,
	n: ({ rating }) => rating?.n ?? null,
	locked: ({ isLocked }) => Number(!isLocked),
	hidden: ({ isHidden }) => Number(!isHidden),
};
