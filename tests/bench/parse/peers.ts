/** The same extraction with general parsers, each as short as its own tokens allow, and the floor under all of them. */
import { load } from 'js-yaml';
import MarkdownIt, { type Token as ItToken } from 'markdown-it';
import type { Token, Tokens } from 'marked';
import { readDocument } from '../../../src-main/imports/readDocument.ts';
import { extract, frontMatter, type ExtractedItem, type ExtractedPage } from './extract.ts';

export type Kind = 'pages' | 'items';
export interface Peer {
	name: string;
	kind: Kind;
	/** Given a file's bytes; what it returns is held against the truth where it `extracts`. */
	read(bytes: Buffer): unknown;
	extracts: boolean;
}

const emptyPage = (): ExtractedPage => ({ title: '', issue: '', link: '', keywords: [], themes: [], category: '', type: '', summary: '', tables: {} });

/** Sorts the items of a list into the field that its section is for. */
function addList(page: ExtractedPage, section: string, items: string[]): void {
	if (section === 'Keywords') page.keywords = items;
	else if (section === 'Themes') page.themes = items;
	else if (section === 'Other') {
		for (const [key, value = ''] of items.map((item) => item.split(': '))) {
			if (key === 'Category') page.category = value;
			else if (key === 'Type') page.type = value;
		}
	}
}

async function createMarked(): Promise<Peer['read']> {
	const { marked } = await import('marked');
	const text = (tokens: Token[] = []): string => tokens.map((token) => ('tokens' in token && token.tokens ? text(token.tokens) : 'text' in token ? String(token.text) : '')).join('');
	const linkIn = (tokens: Token[] = []): Tokens.Link | undefined => {
		for (const token of tokens) {
			if (token.type === 'link') return token as Tokens.Link;
			const inside = 'tokens' in token ? linkIn(token.tokens) : undefined;
			if (inside) return inside;
		}
		return undefined;
	};
	return (bytes) => {
		const page = emptyPage();
		let section = '';
		for (const token of marked.lexer(bytes.toString('utf8')) as Tokens.Generic[]) {
			if (token.type === 'heading' && token.depth === 1) {
				page.title = text(token.tokens!.slice(0, 1));
				page.issue = linkIn(token.tokens)?.text ?? '';
			} else if (token.type === 'heading') section = text(token.tokens);
			else if (token.type === 'paragraph' && section === '') page.link = linkIn(token.tokens)?.href ?? '';
			else if (token.type === 'paragraph' && section === 'Summary') page.summary = text(token.tokens);
			else if (token.type === 'list') addList(page, section, (token as Tokens.List).items.map((item) => text(item.tokens)));
			else if (token.type === 'table') {
				const { header, rows } = token as Tokens.Table;
				page.tables[section] = { columns: header.map((cell) => text(cell.tokens)), rows: rows.map((row) => row.map((cell) => text(cell.tokens))) };
			}
		}
		return page;
	};
}

function createMarkdownIt(): Peer['read'] {
	const markdown = new MarkdownIt({ html: true });
	const text = (tokens: ItToken[]): string => tokens.map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : '')).join('');
	return (bytes) => {
		const page = emptyPage();
		let section = '';
		let items: string[] | null = null;
		let row: string[] | null = null;
		const tokens = markdown.parse(bytes.toString('utf8'), {});
		tokens.forEach((token, at) => {
			const children = token.children ?? [];
			if (token.type === 'bullet_list_open') items = [];
			else if (token.type === 'bullet_list_close') {
				addList(page, section, items ?? []);
				items = null;
			} else if (token.type === 'table_open') page.tables[section] = { columns: [], rows: [] };
			else if (token.type === 'tr_open') row = [];
			else if (token.type === 'tr_close') {
				const table = page.tables[section]!;
				if (tokens[at - 1]!.type === 'th_close') table.columns = row!;
				else table.rows.push(row!);
				row = null;
			} else if (token.type !== 'inline') return;
			else if (row) row.push(text(children));
			else if (items) items.push(text(children));
			else if (tokens[at - 1]!.tag === 'h1') {
				const link = children.findIndex(({ type }) => type === 'link_open');
				page.title = text(children.slice(0, children.findIndex(({ type }) => type === 'strong_close')));
				page.issue = children[link + 1]?.content ?? '';
			} else if (tokens[at - 1]!.type === 'heading_open') section = text(children);
			else if (section === '') page.link = String(children.find(({ type }) => type === 'link_open')?.attrGet('href') ?? '');
			else if (section === 'Summary') page.summary = text(children);
		});
		return page;
	};
}

interface RawItem {
	title: string;
	excerpt: string;
	publishedDateTime: Date | string;
	webUrl: string;
	quality: number;
	topics: string[];
	provider: { name: string };
	related: { title: string }[];
}

function readWithJsYaml(bytes: Buffer): ExtractedItem {
	const [, source = ''] = /^---\n(.*?)\n---\n/s.exec(bytes.toString('utf8')) ?? [];
	const { title, excerpt, publishedDateTime, webUrl, quality, topics, provider, related } = load(source) as RawItem;
	const published = new Date(publishedDateTime).toISOString().replace('.000Z', 'Z');
	return { title, excerpt, published, url: webUrl, quality, topics, provider: provider.name, related: related.map((item) => item.title) };
}

const splitLines = (bytes: Buffer): number => bytes.toString('utf8').split('\n').length;

const readers: Record<Kind, Record<string, () => Peer['read'] | Promise<Peer['read']>>> = {
	pages: {
		floor: () => splitLines,
		'our reader': () => (bytes) => extract(bytes.toString('utf8')),
		'our import': () => (bytes) => readDocument(bytes, 'page.md'),
		marked: createMarked,
		'markdown-it': createMarkdownIt,
	},
	items: {
		floor: () => splitLines,
		'our reader': () => (bytes) => frontMatter(bytes.toString('utf8')),
		'our import': () => (bytes) => readDocument(bytes, 'item.txt'),
		'js-yaml': () => readWithJsYaml,
	},
};

export const peerNames = (kind: Kind): string[] => Object.keys(readers[kind]);

export async function createPeer(kind: Kind, name: string): Promise<Peer> {
	return { name, kind, read: await readers[kind][name]!(), extracts: name !== 'floor' && name !== 'our import' };
}
