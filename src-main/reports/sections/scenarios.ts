/** A page for each world, or more where its story is long: where it stands, what happens in it, what feeds it, what follows, and how to tell that it comes. */
import type { Paper, Tag } from '../paper.ts';
import { heading, link, list, paragraph, type Frame } from '../flow.ts';
import { place, worldTarget } from '../links.ts';
import { addressesIn, drawBlocks, heightOf, setNarrative, type SetBlock } from '../narrative.ts';
import { colours } from '../theme.ts';
import type { View } from '../view.ts';
import { speech } from '../words/speech.ts';
import { worldWords } from '../words/worlds.ts';
import { writtenOf, type World } from '../worldsView.ts';
import { bandHeight, drawBand } from './worldBand.ts';
import { markOf } from './worldMark.ts';
import { drawFedBy, drawWorldSignposts, fedByHeight, feedGaps, signpostsHeight } from './worldParts.ts';

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
	const words = paper.say(worldWords);
	const { scenario, title, number } = world;
	const mark = markOf(paper, view, world);
	const width = paper.width - (mark ? mark.width + 18 : 0);
	const top = paper.y;
	const kicker = view.worlds.worlds.length === 1 ? words.scenario : words.numbered(number, view.worlds.worlds.length);
	paragraph(paper, section, [{ text: kicker, colour: colours.ink2 }], { style: 'strong', after: 3, width });
	const large = paper.set(title, 'scenarioTitle', width).length <= 2;
	const cut = () => paper.notes.add('A scenario’s title is too long for its page and is cut there.');
	paragraph(paper, section, title, { as: 'H2', style: large ? 'scenarioTitle' : 'title', balance: true, maxLines: 6, cut, after: 6, width });
	if (mark) {
		mark.draw(section, paper.right, top + 2);
		paper.y = Math.max(paper.y, top + mark.height + 8);
	}
	const lead = scenario.summary?.trim() || words.storyOf(scenario.horizonYear);
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

const gap = 22;
/** Two columns of less than that have no room for words, as in large print. */
const narrowest = 400;
const betweenParts = 12;

/**
 * The story beside its cards, and below it in its column whatever else has room there. What of the story does not fit goes on over
 * the full width of the next page; cards that alone fill a page follow it. In the structure the story comes first, wherever it is drawn.
 */
function drawStory(paper: Paper, section: Tag, view: View, world: World): void {
	const narrow = Math.round(paper.width * 0.53);
	const aside = { x: paper.left + narrow + gap, width: paper.width - narrow - gap };
	const { id, narrative } = world.scenario;
	const told = narrative.trim() === '' ? null : narrative;
	const set = (width: number) => setNarrative(paper, view.byId, told ?? paper.say(worldWords).unwritten, { width, under: 2, ...(told !== null && { worldId: id }) });
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

/** What stands below a story under a heading of its own. */
interface Part {
	title: string;
	/** Worth half of the width only: who wins, who loses. */
	half: boolean;
	/** No page is begun for it. */
	isExtra?: true;
	height(width: number): number;
	draw(parent: Tag, frame: Frame): void;
}

function partsOf(paper: Paper, view: View, { scenario }: World): Part[] {
	const words = paper.say(worldWords);
	const prompts = words.prompts(view.workshop.baseYear + 1);
	const written = (title: string, markdown: string | undefined, half: boolean): Part[] => {
		if (!markdown?.trim()) return [];
		const set = (width: number) => setNarrative(paper, view.byId, markdown, { width, under: 3 });
		return [{ title, half, height: (width) => headed + heightOf(paper, set(width)), draw: (parent, { x, width }) => drawBlocks(paper, parent, set(width), x) }];
	};
	return [
		...written(words.implications, scenario.implications, false),
		...written(words.winners, scenario.winners, true),
		...written(words.losers, scenario.losers, true),
		{
			title: words.ask,
			half: false,
			isExtra: true,
			height: (width) => prompts.reduce((sum, text) => sum + paper.set(text, 'body', width - 17).length * 18 + 4, headed),
			draw: (parent, frame) => list(paper, parent, prompts.map((text, index) => ({ label: String(index + 1), text })), frame),
		},
	];
}

const headed = 22;

function drawPart(paper: Paper, parent: Tag, part: Part, frame: Frame): void {
	const whole = part.height(frame.width);
	if (whole <= paper.bottom - paper.top) paper.need(whole);
	heading(paper, parent, part.title, { ...frame, keep: Math.min(54, whole - headed) });
	part.draw(parent, frame);
	paper.y += betweenParts;
}

/** Over the full width; who wins beside who loses where both fit a page. */
function drawParts(paper: Paper, parent: Tag, parts: readonly Part[]): void {
	const half = (paper.width - gap) / 2;
	for (let index = 0; index < parts.length; index++) {
		const [part, next] = [parts[index]!, parts[index + 1]];
		const height = part.half && next?.half ? Math.max(part.height(half), next.height(half)) : Infinity;
		if (height > paper.bottom - paper.top) {
			drawPart(paper, parent, part, { x: paper.left, width: paper.width });
			continue;
		}
		paper.need(height);
		const top = paper.y;
		drawPart(paper, parent, part, { x: paper.left, width: half });
		paper.y = top;
		drawPart(paper, parent, next!, { x: paper.left + half + gap, width: half });
		paper.y = top + height + betweenParts;
		index++;
	}
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
