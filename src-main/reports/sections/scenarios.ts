/** A page for each world, or more where its story is long: where it stands, what happens in it, what feeds it, what follows, and how to tell that it comes. */
import type { Paper, Tag } from '../paper.ts';
import { heading, link, list, paragraph } from '../flow.ts';
import { place, worldTarget } from '../links.ts';
import { addressesIn, drawBlocks, heightOf, type SetBlock } from '../narrative.ts';
import { colours } from '../theme.ts';
import type { View } from '../view.ts';
import { speech } from '../words/speech.ts';
import { worldWords } from '../words/worlds.ts';
import { writtenOf, type World } from '../worldsView.ts';
import { bandHeight, drawBand } from './worldBand.ts';
import { drawFedBy, drawWorldSignposts, fedByHeight, feedGaps, signpostsHeight } from './worldParts.ts';
import { betweenParts, drawPart, drawParts, drawTitle, gap, headed, setStory, writtenParts, type Part } from './worldText.ts';

export function scenarios(paper: Paper, view: View): void {
	const { worlds } = view.worlds;
	const words = paper.say(worldWords);
	let bookmark: PDFKit.PDFOutline | undefined;
	for (const world of worlds) {
		paper.newPage();
		bookmark ??= paper.bookmark(worlds.length === 1 ? words.scenario : words.scenarios);
		paper.bookmark(world.title, bookmark);
		const section = paper.tag(paper.root, 'Sect');
		paper.y = 0;
		place(paper, worldTarget(world.id));
		drawBand(paper, section, view, world);
		paper.y = bandHeight + 23;
		drawHead(paper, section, view, world);
		drawStory(paper, section, view, world);
		drawWorldSignposts(paper, section, world);
		drawAddresses(paper, section, world);
		section.end();
	}
}

function drawHead(paper: Paper, section: Tag, view: View, world: World): void {
	const { scenario } = world;
	drawTitle(paper, section, view, world, { as: 'H2', styles: ['scenarioTitle', 'title'], maxLines: 6, after: 6 });
	const lead = scenario.summary?.trim() || paper.say(worldWords).storyOf(scenario.horizonYear);
	paragraph(paper, section, lead, { style: 'lead', after: 8 });
	drawHeadline(paper, section, world);
	paper.y += 2;
}

/** Set as a newspaper would: a thick rule, the year, the words. */
function drawHeadline(paper: Paper, section: Tag, { scenario }: World): void {
	const headline = scenario.headline?.trim();
	if (!headline) return;
	const words = paper.say(worldWords);
	const x = paper.left + 12;
	const lines = paper.set(speech[paper.language].quoted(headline), 'headline', paper.width - 12, { maxLines: 6 });
	const height = 15 + lines.length * paper.theme.styles.headline.leading;
	paper.need(height);
	const y = paper.y;
	paper.artifact(() => paper.doc.rect(paper.left, y + 2, 3, height - 3).fill(colours.ink));
	paragraph(paper, section, words.headlineOf(scenario.horizonYear), { style: 'small', x });
	paragraph(paper, section, speech[paper.language].quoted(headline), { style: 'headline', x, after: 8, maxLines: 6 });
}

/** Two columns of less than that have no room for words, as in large print. */
const narrowest = 400;

/**
 * The story beside its cards, and below it in its column whatever else has room there. What of the story does not fit goes on over
 * the full width of the next page; cards that alone fill a page follow it. In the structure the story comes first, wherever it is drawn.
 */
function drawStory(paper: Paper, section: Tag, view: View, world: World): void {
	const narrow = Math.round(paper.width * 0.53);
	const aside = { x: paper.left + narrow + gap, width: paper.width - narrow - gap };
	const set = (width: number) => setStory(paper, view, world, { width, under: 2, isTraced: true });
	const parts = partsOf(paper, view, world);
	const story = paper.tag(section, 'Div');
	const top = paper.y;
	if (world.feeds.length === 0 || paper.width < narrowest || fedByHeight(paper, view, world, aside.width) > paper.bottom - top) {
		drawBlocks(paper, story, set(paper.width), paper.left);
		paper.y += betweenParts;
		drawParts(paper, story, parts);
		story.end();
		if (world.feeds.length > 0) drawFedBy(paper, section, view, world, { x: paper.left, width: paper.width });
		paper.y += betweenParts;
		return;
	}
	const cards = paper.tag(section, 'Div');
	const below = signpostsHeight(paper, world);
	const foot = (gap: number) => top + fedByHeight(paper, view, world, aside.width, gap) + betweenParts + below;
	const { usual, close } = feedGaps;
	drawFedBy(paper, cards, view, world, aside, foot(usual) > paper.bottom && foot(close) <= paper.bottom ? close : usual);
	cards.end();
	const [cardsFoot, page] = [paper.y, paper.pages];
	paper.y = top;
	const blocks = set(narrow);
	const fitting = fittingBlocks(paper, blocks);
	drawBlocks(paper, story, blocks.slice(0, fitting), paper.left);
	if (fitting < blocks.length) {
		paper.newPage();
		drawBlocks(paper, story, set(paper.width).slice(fitting), paper.left);
	}
	paper.y += betweenParts;
	const left = [...parts];
	const room = ({ height, isExtra }: Part) => paper.bottom - paper.y - height(narrow) - (isExtra ? below : 0);
	while (left.length > 0 && paper.pages === page && room(left[0]!) >= 0) drawPart(paper, story, left.shift()!, { x: paper.left, width: narrow });
	if (paper.pages === page) paper.y = Math.max(paper.y, cardsFoot + betweenParts);
	// What follows on another page has all the room there is.
	drawParts(paper, story, left.length === 1 && paper.pages === page ? left.filter(({ isExtra }) => !isExtra) : left);
	story.end();
}

/** How many of the blocks have room on the rest of the page. */
function fittingBlocks(paper: Paper, blocks: readonly SetBlock[]): number {
	let y = paper.y;
	const first = blocks.findIndex((block, index) => {
		// A heading stays with what it heads.
		const own = heightOf(paper, block.type === 'heading' ? blocks.slice(index, index + 2) : [block]);
		const fits = y + own - block.after <= paper.bottom;
		y += heightOf(paper, [block]);
		return !fits;
	});
	return first < 0 ? blocks.length : first;
}

function partsOf(paper: Paper, view: View, world: World): Part[] {
	const words = paper.say(worldWords);
	const prompts = words.prompts(view.workshop.baseYear + 1);
	return [
		...writtenParts(paper, view, world, 3),
		{
			title: words.ask,
			level: 3,
			half: false,
			isExtra: true,
			height: (width) => prompts.reduce((sum, text) => sum + paper.set(text, 'body', width - 17).length * 18 + 4, headed),
			draw: (parent, frame) => list(paper, parent, prompts.map((text, index) => ({ label: String(index + 1), text })), frame),
		},
	];
}

/** Where the page is paper, an address has to be read. */
function drawAddresses(paper: Paper, section: Tag, { scenario }: World): void {
	const addresses = writtenOf(scenario).flatMap(addressesIn);
	if (addresses.length === 0) return;
	heading(paper, section, paper.say(worldWords).linksTo);
	for (const { text, href } of addresses) {
		paragraph(paper, section, text, { style: 'plain' });
		link(paper, section, href, text);
		paper.y += 4;
	}
}
