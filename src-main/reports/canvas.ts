/**
 * The canvas as a picture for sideways pages: lanes, years, and the placed cards, laid out by the same rule as on the
 * screen. With few cards each has its title; with many it is a tab of glyph and code, and the table names it.
 */
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import { lanesLayout, type LanesLayout } from '../../src-shared/domain/lanesLayout.ts';
import type { Paper } from './paper.ts';
import { badge, badgeSize, glyph, rule } from './primitives.ts';
import { colours, kindColours } from './theme.ts';
import type { ReportCard, View } from './view.ts';
import { figured } from './words.ts';

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

const laneNames = 92;
export const axisHeight = 26;
const mostTitledPages = 3;

/** @param room points from the axis to the foot of the first page, and of the ones after it. */
export function plan(paper: Paper, view: View, room: { first: number; next: number }): Plot {
	const tabWidth = Math.max(27, ...view.placed.map((card) => paper.set(card.code, 'smallStrong', 80)[0]!.width + 7));
	const [x0, x1] = [paper.left + laneNames + tabWidth / 2, paper.right - tabWidth / 2 - 6];
	const roomy: Form = { titled: true, cardWidth: 172, cardHeight: 34, pitch: 40, padding: 7, lowest: 44, tabWidth };
	const dense: Form = { ...roomy, cardWidth: 164, cardHeight: 32, pitch: 36 };
	const tight: Form = { ...dense, cardHeight: 30, pitch: 32, padding: 4, lowest: 34 };
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
	const cards = view.placed.map((card) => ({ id: card.id, ...card.placement!, ...(packed && { height: 0 }) }));
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
	const { doc } = paper;
	const top = y + axisHeight;
	const foot = bands.reduce((sum, band) => sum + bandHeight(band, plot.form), top);
	const [tintLeft, tintRight] = [paper.left + laneNames, paper.right];
	doc.rect(tintLeft, top, tintRight - tintLeft, foot - top).fill(colours.canvas);
	drawAxis(paper, view, plot, y, top, foot);
	let bandTop = top;
	for (const band of bands) {
		rule(doc, paper.left, paper.right, bandTop, colours.ink, 1.1);
		drawLaneName(paper, view, plot.form, band, bandTop);
		bandTop += bandHeight(band, plot.form);
	}
	rule(doc, paper.left, paper.right, foot, colours.ink, 1.1);
	drawNow(paper, view, plot, top, foot);
	bandTop = top;
	for (const band of bands) {
		drawBand(paper, view, plot, band, bandTop);
		bandTop += bandHeight(band, plot.form);
	}
	return foot;
}

const xOf = ({ x0, x1 }: Plot, at: number): number =>
	x0 + (Math.min(horizonYears, Math.max(0, at)) / horizonYears) * (x1 - x0);

function drawAxis(paper: Paper, view: View, plot: Plot, y: number, top: number, foot: number): void {
	for (let year = 0; year <= horizonYears; year++) {
		const x = xOf(plot, year);
		const [line] = paper.set(String(view.workshop.baseYear + year), 'smallStrong', 60);
		paper.drawLine(line!, Math.min(x - line!.width / 2, paper.right - line!.width), y + 3, 15);
		paper.doc.lineWidth(0.75).strokeColor(colours.line).moveTo(x, top).lineTo(x, foot).stroke();
	}
}

/** The day of the workshop: the one warm note. */
function drawNow(paper: Paper, view: View, plot: Plot, top: number, foot: number): void {
	if (view.now === null) return;
	const x = xOf(plot, view.now);
	paper.doc.lineWidth(1.5).strokeColor(colours.sun).moveTo(x, top).lineTo(x, foot).stroke();
	paper.doc.circle(x, top, 4).fill(colours.sun);
}

function drawLaneName(paper: Paper, view: View, form: Form, band: Band, top: number): void {
	const lane = view.workshop.lanes[band.lane]!;
	const here = view.placed.filter((card) => laneIndex(view, card) === band.lane).length;
	const room = bandHeight(band, form) < 44 ? 1 : 2;
	const lines = paper.set(lane.name, 'smallStrong', laneNames - 10, { maxLines: room });
	const count = band.from > 0 ? 'continued' : figured(here, 'card');
	[...lines, ...paper.set(count, 'small', laneNames - 10)].forEach((line, index) =>
		paper.drawLine(line, paper.left, top + form.padding - 2 + index * 14, 14),
	);
}

export function laneIndex(view: View, card: ReportCard): number {
	return Math.max(
		0,
		view.workshop.lanes.findIndex(({ id }) => id === card.placement?.laneId),
	);
}

function drawBand(paper: Paper, view: View, plot: Plot, band: Band, top: number): void {
	const inLane = view.placed.filter((card) => laneIndex(view, card) === band.lane);
	if (inLane.length === 0) {
		const [line] = paper.set('No cards. What is the room not seeing?', 'small', 300);
		const left = view.now === null ? plot.x0 : Math.max(plot.x0, xOf(plot, view.now) + 12);
		paper.drawLine(line!, left, top + (bandHeight(band, plot.form) - 15) / 2, 15);
	}
	for (const card of inLane) {
		const standing = plot.layout.cards.get(card.id)!;
		if (standing.row < band.from || standing.row >= band.to) continue;
		drawCard(
			paper,
			plot,
			card,
			xOf(plot, card.placement!.at),
			top + plot.form.padding + (standing.row - band.from) * plot.form.pitch,
			standing.flipped,
		);
	}
}

function drawCard(paper: Paper, { form }: Plot, card: ReportCard, x: number, y: number, flipped: boolean): void {
	const { doc } = paper;
	const { tabWidth, cardWidth, cardHeight } = form;
	const tabLeft = x - tabWidth / 2;
	const left = flipped && form.titled ? tabLeft + tabWidth - cardWidth : tabLeft;
	doc.roundedRect(left, y, form.titled ? cardWidth : tabWidth, cardHeight, 5).fill(colours.paper);
	doc
		.save()
		.roundedRect(left, y, form.titled ? cardWidth : tabWidth, cardHeight, 5)
		.clip();
	doc.rect(tabLeft, y, tabWidth, cardHeight).fill(kindColours[card.kind].soft).restore();
	doc
		.lineWidth(0.75)
		.roundedRect(left, y, form.titled ? cardWidth : tabWidth, cardHeight, 5)
		.stroke('#B4C0C8');
	const [code] = paper.set([{ text: card.code, colour: kindColours[card.kind].ink }], 'smallStrong', 80);
	glyph(doc, card.kind, x - 6, y + 4, 12);
	paper.drawLine(code!, x - code!.width / 2, y + cardHeight - 17, 15);
	if (form.titled) drawTitle(paper, form, card, left, y, flipped);
}

function drawTitle(paper: Paper, form: Form, card: ReportCard, left: number, y: number, flipped: boolean): void {
	const { vote } = card;
	const badgeRoom = vote ? badgeSize.width / 2 : 0;
	const textLeft = flipped ? left + 8 + badgeRoom : left + form.tabWidth + 7;
	const lines = paper.set(card.name, 'name', form.cardWidth - form.tabWidth - 12 - badgeRoom, {
		balance: true,
		maxLines: 2,
	});
	lines.forEach((line, index) =>
		paper.drawLine(line, textLeft, y + (form.cardHeight - lines.length * 14) / 2 + index * 14, 14),
	);
	if (!vote) return;
	const badgeX = flipped ? left - badgeSize.width / 2 : left + form.cardWidth - badgeSize.width / 2;
	badge(paper, vote.median!, vote.agreed!, badgeX, y + (form.cardHeight - badgeSize.height) / 2);
}
