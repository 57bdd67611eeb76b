/** The rows of the table: every placed card, hidden ones as well, with what stands in each column and how it is sorted. */
import { cardCode } from '../../src-shared/domain/cardCode.ts';
import { dateLabel, horizonYears } from '../../src-shared/domain/horizon.ts';
import type { RatingResult, RoomResult } from '../../src-shared/domain/roomResults.ts';
import type { ScaleCriterion } from '../../src-shared/domain/tally.ts';
import { kinds } from '../../src-shared/schemas/names.ts';
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { Card, Cluster, Horizon, Lane, Placement, WorkshopCard } from '../../src-shared/schemas/records.ts';

export interface TableRow {
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
	{ id: 'name', name: 'Name', width: 180 },
	{ id: 'kind', name: 'Kind', width: 112 },
	{ id: 'lane', name: 'Lane', width: 142 },
	{ id: 'impact', name: 'Impact', title: 'As judged on the canvas, 1 to 5', width: 74 },
	{ id: 'date', name: 'Date', width: 96 },
	{ id: 'year', name: 'Year', title: 'Year of the ten, from 1', width: 58 },
	{ id: 'horizon', name: 'Horizon', title: 'H1 today’s system, H2 transition, H3 emerging: said by people', width: 76 },
	{ id: 'cluster', name: 'Cluster', width: 132 },
	{ id: 'timing', name: 'The room’s date', title: 'Median of the room’s dates, and its middle half', width: 178 },
	{ id: 'median', name: 'Median', title: 'Median of the room’s votes, 1 to 5', width: 74 },
	{ id: 'iqr', name: 'IQR', title: 'How far apart the middle half of the room is', width: 56 },
	{ id: 'n', name: 'n', title: 'Votes', width: 48 },
	{ id: 'locked', name: 'Locked', width: 74 },
	{ id: 'hidden', name: 'Hidden', width: 76 },
] as const;

export type ColumnId = (typeof columns)[number]['id'];

export interface Sorting {
	by: ColumnId;
	descending: boolean;
}

interface Given {
	uses: readonly WorkshopCard[];
	cards: { get(id: string): Card | undefined };
	lanes: readonly Lane[];
	clusters: readonly Cluster[];
	baseYear: number;
	results: ReadonlyMap<string, RoomResult>;
	/** The criterion whose medians are shown. */
	rating: ScaleCriterion;
}

/** As the canvas is read: lane by lane, each in the order of time. */
export function tableRows({ uses, cards, lanes, clusters, baseYear, results, rating }: Given): TableRow[] {
	const clusterOf = new Map(clusters.flatMap((cluster) => cluster.cardIds.map((id) => [id, cluster] as const)));
	const places = new Map(lanes.map(({ id }, at) => [id, at]));
	const rows = uses.flatMap(({ cardId, placement, number, locked, hidden, horizon = null }): TableRow[] => {
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
	return rows.sort((a, b) => a.laneAt - b.laneAt || a.placement.at - b.placement.at || a.placement.height - b.placement.height);
}

/** null for what is not there, which comes last either way. */
const keys: Record<ColumnId, (row: TableRow) => number | string | null> = {
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

/** Rows that are alike stay in the canvas's order. */
export function sortRows(rows: readonly TableRow[], sorting: Sorting | null): readonly TableRow[] {
	if (!sorting) return rows;
	const key = keys[sorting.by];
	const compareNames = new Intl.Collator(undefined, { numeric: true }).compare;
	const sign = sorting.descending ? -1 : 1;
	return rows
		.map((row) => ({ row, at: key(row) }))
		.sort((a, b) => {
			if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null);
			return sign * (typeof a.at === 'string' ? compareNames(a.at, String(b.at)) : a.at - Number(b.at));
		})
		.map(({ row }) => row);
}

/** A press on a heading: up, down, and back to the canvas's order. */
export function nextSorting(now: Sorting | null, by: ColumnId): Sorting | null {
	if (now?.by !== by) return { by, descending: false };
	return now.descending ? null : { by, descending: true };
}
