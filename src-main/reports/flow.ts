/** Text that flows down the page and on to the next one: headings, paragraphs, lists and links. */
import { drawLinked, safeAddress, underline } from './links.ts';
import type { Paper, Tag } from './paper.ts';
import type { StyleName } from './theme.ts';
import type { Line, Span } from './typeset.ts';

export interface Frame {
	x: number;
	width: number;
}

export interface ParagraphOptions extends Partial<Frame> {
	style?: StyleName;
	/** Structure type; P when not given. */
	as?: string;
	/** Points below it. */
	after?: number;
	/** Height that must fit below its last line on the same page: what a heading belongs to. */
	keep?: number;
	balance?: boolean;
	maxLines?: number;
	cut?: () => void;
}

export function paragraph(
	paper: Paper,
	parent: Tag,
	text: string | readonly Span[],
	options: ParagraphOptions = {},
): Tag {
	const { style = 'body', as = 'P', x = paper.left, width = paper.right - x, after = 0, keep = 0 } = options;
	const lines = paper.set(text, style, width, options);
	const tag = paper.tag(parent, as);
	drawLines(paper, tag, lines, { x, width, leading: paper.theme.styles[style].leading, keep });
	tag.end();
	paper.y += after;
	return tag;
}

/** Where a line begins that is aligned to the side from which its paragraph is read. */
export const startOf = (line: Line, x: number, width: number): number => (line.isRightToLeft ? x + width - line.width : x);

interface SetAt {
	x: number;
	width?: number | undefined;
	leading: number;
	/** Points that have to follow on the same page. */
	keep?: number;
}

/** Begins a new page where the lines could not begin on this one; what is drawn of them then begins at `paper.y`. */
export function needStart(paper: Paper, { length }: readonly Line[], { leading, keep = 0 }: SetAt): void {
	paper.need(Math.min(length, 2) * leading + (length <= 2 ? keep : 0));
}

/** Draws lines over as many pages as they take, never one line alone at a page's foot or head where that can be. */
export function drawLines(paper: Paper, tag: Tag, lines: readonly Line[], set: SetAt): void {
	const { x, width, leading } = set;
	for (let from = 0; from < lines.length;) {
		const left = lines.length - from;
		needStart(paper, lines.slice(from), set);
		let fit = Math.min(left, Math.max(1, Math.floor((paper.bottom - paper.y + 0.01) / leading)));
		if (left - fit === 1 && fit > 2) fit--;
		const slice = lines.slice(from, from + fit);
		drawLinked(paper, tag, slice.map((line, index) => ({ line, x: width === undefined ? x : startOf(line, x, width), y: paper.y + index * leading })), leading);
		paper.y += fit * leading;
		from += fit;
	}
}

/** Each paragraph of a longer text on its own; empty lines between them are not kept. */
export function paragraphs(
	paper: Paper,
	parent: Tag,
	text: string,
	options: ParagraphOptions & { between?: number } = {},
): void {
	const parts = text
		.split(/\r?\n/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	parts.forEach((part, index) => {
		paragraph(paper, parent, part, {
			...options,
			after: index < parts.length - 1 ? (options.between ?? 9) : (options.after ?? 0),
		});
	});
}

const betweenSections = 32;

/** A section follows on the page of the one before it where all of it fits there, and begins a new page otherwise. */
export function followOn(paper: Paper, height: number): void {
	const upright = paper.pageWidth < paper.pageHeight;
	if (upright && paper.y > paper.top && paper.y + betweenSections + height <= paper.bottom) paper.y += betweenSections;
	else paper.newPage();
}

/** The heading of a section, with its bookmark. */
export function sectionHeading(paper: Paper, parent: Tag, title: string): void {
	const { accent } = paper;
	if (accent) {
		paper.need(paper.theme.styles.title.leading + 60);
		paper.artifact(() => paper.doc.rect(paper.left, paper.y - 11, 36, 4).fill(accent));
	}
	paper.bookmark(title);
	paragraph(paper, parent, title, { as: 'H2', style: 'title', balance: true, after: 8, keep: 60 });
}

export function heading(paper: Paper, parent: Tag, title: string | readonly Span[], options: ParagraphOptions = {}): void {
	paragraph(paper, parent, title, { as: 'H3', style: 'heading', after: 4, keep: 54, ...options });
}

/** A list whose labels stand in a column of their own. */
export function list(
	paper: Paper,
	parent: Tag,
	items: readonly { label: string; text: string | readonly Span[] }[],
	options: Partial<Frame> & { after?: number } = {},
): void {
	const { x = paper.left, width = paper.right - x, after = 4 } = options;
	const indent = 17;
	const tag = paper.tag(parent, 'L');
	for (const { label, text } of items) {
		const item = paper.tag(tag, 'LI');
		const lines = paper.set(text, 'body', width - indent);
		const leading = paper.theme.styles.body.leading;
		paper.need(Math.min(lines.length, 2) * leading);
		const labelTag = paper.tag(item, 'Lbl');
		const [mark] = paper.set(label, 'strong', indent);
		// The label stands on the side from which the item is read.
		const isRightToLeft = lines[0]?.isRightToLeft ?? false;
		paper.content(labelTag, () => paper.drawLine(mark!, isRightToLeft ? x + width - mark!.width : x, paper.y, leading));
		labelTag.end();
		const body = paper.tag(item, 'LBody');
		drawLines(paper, body, lines, { x: isRightToLeft ? x : x + indent, width: width - indent, leading });
		body.end();
		item.end();
		paper.y += after;
	}
	tag.end();
}

/** An address that can be clicked, and read where the page is paper. What is no safe address is plain text. */
export function link(paper: Paper, parent: Tag, address: string, name: string, options: Partial<Frame> = {}): void {
	const { x = paper.left, width = paper.right - x } = options;
	const target = safeAddress(address);
	if (target === null) {
		paragraph(paper, parent, address, { style: 'small', x, width });
		return;
	}
	const leading = paper.theme.styles.small.leading;
	const lines = paper.set([{ text: address, colour: paper.theme.styles.body.colour }], 'small', width);
	const block = paper.tag(parent, 'P');
	for (const line of lines) {
		paper.need(leading);
		const y = paper.y;
		const tag = paper.tag(block, 'Link');
		paper.content(tag, () => {
			paper.drawLine(line, x, y, leading);
			underline(paper, x, y + leading / 2 + 6.5, line.width);
		});
		paper.doc.link(x, y, line.width, leading, target, {
			structParent: tag,
			Contents: new String(`${name}: ${target}`),
		} as object);
		// Ended here, on its own page, because the reference to the annotation takes the page that is open at that moment.
		tag.end();
		paper.y += leading;
	}
	block.end();
}
