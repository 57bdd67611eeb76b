/** Parts of a world's page: the cards that feed it, with what they weigh and do there, and its signposts. */
import type { Paper, Tag } from '../paper.ts';
import { heading, type Frame } from '../flow.ts';
import { drawLinked } from '../links.ts';
import { glyph, namedCard, rule } from '../primitives.ts';
import { table, tableHeight, type Cell, type Column } from '../table.ts';
import { colours } from '../theme.ts';
import type { ReportCard, View } from '../view.ts';
import type { Signpost } from '../../../src-shared/schemas/worlds.ts';
import { speech } from '../words/speech.ts';
import { worldWords } from '../words/worlds.ts';
import type { FedBy, World } from '../worldsView.ts';

const indent = 23;
/** Between two cards that feed a world: closer where something else needs the room. */
export const feedGaps = { usual: 9, close: 5 } as const;

const namesOf = (paper: Paper, card: ReportCard, width: number) =>
	paper.set(namedCard(card), 'name', width - indent, { balance: true, maxLines: 20, cut: () => paper.notes.add(`The name of ${card.code} is cut on a scenario’s page.`) });
const aboutOf = (paper: Paper, view: View, fed: FedBy, width: number) => paper.set(aboutCard(paper, view, fed), 'small', width - indent);

export function fedByHeight(paper: Paper, view: View, { feeds }: World, width: number, gap: number = feedGaps.usual): number {
	return feeds.reduce((sum, fed) => sum + (namesOf(paper, fed.card, width).length + aboutOf(paper, view, fed, width).length) * 15 + gap, 28);
}

export function drawFedBy(paper: Paper, parent: Tag, view: View, { feeds }: World, { x, width, as = 'H3' }: Frame & { as?: 'H2' | 'H3' }, gap: number = feedGaps.usual): void {
	heading(paper, parent, paper.say(worldWords).fedBy, { as, x, width, after: 6 });
	const listTag = paper.tag(parent, 'L');
	for (const fed of feeds) {
		const lines = [...namesOf(paper, fed.card, width), ...aboutOf(paper, view, fed, width)];
		const height = lines.length * 15 + gap;
		paper.need(height);
		const y = paper.y;
		paper.artifact(() => {
			rule(paper.doc, x, x + width, y);
			glyph(paper.doc, fed.card.kind, x, y + gap / 2 + 0.5, 15);
			weightMark(paper, fed.weight, x + 7.5, y + gap / 2 + 21);
		});
		const item = paper.tag(listTag, 'LI');
		const body = paper.tag(item, 'LBody');
		drawLinked(paper, body, lines.map((line, index) => ({ line, x: x + indent, y: y + gap / 2 + index * 15 })), 15);
		body.end();
		item.end();
		paper.y += height;
	}
	listTag.end();
	paper.artifact(() => rule(paper.doc, x, x + width, paper.y));
}

/** Three dots, filled for the weight; the words beside them say it too. */
function weightMark({ doc }: Paper, weight: number, middle: number, y: number): void {
	for (let dot = 0; dot < 3; dot++) {
		doc.lineWidth(0.75).circle(middle + (dot - 1) * 5.2, y, 1.9);
		if (dot < weight) doc.fillAndStroke(colours.ink, colours.ink);
		else doc.fillAndStroke(colours.paper, colours.lineStrong);
	}
}

/** "drives, weight 3 of 3; median 5, contested, 2029 Q3". */
function aboutCard(paper: Paper, view: View, { card, weight, role }: FedBy): string {
	const words = paper.say(worldWords);
	const { figure, quarter } = speech[paper.language];
	const does = [role, words.weight(weight)].filter((part) => part !== '').join(', ');
	const voted = card.vote ? [words.median(figure(card.vote.median!)), ...(card.vote.agreed ? [] : [words.contested])] : [words.notVoted];
	const date = card.placement ? quarter(view.workshop.baseYear, card.placement.at) : words.notPlaced;
	return `${does} \n${[...voted, date].join(', ')}`;
}

const signpostWidths = [110, 78, 112] as const;
const [signpostRow, signpostPadding] = [24, 4];
/** With what stands below it. */
const signpostsHead = 20;

const signpostColumns = (paper: Paper): number[] => [paper.width - signpostWidths.reduce((sum, width) => sum + width, 0), ...signpostWidths];

const signpostCells = (paper: Paper, signpost: Signpost): Cell[] => [
	{ text: signpost.title, names: true, style: 'cardName' }, { text: signpost.threshold, style: 'plain' }, { text: signpost.owner, style: 'plain' }, { text: soFar(paper, signpost), style: 'plain' },
];

/** Some lines of a list. */
const firstEntry = 96;

const signpostLook = { rowHeight: signpostRow, padding: signpostPadding };

function signpostTable(paper: Paper, { signposts }: World): { columns: Column[]; rows: Cell[][] } {
	const heads = paper.say(worldWords).signpostColumns;
	const titles = [heads.title, heads.threshold, heads.owner, heads.soFar];
	return { columns: signpostColumns(paper).map((width, column) => ({ title: titles[column]!, width })), rows: signposts.map((signpost) => signpostCells(paper, signpost)) };
}

/** Of its signposts with their heading; infinite where they are no table. */
export function signpostsHeight(paper: Paper, world: World): number {
	if (world.signposts.length === 0) return 0;
	const { columns, rows } = signpostTable(paper, world);
	return signpostsHead + tableHeight(paper, columns, rows, signpostLook);
}

export function drawWorldSignposts(paper: Paper, section: Tag, world: World): void {
	if (world.signposts.length === 0) return;
	const height = signpostsHeight(paper, world);
	if (height < (paper.bottom - paper.top) / 2) paper.need(height);
	// Where the table becomes a list, its first entry stays with the heading.
	heading(paper, section, paper.say(worldWords).signposts, { after: 2, ...(height === Infinity && { keep: firstEntry }) });
	const { columns, rows } = signpostTable(paper, world);
	table(paper, section, columns, rows, { ...signpostLook, after: 15 });
}

export function soFar(paper: Paper, { count, seenOn }: Signpost): string {
	const words = paper.say(worldWords);
	if (seenOn) return words.seenOn(speech[paper.language].day(seenOn));
	return count ? words.counted(count.seen, count.of) : words.notYet;
}
