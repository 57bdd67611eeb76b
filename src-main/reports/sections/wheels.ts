/** Each futures wheel as a picture, and as a nested list that says the same. */
import { wheelPicture, paperWheel } from '../../../src-shared/domain/picture/wheelShapes.ts';
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

/** From this size on words are as large as a folio; smaller than the least nobody reads them, and the list has them all. */
const wanted = 0.84;
const smallest = 0.55;

const headed = 26;
const legend = 20;

function drawWheel(paper: Paper, section: Tag, wheel: Wheel, tree: readonly WheelNode[]): void {
	const words = paper.say(wheelWords);
	const { card } = wheel;
	const picture = wheelPicture({ about: { title: card?.name ?? wheel.world!.title, kind: card?.kind ?? null, code: card?.code ?? null }, tree: legible(paper, tree) }, paperWheel, paperSetter(paper));
	const fit = (room: number) => Math.min(1, paper.width / picture.width, (room - headed - legend) / picture.height);
	const whole = fit(paper.bottom - paper.top);
	if (whole >= smallest && fit(paper.bottom - paper.y) < Math.min(whole, wanted)) paper.newPage('sideways');
	const scale = fit(paper.bottom - paper.y);
	heading(paper, section, titleSpans(paper, wheel), { after: 6, keep: 30 });
	if (scale < smallest) paragraph(paper, section, words.tooLarge, { style: 'note', after: 8 });
	else drawPicture(paper, section, wheel, tree, picture, scale);
	paper.need(80);
	heading(paper, section, words.asList, { as: 'H4', style: 'smallStrong' });
	drawBlocks(paper, section, [listBlock(paper, tree, paper.width)], paper.left);
}

function drawPicture(paper: Paper, section: Tag, wheel: Wheel, tree: readonly WheelNode[], { width, height, shapes }: Picture, scale: number): void {
	const words = paper.say(wheelWords);
	const [left, top] = [paper.left + (paper.width - width * scale) / 2, paper.y];
	const foot = top + height * scale;
	const nodes = listed(tree);
	const counts = [1, 2, 3].map((order) => nodes.filter((node) => node.order === order).length).filter((count) => count > 0).map(String);
	const figure = paper.tag(section, 'Figure', { alt: words.alt(titleOf(wheel), counts), bbox: [paper.left, top, paper.right, foot + legend] });
	paper.content(figure, () => {
		// Rings go on beyond what stands on them.
		paper.doc.save().rect(paper.left, top, paper.width, height * scale).clip();
		paper.doc.translate(left, top).scale(scale);
		drawShapes(paper, shapes);
		paper.doc.restore();
		const line = paper.set(words.orders.slice(0, counts.length).join(' · '), 'small', paper.width, { maxLines: 1 })[0]!;
		paper.drawLine(line, paper.left + (paper.width - line.width) / 2, foot + 4, 15);
	});
	figure.end();
	paper.y = foot + legend + 14;
}

const longest = 400;

const legible = (paper: Paper, tree: readonly WheelNode[]): WheelNode[] =>
	tree.map((node) => ({ ...node, text: shortened(node.text, longest) || paper.say(wheelWords).unnamed, children: legible(paper, node.children) }));

function listBlock(paper: Paper, tree: readonly WheelNode[], width: number): SetBlock {
	const indent = 17;
	const label = paper.set('•', 'strong', 20)[0]!;
	const text = (node: WheelNode) => paper.set(shortened(node.text, longest) || paper.say(wheelWords).unnamed, 'body', width - indent);
	return {
		type: 'list', indent, style: 'body', after: 0,
		items: tree.map((node) => ({ label, blocks: [{ type: 'paragraph' as const, style: 'body' as const, lines: text(node), after: 2 }, ...(node.children.length > 0 ? [listBlock(paper, node.children, width - indent)] : [])] })),
	};
}
