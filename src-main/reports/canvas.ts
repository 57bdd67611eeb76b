/**
 * The canvas as a picture for sideways pages: lanes, years, and the placed cards, laid out by the same rule as on the
 * screen. With few cards each has its title; with many it is a tab of glyph and code, and the table names it.
 */
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import { lanesLayout, type LanesLayout } from '../../src-shared/domain/lanesLayout.ts';
import { canvasShapes, paperStyle, type CanvasModel, type LaneStrip } from '../../src-shared/domain/picture/canvasShapes.ts';
import type { PictureCard, PictureWhisker } from '../../src-shared/domain/picture/cardShapes.ts';
import type { Box, Setter, Shape } from '../../src-shared/domain/picture/shapes.ts';
import { structureShapes, type Ground } from '../../src-shared/domain/picture/structureShapes.ts';
import type { Year } from '../../src-shared/domain/timing.ts';
import type { Cluster, Note } from '../../src-shared/schemas/records.ts';
import type { Paper } from './paper.ts';
import { badgeSize } from './primitives.ts';
import { drawShapes, paperSetter } from './shapes.ts';
import type { ReportCard, View } from './view.ts';
import { canvasWords } from './words/canvas.ts';
import { commonWords } from './words/common.ts';

export interface Form {
	titled: boolean;
	cardWidth: number;
	cardHeight: number;
	/** From one row to the next. */
	pitch: number;
	/** Above and below the rows of a lane. */
	padding: number;
	/** The least height of a lane: its name on two lines and its count where there is room. */
	lowest: number;
	tabWidth: number;
}

export interface Plot {
	/** Where the base year begins and the tenth year ends. */
	x0: number;
	x1: number;
	form: Form;
	layout: LanesLayout;
	/** Rows of lanes, page by page. */
	pages: Band[][];
}

/** Rows of one lane on one page. */
export interface Band {
	lane: number;
	from: number;
	to: number;
}

/** On the canvas and not hidden there: a picture shows what the canvas does. */
export const shown = (view: View): ReportCard[] => view.placed.filter(({ hidden }) => !hidden);

/** Whether any card on the picture has dates of the room. */
export const hasWhiskers = (view: View): boolean => shown(view).some(({ timing }) => timing !== null);

const laneNames = 92;
export const axisHeight = 26;
const mostTitledPages = 3;
export const usualCardWidth = 172;

/** Where the ten years lie on a page. */
export function scaleOf(paper: Paper, view: View): { plotLeft: number; x0: number; x1: number; tabWidth: number } {
	const tabWidth = Math.max(27, ...shown(view).map((card) => paper.set(card.code, 'smallStrong', 80)[0]!.width + 7));
	const plotLeft = paper.left + laneNames;
	return { plotLeft, x0: plotLeft + tabWidth / 2, x1: paper.right - tabWidth / 2 - 6, tabWidth };
}

/** @param room points from the axis to the foot of the first page, and of the ones after it. */
export function plan(paper: Paper, view: View, room: { first: number; next: number }, cardWidth = usualCardWidth): Plot {
	const { x0, x1, tabWidth } = scaleOf(paper, view);
	// Under a card hangs the whisker of the room's dates, and around the cards of a cluster its frame.
	const [below, around] = [hasWhiskers(view) ? 6 : 0, view.clusters.some(({ cardIds }) => cardIds.length > 0) ? 10 : 0];
	const roomy: Form = { titled: true, cardWidth, cardHeight: 34, pitch: 40 + below + around, padding: 7 + around, lowest: 44, tabWidth };
	const dense: Form = { ...roomy, cardWidth: cardWidth - 8, cardHeight: 32, pitch: 36 + below + around };
	const tight: Form = { ...dense, cardHeight: 30, pitch: 32 + below + around, padding: 4 + below / 2 + around, lowest: 34 };
	const tabs: Form = { ...roomy, titled: false, cardWidth: tabWidth, cardHeight: 32, pitch: 37 };
	const plot = (form: Form, packed: boolean): Plot => {
		const layout = layoutOf(view, form, x1 - x0, packed);
		return { x0, x1, form, layout, pages: paged(view, layout, form, room) };
	};
	// One page before all, and on it the rows that people chose; then the fewest pages.
	const titled = [plot(roomy, false), plot(roomy, true), plot(tight, false), plot(dense, true), plot(tight, true)].reduce(
		(best, next) => (next.pages.length < best.pages.length ? next : best),
	);
	return titled.pages.length <= mostTitledPages ? titled : plot(tabs, true);
}

function layoutOf(view: View, form: Form, width: number, packed: boolean): LanesLayout {
	const years = (points: number) => (points / width) * horizonYears;
	const cards = shown(view).map((card) => ({ id: card.id, ...card.placement!, ...(packed && { height: 0 }) }));
	const badgeRoom = form.titled ? badgeSize.width / 2 : 0;
	// A tab alone is centred on its date and needs no flipping: given as its own card it would flip at the right end.
	return lanesLayout(view.workshop.lanes, cards, {
		cardYears: years(form.cardWidth),
		gapYears: years(5 + badgeRoom),
		tabYears: years(form.tabWidth),
	});
}

const bandHeight = ({ from, to }: Band, form: Form): number =>
	Math.max(form.lowest, (to - from) * form.pitch + 2 * form.padding);

function paged(view: View, layout: LanesLayout, form: Form, room: { first: number; next: number }): Band[][] {
	const pages: Band[][] = [[]];
	let left = room.first;
	view.workshop.lanes.forEach(({ id }, lane) => {
		const rows = layout.rows.get(id)!;
		for (let from = 0; from < rows;) {
			const fit = Math.floor((left - 2 * form.padding) / form.pitch);
			if (fit < 1 || left < form.lowest || (fit < rows - from && fit < 2 && pages.at(-1)!.length > 0)) {
				pages.push([]);
				left = room.next;
				continue;
			}
			const band = { lane, from, to: Math.min(rows, from + fit) };
			pages.at(-1)!.push(band);
			left -= bandHeight(band, form);
			from = band.to;
		}
	});
	return pages;
}

/** Draws one page of the plot from `y` down. @returns where it ends. */
export function drawPlot(paper: Paper, view: View, plot: Plot, bands: readonly Band[], y: number): number {
	const top = y + axisHeight;
	const foot = bands.reduce((sum, band) => sum + bandHeight(band, plot.form), top);
	const tops = bands.map((_, index) => bands.slice(0, index).reduce((sum, band) => sum + bandHeight(band, plot.form), top));
	const setter = paperSetter(paper);
	const cards = bands.flatMap((band, index) => bandCards(paper, view, plot, band, tops[index]!));
	const structure = structureOf(paper, view, plot, bands, tops, cards, { top, foot, right: paper.right }, setter);
	const model: CanvasModel = {
		left: paper.left, plotLeft: paper.left + laneNames, right: paper.right, top: y, foot,
		marks: Array.from({ length: horizonYears + 1 }, (_, year) => ({ x: xOf(plot, year), text: String(view.workshop.baseYear + year), is: 'year' })),
		lanes: bands.map((band, index) => laneStrip(paper, view, plot.form, band, tops[index]!)),
		today: view.now === null ? null : xOf(plot, view.now),
		milestones: [],
		cards,
		...structure,
	};
	const tight = plot.form.padding < 6 ? { laneTop: 2 } : {};
	drawShapes(paper, canvasShapes(model, { ...paperStyle, ...tight, axisHeight, tabWidth: plot.form.tabWidth }, setter));
	return foot;
}

const clusterInset = 5;

/** Clusters, influences, notes and overlays, as far as this page has what they belong to. */
function structureOf(paper: Paper, view: View, plot: Plot, bands: readonly Band[], tops: readonly number[], cards: readonly PictureCard[], edge: { top: number; foot: number; right: number }, setter: Setter): { behind: Shape[]; before: Shape[] } {
	const boxes = new Map(cards.map((card): [string, Box] => [card.id, card]));
	const left = plot.x0 - plot.form.tabWidth / 2;
	const ground: Ground = {
		x: (at) => xOf(plot, at),
		extent: { left, top: edge.top, width: edge.right - left, height: edge.foot - edge.top },
		cards: boxes,
		walls: cards,
		nameTop: (box) => (box.top - 16 < edge.top ? box.top + box.height - 5 : box.top - 16),
		boxOfCluster: (cluster) => clusterBox(plot, cluster, boxes, (laneId, height) => placeOf(view, plot, bands, tops, laneId, height)),
		boxOfNote: (note) => noteBox(view, plot, note, placeOf(view, plot, bands, tops, note.laneId, note.height)),
		cardNamed: (cardId) => view.byId.get(cardId),
		today: view.now,
		leading: 15,
		names: paper.say(commonWords),
	};
	const { clusters, influences, canvasNotes: notes, workshop } = view;
	return structureShapes({ clusters, influences, notes, overlays: workshop.overlays ?? [] }, ground, setter);
}

/** Where a height in a lane is on this page; null where another page has that row, or this one has not the lane. */
function placeOf(view: View, { form }: Plot, bands: readonly Band[], tops: readonly number[], laneId: string, height: number): number | null {
	const lane = Math.max(0, view.workshop.lanes.findIndex(({ id }) => id === laneId));
	const index = bands.findIndex((band) => band.lane === lane && (height < band.to || band === bands.findLast((other) => other.lane === lane)));
	const band = bands[index];
	if (!band || height < band.from) return null;
	// A lane may have fewer rows on paper than it has on the screen.
	return tops[index]! + form.padding + Math.min(height - band.from, band.to - band.from - 0.5) * form.pitch;
}

/** Around its cards of this page; in time as wide as people made it. One that holds none is where its frame begins. */
function clusterBox(plot: Plot, { cardIds, frame, sized }: Cluster, boxes: ReadonlyMap<string, Box>, placeOf: (laneId: string, height: number) => number | null): Box | null {
	const held = cardIds.flatMap((id) => boxes.get(id) ?? []);
	const [from, to] = [xOf(plot, frame.from), xOf(plot, frame.to)];
	if (held.length === 0) {
		const top = cardIds.length > 0 ? null : placeOf(frame.top.laneId, frame.top.height);
		return top === null ? null : { left: from, top, width: Math.max(70, to - from), height: plot.form.cardHeight };
	}
	const left = Math.min(...held.map((box) => box.left), ...(sized ? [from] : [])) - clusterInset;
	const right = Math.max(...held.map((box) => box.left + box.width), ...(sized ? [to] : [])) + clusterInset;
	const top = Math.min(...held.map((box) => box.top)) - clusterInset;
	return { left, top, width: right - left, height: Math.max(...held.map((box) => box.top + box.height)) + clusterInset - top };
}

/** The sign under which a note's words stand below the picture. */
export const noteSign = (index: number): string => `n${index + 1}`;

function noteBox(view: View, plot: Plot, note: Note, top: number | null): { box: Box; mark: string } | null {
	const width = 24;
	return top === null ? null : { box: { left: Math.min(xOf(plot, note.at), plot.x1 - width), top, width, height: 18 }, mark: noteSign(view.canvasNotes.indexOf(note)) };
}

const xOf = ({ x0, x1 }: Plot, at: number): number =>
	x0 + (Math.min(horizonYears, Math.max(0, at)) / horizonYears) * (x1 - x0);

function laneStrip(paper: Paper, view: View, form: Form, band: Band, top: number): LaneStrip {
	const { speech, nouns } = paper.say(commonWords);
	const words = paper.say(canvasWords);
	const here = shown(view).filter((card) => laneIndex(view, card) === band.lane).length;
	return {
		name: view.workshop.lanes[band.lane]!.name,
		note: band.from > 0 ? words.continued : speech.figured(here, nouns.card),
		top, height: bandHeight(band, form), folded: false, degrees: [],
		hint: here === 0 ? words.laneEmpty : null,
	};
}

export function laneIndex(view: View, card: ReportCard): number {
	return Math.max(
		0,
		view.workshop.lanes.findIndex(({ id }) => id === card.placement?.laneId),
	);
}

function bandCards(paper: Paper, view: View, plot: Plot, band: Band, top: number): PictureCard[] {
	const { form, layout } = plot;
	return shown(view).flatMap((card) => {
		const standing = layout.cards.get(card.id)!;
		if (laneIndex(view, card) !== band.lane || standing.row < band.from || standing.row >= band.to) return [];
		const tabLeft = xOf(plot, card.placement!.at) - form.tabWidth / 2;
		const flipped = standing.flipped && form.titled;
		const width = form.titled ? form.cardWidth : form.tabWidth;
		const { id, kind, code, name, vote, timing } = card;
		return [{
			id, kind, code, name, isMade: false, label: name, detail: 'card' as const, flipped, width, height: form.cardHeight,
			left: flipped ? tabLeft + form.tabWidth - width : tabLeft,
			top: top + form.padding + (standing.row - band.from) * form.pitch,
			badge: vote && form.titled ? { median: paper.say(commonWords).speech.figure(vote.median!), agreed: vote.agreed! } : undefined,
			whisker: timing && form.titled ? whiskerOf(view, plot, timing) : undefined,
			...(!form.titled && { name: '' }),
		}];
	});
}

function whiskerOf({ workshop: { baseYear }, endYear }: View, plot: Plot, { q1, median, q3 }: Record<'q1' | 'median' | 'q3', Year>): PictureWhisker {
	const place = (year: Year) => (year === 'later' || year > endYear ? null : xOf(plot, year - baseYear));
	return { from: place(q1), median: place(median), to: place(q3) };
}
