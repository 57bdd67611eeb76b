/** The report as an outline: its cover and its sections in the order that the facilitator chose, or some of them. */
import { shownSections } from '../../../../src-shared/domain/reportSections.ts';
import type { SectionName } from '../../../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../../../src-shared/schemas/workshopFile.ts';
import type { ReportLanguage } from '../../../../src-shared/schemas/worlds.ts';
import { linkedPlace } from '../../links.ts';
import { cover } from '../../sections/cover.ts';
import { expectPlacesOf } from '../../sections/trace.ts';
import { drawings } from '../../sections.ts';
import type { Notes } from '../../text.ts';
import { createView, type View } from '../../view.ts';
import { createOutlinePaper, type Element, type OutlinePaper } from './outlinePaper.ts';

export interface Outline {
	view: View;
	paper: OutlinePaper;
	cover: Element;
	sections: Element[];
	/** The name of the place that a link leads to, where the outline has it. */
	placeOf(target: string): string | null;
}

/** @param chosen instead of the sections that the report shows. */
export function outlineOf(file: WorkshopFile, { language, notes, chosen }: { language: ReportLanguage; notes: Notes; chosen?: readonly SectionName[] }): Outline {
	const view = createView(file, notes, language);
	const paper = createOutlinePaper({ language, notes, settings: file.workshop.report });
	const shown = chosen ?? shownSections(file.workshop.report);
	expectPlacesOf(paper, view, shown);
	cover(paper, view);
	const front = paper.outline.children.splice(0);
	const sections = shown.flatMap((name): Element[] => {
		drawings[name]?.(paper, view);
		return paper.outline.children.splice(0).filter((part): part is Element => part.is === 'element').map((part) => ({ ...part, section: name }));
	});
	return { view, paper, cover: front[0] as Element, sections, placeOf: (target) => linkedPlace(paper, target)?.name ?? null };
}
