/** One page for who reads only one: what was read, placed and voted on, and what came of it. All of it is computed. */
import type { Paper, Tag } from '../paper.ts';
import { heading, paragraph, paragraphs, sectionHeading } from '../flow.ts';
import { badge, badgeSize, glyph, histogram, histogramSize, namedCard, rule } from '../primitives.ts';
import { colours } from '../theme.ts';
import { shortened } from '../text.ts';
import type { Span } from '../typeset.ts';
import type { ReportCard, View } from '../view.ts';
import { commonWords } from '../words/common.ts';
import { summaryWords, type SummaryWords } from '../words/summary.ts';

export function summary(paper: Paper, view: View): void {
	paper.newPage();
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, paper.say(summaryWords).title);
	paragraph(paper, section, whatHappened(paper, view), { style: 'quiet', after: 18, width: Math.min(paper.width, 470) });
	const own = view.workshop.report?.summary?.trim();
	if (own) paragraphs(paper, section, own, { after: 18 });
	drawFigures(paper, section, view);
	const ranks = ranksThatFit(paper, view);
	drawRanking(paper, section, view, ranks);
	drawContested(paper, section, view, ranks);
	drawScenarios(paper, section, view);
	section.end();
}

const namedScenarios = 8;

function whatHappened(paper: Paper, view: View): string {
	const words = paper.say(summaryWords);
	const titles = view.scenarios.slice(0, namedScenarios).map(({ title }) => shortened(title, 60));
	return [
		words.read(view.sources.length, view.cards.length),
		placedSentence(words, view),
		votedSentence(words, view),
		words.scenarios(view.scenarios.length, titles),
	].join(' ');
}

function placedSentence(words: SummaryWords, { placed, workshop }: View): string {
	const dates = [...placed].sort((a, b) => a.placement!.at - b.placement!.at);
	const lanes = new Set(placed.map((card) => card.lane)).size;
	return words.placed({ cards: placed.length, first: dates[0]?.date ?? '', last: dates.at(-1)?.date ?? '', lanes, ofLanes: workshop.lanes.length });
}

function votedSentence(words: SummaryWords, view: View): string {
	const hidden = hiddenSentence(words, view);
	if (view.results.length === 0) return hidden || words.notVoted;
	const cards = new Set(view.results.flatMap(({ tally }) => tally.cards.map((card) => card.cardId))).size;
	const voted = words.voted({ voted: view.voted, peopleInRoom: view.peopleInRoom, cards, rounds: view.revealed.length });
	return hidden ? `${voted} ${hidden}` : voted;
}

/** Empty when every round that was opened is revealed. */
export const hiddenSentence = (words: SummaryWords, { hidden }: View): string => (hidden.length === 0 ? '' : words.hidden(hidden.length));

function drawFigures(paper: Paper, section: Tag, view: View): void {
	const { labels } = paper.say(summaryWords);
	const all: [number, string][] = [
		[view.sources.length, labels.documents(view.sources.length)],
		[view.cards.length, labels.cards(view.cards.length)],
		[view.placed.length, labels.placed],
		[view.voted, labels.people(view.voted)],
		[view.scenarios.length, labels.scenarios(view.scenarios.length)],
	];
	const figures = all.filter(([n]) => n > 0);
	if (figures.length === 0) return;
	// In columns that hold the labels' words whole, and on more rows where the page is narrow.
	const columns = Math.min(Math.max(4, figures.length), Math.floor(paper.width / narrowest));
	const width = paper.width / columns;
	const said = figures.map(([, label]) => paper.set(label, 'small', width - 10));
	const top = paper.y;
	paper.artifact(() => rule(paper.doc, paper.left, paper.right, top, colours.ink, 1.1));
	const tag = paper.tag(section, 'L');
	for (let from = 0; from < figures.length; from += columns) {
		const y = paper.y;
		figures.slice(from, from + columns).forEach(([n], index) => {
			const x = paper.left + index * width;
			const item = paper.tag(tag, 'LI');
			const body = paper.tag(item, 'LBody');
			paper.content(body, () => {
				paper.drawLine(paper.set(`${paper.say(commonWords).speech.figure(n)} `, 'figure', width)[0]!, x, y + 11, 36);
				said[from + index]!.forEach((line, row) => paper.drawLine(line, x, y + 48 + row * 15, 15));
			});
			body.end();
			item.end();
		});
		paper.y = y + 58 + Math.max(...said.slice(from, from + columns).map((lines) => lines.length)) * 15;
	}
	tag.end();
	paper.artifact(() => rule(paper.doc, paper.left, paper.right, paper.y));
	paper.y += 24;
}

/** Of a column of figures. */
const narrowest = 88;

const [mostRanks, fewestRanks] = [5, 3];
const rowHeight = 33;

/** So many of both lists that the whole summary is one page where that can be. */
function ranksThatFit(paper: Paper, view: View): number {
	const contested = contestedOf(view).length;
	const ranked = view.cards.filter(({ vote }) => vote !== null).length;
	const scenarios = view.scenarios.length === 0 ? 0 : 22 + view.scenarios.reduce((sum, story) => sum + paper.set(scenarioSpans(paper, story), 'body', paper.width).length * 18 + 3, 0);
	const list = (cards: number, shown: number) => (cards === 0 ? 0 : 42 + Math.min(cards, shown) * rowHeight + (cards > shown ? 20 : 0));
	const room = paper.bottom - paper.y - scenarios;
	for (let shown = mostRanks; shown > fewestRanks; shown--) if (list(Math.min(ranked, shown), shown) + list(contested, shown) <= room) return shown;
	return fewestRanks;
}

const contestedOf = ({ cards }: View): ReportCard[] => cards.filter((card) => card.vote?.agreed === false);

function drawRanking(paper: Paper, section: Tag, view: View, shown: number): void {
	const top = view.results.findLast(({ criterion }) => criterion === 'relevancy');
	const cards = (top?.tally.cards ?? []).filter((card) => 'histogram' in card && card.n > 0).slice(0, shown);
	if (cards.length === 0) return;
	heading(paper, section, paper.say(summaryWords).mattersMost);
	drawCards(
		paper,
		section,
		cards.flatMap((card) => view.byId.get(card.cardId) ?? []),
	);
	paper.y += 20;
}

function drawContested(paper: Paper, section: Tag, view: View, shown: number): void {
	const contested = contestedOf(view);
	if (contested.length === 0) return;
	heading(paper, section, paper.say(summaryWords).notOfOneMind);
	drawCards(paper, section, contested.slice(0, shown));
	if (contested.length > shown) {
		paper.y += 5;
		paragraph(paper, section, paper.say(summaryWords).moreContested(contested.length - shown), { style: 'small' });
	}
	paper.y += 20;
}

/** Cards one below the other: badge, glyph, code, name, and how many voted. */
function drawCards(paper: Paper, section: Tag, cards: readonly ReportCard[]): void {
	const tag = paper.tag(section, 'L');
	const { speech, nouns, medianAlt, votesAlt } = paper.say(commonWords);
	const [nameX, nWidth] = [paper.left + 58, 74];
	for (const card of cards) {
		const vote = card.vote!;
		const barsX = paper.right - nWidth - histogramSize.width;
		const lines = paper.set(namedCard(card), 'name', barsX - nameX - 12, { maxLines: 3 });
		const n = paper.set(speech.figured(vote.n, nouns.vote), 'small', nWidth)[0]!;
		const height = Math.max(rowHeight, lines.length * 15 + 10);
		paper.need(height);
		const y = paper.y;
		paper.artifact(() => rule(paper.doc, paper.left, paper.right, y));
		const item = paper.tag(tag, 'LI');
		const label = paper.tag(item, 'Lbl');
		const figure = paper.tag(label, 'Figure', {
			alt: medianAlt(vote.median!, vote.agreed!),
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
			alt: votesAlt(vote.histogram),
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

const codesNamed = 12;

function drawScenarios(paper: Paper, section: Tag, view: View): void {
	if (view.scenarios.length === 0) return;
	const words = paper.say(summaryWords);
	heading(paper, section, words.theScenarios(view.scenarios.length));
	for (const story of view.scenarios) paragraph(paper, section, scenarioSpans(paper, story), { maxLines: 4, after: 3 });
}

function scenarioSpans(paper: Paper, { scenario, title, cards }: View['scenarios'][number]): Span[] {
	const codes = cards.slice(0, codesNamed).map(({ code }) => code);
	return [{ text: title, weight: 600 }, { text: paper.say(summaryWords).story(scenario.horizonYear, codes, cards.length - codes.length) }];
}
