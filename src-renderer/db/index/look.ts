/** Answers a query from the index: which cards match, how many of each sort, and the lines of the list. */
import { kinds } from '../../../src-shared/schemas/names.ts';
import type { Kind } from '../../../src-shared/schemas/document.ts';
import { termsOf } from '../../../src-shared/domain/words.ts';
import type { LibraryIndex } from './libraryIndex.ts';
import { type Facets, type Filters, type LibraryAnswer, type LibraryPart, type LibraryQuery, noSource, type SourceAnswer, type WorkshopUse } from './query.ts';

/** The open workshop's sources and cards by their numbers. */
export interface Uses {
	/** 1: the workshop reads the source. */
	reads: Uint8Array;
	/** 1: used; 2: on the canvas. */
	cards: Uint8Array;
	/** The cards to be seen in the library's order: those of the workshop, and all of them. */
	order: Uint32Array;
	library: Uint32Array;
	/** By line, 1: a card of it is on the canvas. Null while none is. */
	placed: Uint8Array | null;
}

export function usesIn(index: LibraryIndex, { reads: read, uses }: WorkshopUse): Uses {
	const cards = new Uint8Array(index.cards.ids.length);
	for (const [id, isPlaced] of uses) {
		const number = index.cardNumber(id);
		if (number !== undefined) cards[number] = isPlaced ? 2 : 1;
	}
	const reads = new Uint8Array(index.sources.length);
	for (const id of read) {
		const number = index.sourceNumber(id);
		if (number !== undefined) reads[number] = 1;
	}
	const { source } = index.cards;
	const isShown = shownIn(index, { cards });
	const library = index.superseded.includes(1) ? index.order.filter(isShown) : index.order;
	const order = library.filter((card) => cards[card]! > 0 || (source[card]! >= 0 && reads[source[card]!] === 1));
	return { reads, cards, order, library, placed: placedLines(index, order, cards) };
}

/** Whoever uses a card of a line has the thing that the line is about. */
function placedLines(index: LibraryIndex, order: Uint32Array, cards: Uint8Array): Uint8Array | null {
	const lineOf = index.lineReader();
	let placed: Uint8Array | null = null;
	for (const card of order) if (cards[card] === 2) (placed ??= new Uint8Array(index.names))[lineOf(card)] = 1;
	return placed;
}

/** A document with a newer version is seen no more, nor what is left of its cards but those that people made something of. */
export function shownIn(index: LibraryIndex, uses: Pick<Uses, 'cards'>): (card: number) => boolean {
	const { superseded } = index;
	const { source, own } = index.cards;
	return (card) => source[card]! < 0 || superseded[source[card]!] === 0 || own[card] === 1 || uses.cards[card]! > 0;
}

export interface Found {
	/** Cards to list, in the order of the list. */
	cards: number[];
	inScope: number;
	matching: number;
	byKind: Record<Kind, number>;
	byPart: Record<LibraryPart, number>;
	isRanked: boolean;
	almost: string | null;
}

export function find(index: LibraryIndex, query: LibraryQuery, uses: Uses): Found {
	const words = termsOf(query.text);
	const scores = words.length > 0 ? index.cardTerms.search(words) : null;
	const passes = filterOf(index, query);
	const { kind } = index.cards;
	const order = query.scope === 'workshop' ? uses.order : uses.library;
	const { placed } = uses;
	const lineOf = index.lineReader();
	const wanted = query.kind === null ? -1 : kinds.indexOf(query.kind);
	const byKind = kinds.map(() => 0);
	const byPart = { 'to place': 0, 'on canvas': 0 };
	const cards: number[] = [];
	for (const card of order) {
		if ((scores && scores[card] === 0) || !passes(card)) continue;
		byKind[kind[card]!]!++;
		if (wanted >= 0 && kind[card] !== wanted) continue;
		const part: LibraryPart = placed !== null && placed[lineOf(card)] === 1 ? 'on canvas' : 'to place';
		byPart[part]++;
		if (query.part === null || query.part === part) cards.push(card);
	}
	const matching = byKind.reduce((sum, count) => sum + count, 0);
	return {
		cards: scores ? ranked(cards, scores) : cards, inScope: order.length, matching, byPart, isRanked: scores !== null,
		byKind: Object.fromEntries(kinds.map((name, at) => [name, byKind[at]!])) as Record<Kind, number>,
		almost: matching === 0 ? correction(index, words) : null,
	};
}

const ranks = 8192;

/** Best first, else in the given order: by counting how many have each score, since half of a large library matches one letter. */
function ranked(cards: readonly number[], scores: Float32Array): number[] {
	let best = 0;
	for (const card of cards) best = Math.max(best, scores[card]!);
	const rankOf = (card: number) => Math.round((1 - scores[card]! / best) * (ranks - 1));
	const starts = new Uint32Array(ranks + 1);
	for (const card of cards) starts[rankOf(card) + 1]!++;
	for (let rank = 0; rank < ranks; rank++) starts[rank + 1]! += starts[rank]!;
	const sorted = new Array<number>(cards.length);
	for (const card of cards) sorted[starts[rankOf(card)]!++] = card;
	return sorted;
}

function correction(index: LibraryIndex, words: readonly string[]): string | null {
	const better = words.map((word) => (index.cardTerms.search([word]).some((score) => score > 0) ? word : index.cardTerms.almost(word)));
	return better.length > 0 && better.every((word) => word !== null) && better.join() !== words.join() ? better.join(' ') : null;
}

function filterOf(index: LibraryIndex, filters: Filters): (card: number) => boolean {
	const { score, source, tags } = index.cards;
	const least = (filters.score ?? 0) * 10;
	const ofSource = needsSource(filters) ? index.sources.map((row) => sourcePasses(row, filters)) : null;
	const wantedTags = filters.tags.length === 0 ? null : tagSets(index).map((set) => filters.tags.every((tag) => set.includes(tag)));
	if (!ofSource && least === 0 && !wantedTags) return () => true;
	return (card) => (least === 0 || score[card]! >= least) && (!ofSource || ofSource[source[card]!] === true) && (!wantedTags || wantedTags[tags[card]!] === true);
}

const needsSource = ({ themes, categories, sourceId, shape, from, to }: Filters): boolean =>
	themes.length > 0 || categories.length > 0 || sourceId !== null || shape !== null || from !== null || to !== null;

function sourcePasses(row: LibraryIndex['sources'][number], filters: Filters): boolean {
	if (filters.sourceId !== null && row.id !== filters.sourceId) return false;
	if (filters.shape !== null && row.shape !== filters.shape) return false;
	if (filters.categories.length > 0 && !filters.categories.includes(row.category ?? '')) return false;
	if (!filters.themes.every((theme) => row.themes.includes(theme))) return false;
	if (filters.from === null && filters.to === null) return true;
	// Dates are as exact as the document is, and so is what was asked for.
	const date = row.date?.slice(0, 10) ?? null;
	return date !== null && (filters.from === null || date >= filters.from.slice(0, date.length)) && (filters.to === null || date <= `${filters.to}~`);
}

const tagSets = (index: LibraryIndex): string[][] => Array.from({ length: index.tags.size }, (_, set) => JSON.parse(index.tags.textOf(set)) as string[]);

/** The lines: ranked ones without headings, else by source; cards of one kind and name, or that were joined, are one line. */
export function linesOf(index: LibraryIndex, found: Found, unfolded: readonly number[], uses: Uses): Pick<LibraryAnswer, 'rows' | 'counts' | 'sizes'> {
	const { source } = index.cards;
	const lineOf = index.lineReader();
	const groups = linesAmong(index, found.cards, uses);
	const open = new Set(unfolded.map(lineOf));
	// A heading for each card at most.
	const rows = new Int32Array(found.cards.length * 2);
	const counts = new Uint32Array(found.cards.length * 2);
	const sizes = new Uint32Array(found.cards.length * 2);
	let count = 0;
	let heading = -1;
	for (const card of found.cards) {
		const group = groups.get(lineOf(card));
		// What was searched for stands as high as the best of its line, a list by documents where its head stands.
		if (group && card !== (found.isRanked ? group.cards[0] : group.head)) continue;
		const head = group?.head ?? card;
		if (!found.isRanked && (heading < 0 || rows[heading] !== headingRow(source[head]!))) {
			heading = count;
			rows[count++] = headingRow(source[head]!);
		}
		if (heading >= 0) counts[heading]! += 1;
		rows[count] = head;
		counts[count] = group ? sourcesOf(index, group.cards) : 1;
		sizes[count++] = group?.cards.length ?? 1;
		if (group && open.size > 0 && open.has(lineOf(card))) for (const other of group.cards) if (other !== head) rows[count++] = other;
	}
	return { rows: rows.slice(0, count), counts: counts.slice(0, count), sizes: sizes.slice(0, count) };
}

const headingRow = (source: number): number => -1 - (source < 0 ? noSource : source);
const sourcesOf = (index: LibraryIndex, group: readonly number[]): number => new Set(group.map((card) => index.cards.source[card]!).filter((source) => source >= 0)).size;

interface CardLine {
	cards: number[];
	/** The card that the line is shown by. */
	head: number;
}

/** Lines of several of the cards, by the line's number; cards that are a line alone are in none. */
function linesAmong(index: LibraryIndex, cards: readonly number[], uses: Uses): { get(line: number): CardLine | undefined } {
	/** Its first card plus one, or minus the place of its group minus one; 0 for none. */
	const state = new Int32Array(index.names);
	const groups: CardLine[] = [];
	const lineOf = index.lineReader();
	for (const card of cards) {
		const line = lineOf(card);
		const known = state[line]!;
		if (known === 0) state[line] = card + 1;
		else if (known < 0) groups[-known - 1]!.cards.push(card);
		else state[line] = -groups.push({ cards: [known - 1, card], head: known - 1 });
	}
	const { targets } = index;
	for (const group of groups) group.head = headAmong(index, group.cards, uses, targets);
	return { get: (line) => (state[line]! < 0 ? groups[-state[line]! - 1] : undefined) };
}

/** The one whose name people chose, else the one that the workshop uses, else the first. */
function headAmong(index: LibraryIndex, cards: readonly number[], uses: Uses, targets: ReadonlySet<number>): number {
	const chosen = targets.size === 0 ? undefined : (cards.find((card) => targets.has(card) && !index.isJoined(card)) ?? cards.find((card) => targets.has(card)));
	return chosen ?? cards.find((card) => uses.cards[card]! > 0) ?? cards[0]!;
}

/** The lines that the cards stand for, each with all of its cards that are to be seen, wherever they are, its head first. */
export function linesWith(index: LibraryIndex, cards: Iterable<number>, uses: Uses): number[][] {
	const lineOf = index.lineReader();
	const lines = new Map<number, number[]>();
	for (const card of cards) lines.set(lineOf(card), []);
	for (const card of uses.library) lines.get(lineOf(card))?.push(card);
	const { targets } = index;
	return [...lines.values()].filter((line) => line.length > 0).map((line) => {
		const head = headAmong(index, line, uses, targets);
		return [head, ...line.filter((other) => other !== head)];
	});
}

/** Sources by what they and their texts say, and by what is asked of them. */
export function findSources(index: LibraryIndex, query: LibraryQuery, uses: Uses): SourceAnswer {
	const words = termsOf(query.text);
	const scores = words.length > 0 ? index.sourceTerms.search(words) : null;
	const cards = new Uint32Array(index.sources.length);
	const { source, dead } = index.cards;
	for (let card = 0; card < source.length; card++) if (dead[card] === 0 && source[card]! >= 0) cards[source[card]!]!++;
	const { superseded } = index;
	const inScope = index.sourcesInOrder().filter((number) => superseded[number] === 0 && (query.scope === 'library' || uses.reads[number] === 1));
	const matching = inScope.filter((number) => (!scores || scores[number]! > 0) && sourcePasses(index.sources[number]!, query));
	if (scores) matching.sort((a, b) => scores[b]! - scores[a]!);
	return { ids: matching.map((number) => index.sources[number]!.id), inScope: inScope.length, cards: matching.map((number) => cards[number]!) };
}

const mostChoices = 60;

/** What the filters can be set to in what is found. */
export function facetsOf(index: LibraryIndex, query: LibraryQuery, uses: Uses): Facets {
	const { source, score, tags } = index.cards;
	const perSource = new Map<number, number>();
	const perTags = new Map<number, number>();
	const scores = [0, 0, 0, 0, 0];
	for (const card of find(index, { ...query, part: query.part }, uses).cards) {
		if (source[card]! >= 0) perSource.set(source[card]!, (perSource.get(source[card]!) ?? 0) + 1);
		if (tags[card]! > 0) perTags.set(tags[card]!, (perTags.get(tags[card]!) ?? 0) + 1);
		for (let least = 1; least <= 5; least++) if (score[card]! >= least * 10) scores[least - 1]!++;
	}
	const themes = new Map<string, number>();
	const categories = new Map<string, number>();
	const shapes = new Map<LibraryIndex['sources'][number]['shape'], number>();
	const counted = new Map<string, number>();
	const dates: string[] = [];
	for (const [number, count] of perSource) {
		const row = index.sources[number]!;
		for (const theme of row.themes) add(themes, theme, count);
		if (row.category) add(categories, row.category, count);
		add(shapes, row.shape, count);
		if (row.date) dates.push(row.date.slice(0, 10));
	}
	for (const [set, count] of perTags) for (const tag of JSON.parse(index.tags.textOf(set)) as string[]) add(counted, tag, count);
	dates.sort();
	return {
		themes: top(themes), categories: top(categories), tags: top(counted), shapes: top(shapes), scores,
		dates: dates.length > 0 ? [dates[0]!, dates.at(-1)!] : null,
	};
}

function add<T>(counts: Map<T, number>, key: T, count: number): void {
	counts.set(key, (counts.get(key) ?? 0) + count);
}

const top = <T extends string>(counts: Map<T, number>): [T, number][] =>
	[...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, mostChoices);
