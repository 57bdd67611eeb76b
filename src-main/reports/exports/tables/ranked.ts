/** The cards in the room's order as a table of figures: one for each criterion, of revealed rounds only, and never a voter. */
import { horizonYears } from '../../../../src-shared/domain/horizon.ts';
import { isScale } from '../../../../src-shared/domain/tally.ts';
import type { AnyCardTally, AnyTally } from '../../../../src-shared/domain/roundTally.ts';
import type { Year } from '../../../../src-shared/domain/timing.ts';
import type { Criterion } from '../../../../src-shared/schemas/records.ts';
import type { ReportLanguage } from '../../../../src-shared/schemas/worlds.ts';
import { oneLine } from '../../text.ts';
import type { ReportCard, Result, View } from '../../view.ts';
import { commonWords } from '../../words/common.ts';
import { rankedWords } from '../../words/ranked.ts';
import { tableWords } from '../words/tables.ts';
import { cleaned, exactly, type Cell, type Column, type Table } from './cells.ts';

const figureWidth = 11;
const column = (title: string, width = figureWidth): Column => ({ title, width });

/** What a tally says, by the title of its column: tables of several criteria have the columns of all of them. */
type Figures = [Column, Cell][];

/** By criterion, in the order in which the report shows them; without any result one table of the cards as they stand. */
export function rankedTables(view: View, language: ReportLanguage): Table[] {
	const words = commonWords[language];
	if (view.results.length === 0) return [cardTable(view, language)];
	return [...new Set(view.results.map(({ criterion }) => criterion))].map((asked) =>
		tableOf(view, language, words.criteria[asked], view.results.filter(({ criterion }) => criterion === asked), false),
	);
}

/** All criteria in one table, each row saying of which it is. */
export function wholeTable(view: View, language: ReportLanguage): Table {
	return view.results.length === 0 ? cardTable(view, language) : tableOf(view, language, rankedWords[language].title, view.results, true);
}

function tableOf(view: View, language: ReportLanguage, title: string, results: readonly Result[], withCriterion: boolean): Table {
	const words = tableWords[language];
	const common = commonWords[language];
	const entries = results.flatMap((result) => {
		const cards: readonly AnyCardTally[] = result.tally.cards;
		return cards.flatMap((tally) => {
			const card = view.byId.get(tally.cardId);
			return card ? [{ result, tally, card, figures: figuresOf(language, view, result.tally, tally) }] : [];
		});
	});
	const figureColumns = new Map(entries.flatMap(({ figures }) => figures.map(([{ title: name, width }]) => [name, column(name, width)] as const)));
	return {
		title,
		columns: [
			column(words.round, 16), ...(withCriterion ? [column(words.criterion, 14)] : []), column(common.columns.rank, 7), ...cardColumns(language), ...figureColumns.values(), ...placeColumns(language),
		],
		rows: entries.map(({ result, tally, card, figures }) => {
			const byColumn = new Map(figures.map(([{ title: name }, cell]) => [name, cell]));
			return [
				oneLine(result.round.title) || common.aRound, ...(withCriterion ? [common.criteria[result.criterion]] : []), tally.rank,
				...cardCells(language, card), ...[...figureColumns.keys()].map((name) => byColumn.get(name) ?? null), ...placeCells(language, view, card),
			];
		}),
	};
}

function cardTable(view: View, language: ReportLanguage): Table {
	return {
		title: commonWords[language].nouns.card.many,
		columns: [...cardColumns(language), ...placeColumns(language)],
		rows: view.cards.map((card) => [...cardCells(language, card), ...placeCells(language, view, card)]),
	};
}

function cardColumns(language: ReportLanguage): Column[] {
	const { columns } = commonWords[language];
	return [column(columns.code, 8), column(columns.kind, 13), { ...column(columns.card, 44), wraps: true }];
}

const cardCells = (language: ReportLanguage, { code, kind, name }: ReportCard): Cell[] => [code, commonWords[language].kinds[kind], cleaned(name)];

function placeColumns(language: ReportLanguage): Column[] {
	const words = tableWords[language];
	return [column(words.canvasYear, 12), column(commonWords[language].columns.lane, 18), column(words.horizon, 18), column(words.file, 30), column(words.line, 8)];
}

function placeCells(language: ReportLanguage, view: View, { id, card, placement, lane }: ReportCard): Cell[] {
	const { workshopCards } = view.worlds.file;
	const horizon = workshopCards.find(({ cardId }) => cardId === id)?.horizon;
	const source = view.sources.find(({ source: one }) => one.id === card.sourceId)?.source;
	return [
		placement && exactly(view.workshop.baseYear + placement.at), lane && cleaned(lane), horizon ? commonWords[language].horizons[horizon] : null,
		source ? cleaned(source.file.split(/[\\/]/).at(-1) ?? source.file) : null, card.line,
	];
}

function figuresOf(language: ReportLanguage, view: View, { criterion }: AnyTally, tally: AnyCardTally): Figures {
	const words = tableWords[language];
	const common = commonWords[language];
	const { columns: titles } = rankedWords[language];
	const n: Figures = 'n' in tally ? [[column(common.columns.n), tally.n]] : [];
	if ('dots' in tally) return [[column(titles.dots), tally.dots], [column(titles.peopleSpoken), tally.voters], [column(titles.ofAllDots), exactly(tally.share, 4)]];
	if ('yes' in tally) return [...n, [column(titles.shareOfYes), exactly(tally.share, 4)], [column(titles.yes), tally.yes], [column(titles.no), tally.no], [column(titles.unsure), tally.unsure], [column(titles.consensus), exactly(tally.consensus)]];
	const middle = (median: Cell, q1: Cell, q3: Cell, iqr: number | null): Figures => [[column(common.columns.median), median], [column(words.q1), q1], [column(words.q3), q3], [column(titles.iqr), exactly(iqr)]];
	const answered: Figures = [...n, [column(common.columns.cannotSay), tally.cannotSay]];
	if ('years' in tally) {
		const year = (value: Year | null): Cell => (value === 'later' ? common.afterOrNever(view.endYear) : exactly(value));
		const counts = tally.years.map((count, index): [Column, Cell] => [column(words.votesFor(view.workshop.baseYear + index)), count]);
		return [...middle(year(tally.median), year(tally.q1), year(tally.q3), tally.spread), ...answered, ...counts, [column(words.votesFor(common.afterOrNever(view.workshop.baseYear + horizonYears)), 16), tally.later]];
	}
	return [
		...middle(exactly(tally.median), exactly(tally.q1), exactly(tally.q3), tally.iqr), [column(words.mean), exactly(tally.mean)], [column(titles.consensus), exactly(tally.consensus)],
		[column(words.agreement, 12), tally.agreed === null ? null : tally.agreed ? common.agreed : common.contested],
		...answered, ...(isScale(criterion as Criterion) ? tally.histogram.map((count, index): [Column, Cell] => [column(words.votesFor(index + 1)), count]) : []),
	];
}
