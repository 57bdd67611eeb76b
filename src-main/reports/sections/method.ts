/** How the figures came about: who voted on what, how, and by which published rules they are counted. */
import type { Paper, Tag } from '../paper.ts';
import { followOn, heading, paragraph, sectionHeading } from '../flow.ts';
import { table, type Cell } from '../table.ts';
import { criterionNames, scaleEnds } from '../../../src-shared/domain/criterionWords.ts';
import { fewestTogether } from '../../../src-shared/domain/groups.ts';
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { isScale, type ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import { waysWords } from '../../../src-shared/domain/ways.ts';
import type { Criterion } from '../../../src-shared/schemas/records.ts';
import { oneLine } from '../text.ts';
import type { View } from '../view.ts';
import { counted, day, inWords, listed } from '../words.ts';
import { hiddenSentence, turnout } from './summary.ts';

export function method(paper: Paper, view: View): void {
	followOn(paper, view.results.length > 0 ? 620 : 300);
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, 'Method');
	drawFacts(paper, section, factsOf(view));
	if (view.results.length > 0) drawMeasures(paper, section, view);
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
		['Scale', scaleSentence(view)],
		['How votes were cast', `${waysSentence(view)} Results were hidden until each round was closed and revealed.`],
		...groupFacts(view),
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
	const what = `${name}: ${counted(new Set(round.cardIds).size, 'card')}, by ${listed(round.criteria.map((criterion) => criterionNames[criterion].toLowerCase()))}`;
	const who = result
		? `, ${turnout(result.tally.turnout, round.peopleInRoom)}`
		: ', an earlier round of the same series';
	const again = view.revealed.find(({ id }) => id === round.earlierRoundId);
	return `${what}${who}${when ? `, ${day(when)}` : ''}.${again ? ` It asked again about cards of ${again.title.trim() || 'a round'}, whose answers people were shown.` : ''}`;
}

const asked: Record<ScaleCriterion, string> = { relevancy: 'relevancy to the question', impact: 'impact', uncertainty: 'uncertainty of the outcome' };

function scaleSentence({ results, workshop }: View): string {
	const criteria = [...new Set(results.map(({ criterion }) => criterion))];
	const scales = criteria.filter(isScale).map((criterion) => `${asked[criterion]} (1 ${scaleEnds[criterion][0]}, 5 ${scaleEnds[criterion][1]})`);
	const dots = results.flatMap(({ tally }) => (tally.criterion === 'dots' && tally.budget !== null ? [tally.budget] : []))[0];
	return [
		...(scales.length > 0 ? [`Each card was rated for ${listed(scales)}.`] : []),
		...(criteria.includes('timing') ? [`For timing people gave a date from ${workshop.baseYear} to ${workshop.baseYear + horizonYears}, or “after it, or never”, which ranks last.`] : []),
		...(criteria.includes('dots') ? [`With dots each person ${dots === undefined ? 'gave some' : `had ${inWords(dots)}`} to the cards that matter most.`] : []),
		...(criteria.includes('approval') ? ['With yes or no people said whether to go on with a card; the share of yes is of those who decided.'] : []),
		'“I can’t say” is an answer too and is counted apart.',
	].join(' ');
}

/** How many came each way, round by round where there were several. */
function waysSentence({ revealed, ways }: View): string {
	const said = revealed.map((round) => ({ title: round.title.trim() || 'A round', words: waysWords(ways.get(round.id)!, 'the facilitator’s computer, one after another') })).filter(({ words }) => words !== '');
	if (said.length === 0) return 'In secret.';
	const isAlike = said.every(({ words }) => words === said[0]!.words);
	if (isAlike) return `In secret${said.length > 1 ? ', in each round' : ''}: ${said[0]!.words}.`;
	return `In secret. ${said.map(({ title, words }) => `${title}: ${words}`).join('. ')}.`;
}

function groupFacts({ revealed, workshop }: View): Fact[] {
	const groups = workshop.groups ?? [];
	if (groups.length === 0 || revealed.length === 0) return [];
	return [['Groups', `People could say that they belong to ${listed(groups.map(({ name }) => oneLine(name)))}. Groups with fewer than ${inWords(fewestTogether)} answers are never shown apart; this report shows none.`]];
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

type Measure = readonly [name: string, says: string, source: string];

const measures: readonly Measure[] = [
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
const timingMeasure: Measure = ['Dates', 'Median and middle half of the room’s dates; a quartile that lies beyond the last date is “after it, or never”.', 'Hyndman & Fan 1996, type 7'];
const stabilityMeasure: Measure = [
	'Votes moved',
	'Of people who voted in both rounds: the share of votes by which the bars differ. Under 15% is stable. With 30 people or more also how far the coefficient of variation changed.',
	'Scheibe, Skutsch & Schofer 1975; Kalaian & Kasim 2012',
];
const dotMeasure: Measure = ['Dots', 'How many dots a card was given, and by how many people.', 'Diceman 2018'];
const approvalMeasure: Measure = ['Share of yes', 'Of those who said yes or no; who is unsure is counted apart.', 'Brams & Fishburn 1978'];

/** Those that the report uses. */
function measuresOf({ results }: View): Measure[] {
	const has = (criterion: Criterion) => results.some((result) => result.criterion === criterion);
	const rated = results.some(({ criterion }) => isScale(criterion));
	return [
		...(rated ? measures : has('timing') ? measures.slice(2) : []),
		...(has('timing') ? [timingMeasure] : []),
		...(has('dots') ? [dotMeasure] : []),
		...(has('approval') ? [approvalMeasure] : []),
		...(results.some(({ since }) => since !== null) ? [stabilityMeasure] : []),
	];
}

function drawMeasures(paper: Paper, section: Tag, view: View): void {
	heading(paper, section, 'How the figures are counted', { keep: 120 });
	const columns = [
		{ title: 'Figure', width: 96 },
		{ title: 'What it says', width: paper.width - 96 - 140 },
		{ title: 'Source', width: 140 },
	];
	const rows = measuresOf(view).map(([name, says, source]): Cell[] => [
		{ text: name, style: 'smallStrong', names: true },
		{ text: says, style: 'plain' },
		{ text: source, style: 'small' },
	]);
	table(paper, section, columns, rows, { padding: 5, after: 8 });
	paragraph(paper, section, 'Agreement is not the same as being right. The bars show the spread behind each figure.', {
		style: 'quiet',
	});
}
