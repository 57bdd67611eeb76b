/** Reads Word documents: headings, paragraphs, lists, tables, notes and links, from the tree that mammoth makes of them. */
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { createArticle, type ArticleWriter } from './officeArticle.ts';
import { UnreadableDocument } from './unreadable.ts';
import { repackXml, type Archive } from './zip.ts';

/** What is used of mammoth's elements. */
interface Element {
	type: string;
	children?: Element[];
	value?: string;
	href?: string;
	styleId?: string | null;
	styleName?: string | null;
	numbering?: { level: string | number; isOrdered: boolean } | null;
	body?: Element[];
	notes?: { resolve(reference: Element): Element | null };
}

interface Place extends ArticleWriter {
	/** Notes are numbered as they are met and stand at the end. */
	notes: Element[];
}

/** @throws UnreadableDocument for documents that are broken or have no text. */
export async function readDocx(bytes: Uint8Array, file: string, archive: Archive): Promise<ParsedDocument> {
	const { default: mammoth } = await import('mammoth');
	let root: Element | null = null;
	const packed = repackXml(archive);
	try {
		await mammoth.convertToHtml(
			{ buffer: packed },
			{
				externalFileAccess: false,
				includeEmbeddedStyleMap: false,
				transformDocument(element: Element) {
					root = element;
					// The tree is all that is wanted; nothing is left to turn into HTML.
					return { ...element, children: [] };
				},
			},
		);
	} catch (error) {
		throw new UnreadableDocument(`The Word document cannot be read (${error instanceof Error ? error.message : String(error)}). Save it again in Word and import it.`);
	}
	const article = createArticle();
	if (root) write(root, article);
	if (article.isEmpty) throw new UnreadableDocument('The Word document has no text. Pictures in it are not read.');
	const properties = archive.read('docProps/core.xml')?.toString('utf8') ?? '';
	return article.finish({ bytes, file, title: titleIn(root) ?? property(properties, 'dc:title'), author: property(properties, 'dc:creator'), encoding: 'UTF-8' });
}

function write(root: Element, article: ArticleWriter): void {
	const place: Place = { ...article, notes: [] };
	for (const block of root.children ?? []) writeBlock(block, place);
	place.notes.forEach((reference, index) => {
		const note = root.notes?.resolve(reference);
		const text = (note?.body ?? []).map((block) => textOf(block, place)).join(' ');
		if (text.trim() !== '') article.line(`[${index + 1}] ${text}`);
	});
}

function writeBlock(block: Element, place: Place): void {
	if (block.type === 'paragraph') writeParagraph(block, place);
	else if (block.type === 'table') {
		for (const row of block.children ?? []) writeRow(row, place);
		place.line('');
	} else for (const child of block.children ?? []) writeBlock(child, place);
}

function writeParagraph(paragraph: Element, place: Place): void {
	const level = headingLevel(paragraph);
	// A heading's links stand below the blank line that parts it from what comes before.
	if (level > 0) {
		place.line('');
		return place.heading(textOf(paragraph, place), level);
	}
	const text = textOf(paragraph, place);
	if (paragraph.numbering) return place.line(text.trim() === '' ? '' : `- ${text}`);
	place.line(text);
	place.line('');
}

function writeRow(row: Element, place: Place): void {
	const cells = (row.children ?? []).map((cell) => (cell.children ?? []).map((block) => textOf(block, place)).join(' '));
	if (cells.some((cell) => cell.trim() !== '')) place.line(`| ${cells.join(' | ')} |`);
}

/** Word's own names of styles are English in every language. */
function headingLevel({ styleName, styleId }: Element): number {
	const name = `${styleName ?? ''} ${styleId ?? ''}`.toLowerCase();
	if (/^(?:sub)?title\b/.test(name)) return name.startsWith('sub') ? 2 : 1;
	return Number(/\bheading ?([1-6])\b/.exec(name)?.[1] ?? 0);
}

function textOf(element: Element, place: Place): string {
	if (element.type === 'text') return element.value ?? '';
	if (element.type === 'tab' || element.type === 'break') return ' ';
	if (element.type === 'noteReference') return `[${place.notes.push(element)}]`;
	const text = (element.children ?? []).map((child) => textOf(child, place)).join(element.type === 'tableRow' ? ' ' : '');
	if (element.type === 'hyperlink' && element.href) place.link(text, element.href);
	return text;
}

function titleIn(root: Element | null): string | null {
	const titled = root?.children?.find(({ styleName }) => styleName?.toLowerCase() === 'title');
	const text = titled ? textOf(titled, { ...createArticle(), notes: [] }).replace(/\s+/g, ' ').trim() : '';
	return text || null;
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function property(xml: string, name: string): string | null {
	const found = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]{1,400})</${name}>`).exec(xml)?.[1];
	return found?.replace(/&(lt|gt|amp|quot|apos);/g, (_, entity: string) => entities[entity]!).trim() || null;
}
