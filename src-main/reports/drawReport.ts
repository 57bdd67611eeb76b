/** Draws the printed documents: the scenario report, one section after the other, each in a file of its own; the ballot; the slips with codes. */
import { shownSections } from '../../src-shared/domain/reportSections.ts';
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { drawBallot } from './ballot.ts';
import { drawCodes } from './codesSheet.ts';
import { fonts } from './fonts.ts';
import { drawCards } from './handouts/cards.ts';
import { drawPoster } from './handouts/poster.ts';
import { drawQuestions } from './handouts/questions.ts';
import { drawScenarioSheets } from './handouts/scenarioSheets.ts';
import { createPaper } from './paper.ts';
import { expectPlacesOf } from './sections/trace.ts';
import { drawings } from './sections.ts';
import { cover } from './sections/cover.ts';
import { createView } from './view.ts';

export interface DrawnReport {
	bytes: Uint8Array;
	pages: number;
	/** What a reader should know, as sentences: characters that no font has, texts that were cut. */
	notes: string[];
}

export async function drawReport(file: WorkshopFile, options: ReportOptions): Promise<DrawnReport> {
	const paper = createPaper(file, options);
	const view = createView(file, paper.notes, options.language);
	if (options.document === 'ballot') drawBallot(paper, view, file, options);
	else if (options.document === 'codes') drawCodes(paper, view, options);
	else if (options.document === 'cards') drawCards(paper, view, options);
	else if (options.document === 'scenario-sheets') drawScenarioSheets(paper, view);
	else if (options.document === 'questions') drawQuestions(paper, view);
	else if (options.document === 'poster') drawPoster(paper, view, options);
	else {
		const shown = shownSections(file.workshop.report);
		expectPlacesOf(paper, view, shown);
		cover(paper, view);
		for (const name of shown) drawings[name]?.(paper, view);
	}
	const { bytes, pages } = await paper.finish();
	for (const font of fonts.unreadable()) paper.notes.add(`The font file ${font} is missing or damaged in Longview’s own folder; other fonts stand in for it. Install Longview again to have it back.`);
	return { bytes, pages, notes: paper.notes.all() };
}
