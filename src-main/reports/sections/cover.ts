/**
 * The cover. Its landscape is the canvas itself: every stratum is a lane, every disc a placed card at its date, the sun
 * stands where the day of the workshop is. Nothing in it is decoration.
 */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { lanesLayout } from '../../../src-shared/domain/lanesLayout.ts';
import type { Paper, Tag } from '../paper.ts';
import { glyph, mark } from '../primitives.ts';
import { colours, ridges, type TextStyle } from '../theme.ts';
import type { Line } from '../typeset.ts';
import type { View } from '../view.ts';
import { commonWords } from '../words/common.ts';
import { coverWords } from '../words/cover.ts';

export function cover(paper: Paper, view: View): void {
	paper.newPage('bare');
	paper.bookmark(paper.say(coverWords).bookmark);
	const section = paper.tag(paper.root, 'Sect');
	const land = landOf(paper);
	paper.artifact(() => sky(paper, land.top));
	drawBrand(paper, section);
	drawTitle(paper, section, view);
	drawFacts(paper, section, view);
	drawLand(paper, section, view, land);
	const note = paper.tag(section, 'P');
	const [line] = paper.set(
		[{ text: paper.say(coverWords).notPredictions, colour: colours.onRidge }],
		'strong',
		paper.width,
	);
	paper.content(note, () => paper.drawLine(line!, paper.left, paper.pageHeight - 51, 18));
	section.end();
}

interface Land {
	/** Where the strata begin, where the ground does, and where the ground's years stand. */
	top: number;
	ground: number;
	years: number;
	x0: number;
	x1: number;
}

function landOf(paper: Paper): Land {
	const ground = paper.pageHeight - 98;
	// Half a year's label at both ends, so that the first and the last one can stand at their dates too.
	return { top: paper.pageHeight * 0.53, ground, years: ground + 10, x0: paper.left + 15, x1: paper.right - 15 };
}

function sky(paper: Paper, bottom: number): void {
	const { doc, pageWidth } = paper;
	const top = paper.pageHeight * 0.3;
	doc
		.rect(0, top, pageWidth, bottom - top)
		.fill(doc.linearGradient(0, top, 0, bottom).stop(0, colours.paper).stop(1, colours.skyLow));
}

function drawBrand(paper: Paper, section: Tag): void {
	paper.artifact(() => mark(paper.doc, paper.left, 52, 25.5));
	const tag = paper.tag(section, 'P');
	const [line] = paper.set(paper.say(commonWords).documents.report, 'heading', paper.width);
	paper.content(tag, () => paper.drawLine(line!, paper.left + 34.5, 55.5, 18));
	tag.end();
}

/** As large as it can be on three lines; the longest titles are cut, and stand in full in the method. */
function titleLines(paper: Paper, title: string): { lines: Line[]; style: TextStyle } {
	const { coverTitle, title: smaller, scenarioTitle } = paper.theme.styles;
	for (const name of ['coverTitle', 'scenarioTitle', 'title'] as const) {
		const style = { coverTitle, scenarioTitle, title: smaller }[name];
		const lines = paper.set(title, name, paper.width, { balance: true });
		const broken = lines.length > 1 && /\S{22}/.test(title) && name === 'coverTitle';
		if (lines.length <= (name === 'title' ? 5 : 3) && !broken) return { lines, style };
	}
	const cut = () =>
		paper.notes.add('The title is too long for the cover and is cut there; the page on method has it in full.');
	return { lines: paper.set(title, 'title', paper.width, { maxLines: 5, cut }), style: smaller };
}

function drawTitle(paper: Paper, section: Tag, view: View): void {
	const { lines, style } = titleLines(paper, view.title);
	const heading = paper.tag(section, 'H1');
	paper.y = 112;
	paper.content(heading, () =>
		lines.forEach((line, index) =>
			paper.drawLine(line, paper.left - style.size * 0.03, paper.y + index * style.leading, style.leading),
		),
	);
	heading.end();
	paper.y += lines.length * style.leading + 20;
	if (!view.question) return;
	const { leading } = paper.theme.styles.coverQuestion;
	const cut = () =>
		paper.notes.add(
			'The scoping question is too long for the cover and is cut there; the page on method has it in full.',
		);
	const room = Math.max(1, Math.floor((landOf(paper).top - 96 - paper.y) / leading));
	const question = paper.set(view.question, 'coverQuestion', Math.min(paper.width, 400), {
		balance: true,
		maxLines: room,
		cut,
	});
	const tag = paper.tag(section, 'P');
	paper.content(tag, () =>
		question.forEach((line, index) => paper.drawLine(line, paper.left, paper.y + index * leading, leading)),
	);
	tag.end();
	paper.y += question.length * leading + 24;
}

function factsOf(paper: Paper, view: View): [string, string][] {
	const { speech, nouns } = paper.say(commonWords);
	const words = paper.say(coverWords);
	const facts: [string, string][] = [[words[view.held.is], speech.day(view.held.iso)]];
	if (view.peopleInRoom !== null) facts.push([words.inRoom, speech.figured(view.peopleInRoom, nouns.person)]);
	if (view.revealed.length > 0) facts.push([words.voted, words.votedIn(view.voted, view.revealed.length)]);
	if (view.sources.length > 0) facts.push([words.read, speech.figured(view.sources.length, nouns.document)]);
	return facts;
}

function drawFacts(paper: Paper, section: Tag, view: View): void {
	const listTag = paper.tag(section, 'L');
	let x = paper.left;
	for (const [label, value] of factsOf(paper, view)) {
		const [top] = paper.set(label, 'small', 200);
		const [bottom] = paper.set(value, 'heading', 200);
		const item = paper.tag(listTag, 'LI');
		const labelTag = paper.tag(item, 'Lbl');
		const at = x;
		paper.content(labelTag, () => paper.drawLine(top!, at, paper.y, 15));
		labelTag.end();
		const body = paper.tag(item, 'LBody');
		paper.content(body, () => paper.drawLine(bottom!, at, paper.y + 15, 18));
		body.end();
		item.end();
		x += Math.max(top!.width, bottom!.width) + 26;
	}
	listTag.end();
}

/** From far and pale at the top to near and dark at the bottom. */
function stratumColour(index: number, count: number): string {
	const far = ridges.length - 1;
	return ridges[Math.round(far - (count === 1 ? 2 : (index / (count - 1)) * (far - 1)))]!;
}

function drawLand(paper: Paper, section: Tag, view: View, land: Land): void {
	const figure = paper.tag(section, 'Figure', {
		alt: landAlt(paper, view),
		bbox: [0, land.top - 40, paper.pageWidth, paper.pageHeight],
	});
	paper.content(figure, () => {
		const { doc } = paper;
		const x = (at: number) => land.x0 + (at / horizonYears) * (land.x1 - land.x0);
		if (view.now !== null) doc.circle(x(view.now), land.top, 30).fill(colours.sun);
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
	return `${words.land(view.workshop.baseYear, view.endYear, view.workshop.lanes.length)} ${words.landCards(view.placed.length)}`;
}
