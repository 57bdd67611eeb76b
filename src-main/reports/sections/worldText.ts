/** What a world’s page in the report and its sheet for a group have in common: its title beside its mark, its story, and what follows from it. */
import type { Paper, Tag } from '../paper.ts';
import { heading, paragraph, type Frame } from '../flow.ts';
import { drawBlocks, heightOf, setNarrative, type SetBlock } from '../narrative.ts';
import { colours, type StyleName } from '../theme.ts';
import type { View } from '../view.ts';
import { worldWords } from '../words/worlds.ts';
import type { World } from '../worldsView.ts';
import { markOf } from './worldMark.ts';

/** Points between what stands beside each other, and between one part and the next below it. */
export const gap = 22;
export const betweenParts = 12;

/** A title longer than that many lines is set smaller. */
const mostLarge = 2;

interface TitleOptions {
	as: 'H1' | 'H2';
	/** The first in which it takes no more than two lines, else the last. */
	styles: readonly StyleName[];
	maxLines: number;
	after: number;
	/** Whether its year stands beside its number. */
	withYear?: boolean;
}

/** Its number, its title, and its mark to the right of both. */
export function drawTitle(paper: Paper, section: Tag, view: View, world: World, { as, styles, maxLines, after, withYear = false }: TitleOptions): void {
	const words = paper.say(worldWords);
	const { scenario, title, number } = world;
	const mark = markOf(paper, view, world);
	const width = paper.width - (mark ? mark.width + 18 : 0);
	const top = paper.y;
	const count = view.worlds.worlds.length;
	const numbered = count === 1 ? words.scenario : words.numbered(number, count);
	paragraph(paper, section, [{ text: withYear ? `${numbered}, ${scenario.horizonYear}` : numbered, colour: colours.ink2 }], { style: 'strong', after: 3, width });
	const style = styles.find((one) => paper.set(title, one, width).length <= mostLarge) ?? styles.at(-1)!;
	const cut = () => paper.notes.add('A scenario’s title is too long for its page and is cut there.');
	paragraph(paper, section, title, { as, style, balance: true, maxLines, cut, after, width });
	if (!mark) return;
	mark.draw(section, paper.right, top + 2);
	paper.y = Math.max(paper.y, top + mark.height + 8);
}

interface StoryOptions {
	width: number;
	/** The level of the heading that it stands below. */
	under: number;
	/** Whether its sentences can be traced from the page. */
	isTraced?: boolean;
}

export function setStory(paper: Paper, view: View, { scenario: { id, narrative } }: World, { width, under, isTraced = false }: StoryOptions): SetBlock[] {
	const told = narrative.trim() === '' ? null : narrative;
	return setNarrative(paper, view.byId, told ?? paper.say(worldWords).unwritten, { width, under, ...(isTraced && told !== null && { worldId: id }) });
}

/** What stands below a story under a heading of its own. */
export interface Part {
	title: string;
	/** Of its heading. */
	level: 2 | 3;
	/** Worth half of the width only: who wins, who loses. */
	half: boolean;
	/** No page is begun for it. */
	isExtra?: true;
	height(width: number): number;
	draw(parent: Tag, frame: Frame): void;
}

/** Of a part's heading. */
export const headed = 22;

/** What follows from it, who wins and who loses, as far as they are written. */
export function writtenParts(paper: Paper, view: View, { scenario }: World, level: Part['level']): Part[] {
	const words = paper.say(worldWords);
	const written = (title: string, markdown: string | undefined, half: boolean): Part[] => {
		if (!markdown?.trim()) return [];
		const set = (width: number) => setNarrative(paper, view.byId, markdown, { width, under: level });
		return [{ title, level, half, height: (width) => headed + heightOf(paper, set(width)), draw: (parent, { x, width }) => drawBlocks(paper, parent, set(width), x) }];
	};
	return [...written(words.implications, scenario.implications, false), ...written(words.winners, scenario.winners, true), ...written(words.losers, scenario.losers, true)];
}

export function drawPart(paper: Paper, parent: Tag, part: Part, frame: Frame): void {
	const whole = part.height(frame.width);
	if (whole <= paper.bottom - paper.top) paper.need(whole);
	heading(paper, parent, part.title, { ...frame, as: `H${part.level}`, keep: Math.min(54, whole - headed) });
	part.draw(parent, frame);
	paper.y += betweenParts;
}

/** Over the full width; who wins beside who loses where both fit a page. */
export function drawParts(paper: Paper, parent: Tag, parts: readonly Part[]): void {
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
