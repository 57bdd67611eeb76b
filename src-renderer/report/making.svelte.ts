/** A file made of the workshop as it is stored, one at a time: asked for, cancelled, saved or downloaded, or refused with a sentence. */
import { newId } from '../../src-shared/domain/ids.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import type { Delivered } from '../api/reports.ts';
import type { App } from '../context.ts';
import { collectWorkshop, withoutHiddenVotes } from '../db/collect.ts';
import { saveBlob } from '../ui/saveBlob.ts';

export type Made =
	| { kind: 'saved'; path: string; pages: number | null; notes: string[] }
	| { kind: 'downloaded'; name: string; pages: number | null; notes: string[] };
export type Outcome = Made | { kind: 'cancelled' } | { kind: 'failed'; reason: string };

interface Maker<What> {
	/** @param id with which it can be cancelled. @throws ApiError with a sentence. */
	request: (id: string, file: WorkshopFile, what: What) => Promise<Delivered>;
	cancel: (id: string) => Promise<void>;
}

/** Work that is over sooner shows no progress: a flash says nothing. */
const patience = 500;

export class Making<What extends string> {
	/** Under way. */
	running = $state<What | null>(null);
	/** Under way for so long that a person wonders. */
	slow = $state(false);
	cancelling = $state(false);
	outcome = $state.raw<Outcome | null>(null);
	/** What was asked for last: the outcome is of it. */
	asked = $state<What | null>(null);
	protected readonly app: Pick<App, 'database' | 'records'>;
	/** Of the request, once there is one. */
	protected id: string | null = null;
	#maker: Maker<What>;

	constructor(app: Pick<App, 'database' | 'records'>, maker: Maker<What>) {
		this.app = app;
		this.#maker = maker;
	}

	async make(what: What): Promise<void> {
		const workshopId = this.app.records.openWorkshopId;
		if (this.running !== null || workshopId === null) return;
		this.running = this.asked = what;
		this.cancelling = false;
		this.outcome = null;
		const clock = setTimeout(() => this.wonder(), patience);
		try {
			this.outcome = await this.#make(what, workshopId);
		} catch (error) {
			this.outcome = { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
		} finally {
			clearTimeout(clock);
			this.running = this.id = null;
			this.slow = false;
		}
	}

	async cancel(): Promise<void> {
		if (this.running === null) return;
		this.cancelling = true;
		if (this.id !== null) await this.#maker.cancel(this.id);
	}

	protected wonder(): void {
		this.slow = true;
	}

	async #make(what: What, workshopId: string): Promise<Outcome> {
		const file = withoutHiddenVotes(await collectWorkshop(this.app.database, workshopId));
		if (this.cancelling) return { kind: 'cancelled' };
		this.id = newId();
		const delivered = await this.#maker.request(this.id, file, what);
		if (delivered.kind !== 'bytes') return delivered;
		// Cancelled when it was all but here: nothing is saved that nobody wants.
		if (this.cancelling) return { kind: 'cancelled' };
		const { bytes, name, pages, notes } = delivered;
		saveBlob(bytes, name);
		return { kind: 'downloaded', name, pages, notes };
	}
}
