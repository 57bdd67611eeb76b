/** Room to write by hand: ruled lines, of which the page holds as many as it has room for. */
import type { Paper } from '../paper.ts';
import { rule } from '../primitives.ts';
import { colours } from '../theme.ts';

/** 7.8 mm, as in an exercise book. */
export const linePitch = 22;

/** @returns how many were drawn. */
export function writingLines(paper: Paper, count: number, x = paper.left): number {
	const fit = Math.max(0, Math.min(count, Math.floor((paper.bottom - paper.y + 0.01) / linePitch)));
	const top = paper.y;
	paper.artifact(() => {
		for (let line = 1; line <= fit; line++) rule(paper.doc, x, paper.right, top + line * linePitch, colours.lineStrong, 0.75);
	});
	paper.y += fit * linePitch;
	return fit;
}
