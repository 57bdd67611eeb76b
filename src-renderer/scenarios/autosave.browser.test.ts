import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosave, unstored, type Writing } from './autosave.ts';

let stored: Writing[];
let failures: number;
let refuse: boolean;
let autosave: Autosave<'title' | 'narrative'>;

beforeEach(() => {
	vi.useFakeTimers();
	localStorage.clear();
	stored = [];
	failures = 0;
	refuse = false;
	autosave = new Autosave({
		store: (writing) => (refuse ? Promise.reject(new Error('full')) : Promise.resolve(void stored.push(writing))),
		onfailed: () => failures++,
	});
});
afterEach(() => void vi.useRealTimers());

const type = (text: string, id = 's', field: 'title' | 'narrative' = 'narrative') => autosave.typed({ id, field, text });

test('a pause stores what was typed, once', async () => {
	type('B');
	await vi.advanceTimersByTimeAsync(500);
	type('By');
	await vi.advanceTimersByTimeAsync(599);
	expect(stored).toEqual([]);
	await vi.advanceTimersByTimeAsync(1);
	expect(stored.map(({ text }) => text)).toEqual(['By']);
	expect([autosave.holds('s', 'narrative'), unstored(() => true)]).toEqual([false, []]);
});

test('turning to another field stores the first one at once', async () => {
	type('Common Ground', 's', 'title');
	type('By 2036', 's', 'narrative');
	await vi.advanceTimersByTimeAsync(0);
	expect(stored.map(({ field }) => field)).toEqual(['title']);
});

test('what a closed page had not stored yet is still there for the next one', () => {
	type('Half a sen');
	expect(unstored(() => false)).toEqual([]);
	expect(unstored(() => true)).toEqual([{ id: 's', field: 'narrative', text: 'Half a sen' }]);
	expect(unstored(() => true)).toEqual([]);
});

test('a text that could not be stored is kept and stored with the next flush', async () => {
	refuse = true;
	type('Kept');
	await autosave.flush();
	expect([failures, autosave.holds('s', 'narrative'), stored.length]).toEqual([1, true, 0]);
	refuse = false;
	await autosave.flush();
	expect([autosave.holds('s', 'narrative'), stored.map(({ text }) => text), unstored(() => true)]).toEqual([false, ['Kept'], []]);
});
