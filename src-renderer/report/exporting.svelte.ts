/** The export of the report, with how far it is. */
import { drawingOf, requestReport, type ReportProgress } from '../api/reports.ts';
import type { App } from '../context.ts';
import { Making } from './making.svelte.ts';
import { reportOptions } from './settings.ts';

const betweenLooks = 250;

export class Exporting extends Making<'report'> {
	progress = $state.raw<ReportProgress | null>(null);

	constructor(app: Pick<App, 'database' | 'records'>) {
		super(app, { request: (id, file) => requestReport(id, file, reportOptions(file.workshop)), cancel: (id) => drawingOf(id).cancel() });
	}

	async start(): Promise<void> {
		if (this.running === null) this.progress = null;
		await this.make('report');
	}

	protected override wonder(): void {
		super.wonder();
		void this.#look();
	}

	async #look(): Promise<void> {
		while (this.running !== null) {
			const progress = this.id === null ? null : await drawingOf(this.id).progress();
			if (this.running !== null) this.progress = progress ?? this.progress;
			await new Promise((resolve) => setTimeout(resolve, betweenLooks));
		}
	}
}
