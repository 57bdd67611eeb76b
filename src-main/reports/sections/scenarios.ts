/** A page for each scenario: its story, the cards that feed it, and what to ask oneself in that world. */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { lanesLayout } from '../../../src-shared/domain/lanesLayout.ts';
import type { Paper, Tag } from '../paper.ts';
import { heading, list, paragraph, paragraphs, type Frame } from '../flow.ts';
import { glyph, namedCard, rule } from '../primitives.ts';
import { colours, ridges } from '../theme.ts';
import type { ReportCard, View } from '../view.ts';
import { scenarioWords } from '../words/scenarios.ts';

type Story = View['scenarios'][number];

export function scenarios(paper: Paper, view: View): void {
	if (view.scenarios.length === 0) return;
	let bookmark: PDFKit.PDFOutline | undefined;
	view.scenarios.forEach((story, index) => {
		paper.newPage();
		bookmark ??= paper.bookmark(paper.say(scenarioWords).bookmark(view.scenarios.length));
		paper.bookmark(story.title, bookmark);
		const section = paper.tag(paper.root, 'Sect');
		drawBand(paper, section, view, story);
		drawHead(paper, section, story, index, view.scenarios.length);
		drawStory(paper, section, view, story);
		section.end();
	});
}

const bandHeight = 129;
const bandGround = 28;

/** The ten years as a horizon, with the story's year and the feeding cards on it at their dates. */
function drawBand(paper: Paper, section: Tag, view: View, { scenario, cards }: Story): void {
	const placed = cards.filter((card) => card.placement);
	const { doc } = paper;
	const x = (at: number) =>
		paper.left + 15 + (Math.min(horizonYears, Math.max(0, at)) / horizonYears) * (paper.width - 30);
	const figureTag = paper.tag(section, 'Figure', { alt: paper.say(scenarioWords).bandAlt(scenario.horizonYear, placed.map(({ code, date }) => `${code} ${date}`)), bbox: [0, 0, paper.pageWidth, bandHeight] });
	paper.content(figureTag, () => {
		const ground = bandHeight - bandGround;
		doc.rect(0, 0, paper.pageWidth, ground).fill(colours.skyLow);
		drawYear(paper, view, scenario.horizonYear, x, ground);
		drawPins(paper, placed, x, ground);
		doc.rect(0, ground, paper.pageWidth, bandGround).fill(ridges[1]);
		for (let year = 0; year <= horizonYears; year += 2) {
			const [line] = paper.set(
				[{ text: String(view.workshop.baseYear + year), colour: colours.onRidge }],
				'smallStrong',
				60,
			);
			paper.drawLine(line!, x(year) - line!.width / 2, ground + 7, 15);
		}
	});
	figureTag.end();
	paper.y = bandHeight + 23;
}

/** The year that the story tells of, as the canvas marks a date; and the sun, which is the day of the workshop. */
function drawYear(paper: Paper, view: View, year: number, x: (at: number) => number, ground: number): void {
	const { doc } = paper;
	if (view.now !== null) doc.circle(x(view.now), ground, 22).fill(colours.sun);
	const at = year - view.workshop.baseYear;
	if (at < 0 || at > horizonYears) return;
	const [line] = paper.set([{ text: String(year), colour: colours.onRidge }], 'smallStrong', 60);
	const width = line!.width + 16;
	const left = Math.min(x(at) - width / 2, paper.right - width);
	doc.lineWidth(1.5).strokeColor(colours.action).moveTo(x(at), 34).lineTo(x(at), ground).stroke();
	doc.roundedRect(left, 16, width, 20, 10).fill(colours.action);
	paper.drawLine(line!, left + 8, 16, 20);
}

function drawPins(paper: Paper, placed: readonly ReportCard[], x: (at: number) => number, ground: number): void {
	const { doc } = paper;
	const size = placed.length > 24 ? 13 : 20;
	const years = (size / paper.width) * horizonYears;
	const lane = { id: 'horizon' };
	const layout = lanesLayout(
		[lane],
		placed.map((card) => ({ id: card.id, at: card.placement!.at, laneId: lane.id, height: 0 })),
		{
			cardYears: years,
			tabYears: years,
			gapYears: years * 0.1,
		},
	);
	const rows = layout.rows.get(lane.id)!;
	const pitch = Math.min(size + 3, (ground - 40 - size) / Math.max(1, rows - 1));
	for (const card of placed) {
		const centre = x(card.placement!.at);
		const y = ground - 22 - size / 2 - layout.cards.get(card.id)!.row * pitch;
		doc.lineWidth(1.1).strokeColor(ridges[1]).moveTo(centre, y).lineTo(centre, ground).stroke();
	}
	for (const card of placed) {
		const centre = x(card.placement!.at);
		const y = ground - 22 - size / 2 - layout.cards.get(card.id)!.row * pitch;
		doc
			.lineWidth(1.1)
			.circle(centre, y, size / 2)
			.fillAndStroke(colours.paper, ridges[1]);
		glyph(doc, card.kind, centre - size * 0.3, y - size * 0.3, size * 0.6);
	}
}

function drawHead(paper: Paper, section: Tag, { scenario, title }: Story, index: number, count: number): void {
	const words = paper.say(scenarioWords);
	paragraph(paper, section, [{ text: words.kicker(index + 1, count), colour: colours.ink2 }], { style: 'strong', after: 3 });
	const large = paper.set(title, 'scenarioTitle', paper.width).length <= 2;
	const cut = () => paper.notes.add('A scenario’s title is too long for its page and is cut there.');
	paragraph(paper, section, title, {
		as: 'H2',
		style: large ? 'scenarioTitle' : 'title',
		balance: true,
		maxLines: 6,
		cut,
		after: 6,
	});
	paragraph(paper, section, words.story(scenario.horizonYear), { style: 'lead', after: 16 });
}

/** Story beside its cards where both fit the page, else the one after the other over the full width. */
function drawStory(paper: Paper, section: Tag, view: View, story: Story): void {
	const [gap, storyWidth] = [22, Math.round(paper.width * 0.53)];
	const aside: Frame = { x: paper.left + storyWidth + gap, width: paper.width - storyWidth - gap };
	const room = paper.bottom - paper.y;
	const narrative = story.scenario.narrative.trim() || paper.say(scenarioWords).notWritten;
	const parts = narrative.split(/\r?\n/).filter((part) => part.trim() !== '');
	const storyHeight = parts.reduce((sum, part) => sum + paper.set(part, 'body', storyWidth).length * 18 + 9, 0) + 130;
	const beside = story.cards.length > 0 && storyHeight <= room && fedByHeight(paper, story.cards, aside.width) <= room;
	const top = paper.y;
	const main: Partial<Frame> = beside ? { x: paper.left, width: storyWidth } : {};
	paragraphs(paper, section, narrative, { ...main, after: 15 });
	heading(paper, section, paper.say(scenarioWords).askYourselves, main);
	list(
		paper,
		section,
		paper.say(scenarioWords).prompts(view.workshop.baseYear + 1).map((text, index) => ({ label: String(index + 1), text })),
		main,
	);
	if (story.cards.length === 0) return;
	if (beside) paper.y = top;
	else paper.y += 14;
	drawFedBy(paper, section, story.cards, beside ? aside : { x: paper.left, width: paper.width });
}

const indent = 23;

function fedByHeight(paper: Paper, cards: readonly ReportCard[], width: number): number {
	return cards.reduce(
		(sum, card) => sum + paper.set(`${card.code} ${card.name}`, 'name', width - indent).length * 15 + 27,
		40,
	);
}

function drawFedBy(paper: Paper, section: Tag, cards: readonly ReportCard[], { x, width }: Frame): void {
	heading(paper, section, paper.say(scenarioWords).fedBy, { x, width, after: 6 });
	const listTag = paper.tag(section, 'L');
	for (const card of cards) {
		const name = paper.set(namedCard(card), 'name', width - indent, {
			balance: true,
			maxLines: 20,
			cut: () => paper.notes.add(`The name of ${card.code} is cut on a scenario’s page.`),
		});
		const about = paper.set(aboutCard(paper, card), 'small', width - indent);
		const height = (name.length + about.length) * 15 + 12;
		paper.need(height);
		const y = paper.y;
		paper.artifact(() => {
			rule(paper.doc, x, x + width, y);
			glyph(paper.doc, card.kind, x, y + 6.5, 15);
		});
		const item = paper.tag(listTag, 'LI');
		const body = paper.tag(item, 'LBody');
		paper.content(body, () =>
			[...name, ...about].forEach((line, index) => paper.drawLine(line, x + indent, y + 6 + index * 15, 15)),
		);
		body.end();
		item.end();
		paper.y += height;
	}
	listTag.end();
	paper.artifact(() => rule(paper.doc, x, x + width, paper.y));
}

/** "median 5, contested, 2029 Q3". */
const aboutCard = (paper: Paper, { vote, date }: ReportCard): string => paper.say(scenarioWords).about(vote && { median: vote.median!, agreed: vote.agreed! }, date);
