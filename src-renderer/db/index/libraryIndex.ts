/** The library as searching sees it: columns of numbers for every card and source, and the words of both. */
import { kinds } from '../../../src-shared/schemas/names.ts';
import type { Kind, Shape } from '../../../src-shared/schemas/document.ts';
import type { Card, Source, SourceText } from '../../../src-shared/schemas/records.ts';
import { lineKey, Unions } from '../../../src-shared/domain/cardLines.ts';
import { isMadeOwn } from '../../../src-shared/domain/versions.ts';
import { Names, type StoredNames } from './names.ts';
import { type StoredTerms, TermIndex } from './termIndex.ts';
import { Vocabulary } from './vocabulary.ts';

/** Everything that the index knows, as it is stored. */
export interface StoredIndex {
	/** The words one to a line. */
	terms: string;
	cardTerms: StoredTerms;
	sourceTerms: StoredTerms;
	cards: Omit<CardColumns, 'ids'> & { ids: string };
	sources: SourceRow[];
	names: StoredNames;
	tags: StoredNames;
	/** Cards that were joined to others, and to which. */
	joined: [card: number, to: string][];
}

/** One number a card in each; a card that left or was written anew has `dead` 1 and a later number for what it is now. */
interface CardColumns {
	ids: string[];
	kind: number[];
	/** Tenths; -1 for none. */
	score: number[];
	/** The source's number; -1 for none. */
	source: number[];
	line: number[];
	/** Cards that are one line by their kind and name share one. */
	name: number[];
	/** Which set of tags. */
	tags: number[];
	/** Milliseconds since 1970. */
	created: number[];
	/** 1 where people made something of the card: it stays in sight when its document has a newer version. */
	own: number[];
	dead: number[];
}

export interface SourceRow {
	id: string;
	title: string;
	file: string;
	importedAt: string;
	date: string | null;
	shape: Shape;
	category: string | null;
	themes: string[];
	url: string | null;
	/** The source that it stands in for. */
	earlier: string | null;
	isDead: boolean;
}

const emptyColumns = (): CardColumns => ({ ids: [], kind: [], score: [], source: [], line: [], name: [], tags: [], created: [], own: [], dead: [] });

export class LibraryIndex {
	cards: CardColumns = emptyColumns();
	sources: SourceRow[] = [];
	#vocabulary = new Vocabulary();
	cardTerms = new TermIndex(this.#vocabulary);
	sourceTerms = new TermIndex(this.#vocabulary);
	/** Sets of tags, as JSON; the first is the empty one. */
	tags = new Names();
	#names = new Names();
	#cardNumbers = new Map<string, number>();
	#sourceNumbers = new Map<string, number>();
	#joined = new Map<number, string>();
	#order: Uint32Array | null = null;
	#superseded: Uint8Array | null = null;
	#lines: Int32Array | null = null;
	#aliveCards = 0;

	constructor() {
		this.tags.numberOf('[]');
	}

	get size(): number {
		return this.#aliveCards;
	}
	get names(): number {
		return this.#names.size;
	}
	cardNumber = (id: string): number | undefined => this.#cardNumbers.get(id);
	sourceNumber = (id: string): number | undefined => this.#sourceNumbers.get(id);

	putSource(source: Source, text: SourceText | undefined): void {
		if (this.#sourceNumbers.has(source.id)) this.removeSources([source.id]);
		const { id, title, author, provider, file, summary, keywords, themes, topics, category } = source;
		const number = this.sourceTerms.add([
			[title, 6], [keywords.join('\n'), 4], [themes.join('\n'), 4], [topics.join('\n'), 4],
			[[author, provider, file, category].filter(Boolean).join('\n'), 2], [summary, 2], [text?.text ?? null, 1],
		]);
		this.sources[number] = {
			id, title, file, importedAt: source.importedAt, date: source.publishedAt, shape: source.shape, category,
			themes: [...new Set([...themes, ...keywords])], url: source.url, earlier: source.earlier ?? null, isDead: false,
		};
		this.#sourceNumbers.set(id, number);
		this.#stale();
	}

	/** Their imported cards leave with them, as they do in the library. */
	removeSources(ids: readonly string[]): void {
		const leaving = new Set(ids.flatMap((id) => this.#sourceNumbers.get(id) ?? []));
		if (leaving.size === 0) return;
		for (const number of leaving) {
			this.sources[number]!.isDead = true;
			this.#sourceNumbers.delete(this.sources[number]!.id);
		}
		const { cards } = this;
		for (let card = 0; card < cards.ids.length; card++) if (leaving.has(cards.source[card]!) && cards.dead[card] === 0) this.#bury(card);
		this.#stale();
	}

	putCard(card: Card): void {
		this.removeCard(card.id);
		const source = card.sourceId === null ? undefined : this.#sourceNumbers.get(card.sourceId);
		const number = this.cardTerms.add([
			[card.name, 6], [card.description, 2], [card.change, 1], [card.outlook, 1], [card.drivingForce, 1],
			[card.tags?.join('\n') ?? null, 4], [source === undefined ? null : this.sources[source]!.title, 1],
		]);
		const { cards } = this;
		cards.ids.push(card.id);
		cards.kind.push(kinds.indexOf(card.kind));
		cards.score.push(card.machineScore === null ? -1 : Math.round(card.machineScore * 10));
		cards.source.push(source ?? -1);
		cards.line.push(card.line ?? 0);
		cards.name.push(this.#names.numberOf(lineKey(card)));
		cards.tags.push(card.tags ? this.tags.numberOf(JSON.stringify(card.tags)) : 0);
		cards.created.push(Date.parse(card.createdAt));
		cards.own.push(Number(isMadeOwn(card)));
		cards.dead.push(0);
		if (card.sameAs !== undefined) this.#joined.set(number, card.sameAs);
		this.#cardNumbers.set(card.id, number);
		this.#aliveCards++;
		this.#stale();
	}

	removeCard(id: string): void {
		const number = this.#cardNumbers.get(id);
		if (number !== undefined) this.#bury(number);
	}

	#bury(card: number): void {
		this.cards.dead[card] = 1;
		this.#joined.delete(card);
		this.#cardNumbers.delete(this.cards.ids[card]!);
		this.#aliveCards--;
		this.#stale();
	}

	#stale(): void {
		this.#order = null;
		this.#superseded = null;
		this.#lines = null;
	}

	/** A source that is there stands in for another one than before, or for none. */
	standsInFor(id: string, earlier: string | null): void {
		const number = this.#sourceNumbers.get(id);
		if (number === undefined) return;
		this.sources[number]!.earlier = earlier;
		this.#stale();
	}

	/** By a source's number: 1 where another one stands in for it. */
	get superseded(): Uint8Array {
		if (this.#superseded) return this.#superseded;
		this.#superseded = new Uint8Array(this.sources.length);
		for (const { earlier, isDead } of this.sources) {
			const number = isDead || earlier === null ? undefined : this.#sourceNumbers.get(earlier);
			if (number !== undefined) this.#superseded[number] = 1;
		}
		return this.#superseded;
	}

	/** @returns the line that a card is in: a number that all of its cards share. Holds until the next change. */
	lineReader(): (card: number) => number {
		const { name } = this.cards;
		const lines = this.#linesByName();
		return lines === null ? (card) => name[card]! : (card) => lines[name[card]!]!;
	}

	/** By the number of a name; null while nobody has joined any. */
	#linesByName(): Int32Array | null {
		if (this.#joined.size === 0) return null;
		if (this.#lines) return this.#lines;
		const unions = new Unions<number>();
		const gone = new Map<string, number>();
		for (const [card, to] of this.#joined) {
			const target = this.#cardNumbers.get(to);
			if (target === undefined && !gone.has(to)) gone.set(to, -1 - gone.size);
			unions.join(this.cards.name[card]!, target === undefined ? gone.get(to)! : this.cards.name[target]!);
		}
		const lines = Int32Array.from({ length: this.#names.size }, (_, name) => unions.of(name));
		// A line that is named after a card that is gone takes the number of its first name.
		const firstOf = new Map<number, number>();
		lines.forEach((line, name) => line < 0 && !firstOf.has(line) && firstOf.set(line, name));
		return (this.#lines = lines.map((line) => firstOf.get(line) ?? line));
	}

	/** The cards that others were joined to, by number. */
	get targets(): Set<number> {
		return new Set([...this.#joined.values()].flatMap((id) => this.#cardNumbers.get(id) ?? []));
	}

	/** Whether a card was joined to another. */
	isJoined = (card: number): boolean => this.#joined.has(card);

	/** Living cards as the library lists them: made by hand first, then by source in the order of import, by line. */
	get order(): Uint32Array {
		return (this.#order ??= this.#ordered());
	}

	#ordered(): Uint32Array {
		const { source, line, created, dead } = this.cards;
		const bySource = this.sourcesInOrder();
		const rank = new Int32Array(this.sources.length);
		bySource.forEach((number, at) => (rank[number] = at + 1));
		const rankOf = (card: number) => (source[card]! < 0 ? 0 : rank[source[card]!]!);
		// By counting how many cards each source has: comparing a hundred thousand of them takes ten times as long.
		const ends = new Uint32Array(bySource.length + 1);
		for (let card = 0; card < dead.length; card++) if (dead[card] === 0) ends[rankOf(card)]!++;
		for (let at = 0, end = 0; at < ends.length; at++) {
			const start = end;
			end += ends[at]!;
			ends[at] = start;
		}
		const order = new Uint32Array(this.#aliveCards);
		for (let card = 0; card < dead.length; card++) if (dead[card] === 0) order[ends[rankOf(card)]!++] = card;
		const compare = (a: number, b: number) => (line[a] || Infinity) - (line[b] || Infinity) || created[a]! - created[b]! || a - b;
		// Most sources were read from their first line to their last.
		for (let at = 0, from = 0; at < ends.length; from = ends[at++]!) {
			const own = order.subarray(from, ends[at]);
			if (own.some((card, n) => n > 0 && compare(own[n - 1]!, card) > 0)) own.sort(compare);
		}
		return order;
	}

	sourcesInOrder(): number[] {
		const alive = [...this.sources.keys()].filter((number) => !this.sources[number]!.isDead);
		const key = ({ importedAt, file }: SourceRow) => `${importedAt} ${file}`;
		const keys = new Map(alive.map((number) => [number, key(this.sources[number]!)]));
		return alive.sort((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : 1));
	}

	kindOf = (card: number): Kind => kinds[this.cards.kind[card]!]!;

	/** How much of it is dead: once most is, it is worth reading the library anew. */
	get waste(): number {
		return this.cards.ids.length === 0 ? 0 : 1 - this.#aliveCards / this.cards.ids.length;
	}

	stored(): StoredIndex {
		return {
			terms: this.#vocabulary.terms.join('\n'), cardTerms: this.cardTerms.stored(), sourceTerms: this.sourceTerms.stored(),
			cards: { ...this.cards, ids: this.cards.ids.join('\n') }, sources: this.sources, names: this.#names.stored(), tags: this.tags.stored(), joined: [...this.#joined],
		};
	}

	static from(stored: StoredIndex): LibraryIndex {
		const index = new LibraryIndex();
		index.#vocabulary = Vocabulary.from(stored.terms === '' ? [] : stored.terms.split('\n'));
		index.cardTerms = TermIndex.from(index.#vocabulary, stored.cardTerms);
		index.sourceTerms = TermIndex.from(index.#vocabulary, stored.sourceTerms);
		index.cards = { ...stored.cards, ids: stored.cards.ids === '' ? [] : stored.cards.ids.split('\n') };
		index.sources = stored.sources;
		index.#names = Names.from(stored.names);
		index.tags = Names.from(stored.tags);
		index.#joined = new Map(stored.joined);
		index.cards.ids.forEach((id, card) => {
			if (index.cards.dead[card] === 0) index.#cardNumbers.set(id, card);
		});
		index.#aliveCards = index.#cardNumbers.size;
		index.sources.forEach(({ id, isDead }, number) => !isDead && index.#sourceNumbers.set(id, number));
		return index;
	}
}

