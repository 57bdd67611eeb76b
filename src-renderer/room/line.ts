/**
 * Hears of changes: by the room's event stream, and by asking now and then where a network lets no stream through or has
 * dropped it without saying so.
 */

export interface Line {
	/** Listens from now on; a stream that is open already is left alone. */
	open(token: string): void;
	close(): void;
}

/** What is used of an EventSource. */
export interface Stream {
	readonly readyState: number;
	addEventListener(type: string, listener: () => void): void;
	close(): void;
}

export interface LineParts {
	stream: (token: string) => Stream;
	/** Something changed, or may have. */
	ask: () => void;
	/** The facilitator has closed the room. */
	over: () => void;
	/** From 0 up to 1, so that not all phones ask at once. */
	random: () => number;
}

const isClosed = 2;
/** Milliseconds between two questions while the stream is silent because nothing happens, and while there is none. */
const seldom = 25_000;
const often = 4_000;

export function createLine({ stream, ask, over, random }: LineParts): Line {
	let current: Stream | null = null;
	let listening: string | null = null;
	let hears = false;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function wait() {
		clearTimeout(timer);
		timer = setTimeout(tick, (hears ? seldom : often) * (0.75 + random() / 2));
	}
	function tick() {
		if (listening === null) return;
		if (!current || current.readyState === isClosed) connect(listening);
		ask();
		wait();
	}
	function connect(token: string) {
		current?.close();
		hears = false;
		const own = stream(token);
		current = own;
		own.addEventListener('open', () => {
			if (own !== current) return;
			hears = true;
			ask();
			wait();
		});
		own.addEventListener('changed', () => own === current && ask());
		own.addEventListener('over', () => own === current && over());
		own.addEventListener('error', () => {
			// The browser tries again every few seconds and fails as often: only the first time starts the wait anew.
			if (own !== current || !hears) return;
			hears = false;
			ask();
			wait();
		});
	}
	return {
		open(token) {
			if (token === listening && current && current.readyState !== isClosed) return;
			listening = token;
			connect(token);
			wait();
		},
		close() {
			listening = null;
			clearTimeout(timer);
			current?.close();
			current = null;
			hears = false;
		},
	};
}
