/**
 * The canvas as a wall poster, on one large sheet or cut into sheets of the printer's size. It is laid out in the report's own
 * units on a smaller page, and drawn as much larger as leaves every card its name.
 */
import type { PosterSize, ReportOptions } from '../../../src-shared/schemas/report.ts';
import { axisHeight, drawPlot, hasWhiskers, noteSign, plan, shown, usualCardWidth, type Plot } from '../canvas.ts';
import { paragraph } from '../flow.ts';
import type { Paper, Tag } from '../paper.ts';
import { badge, glyph, kindsInOrder } from '../primitives.ts';
import { oneLine } from '../text.ts';
import { colours, type StyleName } from '../theme.ts';
import type { Line } from '../typeset.ts';
import type { View } from '../view.ts';
import { commonWords } from '../words/common.ts';
import { handoutWords } from '../words/handouts.ts';
import { speech } from '../words/speech.ts';
import { drawTiles, tilingOf } from './tiles.ts';

/** Width and height of a sheet that lies on its side, in points. */
export const posterPoints: Readonly<Record<PosterSize, readonly [number, number]>> = {
	A3: [1190.55, 841.89], A2: [1683.78, 1190.55], A1: [2383.94, 1683.78], A0: [3370.39, 2383.94],
};

const margin = 28;
const leading = 15;

export function drawPoster(paper: Paper, view: View, { poster = 'A1', tiled = false, printedAt }: ReportOptions): void {
	const section = paper.tag(paper.root, 'Sect');
	if (shown(view).length === 0) {
		paper.newPage();
		paragraph(paper, section, paper.say(commonWords).documents.poster, { as: 'H1', style: 'title', after: 8 });
		paragraph(paper, section, paper.say(handoutWords).poster.none);
		return section.end();
	}
	const tiling = tiled ? tilingOf(posterPoints[poster], [paper.theme.page[0], paper.theme.page[1]]) : null;
	const size = tiling?.size ?? posterPoints[poster];
	const fit = fitted(paper, view, size);
	if (!fit.plot.form.titled) paper.notes.add(`On ${poster} the names of ${shown(view).length} cards have no room; the poster shows their codes. A larger poster shows their names.`);
	const draw = (on: Paper, tag: Tag | null) => drawAll(on, view, fit.plot, printedAt, tag);
	if (tiling) drawTiles(paper, section, { tiling, scale: fit.scale, draw: () => draw(fit.board, null), alt: alt(paper, view) });
	else {
		paper.theme = { ...paper.theme, scale: fit.scale, page: [size[0] / fit.scale, size[1] / fit.scale], margins: { top: margin, right: margin, bottom: margin, left: margin } };
		paper.newPage('bare');
		draw(paper, section);
	}
	section.end();
}

interface Fit {
	scale: number;
	plot: Plot;
	/** The paper in the poster's own units. */
	board: Paper;
}

/** The narrowest layout on which a year has room for its figures; and the least that a wall's text may be enlarged. */
const [narrowest, smallest] = [620, 0.75];

/** The largest scale at which every card stands on the one page with its name; without names where there is none. */
function fitted(paper: Paper, view: View, [width, height]: readonly [number, number]): Fit {
	let bare: Fit | null = null;
	const cardWidth = widthForNames(paper, view);
	for (let scale = width / narrowest; scale >= smallest; scale *= 0.94) {
		const board = boardOf(paper, width / scale, height / scale);
		const room = board.bottom - board.top - headHeight(board, view) - axisHeight - footHeight(board, view);
		const plot = plan(board, view, { first: room, next: room }, cardWidth);
		if (plot.pages.length !== 1) continue;
		if (plot.form.titled) return { scale, plot: stretched(plot, room), board };
		bare ??= { scale, plot: stretched(plot, room), board };
	}
	if (bare) return bare;
	// More cards than any wall holds: as small as it may be, and what does not fit is left to the table of the report.
	const board = boardOf(paper, width / smallest, height / smallest);
	return { scale: smallest, board, plot: plan(board, view, { first: 1e6, next: 1e6 }) };
}

const widestCard = 290;

/** The least width of cards at which none of their names, on two lines each, is cut. */
function widthForNames(paper: Paper, view: View): number {
	for (let width = usualCardWidth; width < widestCard; width += 10) {
		// The tab, the space beside the name, and half a badge.
		const room = width - 8 - 60;
		if (shown(view).every(({ name }) => paper.set(name, 'name', room).length <= 2)) return width;
	}
	paper.notes.add('A name of a card is longer than two lines, and is cut on the poster.');
	return widestCard;
}

const mostStretched = 1.7;

/** Rows stand further apart where the sheet has room for it. */
function stretched(plot: Plot, room: number): Plot {
	const { form } = plot;
	const used = plot.pages[0]!.reduce((sum, { from, to }) => sum + Math.max(form.lowest, (to - from) * form.pitch + 2 * form.padding), 0);
	const factor = Math.max(1, Math.min(mostStretched, room / used));
	return { ...plot, form: { ...form, pitch: form.pitch * factor, padding: form.padding * factor, lowest: form.lowest * factor } };
}

function boardOf(paper: Paper, width: number, height: number): Paper {
	const value = (what: unknown) => ({ value: what, writable: true });
	return Object.create(paper, {
		left: value(margin), right: value(width - margin), width: value(width - 2 * margin), top: value(margin), bottom: value(height - margin),
		pageWidth: value(width), pageHeight: value(height), y: value(margin),
	}) as Paper;
}

const titleOf = (paper: Paper, view: View) => paper.set(view.question || view.title, 'title', paper.width, { balance: true, maxLines: 2 });
const headHeight = (paper: Paper, view: View): number => titleOf(paper, view).length * paper.theme.styles.title.leading + 4 + leading + 10;

function drawAll(paper: Paper, view: View, plot: Plot, printedAt: string, section: Tag | null): void {
	const lines = titleOf(paper, view);
	const own = paper.theme.styles.title.leading;
	const about = paper.set(`${view.question ? `${view.title}. ` : ''}${speech[paper.language].day(printedAt)} `, 'small', paper.width, { maxLines: 1 })[0]!;
	let y = paper.top;
	tagged(paper, section, 'H1', () => lines.forEach((line, index) => paper.drawLine(line, paper.left, y + index * own, own)));
	y += lines.length * own + 4;
	tagged(paper, section, 'P', () => paper.drawLine(about, paper.left, y, leading));
	y += leading + 10;
	const draw = () => {
		const foot = drawPlot(paper, view, plot, plot.pages[0]!, y);
		drawLegend(paper, view, plot, foot + 14);
	};
	if (!section) return draw();
	const figure = paper.tag(section, 'Figure', { alt: alt(paper, view), bbox: [paper.left, y, paper.right, paper.bottom] });
	paper.content(figure, draw);
	figure.end();
}

/** On a sheet cut into tiles everything is one figure. */
function tagged(paper: Paper, section: Tag | null, type: string, draw: () => void): void {
	if (!section) return draw();
	const tag = paper.tag(section, type);
	paper.content(tag, draw);
	tag.end();
}

function alt(paper: Paper, view: View): string {
	const { listed, quarter } = speech[paper.language];
	const cards = shown(view).map((card) => `${card.code} ${card.name}, ${quarter(view.workshop.baseYear, card.placement!.at)}`);
	return paper.say(handoutWords).poster.alt(view.workshop.baseYear, view.endYear, listed(view.workshop.lanes.map(({ name }) => name)), cards.join('; '));
}

const notesOf = (paper: Paper, view: View) => view.canvasNotes.map(({ text }, index) => paper.set([{ text: `${noteSign(index)} `, weight: 600 }, { text: oneLine(text) }], 'small', paper.width, { maxLines: 1 })[0]!);
const legendPitch = leading + 5;
const footHeight = (paper: Paper, view: View): number => 14 + (legendOf(paper, view, true).at(-1)!.row + 1) * legendPitch + notesOf(paper, view).length * leading;

interface Entry {
	line: Line;
	x: number;
	/** On which of the legend's lines. */
	row: number;
	wide: number;
	sign(x: number, y: number): void;
}

/** One entry after the other, on as many lines as they take. */
function legendOf(paper: Paper, view: View, titled: boolean): Entry[] {
	const words = paper.say(handoutWords).poster;
	const { doc } = paper;
	const entries: Entry[] = [];
	let [x, row] = [paper.left, 0];
	const add = (text: string, wide: number, sign: Entry['sign'], style: StyleName = 'small') => {
		const line = paper.set(text, style, 400)[0]!;
		if (x > paper.left && x + wide + 6 + line.width > paper.right) [x, row] = [paper.left, row + 1];
		entries.push({ line, x, row, wide, sign });
		x += wide + 6 + line.width + 19;
	};
	for (const kind of kindsInOrder) add(paper.say(commonWords).kinds[kind], 13, (at, y) => glyph(doc, kind, at, y + 1, 13), 'smallStrong');
	if (titled && shown(view).some(({ vote }) => vote)) {
		add(words.badge, 46, (at, y) => {
			badge(paper, 4, true, at, y - 2);
			badge(paper, 3, false, at + 25, y - 2);
		});
	}
	if (titled && hasWhiskers(view)) {
		add(words.whisker, 28, (at, y) => {
			const middle = y + 7.5;
			doc.lineWidth(1.5).strokeColor(colours.ink2).moveTo(at, middle).lineTo(at + 28, middle).moveTo(at, middle - 3.5).lineTo(at, middle + 3.5).moveTo(at + 28, middle - 3.5).lineTo(at + 28, middle + 3.5).stroke();
			doc.circle(at + 14, middle, 3.5).fill(colours.ink);
		});
	}
	if (view.now !== null) {
		add(words.today, 20, (at, y) => {
			doc.lineWidth(1.5).strokeColor(colours.sun).moveTo(at, y + 7.5).lineTo(at + 20, y + 7.5).stroke();
			doc.circle(at + 4, y + 7.5, 4).fill(colours.sun);
		});
	}
	return entries;
}

function drawLegend(paper: Paper, view: View, { form: { titled } }: Plot, top: number): void {
	const entries = legendOf(paper, view, titled);
	for (const { line, x, row, wide, sign } of entries) {
		const y = top + row * legendPitch;
		sign(x, y);
		paper.drawLine(line, x + wide + 6, y, leading);
	}
	const under = top + (entries.at(-1)!.row + 1) * legendPitch;
	notesOf(paper, view).forEach((line, index) => paper.drawLine(line, paper.left, under + index * leading, leading));
}
