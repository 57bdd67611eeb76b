/** What the library's list shows and what is chosen in it: asks the index, keeps the cards in sight, and remembers numbers. */
import { untrack } from 'svelte';
import type { Card } from '../../src-shared/schemas/records.ts';
import { termsOf } from '../../src-shared/domain/words.ts';
import type { App } from '../context.ts';
import { type LibraryAnswer, type LibraryQuery, noSource, startQuery } from '../db/index/query.ts';

const mostKept = 800;
/** Milliseconds between two looks because the workshop reads more. */
const seldom = 1500;

/** A line of the list. */
export type Line = { kind: 'heading'; sourceNumber: number | null; count: number } | { kind: 'card'; number: number; sources: number; cards: number; isNamesake: boolean; isOpen: boolean };

export class Shelf {
	query = $state.raw<LibraryQuery>(startQuery(''));
	answer = $state.raw<LibraryAnswer | null>(null);
	/** Numbers of the cards that are chosen for what is done to many. */
	chosen = $state.raw<ReadonlySet<number>>(new Set());
	/** The cards of a random draw, which stand in place of the list until they are put back. */
	drawn = $state.raw<[number, Card][] | null>(null);
	readonly terms = $derived(termsOf(this.query.text));
	#app: App;
	#cards = new Map<number, Card>();
	#sources = new Map<number, string>();
	/** Cards to be asked for with the next question, and those of questions that are on their way. */
	#wanted = new Set<number>();
	#asked = new Set<number>();
	#arrived = $state(0);
	#anchor: number | null = null;
	#lookedAt = -Infinity;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#round = 0;

	/** To be made where a component starts. */
	constructor(app: App) {
		this.#app = app;
		if (app.search.first) this.#show(app.search.first);
		$effect(() => {
			void this.asked;
			// What was just placed leaves the list before the hand is back.
			void app.records.workshopCards.all;
			untrack(() => this.#look());
		});
		$effect(() => {
			// The index says seldom enough that it has grown, and at once when it has done so.
			void app.search.state.version;
			untrack(() => this.#look());
		});
		$effect(() => {
			void app.records.workshopSources.all;
			untrack(() => this.#lookSoon());
		});
		$effect(() => () => clearTimeout(this.#timer));
	}

	#look(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#lookedAt = performance.now();
		const round = ++this.#round;
		void this.#app.search.look(this.asked).then((answer) => round === this.#round && this.#show(answer));
	}

	/** While an archive comes in, looking again at each of its pages would hold the pages up; the index tells when it has grown. */
	#lookSoon(): void {
		const wait = this.#lookedAt + (this.#app.search.taking > 0 ? 2 * seldom : seldom) - performance.now();
		if (wait <= 0) this.#look();
		else this.#timer ??= setTimeout(() => this.#look(), wait);
	}

	/** With no workshop open there is only the library. */
	get asked(): LibraryQuery {
		return this.#app.records.workshop ? this.query : { ...this.query, scope: 'library', part: null };
	}

	#show(answer: LibraryAnswer): void {
		const { search } = this.#app;
		if (search.first !== null && search.first !== answer) {
			// Its numbers were those of the last start.
			search.first = null;
			this.#cards.clear();
			this.#sources.clear();
			this.chosen = new Set();
		}
		for (const [number, card] of answer.first) this.#keep(number, card);
		this.answer = answer;
	}

	ask(change: Partial<LibraryQuery>): void {
		this.query = { ...this.query, unfolded: [], ...change };
		this.drawn = null;
		this.chosen = new Set();
		this.#anchor = null;
	}

	get lines(): number {
		return this.drawn ? this.drawn.length : (this.answer?.rows.length ?? 0);
	}
	line(row: number): Line {
		if (this.drawn) return { kind: 'card', number: this.drawn[row]![0], sources: 1, cards: 1, isNamesake: false, isOpen: false };
		const { rows, counts, sizes } = this.answer!;
		const value = rows[row]!;
		const count = counts[row]!;
		const cards = sizes[row]!;
		if (value >= 0) return { kind: 'card', number: value, sources: count, cards, isNamesake: cards === 0, isOpen: cards > 1 && (rows[row + 1] ?? -1) >= 0 && sizes[row + 1] === 0 };
		return { kind: 'heading', sourceNumber: -1 - value === noSource ? null : -1 - value, count };
	}

	/** The card of a line, or undefined while it is on its way. */
	card(number: number): Card | undefined {
		void this.#arrived;
		const known = this.drawn?.find(([drawn]) => drawn === number)?.[1] ?? this.#cards.get(number);
		if (!known) untrack(() => this.#want(number));
		return known;
	}

	#want(number: number): void {
		if (this.#wanted.has(number) || this.#asked.has(number)) return;
		this.#wanted.add(number);
		// One question for all the rows that come into sight together.
		if (this.#wanted.size === 1) queueMicrotask(() => void this.#askForCards());
	}

	async #askForCards(): Promise<void> {
		const numbers = [...this.#wanted];
		this.#wanted.clear();
		for (const number of numbers) this.#asked.add(number);
		try {
			const cards = await this.#app.search.cards(numbers);
			for (const [number, card] of cards) this.#keep(number, card);
			if (cards.length > 0) this.#arrived++;
		} finally {
			for (const number of numbers) this.#asked.delete(number);
		}
	}

	#keep(number: number, card: Card): void {
		this.#cards.delete(number);
		this.#cards.set(number, card);
		for (const oldest of this.#cards.keys()) {
			if (this.#cards.size <= mostKept) break;
			this.#cards.delete(oldest);
		}
	}

	/** The source of a heading, or undefined while it is on its way. */
	sourceId(number: number): string | undefined {
		void this.#arrived;
		const known = this.#sources.get(number);
		if (known === undefined) {
			void this.#app.search.sourceIds([number]).then(([id]) => {
				this.#sources.set(number, id ?? '');
				this.#arrived++;
			});
		}
		return known;
	}

	// Choosing

	/** A press on a card: alone, with Ctrl as one more, with Shift all from the last one. */
	choose(row: number, how: 'only' | 'more' | 'range', from = row): void {
		const line = this.line(row);
		if (line.kind === 'heading') return;
		if (how === 'range') {
			this.#anchor ??= from;
			this.chosen = this.#between(this.#anchor, row);
			return;
		}
		const chosen = new Set(how === 'more' ? this.chosen : []);
		if (how === 'more' && !chosen.delete(line.number)) chosen.add(line.number);
		this.chosen = chosen;
		this.#anchor = row;
	}

	#between(from: number, to: number): Set<number> {
		const [first, last] = [Math.min(from, to), Math.max(from, to)];
		const lines = Array.from({ length: last - first + 1 }, (_, at) => this.line(first + at));
		return new Set(lines.flatMap((line) => (line.kind === 'card' ? [line.number] : [])));
	}

	async chooseAll(): Promise<void> {
		this.chooseOnly(this.drawn ? this.drawn.map(([number]) => number) : await this.#app.search.all(this.asked));
	}
	chooseOnly(numbers: Iterable<number>): void {
		this.chosen = new Set(numbers);
	}

	/** Shows the other cards of a line under it, or no more. */
	unfold(row: number): void {
		const line = this.line(row);
		if (line.kind !== 'card' || line.cards < 2) return;
		// A card that was edited has another number since its line was opened, so what is open is told by its rows.
		const inLine = new Set([line.number]);
		for (let next = row + 1; line.isOpen && next < this.lines; next++) {
			const under = this.line(next);
			if (under.kind !== 'card' || !under.isNamesake) break;
			inLine.add(under.number);
		}
		const { unfolded } = this.query;
		const others = unfolded.filter((number) => !inLine.has(number));
		this.query = { ...this.query, unfolded: line.isOpen ? (others.length < unfolded.length ? others : []) : [...unfolded, line.number] };
	}

	/** The row of the line that a card under it belongs to. */
	headRow(row: number): number {
		let head = row;
		for (let line = this.line(head); line.kind === 'card' && line.isNamesake && head > 0; line = this.line(head)) head--;
		return head;
	}

	/** A warm-up's cards out of what is listed. */
	async draw(): Promise<void> {
		this.drawn = await this.#app.search.draw(this.asked);
		this.chosen = new Set();
	}
	putBack(): void {
		this.drawn = null;
		this.chosen = new Set();
	}

	/** All cards of the lines that are chosen, line by line, each with its head first. */
	chosenLines = (): Promise<string[][]> => this.#app.search.lines([...this.chosen]);

	/** Ids of what is chosen, in the order in which it was. */
	chosenIds = (): Promise<string[]> => this.#app.search.ids([...this.chosen]);
}
