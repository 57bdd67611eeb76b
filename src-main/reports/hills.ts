/** Timing votes as hills, as on the design's pages: ridges of the room's years for the cards of a world; without such votes there are none. */
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import { worldRidges, type Ridge } from '../../src-shared/domain/worldHills.ts';
import type { Paper } from './paper.ts';
import { ridges as tones } from './theme.ts';
import type { View } from './view.ts';
import type { FedBy } from './worldsView.ts';

export interface Hills {
	ridges: Ridge[];
	/** Codes of the cards that the room voted on. */
	codes: string[];
}

export function hillsOf({ worlds: { times } }: View, feeds: readonly FedBy[]): Hills {
	const voted = feeds.filter(({ card }) => (times.get(card.id)?.times.length ?? 0) > 0);
	return { ridges: worldRidges(voted.map(({ card, weight }) => ({ times: times.get(card.id)!, weight }))), codes: voted.map(({ card }) => card.code) };
}

const toneOf = { 0: tones[2], 1: tones[3], 2: tones[5] } as const;
/** By how much each ridge lies above the one in front of it. */
const level = 7;

export interface Ground {
	/** What is drawn ends there on either side. */
	left: number;
	right: number;
	ground: number;
	/** How high the highest of them may be. */
	room: number;
	/** Where a time stands. */
	x: (at: number) => number;
}

export function drawHills(paper: Paper, { ridges }: Hills, { left, right, ground, room, x }: Ground): void {
	const { doc } = paper;
	const rounded = (value: number) => Math.round(value * 10) / 10;
	const lift = Math.min(level, room / 12);
	ridges.forEach(({ distance, heights }, index) => {
		const base = (ridges.length - index) * lift;
		const points = heights.map((height, step) => [rounded(x((step * horizonYears) / (heights.length - 1))), rounded(ground - base - height * (room - ridges.length * lift))] as const);
		doc.moveTo(left, ground).lineTo(left, points[0]![1]);
		for (const point of points) doc.lineTo(...point);
		doc.lineTo(right, points.at(-1)![1]).lineTo(right, ground).closePath();
		// An outline keeps one hill from the next where all is grey.
		doc.lineWidth(0.75).fillAndStroke(toneOf[distance], tones[1]);
	});
}
