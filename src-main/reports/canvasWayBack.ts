/** The way back from a world as flags above the canvas, where the canvas on the screen has it. */
import { wayBackFrom, type WayBackFrom } from '../../src-shared/domain/backcast.ts';
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import type { Shape } from '../../src-shared/domain/picture/shapes.ts';
import { wayBackShapes } from '../../src-shared/domain/picture/wayBackShapes.ts';
import type { Scenario } from '../../src-shared/schemas/records.ts';
import type { Action } from '../../src-shared/schemas/worlds.ts';
import { scaleOf } from './canvas.ts';
import type { Paper } from './paper.ts';
import { paperSetter } from './shapes.ts';
import { oneLine } from './text.ts';
import type { View } from './view.ts';
import { canvasWords } from './words/canvas.ts';
import { speech } from './words/speech.ts';
import type { World } from './worldsView.ts';

export interface Strip {
	world: World;
	/** "2029 Q4 Rules are firm", from the world back to today. */
	steps: string[];
	shapes: Shape[];
	height: number;
}

const [row, leading] = [20, 15];
/** Of the room that the canvas and it have together. */
const mostOfRoom = 0.4;
/** Of a flag, in rows’ heights: few steps have room for all of their words. */
const [roomyWords, usualWords, mostRoomyRows] = [[13, 11, 9], 7, 3];

/** @param room points for it and for the canvas below it. @returns null where the canvas does not show one, or nothing in it has a date. */
export function wayBackStrip(paper: Paper, view: View, top: number, room: number): Strip | null {
	const { worlds: { worldOf, file }, workshop } = view;
	if (workshop.wayBack !== true) return null;
	const { world, steps }: WayBackFrom<Scenario, Action> = wayBackFrom(file.scenarios, file.actions);
	const from = world && worldOf.get(world.id);
	if (!from) return null;
	const { stepUnnamed: unnamed, wayBack: title, stepDone: done, moreSteps: more } = paper.say(canvasWords);
	const { plotLeft, x0, x1 } = scaleOf(paper, view);
	const x = (at: number) => x0 + (at / horizonYears) * (x1 - x0);
	const named = steps.map((step) => ({ ...step, title: oneLine(step.title) }));
	const draw = (widest: number) => wayBackShapes(
		{ world: `${from.title}, ${from.scenario.horizonYear}`, steps: named, baseYear: workshop.baseYear, words: { title, unnamed, done, more } },
		{ left: paper.left, plotLeft, right: paper.right, top, x, row, leading, widest, mostRows: Math.max(2, Math.floor((room * mostOfRoom) / row)) },
		paperSetter(paper),
	);
	const { shapes, height } = roomyWords.map(draw).find((drawn) => drawn.height < (mostRoomyRows + 1) * row) ?? draw(usualWords);
	if (height === 0) return null;
	const spoken = named.map(({ at, title: text, done: isDone }) => `${speech[paper.language].quarter(workshop.baseYear, at)} ${isDone ? done(text || unnamed) : text || unnamed}`);
	return { world: from, steps: spoken, shapes, height };
}
