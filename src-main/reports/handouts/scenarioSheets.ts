/** A sheet for each world, to be handed to the group that talks about it: its story, what feeds it, and questions with room to write. */
import { heading, paragraph } from '../flow.ts';
import { drawBlocks, heightOf } from '../narrative.ts';
import type { Paper, Tag } from '../paper.ts';
import { drawFedBy, fedByHeight } from '../sections/worldParts.ts';
import { betweenParts, drawParts, drawTitle, gap, setStory, writtenParts } from '../sections/worldText.ts';
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
	const { scenario } = world;
	drawTitle(paper, section, view, world, { as: 'H1', styles: ['title'], maxLines: 4, after: 4, withYear: true });
	if (scenario.summary?.trim()) paragraph(paper, section, scenario.summary, { style: 'lead', after: 8 });
	if (scenario.headline?.trim()) paragraph(paper, section, [{ text: `${words.headlineOf(scenario.horizonYear)}: `, colour: colours.ink2 }, { text: speech[paper.language].quoted(scenario.headline.trim()), weight: 600 }], { after: 8 });
	paper.y += 4;
}

/** The story beside what feeds it where both fit the page, and who wins beside who loses; one below the other elsewhere. */
function drawStory(paper: Paper, section: Tag, view: View, world: World): void {
	const narrow = Math.round(paper.width * 0.56);
	const aside = { x: paper.left + narrow + gap, width: paper.width - narrow - gap };
	const story = (width: number) => setStory(paper, view, world, { width, under: 1 });
	const room = paper.bottom - paper.y;
	const isBeside = world.feeds.length > 0 && aside.width > 150 && heightOf(paper, story(narrow)) <= room && fedByHeight(paper, view, world, aside.width) <= room;
	const top = paper.y;
	drawBlocks(paper, section, story(isBeside ? narrow : paper.width), paper.left);
	paper.y += betweenParts;
	const foot = paper.y;
	if (isBeside) paper.y = top - 4;
	if (world.feeds.length > 0) drawFedBy(paper, section, view, world, { ...(isBeside ? aside : { x: paper.left, width: paper.width }), as: 'H2' });
	paper.y = isBeside ? Math.max(foot, paper.y + betweenParts) : paper.y + betweenParts;
	drawParts(paper, section, writtenParts(paper, view, world, 2));
}

const [fewest, most] = [2, 9];

/** All of them on one page, of which they fill the rest: this one where they have room, else the back of the sheet. */
function drawQuestions(paper: Paper, section: Tag, view: View): void {
	const prompts = paper.say(worldWords).prompts(view.workshop.baseYear + 1);
	const { leading } = paper.theme.styles.body;
	const heights = prompts.map((text) => paper.set(`1 ${text}`, 'body', paper.width).length * leading);
	const text = heights.reduce((sum, height) => sum + height + betweenParts, 0) + paper.theme.styles.heading.leading + 6;
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
		paper.y += betweenParts;
	});
	list.end();
}
