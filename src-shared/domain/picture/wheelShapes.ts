/** A futures wheel as shapes: rings, spokes, and a box for each consequence. */
import { listed, type WheelNode } from '../wheel.ts';
import type { Colour, Group, Picture, Setter, Shape } from './shapes.ts';
import { wheelLayout, type PlacedNode, type WheelLayout, type WheelModel, type WheelStyle } from './wheelLayout.ts';

export { numberWheel, paperWheel, screenWheel, type WheelModel } from './wheelLayout.ts';

export const orderNames = ['first', 'second', 'third'] as const;

/** In words: how many there are of each order. */
export function wheelDescription(tree: readonly WheelNode[]): string {
	const nodes = listed(tree);
	const counts = orderNames.map((name, at) => [name, nodes.filter(({ order }) => order === at + 1).length] as const).filter(([, count]) => count > 0);
	if (counts.length === 0) return 'No consequences yet.';
	return `${counts.map(([name, count]) => `${count} of the ${name} order`).join(', ')}.`.replace(/^\d+/, (count) => `${count} ${count === '1' ? 'consequence' : 'consequences'}`);
}

/** The whole wheel, with a group for each consequence that carries its id. */
export function wheelPicture(model: WheelModel, style: WheelStyle, setter: Setter): Picture & { layout: WheelLayout } {
	const layout = wheelLayout(model, style, setter);
	return {
		width: layout.width, height: layout.height, background: 'bg-canvas', layout,
		title: `Futures wheel: ${model.about.title}`, description: wheelDescription(model.tree),
		shapes: [...ringShapes(layout, style), ...spokes(layout), ...layout.nodes.map((placed) => nodeShapes(placed, style)), middleShapes(model, layout, style)],
	};
}

/** From the outermost in, each on the one before. */
function ringShapes({ x, y, rings }: WheelLayout, { stretch }: WheelStyle): Shape[] {
	return [...rings].reverse().map((ring): Shape => {
		const across = ring * stretch;
		return { is: 'path', d: `M${x - across} ${y}A${across} ${ring} 0 1 1 ${x + across} ${y}A${across} ${ring} 0 1 1 ${x - across} ${y}Z`, stroke: 'line', thick: 1.25 };
	});
}

const spokeThick = [2, 1.5, 1.25] as const;

function spokes({ x, y, nodes }: WheelLayout): Shape[] {
	const places = new Map(nodes.map((placed) => [placed.node.id, placed]));
	return nodes.map(({ node, parentId, x: toX, y: toY }): Shape => {
		const from = parentId === null ? { x, y } : places.get(parentId)!;
		return { is: 'path', d: `M${from.x} ${from.y}L${toX} ${toY}`, stroke: node.order === 1 ? 'ink-2' : 'line-strong', thick: spokeThick[node.order - 1] ?? 1 };
	});
}

/** Each order has an edge of its own, since on paper there may be one ink: thick, thin, dashed. */
const edges: readonly { stroke: Colour; thick: number; dash?: readonly number[] }[] = [
	{ stroke: 'ink', thick: 2 }, { stroke: 'line-strong', thick: 1.25 }, { stroke: 'line-strong', thick: 1.25, dash: [4, 3] },
];

function nodeShapes({ node, box, lines, x }: PlacedNode, { leading, role }: WheelStyle): Group {
	const first = box.top + (box.height - lines.length * leading) / 2;
	return {
		is: 'group', id: node.id, name: `${orderNames[node.order - 1]} order: ${node.text}`,
		shapes: [
			{ is: 'rect', ...box, radius: 7, fill: 'bg-card', ...edges[node.order - 1] },
			...lines.map((text, at): Shape => ({ is: 'text', text, role, colour: 'ink', x, top: first + at * leading, leading, align: 'middle' })),
		],
	};
}

function middleShapes({ about }: WheelModel, { middle, x }: WheelLayout, { middle: { role, leading } }: WheelStyle): Group {
	const { lines, ...box } = middle;
	const top = box.top + (box.height - lines.length * leading - (about.code === null ? 0 : leading + 2)) / 2;
	const words = about.code === null ? top : top + leading + 2;
	return {
		is: 'group', name: about.code === null ? about.title : `${about.code}, ${about.title}`,
		shapes: [
			{ is: 'rect', ...box, radius: 14, fill: 'action' },
			...(about.code === null ? [] : [{ is: 'text', text: about.code, role: 'code', colour: 'action-text', x, top, leading, align: 'middle' } as const]),
			...lines.map((text, at): Shape => ({ is: 'text', text, role, colour: 'action-text', x, top: words + at * leading, leading, align: 'middle' })),
		],
	};
}
