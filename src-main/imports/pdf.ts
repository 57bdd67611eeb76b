/**
 * Reads the text of PDF documents, page by page. Lines become paragraphs where the space between them says so, and larger
 * type becomes headings only where it does so often and short enough to be trusted.
 */
import type { getDocumentProxy } from 'unpdf';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { createArticle, type ArticleWriter } from './officeArticle.ts';
import { UnreadableDocument } from './unreadable.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

export interface PdfLine {
	text: string;
	/** Points, as is the baseline's height above the page's foot. */
	size: number;
	y: number;
}

const maxPages = 1000;
/** Errors and nothing else: what the reader has to say goes to the facilitator, not to the terminal. */
const silent = 0;

/** @throws UnreadableDocument for documents that are broken, have a password, or are pictures of text. */
export async function readPdf(bytes: Uint8Array, file: string): Promise<ParsedDocument> {
	const { getDocumentProxy: open } = await import('unpdf');
	// The reader takes the bytes over, so it gets its own.
	const pdf = await open(new Uint8Array(bytes), { verbosity: silent, maxImageSize: 0, stopAtErrors: false }).catch(refuse);
	try {
		const pages: PdfLine[][] = [];
		for (let number = 1; number <= Math.min(pdf.numPages, maxPages); number++) pages.push(await linesOf(pdf, number));
		const article = createArticle();
		writePages(pages, article);
		if (article.isEmpty) {
			throw new UnreadableDocument('The PDF has no text: its pages are pictures, as a scanner makes them. Run text recognition over it, or import the text.');
		}
		if (pdf.numPages > maxPages) article.warn(null, `The PDF has ${pdf.numPages} pages; the first ${maxPages} are read. Split it to import the rest.`);
		return article.finish({ bytes, file, ...(await aboutOf(pdf)), encoding: 'PDF' });
	} catch (error) {
		return refuse(error);
	} finally {
		await pdf.destroy();
	}
}

function refuse(error: unknown): never {
	if (error instanceof UnreadableDocument) throw error;
	const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
	if (name === 'PasswordException') throw new UnreadableDocument('The PDF is protected by a password. Save it without one and import it again.');
	throw new UnreadableDocument(`The PDF is damaged and cannot be read (${message.replace(/\.$/, '')}). Save or print it as PDF again and import that.`);
}

async function linesOf(pdf: Pdf, number: number): Promise<PdfLine[]> {
	const page = await pdf.getPage(number);
	const { items } = await page.getTextContent();
	const lines: PdfLine[] = [];
	let line: PdfLine | null = null;
	for (const item of items) {
		if (!('str' in item)) continue;
		const [, , c, d, , y] = item.transform as number[];
		const size = Math.round(Math.hypot(c!, d!) * 10) / 10;
		if (item.str.trim() !== '') {
			line ??= { text: '', size, y: y! };
			line.size = Math.max(line.size, size);
		}
		if (line) line.text += item.str;
		if (!item.hasEOL || !line) continue;
		lines.push(line);
		line = null;
	}
	if (line) lines.push(line);
	page.cleanup();
	return lines.map((found) => ({ ...found, text: found.text.replace(/\s+/g, ' ').trim() })).filter(({ text }) => text !== '');
}

/** @param pages their lines from top to bottom. */
export function writePages(pages: readonly PdfLine[][], article: ArticleWriter): void {
	const levels = headingLevels(pages.flat());
	pages.forEach((lines, index) => {
		if (pages.length > 1 && lines.length > 0) article.mark(`Page ${index + 1}`, 1);
		for (const paragraph of paragraphsOf(lines, levels)) {
			const level = levels.get(paragraph.size);
			if (level !== undefined && isHeadingText(paragraph.text)) article.heading(paragraph.text, level);
			else {
				article.line(paragraph.text);
				article.line('');
			}
		}
	});
}

/**
 * The sizes that are headings, with their levels: clearly larger than most of the text, and little of it. Where more than a
 * fifth of the text is large, or nothing is, size says nothing.
 */
export function headingLevels(lines: readonly PdfLine[]): Map<number, number> {
	const letters = new Map<number, number>();
	for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
	const total = [...letters.values()].reduce((sum, count) => sum + count, 0);
	const [body = 0] = [...letters].sort((a, b) => b[1] - a[1])[0] ?? [];
	const large = [...letters].filter(([size]) => size >= body * 1.15);
	const share = large.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, total);
	if (share > 0.2 || lines.length < 5) return new Map();
	const sizes = large.map(([size]) => size).sort((a, b) => b - a).slice(0, 3);
	return new Map(sizes.map((size, index) => [size, index + 1]));
}

const isHeadingText = (text: string): boolean => text.length <= 160 && /\p{L}{2}/u.test(text) && !/[.;,:]$/.test(text);
const bullet = /^(?:[•‣▪◦●–—*-]\s|\d{1,3}[.)]\s)/;

/** Lines that follow close on each other in one size are a paragraph; a hyphen at a line's end is taken out before a small letter. */
function paragraphsOf(lines: readonly PdfLine[], levels: Map<number, number>): PdfLine[] {
	const gaps = lines.slice(1).map(({ y }, index) => lines[index]!.y - y).filter((gap) => gap > 0).sort((a, b) => a - b);
	const usual = gaps[Math.floor(gaps.length / 4)] ?? 0;
	const paragraphs: PdfLine[] = [];
	lines.forEach((line, index) => {
		const before = lines[index - 1];
		const paragraph = paragraphs.at(-1);
		const gap = before ? before.y - line.y : Infinity;
		const isHeading = levels.has(line.size) || (paragraph !== undefined && levels.has(paragraph.size));
		// Large type has large gaps of its own.
		const close = Math.max(usual * 1.3, isHeading ? line.size * 1.4 : 0);
		const follows = before !== undefined && gap > 0 && gap <= close && Math.abs(before.size - line.size) <= (isHeading ? 0.1 : 1) && !bullet.test(line.text);
		if (!follows || !paragraph) paragraphs.push({ ...line });
		else if (/\p{Ll}-$/u.test(paragraph.text) && /^\p{Ll}/u.test(line.text)) paragraph.text = paragraph.text.slice(0, -1) + line.text;
		else paragraph.text += ` ${line.text}`;
	});
	return paragraphs;
}

/** Titles that programs write by themselves are none. */
const programTitle = /^(?:microsoft word|untitled|document\d*|.*\.(?:docx?|indd|pptx?|odt|tex|qxp))\b|^$/i;

async function aboutOf(pdf: Pdf): Promise<{ title: string | null; author: string | null }> {
	const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
	const { Title, Author } = info as { Title?: unknown; Author?: unknown };
	const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' && value.length <= 400 ? value.trim() : null);
	const title = text(Title);
	return { title: title && !programTitle.test(title) ? title : null, author: text(Author) };
}
