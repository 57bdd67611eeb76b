import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalLine, Revision } from '../../src-shared/schemas/journal.ts';
import { History } from './history.ts';

const blank: Revision = { rev: 0, lastId: null };
const line = (id: string): JournalLine => ({ id, stepId: id, at: '2026-01-01T00:00:00Z', label: id, changes: [] });
const lines = (...ids: string[]) => ids.map(line);
const ids = (taken: { fresh: JournalLine[] }) => taken.fresh.map(({ id }) => id);

describe('taking lines into a history', () => {
	test('takes what follows on its last line', () => {
		const history = new History(blank, []);
		expect(history.take(blank, lines('a', 'b')).answer).toEqual({ rev: 2, lastId: 'b', conflict: false });
		expect(history.take({ rev: 2, lastId: 'b' }, lines('c')).answer).toEqual({ rev: 3, lastId: 'c', conflict: false });
	});

	test('refuses what was written without having seen its last lines, and says where it stands', () => {
		const history = new History(blank, ['a', 'b']);
		const conflict = { fresh: [], answer: { rev: 2, lastId: 'b', conflict: true } };
		expect(history.take({ rev: 1, lastId: 'a' }, lines('x'))).toEqual(conflict);
		expect(history.take({ rev: 2, lastId: 'other' }, lines('x'))).toEqual(conflict);
		expect(history.take({ rev: 9, lastId: 'b' }, lines('x'))).toEqual(conflict);
	});

	test('a repeated request gets the revision that its own lines led to, and adds nothing', () => {
		const history = new History(blank, ['a', 'b', 'c']);
		expect(history.take(blank, lines('a', 'b'))).toEqual({ fresh: [], answer: { rev: 2, lastId: 'b', conflict: false } });
	});

	test('a request of which only a part had arrived is completed', () => {
		const history = new History(blank, ['a', 'b']);
		expect(ids(history.take({ rev: 1, lastId: 'a' }, lines('b', 'c')))).toEqual(['c']);
		expect(history.tip).toEqual({ rev: 3, lastId: 'c' });
	});

	test('lines taken back can be taken again', () => {
		const history = new History({ rev: 10, lastId: 'z' }, ['a']);
		history.take({ rev: 11, lastId: 'a' }, lines('b'));
		history.cutTo(11);
		expect(history.tip).toEqual({ rev: 11, lastId: 'a' });
		expect(ids(history.take({ rev: 11, lastId: 'a' }, lines('b')))).toEqual(['b']);
	});

	test('however requests are split, repeated and lost, each line is there once and in order', () => {
		const request = fc.record({ size: fc.integer({ min: 1, max: 4 }), answered: fc.boolean() });
		fc.assert(
			fc.property(fc.array(request, { maxLength: 12 }), (requests) => {
				const history = new History(blank, []);
				const written: string[] = [];
				let outbox: JournalLine[] = [];
				let base = blank;
				let next = 0;
				for (const { size, answered } of requests) {
					for (let n = 0; n < size; n++) outbox.push(line(`l${next++}`));
					const { fresh, answer } = history.take(base, outbox);
					expect(answer.conflict).toBe(false);
					written.push(...fresh.map(({ id }) => id));
					if (!answered) continue;
					base = { rev: answer.rev, lastId: answer.lastId };
					outbox = [];
				}
				expect(written).toEqual(Array.from({ length: next }, (_, n) => `l${n}`));
			}),
		);
	});
});
