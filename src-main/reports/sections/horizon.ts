/** The canvas as it stands, drawn on sideways pages, and the table that says the same in words. */
import { influenceVerb, signed } from '../../../src-shared/domain/structure.ts';
import { yearName } from '../../../src-shared/domain/criterionWords.ts';
import { axisHeight, drawPlot, hasWhiskers, noteSign, plan, shown } from '../canvas.ts';
import type { Paper, Tag } from '../paper.ts';
import { heading, list, paragraph, sectionHeading } from '../flow.ts';
import { codeSpan, glyph, kindName, kindsLegend } from '../primitives.ts';
import { table, type Cell } from '../table.ts';
import { colours } from '../theme.ts';
import type { View } from '../view.ts';
import { capitalised, counted, day, listed } from '../words.ts';
import { oneLine } from '../text.ts';

const legendHeight = 30;

export function horizon(paper: Paper, view: View): void {
	if (view.placed.length === 0) return;
	paper.newPage('sideways');
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, 'The horizon');
	// The text depends on the form, and the form on the room that the text leaves: the longer of the two is reckoned with.
	const textHeight = Math.max(...[true, false].map((titled) => paper.set(explained(view, titled), 'quiet', paper.width).length)) * 18 + 8;
	const plot = plan(paper, view, {
		first: paper.bottom - paper.y - textHeight - axisHeight - legendHeight,
		next: paper.bottom - paper.top - axisHeight - legendHeight,
	});
	paragraph(paper, section, explained(view, plot.form.titled), { style: 'quiet', after: 8 });
	plot.pages.forEach((bands, index) => {
		if (index > 0) paper.newPage('sideways');
		drawFigure(paper, section, view, index, plot.pages.length, (top) => drawPlot(paper, view, plot, bands, top));
	});
	drawTable(paper, section, view);
	drawStructure(paper, section, view);
	section.end();
}

function explained(view: View, titled: boolean): string {
	const where =
		`Every card stands at the date where the facilitator${view.placed.some(({ placement }) => placement?.guess) ? ', or the room’s median year,' : ''} put it: the middle of its coloured tab is the date.`;
	const names = titled ? '' : ' There are too many cards for their names here; the table after the picture has them.';
	const voted =
		titled && view.placed.some((card) => card.vote)
			? ' A box at a card’s end is the room’s median for relevancy: filled is agreed, open is contested.'
			: '';
	const hidden = view.placed.length - shown(view).length;
	const left = hidden === 0 ? '' : ` ${capitalised(counted(hidden, 'card'))} that the canvas hides ${hidden === 1 ? 'is' : 'are'} in the table only.`;
	const dated = titled && hasWhiskers(view) ? ' The line under a card is the middle half of the room’s dates, its dot their median.' : '';
	const beside = [
		...(view.clusters.length > 0 ? ['frames are clusters'] : []),
		...(view.influences.length > 0 ? ['arrows are influences, dashed where they inhibit'] : []),
		...(view.canvasNotes.length > 0 ? [`${noteSign(0)} and so on are notes`] : []),
	];
	const explainedBeside = beside.length === 0 ? '' : ` ${capitalised(listed(beside))}, told in words after the table.`;
	return `${where}${voted}${dated}${explainedBeside}${names}${left}`;
}

function drawFigure(
	paper: Paper,
	section: Tag,
	view: View,
	index: number,
	count: number,
	draw: (top: number) => number,
): void {
	const top = paper.y;
	const which = count > 1 ? `, page ${index + 1} of ${count}` : '';
	const lanes = view.workshop.lanes.map((lane) => lane.name).join(', ');
	const figure = paper.tag(section, 'Figure', {
		alt: `The canvas from ${view.workshop.baseYear} to ${view.endYear}${which}. Lanes from the top: ${lanes}. The table that follows lists every card with its date.`,
		bbox: [paper.left, top, paper.right, paper.bottom],
	});
	paper.content(figure, () => {
		const foot = draw(top);
		const after = kindsLegend(paper, paper.left, foot + 13);
		if (view.now !== null) drawNowLegend(paper, after, foot + 13, view.held.iso);
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
	paper.drawLine(paper.set(`The day of the workshop, ${day(iso)}`, 'small', 300)[0]!, x + 26, y, 15);
}

function drawTable(paper: Paper, section: Tag, view: View): void {
	paper.newPage();
	heading(paper, section, 'The horizon as a table');
	const dated = view.placed.some(({ timing }) => timing !== null);
	const columns = [
		{ title: 'Lane', width: 106 },
		{ title: 'Date', width: 63 },
		{ title: 'Code', width: 56 },
		{ title: 'Card', width: paper.width - 291 - (dated ? 72 : 0) },
		...(dated ? [{ title: 'Room’s date', spoken: 'Median of the room’s dates', width: 72 }] : []),
		{ title: 'Kind', width: 66 },
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
			...(dated ? [{ text: card.timing ? yearName(view.workshop.baseYear, card.timing.median) : '–', style: 'small' as const }] : []),
			{ text: kindName(card.kind), style: 'small' },
		];
	});
	table(paper, section, columns, rows, { rowHeight: 24, padding: 4 });
}

/** In words what the picture draws beside the cards. */
function drawStructure(paper: Paper, section: Tag, view: View): void {
	const { clusters, influences, canvasNotes, byId } = view;
	if (clusters.length > 0) {
		paper.y += 18;
		heading(paper, section, 'Clusters');
		const items = clusters.map(({ name, cardIds }) => {
			const held = cardIds.flatMap((id) => byId.get(id) ?? []).map(({ code, name }) => `${code} ${name}`);
			return { label: '•', text: [{ text: `${oneLine(name) || 'Unnamed cluster'}: `, weight: 600 as const }, { text: held.length === 0 ? 'no cards yet.' : `${listed(held)}.` }] };
		});
		list(paper, section, items);
	}
	if (influences.length > 0) {
		paper.y += 14;
		heading(paper, section, 'Influences between cards');
		drawInfluences(paper, section, view);
	}
	if (canvasNotes.length > 0) {
		paper.y += 14;
		heading(paper, section, 'Notes on the canvas');
		for (const [index, { text }] of canvasNotes.entries()) paragraph(paper, section, [{ text: `${noteSign(index)} `, weight: 600 }, { text: oneLine(text) }], { after: 4 });
	}
}

function drawInfluences(paper: Paper, section: Tag, { influences, byId }: View): void {
	const half = (paper.width - 108 - 66) / 2;
	const columns = [{ title: 'Card', width: half }, { title: 'What it does', width: 108 }, { title: 'to', width: half }, { title: 'Strength', width: 66, align: 'right' as const }];
	const named = (id: string) => (({ code, name }) => `${code} ${name}`)(byId.get(id)!);
	const rows = influences.map(({ fromId, toId, strength }): Cell[] => [
		{ text: named(fromId), names: true }, { text: strength === 0 ? 'neither' : influenceVerb(strength), style: 'small' }, { text: named(toId) }, { text: signed(strength), style: 'smallStrong' },
	]);
	table(paper, section, columns, rows, { rowHeight: 24, padding: 4 });
}
