/**
 * Which cards are one line in the library: those of one kind and plain name, and those that people joined. A card that
 * was set apart has a line of its own; what joins it, joins that.
 */
import type { Card } from '../schemas/records.ts';
import { nameKey } from './cardMatch.ts';

export type LineCard = Pick<Card, 'id' | 'kind' | 'name' | 'sameAs' | 'apart'>;

/** The cards that are one line by name alone have the same key. */
export const lineKey = (card: Pick<LineCard, 'id' | 'kind' | 'name' | 'apart'>): string => (card.apart ? `apart ${card.id}` : nameKey(card));

/** Sets that are joined two at a time (Galler & Fischer 1964). */
export class Unions<T> {
	#parents = new Map<T, T>();

	of(item: T): T {
		let root = item;
		for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
		for (let at = item; at !== root; ) {
			const next = this.#parents.get(at)!;
			this.#parents.set(at, root);
			at = next;
		}
		return root;
	}

	join(a: T, b: T): void {
		const [from, to] = [this.of(a), this.of(b)];
		if (from !== to) this.#parents.set(from, to);
	}
}

/** @returns the lines, each with its cards in the order given. */
export function linesAmong<T extends LineCard>(cards: readonly T[]): T[][] {
	const unions = new Unions<string>();
	const keys = new Map(cards.map((card) => [card.id, lineKey(card)]));
	// What was joined to a card that is gone stays together all the same.
	for (const { id, sameAs } of cards) if (sameAs !== undefined) unions.join(keys.get(id)!, keys.get(sameAs) ?? `card ${sameAs}`);
	const lines = new Map<string, T[]>();
	for (const card of cards) {
		const root = unions.of(keys.get(card.id)!);
		const line = lines.get(root);
		if (line) line.push(card);
		else lines.set(root, [card]);
	}
	return [...lines.values()];
}

/** The card that a line is shown by: one that others were joined to, else the first. */
export function headOf<T extends LineCard>(line: readonly T[]): T {
	const targets = new Set(line.flatMap(({ sameAs }) => sameAs ?? []));
	return line.find(({ id, sameAs }) => targets.has(id) && sameAs === undefined) ?? line.find(({ id }) => targets.has(id)) ?? line[0]!;
}

function without<T extends LineCard>(card: T): T {
	if (card.sameAs === undefined) return card;
	const rest = { ...card };
	delete rest.sameAs;
	return rest;
}

/**
 * @param cards all cards of the lines that become one.
 * @returns the same cards: of each name one is joined to the head, and its namesakes come along.
 */
export function merged<T extends LineCard>(cards: readonly T[], headId: string): T[] {
	const head = cards.find(({ id }) => id === headId)!;
	const joined = new Set([lineKey(head)]);
	const next = cards.map((card) => {
		if (joined.has(lineKey(card))) return without(card);
		joined.add(lineKey(card));
		return card.sameAs === headId ? card : { ...card, sameAs: headId };
	});
	if (next.length < 2 || headOf(next).id === headId) return next;
	// Its line was one by name alone, with another card before it.
	const at = next.findIndex(({ id }) => id !== headId);
	return next.map((card, n) => (n === at ? { ...card, sameAs: headId } : card));
}

/**
 * @param line all cards of a line.
 * @param taken ids of those that leave it, each for a line of its own.
 * @returns the same cards; those that were not taken are one line as before.
 */
export function takenOut<T extends LineCard>(line: readonly T[], taken: ReadonlySet<string>): T[] {
	const left = line.filter(({ id }) => !taken.has(id));
	const head = headOf(line);
	const kept = left.length === 0 ? left : merged(left, taken.has(head.id) ? headOf(left).id : head.id);
	const byId = new Map(kept.map((card) => [card.id, card]));
	return line.map((card) => byId.get(card.id) ?? { ...without(card), apart: true });
}
