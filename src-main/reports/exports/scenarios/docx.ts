/** The scenarios as a Word document: real headings, lists and tables, links from every card to its entry, a cover of its own. */
import {
	AlignmentType, BorderStyle, Bookmark, Document, ExternalHyperlink, Footer, HeadingLevel, ImageRun, InternalHyperlink, LevelFormat, Packer, PageBreak, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType,
	type IParagraphOptions, type ParagraphChild,
} from 'docx';
import { createTheme, kindColours } from '../../theme.ts';
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
import { saidFigure, scenarioParts, standsAlone } from './parts.ts';

type Part = Element | Words;
type Block = Paragraph | Table;

const { styles } = createTheme({ pageSize: 'A4', largePrint: false });
const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;
const regions = { en: 'en-GB', fr: 'fr-FR', de: 'de-DE', es: 'es-ES' } as const;

export async function docxOf(outline: Outline, options: ExportOptions): Promise<Uint8Array> {
	const { view } = outline;
	const { language } = options;
	const common = commonWords[language];
	const parts = scenarioParts(outline, language);
	const write = createWriter(outline);
	const body = parts.sections.flatMap((section) => write.blocks(section.children, { anchors: section.anchors, newPage: section.section === 'scenarios' }));
	const list: Block[] = parts.cards.length === 0 ? [] : [
		new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: true, children: [new TextRun(cleaned(parts.cardsTitle))] }),
		...parts.cards.flatMap(({ entry }) => write.blocks(entry.children, { anchors: entry.anchors })),
	];
	const title = cleaned(view.title);
	const document = new Document({
		title, subject: cleaned(common.documents.report), creator: cleaned(view.workshop.report?.organisation ?? '') || common.author, lastModifiedBy: 'Longview', ...(view.question && { description: cleaned(view.question) }),
		styles: documentStyles(regions[language]),
		numbering: { config: [{ reference: 'numbers', levels: [0, 1, 2, 3].map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, alignment: AlignmentType.START, style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } } })) }] },
		sections: [{
			properties: { titlePage: true, page: { size: view.workshop.report?.pageSize === 'Letter' ? { width: 12240, height: 15840 } : { width: 11906, height: 16838 }, margin: { top: 1134, right: 1134, bottom: 1247, left: 1134 } } },
			footers: { first: new Footer({ children: [] }), default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.END, children: [new TextRun({ text: `${title}  `, color: ink2, size: 18 }), new TextRun({ children: [PageNumber.CURRENT], bold: true, size: 18 })] })] }) },
			children: [...coverOf(outline, options), ...body, ...list],
		}],
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
		new Paragraph({ children: [new PageBreak()] }),
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

function createWriter({ view, placeOf }: Outline) {
	let lists = 0;

	function runs(list: readonly Span[], base: number): ParagraphChild[] {
		return list.flatMap(({ text, weight, emphasis, to }, index): ParagraphChild[] => {
			const card = to?.startsWith('card:') ? view.byId.get(to.slice('card:'.length)) : undefined;
			const bold = weight !== undefined && weight > base && !(emphasis && weight < 700);
			const look = { bold, italics: emphasis === true, ...(card && { color: kindColours[card.kind].ink.slice(1), bold: true }) };
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
		return parts.filter((part) => !isNothing(part)).flatMap((part): Block[] => {
			if (isElement(part) && part.type === 'Figure' && saidFigure(part) === '') {
				waiting = { ...waiting, anchors: [...(waiting.anchors ?? []), ...part.anchors] };
				return [];
			}
			const own = { ...waiting, anchors: [...(waiting.anchors ?? []), ...(isElement(part) ? part.anchors : [])] };
			after();
			if (!isElement(part)) return [paragraph([part], own, styleOf(part))];
			const level = /^H([1-6])$/.exec(part.type)?.[1];
			if (level) return [paragraph(part.children, own, { heading: headings[Math.min(4, Number(level) - 1)]!, keepNext: true })];
			if (part.type === 'L') return listBlocks(part, own);
			if (part.type === 'Table') return [table(part), new Paragraph({})];
			if (part.type === 'P' || part.type === 'Figure') return [paragraph(part.type === 'P' ? part.children : [part], own, styleOf(part.children[0]))];
			const title = part.title ? [new Paragraph({ style: 'Quiet', children: [new TextRun(cleaned(whereOf(part)))] })] : [];
			return [...title, ...blocks(part.children, own)];
		});
	}

	function listBlocks(part: Element, place: Place): Block[] {
		const { ordered, items } = listOf(part);
		const instance = ++lists;
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
		return new Table({
			width: { size: 100, type: WidthType.PERCENTAGE },
			borders: { top: none, left: none, right: none, insideVertical: none, bottom: edge, insideHorizontal: edge },
			rows: rows.map(({ row, isHead }) => new TableRow({
				tableHeader: isHead, cantSplit: true,
				children: row.children.filter(isElement).map((cell) => new TableCell({
					verticalAlign: VerticalAlign.TOP, margins: { top: 60, bottom: 60, right: 120 }, ...(isHead && { borders: { bottom: { style: BorderStyle.SINGLE, size: 12, color: ink } } }),
					children: [new Paragraph({ style: isHead || cell.type === 'TH' ? 'TableHead' : 'TableText', children: isNothing({ ...cell, type: 'Div' }) && cell.alt ? [new TextRun(cleaned(cell.alt))] : line(cell.children) })],
				})),
			})),
		});
	}

	return { blocks };
}

/** Spaces at its ends hold a stretch of text apart from the next. */
const cleanedInline = (text: string): string => (text.startsWith(' ') ? ' ' : '') + cleaned(text) + (text.trim() !== '' && text.endsWith(' ') ? ' ' : '');

const paragraphStyles: Readonly<Record<string, string>> = { quiet: 'Quiet', note: 'Quiet', small: 'Quiet', lead: 'Lead', headline: 'Headline', strong: 'Kicker', cardName: 'CardName', name: 'CardName' };

function styleOf(part: Part | undefined): { style?: string } {
	const style = part && !isElement(part) ? paragraphStyles[part.style] : undefined;
	return style ? { style } : {};
}
