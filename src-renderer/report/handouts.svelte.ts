/** Handouts as the Report step offers them: what each is for, and how it is asked for. */
import type { PosterSize, PrintedDocument, ReportOptions } from '../../src-shared/schemas/report.ts';
import { drawingOf, requestReport } from '../api/reports.ts';
import type { App } from '../context.ts';
import { pageSizeHere, type PageSize } from '../ui/pageSize.ts';
import { Making } from './making.svelte.ts';

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

export class HandoutPrinting extends Making<HandoutName> {
	pageSize = $state<PageSize>(pageSizeHere());
	largePrint = $state(false);
	backs = $state(false);
	poster = $state<PosterSize>('A1');
	isTiled = $state(false);
	roundId = $state('');

	constructor(app: Pick<App, 'database' | 'records'>) {
		super(app, { request: (id, file, name) => requestReport(id, file, this.#options(name)), cancel: (id) => drawingOf(id).cancel() });
		this.begin();
	}

	/** As the report is set at present; what was said of an earlier one is old. */
	begin(): void {
		if (this.running === null) this.outcome = null;
		const { pageSize = pageSizeHere(), largePrint = false } = this.app.records.workshop?.report ?? {};
		this.pageSize = pageSize;
		this.largePrint = largePrint;
	}

	#options(name: HandoutName): ReportOptions {
		return {
			document: name,
			pageSize: this.pageSize,
			language: this.app.records.workshop?.report?.language ?? 'en',
			printedAt: new Date().toISOString(),
			largePrint: this.largePrint && inLargePrint.has(name),
			...(name === 'cards' && { cardBacks: this.backs }),
			...(name === 'poster' && { poster: this.poster, tiled: this.isTiled }),
			...(name === 'ballot' && this.roundId !== '' && { roundId: this.roundId }),
		};
	}
}
