import { expect, test } from 'vitest';
import { createTurns, type TurnOptions } from './turns.ts';

/** Takes a turn for each name; those that had theirs, in its order, with how each ends it. */
function line(places: number) {
	const inTurn = createTurns(places);
	const had: string[] = [];
	const ends = new Map<string, () => void>();
	const running = new Map<string, Promise<void>>();
	function take(name: string, options?: TurnOptions): Promise<void> {
		const done = inTurn(() => {
			had.push(name);
			return new Promise<void>((resolve) => ends.set(name, resolve));
		}, options);
		running.set(name, done);
		return done;
	}
	function end(name: string): Promise<void> {
		ends.get(name)!();
		return running.get(name)!;
	}
	return { take, had, end };
}

test('as many have a turn at once as there are places, and the next comes when one is over', async () => {
	const { take, had, end } = line(2);
	for (const name of ['a', 'b', 'c', 'd']) void take(name);
	expect(had).toEqual(['a', 'b']);
	await end('b');
	expect(had).toEqual(['a', 'b', 'c']);
	await end('a');
	expect(had).toEqual(['a', 'b', 'c', 'd']);
});

test('what can wait comes after everything that cannot, whenever it came', async () => {
	const { take, had, end } = line(1);
	void take('first');
	void take('preview', { canWait: true });
	void take('report');
	void take('handout');
	for (const name of ['first', 'report', 'handout', 'preview']) await end(name);
	expect(had).toEqual(['first', 'report', 'handout', 'preview']);
});

test('what is given up while it waits leaves the line, and nobody behind it loses a turn', async () => {
	const { take, had, end } = line(1);
	void take('first');
	const stop = new AbortController();
	const givenUp = take('given up', { signal: stop.signal });
	void take('last');
	stop.abort(new Error('enough'));
	await expect(givenUp).rejects.toThrow('enough');
	await expect(take('too late', { signal: stop.signal })).rejects.toThrow('enough');
	await end('first');
	expect(had).toEqual(['first', 'last']);
	await end('last');
});

test('work that fails gives its turn to the next', async () => {
	const inTurn = createTurns(1);
	await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
	expect(await inTurn(() => Promise.resolve(1))).toBe(1);
});
