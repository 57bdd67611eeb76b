/** A text and where its lines begin: a reader that goes by offsets cuts out only the lines it needs. */
import { marksOf, type Marks } from './plainness.ts';

export interface Lines {
	text: string;
	count: number;
	/** Offset of each line's first character, and behind the last one what would be the next line's. */
	starts: number[];
	marks: Marks;
}

export function linesOf(text: string): Lines {
	const starts = [0];
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	const count = starts.length;
	starts.push(text.length + 1);
	return { text, count, starts, marks: marksOf(text) };
}

/** @returns the line without its end; empty behind the last line. */
export const lineAt = ({ text, count, starts }: Lines, index: number): string =>
	index < count ? text.slice(starts[index], starts[index + 1]! - 1) : '';
