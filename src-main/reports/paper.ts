/**
 * The document that is being drawn: its pages, its place to write at, and its structure. Everything drawn is either
 * content of a structure element, in reading order, or an artifact.
 */
import PDFDocument from 'pdfkit';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import { drawFolio } from './folio.ts';
import { darkEnough } from '../../src-shared/domain/accent.ts';
import { openLogo, type Logo } from './logo.ts';
import type { Watch } from './progress.ts';
import { createTheme, type StyleName, type Theme } from './theme.ts';
import { createNotes, oneLine, shortened, type Notes } from './text.ts';
import { typeset, type Line, type Span } from './typeset.ts';
import { createTypewriter, drawPieces } from './typewriter.ts';
import type { ReportLanguage } from '../../src-shared/schemas/worlds.ts';
import { commonWords } from './words/common.ts';
import type { Dictionary } from './words/speech.ts';

export type Tag = PDFKit.PDFStructureElement;
export type Doc = PDFKit.PDFDocument;

export interface TagOptions {
	alt?: string;
	title?: string;
	scope?: 'Column' | 'Row';
	/** Left, top, right and bottom on the page, for figures. */
	bbox?: [number, number, number, number];
}

export type PageKind = 'upright' | 'sideways' | 'bare';

export interface Paper {
	doc: Doc;
	theme: Theme;
	notes: Notes;
	/** Of the report's own words; what people wrote stays as they wrote it. */
	language: ReportLanguage;
	/** The words of a dictionary in that language. */
	say<Words>(dictionary: Dictionary<Words>): Words;
	/** Of whose workshop it is: "" where nobody said. */
	organisation: string;
	logo: Logo | null;
	/** Its colour, dark enough for white paper: only ever an ornament. Null where none was chosen. */
	accent: string | null;
	/** The root of the structure. */
	root: Tag;
	/** Where the next thing goes, from the top of the page. */
	y: number;
	readonly left: number;
	readonly right: number;
	readonly width: number;
	readonly top: number;
	readonly bottom: number;
	readonly pageWidth: number;
	readonly pageHeight: number;
	readonly pages: number;
	/** The page of every bookmark so far, from 1. */
	readonly bookmarked: readonly number[];
	newPage(kind?: PageKind): void;
	/** Begins a new page of the same kind unless so much height is left. @returns whether it did. */
	need(height: number): boolean;
	tag(parent: Tag, type: string, options?: TagOptions): Tag;
	/** Draws as content of the element, at the end of what it has. */
	content(tag: Tag, draw: () => void): void;
	/** Draws what is no content: rules, tints, folios. */
	artifact(draw: () => void): void;
	/** A bookmark to the present page. */
	bookmark(title: string, parent?: PDFKit.PDFOutline): PDFKit.PDFOutline;
	set(text: string | readonly Span[], style: StyleName, width: number, options?: SetLines): Line[];
	/** @param y the top of the line; its leading is shared above and below as on the screen. */
	drawLine(line: Line, x: number, y: number, leading: number): void;
	finish(): Promise<{ bytes: Uint8Array; pages: number }>;
}

export interface SetLines {
	balance?: boolean;
	maxLines?: number;
	cut?: () => void;
}

/** @param watch is told of every page. */
export function createPaper(file: WorkshopFile, options: ReportOptions, watch?: Watch): Paper {
	const theme = createTheme(options);
	const notes = createNotes();
	const words = commonWords[options.language];
	const title = oneLine(file.workshop.title) || words.untitledWorkshop;
	const settings = file.workshop.report;
	const organisation = shortened(settings?.organisation ?? '', 120);
	const doc = createDocument(title, organisation, options);
	const collected = collect(doc);
	const root = doc.struct('Document');
	doc.addStructure(root);
	const typewriter = createTypewriter(doc);
	const bookmarked: number[] = [];
	let pages = 0;
	let kind: PageKind = 'upright';

	const size = (): readonly [number, number] => {
		const [width, height] = paper.theme.page;
		return kind === 'sideways' ? [height, width] : [width, height];
	};

	const paper: Paper = {
		doc,
		theme,
		notes,
		organisation,
		logo: openLogo(doc, settings, notes),
		accent: settings?.accent === undefined ? null : darkEnough(settings.accent),
		language: options.language,
		say: (dictionary) => dictionary[options.language],
		root,
		y: 0,
		bookmarked,
		get left() {
			return paper.theme.margins.left;
		},
		get right() {
			return size()[0] - paper.theme.margins.right;
		},
		get width() {
			return paper.right - paper.left;
		},
		get top() {
			return paper.theme.margins.top;
		},
		get bottom() {
			return size()[1] - paper.theme.margins.bottom;
		},
		get pageWidth() {
			return size()[0];
		},
		get pageHeight() {
			return size()[1];
		},
		get pages() {
			return pages;
		},

		newPage(next = 'upright') {
			kind = next;
			pages++;
			watch?.page(pages);
			doc.addPage({ size: size().map((side) => side * paper.theme.scale) as [number, number], margin: 0 });
			if (paper.theme.scale !== 1) doc.scale(paper.theme.scale);
			paper.y = paper.theme.margins.top;
			if (kind !== 'bare') drawFolio(paper, title, options);
		},
		need(height) {
			if (paper.y + height <= paper.bottom + 0.01) return false;
			paper.newPage(kind === 'bare' ? 'upright' : kind);
			return true;
		},

		tag(parent, type, tagOptions = {}) {
			const bbox = tagOptions.bbox && { bbox: tagOptions.bbox.map((edge) => edge * paper.theme.scale) };
			const element = doc.struct(type, { ...tagOptions, ...bbox } as PDFKit.Mixins.StructureElementOptions);
			parent.add(element);
			return element;
		},
		content(tag, draw) {
			tag.add(draw);
		},
		artifact(draw) {
			doc.markContent('Artifact', { type: 'Layout' });
			draw();
			doc.endMarkedContent();
		},
		bookmark(text, parent = doc.outline) {
			bookmarked.push(pages);
			return parent.addItem(shortened(text, 120) || words.untitledScenario);
		},

		set: (text, styleName, width, setLines = {}) =>
			typeset(text, paper.theme.styles[styleName], { width: Math.max(width, 12), notes, ...setLines }),
		drawLine(line, x, y, leading) {
			// The first face's metrics place every baseline, so that a fallback font does not make a line jump.
			drawPieces(typewriter, line, x, (size) => y + leading / 2 + size * 0.334);
		},
		async finish() {
			root.end();
			doc.end();
			return { bytes: await collected, pages };
		},
	};
	return paper;
}

function createDocument(title: string, organisation: string, options: ReportOptions): Doc {
	return new PDFDocument({
		autoFirstPage: false,
		// No standard font: all text is set in embedded ones.
		font: null as unknown as string,
		pdfVersion: '1.7',
		// The typings know pdfkit's PDF/A subsets only.
		subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
		tagged: true,
		displayTitle: true,
		lang: options.language,
		info: {
			Title: plainAndEscaped(title),
			Author: plainAndEscaped(organisation || commonWords[options.language].author),
			Subject: plainAndEscaped(commonWords[options.language].documents[options.document]),
			Creator: 'Longview',
			Producer: 'Longview',
			CreationDate: new Date(options.printedAt),
		},
	});
}

/** pdfkit writes the same value into the PDF's own fields, as it is, and into XML, where it must be escaped. */
function plainAndEscaped(text: string): string {
	const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
	return Object.assign(new String(text), { toString: () => escaped }) as string;
}

function collect(doc: Doc): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		const chunks: Uint8Array[] = [];
		doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
		doc.on('error', reject);
		doc.on('end', () => {
			const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
			let offset = 0;
			for (const chunk of chunks) {
				bytes.set(chunk, offset);
				offset += chunk.length;
			}
			resolve(bytes);
		});
	});
}
