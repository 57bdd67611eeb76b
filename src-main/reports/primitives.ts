/** The small drawings of the design: glyphs of the kinds, histograms, badges. All vectors, legible in one ink. */
import type { Kind } from '../../src-shared/schemas/document.ts';
import { glyphPaths } from '../../src-shared/domain/picture/glyphs.ts';
import type { Histogram } from '../../src-shared/domain/tally.ts';
import { cardTarget } from './links.ts';
import type { Doc, Paper } from './paper.ts';
import { colours, kindColours, ridges } from './theme.ts';
import type { Span } from './typeset.ts';
import { commonWords } from './words/common.ts';

/** A card as every list names it: its code in its kind's colour, then its name. */
export const codeSpan = ({ id, code, kind }: { id?: string | undefined; code: string; kind: Kind }): Span => ({
	text: code,
	weight: 700,
	colour: kindColours[kind].ink,
	...(id !== undefined && { to: cardTarget(id) }),
});

export function namedCard(card: { id?: string | undefined; code: string; kind: Kind; name: string }): Span[] {
	// The space after the name parts it from what a screen reader comes to next.
	return [{ ...codeSpan(card), text: `${card.code} ` }, { text: `${card.name} `, isolate: true }];
}

/** @param x and y its top left corner. */
export function glyph(
	doc: Doc,
	kind: Kind,
	x: number,
	y: number,
	size: number,
	colour: string = kindColours[kind].ink,
): void {
	doc
		.save()
		.translate(x, y)
		.scale(size / 24)
		.path(glyphPaths[kind])
		.fill(colour, 'even-odd')
		.restore();
}

/** The app's mark, as on the design's cover. */
export function mark(doc: Doc, x: number, y: number, size: number): void {
	doc
		.save()
		.translate(x, y)
		.scale(size / 28);
	doc.roundedRect(0, 0, 28, 28, 7).clip();
	doc.rect(0, 0, 28, 28).fill(ridges[0]);
	doc.circle(19.5, 9, 3.4).fill(colours.sun);
	doc.path('M0 17.5c4-.4 6.2-4.6 9.4-4.6 3.4 0 4.6 3.2 8.2 3.2 3.6 0 5.6-2.6 10.4-2.2V28H0Z').fill(ridges[3]);
	doc.path('M0 21.6c4.4 0 7.4-2.2 11.4-2.2 5 0 8.4 3.4 16.6 1V28H0Z').fill(ridges[5]);
	doc.restore();
}

export const histogramSize = { width: 57, height: 22.5 } as const;

/** Five bars from 1 to 5; the median's is inked. */
export function histogram(doc: Doc, counts: Histogram, median: number | null, x: number, y: number): void {
	const { width, height } = histogramSize;
	const highest = Math.max(1, ...counts);
	const pitch = (width + 3) / 5;
	counts.forEach((votes, index) => {
		const tall = Math.max(1.1, (votes / highest) * height);
		const inked = median !== null && (Math.floor(median) === index + 1 || Math.ceil(median) === index + 1);
		doc.lineWidth(0.75).rect(x + index * pitch + 0.4, y + height - tall, pitch - 3.8, tall);
		if (inked) doc.fillAndStroke(colours.ink, colours.ink);
		else doc.fillAndStroke(ridges[4], ridges[1]);
	});
}

export const badgeSize = { width: 21, height: 19.5 } as const;

/** Filled where the room agrees, open where the card is contested. @returns its width. */
export function badge(paper: Paper, median: number, agreed: boolean, x: number, y: number): number {
	const { doc } = paper;
	const [line] = paper.set([{ text: paper.say(commonWords).speech.figure(median), colour: agreed ? colours.paper : colours.ink }], 'smallStrong', 60);
	const width = badgeWidth(paper, median);
	if (agreed) doc.roundedRect(x, y, width, badgeSize.height, 5).fill(colours.ink);
	else
		doc
			.lineWidth(1.5)
			.roundedRect(x + 0.75, y + 0.75, width - 1.5, badgeSize.height - 1.5, 4.3)
			.fillAndStroke(colours.paper, colours.ink);
	paper.drawLine(line!, x + (width - line!.width) / 2, y, badgeSize.height);
	return width;
}

export function badgeWidth(paper: Paper, median: number): number {
	return Math.max(badgeSize.width, paper.set(paper.say(commonWords).speech.figure(median), 'smallStrong', 60)[0]!.width + 9);
}

export function rule(doc: Doc, x1: number, x2: number, y: number, colour: string = colours.line, width = 0.75): void {
	doc.lineWidth(width).strokeColor(colour).moveTo(x1, y).lineTo(x2, y).stroke();
}

/** The five kinds with their names. @returns the x after the last. */
export function kindsLegend(paper: Paper, x: number, y: number): number {
	let at = x;
	for (const kind of kindsInOrder) {
		const [line] = paper.set(paper.say(commonWords).kinds[kind], 'smallStrong', 200);
		glyph(paper.doc, kind, at, y + 1, 13);
		paper.drawLine(line!, at + 18, y, 15);
		at += 18 + line!.width + 19;
	}
	return at;
}

export const kindsInOrder: readonly Kind[] = ['signal', 'concern', 'behavior', 'technology', 'issue'];
