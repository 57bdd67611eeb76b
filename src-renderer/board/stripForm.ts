/** What the strip above the canvas has room for. Told from its texts: asked of the browser, each form would first have to be drawn. */

export interface StripForm {
	/** Controls are signs, their names to be heard and pointed at. */
	isBrief: boolean;
	/** The question takes several lines, smaller. */
	isLong: boolean;
	/** It has a row of its own above the controls. */
	isApart: boolean;
}

/** Pixels of a letter: of the question on one line, on several, and of a control's name. */
const letter = { title: 8.5, body: 6.7, control: 6.2 };
/** Beside a control's name, with the gap to the next one. */
const control = 41;
const sides = 24;
/** Words do not break where half of the letters are over. */
const slack = 30;

/**
 * @param width of the strip, in pixels. @param question its letters. @param controls the letters of each one's name.
 * @param sign how wide a control is without its name, with the gap.
 */
export function stripForm(width: number, question: number, controls: readonly number[], sign: number): StripForm {
	const room = width - sides;
	const named = controls.reduce((sum, letters) => sum + control + letters * letter.control, 0);
	const [onOne, onTwo] = [question * letter.title, (question * letter.body) / 2 + slack];
	for (const [isBrief, taken] of [[false, named], [true, controls.length * sign + slack]] as const) {
		if (room - taken >= Math.min(onOne, onTwo)) return { isBrief, isLong: room - taken < onOne, isApart: false };
	}
	return { isBrief: named > room, isLong: room < onOne, isApart: true };
}
