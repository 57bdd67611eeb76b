/** How wide the columns of a Word table are: no word of theirs is broken where that can be, and what has more to say has more room. */

/** Of table text at 11 points, in twentieths of a point, with the widest face that may stand in for the report's. */
const letter = 150;
/** Beside the text of a cell. */
const padding = 180;
/** Longer words are broken; longer texts say nothing of how wide their column should be. */
const [longestWord, longestText] = [16, 80];

/**
 * @param rows the texts of each row's cells, the head's among them.
 * @param room twentieths of a point.
 * @returns widths that sum to the room, in the same unit.
 */
export function columnWidths(rows: readonly (readonly string[])[], room: number): number[] {
	const columns = Math.max(0, ...rows.map((row) => row.length));
	const texts = Array.from({ length: columns }, (_, column) => rows.map((row) => row[column] ?? ''));
	const needs = texts.map((cells) => Math.max(...cells.flatMap((text) => text.split(/\s+/)).map((word) => Math.min(word.length, longestWord))) * letter + padding);
	const wants = texts.map((cells, column) => Math.max(needs[column]!, Math.max(...cells.map((text) => Math.min(text.length, longestText))) * letter + padding));
	const needed = total(needs);
	const spare = room - needed;
	if (spare <= 0) return filled(needs.map((need) => (need / needed) * room), room);
	const wanted = total(wants) - needed;
	return filled(needs.map((need, column) => need + spare * (wanted === 0 ? 1 / columns : (wants[column]! - need) / wanted)), room);
}

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** Whole numbers; the last column takes what rounding leaves. */
function filled(widths: readonly number[], room: number): number[] {
	const whole = widths.map(Math.floor);
	const last = whole.length - 1;
	return whole.map((width, column) => (column === last ? width + room - total(whole) : width));
}
