/** Makes one of the other ways out of a workshop file. Rounds that are not revealed are not even looked at by what it is made of. */
import { fewestReasons } from '../../../src-shared/domain/reasons.ts';
import { reasonsFor, sidesOf } from '../../../src-shared/domain/reasonSides.ts';
import type { ExportOptions } from '../../../src-shared/schemas/export.ts';
import type { WorkshopFile } from '../../../src-shared/schemas/workshopFile.ts';
import type { ReportLanguage } from '../../../src-shared/schemas/worlds.ts';
import { createNotes, type Notes } from '../text.ts';
import { createView, type View } from '../view.ts';
import { commonWords } from '../words/common.ts';
import { contestedWords } from '../words/contested.ts';
import { pageOf } from './html/page.ts';
import { outlineOf } from './outline/outline.ts';
import { isElement, plainOf, quoteSources } from './outline/reading.ts';
import { docxOf } from './scenarios/docx.ts';
import { markdownOf } from './scenarios/markdown.ts';
import { scenarioSections } from './scenarios/parts.ts';
import { cleaned, type Table } from './tables/cells.ts';
import { csvOf } from './tables/csv.ts';
import { impactTables } from './tables/impact.ts';
import { rankedTables, wholeTable } from './tables/ranked.ts';
import { xlsxOf } from './tables/xlsx.ts';
import { standName, tableWords } from './words/tables.ts';

export interface MadeExport {
	bytes: Uint8Array;
	/** What a reader should know, as sentences. */
	notes: string[];
}

const utf8 = new TextEncoder();

export async function makeExport(file: WorkshopFile, options: ExportOptions): Promise<MadeExport> {
	const notes = createNotes();
	const bytes = await bytesOf(file, options, notes);
	// Every reader has fonts of its own here: what those of the report lack is no matter.
	return { bytes, notes: notes.all().filter((note) => !note.startsWith('The report\'s fonts lack')) };
}

async function bytesOf(file: WorkshopFile, options: ExportOptions, notes: Notes): Promise<Uint8Array> {
	const { format, language } = options;
	if (format === 'csv') return utf8.encode(csvOf(wholeTable(createView(file, notes, language), language), language));
	if (format === 'xlsx') return xlsxOf(workbookOf(file, createView(file, notes, language), language, notes));
	const outline = outlineOf(file, { language, notes, ...(format !== 'html' && { chosen: scenarioSections }) });
	quoteSources(outline, language);
	if (format === 'html') return utf8.encode(pageOf(outline, options));
	return format === 'docx' ? docxOf(outline, options) : utf8.encode(markdownOf(outline, options));
}

const workbookOf = (file: WorkshopFile, view: View, language: ReportLanguage, notes: Notes): Table[] => [...rankedTables(view, language), methodTable(file, language, notes), ...reasonsTable(view, language), ...impactTables(view, language)];

/** What the report's section on method says, row by row. */
function methodTable(file: WorkshopFile, language: ReportLanguage, notes: Notes): Table {
	const { sections: [section] } = outlineOf(file, { language, notes, chosen: ['method'] });
	const tables = (section?.children ?? []).filter(isElement).filter(({ type }) => type === 'Table');
	const rows = tables.flatMap((table) => table.children.filter(isElement).filter(({ type }) => type === 'TBody').flatMap((body) => body.children.filter(isElement)));
	const title = (section?.children ?? []).filter(isElement).find(({ type }) => type === 'H2');
	const heads = tables[0]?.children.filter(isElement)[0]?.children.filter(isElement)[0]?.children.map(plainOf) ?? [];
	return {
		title: title ? plainOf(title) : 'Method',
		columns: [{ title: heads[0] ?? '', width: 26 }, { title: heads[1] ?? '', width: 90, wraps: true }, { title: commonWords[language].columns.source, width: 40, wraps: true }],
		rows: [...rows.map((row) => row.children.map((cell) => cleaned(plainOf(cell)))), [null, tableWords[language].formulas, null]],
	};
}

/** Under the rules by which reasons may be shown: none of a round in which few people wrote any, and never in the order of writing. */
function reasonsTable(view: View, language: ReportLanguage): Table[] {
	const words = tableWords[language];
	const common = commonWords[language];
	const { ballots } = view.worlds.file;
	const rows = view.results.flatMap(({ round, criterion, tally }) => {
		const cards: readonly { cardId: string }[] = tally.cards;
		return cards.flatMap(({ cardId }, index) => {
			const card = view.byId.get(cardId);
			const sides = card && reasonsFor(round, ballots, cardId, criterion, sidesOf(criterion, tally.cards[index]!));
			return (sides ?? []).flatMap(({ stand, texts }) => texts.map((text) => [cleaned(round.title) || common.aRound, common.criteria[criterion], card!.code, cleaned(card!.name), standName(language, stand), cleaned(text)]));
		});
	});
	const columns = [{ title: words.round, width: 16 }, { title: words.criterion, width: 14 }, { title: common.columns.code, width: 8 }, { title: common.columns.card, width: 36, wraps: true as const }, { title: words.standsAt, width: 22 }, { title: words.reason, width: 80, wraps: true as const }];
	const said = rows.length === 0 ? contestedWords[language].tooFew(fewestReasons) : words.reasonsShuffled;
	return view.results.length === 0 ? [] : [{ title: words.reasonsSheet, columns, rows: [...rows, [null, null, null, null, null, said]] }];
}
