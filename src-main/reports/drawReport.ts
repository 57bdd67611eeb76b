/** Draws the printed documents: the scenario report, one section after the other, each in a file of its own; the handouts; the slips with codes. */
import { shownSections } from '../../src-shared/domain/reportSections.ts';
import type { ReportOptions, SectionStart } from '../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { drawBallot } from './ballot.ts';
import { drawCodes } from './codesSheet.ts';
import { fonts } from './fonts.ts';
import { drawCards } from './handouts/cards.ts';
import { drawPoster } from './handouts/poster.ts';
import { drawQuestions } from './handouts/questions.ts';
import { drawScenarioSheets } from './handouts/scenarioSheets.ts';
import { createPaper, type Paper } from './paper.ts';
import type { Watch } from './progress.ts';
import { expectPlacesOf } from './sections/trace.ts';
import { drawings } from './sections.ts';
import { cover } from './sections/cover.ts';
import { createView, type View } from './view.ts';

export interface DrawnReport {
	bytes: Uint8Array;
	pages: number;
	/** What a reader should know, as sentences: characters that no font has, texts that were cut. */
	notes: string[];
	/** The sections of a report that have something to show, in their order, with the page that each begins on. */
	sections: SectionStart[];
}

/** @param watch is told how far it is, and may end it. @throws DrawingCancelled */
export async function drawReport(file: WorkshopFile, options: ReportOptions, watch?: Watch): Promise<DrawnReport> {
	const paper = createPaper(file, options, watch);
	const view = createView(file, paper.notes, options.language);
	const sections = options.document === 'report' ? drawSections(paper, view, watch) : [];
	if (options.document === 'ballot') drawBallot(paper, view, file, options);
	else if (options.document === 'codes') drawCodes(paper, view, options);
	else if (options.document === 'cards') drawCards(paper, view, options);
	else if (options.document === 'scenario-sheets') drawScenarioSheets(paper, view);
	else if (options.document === 'questions') drawQuestions(paper, view);
	else if (options.document === 'poster') drawPoster(paper, view, options);
	const { bytes, pages } = await paper.finish();
	for (const font of fonts.unreadable()) paper.notes.add(`The font file ${font} is missing or damaged in Longview’s own folder; other fonts stand in for it. Install Longview again to have it back.`);
	return { bytes, pages, notes: atMost(paper.notes.all()), sections };
}

/** Nobody reads more of them. */
const mostNotes = 50;

const atMost = (notes: string[]): string[] => (notes.length <= mostNotes ? notes : [...notes.slice(0, mostNotes), `There are ${notes.length - mostNotes} more remarks of these kinds.`]);

function drawSections(paper: Paper, view: View, watch: Watch | undefined): SectionStart[] {
	const shown = shownSections(view.workshop.report);
	expectPlacesOf(paper, view, shown);
	cover(paper, view);
	return shown.flatMap((name) => {
		watch?.section(name);
		const before = paper.bookmarked.length;
		drawings[name]?.(paper, view);
		const page = paper.bookmarked[before];
		return page === undefined ? [] : [{ name, page }];
	});
}
