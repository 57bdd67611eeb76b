/** One export of the report at a time: asked for, cancelled, saved or downloaded, or refused with a sentence. */
import { newId } from '../../src-shared/domain/ids.ts';
import { drawingOf, requestReport, type Delivered, type ReportProgress } from '../api/reports.ts';
import type { App } from '../context.ts';
import { collectWorkshop, withoutHiddenVotes } from '../db/collect.ts';
import { saveBlob } from '../ui/saveBlob.ts';
import { reportOptions } from './settings.ts';

export type Outcome =
	| { kind: 'saved'; path: string; pages: number | null; notes: string[] }
	| { kind: 'downloaded'; name: string; pages: number | null; notes: string[] }
	| { kind: 'cancelled' }
	| { kind: 'failed'; reason: string };

/** Work that is over sooner shows no progress: a flash says nothing. */
const patience = 500;
const betweenLooks = 250;

export class Exporting {
	/** Under way. */
	running = $state(false);
	/** Under way for so long that a person wonders. */
	slow = $state(false);
	cancelling = $state(false);
	outcome = $state.raw<Outcome | null>(null);
	progress = $state.raw<ReportProgress | null>(null);
	#app: Pick<App, 'database' | 'records'>;
	#id: string | null = null;

	constructor(app: Pick<App, 'database' | 'records'>) {
		this.#app = app;
	}

	async start(): Promise<void> {
		const workshopId = this.#app.records.openWorkshopId;
		if (this.running || workshopId === null) return;
		this.running = true;
		this.cancelling = false;
		this.outcome = null;
		const clock = setTimeout(() => void this.#wonder(), patience);
		try {
			this.outcome = await this.#export(workshopId);
		} catch (error) {
			this.outcome = { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
		} finally {
			clearTimeout(clock);
			this.running = this.slow = false;
			this.#id = null;
			this.progress = null;
		}
	}

	async cancel(): Promise<void> {
		if (!this.running) return;
		this.cancelling = true;
		if (this.#id !== null) await drawingOf(this.#id).cancel();
	}

	async #export(workshopId: string): Promise<Outcome> {
		const file = withoutHiddenVotes(await collectWorkshop(this.#app.database, workshopId));
		if (this.cancelling) return { kind: 'cancelled' };
		this.#id = newId();
		return this.#received(await requestReport(this.#id, file, reportOptions(file.workshop)));
	}

	async #wonder(): Promise<void> {
		this.slow = true;
		while (this.running) {
			const progress = this.#id === null ? null : await drawingOf(this.#id).progress();
			if (this.running) this.progress = progress ?? this.progress;
			await new Promise((resolve) => setTimeout(resolve, betweenLooks));
		}
	}

	#received(delivered: Delivered): Outcome {
		if (delivered.kind !== 'bytes') return delivered;
		// Cancelled when it was all but here: nothing is saved that nobody wants.
		if (this.cancelling) return { kind: 'cancelled' };
		const { bytes, name, pages, notes } = delivered;
		saveBlob(bytes, name);
		return { kind: 'downloaded', name, pages, notes };
	}
}
