/** Each futures wheel as a picture, and as a nested list that says the same. */
import { numberWheel, paperWheel, wheelPicture } from '../../../src-shared/domain/picture/wheelShapes.ts';
import type { Picture } from '../../../src-shared/domain/picture/shapes.ts';
import { listed, wheelTree, type WheelNode } from '../../../src-shared/domain/wheel.ts';
import type { Paper, Tag } from '../paper.ts';
import { heading, paragraph, sectionHeading } from '../flow.ts';
import { worldTarget } from '../links.ts';
import { drawBlocks, type SetBlock } from '../narrative.ts';
import { namedCard } from '../primitives.ts';
import { drawShapes, paperSetter } from '../shapes.ts';
import { shortened } from '../text.ts';
import type { Span } from '../typeset.ts';
import type { View } from '../view.ts';
import { wheelWords } from '../words/methods.ts';
import type { Wheel } from '../worldsView.ts';

export function wheels(paper: Paper, view: View): void {
	const all = view.worlds.wheels.map((wheel) => ({ wheel, tree: wheelTree(wheel.consequences) })).filter(({ tree }) => tree.length > 0);
	if (all.length === 0) return;
	const words = paper.say(wheelWords);
	paper.newPage('sideways');
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, all.length === 1 ? words.title : words.titles);
	paragraph(paper, section, words.intro, { style: 'quiet', after: 10 });
	all.forEach(({ wheel, tree }, index) => {
		if (index > 0) paper.y += 24;
		drawWheel(paper, section, wheel, tree);
	});
	section.end();
}

const titleOf = ({ card, world }: Wheel): string => (card ? `${card.code} ${card.name}` : world!.title);

function titleSpans(paper: Paper, { card, world }: Wheel): Span[] {
	const [before, after] = paper.say(wheelWords).about('\u0000').split('\u0000');
	return [{ text: before ?? '' }, ...(card ? namedCard(card) : [{ text: world!.title, to: worldTarget(world!.id) }]), { text: after ?? '' }];
}

/** From this size on words are as large as a folio; smaller than the least nobody reads them, and the list has them all. Large print is never made smaller. */
const sizes = ({ theme }: Paper): { wanted: number; smallest: number } => (theme.scale > 1 ? { wanted: 0.98, smallest: 0.98 } : { wanted: 0.84, smallest: 0.55 });

const headed = 26;
/** Two lines of it, where the page is too narrow for one. */
const legendOf = ({ theme }: Paper): number => (theme.scale > 1 ? 35 : 20);

interface Form {
	picture: Picture;
	/** Numbers stand for the words, which only the list has. */
	isNumbered: boolean;
}

/** With its words; in large print also with numbers in their place, for where they have no room. */
function formsOf(paper: Paper, { card, world }: Wheel, tree: readonly WheelNode[]): Form[] {
	const about = { title: card?.name ?? world!.title, kind: card?.kind ?? null, code: card?.code ?? null };
	const setter = paperSetter(paper);
	const inWords: Form = { picture: wheelPicture({ about, tree: legible(paper, tree) }, paperWheel, setter), isNumbered: false };
	if (paper.theme.scale === 1) return [inWords];
	return [inWords, { picture: wheelPicture({ about: { ...about, title: about.code ?? about.title, code: null }, tree: numbered(tree) }, numberWheel, setter), isNumbered: true }];
}

/** 1, 1.1, 1.1.1. */
const numbered = (tree: readonly WheelNode[], before = ''): WheelNode[] =>
	tree.map((node, index) => ({ ...node, text: `${before}${index + 1}`, children: numbered(node.children, `${before}${index + 1}.`) }));

function drawWheel(paper: Paper, section: Tag, wheel: Wheel, tree: readonly WheelNode[]): void {
	const words = paper.say(wheelWords);
	const { wanted, smallest } = sizes(paper);
	const fit = ({ width, height }: Picture, room: number) => Math.min(1, paper.width / width, (room - headed - legendOf(paper)) / height);
	const form = formsOf(paper, wheel, tree).find(({ picture }) => fit(picture, paper.bottom - paper.top) >= smallest);
	if (form && fit(form.picture, paper.bottom - paper.y) < Math.min(fit(form.picture, paper.bottom - paper.top), wanted)) paper.newPage('sideways');
	heading(paper, section, titleSpans(paper, wheel), { after: 6, keep: 30 });
	if (form) drawPicture(paper, section, wheel, tree, form.picture, fit(form.picture, paper.bottom - paper.y + headed));
	else paragraph(paper, section, words.tooLarge, { style: 'note', after: 8 });
	paper.need(80);
	heading(paper, section, form?.isNumbered ? words.asNumbered : words.asList, { as: 'H4', style: 'smallStrong' });
	drawBlocks(paper, section, [listBlock(paper, tree, paper.width, form?.isNumbered ? '' : null)], paper.left);
}

function drawPicture(paper: Paper, section: Tag, wheel: Wheel, tree: readonly WheelNode[], { width, height, shapes }: Picture, scale: number): void {
	const words = paper.say(wheelWords);
	const [left, top] = [paper.left + (paper.width - width * scale) / 2, paper.y];
	const foot = top + height * scale;
	const nodes = listed(tree);
	const counts = [1, 2, 3].map((order) => nodes.filter((node) => node.order === order).length).filter((count) => count > 0).map(String);
	const figure = paper.tag(section, 'Figure', { alt: words.alt(titleOf(wheel), counts), bbox: [paper.left, top, paper.right, foot + legendOf(paper)] });
	paper.content(figure, () => {
		// Rings go on beyond what stands on them.
		paper.doc.save().rect(paper.left, top, paper.width, height * scale).clip();
		paper.doc.translate(left, top).scale(scale);
		drawShapes(paper, shapes);
		paper.doc.restore();
		const lines = paper.set(words.orders.slice(0, counts.length).join(' · '), 'small', paper.width, { balance: true, maxLines: Math.floor(legendOf(paper) / 15) });
		lines.forEach((line, index) => paper.drawLine(line, paper.left + (paper.width - line.width) / 2, foot + 4 + index * 15, 15));
	});
	figure.end();
	paper.y = foot + legendOf(paper) + 14;
}

const longest = 400;

const legible = (paper: Paper, tree: readonly WheelNode[]): WheelNode[] =>
	tree.map((node) => ({ ...node, text: shortened(node.text, longest) || paper.say(wheelWords).unnamed, children: legible(paper, node.children) }));

/** @param before of its numbers, which stand in place of points; null for points. */
function listBlock(paper: Paper, tree: readonly WheelNode[], width: number, before: string | null): SetBlock {
	const labels = tree.map((_, index) => paper.set(before === null ? '•' : `${before}${index + 1} `, 'strong', 80)[0]!);
	const indent = before === null ? 17 : Math.max(17, ...labels.map((label) => label.width + 6));
	const text = (node: WheelNode) => paper.set(shortened(node.text, longest) || paper.say(wheelWords).unnamed, 'body', width - indent);
	const below = (node: WheelNode, index: number) => listBlock(paper, node.children, width - indent, before === null ? null : `${before}${index + 1}.`);
	return {
		type: 'list', indent, style: 'body', after: 0,
		items: tree.map((node, index) => ({ label: labels[index]!, blocks: [{ type: 'paragraph' as const, style: 'body' as const, lines: text(node), after: 2 }, ...(node.children.length > 0 ? [below(node, index)] : [])] })),
	};
}
