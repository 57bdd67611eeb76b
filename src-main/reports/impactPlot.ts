/** The map of impact and uncertainty as a drawing: cards at the room's medians, crosses over the middle half of the votes. */
import type { MapPoint } from '../../src-shared/domain/impactUncertainty.ts';
import { highFrom } from '../../src-shared/domain/impactUncertainty.ts';
import type { Box } from '../../src-shared/domain/picture/shapes.ts';
import type { Paper } from './paper.ts';
import { glyph } from './primitives.ts';
import { colours, kindColours } from './theme.ts';
import type { ReportCard } from './view.ts';

export interface PlotPoint extends MapPoint {
	card: ReportCard;
	isChosen: boolean;
}

export interface PlotWords {
	impact: string;
	uncertainty: string;
	low: string;
	high: string;
	corner: string;
}

/** With more of them their crosses hide each other; the table has the figures. */
const mostCrosses = 24;
const chipHeight = 18;
const headLabel = 17;
const leftLabels = 26;
const footLabels = 36;

/** @param points the highest first. @param foot the lower edge of all that is drawn. */
export function drawImpactPlot(paper: Paper, points: readonly PlotPoint[], words: PlotWords, top: number, foot: number): void {
	const plot: Box = { left: paper.left + leftLabels, top: top + headLabel, width: paper.width - leftLabels, height: foot - top - headLabel - footLabels };
	const x = (uncertainty: number) => plot.left + ((uncertainty - 0.5) / 5) * plot.width;
	const y = (impact: number) => plot.top + plot.height - ((impact - 0.5) / 5) * plot.height;
	drawField(paper, plot);
	drawScales(paper, plot, words, x, y);
	const chips = placeChips(paper, points, plot, x, y);
	if (points.length <= mostCrosses) points.forEach((point) => drawCross(paper, point, points, x, y));
	for (const chip of chips) drawLeader(paper, chip, x(chip.point.uncertainty.median), y(chip.point.impact.median));
	for (const chip of chips) drawChip(paper, chip);
}

/** Five by five fields; those from which on both are high are tinted. */
function drawField({ doc }: Paper, { left, top, width, height }: Box): void {
	const [w, h] = [width / 5, height / 5];
	for (let column = 0; column < 5; column++) {
		for (let row = 0; row < 5; row++) {
			const high = column + 1 >= highFrom && 5 - row >= highFrom;
			doc.roundedRect(left + column * w + 1.5, top + row * h + 1.5, w - 3, h - 3, 4).fill(high ? colours.skyLow : colours.canvas);
			if (high) doc.lineWidth(0.75).roundedRect(left + column * w + 1.5, top + row * h + 1.5, w - 3, h - 3, 4).stroke(colours.lineStrong);
		}
	}
}

function drawScales(paper: Paper, { left, top, width, height }: Box, words: PlotWords, x: (value: number) => number, y: (value: number) => number): void {
	for (let value = 1; value <= 5; value++) {
		const [number] = paper.set(String(value), 'small', 30);
		paper.drawLine(number!, x(value) - number!.width / 2, top + height + 3, 15);
		paper.drawLine(number!, left - 6 - number!.width, y(value) - 7.5, 15);
	}
	const below = top + height + 18;
	const across = paper.set(`${words.uncertainty} →`, 'smallStrong', width)[0]!;
	const [low, high] = [paper.set(words.low, 'small', width)[0]!, paper.set(words.high, 'small', width)[0]!];
	paper.drawLine(across, left + (width - across.width) / 2, below, 15);
	paper.drawLine(low, left, below, 15);
	paper.drawLine(high, left + width - high.width, below, 15);
	paper.doc.save();
	paper.doc.rotate(-90, { origin: [paper.left, top + height / 2] });
	const up = paper.set(`${words.impact} →`, 'smallStrong', height)[0]!;
	paper.drawLine(up, paper.left - up.width / 2, top + height / 2 - 4, 15);
	paper.doc.restore();
	const [corner] = paper.set(words.corner, 'smallStrong', width);
	paper.drawLine(corner!, left + width - corner!.width, top - headLabel, 15);
}

interface Chip extends Box {
	point: PlotPoint;
}

const star = 13;

function placeChips(paper: Paper, points: readonly PlotPoint[], plot: Box, x: (value: number) => number, y: (value: number) => number): Chip[] {
	const placed: Chip[] = [];
	const taken: Box[] = [];
	for (const point of points) {
		const width = 24 + paper.set(point.card.code, 'smallStrong', 80)[0]!.width + (point.isChosen ? star : 0);
		const [cx, cy] = [x(point.uncertainty.median), y(point.impact.median)];
		const chip = { left: cx - width / 2, top: cy - chipHeight / 2, width, height: chipHeight };
		const spot = nearestFree(chip, taken, plot) ?? chip;
		taken.push(spot);
		placed.push({ ...spot, point });
	}
	return placed;
}

/** Ring by ring around the place where it belongs. */
function nearestFree(chip: Box, taken: readonly Box[], within: Box): Box | null {
	const [dx, dy] = [chip.width / 2 + 2, chipHeight / 2 + 2];
	for (let ring = 0; ring < 24; ring++) {
		const spots: Box[] = [];
		for (let column = -ring; column <= ring; column++) {
			for (let row = -ring; row <= ring; row++) {
				if (Math.max(Math.abs(column), Math.abs(row)) === ring) spots.push({ ...chip, left: chip.left + column * dx, top: chip.top + row * dy });
			}
		}
		const away = (spot: Box) => Math.hypot(spot.left - chip.left, spot.top - chip.top);
		const free = spots.filter((spot) => isWithin(spot, within) && !taken.some((other) => overlap(spot, other))).sort((a, b) => away(a) - away(b));
		if (free[0]) return free[0];
	}
	return null;
}

const isWithin = (inner: Box, outer: Box): boolean =>
	inner.left >= outer.left && inner.top >= outer.top && inner.left + inner.width <= outer.left + outer.width && inner.top + inner.height <= outer.top + outer.height;

const overlap = (a: Box, b: Box): boolean => a.left < b.left + b.width + 2 && b.left < a.left + a.width + 2 && a.top < b.top + b.height + 2 && b.top < a.top + a.height + 2;

/** Lines of cards in one row or column of the map run beside each other: on a five-point scale many would lie in one. */
function offsetAmong(point: PlotPoint, points: readonly PlotPoint[], of: 'impact' | 'uncertainty'): number {
	const sharing = points.filter((other) => other[of].median === point[of].median);
	const pitch = Math.min(3.2, (chipHeight - 5) / Math.max(1, sharing.length - 1));
	return (sharing.indexOf(point) - (sharing.length - 1) / 2) * pitch;
}

const cap = 2.6;

function drawCross({ doc }: Paper, point: PlotPoint, points: readonly PlotPoint[], x: (value: number) => number, y: (value: number) => number): void {
	const { impact, uncertainty } = point;
	doc.lineWidth(0.9).strokeColor(kindColours[point.card.kind].ink);
	if (uncertainty.q3 > uncertainty.q1) {
		const [from, to, at] = [x(uncertainty.q1), x(uncertainty.q3), y(impact.median) + offsetAmong(point, points, 'impact')];
		doc.moveTo(from, at).lineTo(to, at).moveTo(from, at - cap).lineTo(from, at + cap).moveTo(to, at - cap).lineTo(to, at + cap).stroke();
	}
	if (impact.q3 > impact.q1) {
		const [from, to, at] = [y(impact.q1), y(impact.q3), x(uncertainty.median) + offsetAmong(point, points, 'uncertainty')];
		doc.moveTo(at, from).lineTo(at, to).moveTo(at - cap, from).lineTo(at + cap, from).moveTo(at - cap, to).lineTo(at + cap, to).stroke();
	}
}

/** From a card that had to stand aside to its place. */
function drawLeader({ doc }: Paper, { left, top, width, height }: Chip, cx: number, cy: number): void {
	const [x, y] = [left + width / 2, top + height / 2];
	if (Math.hypot(x - cx, y - cy) < 1) return;
	doc.lineWidth(0.75).moveTo(cx, cy).lineTo(x, y).stroke(colours.ink2);
	doc.circle(cx, cy, 1.8).fill(colours.ink2);
}

/** Critical ones that people chose have a thick edge and a star: shape first, then tint. */
function drawChip(paper: Paper, { point, left, top, width, height }: Chip): void {
	const { doc } = paper;
	const edge = point.isChosen ? 1.75 : 0.75;
	doc.lineWidth(edge).roundedRect(left, top, width, height, 4).fillAndStroke(colours.paper, point.isChosen ? colours.ink : colours.lineStrong);
	const { kind, code } = point.card;
	glyph(doc, kind, left + 4, top + 3, 12);
	paper.drawLine(paper.set([{ text: code, colour: kindColours[kind].ink }], 'smallStrong', 80)[0]!, left + 19, top + 1.5, 15);
	if (point.isChosen) drawStar(paper, left + width - star + 4, top + height / 2, 5);
}

export function drawStar({ doc }: Paper, x: number, y: number, radius: number): void {
	for (let point = 0; point < 10; point++) {
		const [r, angle] = [point % 2 === 0 ? radius : radius * 0.42, (point * Math.PI) / 5 - Math.PI / 2];
		const at = [x + r * Math.cos(angle), y + r * Math.sin(angle)] as const;
		if (point === 0) doc.moveTo(...at);
		else doc.lineTo(...at);
	}
	doc.closePath().fill(colours.ink);
}
