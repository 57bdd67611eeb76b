import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLine, type Stream } from './line.ts';

class TestStream implements Stream {
	readyState = 0;
	closed = false;
	listeners: Record<string, () => void> = {};
	addEventListener(type: string, listener: () => void) {
		this.listeners[type] = listener;
	}
	close() {
		this.closed = true;
		this.readyState = 2;
	}
	say(type: string) {
		if (type === 'open') this.readyState = 1;
		this.listeners[type]!();
	}
}
let streams: TestStream[];
let asked: number;
let overs: number;
const newLine = () =>
	createLine({
		stream: () => {
			streams.push(new TestStream());
			return streams.at(-1)!;
		},
		ask: () => (asked += 1),
		over: () => (overs += 1),
		random: () => 0.5,
	});

beforeEach(() => {
	vi.useFakeTimers();
	streams = [];
	asked = 0;
	overs = 0;
});
afterEach(() => vi.useRealTimers());

test('each change that the stream tells is asked after', () => {
	newLine().open('t');
	streams[0]!.say('open');
	streams[0]!.say('changed');
	streams[0]!.say('changed');
	expect(asked).toBe(3);
});

test('a room that says it is over is heard, but not from a stream that was left', () => {
	const line = newLine();
	line.open('t');
	streams[0]!.say('open');
	streams[0]!.say('over');
	expect(overs).toBe(1);
	line.close();
	streams[0]!.say('over');
	expect(overs).toBe(1);
});

test('without a stream it asks every few seconds, with one that is quiet far less often', async () => {
	newLine().open('t');
	await vi.advanceTimersByTimeAsync(20_000);
	expect(asked).toBe(5);
	streams[0]!.say('open');
	asked = 0;
	await vi.advanceTimersByTimeAsync(50_000);
	expect(asked).toBe(2);
});

test('a stream that breaks is noticed at once; one that the browser gave up is opened anew', async () => {
	newLine().open('t');
	streams[0]!.say('open');
	asked = 0;
	streams[0]!.readyState = 2;
	streams[0]!.say('error');
	expect(asked).toBe(1);
	await vi.advanceTimersByTimeAsync(4_000);
	expect(streams).toHaveLength(2);
});

test('a stream that fails again and again does not keep it from asking', async () => {
	newLine().open('t');
	for (let second = 0; second < 12; second += 3) {
		streams.at(-1)!.say('error');
		await vi.advanceTimersByTimeAsync(3_000);
	}
	expect(asked).toBe(3);
});

test('opened again for the same phone it goes on with the stream it has; for another it takes a new one', () => {
	const line = newLine();
	line.open('t');
	line.open('t');
	expect(streams).toHaveLength(1);
	line.open('u');
	expect(streams.map(({ closed }) => closed)).toEqual([true, false]);
});

test('closed it neither listens nor asks', async () => {
	const line = newLine();
	line.open('t');
	line.close();
	await vi.advanceTimersByTimeAsync(60_000);
	expect([asked, streams[0]!.closed]).toEqual([0, true]);
});
