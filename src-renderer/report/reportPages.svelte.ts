/**
 * The report's real pages, kept up with the workshop: a worker has them drawn again when something changed and nobody has changed
 * anything for a moment. What was drawn before stays until the new pages are there.
 */
import { channelName } from '../db/storing.ts';
import { startWorker } from '../db/trustedWorker.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import type { App } from '../context.ts';
import { drawingOf, type ReportProgress } from '../api/reports.ts';
import type { DrawnPage, Pages, RenderRequest, Reply, Request } from './pages/messages.ts';
import workerUrl from './pages/worker.ts?worker&url';
import { reportOptions } from './settings.ts';

/** Milliseconds without a change, after which the pages are drawn. */
const pause = 700;
/** Work that is over sooner shows no progress: a flash says nothing. */
const patience = 500;
const betweenLooks = 250;

export class ReportPages {
	pages = $state.raw<Pages | null>(null);
	/** Under way, and for so long that a person wonders. */
	slow = $state(false);
	progress = $state.raw<ReportProgress | null>(null);
	/** Why there are no new pages, as a sentence. */
	failure = $state<string | null>(null);
	/** The facilitator stopped the drawing; what is shown may be older than the workshop. */
	stopped = $state(false);
	#app: Pick<App, 'database' | 'records'>;
	#worker: Worker;
	#channel: BroadcastChannel;
	#drawing = 0;
	#reportId: string | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#clock: ReturnType<typeof setTimeout> | undefined;
	#pictures = new Map<number, (picture: DrawnPage | null) => void>();
	#next = 0;
	#isHeld = false;
	/** Something changed that no drawing has begun for. */
	#isDue = false;

	constructor(app: Pick<App, 'database' | 'records'>) {
		this.#app = app;
		this.#worker = startWorker(workerUrl, app.database.name);
		this.#worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#hear(data);
		this.#worker.onerror = () => this.#settle('The preview could not be started. The export works all the same.');
		this.#channel = new BroadcastChannel(channelName(app.database));
		// Every change of the workshop is told here, this window's own among them, once it is stored.
		this.#channel.onmessage = () => this.schedule();
		this.schedule(0);
	}

	schedule(after = pause): void {
		clearTimeout(this.#timer);
		this.#isDue = true;
		if (this.#isHeld) return;
		this.#timer = setTimeout(() => this.#draw(), after);
	}

	/** Makes way for an export: what is under way is left, and drawn again when `held` is over. */
	hold(held: boolean): void {
		this.#isHeld = held;
		if (held) {
			clearTimeout(this.#timer);
			if (this.#reportId !== null) this.#isDue = true;
			this.#giveUp();
			this.#settle(null);
		} else if (this.#isDue) this.schedule(0);
	}

	/** Leaves the drawing that is under way; the next change begins another. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#isDue = false;
		this.#giveUp();
		this.stopped = true;
		this.#settle(null);
	}

	/** @returns null where that drawing is no longer the one shown. */
	picture(drawing: number, { page, width, withSpots }: Pick<RenderRequest, 'page' | 'width' | 'withSpots'>, signal: AbortSignal): Promise<DrawnPage | null> {
		const id = this.#next++;
		return new Promise((resolve) => {
			this.#pictures.set(id, resolve);
			signal.addEventListener('abort', () => this.#send({ is: 'drop', id }), { once: true });
			this.#send({ is: 'render', id, drawing, page, width, withSpots });
		});
	}

	close(): void {
		clearTimeout(this.#timer);
		clearTimeout(this.#clock);
		this.#giveUp();
		this.#channel.close();
		this.#worker.terminate();
		for (const resolve of this.#pictures.values()) resolve(null);
		this.#pictures.clear();
	}

	#draw(): void {
		const { workshop } = this.#app.records;
		if (!workshop) return;
		this.#isDue = false;
		this.#giveUp();
		this.stopped = false;
		this.#reportId = newId();
		const { address, headers } = drawingOf(this.#reportId);
		this.#send({ is: 'draw', drawing: ++this.#drawing, workshopId: workshop.id, options: reportOptions(workshop), address, headers });
		clearTimeout(this.#clock);
		this.#clock = setTimeout(() => this.#wonder(this.#reportId!), patience);
	}

	#giveUp(): void {
		if (this.#reportId === null) return;
		this.#send({ is: 'stop' });
		void drawingOf(this.#reportId).cancel();
		this.#reportId = null;
	}

	async #wonder(id: string): Promise<void> {
		while (this.#reportId === id) {
			this.slow = true;
			const progress = await drawingOf(id).progress();
			if (this.#reportId !== id) return;
			this.progress = progress ?? this.progress;
			await new Promise((resolve) => (this.#clock = setTimeout(resolve, betweenLooks)));
		}
	}

	#hear(reply: Reply): void {
		if (reply.is === 'picture') {
			this.#pictures.get(reply.id)?.(reply.picture);
			this.#pictures.delete(reply.id);
			return;
		}
		if (reply.drawing !== this.#drawing) return;
		if (reply.is === 'pages') this.pages = reply;
		this.#settle(reply.is === 'failed' ? reply.reason : null);
	}

	#settle(failure: string | null): void {
		clearTimeout(this.#clock);
		this.#reportId = null;
		this.slow = false;
		this.progress = null;
		this.failure = failure;
	}

	#send(request: Request): void {
		this.#worker.postMessage(request);
	}
}
