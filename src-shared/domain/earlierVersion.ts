/** Recognises a document that is a newer version of one in the library: the same address, else the same file in the same folder. */
import type { ParsedDocument, Shape } from '../schemas/document.ts';
import { matchCards } from './cardMatch.ts';
import { aboutIn } from './evidence.ts';

/** A document in the library, as far as it is needed to recognise it. */
export interface VersionRow {
	id: string;
	url: string | null;
	file: string;
	title: string;
	shape: Shape;
	/** Another one stands in for it already. */
	isSuperseded: boolean;
}

export interface VersionIndex {
	byAddress: ReadonlyMap<string, VersionRow>;
	byFile: ReadonlyMap<string, VersionRow>;
}

export interface FoundEarlier {
	id: string;
	/** What both have in common could be chance: they are versions only where they resemble each other. */
	mustResemble: boolean;
}

type Named = Pick<ParsedDocument, 'hash' | 'url' | 'file' | 'title' | 'shape'>;

/** @param rows in the order of import: of two with the same address the later one counts. */
export function versionIndex(rows: Iterable<VersionRow>): VersionIndex {
	const byAddress = new Map<string, VersionRow>();
	const byFile = new Map<string, VersionRow>();
	for (const row of rows) {
		if (row.isSuperseded) continue;
		const address = addressOf(row.url);
		if (address !== null) byAddress.set(address, row);
		byFile.set(fileKey(row), row);
	}
	return { byAddress, byFile };
}

/** @param index of what was there before the import: of documents that come together none is newer. */
export function findEarlier(document: Named, index: VersionIndex): FoundEarlier | null {
	const address = addressOf(document.url);
	const same = address === null ? undefined : index.byAddress.get(address);
	// A page about an article names its address too.
	if (same && same.id !== document.hash) return { id: same.id, mustResemble: isSiteRoot(address!) || same.shape !== document.shape };
	const row = index.byFile.get(fileKey(document));
	if (!row || row.id === document.hash) return null;
	const otherAddress = address !== null && addressOf(row.url) !== null;
	return { id: row.id, mustResemble: otherAddress || !hasFolder(document.file) };
}

/** The sheets of one file are documents of their own. */
const fileKey = ({ file, title, shape }: Pick<VersionRow, 'file' | 'title' | 'shape'>): string =>
	shape === 'spreadsheet' ? `${slashed(file)}\n${title}` : slashed(file);

const slashed = (file: string): string => file.replaceAll('\\', '/').normalize('NFC');
const hasFolder = (file: string): boolean => slashed(file).includes('/');

/** Without what does not make it another page. */
export function addressOf(url: string | null): string | null {
	const trimmed = url?.trim() ?? '';
	if (trimmed === '') return null;
	const parts = /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)([^#]*)/i.exec(trimmed);
	if (!parts) return trimmed;
	const [, , host, rest] = parts;
	return `${host!.toLowerCase().replace(/^www\./, '')}${rest!.replace(/\/+$/, '').replace(/\/+\?/, '?')}`;
}

const isSiteRoot = (address: string): boolean => !/[/?]/.test(address);

type Words = Pick<ParsedDocument, 'cards' | 'text'>;

/** What two documents have to have in common to be versions of one. */
const resemblance = 1 / 3;

/** Whether they share a third of their cards, or of the words that say what they are about. */
export function resembles(earlier: Words, newer: Words): boolean {
	const most = Math.max(earlier.cards.length, newer.cards.length);
	if (most > 0 && matchCards(earlier.cards, newer.cards).size >= most * resemblance) return true;
	// The headings of a page's tables are words that all pages share.
	const wordsOf = ({ cards, text }: Words) => (earlier.cards.length > 0 && newer.cards.length > 0 ? cards.map(({ name, description }) => `${name}\n${description ?? ''}`).join('\n') : text);
	const [a, b] = [aboutIn(wordsOf(earlier)), aboutIn(wordsOf(newer))];
	let shared = 0;
	for (const word of a) if (b.has(word)) shared++;
	const all = a.size + b.size - shared;
	return all > 0 && shared >= all * resemblance;
}
