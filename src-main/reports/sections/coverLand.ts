/**
 * The cover's landscape: the canvas itself. Every stratum is a lane, every disc a placed card at its date, the sun stands
 * where the day of the workshop is. Nothing in it is decoration.
 */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { lanesLayout } from '../../../src-shared/domain/lanesLayout.ts';
import { shownSections } from '../../../src-shared/domain/reportSections.ts';
import type { Paper, Tag } from '../paper.ts';
import { glyph } from '../primitives.ts';
import { colours, ridges } from '../theme.ts';
import type { View } from '../view.ts';
import { coverWords } from '../words/cover.ts';

export interface Land {
	/** Where the strata begin, where the ground does, and where the ground's years stand. */
	top: number;
	ground: number;
	years: number;
	x0: number;
	x1: number;
}

const sunOf = ({ theme }: Paper): number => (theme.scale > 1 ? 20 : 30);
const usualTop = 0.53;
/** Of a lane, however much is written above. */
const lowestLane = 10;

/** @param written where what is written above the land ends. @param below height of what is written below its years. */
export function landOf(paper: Paper, view: View, written: number, below: number): Land {
	const ground = paper.pageHeight - 80 - below;
	const top = Math.max(paper.pageHeight * usualTop, written + sunOf(paper) + 8);
	// Half a year's label at both ends, so that the first and the last one can stand at their dates too.
	return { top: Math.min(top, ground - view.workshop.lanes.length * lowestLane), ground, years: ground + 10, x0: paper.left + 15, x1: paper.right - 15 };
}

/** Where what is written above the land has to end. */
export const lowestWritten = (paper: Paper, view: View, below: number): number => paper.pageHeight - 80 - below - view.workshop.lanes.length * lowestLane - sunOf(paper) - 8;

export function sky(paper: Paper, bottom: number): void {
	const { doc, pageWidth } = paper;
	const top = paper.pageHeight * 0.3;
	doc
		.rect(0, top, pageWidth, bottom - top)
		.fill(doc.linearGradient(0, top, 0, bottom).stop(0, colours.paper).stop(1, colours.skyLow));
}

/** From far and pale at the top to near and dark at the bottom. */
function stratumColour(index: number, count: number): string {
	const far = ridges.length - 1;
	return ridges[Math.round(far - (count === 1 ? 2 : (index / (count - 1)) * (far - 1)))]!;
}

export function drawLand(paper: Paper, section: Tag, view: View, land: Land): void {
	const figure = paper.tag(section, 'Figure', {
		alt: landAlt(paper, view),
		bbox: [0, land.top - 40, paper.pageWidth, paper.pageHeight],
	});
	paper.content(figure, () => {
		const { doc } = paper;
		const x = (at: number) => land.x0 + (at / horizonYears) * (land.x1 - land.x0);
		if (view.now !== null) doc.circle(x(view.now), land.top, sunOf(paper)).fill(colours.sun);
		const lanes = view.workshop.lanes;
		const height = (land.ground - land.top) / lanes.length;
		lanes.forEach((_, index) => {
			doc
				.rect(0, land.top + index * height, paper.pageWidth, paper.pageHeight)
				.fill(stratumColour(index, lanes.length));
		});
		doc.rect(0, land.ground, paper.pageWidth, paper.pageHeight - land.ground).fill(ridges[0]);
		drawYears(paper, view, land, x);
		drawCards(paper, view, land, x);
	});
	figure.end();
}

function drawYears(paper: Paper, view: View, land: Land, x: (at: number) => number): void {
	for (let year = 0; year <= horizonYears; year += 2) {
		const [line] = paper.set([{ text: String(view.workshop.baseYear + year), colour: colours.onRidge }], 'strong', 60);
		paper.drawLine(line!, x(year) - line!.width / 2, land.years, 18);
	}
}

function drawCards(paper: Paper, view: View, land: Land, x: (at: number) => number): void {
	const lanes = view.workshop.lanes;
	const height = (land.ground - land.top) / lanes.length;
	const { layout, size } = discs(view, height, land.x1 - land.x0);
	for (const card of view.placed) {
		const standing = layout.cards.get(card.id)!;
		const lane = lanes.findIndex(({ id }) => id === standing.laneId);
		const rows = layout.rows.get(standing.laneId)!;
		const y = land.top + (lane + (standing.row + 0.5) / rows) * height;
		const centre = x(Math.min(horizonYears, Math.max(0, card.placement!.at)));
		paper.doc.circle(centre, y, size / 2).fill(colours.paper);
		glyph(paper.doc, card.kind, centre - size * 0.31, y - size * 0.31, size * 0.62);
	}
}

/** The largest discs with which all cards of every lane stand beside each other. */
function discs(view: View, laneHeight: number, width: number) {
	const placed = view.placed.map((card) => ({ id: card.id, ...card.placement!, height: 0 }));
	for (let size = 22; ; size -= 2) {
		const cardYears = (size / width) * horizonYears;
		// A disc is its own tab: it never lies to one side of its date.
		const layout = lanesLayout(view.workshop.lanes, placed, {
			cardYears,
			tabYears: cardYears,
			gapYears: cardYears * 0.08,
		});
		const most = Math.max(...layout.rows.values());
		if (size <= 6 || most * size * 1.08 <= laneHeight) return { layout, size };
	}
}

function landAlt(paper: Paper, view: View): string {
	const words = paper.say(coverWords);
	const listed = view.placed.length > 0 && shownSections(view.workshop.report).includes('canvas') ? ` ${words.landListed}` : '';
	return `${words.land(view.workshop.baseYear, view.endYear, view.workshop.lanes.length)} ${words.landCards(view.placed.length)}${listed}`;
}
