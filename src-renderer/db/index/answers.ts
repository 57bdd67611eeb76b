/** Everything that the worker can be asked, by name. */
import { bestSentence, cardWeights, formsOf, type Weights } from '../../../src-shared/domain/evidence.ts';
import { draw, warmUp } from '../../../src-shared/domain/draw.ts';
import { themesOf } from '../../../src-shared/domain/themes.ts';
import { kinds, type Kind } from '../../../src-shared/schemas/document.ts';
import type { Card } from '../../../src-shared/schemas/records.ts';
import type { Database } from '../database.ts';
import type { Keeper } from './keeper.ts';
import { facetsOf, find, findSources, linesOf, type Uses, usesIn } from './look.ts';
import {
	type CardEvidence, type DocumentEvidence, type EvidenceAnswer, type Facets, type LibraryAnswer, type LibraryQuery, type SourceAnswer, startQuery,
	type ThemeAnswer, type WorkshopUse,
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

	return {
		/** What the open workshop reads and uses: the scope and the part of a query depend on it. */
		use(now: WorkshopUse): void {
			use = now;
			known = null;
		},

		async look(query: LibraryQuery): Promise<LibraryAnswer> {
			const start = performance.now();
			const found = find(keeper.index, query, uses());
			const lines = linesOf(keeper.index, found, query.unfolded);
			const { inScope, matching, byKind, byPart, almost } = found;
			const took = performance.now() - start;
			const first = await cards(Array.from(lines.rows.subarray(0, drawnAtOnce)).filter((row) => row >= 0));
			const answer = { ...lines, inScope, matching, byKind, byPart, almost, listed: found.cards.length, first, took };
			if (isStart(query)) keeper.keepFirst(use.workshopId, query, { ...answer, rows: lines.rows.slice(0, drawnAtOnce), counts: lines.counts.slice(0, drawnAtOnce) });
			return answer;
		},

		sources: (query: LibraryQuery): SourceAnswer => findSources(keeper.index, query, uses()),
		sourceIds: (numbers: number[]): string[] => numbers.map((number) => keeper.index.sources[number]?.id ?? ''),
		facets: (query: LibraryQuery): Facets => facetsOf(keeper.index, query, uses()),
		cards,
		ids: (numbers: number[]): string[] => numbers.map((number) => keeper.index.cards.ids[number]!),

		/** All cards of a query, namesakes included, for what is done to all of them. */
		all: (query: LibraryQuery): Int32Array => Int32Array.from(find(keeper.index, query, uses()).cards),

		/** A warm-up's cards out of those that a query finds. */
		async draw(query: LibraryQuery): Promise<[number, Card][]> {
			const pools = Object.fromEntries(kinds.map((kind) => [kind, [] as number[]])) as Record<Kind, number[]>;
			for (const card of find(keeper.index, query, uses()).cards) pools[keeper.index.kindOf(card)].push(card);
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
		const near = best(scores, mostDocuments, (number) => !index.sources[number]!.isDead && index.sources[number]!.id !== card.sourceId);
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
		const near = best(scores, mostCards * 2, (number) => index.cards.dead[number] === 0 && index.cards.ids[number] !== card.id && (own === undefined || index.cards.source[number] !== own));
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
