/** What can be asked of the library's index, and what it answers. Crosses the border to the worker, so plain data only. */
import type { Kind, Shape } from '../../../src-shared/schemas/document.ts';
import type { Card } from '../../../src-shared/schemas/records.ts';

export type LibraryScope = 'workshop' | 'library';
export type LibraryPart = 'to place' | 'on canvas';

/** null or empty: not asked for. Dates are ISO, as exact as they are; a source without a date is outside every range. */
export interface Filters {
	themes: readonly string[];
	categories: readonly string[];
	sourceId: string | null;
	shape: Shape | null;
	from: string | null;
	to: string | null;
	/** The least machine score, 1 to 5. */
	score: number | null;
	tags: readonly string[];
}

export const noFilters: Filters = { themes: [], categories: [], sourceId: null, shape: null, from: null, to: null, score: null, tags: [] };

export interface LibraryQuery extends Filters {
	scope: LibraryScope;
	text: string;
	kind: Kind | null;
	part: LibraryPart | null;
	/** Cards whose namesakes are listed under them. */
	unfolded: readonly number[];
}

/** What the list shows before anybody asks: what the workshop has to place, or the library where none is open. */
export const startQuery = (workshopId: string | null): LibraryQuery => ({
	...noFilters, text: '', kind: null, unfolded: [], ...(workshopId === null ? { scope: 'library', part: null } : { scope: 'workshop', part: 'to place' }),
});

/** What the open workshop has to do with the library. */
export interface WorkshopUse {
	workshopId: string | null;
	/** Sources that it reads. */
	reads: readonly string[];
	/** Cards that it uses, and whether they are on its canvas. */
	uses: readonly (readonly [cardId: string, isPlaced: boolean])[];
}

/** A line of the list: a card by its number, or a source's heading as -1 - its number; -1 - noSource for none. */
export const noSource = 0x3fffffff;

export interface LibraryAnswer {
	/** The lines of the list. */
	rows: Int32Array;
	/** Per line: for a heading its lines; for a card the distinct sources that have it, 1 for a line of its own, 0 for one under its head. */
	counts: Uint32Array;
	/** Per line: how many cards are in it; 0 for a heading and for one under its head. */
	sizes: Uint32Array;
	/** All cards of the scope, whatever is searched. */
	inScope: number;
	/** Cards that match, of every kind. */
	matching: number;
	byKind: Record<Kind, number>;
	/** Cards that match and are of the kind, by part. */
	byPart: Record<LibraryPart, number>;
	/** Cards in the list, namesakes counted. */
	listed: number;
	/** The first cards, so that they are drawn at once. */
	first: [number, Card][];
	/** Words that nobody wrote but that stand close to what was typed, where nothing was found. */
	almost: string | null;
	/** Milliseconds that the search took in the worker. */
	took: number;
}

export interface SourceAnswer {
	/** In the order of import, or the best first where words were typed. */
	ids: string[];
	inScope: number;
	/** Cards that each of them has now. */
	cards: number[];
}

/** What a filter can be set to, the most frequent first, with how many cards it leaves. */
export interface Facets {
	themes: [string, number][];
	categories: [string, number][];
	tags: [string, number][];
	shapes: [Shape, number][];
	/** First and last date. */
	dates: [string, string] | null;
	/** Cards with at least this machine score, from 1 to 5. */
	scores: number[];
}

export interface DocumentEvidence {
	sourceId: string;
	line: number;
	text: string;
	terms: string[];
}

export interface CardEvidence {
	card: Card;
	text: string;
	terms: string[];
}

export interface EvidenceAnswer {
	documents: DocumentEvidence[];
	cards: CardEvidence[];
}

/** The line that a card is in: what else in the library is the same thing. */
export interface LineAnswer {
	headId: string;
	/** All cards of the line, the head first. */
	cards: Card[];
}

export interface ThemeAnswer {
	terms: string[];
	cards: number[];
}

export interface IndexState {
	/** Grows with every change to what can be found. */
	version: number;
	ready: boolean;
	cards: number;
	sources: number;
	/** While the library is being read: how many cards are in already, and of how many. */
	reading: { done: number; total: number } | null;
}
