/** The scenarios as a Word document: real headings, lists and tables, links from every card to its entry, a cover of its own. */
import {
	AlignmentType, BorderStyle, Bookmark, Document, ExternalHyperlink, Footer, HeadingLevel, ImageRun, InternalHyperlink, LevelFormat, Packer, PageNumber, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType,
	type IParagraphOptions, type ParagraphChild,
} from 'docx';
import { createTheme, kindColours, pageSizes } from '../../theme.ts';
import { safeAddress } from '../../links.ts';
import type { Span } from '../../typeset.ts';
import { commonWords } from '../../words/common.ts';
import { coverWords } from '../../words/cover.ts';
import type { ExportOptions } from '../../../../src-shared/schemas/export.ts';
import type { Outline } from '../outline/outline.ts';
import type { Element, Words } from '../outline/outlinePaper.ts';
import { isElement, isNothing, listOf, plainOf, whereOf } from '../outline/reading.ts';
import { logoPicture } from '../logo.ts';
import { cleaned } from '../tables/cells.ts';
import { documentStyles, fontTable, ink, ink2 } from './docxStyles.ts';
import { columnWidths } from './columnWidths.ts';
import { saidFigure, scenarioParts, standsAlone } from './parts.ts';

type Part = Element | Words;
type Block = Paragraph | Table;

const { styles } = createTheme({ pageSize: 'A4', largePrint: false });
const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;
const regions = { en: 'en-GB', fr: 'fr-FR', de: 'de-DE', es: 'es-ES' } as const;

/** Twentieths of a point. */
const margin = 1134;
type Turn = 'upright' | 'sideways';
/** More columns than these have no room on an upright page. */
const mostUpright = 5;

/** Sections that follow on one another on pages of the same kind; a wide table lies on its side. */
function turnsOf(sections: readonly Element[]): { turn: Turn; sections: Element[] }[] {
	const turns: { turn: Turn; sections: Element[] }[] = [];
	for (const section of sections) {
		const turn = widest(section) > mostUpright ? 'sideways' : 'upright';
		if (turns.at(-1)?.turn === turn) turns.at(-1)!.sections.push(section);
		else turns.push({ turn, sections: [section] });
	}
	return turns;
}

/** The columns of its widest table. */
const widest = (part: Part): number => (!isElement(part) ? 0 : part.type === 'TR' ? part.children.length : Math.max(0, ...part.children.map(widest)));

export async function docxOf(outline: Outline, options: ExportOptions): Promise<Uint8Array> {
	const { view } = outline;
	const { language } = options;
	const common = commonWords[language];
	const parts = scenarioParts(outline, language);
	const [width, height] = pageSizes[view.workshop.report?.pageSize ?? 'A4'].map((side) => Math.round(20 * side)) as [number, number];
	const lists = { count: 0 };
	const writers = { upright: createWriter(outline, width - 2 * margin, lists), sideways: createWriter(outline, height - 2 * margin, lists) };
	const turns = turnsOf(parts.sections).map(({ turn, sections }) => ({
		turn, children: sections.flatMap((section) => writers[turn].blocks(section.children, { anchors: section.anchors, newPage: section.section === 'scenarios' })),
	}));
	const list: Block[] = parts.cards.length === 0 ? [] : [
		new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(cleaned(parts.cardsTitle))] }),
		...parts.cards.flatMap(({ entry }) => writers.upright.blocks(entry.children, { anchors: entry.anchors })),
	];
	const title = cleaned(view.title);
	const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.END, children: [new TextRun({ text: `${title}  `, color: ink2, size: 18 }), new TextRun({ children: [PageNumber.CURRENT], bold: true, size: 18 })] })] });
	const document = new Document({
		title, subject: cleaned(common.documents.report), creator: cleaned(view.workshop.report?.organisation ?? '') || common.author, lastModifiedBy: 'Longview', ...(view.question && { description: cleaned(view.question) }),
		styles: documentStyles(regions[language]),
		numbering: { config: [{ reference: 'numbers', levels: [0, 1, 2, 3].map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, alignment: AlignmentType.START, style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } } })) }] },
		sections: [{ turn: 'upright' as const, children: coverOf(outline, options) }, ...turns, ...(list.length > 0 ? [{ turn: 'upright' as const, children: list }] : [])].map(({ turn, children }, index) => ({
			properties: {
				titlePage: index === 0,
				page: { size: { width, height, orientation: turn === 'sideways' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: { top: margin, right: margin, bottom: 1247, left: margin } },
			},
			footers: { first: new Footer({ children: [] }), default: footer },
			children,
		})),
	});
	return new Uint8Array(await Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable }]));
}

function coverOf({ view, cover }: Outline, { language }: ExportOptions): Block[] {
	const common = commonWords[language];
	const logo = logoPicture(view.workshop.report);
	const fit = logo ? Math.min(220 / logo.width, 72 / logo.height) : 1;
	const facts = cover.children.filter(isElement).filter(({ type }) => type === 'L').flatMap((list) => listOf(list).items).map(({ label, body }) => `${label.map(plainOf).join(' ')} ${body.map(plainOf).join(' ')}`.trim());
	const alt = coverWords[language].logoAlt(cleaned(view.workshop.report?.organisation ?? ''));
	const organisation = cleaned(view.workshop.report?.organisation ?? '');
	return [
		...(logo ? [new Paragraph({ spacing: { after: 240 }, children: [new ImageRun({ type: logo.type, data: logo.data, transformation: { width: Math.round(logo.width * fit), height: Math.round(logo.height * fit) }, altText: { name: 'logo', title: alt, description: alt } })] })] : []),
		...(organisation ? [new Paragraph({ style: 'Kicker', children: [new TextRun(organisation)] })] : []),
		new Paragraph({ style: 'Kicker', spacing: { after: 1600 }, children: [new TextRun(common.documents.report)] }),
		new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(cleaned(view.title))] }),
		...(view.question ? [new Paragraph({ style: 'Subtitle', children: [new TextRun(cleaned(view.question))] })] : []),
		...facts.map((fact) => new Paragraph({ style: 'Quiet', children: [new TextRun(cleaned(fact))] })),
		new Paragraph({ spacing: { before: 1600 }, children: [new TextRun({ text: coverWords[language].notPredictions, bold: true })] }),
	];
}

interface Place {
	/** Names that links lead to; they go to the first paragraph. */
	anchors?: readonly string[];
	newPage?: boolean;
	/** Of a list within lists, from 0. */
	depth?: number;
	list?: { ordered: boolean; instance: number };
}

/** Word's names of places begin with a letter and are short. */
const bookmarkOf = (place: string): string => (/^[A-Za-z]\w{0,38}$/.test(place) ? place : `p${[...place].reduce((hash, sign) => (Math.imul(hash, 31) + sign.codePointAt(0)!) >>> 0, 7)}`);

/**
 * @param room between the margins, in twentieths of a point.
 * @param lists counts those of the document: each is numbered from its own start.
 */
function createWriter({ view, placeOf }: Outline, room: number, lists: { count: number }) {
	function runs(list: readonly Span[], base: number): ParagraphChild[] {
		return list.flatMap(({ text, weight, emphasis, to }, index): ParagraphChild[] => {
			const card = to?.startsWith('card:') ? view.byId.get(to.slice('card:'.length)) : undefined;
			const bold = weight !== undefined && weight > base && !(emphasis && weight < 700);
			// What is not said stays as the paragraph's style has it: a heading is bold by itself.
			const look = { ...(bold && { bold }), ...(emphasis && { italics: true }), ...(card && { color: kindColours[card.kind].ink.slice(1), bold: true }) };
			const name = card && standsAlone(card.code, text, list[index + 1]?.text) ? ` (${cleaned(card.name)})` : '';
			const own = text.split('\n').map((line, at) => new TextRun({ text: cleanedInline(line + (at === 0 ? name : '')), ...look, ...(at > 0 && { break: 1 }) }));
			const place = to === undefined ? null : placeOf(to);
			if (place !== null) return [new InternalHyperlink({ anchor: bookmarkOf(place), children: own })];
			const href = to === undefined || /^(card|world):/.test(to) ? null : safeAddress(to);
			return href === null ? own : [new ExternalHyperlink({ link: href, children: text.split('\n').map((line) => new TextRun({ text: cleanedInline(line), style: 'Hyperlink' })) })];
		});
	}

	const line = (parts: readonly Part[]): ParagraphChild[] =>
		parts.filter((part) => !isNothing(part)).flatMap((part, index): ParagraphChild[] => {
			const gap = index > 0 ? [new TextRun(' ')] : [];
			if (!isElement(part)) return [...gap, ...runs(part.spans, styles[part.style].weight)];
			if (part.type === 'Figure') return saidFigure(part) === '' ? [] : [...gap, new TextRun(cleaned(saidFigure(part)))];
			const href = part.href === undefined ? null : safeAddress(part.href);
			return [...gap, ...(href === null ? line(part.children) : [new ExternalHyperlink({ link: href, children: [new TextRun({ text: cleaned(plainOf(part)), style: 'Hyperlink' })] })])];
		});

	/** The places that nothing has led to yet go to the next paragraph. */
	function paragraph(parts: readonly Part[], waiting: Place, options: Partial<IParagraphOptions> = {}): Paragraph {
		const anchors = waiting.anchors ?? [];
		const children = anchors.reduce<ParagraphChild[]>((inner, anchor) => [new Bookmark({ id: bookmarkOf(anchor), children: inner })], line(parts));
		const { list, depth = 0, newPage } = waiting;
		return new Paragraph({
			...options, children, ...(newPage && { pageBreakBefore: true }),
			...(list && (list.ordered ? { numbering: { reference: 'numbers', level: Math.min(3, depth), instance: list.instance } } : { bullet: { level: Math.min(3, depth) } })),
		});
	}

	function blocks(parts: readonly Part[], place: Place = {}): Block[] {
		let waiting: Place = place;
		const after = (): void => void (waiting = { depth: place.depth ?? 0 });
		const own = parts.filter((part) => !isNothing(part));
		const isTable = (part: Part | undefined): boolean => part !== undefined && isElement(part) && part.type === 'Table';
		return own.flatMap((part, index): Block[] => {
			// What leads to a table stays with it.
			const keep = isTable(own[index + 1]) ? { keepNext: true } : {};
			if (isElement(part) && part.type === 'Figure' && saidFigure(part) === '') {
				waiting = { ...waiting, anchors: [...(waiting.anchors ?? []), ...part.anchors] };
				return [];
			}
			const here = { ...waiting, anchors: [...(waiting.anchors ?? []), ...(isElement(part) ? part.anchors : [])] };
			after();
			if (!isElement(part)) return [paragraph([part], here, { ...styleOf(part), ...keep })];
			const level = /^H([1-6])$/.exec(part.type)?.[1];
			if (level) return [paragraph(part.children, here, { heading: headings[Math.min(4, Number(level) - 1)]!, keepNext: true })];
			if (part.type === 'L') return listBlocks(part, here);
			if (part.type === 'Table') return [table(part), new Paragraph({})];
			if (part.type === 'P' || part.type === 'Figure') return [paragraph(part.type === 'P' ? part.children : [part], here, { ...styleOf(part.children.find((child) => !isNothing(child))), ...keep })];
			const title = part.title ? [new Paragraph({ style: 'Quiet', children: [new TextRun(cleaned(whereOf(part)))] })] : [];
			return [...title, ...blocks(part.children, here)];
		});
	}

	function listBlocks(part: Element, place: Place): Block[] {
		const { ordered, items } = listOf(part);
		const instance = ++lists.count;
		const depth = place.list ? (place.depth ?? 0) + 1 : (place.depth ?? 0);
		const isPlain = !ordered && items.every(({ element }) => !element.children.some((child) => isElement(child) && child.type === 'Lbl'));
		return items.flatMap(({ element, label, body }, index): Block[] => {
			const anchors = [...(index === 0 ? (place.anchors ?? []) : []), ...element.anchors];
			if (isPlain) return blocks([...label, ...body], { anchors, depth });
			const [first, ...rest] = [...label, ...body];
			if (!first) return [];
			return [...blocks([first], { anchors, depth, list: { ordered, instance } }), ...blocks(rest, { depth: depth + 1 })];
		});
	}

	function table(part: Element): Table {
		const rows = part.children.filter(isElement).flatMap((group) => group.children.filter(isElement).map((row) => ({ row, isHead: group.type === 'THead' })));
		const edge = { style: BorderStyle.SINGLE, size: 4, color: 'DDE4E8' };
		const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
		const widths = columnWidths(rows.map(({ row }) => row.children.filter(isElement).map(plainOf)), room);
		return new Table({
			width: { size: room, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED,
			borders: { top: none, left: none, right: none, insideVertical: none, bottom: edge, insideHorizontal: edge },
			rows: rows.map(({ row, isHead }) => new TableRow({
				tableHeader: isHead, cantSplit: true,
				children: row.children.filter(isElement).map((cell, column) => new TableCell({
					width: { size: widths[column] ?? 0, type: WidthType.DXA }, verticalAlign: VerticalAlign.TOP, margins: { top: 60, bottom: 60, right: 120 }, ...(isHead && { borders: { bottom: { style: BorderStyle.SINGLE, size: 12, color: ink } } }),
					children: [new Paragraph({ style: isHead || cell.type === 'TH' ? 'TableHead' : 'TableText', children: isNothing({ ...cell, type: 'Div' }) && cell.alt ? [new TextRun(cleaned(cell.alt))] : line(cell.children) })],
				})),
			})),
		});
	}

	return { blocks };
}

/** Spaces at its ends hold a stretch of text apart from the next. */
const cleanedInline = (text: string): string => (/^[ \u00A0]/.exec(text)?.[0] ?? '') + cleaned(text) + (text.trim() === '' ? '' : (/[ \u00A0]$/.exec(text)?.[0] ?? ''));

const paragraphStyles: Readonly<Record<string, string>> = { quiet: 'Quiet', note: 'Quiet', small: 'Quiet', lead: 'Lead', headline: 'Headline', strong: 'Kicker', cardName: 'CardName', name: 'CardName', quarter: 'CardName' };

function styleOf(part: Part | undefined): { style?: string } {
	const style = part && !isElement(part) ? paragraphStyles[part.style] : undefined;
	return style ? { style } : {};
}
