/** The canvas as it stands, drawn on sideways pages, and the table that says the same in words. */
import { axisHeight, drawPlot, hasWhiskers, noteSign, plan, shown } from '../canvas.ts';
import { wayBackStrip, type Strip } from '../canvasWayBack.ts';
import type { Paper, Tag } from '../paper.ts';
import { heading, list, paragraph, sectionHeading } from '../flow.ts';
import { codeSpan, glyph, kindsLegend } from '../primitives.ts';
import { drawShapes } from '../shapes.ts';
import { table, type Cell } from '../table.ts';
import { colours } from '../theme.ts';
import type { View } from '../view.ts';
import { canvasWords } from '../words/canvas.ts';
import { commonWords, yearName } from '../words/common.ts';
import { oneLine } from '../text.ts';

/** Two lines of it, where the page is too narrow for one. */
const legendHeight = 30;
const legendOf = (paper: Paper): number => legendHeight + (paper.theme.scale > 1 ? 18 : 0);

export function horizon(paper: Paper, view: View): void {
	if (view.placed.length === 0) return;
	paper.newPage('sideways');
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, paper.say(canvasWords).title);
	// The text depends on the form, and the form on the room that the text leaves: the longer of the two is reckoned with.
	const whole = paper.bottom - paper.y - axisHeight - legendOf(paper);
	const told = wayBackStrip(paper, view, 0, whole)?.world.title ?? null;
	const textHeight = Math.max(...[true, false].map((titled) => paper.set(explained(paper, view, titled, told), 'quiet', paper.width).length)) * 18 + 8;
	const strip = (top: number) => wayBackStrip(paper, view, top, whole - textHeight);
	const plot = plan(paper, view, {
		first: whole - textHeight - (strip(0)?.height ?? 0),
		next: paper.bottom - paper.top - axisHeight - legendOf(paper),
	});
	paragraph(paper, section, explained(paper, view, plot.form.titled, told), { style: 'quiet', after: 8 });
	plot.pages.forEach((bands, index) => {
		if (index > 0) paper.newPage('sideways');
		const above = index === 0 ? strip(paper.y) : null;
		drawFigure(paper, section, view, { number: index + 1, of: plot.pages.length, strip: above }, (top) => {
			drawShapes(paper, above?.shapes ?? []);
			return drawPlot(paper, view, plot, bands, top + (above?.height ?? 0));
		});
	});
	drawTable(paper, section, view);
	drawStructure(paper, section, view);
	section.end();
}

function explained(paper: Paper, view: View, titled: boolean, wayBack: string | null): string {
	return paper.say(canvasWords).explained({
		byRoom: view.placed.some(({ placement }) => placement?.guess),
		titled,
		badges: titled && view.placed.some((card) => card.vote),
		whiskers: titled && hasWhiskers(view),
		clusters: view.clusters.length > 0,
		influences: view.influences.length > 0,
		notes: view.canvasNotes.length > 0 ? noteSign(0) : null,
		hidden: view.placed.length - shown(view).length,
		wayBack,
	});
}

function drawFigure(
	paper: Paper,
	section: Tag,
	view: View,
	{ number, of, strip }: { number: number; of: number; strip: Strip | null },
	draw: (top: number) => number,
): void {
	const top = paper.y;
	const words = paper.say(canvasWords);
	const lanes = view.workshop.lanes.map((lane) => lane.name).join(', ');
	const figure = paper.tag(section, 'Figure', {
		alt: [words.pictureAlt(view.workshop.baseYear, view.endYear, lanes, of > 1 ? { number, of } : null), ...(strip ? [words.wayBackAlt(strip.world.title, strip.steps)] : [])].join(' '),
		bbox: [paper.left, top, paper.right, paper.bottom],
	});
	paper.content(figure, () => {
		const foot = draw(top);
		const after = kindsLegend(paper, paper.left, foot + 13);
		const [x, y] = after + 240 > paper.right ? [paper.left, foot + 31] : [after, foot + 13];
		if (view.now !== null) drawNowLegend(paper, x, y, view.held.iso);
	});
	figure.end();
}

function drawNowLegend(paper: Paper, x: number, y: number, iso: string): void {
	paper.doc
		.lineWidth(1.5)
		.strokeColor(colours.sun)
		.moveTo(x, y + 7.5)
		.lineTo(x + 20, y + 7.5)
		.stroke();
	paper.doc.circle(x + 4, y + 7.5, 4).fill(colours.sun);
	const { dayOfWorkshop, speech } = paper.say(commonWords);
	paper.drawLine(paper.set(dayOfWorkshop(speech.day(iso)), 'small', 300)[0]!, x + 26, y, 15);
}

function drawTable(paper: Paper, section: Tag, view: View): void {
	paper.newPage();
	const words = paper.say(canvasWords);
	const common = paper.say(commonWords);
	heading(paper, section, words.asTable);
	const dated = view.placed.some(({ timing }) => timing !== null);
	const columns = [
		{ title: common.columns.lane, width: 106 },
		{ title: common.columns.date, width: 63 },
		{ title: common.columns.code, width: 56 },
		{ title: common.columns.card, width: paper.width - 291 - (dated ? 72 : 0) },
		...(dated ? [{ title: words.roomDate, spoken: words.roomDateSpoken, width: 72 }] : []),
		{ title: common.columns.kind, width: 66 },
	];
	const rows = view.placed.map((card, index): Cell[] => {
		const sameLane = view.placed[index - 1]?.lane === card.lane;
		return [
			{ text: [{ text: card.lane!, weight: sameLane ? 400 : 600 }], style: sameLane ? 'small' : 'smallStrong' },
			{ text: card.date! },
			{
				text: [codeSpan(card)],
				indent: 20,
				mark: (x, middle) => glyph(paper.doc, card.kind, x, middle - 7, 14),
			},
			{ text: card.name, names: true, balance: true },
			...(dated ? [{ text: card.timing ? yearName(common, view.workshop.baseYear, card.timing.median) : '–', style: 'small' as const }] : []),
			{ text: common.kinds[card.kind], style: 'small' },
		];
	});
	table(paper, section, columns, rows, { rowHeight: 24, padding: 4 });
}

/** In words what the picture draws beside the cards. */
function drawStructure(paper: Paper, section: Tag, view: View): void {
	const { clusters, influences, canvasNotes, byId } = view;
	const words = paper.say(canvasWords);
	const { speech, unnamedCluster } = paper.say(commonWords);
	if (clusters.length > 0) {
		paper.y += 18;
		heading(paper, section, words.clusters);
		const items = clusters.map(({ name, cardIds }) => {
			const held = cardIds.flatMap((id) => byId.get(id) ?? []).map(({ code, name }) => `${code} ${name}`);
			return { label: '•', text: [{ text: speech.labelled(oneLine(name) || unnamedCluster, ''), weight: 600 as const }, { text: `${held.length === 0 ? words.noCardsYet : speech.listed(held)}.` }] };
		});
		list(paper, section, items);
	}
	if (influences.length > 0) {
		paper.y += 14;
		heading(paper, section, words.influences);
		drawInfluences(paper, section, view);
	}
	if (canvasNotes.length > 0) {
		paper.y += 14;
		heading(paper, section, words.notes);
		for (const [index, { text }] of canvasNotes.entries()) paragraph(paper, section, [{ text: `${noteSign(index)} `, weight: 600 }, { text: oneLine(text) }], { after: 4 });
	}
}

function drawInfluences(paper: Paper, section: Tag, { influences, byId }: View): void {
	const words = paper.say(canvasWords);
	const { speech, columns: shared } = paper.say(commonWords);
	const half = (paper.width - 108 - 66) / 2;
	const columns = [{ title: shared.card, width: half }, { title: words.whatItDoes, width: 108 }, { title: words.to, width: half }, { title: words.strength, width: 66, align: 'right' as const }];
	const named = (id: string) => (({ code, name }) => `${code} ${name}`)(byId.get(id)!);
	const rows = influences.map(({ fromId, toId, strength }): Cell[] => [
		{ text: named(fromId), names: true }, { text: strength === 0 ? words.neither : strength > 0 ? words.reinforces : words.inhibits, style: 'small' }, { text: named(toId) }, { text: speech.signed(strength), style: 'smallStrong' },
	]);
	table(paper, section, columns, rows, { rowHeight: 24, padding: 4 });
}
