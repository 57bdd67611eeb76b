/** Where a world stands in its logic, as a small mark with its words: a quarter of the two by two, one of the three horizons, a part of the cone. */
import { plausibleSide } from '../../../src-shared/domain/worlds.ts';
import { conePath } from '../cone.ts';
import type { Paper, Tag } from '../paper.ts';
import { colours } from '../theme.ts';
import type { Line } from '../typeset.ts';
import type { View } from '../view.ts';
import { worldWords } from '../words/worlds.ts';
import type { World } from '../worldsView.ts';

const size = 43;

export interface Mark {
	width: number;
	height: number;
	draw(section: Tag, right: number, top: number): void;
}

/** Null where the worlds of the workshop stand each for itself, or nobody said where this one stands. */
export function markOf(paper: Paper, view: View, { id, scenario: { standing = {} } }: World): Mark | null {
	const words = paper.say(worldWords);
	const { logic, axes } = view.worlds;
	if (logic === 'axes' && standing.axes) {
		const { across, up } = standing.axes;
		const named = [axes.across?.[across], axes.up?.[up]].filter((pole): pole is string => !!pole);
		return mark(paper, words.standsIn.axes, named, (x, y) => quarters(paper, x, y, across === 'low' ? 0 : 1, up === 'high' ? 0 : 1));
	}
	if (logic === 'horizons' && standing.horizons) {
		const part = standing.horizons;
		return mark(paper, words.standsIn.horizons, [words.horizons[part]], (x, y) => curves(paper, x, y, (['declines', 'bridges', 'emerges'] as const).indexOf(part)));
	}
	if (logic === 'cone' && standing.cone) {
		const part = standing.cone;
		const side = plausibleSide(view.worlds.worlds.map(({ scenario }) => scenario), id);
		return mark(paper, words.standsIn.cone, [side ? words.plausible(side) : words.cone[part]], (x, y) => conePath(paper, { part, side }, x, y, size));
	}
	return null;
}

const captionWidth = 124;

function mark(paper: Paper, said: string, captions: readonly string[], draw: (x: number, y: number) => void): Mark {
	const lines: Line[] = captions.flatMap((caption) => paper.set(caption, 'small', captionWidth, { balance: true, maxLines: 3 }));
	const leading = paper.theme.styles.small.leading;
	return {
		width: captionWidth,
		height: size + 5 + lines.length * leading,
		draw(section, right, top) {
			const figure = paper.tag(section, 'Figure', { alt: `${said} ${captions.join(', ')}.`, bbox: [right - captionWidth, top, right, top + size + 5 + lines.length * leading] });
			paper.content(figure, () => {
				draw(right - size, top);
				lines.forEach((line, index) => paper.drawLine(line, right - line.width, top + size + 5 + index * leading, leading));
			});
			figure.end();
		},
	};
}

/** The chosen quarter has a heavier edge and a dot, so that it shows in one ink too. */
export function quarters(paper: Paper, x: number, y: number, column: number, row: number): void {
	const { doc } = paper;
	const [gap, side] = [3, (size - 3) / 2];
	for (const [c, r] of [[0, 0], [1, 0], [0, 1], [1, 1]] as const) {
		const chosen = c === column && r === row;
		const [left, top] = [x + c * (side + gap), y + r * (side + gap)];
		doc.lineWidth(chosen ? 1.5 : 0.9).roundedRect(left + 0.75, top + 0.75, side - 1.5, side - 1.5, 2.5);
		doc.fillAndStroke(chosen ? colours.sun : colours.paper, chosen ? colours.ink : colours.lineStrong);
		if (chosen) doc.circle(left + side / 2, top + side / 2, 3).fill(colours.ink);
	}
}

/** Three curves over time: the first falls, the second swells and falls, the third rises. */
function curves(paper: Paper, x: number, y: number, chosen: number): void {
	const { doc } = paper;
	const paths = [
		`M0 ${size * 0.12}C${size * 0.4} ${size * 0.15} ${size * 0.55} ${size * 0.8} ${size} ${size * 0.88}`,
		`M0 ${size * 0.82}C${size * 0.3} ${size * 0.75} ${size * 0.35} ${size * 0.38} ${size * 0.52} ${size * 0.38}C${size * 0.7} ${size * 0.38} ${size * 0.75} ${size * 0.7} ${size} ${size * 0.78}`,
		`M0 ${size * 0.92}C${size * 0.5} ${size * 0.88} ${size * 0.65} ${size * 0.2} ${size} ${size * 0.1}`,
	];
	doc.save().translate(x, y);
	paths.forEach((path, index) => {
		if (index !== chosen) doc.lineWidth(0.9).path(path).stroke(colours.lineStrong);
	});
	doc.lineWidth(3).path(paths[chosen]!).stroke(colours.ink);
	doc.restore();
	doc.lineWidth(0.9).rect(x, y, size, size).stroke(colours.line);
}
