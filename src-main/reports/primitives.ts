/** The small drawings of the design: glyphs of the kinds, histograms, badges. All vectors, legible in one ink. */
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { Histogram } from '../../src-shared/domain/tally.ts';
import type { Doc, Paper } from './paper.ts';
import { colours, kindColours, ridges } from './theme.ts';
import type { Span } from './typeset.ts';
import { figure } from './words.ts';

const circle = (x: number, y: number, r: number): string =>
	`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

/** A card as every list names it: its code in its kind's colour, then its name. */
export const codeSpan = ({ code, kind }: { code: string; kind: Kind }): Span => ({
	text: code,
	weight: 700,
	colour: kindColours[kind].ink,
});

export function namedCard(card: { code: string; kind: Kind; name: string }): Span[] {
	// The space after the name parts it from what a screen reader comes to next.
	return [{ ...codeSpan(card), text: `${card.code} ` }, { text: `${card.name} ` }];
}

/** In a square of 24, filled by the even-odd rule. */
const glyphs: Readonly<Record<Kind, string>> = {
	signal: circle(12, 12, 10.2) + circle(12, 12, 6.9) + circle(12, 12, 3.7),
	concern:
		'M10.3 3.2a2 2 0 0 1 3.4 0l8.6 15.2a2 2 0 0 1-1.7 3H3.4a2 2 0 0 1-1.7-3Zm.2 5.4.4 6.3h2.2l.4-6.3Z' +
		circle(12, 17.7, 1.5),
	behavior: `${circle(12, 6.6, 5)}M2.6 22.2a9.4 9.4 0 0 1 18.8 0Z`,
	technology:
		'M7 1h2.6v3h4.8V1H17v3h1.6A1.4 1.4 0 0 1 20 5.4V7h3v2.6h-3v4.8h3V17h-3v1.6a1.4 1.4 0 0 1-1.4 1.4H17v3h-2.6v-3H9.6v3H7v-3H5.4' +
		'A1.4 1.4 0 0 1 4 18.6V17H1v-2.6h3V9.6H1V7h3V5.4A1.4 1.4 0 0 1 5.4 4H7Zm1.6 7.6v6.8h6.8V8.6Z',
	issue:
		'M10.9 1.2a1.6 1.6 0 0 1 2.2 0l9.7 9.7a1.6 1.6 0 0 1 0 2.2l-9.7 9.7a1.6 1.6 0 0 1-2.2 0l-9.7-9.7a1.6 1.6 0 0 1 0-2.2ZM12 4.3v15.4L4.3 12Z',
};

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
		.path(glyphs[kind])
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

export const histogramAlt = (counts: Histogram): string => `Votes from 1 to 5: ${counts.join(', ')}.`;

export const badgeSize = { width: 21, height: 19.5 } as const;

/** Filled where the room agrees, open where the card is contested. @returns its width. */
export function badge(paper: Paper, median: number, agreed: boolean, x: number, y: number): number {
	const { doc } = paper;
	const [line] = paper.set([{ text: figure(median), colour: agreed ? colours.paper : colours.ink }], 'smallStrong', 60);
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
	return Math.max(badgeSize.width, paper.set(figure(median), 'smallStrong', 60)[0]!.width + 9);
}

export function rule(doc: Doc, x1: number, x2: number, y: number, colour: string = colours.line, width = 0.75): void {
	doc.lineWidth(width).strokeColor(colour).moveTo(x1, y).lineTo(x2, y).stroke();
}

/** The five kinds with their names. @returns the x after the last. */
export function kindsLegend(paper: Paper, x: number, y: number): number {
	let at = x;
	for (const [kind, name] of kindNames) {
		const [line] = paper.set(name, 'smallStrong', 200);
		glyph(paper.doc, kind, at, y + 1, 13);
		paper.drawLine(line!, at + 18, y, 15);
		at += 18 + line!.width + 19;
	}
	return at;
}

export const kindNames: readonly (readonly [Kind, string])[] = [
	['signal', 'Signal'],
	['concern', 'Concern'],
	['behavior', 'Behavior'],
	['technology', 'Technology'],
	['issue', 'Issue'],
];

export const kindName = (kind: Kind): string => kindNames.find(([known]) => known === kind)![1];
