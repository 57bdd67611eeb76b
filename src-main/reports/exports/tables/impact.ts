/** What people judged of drivers, as tables: the whole matrix of a cross-impact balance, or a row for each judgement where it would have too many columns. */
import type { ReportLanguage } from '../../../../src-shared/schemas/worlds.ts';
import { cellKey, signedDrivers, type Signed } from '../../signedDrivers.ts';
import type { View } from '../../view.ts';
import { crossImpactWords } from '../../words/methods.ts';
import { tableWords } from '../words/tables.ts';
import { cleaned, type Cell, type Column, type Table } from './cells.ts';

/** States of all drivers. A sheet of so many by so many is still opened in a moment. */
const mostColumns = 500;

interface State {
	driver: Signed;
	state: Signed['states'][number];
}

/** None where nothing was judged. */
export function impactTables({ worlds: { drivers, judgements } }: View, language: ReportLanguage): Table[] {
	const states = signedDrivers(drivers, crossImpactWords[language]).flatMap((driver) => driver.states.map((state): State => ({ driver, state })));
	const strengths = new Map(judgements.map((one) => [cellKey(one.fromDriverId, one.fromStateId, one.toDriverId, one.toStateId), one.strength]));
	if (states.length === 0 || strengths.size === 0) return [];
	const strengthOf = (from: State, to: State): number | null => strengths.get(cellKey(from.driver.driver.id, from.state.id, to.driver.driver.id, to.state.id)) ?? null;
	return [(states.length <= mostColumns ? matrixOf : listOf)(states, strengthOf, language)];
}

type StrengthOf = (from: State, to: State) => number | null;

const driverCell = ({ driver: { sign, name } }: State): Cell => cleaned(`${sign} ${name}`);
const stateCell = ({ state: { sign, name } }: State): Cell => cleaned(`${sign} ${name}`);
const nameColumn = (title: string): Column => ({ title, width: 28, wraps: true });

function matrixOf(states: readonly State[], strengthOf: StrengthOf, language: ReportLanguage): Table {
	const words = crossImpactWords[language];
	return {
		title: tableWords[language].impactSheet,
		columns: [nameColumn(words.driver), nameColumn(words.cause), ...states.map((state): Column => ({ title: String(stateCell(state)), width: 11 }))],
		rows: states.map((from) => [driverCell(from), stateCell(from), ...states.map((to): Cell => (from.driver === to.driver ? '–' : strengthOf(from, to)))]),
	};
}

function listOf(states: readonly State[], strengthOf: StrengthOf, language: ReportLanguage): Table {
	const words = crossImpactWords[language];
	const { impactSheet, actedOn, strength } = tableWords[language];
	const rows = states.flatMap((from) => states.flatMap((to): Cell[][] => {
		const judged = from.driver === to.driver ? null : strengthOf(from, to);
		return judged === null ? [] : [[driverCell(from), stateCell(from), driverCell(to), stateCell(to), judged]];
	}));
	return { title: impactSheet, columns: [nameColumn(words.driver), nameColumn(words.cause), nameColumn(actedOn), nameColumn(words.states), { title: strength, width: 11 }], rows };
}
