/** How the figures came about: who voted on what, how, and by which published rules they are counted. */
import type { Paper, Tag } from '../paper.ts';
import { followOn, heading, paragraph, sectionHeading } from '../flow.ts';
import { table, type Cell } from '../table.ts';
import type { Result, View } from '../view.ts';
import { counted, day, listed } from '../words.ts';
import { hiddenSentence, turnout } from './summary.ts';

export function method(paper: Paper, view: View): void {
	followOn(paper, view.results.length > 0 ? 620 : 300);
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, 'Method');
	drawFacts(paper, section, factsOf(view));
	if (view.results.length > 0) drawMeasures(paper, section);
	section.end();
}

type Fact = [string, string];

function factsOf(view: View): Fact[] {
	// The cover has a short title in full; a longer one may be cut there.
	const facts: Fact[] = view.title.length > 60 ? [['Workshop', view.title]] : [];
	facts.push(['Question', view.question || 'No scoping question was written.']);
	facts.push([
		'Horizon',
		`Ten years, ${view.workshop.baseYear} to ${view.endYear}, in ${counted(view.workshop.lanes.length, 'lane')}.`,
	]);
	facts.push(...voteFacts(view));
	facts.push([
		'Scores in the documents',
		'Some documents carry a relevancy that a machine gave. It is not a vote, and no figure in this report uses it.',
	]);
	facts.push([
		'Scenarios',
		'They are stories of what could be, written to test decisions against. They say nothing about what is likely.',
	]);
	return facts;
}

function voteFacts(view: View): Fact[] {
	const hidden = hiddenSentence(view);
	if (view.results.length === 0) return [['Votes', hidden || 'The room has not voted.']];
	const rounds = view.revealed.map((round) => roundSentence(view, round.id)).filter((sentence) => sentence !== null);
	return [
		[
			'Turnout',
			`${turnout(view.voted, view.peopleInRoom)}.${view.peopleInRoom === null ? ' The people in the room were not counted.' : ''}`,
		],
		['Rounds', [...rounds, hidden].join(' ').trim()],
		['Scale', scaleSentence(view.results)],
		['How votes were cast', `${waysSentence(view)} Results were hidden until each round was closed and revealed.`],
		[
			'Anonymity',
			'No names are asked. A vote carries a random mark in place of its voter, and this report shows counts only.',
		],
	];
}

function roundSentence(view: View, roundId: string): string | null {
	const round = view.revealed.find(({ id }) => id === roundId)!;
	const result = view.results.find(({ round: { id } }) => id === roundId);
	const name = round.title.trim() || 'A round';
	const when = round.closedAt ?? round.openedAt;
	const what = `${name}: ${counted(new Set(round.cardIds).size, 'card')}, by ${listed(round.criteria)}`;
	const who = result
		? `, ${turnout(result.tally.turnout, round.peopleInRoom)}`
		: ', an earlier round of the same series';
	return `${what}${who}${when ? `, ${day(when)}` : ''}.`;
}

const scaleEnds: Record<Result['criterion'], string> = {
	relevancy: 'relevancy to the question from 1, not relevant, to 5, decisive',
	impact: 'impact from 1, slight, to 5, transforming',
	uncertainty: 'uncertainty of the outcome from 1, settled, to 5, wide open',
};

function scaleSentence(results: readonly Result[]): string {
	const criteria = [...new Set(results.map(({ criterion }) => criterion))];
	return `Each card was rated for ${listed(criteria.map((criterion) => scaleEnds[criterion]))}. “I can’t say” is an answer too and is counted apart.`;
}

function waysSentence(view: View): string {
	const words = {
		'hot seat': 'on the facilitator’s computer, one person after another',
		paper: 'on paper',
		phone: 'on phones',
	};
	const used = view.ways.map((way) => words[way]);
	return used.length === 0 ? 'In secret.' : `In secret, ${listed(used)}.`;
}

function drawFacts(paper: Paper, section: Tag, facts: readonly Fact[]): void {
	const columns = [
		{ title: 'What', width: 130 },
		{ title: 'In this workshop', width: paper.width - 130 },
	];
	const rows = facts.map(([name, text]): Cell[] => [
		{ text: name, style: 'smallStrong', names: true },
		{ text, style: 'plain' },
	]);
	table(paper, section, columns, rows, { padding: 5.5, after: 20 });
}

const measures: readonly (readonly [string, string, string])[] = [
	[
		'Median, IQR',
		'The middle vote, and the width of the middle half. IQR of 1 or less on five points counts as agreed, above 1 as contested.',
		'Hyndman & Fan 1996, type 7; Rayens & Hahn 2000',
	],
	['Consensus', 'From 0, split between the ends, to 1, all of one mind.', 'Tastle & Wierman 2007'],
	[
		'Kendall’s W',
		'How far people put the cards in the same order, from 0 to 1, with correction for ties. Only people who rated every card count.',
		'Kendall & Babington Smith 1939',
	],
];

function drawMeasures(paper: Paper, section: Tag): void {
	heading(paper, section, 'How the figures are counted', { keep: 120 });
	const columns = [
		{ title: 'Figure', width: 96 },
		{ title: 'What it says', width: paper.width - 96 - 140 },
		{ title: 'Source', width: 140 },
	];
	const rows = measures.map(([name, says, source]): Cell[] => [
		{ text: name, style: 'smallStrong', names: true },
		{ text: says, style: 'plain' },
		{ text: source, style: 'small' },
	]);
	table(paper, section, columns, rows, { padding: 5, after: 8 });
	paragraph(paper, section, 'Agreement is not the same as being right. The bars show the spread behind each figure.', {
		style: 'quiet',
	});
}
