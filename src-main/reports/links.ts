/**
 * Links in running text and in tables: from a card's code to its entry, from an entry to the worlds that use it, and to the
 * web. A stretch of text that says where it leads is a tagged link wherever that place is part of the document.
 */
import type { Paper, Tag } from './paper.ts';
import type { Line } from './typeset.ts';
import { placesOf } from './typewriter.ts';

export const cardTarget = (cardId: string): string => `card:${cardId}`;
export const worldTarget = (scenarioId: string): string => `world:${scenarioId}`;

interface Place {
	/** Within the file: see cardLink of the domain's trace.ts. */
	name: string;
	/** What a screen reader says of a link to it. */
	title: string;
}

const places = new WeakMap<Paper, Map<string, Place>>();

/** Says before anything is drawn what the document will have a place for; links to anything else stay text. */
export function expectPlaces(paper: Paper, targets: Iterable<{ target: string } & Place>): void {
	const known = places.get(paper) ?? new Map<string, Place>();
	for (const { target, name, title } of targets) known.set(target, { name, title });
	places.set(paper, known);
}

/** Marks the present height of the page as the place that links to it lead to. */
export function place(paper: Paper, target: string): void {
	const known = places.get(paper)?.get(target);
	if (known) paper.doc.addNamedDestination(known.name, 'XYZ', null as unknown as number, Math.max(0, paper.y - 12) * paper.theme.scale, null as unknown as number);
}

/** Names a part of the page, in points from its top left; who goes there sees all of it. */
export function frame({ doc, theme, pageHeight }: Paper, name: string, { x, y, width, height }: { x: number; y: number; width: number; height: number }): void {
	const across = (at: number) => at * theme.scale;
	const up = (at: number) => (pageHeight - at) * theme.scale;
	doc.addNamedDestination(name, 'FitR', across(x), up(y + height), across(x + width), up(y));
}

/** Where a link to the target leads in this document, if it has that place. */
export const linkedPlace = (paper: Paper, target: string): Place | undefined => places.get(paper)?.get(target);

/** The address as a link may hold it, or null for anything but the web and mail. */
export function safeAddress(address: string): string | null {
	const url = parseAddress(address.trim());
	return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

function parseAddress(address: string): URL | null {
	try {
		return new URL(address);
	} catch {
		return null;
	}
}

export interface PlacedLine {
	line: Line;
	x: number;
	/** The top of the line. */
	y: number;
}

/** Draws lines of one page as content of the element; parts of them that lead somewhere are links within it. */
export function drawLinked(paper: Paper, tag: Tag, lines: readonly PlacedLine[], leading: number): void {
	const runs = lines.flatMap((line) => runsOf(paper, line));
	for (let from = 0; from < runs.length;) {
		const { to } = runs[from]!;
		let end = from + 1;
		while (to === null && runs[end]?.to === null) end++;
		const together = runs.slice(from, end);
		if (to === null) paper.content(tag, () => drawRuns(paper, together, leading));
		else drawLink(paper, tag, together[0]!, to, leading);
		from = end;
	}
}

interface RunOfLine extends PlacedLine {
	to: Destination | null;
}

type Destination = { kind: 'place'; name: string; title: string } | { kind: 'web'; address: string };

function runsOf(paper: Paper, { line, x, y }: PlacedLine): RunOfLine[] {
	if (line.pieces.every(({ style }) => style.to === undefined)) return [{ line, x, y, to: null }];
	const runs: RunOfLine[] = [];
	const places = placesOf(line);
	// What runs both ways stands in another order than it is read in: each piece by itself, at its place.
	const isBothWays = line.pieces.some(({ level }) => level);
	let before: string | undefined;
	line.pieces.forEach((piece, index) => {
		const last = runs.at(-1);
		if (last && !isBothWays && piece.style.to === before) {
			last.line.pieces.push(piece);
			last.line.width += piece.width;
		} else runs.push({ line: { pieces: [piece], width: piece.width, trailing: 0 }, x: x + places[index]!, y, to: destinationOf(paper, piece.style.to) });
		before = piece.style.to;
	});
	return runs;
}

function destinationOf(paper: Paper, to: string | undefined): Destination | null {
	if (to === undefined) return null;
	const known = places.get(paper)?.get(to);
	if (known) return { kind: 'place', ...known };
	const address = /^(card|world):/.test(to) ? null : safeAddress(to);
	return address === null ? null : { kind: 'web', address };
}

const drawRuns = (paper: Paper, runs: readonly PlacedLine[], leading: number): void =>
	runs.forEach(({ line, x, y }) => paper.drawLine(line, x, y, leading));

function drawLink(paper: Paper, parent: Tag, run: PlacedLine, to: Destination, leading: number): void {
	const { line, x, y } = run;
	const tag = paper.tag(parent, 'Link');
	paper.content(tag, () => {
		drawRuns(paper, [run], leading);
		if (to.kind === 'web') underline(paper, x, y + leading / 2 + 6.5, line.width);
	});
	const said = (text: string) => ({ structParent: tag, Contents: new String(text) }) as object;
	if (to.kind === 'web') paper.doc.link(x, y, line.width, leading, to.address, said(to.address));
	// A destination of its own takes an object less than an action that goes there.
	else paper.doc.annotate(x, y, line.width, leading, { Subtype: 'Link', Dest: to.name, ...said(to.title) } as object);
	// Ended here, on its own page, because the reference to the annotation takes the page that is open at that moment.
	tag.end();
}

export function underline(paper: Paper, x: number, y: number, width: number): void {
	paper.doc
		.lineWidth(0.6)
		.strokeColor(paper.theme.styles.body.colour)
		.moveTo(x, y)
		.lineTo(x + width, y)
		.stroke();
}
