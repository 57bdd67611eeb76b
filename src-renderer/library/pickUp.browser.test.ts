import { expect, test } from 'vitest';
import type { App } from '../context.ts';
import { Desk } from '../desk.svelte.ts';
import { pickUp } from './pickUp.ts';

const fetched: string[][] = [];
const appWith = (during = () => {}) => {
	const desk = new Desk();
	const fetch = async (_: unknown, ids: readonly string[]) => {
		fetched.push([...ids]);
		during();
	};
	return { desk, app: { desk, database: {}, records: { fetch } } as unknown as Pick<App, 'records' | 'database' | 'desk'> };
};
const shelf = (...ids: string[]) => ({ chosen: new Set(ids.map((_, at) => at)), chosenIds: async () => ids });
const pointer = { id: 7, type: 'mouse', x: 1, y: 2 };

test('a chosen card brings all the chosen ones with it, itself first', async () => {
	const { app, desk } = appWith();
	await pickUp(app, shelf('a', 'b', 'c'), 'b', pointer);
	expect(desk.carried).toEqual({ cardId: 'b', also: ['a', 'c'], pointer });
	expect(fetched.at(-1)).toEqual(['b', 'a', 'c']);
});

test('a card that is not among the chosen ones comes alone', async () => {
	const { app, desk } = appWith();
	await pickUp(app, shelf('a', 'b'), 'x', null);
	expect(desk.carried).toEqual({ cardId: 'x', pointer: null });
	await pickUp(app, shelf('x'), 'x', null);
	expect(desk.carried).toEqual({ cardId: 'x', pointer: null });
});

test('a pointer that was let go of meanwhile carries nothing', async () => {
	const { app, desk } = appWith(() => window.dispatchEvent(new PointerEvent('pointerup', { pointerId: 7 })));
	await pickUp(app, shelf('a', 'b'), 'a', pointer);
	expect(desk.carried).toBeNull();
});

test('more cards than a hand takes are refused with a sentence', async () => {
	const { app, desk } = appWith();
	const many = Array.from({ length: 101 }, (_, at) => `c${at}`);
	await expect(pickUp(app, shelf(...many), 'c0', null)).rejects.toThrow('A hand takes up to 100 cards, and 101 are chosen.');
	expect(desk.carried).toBeNull();
});
