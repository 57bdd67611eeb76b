/** Impact and uncertainty: the map of the room's medians, and the table that says the same with the quartiles. */
import { enough, impactMap } from '../../../src-shared/domain/impactUncertainty.ts';
import type { RatingResult } from '../../../src-shared/domain/roomResults.ts';
import { drawImpactPlot, type PlotPoint } from '../impactPlot.ts';
import type { Paper, Tag } from '../paper.ts';
import { paragraph, sectionHeading } from '../flow.ts';
import { table, type Cell } from '../table.ts';
import type { View } from '../view.ts';
import { speech } from '../words/speech.ts';
import { uncertaintyWords } from '../words/uncertainties.ts';
import { rankedName } from './rankedRows.ts';

export function uncertainties(paper: Paper, view: View): void {
	const { file, critical } = view.worlds;
	const { points: all, voters } = impactMap(file.rounds, file.ballots, view.worlds.ratings);
	const points = all.flatMap((point): PlotPoint[] => {
		const card = view.byId.get(point.cardId);
		return card ? [{ ...point, card, isChosen: critical.has(card.id) }] : [];
	});
	if (points.length === 0) return;
	const words = paper.say(uncertaintyWords);
	paper.newPage();
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, words.title);
	paragraph(paper, section, [words.intro(voters), ...warnings(paper, points.length, voters)].join(' '), { style: 'quiet', after: 12 });
	drawMap(paper, section, points);
	drawTable(paper, section, points);
	section.end();
}

function warnings(paper: Paper, cards: number, voters: number): string[] {
	const words = paper.say(uncertaintyWords);
	return [...(cards < enough ? [words.fewCards(cards, enough)] : []), ...(voters < enough ? [words.fewVoters(voters, enough)] : [])];
}

const tallest = 380;

function drawMap(paper: Paper, section: Tag, points: readonly PlotPoint[]): void {
	const words = paper.say(uncertaintyWords);
	paper.need(240);
	const top = paper.y;
	const foot = Math.min(paper.bottom - 50, top + tallest);
	const high = points.filter(({ isHigh }) => isHigh).map(({ card }) => `${card.code} ${card.name}`);
	const figure = paper.tag(section, 'Figure', { alt: words.alt(high), bbox: [paper.left, top, paper.right, foot] });
	paper.content(figure, () => drawImpactPlot(paper, [...points].sort((a, b) => Number(b.isChosen) - Number(a.isChosen)), words, top, foot));
	figure.end();
	paper.y = foot + 6;
	const notes = [words.crosses, ...(points.some(({ isChosen }) => isChosen) ? [`${words.legend}.`] : [])];
	paragraph(paper, section, notes.join(' '), { style: 'note', after: 16 });
}

function drawTable(paper: Paper, section: Tag, points: readonly PlotPoint[]): void {
	const words = paper.say(uncertaintyWords);
	const { figure } = speech[paper.language];
	const said = ({ median, q1, q3 }: RatingResult) => words.quartiles(figure(median), figure(q1), figure(q3));
	const columns = [
		{ title: words.columns.card, width: paper.width - 86 - 92 - 62 - 94 },
		{ title: words.columns.impact, width: 86 },
		{ title: words.columns.uncertainty, width: 92 },
		{ title: words.columns.votes, width: 62 },
		{ title: words.columns.critical, width: 94 },
	];
	const rows = points.map(({ card, impact, uncertainty, isChosen, isHigh }): Cell[] => [
		rankedName(paper, card),
		{ text: said(impact) },
		{ text: said(uncertainty) },
		{ text: impact.n === uncertainty.n ? String(impact.n) : `${impact.n}, ${uncertainty.n}`, style: 'small' },
		{ text: isChosen ? words.chosen : isHigh ? words.proposed : '', style: isChosen ? 'smallStrong' : 'small' },
	]);
	table(paper, section, columns, rows, { rowHeight: 25, padding: 3.5 });
}
