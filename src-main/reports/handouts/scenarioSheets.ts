/** A sheet for each world, to be handed to the group that talks about it: its story, what feeds it, and questions with room to write. */
import { heading, paragraph, type Frame } from '../flow.ts';
import { drawBlocks, heightOf, setNarrative } from '../narrative.ts';
import type { Paper, Tag } from '../paper.ts';
import { markOf } from '../sections/worldMark.ts';
import { drawFedBy, fedByHeight } from '../sections/worldParts.ts';
import { colours } from '../theme.ts';
import type { View } from '../view.ts';
import { commonWords } from '../words/common.ts';
import { handoutWords } from '../words/handouts.ts';
import { speech } from '../words/speech.ts';
import { worldWords } from '../words/worlds.ts';
import type { World } from '../worldsView.ts';
import { linePitch, writingLines } from './writingLines.ts';

export function drawScenarioSheets(paper: Paper, view: View): void {
	const { worlds } = view.worlds;
	if (worlds.length === 0) {
		paper.newPage();
		paragraph(paper, paper.root, paper.say(commonWords).documents['scenario-sheets'], { as: 'H1', style: 'title', after: 8 });
		paragraph(paper, paper.root, paper.say(handoutWords).sheets.none);
	}
	for (const world of worlds) {
		paper.newPage();
		paper.bookmark(world.title);
		const section = paper.tag(paper.root, 'Sect');
		drawHead(paper, section, view, world);
		drawStory(paper, section, view, world);
		drawQuestions(paper, section, view);
		section.end();
	}
}

function drawHead(paper: Paper, section: Tag, view: View, world: World): void {
	const words = paper.say(worldWords);
	const { scenario, title, number } = world;
	const mark = markOf(paper, view, world);
	const width = paper.width - (mark ? mark.width + 18 : 0);
	const top = paper.y;
	const count = view.worlds.worlds.length;
	const kicker = `${count === 1 ? words.scenario : words.numbered(number, count)}, ${scenario.horizonYear}`;
	paragraph(paper, section, [{ text: kicker, colour: colours.ink2 }], { style: 'strong', after: 3, width });
	paragraph(paper, section, title, { as: 'H1', style: 'title', balance: true, maxLines: 4, after: 4, width });
	if (mark) {
		mark.draw(section, paper.right, top + 2);
		paper.y = Math.max(paper.y, top + mark.height + 8);
	}
	if (scenario.summary?.trim()) paragraph(paper, section, scenario.summary, { style: 'lead', after: 8 });
	if (scenario.headline?.trim()) paragraph(paper, section, [{ text: `${words.headlineOf(scenario.horizonYear)}: `, colour: colours.ink2 }, { text: speech[paper.language].quoted(scenario.headline.trim()), weight: 600 }], { after: 8 });
	paper.y += 4;
}

const gap = 22;
const between = 12;

/** The story beside what feeds it where both fit the page, and who wins beside who loses; one below the other elsewhere. */
function drawStory(paper: Paper, section: Tag, view: View, world: World): void {
	const words = paper.say(worldWords);
	const { scenario } = world;
	const narrow = Math.round(paper.width * 0.56);
	const aside = { x: paper.left + narrow + gap, width: paper.width - narrow - gap };
	const story = (width: number) => setNarrative(paper, view.byId, scenario.narrative.trim() || words.unwritten, { width, under: 1 });
	const room = paper.bottom - paper.y;
	const isBeside = world.feeds.length > 0 && aside.width > 150 && heightOf(paper, story(narrow)) <= room && fedByHeight(paper, view, world, aside.width) <= room;
	const top = paper.y;
	drawBlocks(paper, section, story(isBeside ? narrow : paper.width), paper.left);
	paper.y += between;
	const foot = paper.y;
	if (isBeside) paper.y = top - 4;
	if (world.feeds.length > 0) drawFedBy(paper, section, view, world, isBeside ? aside : { x: paper.left, width: paper.width });
	paper.y = isBeside ? Math.max(foot, paper.y + between) : paper.y + between;
	drawWritten(paper, section, view, words.implications, scenario.implications, { x: paper.left, width: paper.width });
	drawWinners(paper, section, view, world);
}

function drawWinners(paper: Paper, section: Tag, view: View, { scenario }: World): void {
	const words = paper.say(worldWords);
	const half = (paper.width - gap) / 2;
	const both = [[words.winners, scenario.winners], [words.losers, scenario.losers]] as const;
	const height = Math.max(...both.map(([, markdown]) => heightOf(paper, setNarrative(paper, view.byId, markdown ?? '', { width: half, under: 2 })))) + 40;
	const areBeside = both.every(([, markdown]) => markdown?.trim()) && half > 150;
	if (areBeside) paper.need(Math.min(height, paper.bottom - paper.top));
	const [top, page] = [paper.y, paper.pages];
	let foot = top;
	both.forEach(([title, markdown], index) => {
		if (areBeside && paper.pages === page) paper.y = top;
		drawWritten(paper, section, view, title, markdown, areBeside ? { x: paper.left + index * (half + gap), width: half } : { x: paper.left, width: paper.width });
		foot = Math.max(foot, paper.y);
	});
	if (paper.pages === page) paper.y = foot;
}

function drawWritten(paper: Paper, section: Tag, view: View, title: string, markdown: string | undefined, { x, width }: Frame): void {
	if (!markdown?.trim()) return;
	heading(paper, section, title, { as: 'H2', x, width });
	drawBlocks(paper, section, setNarrative(paper, view.byId, markdown, { width, under: 2 }), x);
	paper.y += between;
}

const [fewest, most] = [2, 9];

/** All of them on one page, of which they fill the rest: this one where they have room, else the back of the sheet. */
function drawQuestions(paper: Paper, section: Tag, view: View): void {
	const prompts = paper.say(worldWords).prompts(view.workshop.baseYear + 1);
	const { leading } = paper.theme.styles.body;
	const heights = prompts.map((text) => paper.set(`1 ${text}`, 'body', paper.width).length * leading);
	const text = heights.reduce((sum, height) => sum + height + between, 0) + paper.theme.styles.heading.leading + 6;
	paper.need(Math.min(text + prompts.length * fewest * linePitch, paper.bottom - paper.top));
	const lines = Math.max(1, Math.min(most, Math.floor((paper.bottom - paper.y - text) / prompts.length / linePitch)));
	heading(paper, section, paper.say(handoutWords).sheets.discuss, { as: 'H2', after: 4, keep: 0 });
	const list = paper.tag(section, 'L');
	prompts.forEach((prompt, index) => {
		const item = paper.tag(list, 'LI');
		const body = paper.tag(item, 'LBody');
		paper.need(heights[index]! + lines * linePitch);
		paragraph(paper, body, [{ text: `${index + 1} `, weight: 600 }, { text: prompt }]);
		body.end();
		item.end();
		writingLines(paper, lines);
		paper.y += between;
	});
	list.end();
}
