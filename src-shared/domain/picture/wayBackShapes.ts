/** The steps of a way back as flags over the years: a strip above the canvas, in any picture of it. */
import type { Action } from '../../schemas/worlds.ts';
import { flagRows } from '../backcast.ts';
import { dateLabel } from '../horizon.ts';
import { line, type Setter, type Shape } from './shapes.ts';

export interface WayBackStrip {
	/** The world's name and year. */
	world: string;
	steps: readonly (Pick<Action, 'id' | 'title' | 'owner' | 'done'> & { at: number })[];
	baseYear: number;
	/** As the app says it where nothing else is given. */
	words?: WayBackWords;
}

export interface WayBackWords {
	title: string;
	unnamed: string;
	done(step: string): string;
	/** Of steps that have no room. */
	more(steps: number): string;
}

const appWords: WayBackWords = { title: 'Way back', unnamed: 'Not named yet', done: (step) => `${step}, done`, more: (steps) => `${steps} more` };

/** In the units of whoever draws. */
export interface StripPlace {
	/** Where names begin, where the years do, and where both end. */
	left: number;
	plotLeft: number;
	right: number;
	top: number;
	/** Of a time in years from the base year. */
	x: (at: number) => number;
	row: number;
	leading: number;
	/** All that it takes, where nothing is given. */
	mostRows?: number;
	/** Words of a flag are cut at this many rows’ heights. */
	widest?: number;
}

const calledIn = ({ unnamed, done }: WayBackWords, step: Pick<Action, 'title' | 'done'>): string => {
	const called = step.title.trim() || unnamed;
	return step.done ? done(called) : called;
};

/** @returns the shapes and the height they take; none where no step is within the years shown. */
export function wayBackShapes({ world, steps, baseYear, words: said = appWords }: WayBackStrip, { left, plotLeft, right, top, x, row, leading, mostRows = Infinity, widest = 7 }: StripPlace, setter: Setter): { shapes: Shape[]; height: number } {
	const shown = steps.filter(({ at }) => x(at) >= plotLeft - 1 && x(at) <= right + 1);
	if (shown.length === 0) return { shapes: [], height: 0 };
	const year = x(1) - x(0);
	const pad = row * 0.25;
	const words = new Map(shown.map((step) => [step.id, setter.lines(calledIn(said, step), 'note', widest * row, 1)[0] ?? '']));
	const width = Math.max(...[...words.values()].map((text) => setter.width(text, 'note'))) + 2 * pad + row * 0.3;
	const all = flagRows(shown, { width: width / year, gap: pad / year, end: (right - x(0)) / year });
	const spots = all.filter((spot) => spot.row < mostRows);
	const missing = all.length - spots.length;
	const height = (Math.max(...spots.map((spot) => spot.row)) + 1) * row + pad;
	const foot = top + height;
	const flags = spots.map((spot): Shape => {
		const step = shown.find(({ id }) => id === spot.id)!;
		const [at, text] = [x(spot.at), words.get(spot.id)!];
		const [wide, high] = [setter.width(text, 'note') + 2 * pad, row * 0.84];
		const upper = foot - (spot.row + 1) * row;
		const box = { left: spot.flipped ? at - wide : at, top: upper, width: wide, height: high };
		return {
			is: 'group', name: `${dateLabel(baseYear, spot.at)}: ${step.title.trim() || 'a step not named yet'}${step.owner.trim() ? `, ${step.owner.trim()}` : ''}${step.done ? ', done' : ''}`,
			shapes: [
				line(at, upper, at, foot, 'ink-2', 1.5),
				{ is: 'rect', ...box, fill: 'bg-panel', stroke: 'line-strong', thick: 1 },
				line(at, upper, at, upper + high, 'ink', 2.5),
				{ is: 'text', text, role: 'note', colour: 'ink', x: box.left + pad, top: upper + (high - leading) / 2, leading },
			],
		};
	});
	const names = setter.lines(said.title, 'lane', plotLeft - left - 8, 1).concat(setter.lines(world, 'count', plotLeft - left - 8, height > 2 * leading + 8 ? 2 : 1), missing > 0 ? setter.lines(said.more(missing), 'count', plotLeft - left - 8, 1) : []);
	return {
		shapes: [
			...names.map((text, index): Shape => ({ is: 'text', text, role: index === 0 ? 'lane' : 'count', colour: index === 0 ? 'ink' : 'ink-2', x: left, top: top + index * leading, leading })),
			// A pole never lies over the words of a flag before it.
			{ is: 'group', clip: { left: plotLeft - 2, top, width: right - plotLeft + 4, height: height + 1 }, shapes: flags.reverse() },
		],
		height: height + pad,
	};
}
