/**
 * The first screen's hills. Each ridge is a smooth function of time, a level and a few humps on it, as timing votes
 * would lie: near and early in front, far and late behind.
 */

/** A bell with its own spread to either side. Times and spreads in years from the first one; heights of 900. */
interface Hump {
	at: number;
	height: number;
	before: number;
	after: number;
}

interface Ridge {
	level: number;
	humps: Hump[];
}

const hump = (at: number, height: number, before: number, after: number): Hump => ({ at, height, before, after });

/** From the farthest to the nearest, so that drawing them in order lets the near ones cover the far ones. */
export const ridges: readonly Ridge[] = [
	{ level: 301, humps: [hump(4.5, 74, 1.95, 1.3), hump(7.3, 99, 1.65, 1.5), hump(9.9, 63, 0.77, 0.64)] },
	{ level: 242, humps: [hump(7, 113, 2.7, 1.45), hump(9.65, 37, 1.45, 0.85)] },
	{ level: 197, humps: [hump(2.55, 61, 1.35, 1.3), hump(4.5, 119, 1.2, 2.5)] },
	{ level: 152, humps: [hump(3.1, 161, 1.25, 2.1)] },
	{ level: 106, humps: [hump(2.1, 169, 1.1, 1.5)] },
	{ level: 60, humps: [hump(0.95, 150, 0.9, 1.15)] },
];

export const picture = { width: 1440, height: 900 } as const;
/** Where the years stand: the first at 80, each 128 further. */
export const yearX = (year: number): number => 80 + 128 * year;

/** The ridge's height above the picture's bottom at a time in years. */
export function ridgeHeight({ level, humps }: Ridge, time: number): number {
	return humps.reduce((height, { at, height: top, before, after }) => {
		const distance = (time - at) / (time < at ? before : after);
		return height + top * Math.exp((-distance * distance) / 2);
	}, level);
}

const step = 6;

/** The ridge and everything below it, as an SVG path in the picture's coordinates. */
export function ridgePath(ridge: Ridge): string {
	const points: string[] = [];
	for (let x = 0; x <= picture.width; x += step) {
		points.push(`${x} ${(picture.height - ridgeHeight(ridge, (x - yearX(0)) / 128)).toFixed(1)}`);
	}
	return `M0 ${picture.height}L${points.join('L')}L${picture.width} ${picture.height}Z`;
}
