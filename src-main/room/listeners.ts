/**
 * The phones that are listening: each is told that something has changed, never what, and asks for it itself. Changes that
 * come close together are told once.
 */
import type { ServerResponse } from 'node:http';

const together = 50;
const heartbeatEvery = 15_000;
/** Milliseconds for which the room waits until its last word is on its way. */
const mostFarewell = 500;
/** A phone that does not read is let go before what waits for it grows. */
const mostUnread = 16 << 10;

export class Listeners {
	#streams = new Map<string, ServerResponse>();
	#count = Date.now();
	#telling: NodeJS.Timeout | null = null;
	#heartbeat = setInterval(() => this.#send(': still here\n\n'), heartbeatEvery).unref();
	#onCount: () => void;

	/** @param onCount told when the number of phones that listen has changed. */
	constructor(onCount: () => void) {
		this.#onCount = onCount;
	}

	get size(): number {
		return this.#streams.size;
	}

	/** A phone that listens again is listened to once. @param mark which phone it is. */
	add(mark: string, response: ServerResponse): void {
		this.#streams.get(mark)?.destroy();
		response.writeHead(200, { 'content-type': 'text/event-stream' });
		// Phones that were all cut off at once do not all come back at once.
		response.write(`retry: ${1000 + Math.floor(Math.random() * 2000)}\n\n${this.#event()}`);
		this.#streams.set(mark, response);
		response.on('error', () => response.destroy());
		response.on('close', () => {
			if (this.#streams.get(mark) !== response) return;
			this.#streams.delete(mark);
			this.#onCount();
		});
		this.#onCount();
	}

	/** @param isKnown whether a phone may go on listening. */
	tell(isKnown: (mark: string) => boolean): void {
		this.#telling ??= setTimeout(() => {
			this.#telling = null;
			this.#count += 1;
			this.#send(this.#event());
			for (const [mark, response] of this.#streams) if (!isKnown(mark)) response.end();
		}, together);
	}

	#event(): string {
		return `event: changed\ndata: ${this.#count}\n\n`;
	}

	#send(text: string): void {
		const bytes = Buffer.from(text);
		for (const response of this.#streams.values()) {
			if (response.writableLength > mostUnread) response.destroy();
			else response.write(bytes);
		}
	}

	/** @param isOver the facilitator has closed the room: phones are told, so that they do not look for it. */
	async close(isOver = false): Promise<void> {
		clearInterval(this.#heartbeat);
		if (this.#telling) clearTimeout(this.#telling);
		const streams = [...this.#streams.values()];
		if (isOver) this.#send('event: over\ndata: 0\n\n');
		const written = streams.map((response) => new Promise<void>((resolve) => response.once('finish', resolve).once('close', resolve)));
		for (const response of streams) response.end();
		if (isOver) await Promise.race([Promise.all(written), new Promise((resolve) => setTimeout(resolve, mostFarewell).unref())]);
	}
}
