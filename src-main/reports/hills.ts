/** Timing votes as hills, as on the design's pages: each ridge is the spread of the room's years for one card; without such votes there are none. */
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import type { RankedTiming } from '../../src-shared/domain/timing.ts';
import type { Paper } from './paper.ts';
import { ridges } from './theme.ts';
import type { ReportCard, View } from './view.ts';

export interface Hill {
	card: ReportCard;
	tally: RankedTiming;
	/** Share of the room's votes around a time, in years from the base year. */
	height(at: number): number;
}

/** A vote for a year speaks of the time around it, most of it within a year. */
const bandwidth = 0.75;
const most = 5;

/** The latest behind, the soonest in front. */
export function hillsOf(view: View, cards: readonly ReportCard[]): Hill[] {
	const tallies = new Map<string, RankedTiming>();
	for (const { tally } of view.results) if (tally.criterion === 'timing') for (const card of tally.cards) if (card.n > 0) tallies.set(card.cardId, card);
	return cards
		.flatMap((card) => {
			const tally = tallies.get(card.id);
			return tally && tally.years.some((votes) => votes > 0) ? [{ card, tally, height: (at: number) => spread(tally, at) }] : [];
		})
		.slice(0, most)
		.sort((a, b) => middle(b.tally) - middle(a.tally));
}

const middle = ({ median }: RankedTiming): number => (typeof median === 'number' ? median : Infinity);

const spread = ({ years, n }: RankedTiming, at: number): number =>
	years.reduce((sum, votes, year) => sum + (votes / n) * Math.exp(-(((at - year) / bandwidth) ** 2) / 2), 0);

/** @param x where a time stands on the page. @param room how high the highest of them may be. */
export function drawHills(paper: Paper, hills: readonly Hill[], ground: number, room: number, x: (at: number) => number): void {
	const { doc } = paper;
	const step = 0.1;
	const times = Array.from({ length: (horizonYears + 4) / step + 1 }, (_, index) => index * step - 2);
	const highest = Math.max(...hills.flatMap((hill) => times.map((at) => hill.height(at))), 0.01);
	const level = Math.min(9, (room * 0.35) / Math.max(1, hills.length));
	hills.forEach((hill, index) => {
		const base = (hills.length - 1 - index) * level;
		const tall = room - (hills.length - 1) * level;
		const y = (at: number) => ground - base - (hill.height(at) / highest) * tall;
		doc.moveTo(0, ground).lineTo(0, y(times[0]!));
		for (const at of times) if (x(at) >= 0 && x(at) <= paper.pageWidth) doc.lineTo(Math.round(x(at) * 10) / 10, Math.round(y(at) * 10) / 10);
		doc.lineTo(paper.pageWidth, y(times.at(-1)!)).lineTo(paper.pageWidth, ground).closePath();
		// An outline keeps one hill from the next where all is grey.
		doc.lineWidth(0.75).fillAndStroke(ridges[Math.max(2, 5 - index)]!, ridges[1]);
	});
}
