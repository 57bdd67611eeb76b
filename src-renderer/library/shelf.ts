/** What the library shows: the cards of a scope that match, counted by kind and by place, and grouped by their source. */
import { kinds, type Kind } from '../../src-shared/schemas/document.ts';
import type { Card, Source, WorkshopCard } from '../../src-shared/schemas/records.ts';
import { cardSays, wordsOf } from './search.ts';

export type ShelfScope = 'workshop' | 'library';
export type ShelfPart = 'to place' | 'on canvas';

export interface Shelves {
	cards: readonly Card[];
	sources: { get(id: string): Source | undefined };
	/** The open workshop's uses, by card. */
	uses: ReadonlyMap<string, WorkshopCard>;
	/** The sources that the open workshop reads. */
	reads: ReadonlySet<string>;
}

export interface ShelfQuery {
	scope: ShelfScope;
	text: string;
	kind: Kind | null;
	part: ShelfPart;
}

export interface CardGroup {
	/** null: made by hand, from no source. */
	source: Source | null;
	cards: Card[];
}

export interface Shelf {
	/** All cards of the scope, whatever is searched. */
	inScope: number;
	/** Cards that match the text, by kind. */
	byKind: Record<Kind, number>;
	matching: number;
	/** Cards that match text and kind, by part. */
	byPart: Record<ShelfPart, number>;
	/** The cards to list. */
	groups: CardGroup[];
}

/** A workshop's cards are those of the sources that it reads, and those that it uses. */
export const belongs = (card: Card, { reads, uses }: Pick<Shelves, 'reads' | 'uses'>): boolean =>
	(card.sourceId !== null && reads.has(card.sourceId)) || uses.has(card.id);

export function lookUp(shelves: Shelves, query: ShelfQuery): Shelf {
	const words = wordsOf(query.text);
	const inScope = query.scope === 'library' ? shelves.cards : shelves.cards.filter((card) => belongs(card, shelves));
	const sourceOf = (card: Card) => (card.sourceId === null ? undefined : shelves.sources.get(card.sourceId));
	const matching = inScope.filter((card) => cardSays(card, sourceOf(card), words));
	const byKind = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
	for (const card of matching) byKind[card.kind]++;
	const ofKind = query.kind === null ? matching : matching.filter((card) => card.kind === query.kind);
	const onCanvas = ofKind.filter((card) => isPlaced(shelves.uses.get(card.id)));
	const placed = new Set(onCanvas);
	const listed = query.part === 'on canvas' ? onCanvas : ofKind.filter((card) => !placed.has(card));
	return {
		inScope: inScope.length,
		byKind,
		matching: matching.length,
		byPart: { 'to place': ofKind.length - onCanvas.length, 'on canvas': onCanvas.length },
		groups: grouped(listed, sourceOf),
	};
}

const isPlaced = (use: WorkshopCard | undefined): boolean => use !== undefined && use.placement !== null;

/** Sources in the order in which they came, cards in the order of the document; cards made by hand come first. */
export function grouped(cards: readonly Card[], sourceOf: (card: Card) => Source | undefined): CardGroup[] {
	const groups = new Map<string, CardGroup>();
	for (const card of cards) {
		const source = sourceOf(card) ?? null;
		const key = source?.id ?? '';
		const group = groups.get(key) ?? { source, cards: [] };
		group.cards.push(card);
		groups.set(key, group);
	}
	for (const group of groups.values()) group.cards.sort(byLine);
	return [...groups.values()].sort((a, b) => groupOrder(a).localeCompare(groupOrder(b)));
}

const byLine = (a: Card, b: Card): number => (a.line ?? Infinity) - (b.line ?? Infinity) || a.createdAt.localeCompare(b.createdAt);
const groupOrder = ({ source }: CardGroup): string => (source ? `${source.importedAt} ${source.file}` : '');

/** The first `limit` cards of the groups, so that a list of thousands is not drawn before anybody scrolls to it. */
export function firstCards(groups: readonly CardGroup[], limit: number): (CardGroup & { total: number })[] {
	const first: (CardGroup & { total: number })[] = [];
	let left = limit;
	for (const group of groups) {
		if (left <= 0) break;
		first.push({ ...group, cards: group.cards.slice(0, left), total: group.cards.length });
		left -= group.cards.length;
	}
	return first;
}
