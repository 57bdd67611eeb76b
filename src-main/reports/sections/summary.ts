/** One page for who reads only one: what was read, placed and voted on, and what came of it. All of it is computed. */
import type { Paper, Tag } from '../paper.ts';
import { heading, paragraph, sectionHeading } from '../flow.ts';
import { badge, badgeSize, glyph, histogram, histogramAlt, histogramSize, namedCard, rule } from '../primitives.ts';
import { colours } from '../theme.ts';
import { shortened } from '../text.ts';
import type { ReportCard, View } from '../view.ts';
import { capitalised, counted, figured, inWords, listed } from '../words.ts';

export function summary(paper: Paper, view: View): void {
	paper.newPage();
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, 'Summary');
	paragraph(paper, section, whatHappened(view), { style: 'quiet', after: 18, width: Math.min(paper.width, 470) });
	drawFigures(paper, section, view);
	drawRanking(paper, section, view);
	drawContested(paper, section, view);
	drawScenarios(paper, section, view);
	section.end();
}

export function whatHappened(view: View): string {
	return [readSentence(view), placedSentence(view), votedSentence(view), scenariosSentence(view)].join(' ');
}

function readSentence({ sources, cards }: View): string {
	const [documents, used] = [counted(sources.length, 'document'), counted(cards.length, 'card')];
	if (cards.length === 0)
		return sources.length === 0
			? 'The workshop uses no documents and no cards yet.'
			: `The workshop reads ${documents} and uses no cards yet.`;
	return sources.length === 0
		? `The workshop uses ${used}, all made by hand.`
		: `The workshop reads ${documents} and uses ${used}.`;
}

function placedSentence({ placed, workshop }: View): string {
	if (placed.length === 0) return 'Nothing stands on the canvas yet.';
	const dates = [...placed].sort((a, b) => a.placement!.at - b.placement!.at);
	const [first, last] = [dates[0]!.date!, dates.at(-1)!.date!];
	const lanes = new Set(placed.map((card) => card.lane)).size;
	const where =
		lanes === workshop.lanes.length
			? `in ${counted(lanes, 'lane')}`
			: `in ${inWords(lanes)} of ${counted(workshop.lanes.length, 'lane')}`;
	if (placed.length === 1) return `One card stands on the canvas, at ${first}.`;
	return `${capitalised(counted(placed.length, 'card'))} stand on the canvas, ${first === last ? `all at ${first}` : `from ${first} to ${last}`}, ${where}.`;
}

export function votedSentence(view: View): string {
	const hidden = hiddenSentence(view);
	if (view.results.length === 0) return hidden || 'The room has not voted yet.';
	const cards = new Set(view.results.flatMap(({ tally }) => tally.cards.map((card) => card.cardId))).size;
	const voted = `${turnout(view.voted, view.peopleInRoom)} on ${counted(cards, 'card')} in ${counted(view.revealed.length, 'round')}.`;
	return hidden ? `${voted} ${hidden}` : voted;
}

/** Empty when every round that was opened is revealed. */
export function hiddenSentence({ hidden }: View): string {
	if (hidden.length === 0) return '';
	const [are, their] = hidden.length === 1 ? ['is', 'its'] : ['are', 'their'];
	return `${capitalised(counted(hidden.length, 'round'))} ${are} not revealed yet, so ${their} results are not in this report.`;
}

/** "5 of 8 people voted". */
export function turnout(voted: number, peopleInRoom: number | null): string {
	if (peopleInRoom === null) return `${figured(voted, 'person', 'people')} voted`;
	return `${voted} of ${figured(Math.max(peopleInRoom, voted), 'person', 'people')} voted`;
}

function scenariosSentence({ scenarios }: View): string {
	if (scenarios.length === 0) return 'There are no scenarios yet.';
	const which = listed(scenarios.slice(0, 8).map(({ title }) => shortened(title, 60)));
	return `${capitalised(counted(scenarios.length, 'scenario'))} came of it: ${which}${scenarios.length > 8 ? ' and others' : ''}.`;
}

function drawFigures(paper: Paper, section: Tag, view: View): void {
	const all: [number, string][] = [
		[view.sources.length, view.sources.length === 1 ? 'document read' : 'documents read'],
		[view.cards.length, view.cards.length === 1 ? 'card used' : 'cards used'],
		[view.placed.length, 'on the canvas'],
		[view.voted, view.voted === 1 ? 'person voted' : 'people voted'],
		[view.scenarios.length, view.scenarios.length === 1 ? 'scenario' : 'scenarios'],
	];
	const figures = all.filter(([n]) => n > 0);
	if (figures.length === 0) return;
	const width = paper.width / Math.max(4, figures.length);
	const y = paper.y;
	paper.artifact(() => {
		rule(paper.doc, paper.left, paper.right, y, colours.ink, 1.1);
		rule(paper.doc, paper.left, paper.right, y + 73);
	});
	const tag = paper.tag(section, 'L');
	figures.forEach(([n, label], index) => {
		const x = paper.left + index * width;
		const item = paper.tag(tag, 'LI');
		const body = paper.tag(item, 'LBody');
		paper.content(body, () => {
			paper.drawLine(paper.set(`${n} `, 'figure', width)[0]!, x, y + 11, 36);
			paper.drawLine(paper.set(label, 'small', width)[0]!, x, y + 48, 15);
		});
		body.end();
		item.end();
	});
	tag.end();
	paper.y = y + 73 + 24;
}

const shownRanks = 5;

function drawRanking(paper: Paper, section: Tag, view: View): void {
	const top = view.results.find(({ criterion }) => criterion === 'relevancy');
	const cards = (top?.tally.cards ?? []).filter((card) => 'histogram' in card && card.n > 0).slice(0, shownRanks);
	if (cards.length === 0) return;
	heading(paper, section, 'What matters most to the room');
	drawCards(
		paper,
		section,
		cards.flatMap((card) => view.byId.get(card.cardId) ?? []),
	);
	paper.y += 20;
}

function drawContested(paper: Paper, section: Tag, view: View): void {
	const contested = view.cards.filter((card) => card.vote?.agreed === false);
	if (contested.length === 0) return;
	heading(paper, section, 'Where the room is not of one mind');
	drawCards(paper, section, contested.slice(0, shownRanks));
	if (contested.length > shownRanks) {
		paper.y += 5;
		paragraph(
			paper,
			section,
			`${capitalised(counted(contested.length - shownRanks, 'more contested card', 'more contested cards'))} in the ranked list.`,
			{ style: 'small' },
		);
	}
	paper.y += 20;
}

/** Cards one below the other: badge, glyph, code, name, and how many voted. */
function drawCards(paper: Paper, section: Tag, cards: readonly ReportCard[]): void {
	const tag = paper.tag(section, 'L');
	const [nameX, nWidth] = [paper.left + 58, 74];
	for (const card of cards) {
		const vote = card.vote!;
		const barsX = paper.right - nWidth - histogramSize.width;
		const lines = paper.set(namedCard(card), 'name', barsX - nameX - 12, { maxLines: 3 });
		const n = paper.set(figured(vote.n, 'vote'), 'small', nWidth)[0]!;
		const height = Math.max(33, lines.length * 15 + 10);
		paper.need(height);
		const y = paper.y;
		paper.artifact(() => rule(paper.doc, paper.left, paper.right, y));
		const item = paper.tag(tag, 'LI');
		const label = paper.tag(item, 'Lbl');
		const figure = paper.tag(label, 'Figure', {
			alt: `Median ${vote.median}, ${vote.agreed ? 'agreed' : 'contested'}.`,
			bbox: [paper.left, y + (height - badgeSize.height) / 2, paper.left + 30, y + (height + badgeSize.height) / 2],
		});
		paper.content(figure, () =>
			badge(paper, vote.median!, vote.agreed!, paper.left, y + (height - badgeSize.height) / 2),
		);
		figure.end();
		label.end();
		paper.artifact(() => glyph(paper.doc, card.kind, nameX - 23, y + height / 2 - 7.5, 15));
		const body = paper.tag(item, 'LBody');
		paper.content(body, () => {
			lines.forEach((line, index) =>
				paper.drawLine(line, nameX, y + (height - lines.length * 15) / 2 + index * 15, 15),
			);
			paper.drawLine(n, paper.right - n.width, y + (height - 15) / 2, 15);
		});
		const barsY = y + (height - histogramSize.height) / 2;
		const bars = paper.tag(body, 'Figure', {
			alt: histogramAlt(vote.histogram),
			bbox: [barsX, barsY, barsX + histogramSize.width, barsY + histogramSize.height],
		});
		paper.content(bars, () => histogram(paper.doc, vote.histogram, vote.median, barsX, barsY));
		bars.end();
		body.end();
		item.end();
		paper.y += height;
	}
	tag.end();
	paper.artifact(() => rule(paper.doc, paper.left, paper.right, paper.y));
}

function drawScenarios(paper: Paper, section: Tag, view: View): void {
	if (view.scenarios.length === 0) return;
	heading(paper, section, view.scenarios.length === 1 ? 'The scenario' : 'The scenarios');
	for (const { scenario, title, cards } of view.scenarios) {
		const story = `, a story of ${scenario.horizonYear}, ${fedBy(cards)}.`;
		paragraph(paper, section, [{ text: title, weight: 600 }, { text: story }], { maxLines: 4, after: 3 });
	}
}

const codesNamed = 12;

function fedBy(cards: readonly ReportCard[]): string {
	if (cards.length === 0) return 'fed by no cards yet';
	const codes = cards.slice(0, codesNamed).map((card) => card.code);
	const more = cards.length - codes.length;
	return `fed by ${more > 0 ? `${codes.join(', ')} and ${more} more` : listed(codes)}`;
}
