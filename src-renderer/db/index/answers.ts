/** Everything that the worker can be asked, by name. */
import { bestSentence, cardWeights, formsOf, type Weights } from '../../../src-shared/domain/evidence.ts';
import { draw, warmUp } from '../../../src-shared/domain/draw.ts';
import { themesOf } from '../../../src-shared/domain/themes.ts';
import { kinds } from '../../../src-shared/schemas/names.ts';
import type { Kind } from '../../../src-shared/schemas/document.ts';
import type { Card } from '../../../src-shared/schemas/records.ts';
import type { Database } from '../database.ts';
import type { Keeper } from './keeper.ts';
import { facetsOf, find, findSources, linesOf, linesWith, shownIn, type Uses, usesIn } from './look.ts';
import {
	type CardEvidence, type DocumentEvidence, type EvidenceAnswer, type Facets, type LibraryAnswer, type LibraryQuery, type LineAnswer, type SourceAnswer,
	startQuery, type ThemeAnswer, type WorkshopUse,
} from './query.ts';

const drawnAtOnce = 40;
const mostDocuments = 12;
const mostCards = 8;
const mostThemed = 4000;

export function createAnswers(database: Database, keeper: Keeper) {
	let use: WorkshopUse = { workshopId: null, reads: [], uses: [] };
	let known: { version: number; uses: Uses } | null = null;

	/** Numbers may be other ones after each change to the library. */
	function uses(): Uses {
		const { version } = keeper.state;
		if (known?.version !== version) known = { version, uses: usesIn(keeper.index, use) };
		return known.uses;
	}

	const isStart = (query: LibraryQuery) => JSON.stringify(query) === JSON.stringify(startQuery(use.workshopId));

	async function cards(numbers: readonly number[]): Promise<[number, Card][]> {
		const found = await database.cards.bulkGet(numbers.map((number) => keeper.index.cards.ids[number]!));
		return numbers.flatMap((number, at) => (found[at] ? [[number, found[at]] as [number, Card]] : []));
	}

	function heads(query: LibraryQuery): Int32Array {
		const { rows } = linesOf(keeper.index, find(keeper.index, query, uses()), query.unfolded, uses());
		return rows.filter((row) => row >= 0);
	}

	return {
		/** What the open workshop reads and uses: the scope and the part of a query depend on it. */
		use(now: WorkshopUse): void {
			use = now;
			known = null;
		},

		async look(query: LibraryQuery): Promise<LibraryAnswer> {
			const start = performance.now();
			const found = find(keeper.index, query, uses());
			const lines = linesOf(keeper.index, found, query.unfolded, uses());
			const { inScope, matching, byKind, byPart, almost } = found;
			const took = performance.now() - start;
			const first = await cards(Array.from(lines.rows.subarray(0, drawnAtOnce)).filter((row) => row >= 0));
			const answer = { ...lines, inScope, matching, byKind, byPart, almost, listed: found.cards.length, first, took };
			if (isStart(query)) keeper.keepFirst(use.workshopId, query, { ...answer, rows: lines.rows.slice(0, drawnAtOnce), counts: lines.counts.slice(0, drawnAtOnce), sizes: lines.sizes.slice(0, drawnAtOnce) });
			return answer;
		},

		sources: (query: LibraryQuery): SourceAnswer => findSources(keeper.index, query, uses()),
		sourceIds: (numbers: number[]): string[] => numbers.map((number) => keeper.index.sources[number]?.id ?? ''),
		facets: (query: LibraryQuery): Facets => facetsOf(keeper.index, query, uses()),
		cards,
		ids: (numbers: number[]): string[] => numbers.map((number) => keeper.index.cards.ids[number]!),

		/** The cards that the list of a query shows: of each line its head. */
		all: (query: LibraryQuery): Int32Array => heads(query),

		/** @returns null for a card that the library does not have. */
		async line(cardId: string): Promise<LineAnswer | null> {
			const card = keeper.index.cardNumber(cardId);
			if (card === undefined) return null;
			const found = await cards(linesWith(keeper.index, [card], uses())[0] ?? []);
			return found.length === 0 ? null : { headId: found[0]![1].id, cards: found.map(([, each]) => each) };
		},

		/** Ids of all cards of the lines that the cards stand for, line by line, each with its head first. */
		lines(numbers: number[]): string[][] {
			return linesWith(keeper.index, numbers, uses()).map((line) => line.map((card) => keeper.index.cards.ids[card]!));
		},

		/** A warm-up's cards out of those that a query finds. */
		async draw(query: LibraryQuery): Promise<[number, Card][]> {
			const pools = Object.fromEntries(kinds.map((kind) => [kind, [] as number[]])) as Record<Kind, number[]>;
			for (const card of heads({ ...query, unfolded: [] })) pools[keeper.index.kindOf(card)].push(card);
			return cards(draw(pools, warmUp, Math.random));
		},

		async themes(numbers: number[]): Promise<ThemeAnswer[]> {
			const chosen = await cards(numbers.slice(0, mostThemed));
			const texts = chosen.map(([, card]) => [card.name, card.description, card.change].filter(Boolean).join('\n'));
			const rarityOf = (term: string) => keeper.index.cardTerms.rarityOf(term);
			return themesOf(texts, { rarityOf }).map(({ terms, members }) => ({ terms, cards: members.map((at) => chosen[at]![0]) }));
		},

		async evidence(cardId: string): Promise<EvidenceAnswer> {
			const card = await database.cards.get(cardId);
			if (!card) return { documents: [], cards: [] };
			const [documents, others] = await Promise.all([documentEvidence(card), cardEvidence(card)]);
			return { documents, cards: others };
		},
	};

	async function documentEvidence(card: Card): Promise<DocumentEvidence[]> {
		const { index } = keeper;
		const weights = cardWeights(card, (term) => index.sourceTerms.rarityOf(term));
		const scores = index.sourceTerms.resemble(inAllForms(weights));
		const { superseded } = index;
		const own = index.cardNumber(card.id);
		// Sources that have the very card are told of by its line.
		const named = new Set(own === undefined ? [] : linesWith(index, [own], uses()).flat().map((each) => index.cards.source[each]!));
		const counts = (number: number) => !index.sources[number]!.isDead && superseded[number] === 0 && !named.has(number) && index.sources[number]!.id !== card.sourceId;
		const near = best(scores, mostDocuments, counts);
		const texts = await database.texts.bulkGet(near.map((number) => index.sources[number]!.id));
		const found = texts.flatMap((text) => {
			const evidence = text && bestSentence(text.text, weights);
			return evidence ? [{ ...evidence, sourceId: text.id }] : [];
		});
		return found.sort((a, b) => b.share - a.share).map(({ sourceId, line, text, terms }) => ({ sourceId, line, text, terms }));
	}

	async function cardEvidence(card: Card): Promise<CardEvidence[]> {
		const { index } = keeper;
		const weights = cardWeights(card, (term) => index.cardTerms.rarityOf(term));
		const scores = index.cardTerms.resemble(inAllForms(weights));
		const own = card.sourceId === null ? undefined : index.sourceNumber(card.sourceId);
		const number = index.cardNumber(card.id);
		const lineOf = index.lineReader();
		const line = number === undefined ? null : lineOf(number);
		const isShown = shownIn(index, uses());
		// Cards of its own line are the same thing, not more evidence of it.
		const counts = (other: number) => index.cards.dead[other] === 0 && lineOf(other) !== line && isShown(other) && (own === undefined || index.cards.source[other] !== own);
		const near = best(scores, mostCards * 2, counts);
		const found = (await cards(near)).flatMap(([, other]) => {
			const text = [other.name, other.description, other.change, other.outlook, other.drivingForce].filter(Boolean).join('\n');
			const evidence = bestSentence(text, weights);
			return evidence ? [{ card: other, text: evidence.text, terms: evidence.terms, share: evidence.share }] : [];
		});
		return found.sort((a, b) => b.share - a.share).slice(0, mostCards).map(({ card: other, text, terms }) => ({ card: other, text, terms }));
	}
}

export type Answers = ReturnType<typeof createAnswers>;

const inAllForms = (weights: Weights): Map<string, number> =>
	new Map([...weights].flatMap(([term, weight]) => formsOf(term).map((form) => [form, weight] as const)));

/** The numbers with the highest scores above 0, best first. */
function best(scores: Float32Array, count: number, counts: (number: number) => boolean): number[] {
	const top: number[] = [];
	for (let number = 0; number < scores.length; number++) {
		const score = scores[number]!;
		if (score <= 0 || (top.length === count && score <= scores[top.at(-1)!]!) || !counts(number)) continue;
		let at = top.length;
		while (at > 0 && scores[top[at - 1]!]! < score) at--;
		top.splice(at, 0, number);
		if (top.length > count) top.pop();
	}
	return top;
}
