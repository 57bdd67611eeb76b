/** What to do: the way back from each world that has steps, on a line of time and as a table, and what else was agreed on. */
import { backwards, flagRows, worldAt, worldsToComeFrom } from '../../../src-shared/domain/backcast.ts';
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import type { Action } from '../../../src-shared/schemas/worlds.ts';
import type { Paper, Tag } from '../paper.ts';
import { heading, paragraph, sectionHeading } from '../flow.ts';
import { worldTarget } from '../links.ts';
import { table, type Cell } from '../table.ts';
import { oneLine, shortened } from '../text.ts';
import { colours } from '../theme.ts';
import type { Span } from '../typeset.ts';
import type { View } from '../view.ts';
import { actionWords } from '../words/plans.ts';
import { speech } from '../words/speech.ts';
import type { World } from '../worldsView.ts';

export function actions(paper: Paper, view: View): void {
	const { worlds, worldOf, actions: others } = view.worlds;
	const from = worldsToComeFrom(worlds.map(({ scenario }) => scenario)).map(({ id }) => worldOf.get(id)!).filter(({ steps }) => steps.length > 0);
	if (from.length === 0 && others.length === 0) return;
	const words = paper.say(actionWords);
	paper.newPage();
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, words.title);
	paragraph(paper, section, words.intro, { style: 'quiet', after: 14 });
	for (const world of from) drawWay(paper, section, view, world);
	if (others.length > 0) drawOthers(paper, section, view, others);
	section.end();
}

function drawWay(paper: Paper, section: Tag, view: View, world: World): void {
	const words = paper.say(actionWords);
	const steps = backwards(world.steps);
	const line = lineOf(paper, view, world, steps);
	paper.need(Math.min(line.height + 130, paper.bottom - paper.top));
	const [before, after] = words.back('\u0000').split('\u0000');
	heading(paper, section, [{ text: before! }, { text: world.title, to: worldTarget(world.id) }, { text: after ?? '' }], { after: 1 });
	paragraph(paper, section, words.backIntro(world.scenario.horizonYear), { style: 'note', after: 8 });
	if (steps.some(({ at }) => at !== null)) line.draw(section);
	const columns = [
		{ title: words.columns.number, width: 32 }, { title: words.columns.when, width: 70 }, { title: words.columns.step, width: paper.width - 32 - 70 - 96 - 72 }, { title: words.columns.owner, width: 96 }, { title: words.columns.state, width: 72 },
	];
	table(paper, section, columns, steps.map((step, index) => [{ text: String(index + 1), style: 'smallStrong' as const }, ...rowOf(paper, view, step)]), { rowHeight: 26, padding: 4.5, after: 24 });
}

function drawOthers(paper: Paper, section: Tag, view: View, others: readonly Action[]): void {
	const words = paper.say(actionWords);
	heading(paper, section, words.others, { after: 2, keep: 90 });
	const columns = [{ title: words.columns.when, width: 70 }, { title: words.columns.action, width: paper.width - 70 - 96 - 72 }, { title: words.columns.owner, width: 96 }, { title: words.columns.state, width: 72 }];
	table(paper, section, columns, others.map((action) => rowOf(paper, view, action)), { rowHeight: 26, padding: 4.5 });
}

function rowOf(paper: Paper, view: View, { title, note, at, owner, done }: Action): Cell[] {
	const words = paper.say(actionWords);
	const name: Span[] = [{ text: shortened(title, 300) || '–', weight: 600 }, ...(note.trim() ? [{ text: ` \n${shortened(note, 400)}`, weight: 400 as const, colour: colours.ink2 }] : [])];
	return [
		{ text: at === null ? words.undated : speech[paper.language].quarter(view.workshop.baseYear, at), style: 'plain' },
		{ text: name, names: true },
		{ text: shortened(owner, 120) || '–', style: 'plain' },
		{ text: done ? words.done : words.open, style: done ? 'smallStrong' : 'small' },
	];
}

const rowPitch = 22;
const flagWidth = 190;
const axisHeight = 26;

/** The ten years from left to right; a step stands over its date, the world at its year, and today under the sun. */
function lineOf(paper: Paper, view: View, world: World, steps: readonly Action[]): { height: number; draw: (section: Tag) => void } {
	const words = paper.say(actionWords);
	const { quarter } = speech[paper.language];
	const { baseYear } = view.workshop;
	const [x0, x1] = [paper.left + 15, paper.right - 15];
	const x = (at: number) => x0 + (at / horizonYears) * (x1 - x0);
	const years = (width: number) => (width / (x1 - x0)) * horizonYears;
	const dated = steps.flatMap((step, index) => (step.at === null ? [] : [{ id: step.id, at: step.at, number: index + 1, title: oneLine(step.title) }]));
	const spots = flagRows(dated, { width: years(flagWidth), gap: years(8) });
	const rows = Math.max(1, ...spots.map(({ row }) => row + 1));
	const height = rows * rowPitch + axisHeight + 30;
	return {
		height,
		draw(section) {
			const top = paper.y;
			const axis = top + 24 + rows * rowPitch;
			const alt = words.alt(world.title, dated.map(({ number, title, at }) => words.step(number, title, quarter(baseYear, at))));
			const figure = paper.tag(section, 'Figure', { alt, bbox: [paper.left, top, paper.right, top + height] });
			paper.content(figure, () => {
				drawYears(paper, baseYear, axis, x);
				if (view.now !== null) paper.doc.circle(x(view.now), axis, 6).lineWidth(0.9).fillAndStroke(colours.sun, colours.ink);
				drawEnd(paper, world, x(worldAt(world.scenario, baseYear)), top, axis);
				for (const { at, row } of spots) drawStem(paper, x(at), flagTop(axis, row), axis);
				for (const spot of spots) {
					const step = dated.find(({ id }) => id === spot.id)!;
					drawFlag(paper, step, x(spot.at), flagTop(axis, spot.row), spot.flipped);
				}
			});
			figure.end();
			paper.y = top + height + 6;
		},
	};
}

function drawYears(paper: Paper, baseYear: number, axis: number, x: (at: number) => number): void {
	const { doc } = paper;
	doc.lineWidth(1.5).moveTo(x(0), axis).lineTo(x(horizonYears), axis).stroke(colours.ink);
	for (let year = 0; year <= horizonYears; year++) {
		doc.lineWidth(0.9).moveTo(x(year), axis).lineTo(x(year), axis + (year % 2 === 0 ? 6 : 3)).stroke(colours.ink);
		if (year % 2 !== 0) continue;
		const [line] = paper.set(String(baseYear + year), 'smallStrong', 60);
		paper.drawLine(line!, x(year) - line!.width / 2, axis + 7, 15);
	}
}

function drawEnd(paper: Paper, world: World, at: number, top: number, axis: number): void {
	const [line] = paper.set([{ text: world.title, colour: colours.onRidge }], 'smallStrong', 200, { maxLines: 1 });
	const width = line!.width + 18;
	const left = Math.min(Math.max(paper.left, at - width / 2), paper.right - width);
	paper.doc.lineWidth(1.5).moveTo(at, top + 20).lineTo(at, axis).stroke(colours.action);
	paper.doc.roundedRect(left, top, width, 20, 10).fill(colours.action);
	paper.drawLine(line!, left + 9, top + 2.5, 15);
}

const flagTop = (axis: number, row: number): number => axis - 4 - (row + 1) * rowPitch;

function drawStem({ doc }: Paper, at: number, y: number, axis: number): void {
	doc.lineWidth(0.9).moveTo(at, y + 15).lineTo(at, axis).stroke(colours.lineStrong);
	doc.circle(at, axis, 3.2).fill(colours.ink);
}

function drawFlag(paper: Paper, { number, title }: { number: number; title: string }, at: number, y: number, flipped: boolean): void {
	const { doc } = paper;
	const radius = 8;
	doc.circle(at, y + 7.5, radius).fill(colours.ink);
	const [sign] = paper.set([{ text: String(number), colour: colours.onRidge }], 'smallStrong', 30);
	paper.drawLine(sign!, at - sign!.width / 2, y, 15);
	const [line] = paper.set(title || '–', 'small', flagWidth - radius - 12, { maxLines: 1 });
	// Words on white: stems of other steps pass behind them.
	const left = flipped ? at - radius - 5 - line!.width : at + radius + 5;
	doc.rect(left - 1, y + 1, line!.width + 2, 13).fill(colours.paper);
	paper.drawLine(line!, left, y, 15);
}
