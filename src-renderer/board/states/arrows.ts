/** What an arrow key means on the canvas. */
import type { KeyDown, Step } from '../interaction.ts';

const arrows: Record<string, Step> = {
	ArrowLeft: { quarters: -1, lanes: 0 },
	ArrowRight: { quarters: 1, lanes: 0 },
	ArrowUp: { quarters: 0, lanes: -1 },
	ArrowDown: { quarters: 0, lanes: 1 },
};

/** One arrow is a quarter or a lane; with Shift a quarter becomes a year. */
export function stepOf(event: KeyDown): Step | null {
	const arrow = arrows[event.key];
	return arrow ? { ...arrow, quarters: arrow.quarters * (event.shift ? 4 : 1) } : null;
}
