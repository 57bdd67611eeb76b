/** How the figures came about: who voted on what, how, and by which published rules they are counted. */
import type { Paper, Tag } from '../paper.ts';
import { followOn, heading, paragraph, sectionHeading } from '../flow.ts';
import { table, tableHeight, type Cell } from '../table.ts';
import { fewestTogether } from '../../../src-shared/domain/groups.ts';
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { isScale } from '../../../src-shared/domain/tally.ts';
import type { Criterion } from '../../../src-shared/schemas/records.ts';
import { oneLine } from '../text.ts';
import type { View } from '../view.ts';
import { commonWords } from '../words/common.ts';
import { methodWords, type Measure } from '../words/method.ts';
import { summaryWords } from '../words/summary.ts';
import { hiddenSentence } from './summary.ts';

export function method(paper: Paper, view: View): void {
	followOn(paper, view.results.length > 0 ? 620 : 300);
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, paper.say(methodWords).title);
	drawFacts(paper, section, factsOf(paper, view));
	if (view.results.length > 0) drawMeasures(paper, section, view);
	section.end();
}

type Fact = [string, string];

function factsOf(paper: Paper, view: View): Fact[] {
	const { facts: names, ...words } = paper.say(methodWords);
	// The cover has a short title in full; a longer one may be cut there.
	const facts: Fact[] = view.title.length > 60 ? [[names.workshop, view.title]] : [];
	facts.push([names.question, view.question || words.noQuestion]);
	facts.push([names.horizon, words.horizon(view.workshop.baseYear, view.endYear, view.workshop.lanes.length)]);
	facts.push(...voteFacts(paper, view));
	facts.push([names.scores, words.scores]);
	facts.push([names.scenarios, words.scenarios]);
	return facts;
}

function voteFacts(paper: Paper, view: View): Fact[] {
	const { facts: names, ...words } = paper.say(methodWords);
	const hidden = hiddenSentence(paper.say(summaryWords), view);
	if (view.results.length === 0) return [[names.votes, hidden || paper.say(summaryWords).notVoted]];
	const cast = view.revealed.map((round) => ({ title: titleOf(paper, round), ways: view.ways.get(round.id)! }));
	return [
		[names.turnout, words.turnout(view.voted, view.peopleInRoom)],
		[names.rounds, [...view.revealed.map((round) => roundSentence(paper, view, round.id)), hidden].join(' ').trim()],
		[names.scale, scaleSentence(paper, view)],
		[names.ways, words.ways(cast)],
		...groupFacts(paper, view),
		[names.anonymity, words.anonymity],
	];
}

const titleOf = (paper: Paper, { title }: { title: string }): string => title.trim() || paper.say(commonWords).aRound;

function roundSentence(paper: Paper, view: View, roundId: string): string {
	const round = view.revealed.find(({ id }) => id === roundId)!;
	const result = view.results.find(({ round: { id } }) => id === roundId);
	const when = round.closedAt ?? round.openedAt;
	const again = view.revealed.find(({ id }) => id === round.earlierRoundId);
	return paper.say(methodWords).round({
		title: titleOf(paper, round),
		cards: new Set(round.cardIds).size,
		criteria: round.criteria,
		turnout: result ? { voted: result.tally.turnout, peopleInRoom: round.peopleInRoom } : null,
		day: when ? paper.say(commonWords).speech.day(when) : null,
		again: again ? titleOf(paper, again) : null,
	});
}

function scaleSentence(paper: Paper, { results, workshop }: View): string {
	const words = paper.say(methodWords);
	const criteria = [...new Set(results.map(({ criterion }) => criterion))];
	const scales = criteria.filter(isScale).map((criterion) => ({ criterion }));
	const dots = results.flatMap(({ tally }) => (tally.criterion === 'dots' && tally.budget !== null ? [tally.budget] : []))[0];
	return [
		...(scales.length > 0 ? [words.rated(scales)] : []),
		...(criteria.includes('timing') ? [words.timing(workshop.baseYear, workshop.baseYear + horizonYears)] : []),
		...(criteria.includes('dots') ? [words.dots(dots ?? null)] : []),
		...(criteria.includes('approval') ? [words.approval] : []),
		words.cannotSay,
	].join(' ');
}

function groupFacts(paper: Paper, { revealed, workshop }: View): Fact[] {
	const groups = workshop.groups ?? [];
	if (groups.length === 0 || revealed.length === 0) return [];
	const words = paper.say(methodWords);
	return [[words.facts.groups, words.groups(groups.map(({ name }) => oneLine(name)), fewestTogether)]];
}

function drawFacts(paper: Paper, section: Tag, facts: readonly Fact[]): void {
	const words = paper.say(methodWords);
	const columns = [
		{ title: words.what, width: 130 },
		{ title: words.inThisWorkshop, width: paper.width - 130 },
	];
	const rows = facts.map(([name, text]): Cell[] => [
		{ text: name, style: 'smallStrong', names: true },
		{ text, style: 'plain' },
	]);
	table(paper, section, columns, rows, { padding: 5.5, after: 20 });
}

/** Those that the report uses. */
function measuresOf(paper: Paper, { results }: View): Measure[] {
	const { measures } = paper.say(methodWords);
	const has = (criterion: Criterion) => results.some((result) => result.criterion === criterion);
	const rated = results.some(({ criterion }) => isScale(criterion));
	return [
		...(rated ? [measures.median, measures.consensus] : []),
		...(rated || has('timing') ? [measures.kendall] : []),
		...(has('timing') ? [measures.timing] : []),
		...(has('dots') ? [measures.dots] : []),
		...(has('approval') ? [measures.approval] : []),
		...(results.some(({ since }) => since !== null) ? [measures.stability] : []),
	];
}

function drawMeasures(paper: Paper, section: Tag, view: View): void {
	const words = paper.say(methodWords);
	const columns = [
		{ title: words.figure, width: 96 },
		{ title: words.whatItSays, width: paper.width - 96 - 140 },
		{ title: paper.say(commonWords).columns.source, width: 140 },
	];
	const rows = measuresOf(paper, view).map(([name, says, source]): Cell[] => [
		{ text: name, style: 'smallStrong', names: true },
		{ text: says, style: 'plain' },
		{ text: source, style: 'small' },
	]);
	const look = { padding: 5, after: 8 };
	const whole = tableHeight(paper, columns, rows, look) + paper.set(words.notRight, 'quiet', paper.width).length * paper.theme.styles.quiet.leading;
	// Together on the next page rather than a row or two of it there.
	heading(paper, section, words.howCounted, { keep: whole <= paper.bottom - paper.top - 30 ? whole : 120 });
	table(paper, section, columns, rows, look);
	paragraph(paper, section, words.notRight, { style: 'quiet' });
}
