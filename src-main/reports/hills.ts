/** Timing votes as hills, as on the design's pages: ridges of the room's years for the cards of a world; without such votes there are none. */
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import { cardTimes, worldRidges, type Ridge } from '../../src-shared/domain/worldHills.ts';
import type { Paper } from './paper.ts';
import { ridges as tones } from './theme.ts';
import type { View } from './view.ts';
import type { FedBy } from './worldsView.ts';

export interface Hills {
	ridges: Ridge[];
	/** Codes of the cards that the room voted on. */
	codes: string[];
}

export function hillsOf({ workshop, worlds: { file } }: View, feeds: readonly FedBy[]): Hills {
	const times = cardTimes(file.rounds, file.ballots, workshop.baseYear);
	const voted = feeds.filter(({ card }) => (times.get(card.id)?.times.length ?? 0) > 0);
	return { ridges: worldRidges(voted.map(({ card, weight }) => ({ times: times.get(card.id)!, weight }))), codes: voted.map(({ card }) => card.code) };
}

const toneOf = { 0: tones[2], 1: tones[3], 2: tones[5] } as const;
/** By how much each ridge lies above the one in front of it. */
const level = 7;

/** @param x where a time stands on the page. @param room how high the highest of them may be. */
export function drawHills(paper: Paper, { ridges }: Hills, ground: number, room: number, x: (at: number) => number): void {
	const { doc } = paper;
	ridges.forEach(({ distance, heights }, index) => {
		const base = (ridges.length - index) * level;
		const points = heights.map((height, step) => [x((step * horizonYears) / (heights.length - 1)), ground - base - height * (room - ridges.length * level)] as const);
		doc.moveTo(0, ground).lineTo(0, points[0]![1]);
		for (const [px, py] of points) doc.lineTo(Math.round(px * 10) / 10, Math.round(py * 10) / 10);
		doc.lineTo(paper.pageWidth, points.at(-1)![1]).lineTo(paper.pageWidth, ground).closePath();
		// An outline keeps one hill from the next where all is grey.
		doc.lineWidth(0.75).fillAndStroke(toneOf[distance], tones[1]);
	});
}
