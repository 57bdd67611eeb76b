/** Draws the printed documents: the scenario report, one section after the other, each in a file of its own; the ballot; the slips with codes. */
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { drawBallot } from './ballot.ts';
import { drawCodes } from './codesSheet.ts';
import { fonts } from './fonts.ts';
import { createPaper } from './paper.ts';
import { cards } from './sections/cards.ts';
import { cover } from './sections/cover.ts';
import { horizon } from './sections/horizon.ts';
import { method } from './sections/method.ts';
import { ranked } from './sections/ranked.ts';
import { scenarios } from './sections/scenarios.ts';
import { sources } from './sections/sources.ts';
import { summary } from './sections/summary.ts';
import { createView } from './view.ts';

export interface DrawnReport {
	bytes: Uint8Array;
	pages: number;
	/** What a reader should know, as sentences: characters that no font has, texts that were cut. */
	notes: string[];
}

export async function drawReport(file: WorkshopFile, options: ReportOptions): Promise<DrawnReport> {
	const paper = createPaper(file, options);
	const view = createView(file, paper.notes);
	if (options.document === 'ballot') drawBallot(paper, view, file, options);
	else if (options.document === 'codes') drawCodes(paper, view, options);
	else for (const section of [cover, summary, method, horizon, ranked, scenarios, cards, sources]) section(paper, view);
	const { bytes, pages } = await paper.finish();
	for (const font of fonts.unreadable()) paper.notes.add(`The font file ${font} is missing or damaged in Longview’s own folder; other fonts stand in for it. Install Longview again to have it back.`);
	return { bytes, pages, notes: paper.notes.all() };
}
