/** A large sheet cut into pages of the printer's size that overlap: a map of them first, then each with the crosses that lie on each other. */
import { paragraph } from '../flow.ts';
import type { Paper, Tag } from '../paper.ts';
import { colours } from '../theme.ts';
import { handoutWords } from '../words/handouts.ts';

export interface Tiling {
	/** Of each page, in points. */
	page: readonly [number, number];
	/** Of the part of the large sheet that a page shows. */
	tile: readonly [number, number];
	/** From one page's part to the next one's: the rest overlaps. */
	step: readonly [number, number];
	columns: number;
	rows: number;
	/** Of all of them together. */
	size: readonly [number, number];
}

/** 9 mm, which printers leave white; 10 mm of overlap; the line that says which sheet it is. */
const [border, overlap, label] = [26, 28.35, 18];

/** Whole pages that come nearest to the wanted size, upright or on their side: no page is for a strip at an edge. */
export function tilingOf([width, height]: readonly [number, number], [short, long]: readonly [number, number]): Tiling {
	const ways = ([[long, short], [short, long]] as const).map((page) => {
		const tile = [page[0] - 2 * border, page[1] - 2 * border - label] as const;
		const step = [tile[0] - overlap, tile[1] - overlap] as const;
		const [columns, rows] = [Math.max(1, Math.round((width - overlap) / step[0])), Math.max(1, Math.round((height - overlap) / step[1]))];
		const size = [columns * step[0] + overlap, rows * step[1] + overlap] as const;
		return { page, tile, step, columns, rows, size, off: Math.abs(Math.log(size[0] / width)) + Math.abs(Math.log(size[1] / height)) };
	});
	return ways.reduce((best, next) => (next.off < best.off ? next : best));
}

/** "B2"; the row after Z is AA. */
export const tileName = (row: number, column: number): string => `${rowName(row)}${column + 1}`;
const rowName = (row: number): string => (row < 26 ? '' : rowName(Math.floor(row / 26) - 1)) + String.fromCharCode(65 + (row % 26));

interface Large {
	tiling: Tiling;
	/** Points for each unit that `draw` draws in. */
	scale: number;
	draw: () => void;
	alt: string;
}

export function drawTiles(paper: Paper, section: Tag, large: Large): void {
	const { tiling } = large;
	drawMap(paper, section, large);
	paper.theme = { ...paper.theme, page: tiling.page };
	for (let row = 0; row < tiling.rows; row++) for (let column = 0; column < tiling.columns; column++) drawTile(paper, section, large, row, column);
}

function drawMap(paper: Paper, section: Tag, { alt, tiling: { step, columns, rows } }: Large): void {
	const words = paper.say(handoutWords).poster;
	paper.newPage();
	paragraph(paper, section, words.sheets(columns * rows), { as: 'H1', style: 'title', after: 8 });
	paragraph(paper, section, words.glue, { after: 16 });
	const scale = Math.min(paper.width / (columns * step[0]), (paper.bottom - paper.y - 40) / (rows * step[1]));
	const [x, y] = [paper.left, paper.y];
	const [wide, high] = [step[0] * scale, step[1] * scale];
	const figure = paper.tag(section, 'Figure', { alt: `${words.map} ${alt}`, bbox: [x, y, x + columns * wide, y + rows * high] });
	paper.content(figure, () => {
		const { doc } = paper;
		doc.rect(x, y, columns * wide, rows * high).fill(colours.canvas);
		for (let row = 0; row < rows; row++) {
			for (let column = 0; column < columns; column++) {
				doc.lineWidth(0.9).rect(x + column * wide, y + row * high, wide, high).stroke(colours.ink);
				const line = paper.set(`${tileName(row, column)} `, 'strong', 60)[0]!;
				paper.drawLine(line, x + (column + 0.5) * wide - line.width / 2, y + (row + 0.5) * high - 9, 18);
			}
		}
	});
	figure.end();
	paper.y += rows * high + 12;
	paragraph(paper, section, words.map, { style: 'quiet' });
}

function drawTile(paper: Paper, section: Tag, { tiling: { tile, step, columns, rows }, scale, draw }: Large, row: number, column: number): void {
	paper.newPage('bare');
	const { doc } = paper;
	const [left, top] = [column * step[0], row * step[1]];
	const words = paper.say(handoutWords).poster;
	const name = words.tile(tileName(row, column), columns * rows);
	const figure = paper.tag(section, 'Figure', { alt: name, bbox: [border, border, border + tile[0], border + tile[1]] });
	paper.content(figure, () => {
		doc.save().rect(border, border, tile[0], tile[1]).clip();
		doc.translate(border - left, border - top).scale(scale);
		draw();
		doc.restore();
	});
	figure.end();
	paper.artifact(() => {
		doc.save().rect(border, border, tile[0], tile[1]).clip();
		doc.translate(border - left, border - top);
		registration(paper, step, columns, rows);
		doc.restore();
		cuts(paper, tile, row, column);
	});
	const tag = paper.tag(section, 'P');
	const line = paper.set(`${name} `, 'small', tile[0])[0]!;
	paper.content(tag, () => paper.drawLine(line, border, border + tile[1] + 6, 15));
	tag.end();
}

/** In the middle of each overlap, so that they are on all sheets that meet there. */
function registration({ doc }: Paper, step: readonly [number, number], columns: number, rows: number): void {
	doc.lineWidth(0.6).strokeColor(colours.ink);
	for (let row = 0; row <= rows; row++) {
		for (let column = 0; column <= columns; column++) {
			const [x, y] = [column * step[0] + overlap / 2, row * step[1] + overlap / 2];
			doc.moveTo(x - 9, y).lineTo(x + 9, y).moveTo(x, y - 9).lineTo(x, y + 9).stroke();
			doc.circle(x, y, 4.5).stroke();
		}
	}
}

/** Where a sheet is cut that lies over the one before it: at the beginning of its overlap. */
function cuts({ doc }: Paper, tile: readonly [number, number], row: number, column: number): void {
	doc.save().lineWidth(0.75).dash(5, { space: 4 }).strokeColor(colours.ink2);
	if (column > 0) doc.moveTo(border, border - 12).lineTo(border, border + tile[1] + 4).stroke();
	if (row > 0) doc.moveTo(border - 12, border).lineTo(border + tile[0] + 4, border).stroke();
	doc.restore();
}
