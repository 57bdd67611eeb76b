import { afterEach, expect, test } from 'vitest';
import type { Card } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { Shelf } from './shelf.svelte.ts';

let stop: (() => void) | undefined;
afterEach(() => stop?.());

/** An index that answers when it is told to, and keeps the questions. */
function shelfAsking() {
	const questions: { numbers: readonly number[]; answer: () => void }[] = [];
	const cards = (numbers: readonly number[]) =>
		new Promise<[number, Card][]>((resolve) => questions.push({ numbers, answer: () => resolve(numbers.map((number) => [number, { id: String(number) } as Card])) }));
	const search = { first: null, state: { version: 0 }, taking: 0, look: () => new Promise(() => undefined), cards };
	const app = { search, records: { workshop: null, workshopCards: { all: [] }, workshopSources: { all: [] } } } as unknown as App;
	let shelf!: Shelf;
	stop = $effect.root(() => {
		shelf = new Shelf(app);
	});
	return { shelf, questions };
}

test('cards that come into sight together are one question, and those that come while it is on its way are another', async () => {
	const { shelf, questions } = shelfAsking();
	expect([1, 2, 1].map((number) => shelf.card(number))).toEqual([undefined, undefined, undefined]);
	await expect.poll(() => questions.map(({ numbers }) => numbers)).toEqual([[1, 2]]);
	expect([shelf.card(2), shelf.card(3)]).toEqual([undefined, undefined]);
	await expect.poll(() => questions.map(({ numbers }) => numbers)).toEqual([[1, 2], [3]]);
	for (const { answer } of questions) answer();
	await expect.poll(() => [1, 2, 3].map((number) => shelf.card(number)?.id)).toEqual(['1', '2', '3']);
	expect(questions.length).toBe(2);
});
