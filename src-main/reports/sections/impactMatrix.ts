/**
 * The matrix of a cross-impact balance on paper: what was judged of it, whole where its columns fit the page, else a table for each
 * driver that is acted on. What nobody judged is left out, and of very many rows the strongest are printed; both are said.
 */
import type { Paper, Tag } from '../paper.ts';
import { heading, paragraph } from '../flow.ts';
import { cellKey, type Signed } from '../signedDrivers.ts';
import { table, type Cell } from '../table.ts';
import type { View } from '../view.ts';
import { crossImpactWords } from '../words/methods.ts';
import { speech } from '../words/speech.ts';

const nameWidth = 190;
const cellWidth = 31;
const rowHeight = 22;

/** A state of one driver, and what it does to the states of the targets of its table. */
interface Row {
	cause: Signed;
	state: Signed['states'][number];
	/** Null where nobody judged it, or the target is the driver itself. */
	strengths: (number | null)[];
	/** All of its judgements together, whatever their sign. */
	weight: number;
}

interface Block {
	targets: readonly Signed[];
	rows: Row[];
}

/** On about thirty pages; in large print each row is a list of its own. */
const mostRows = ({ theme }: Paper): number => (theme.scale > 1 ? 150 : 600);

export function drawMatrix(paper: Paper, section: Tag, view: View, drivers: readonly Signed[]): void {
	const words = paper.say(crossImpactWords);
	const strengths = new Map(view.worlds.judgements.map((one) => [cellKey(one.fromDriverId, one.fromStateId, one.toDriverId, one.toStateId), one.strength]));
	const isWhole = nameWidth + drivers.reduce((sum, { states }) => sum + states.length, 0) * cellWidth <= paper.width;
	const all = (isWhole ? [drivers] : drivers.map((driver) => [driver])).map((targets) => blockOf(drivers, targets, strengths));
	const judged = all.map(({ targets, rows }): Block => ({ targets, rows: rows.filter(isJudged) })).filter(({ rows }) => rows.length > 0);
	if (judged.length === 0) return;
	const printed = strongest(judged, mostRows(paper));
	const rowsOf = (blocks: readonly Block[]) => blocks.reduce((sum, { rows }) => sum + rows.length, 0);
	const empty = { drivers: all.length - judged.length, rows: rowsOf(all.filter(({ targets }) => judged.some((block) => block.targets === targets))) - rowsOf(judged) };
	const notes = [
		words.matrixIntro,
		...(empty.drivers + empty.rows > 0 ? [words.notJudged(empty.drivers, empty.rows)] : []),
		...(rowsOf(printed) < rowsOf(judged) ? [words.matrixCut(rowsOf(printed), rowsOf(judged))] : []),
	];
	paper.need(Math.min(60 + rowsOf(printed) * rowHeight, paper.bottom - paper.top - 60));
	heading(paper, section, words.matrix, { after: 2 });
	paragraph(paper, section, notes.join(' '), { style: 'note', after: 4 });
	for (const block of printed) {
		if (!isWhole) heading(paper, section, words.actsOn(`${block.targets[0]!.sign} ${block.targets[0]!.name}`), { as: 'H4', style: 'smallStrong', after: 2 });
		drawBlock(paper, section, block);
	}
}

function blockOf(drivers: readonly Signed[], targets: readonly Signed[], strengths: ReadonlyMap<string, number>): Block {
	const causes = drivers.filter((driver) => targets.length > 1 || driver !== targets[0]);
	const rows = causes.flatMap((cause) => cause.states.map((state): Row => {
		const own = targets.flatMap((target) => target.states.map((to) => (target === cause ? null : (strengths.get(cellKey(cause.driver.id, state.id, target.driver.id, to.id)) ?? null))));
		return { cause, state, strengths: own, weight: own.reduce<number>((sum, strength) => sum + Math.abs(strength ?? 0), 0) };
	}));
	return { targets, rows };
}

const isJudged = ({ strengths }: Row): boolean => strengths.some((strength) => strength !== null);

/** In their order; of equals the earlier. */
function strongest(blocks: readonly Block[], most: number): Block[] {
	const rows = blocks.flatMap((block) => block.rows);
	if (rows.length <= most) return [...blocks];
	const kept = new Set([...rows].sort((a, b) => b.weight - a.weight).slice(0, most));
	return blocks.map(({ targets, rows: own }) => ({ targets, rows: own.filter((row) => kept.has(row)) })).filter(({ rows: own }) => own.length > 0);
}

function drawBlock(paper: Paper, section: Tag, { targets, rows }: Block): void {
	const words = paper.say(crossImpactWords);
	const { labelled, signed } = speech[paper.language];
	const columns = [
		{ title: words.cause, width: nameWidth },
		...targets.flatMap((target) => target.states.map((state) => ({ title: state.sign, spoken: labelled(`${state.sign} ${target.name}`, state.name), width: cellWidth, align: 'center' as const }))),
	];
	const owners = targets.flatMap((target) => target.states.map(() => target));
	const cells = rows.map(({ cause, state, strengths }): Cell[] => [
		{ text: [{ text: `${state.sign} `, weight: 700 }, { text: state.name }], names: true, style: 'plain' },
		...strengths.map((strength, index): Cell => {
			if (owners[index] === cause) return { text: '–', style: 'small' };
			return strength === null ? {} : { text: signed(strength), style: strength === 0 ? 'small' : 'smallStrong' };
		}),
	]);
	table(paper, section, columns, cells, { rowHeight, padding: 3, after: 16 });
}
