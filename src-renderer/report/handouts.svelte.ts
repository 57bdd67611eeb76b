/** Handouts as the Report step offers them: what each is for, how it is asked for, and what came of it. One is drawn at a time. */
import { newId } from '../../src-shared/domain/ids.ts';
import type { PosterSize, PrintedDocument, ReportOptions } from '../../src-shared/schemas/report.ts';
import { drawingOf, requestReport, type Delivered } from '../api/reports.ts';
import type { App } from '../context.ts';
import { collectWorkshop, withoutHiddenVotes } from '../db/collect.ts';
import { pageSizeHere, type PageSize } from '../ui/pageSize.ts';
import { saveBlob } from '../ui/saveBlob.ts';

export type HandoutName = Exclude<PrintedDocument, 'report' | 'codes'>;

export interface Handout {
	name: HandoutName;
	title: string;
	/** What it is for. */
	purpose: string;
}

export const handouts: readonly Handout[] = [
	{ name: 'cards', title: 'Signal cards', purpose: 'To lay on a table and sort: nine to a sheet, with marks to cut along and a code that finds the card again.' },
	{ name: 'scenario-sheets', title: 'Scenario sheets', purpose: 'For the group that talks about one world: its story, what feeds it, and questions with room to write.' },
	{ name: 'ballot', title: 'Paper ballot', purpose: 'For those who vote on paper. It carries nothing that tells one sheet from another.' },
	{ name: 'questions', title: 'Question sheet', purpose: 'To think ahead: the scoping question, and a prompt for each kind of card.' },
	{ name: 'poster', title: 'Wall poster', purpose: 'The canvas for the wall, on one large sheet or on several to glue together.' },
];

/** What large print is there for; the others keep their size. */
export const inLargePrint: ReadonlySet<HandoutName> = new Set(['scenario-sheets', 'ballot', 'questions']);

export type Outcome =
	| { kind: 'saved'; path: string; notes: string[] }
	| { kind: 'downloaded'; name: string; notes: string[] }
	| { kind: 'cancelled' }
	| { kind: 'failed'; reason: string };

/** Work that is over sooner shows no progress: a flash says nothing. */
const patience = 500;

export class HandoutPrinting {
	/** Being drawn, and for so long that a person wonders. */
	drawing = $state<HandoutName | null>(null);
	isSlow = $state(false);
	outcome = $state.raw<{ of: HandoutName; outcome: Outcome } | null>(null);
	pageSize = $state<PageSize>(pageSizeHere());
	largePrint = $state(false);
	backs = $state(false);
	poster = $state<PosterSize>('A1');
	isTiled = $state(false);
	roundId = $state('');
	#app: Pick<App, 'database' | 'records'>;
	#job: { id: string; isCancelled: boolean } | null = null;

	constructor(app: Pick<App, 'database' | 'records'>) {
		this.#app = app;
		this.begin();
	}

	/** As the report is set at present; what was said of an earlier one is old. */
	begin(): void {
		if (this.drawing === null) this.outcome = null;
		const { pageSize = pageSizeHere(), largePrint = false } = this.#app.records.workshop?.report ?? {};
		this.pageSize = pageSize;
		this.largePrint = largePrint;
	}

	async save(name: HandoutName): Promise<void> {
		const workshopId = this.#app.records.openWorkshopId;
		if (this.drawing !== null || workshopId === null) return;
		const job = { id: newId(), isCancelled: false };
		this.#job = job;
		this.drawing = name;
		this.outcome = null;
		const clock = setTimeout(() => (this.isSlow = true), patience);
		try {
			const file = withoutHiddenVotes(await collectWorkshop(this.#app.database, workshopId));
			const outcome = job.isCancelled ? ({ kind: 'cancelled' } as const) : this.#received(await requestReport(job.id, file, this.#options(name)), job);
			this.outcome = { of: name, outcome };
		} catch (error) {
			this.outcome = { of: name, outcome: { kind: 'failed', reason: error instanceof Error ? error.message : String(error) } };
		} finally {
			clearTimeout(clock);
			this.drawing = null;
			this.isSlow = false;
			this.#job = null;
		}
	}

	async cancel(): Promise<void> {
		if (!this.#job) return;
		this.#job.isCancelled = true;
		await drawingOf(this.#job.id).cancel();
	}

	#options(name: HandoutName): ReportOptions {
		return {
			document: name,
			pageSize: this.pageSize,
			language: this.#app.records.workshop?.report?.language ?? 'en',
			printedAt: new Date().toISOString(),
			largePrint: this.largePrint && inLargePrint.has(name),
			...(name === 'cards' && { cardBacks: this.backs }),
			...(name === 'poster' && { poster: this.poster, tiled: this.isTiled }),
			...(name === 'ballot' && this.roundId !== '' && { roundId: this.roundId }),
		};
	}

	#received(delivered: Delivered, job: { isCancelled: boolean }): Outcome {
		if (delivered.kind === 'saved') return { kind: 'saved', path: delivered.path, notes: delivered.notes };
		if (delivered.kind === 'cancelled' || job.isCancelled) return { kind: 'cancelled' };
		saveBlob(delivered.bytes, delivered.name);
		return { kind: 'downloaded', name: delivered.name, notes: delivered.notes };
	}
}
