import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Listeners } from './listeners.ts';

class FakeResponse extends EventEmitter {
	written: string[] = [];
	writableLength = 0;
	isOpen = true;
	writeHead(): void {}
	write(text: string | Buffer): void {
		this.written.push(text.toString());
	}
	end(): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.emit('close');
	}
	destroy(): void {
		this.end();
	}
}

let listeners: Listeners;
const add = (mark: string) => {
	const response = new FakeResponse();
	listeners.add(mark, response as unknown as ServerResponse);
	return response;
};
beforeEach(() => {
	vi.useFakeTimers();
	listeners = new Listeners(() => undefined);
});
afterEach(() => {
	listeners.close();
	vi.useRealTimers();
});

test('changes that come close together are told once', () => {
	const phone = add('a');
	expect(phone.written[0]).toMatch(/^retry: \d{4}\n\nevent: changed\ndata: \d+\n\n$/);
	for (let n = 0; n < 20; n++) listeners.tell(() => true);
	vi.advanceTimersByTime(100);
	listeners.tell(() => true);
	vi.advanceTimersByTime(100);
	expect(phone.written).toHaveLength(3);
});

test('a phone hears every 15 seconds that it is still listened to', () => {
	const phone = add('a');
	vi.advanceTimersByTime(31_000);
	expect(phone.written.slice(1)).toEqual([': still here\n\n', ': still here\n\n']);
});

test('one that does not read is let go, and so is one that another has replaced', () => {
	const [deaf, replaced, other] = [add('deaf'), add('replaced'), add('other')];
	deaf.writableLength = 1 << 20;
	listeners.tell((mark) => mark !== 'replaced');
	vi.advanceTimersByTime(100);
	expect([deaf.isOpen, replaced.isOpen, other.isOpen, listeners.size]).toEqual([false, false, true, 1]);
	expect(replaced.written).toHaveLength(2);
});
