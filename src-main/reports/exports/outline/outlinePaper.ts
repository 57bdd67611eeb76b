/**
 * A paper that keeps what is drawn as an outline: the structure that the tagged PDF has, with the text whole where the print
 * breaks it into lines, and with its figures as SVG. What the report says is thus worked out once, for every format.
 */
import type { SectionName } from '../../../../src-shared/schemas/report.ts';
import type { ReportLanguage, ReportSettings } from '../../../../src-shared/schemas/worlds.ts';
import type { Doc, PageKind, Paper, Tag, TagOptions } from '../../paper.ts';
import { shortened, type Notes } from '../../text.ts';
import { createTheme, pageSizes, type StyleName } from '../../theme.ts';
import { typeset, type Line, type Piece, type Span } from '../../typeset.ts';
import type { Dictionary } from '../../words/speech.ts';
import { logoPicture, penLogo } from '../logo.ts';
import { SvgPen } from './svgPen.ts';

/** Text as it was given, with the style that it is printed in. */
export interface Words {
	is: 'words';
	spans: readonly Span[];
	style: StyleName;
}

/** An element of the structure: its type is a tagged PDF's (Sect, H2, P, L, LI, Table, Figure). */
export interface Element extends TagOptions {
	is: 'element';
	type: string;
	children: (Element | Words)[];
	/** The names of the places that links lead to. */
	anchors: string[];
	/** Of a figure: its marks, within `bbox`. */
	marks: string;
	/** Of a link whose words do not say themselves where they lead. */
	href?: string;
	section?: SectionName;
}

export interface OutlinePaper extends Paper {
	readonly outline: Element;
}

/** Units of a page without end: as wide as it is comfortable to read, and wider for the canvas. */
const widths: Record<Exclude<PageKind, 'bare'>, number> = { upright: 640, sideways: 1000 };
const endless = 1_000_000;

export function createOutlinePaper({ language, notes, settings }: { language: ReportLanguage; notes: Notes; settings: ReportSettings | undefined }): OutlinePaper {
	const theme = createTheme({ pageSize: 'A4', largePrint: false });
	const outline = element('Document');
	const origins = new WeakMap<Piece, { spans: readonly Span[]; style: StyleName; told: boolean }>();
	let waiting: string[] = [];
	let kind: PageKind = 'upright';
	let at: { element: Element; parent: Element; draws: boolean } | null = null;
	let picture: Element | null = null;
	const parents = new WeakMap<Element, Element>();
	const pen = new SvgPen({
		addNamedDestination: (name: string) => void waiting.push(name),
		link(_x: number, _y: number, _width: number, _height: number, address: string, { structParent }: { structParent?: Tag } = {}) {
			if (structParent) elementOf(structParent).href = address;
		},
	});
	const size = (): readonly [number, number] => (kind === 'bare' ? pageSizes.A4 : [widths[kind] + theme.margins.left + theme.margins.right, endless]);

	const paper: OutlinePaper = {
		outline,
		doc: pen.doc as Doc, organisation: shortened(settings?.organisation ?? '', 120), logo: penLogo(pen, logoPicture(settings)), accent: null, bookmarked: [], theme, notes, language, root: tagOf(outline), y: theme.margins.top,
		left: theme.margins.left, top: theme.margins.top, pages: 1,
		get right() {
			return size()[0] - theme.margins.right;
		},
		get width() {
			return paper.right - paper.left;
		},
		get bottom() {
			return size()[1] - theme.margins.bottom;
		},
		get pageWidth() {
			return size()[0];
		},
		get pageHeight() {
			return size()[1];
		},
		say: <Dict>(dictionary: Dictionary<Dict>) => dictionary[language],
		newPage(next = 'upright') {
			kind = next;
			picture = null;
			paper.y = theme.margins.top;
		},
		need: () => false,
		tag(parent, type, options = {}) {
			const made = { ...element(type), ...options, anchors: waiting };
			waiting = [];
			elementOf(parent).children.push(made);
			parents.set(made, elementOf(parent));
			return tagOf(made);
		},
		content(tag, draw) {
			const before = at;
			const own = elementOf(tag);
			at = { element: own, parent: parents.get(own) ?? outline, draws: own.type === 'Figure' || before?.draws === true };
			pen.lowest();
			draw();
			const marks = pen.take();
			if (own.type === 'Figure') {
				own.marks += marks;
				picture = own;
				// A picture that takes what is left of its page ends here where its words do.
				if (own.bbox && own.bbox[3] >= paper.bottom) own.bbox[3] = pen.lowest() + 4;
			}
			at = before;
		},
		artifact(draw) {
			const before = at;
			if (before?.draws) return draw();
			at = null;
			draw();
			pen.take();
			at = before;
		},
		bookmark: () => ({}) as PDFKit.PDFOutline,
		set(text, style, room, options = {}) {
			const lines = typeset(text, theme.styles[style], { width: Math.max(room, 12), notes, ...options });
			const origin = { spans: typeof text === 'string' ? [{ text }] : text, style, told: false };
			for (const { pieces } of lines) for (const piece of pieces) origins.set(piece, origin);
			return lines;
		},
		drawLine(line, x, y, leading) {
			if (at?.draws) return drawIn(pen, line, x, y, leading);
			if (!at) return;
			tell(line, at.element, at.parent);
			if (!covers(picture, x, y + leading / 2)) return;
			// Words that the print lays over a picture are in the picture here, and once more as the text that they are.
			pen.take();
			drawIn(pen, line, x, y, leading);
			picture!.marks += pen.take();
		},
		finish: () => Promise.reject(new Error('An outline is no file.')),
	};

	/** All of a text where its first piece is drawn: a stretch of it that is a link says so itself. */
	function tell({ pieces }: Line, own: Element, parent: Element): void {
		const origin = pieces[0] && origins.get(pieces[0]);
		if (!origin || origin.told) return;
		origin.told = true;
		const saysItself = origin.spans.some(({ to }) => to !== undefined);
		(own.type === 'Link' && saysItself ? parent : own).children.push({ is: 'words', spans: origin.spans, style: origin.style });
	}

	return paper;
}

function covers(picture: Element | null, x: number, y: number): boolean {
	const [left, top, right, bottom] = picture?.bbox ?? [0, 0, 0, 0];
	return x >= left && x < right && y > top && y < bottom;
}

function drawIn(pen: SvgPen, line: Line, x: number, y: number, leading: number): void {
	let from = x;
	for (const { text, style, width } of line.pieces) {
		pen.write(text, from, y + leading / 2 + style.size * 0.334, style, width);
		from += width;
	}
}

const element = (type: string): Element => ({ is: 'element', type, children: [], anchors: [], marks: '' });

const elements = new WeakMap<object, Element>();

/** What the sections hold in their hands: an element of a PDF as far as they know. */
function tagOf(own: Element): Tag {
	const tag = { end: () => undefined, add: () => tag } as unknown as Tag;
	elements.set(tag, own);
	return tag;
}

const elementOf = (tag: Tag): Element => elements.get(tag)!;
