import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listed, type WheelNode } from '../wheel.ts';
import { textsOf, type Setter } from './shapes.ts';
import { overlaps, wheelLayout } from './wheelLayout.ts';
import { paperWheel, screenWheel, wheelDescription, wheelPicture } from './wheelShapes.ts';

/** Each letter is as wide as it would be in the window, more or less; lines break between words. */
const setter: Setter = {
	width: (text) => [...text].length * 6.4,
	lines: (text, _, width, most) => {
		const lines: string[] = [];
		for (const word of text.split(' ')) {
			const last = lines.at(-1);
			if (last !== undefined && (last.length + 1 + word.length) * 6.4 <= width) lines[lines.length - 1] = `${last} ${word}`;
			else if (lines.length < most) lines.push(word.slice(0, Math.max(1, Math.floor(width / 6.4))));
		}
		return lines;
	},
};

const about = { title: 'Open Source AI Models', kind: 'signal', code: 'S2' } as const;
let ids = 0;
const node = (text: string, order: number, children: WheelNode[] = []): WheelNode => ({ id: String(++ids), text, order, children });
const words = fc.array(fc.constantFrom('Trust', 'is', 'what', 'Europe', 'sells', 'hospitals', 'choose', 'interoperability', 'a'), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '));
const shape = fc.array(fc.array(fc.nat({ max: 4 }), { maxLength: 4 }), { minLength: 1, maxLength: 8 });
const trees = fc.tuple(shape, fc.infiniteStream(words)).map(([branches, texts]) => {
	const text = () => texts.next().value as string;
	return branches.map((seconds) => node(text(), 1, seconds.map((thirds) => node(text(), 2, Array.from({ length: thirds }, () => node(text(), 3))))));
});

const middleOf = ({ middle }: ReturnType<typeof wheelLayout>) => ({ x: middle.left + middle.width / 2, y: middle.top + middle.height / 2 });

test('no two texts touch, whatever follows from what', () => {
	fc.assert(
		fc.property(trees, fc.constantFrom(screenWheel, paperWheel), (tree, style) => {
			const layout = wheelLayout({ about, tree }, style, setter);
			const boxes = [layout.middle, ...layout.nodes.map(({ box }) => box)];
			expect(boxes.flatMap((box, at) => boxes.slice(0, at).filter((other) => overlaps(box, other)))).toEqual([]);
			expect(layout.nodes.map((placed) => placed.node.id).sort()).toEqual(listed(tree).map(({ id }) => id).sort());
		}),
		{ numRuns: 60 },
	);
});

test('all of it lies within the picture, and each order on a ring of its own, the third the furthest out', () => {
	fc.assert(
		fc.property(trees, (tree) => {
			const layout = wheelLayout({ about, tree }, screenWheel, setter);
			const { x, y } = middleOf(layout);
			for (const placed of layout.nodes) {
				const { left, top, width, height } = placed.box;
				expect(left >= 0 && top >= 0 && left + width <= layout.width && top + height <= layout.height).toBe(true);
				expect(Math.hypot((placed.x - x) / screenWheel.stretch, placed.y - y)).toBeCloseTo(layout.rings[placed.node.order - 1]!, 6);
			}
			expect(layout.rings).toEqual([...layout.rings].sort((a, b) => a - b));
		}),
		{ numRuns: 40 },
	);
});

test('thirty consequences fit a window at a size that can be read', () => {
	const tree = Array.from({ length: 5 }, (_, a) => node(`Hospitals choose among makers ${a}`, 1, [0, 1].map((b) => node(`Trust is what Europe sells ${b}`, 2, [node('None can leave with the keys', 3), ...(b === 0 ? [node('Some makers left', 3)] : [])]))));
	expect(listed(tree)).toHaveLength(30);
	const { width, height } = wheelLayout({ about, tree }, screenWheel, setter);
	// Beside the list, in a window of 1440 × 900; 12 pixels then are 9 or more.
	expect(Math.min(1000 / width, 760 / height)).toBeGreaterThan(0.75);
});

test('a consequence says its order, and the picture how many there are', () => {
	const tree = [node('Trust is sold', 1, [node('Makers leave', 2)]), node('Rules firm up', 1)];
	const picture = wheelPicture({ about, tree }, screenWheel, setter);
	expect(picture.title).toBe('Futures wheel: Open Source AI Models');
	expect(picture.description).toBe('2 consequences of the first order, 1 of the second order.');
	expect(picture.shapes.flatMap((one) => (one.is === 'group' ? [one.name] : []))).toEqual([
		'first order: Trust is sold', 'second order: Makers leave', 'first order: Rules firm up', 'S2, Open Source AI Models',
	]);
	expect(textsOf(picture.shapes).join(' ')).toContain('Makers leave');
	expect([wheelDescription([]), wheelDescription([node('a', 1)])]).toEqual(['No consequences yet.', '1 consequence of the first order.']);
});

test('a wheel without consequences is its middle alone', () => {
	const layout = wheelLayout({ about, tree: [] }, screenWheel, setter);
	expect([layout.rings, layout.nodes]).toEqual([[], []]);
	expect(layout.width).toBeGreaterThan(layout.middle.width);
});
