/**
 * The horizon canvas as shapes: the years, the lanes, today, milestones, and the cards. Where everything stands is given: the
 * screen's scene and the report's pages each have their own room. How it looks is the same in all of them.
 */
import { cardShapes, type CardStyle, type PictureCard } from './cardShapes.ts';
import { line, type Setter, type Shape } from './shapes.ts';

export interface CanvasStyle extends CardStyle {
	/** Of the axis, above the lanes. */
	axisHeight: number;
	yearLeading: number;
	laneLeading: number;
	/** From the lane's upper edge to its name. */
	laneTop: number;
	/** Between lanes. */
	rule: { colour: 'ink' | 'line'; thick: number };
	yearLine: number;
	todayLine: number;
	todayDot: number;
}

/** As on the screen, in its pixels. */
export const screenStyle: CanvasStyle = {
	tabWidth: 26, radius: 7, glyph: 15, gap: 2, codeLeading: 12, nameLeading: 15, pad: 8, edge: 1, badge: { width: 20, height: 20, radius: 6, edge: 1.75 },
	axisHeight: 34, yearLeading: 16, laneLeading: 15, laneTop: 9, rule: { colour: 'line', thick: 1 }, yearLine: 1, todayLine: 2, todayDot: 5,
};

/** The report's, in points: its text is never smaller than 12, and its lines hold in one ink. */
export const paperStyle: CanvasStyle = {
	tabWidth: 27, radius: 5, glyph: 12, gap: 0, codeLeading: 15, nameLeading: 14, pad: 7.5, edge: 0.75, badge: { width: 21, height: 19.5, radius: 5, edge: 1.5 },
	axisHeight: 26, yearLeading: 15, laneLeading: 14, laneTop: 5, rule: { colour: 'ink', thick: 1.1 }, yearLine: 0.75, todayLine: 1.5, todayDot: 4,
};

export interface AxisMark {
	x: number;
	text: string;
	/** Years have a line through all lanes. */
	is: 'year' | 'half' | 'quarter';
}

export interface LaneStrip {
	name: string;
	/** "5 cards", "continued". */
	note: string;
	top: number;
	height: number;
	folded: boolean;
	/** Degrees of impact, where height means that. */
	degrees: readonly { text: string; top: number; height: number }[];
	/** Asked where the lane has no cards. */
	hint: string | null;
}

export interface CanvasModel {
	/** Where the lanes' names begin, where the years do, and where everything ends. */
	left: number;
	plotLeft: number;
	right: number;
	/** Of the axis. */
	top: number;
	/** Of the last lane. */
	foot: number;
	marks: readonly AxisMark[];
	lanes: readonly LaneStrip[];
	today: number | null;
	milestones: readonly number[];
	cards: readonly PictureCard[];
	/** What others draw: behind the cards, and over them. */
	behind?: readonly Shape[];
	before?: readonly Shape[];
}

export function canvasShapes(model: CanvasModel, style: CanvasStyle, setter: Setter): Shape[] {
	const { cards, plotLeft, right, top, foot, behind = [], before = [] } = model;
	const [wide, base] = [right - plotLeft, top + style.axisHeight];
	const plot = { left: plotLeft, top: base, width: wide, height: foot - base + 1 };
	return [
		{ is: 'rect', left: plotLeft, top: base, width: wide, height: foot - base, fill: 'bg-canvas' },
		...axis(model, style, setter),
		...model.lanes.flatMap((lane) => laneShapes(lane, model, style, setter)),
		line(model.left, foot, right, foot, style.rule.colour, style.rule.thick),
		...today(model, style),
		...milestones(model, style),
		{ is: 'group', clip: plot, shapes: [
			...behind,
			...model.lanes.flatMap((lane) => hint(lane, model, style, setter)),
			...cards.map((card) => cardShapes(card, style, setter, right)),
			...before,
		] },
	];
}

function axis({ marks, plotLeft, right, top, foot, left }: CanvasModel, style: CanvasStyle, setter: Setter): Shape[] {
	const base = top + style.axisHeight;
	const clip = { left, top, width: right - left, height: foot - top + 2 };
	const seen = marks.filter(({ x }) => x >= plotLeft - 1 && x <= right + 1);
	const shapes = seen.flatMap(({ x, text, is }): Shape[] => {
		const isYear = is === 'year';
		const role = isYear ? 'year' : 'tick';
		const middle = Math.min(x, right - setter.width(text, role) / 2);
		const long = isYear ? foot - base : is === 'half' ? -6 : -4;
		return [
			line(x, base, x, base + long, isYear ? 'line' : 'line-strong', style.yearLine),
			...(text === '' ? [] : [{ is: 'text', text, role, colour: isYear ? 'ink-2' : 'ink-3', x: middle, top: top + 3, leading: style.yearLeading, align: 'middle' } as const]),
		];
	});
	return [{ is: 'group', clip, shapes }];
}

function laneShapes(lane: LaneStrip, { left, plotLeft, right }: CanvasModel, style: CanvasStyle, setter: Setter): Shape[] {
	const { rule, laneLeading: leading } = style;
	// A lane of which only the edge is in sight has no room for words.
	const room = lane.folded ? 1 : Math.floor((lane.height - style.laneTop) / leading);
	const nameRoom = plotLeft - left - (lane.degrees.length > 0 ? 24 : 10);
	const names = setter.lines(lane.name, 'lane', lane.folded ? nameRoom - 18 : nameRoom, room < 1 ? 0 : Math.max(1, Math.min(3, room - 1)));
	const start = lane.folded ? (lane.height - leading) / 2 : style.laneTop;
	const texts = [...names.map((text) => ({ text, role: 'lane' as const, colour: 'ink' as const })), ...(lane.folded || room < 2 ? [] : [{ text: lane.note, role: 'count' as const, colour: 'ink-3' as const }])];
	return [
		...(lane.folded ? [{ is: 'rect', left: plotLeft, top: lane.top, width: right - plotLeft, height: lane.height, fill: 'line', opacity: 0.4 } as const] : []),
		line(left, lane.top, right, lane.top, rule.colour, rule.thick),
		...lane.degrees.flatMap(({ text, top, height }, index): Shape[] => [
			...(index === 0 ? [] : [line(plotLeft - 14, top, right, top, 'line', style.yearLine, [3, 3])]),
			{ is: 'text', text, role: 'degree', colour: 'ink-3', x: plotLeft - 6, top: top + Math.min(3, height - leading), leading, align: 'end' },
		]),
		...texts.map(({ text, role, colour }, index): Shape => ({ is: 'text', text, role, colour, x: left, top: lane.top + start + index * leading, leading })),
		...(lane.folded ? [{ is: 'text', text: lane.note, role: 'count', colour: 'ink-3', x: plotLeft - 8, top: lane.top + start, leading, align: 'end' } as const] : []),
	];
}

/** Beside the line of today, never under it. */
function hint(lane: LaneStrip, { plotLeft, today, marks }: CanvasModel, style: CanvasStyle, setter: Setter): Shape[] {
	if (lane.hint === null || lane.folded) return [];
	const first = Math.max(plotLeft + 8, marks[0]?.x ?? 0);
	const x = today === null || today < plotLeft ? first : Math.max(first, today + 12);
	const [top, leading] = [lane.top + (lane.height - style.yearLeading) / 2, style.yearLeading];
	return [
		// A curve may run behind it.
		{ is: 'rect', left: x - 4, top, width: setter.width(lane.hint, 'hint') + 8, height: leading, radius: 4, fill: 'bg-canvas', opacity: 0.88 },
		{ is: 'text', text: lane.hint, role: 'hint', colour: 'ink-3', x, top, leading },
	];
}

/** The one warm note. */
function today({ today, top, foot }: CanvasModel, { axisHeight, todayLine, todayDot }: CanvasStyle): Shape[] {
	if (today === null) return [];
	return [line(today, top + axisHeight, today, foot, 'sun', todayLine), { is: 'circle', x: today, y: top + axisHeight, r: todayDot, fill: 'sun' }];
}

const milestones = ({ milestones, top }: CanvasModel, { axisHeight }: CanvasStyle): Shape[] =>
	milestones.map((x) => ({ is: 'circle', x, y: top + axisHeight - 5, r: 2.5, fill: 'bg-panel', stroke: 'ink-2', thick: 1.5 }));
