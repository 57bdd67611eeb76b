/** The fonts of pictures: each text's size and weight, and how wide it is, measured in the font that the window draws with. */
import type { Role, Setter } from '../../../src-shared/domain/picture/shapes.ts';

export interface Font {
	size: number;
	weight: number;
	/** Of the size; between letters. */
	tracking: number;
}

const font = (size: number, weight: number, tracking = 0): Font => ({ size, weight, tracking });

export const fonts: Readonly<Record<Role, Font>> = {
	title: font(17, 640), subtitle: font(12, 400), year: font(12, 520), tick: font(11, 400), lane: font(12, 640), count: font(11, 400), degree: font(11, 520),
	code: font(11, 700, 0.01), longCode: font(9.5, 700, -0.02), name: font(12, 520, -0.012), madeName: font(12, 400, -0.012), description: font(12, 400),
	hint: font(12, 400), badge: font(12, 700), more: font(11, 600), legend: font(12, 520), note: font(12, 400),
	// Nothing under 26 on a picture 900 high.
	roomTitle: font(41, 640, -0.012), roomYear: font(30, 640), roomLane: font(26, 640), roomName: font(26, 640, -0.01), roomCode: font(26, 700), roomBadge: font(26, 700), roomSmall: font(26, 520),
};

/** Named for programs that have it; the others take what they have, within the width that is given with each name. */
export const family = '"Atkinson Hyperlegible Next", "Atkinson Hyperlegible", Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif';

export const cssFont = ({ size, weight }: Font): string => `${weight} ${size}px ${family}`;

/** Brings the fonts to hand: what is drawn before would be drawn in another one. */
export async function loadFonts(): Promise<void> {
	await Promise.all([...new Set(Object.values(fonts).map(cssFont))].map((one) => document.fonts.load(one, 'Aé')));
}

type Brush = Pick<CanvasRenderingContext2D, 'font' | 'letterSpacing' | 'measureText'>;

/** Measures with a canvas, and remembers. */
export function createSetter(brush: Brush = document.createElement('canvas').getContext('2d')!): Setter {
	const known = new Map<string, number>();
	return setterOf((text, role) => {
		const key = `${role} ${text}`;
		const before = known.get(key);
		if (before !== undefined) return before;
		const own = fonts[role];
		brush.font = cssFont(own);
		brush.letterSpacing = `${own.tracking * own.size}px`;
		const { width } = brush.measureText(text);
		known.set(key, width);
		return width;
	});
}

const longestName = 300;

/** @param width of a text on one line. */
export function setterOf(width: Setter['width']): Setter {
	const lines: Setter['lines'] = (text, role, room, most) => {
		const found: string[] = [];
		let rest = text.slice(0, longestName).replace(/\s+/g, ' ').trim();
		while (rest !== '' && found.length < most) {
			const isLast = found.length === most - 1;
			const end = fitting(rest, (part) => width(part, role) <= room);
			if (end === rest.length) {
				found.push(rest);
				return found;
			}
			const taken = isLast ? `${cut(rest, (part) => width(`${part}…`, role) <= room)}…` : rest.slice(0, end).trimEnd();
			found.push(taken);
			rest = rest.slice(isLast ? rest.length : end).trimStart();
		}
		return found;
	};
	return { width, lines };
}

/** How much of a text goes on a line: up to a word's end where there is one, else as many letters as there is room for, at least one. */
function fitting(text: string, fits: (part: string) => boolean): number {
	if (fits(text)) return text.length;
	let end = 0;
	for (const { index } of text.matchAll(/ |(?<=[-–—/])(?=\p{L})/gu)) {
		if (!fits(text.slice(0, index).trimEnd())) break;
		end = index;
	}
	return end > 0 ? end : Math.max([...text][0]!.length, letters(text, fits));
}

function letters(text: string, fits: (part: string) => boolean): number {
	let end = 0;
	for (const sign of text) {
		if (!fits(text.slice(0, end + sign.length))) break;
		end += sign.length;
	}
	return end;
}

/** A cut between words reads better, where it does not cost much of the line. */
function cut(text: string, fits: (part: string) => boolean): string {
	const end = letters(text, fits);
	const word = text.lastIndexOf(' ', end);
	return text.slice(0, text[end] !== ' ' && word > end * 0.6 ? word : end).trimEnd();
}
