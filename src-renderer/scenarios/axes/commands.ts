/** Choosing the critical uncertainties and the two axes that are made of them. Each command is one undo step. */
import { flipped, turned } from '../../../src-shared/domain/worlds.ts';
import type { RecordChange } from '../../../src-shared/schemas/journal.ts';
import type { Scenario, Workshop } from '../../../src-shared/schemas/records.ts';
import type { Axes, Axis, Pole, Standing } from '../../../src-shared/schemas/worlds.ts';
import type { App } from '../../context.ts';
import { cardFace, faceTitle } from '../../db/cardFace.ts';
import { startUsing } from '../../db/cardUse.ts';
import { changed } from '../../db/changes.ts';

type Desk = Pick<App, 'records' | 'ledger'>;
export type AxisPlace = keyof Axes;

export const noAxes: Axes = { across: null, up: null };
const otherPlace = (place: AxisPlace): AxisPlace => (place === 'across' ? 'up' : 'across');
/** Where an axis lies, in a sentence. */
const lies: Record<AxisPlace, string> = { across: 'across', up: 'upwards' };

function workshopOf({ records }: Desk): Workshop {
	if (!records.workshop) throw new Error('Open a workshop first.');
	return records.workshop;
}

function titleOf({ records }: Desk, cardId: string | undefined): string {
	const face = cardId === undefined ? undefined : cardFace(records, cardId);
	return face ? faceTitle(face) : 'a card';
}

function setCritical(app: Desk, label: string, critical: string[]): Promise<void> {
	return app.ledger.commit({ label, changes: [...startUsing(app.records, critical), changed('workshops', workshopOf(app), { critical })] });
}

/** People choose: what the votes propose is not taken before someone says so. */
export function toggleCritical(app: Desk, cardId: string): Promise<void> {
	const critical = workshopOf(app).critical ?? [];
	return critical.includes(cardId)
		? setCritical(app, `Leave ${titleOf(app, cardId)} out of the critical uncertainties`, critical.filter((id) => id !== cardId))
		: setCritical(app, `Choose ${titleOf(app, cardId)} as a critical uncertainty`, [...critical, cardId]);
}

/** Takes all of them at once. */
export function takeCritical(app: Desk, cardIds: readonly string[]): Promise<void> {
	const critical = workshopOf(app).critical ?? [];
	const fresh = cardIds.filter((id) => !critical.includes(id));
	if (fresh.length === 0) return Promise.resolve();
	return setCritical(app, fresh.length === 1 ? `Choose ${titleOf(app, fresh[0])} as a critical uncertainty` : `Choose ${fresh.length} critical uncertainties`, [...critical, ...fresh]);
}

interface Setting {
	label: string;
	axes: Axes;
	/** The worlds that move with it. */
	worlds?: (standing: Standing) => Standing;
	cards?: readonly string[];
	stepId?: string | undefined;
}

/** With the second axis the worlds stand in its quadrants, unless people have said what they differ by. */
function setAxes(app: Desk, { label, axes, worlds, cards = [], stepId }: Setting): Promise<void> {
	const workshop = workshopOf(app);
	const becomesLogic = workshop.logic === undefined && axes.across !== null && axes.up !== null;
	const changes: RecordChange[] = [
		...startUsing(app.records, cards),
		changed('workshops', workshop, { axes, ...(becomesLogic && { logic: 'axes' as const }) }),
		...(worlds ? movedWorlds(app.records.scenarios.all, worlds) : []),
	];
	return app.ledger.commit({ label, changes, ...(stepId !== undefined && { stepId }) });
}

const movedWorlds = (scenarios: readonly Scenario[], move: (standing: Standing) => Standing): RecordChange[] =>
	scenarios.flatMap((scenario) => (scenario.standing?.axes ? [changed('scenarios', scenario, { standing: move(scenario.standing) })] : []));

/** Makes a card an axis, in place of the one there. A card that is the other axis changes places with it, and its worlds with it. */
export function setAxis(app: Desk, place: AxisPlace, cardId: string): Promise<void> {
	const axes = workshopOf(app).axes ?? noAxes;
	if (axes[place]?.cardId === cardId) return Promise.resolve();
	if (axes[otherPlace(place)]?.cardId === cardId) return swapAxes(app);
	return setAxes(app, { label: `Make ${titleOf(app, cardId)} the axis ${lies[place]}`, axes: { ...axes, [place]: { cardId, low: '', high: '' } }, cards: [cardId] });
}

/** The first empty place; else the one that lies upwards. */
export function makeAxis(app: Desk, cardId: string): Promise<void> {
	const axes = workshopOf(app).axes ?? noAxes;
	if (axes.across?.cardId === cardId || axes.up?.cardId === cardId) return Promise.resolve();
	return setAxis(app, axes.across === null ? 'across' : 'up', cardId);
}

/** Both axes at once. One that is an axis already keeps its poles, and its place where it can. */
export function takePair(app: Desk, [first, second]: readonly [string, string]): Promise<void> {
	const { across, up } = workshopOf(app).axes ?? noAxes;
	const known = (cardId: string): Axis => [across, up].find((axis) => axis?.cardId === cardId) ?? { cardId, low: '', high: '' };
	const turns = across?.cardId === second || up?.cardId === first;
	const [left, right] = turns ? [second, first] : [first, second];
	return setAxes(app, { label: `Try ${titleOf(app, left)} against ${titleOf(app, right)}`, axes: { across: known(left), up: known(right) }, cards: [left, right] });
}

/** @param stepId typing in the same field is one step. */
export function namePole(app: Desk, place: AxisPlace, pole: Pole, text: string, stepId?: string): Promise<void> {
	const axes = workshopOf(app).axes ?? noAxes;
	const axis = axes[place];
	if (!axis || axis[pole] === text) return Promise.resolve();
	return setAxes(app, { label: `Name a pole of ${titleOf(app, axis.cardId)}`, axes: { ...axes, [place]: { ...axis, [pole]: text } }, stepId });
}

/** What lay across lies upwards; each world stays where it means the same. */
export function swapAxes(app: Desk): Promise<void> {
	const { across, up } = workshopOf(app).axes ?? noAxes;
	if (!across && !up) return Promise.resolve();
	return setAxes(app, { label: 'Swap the two axes', axes: { across: up, up: across }, worlds: turned });
}

/** The poles change ends, and the worlds go with them. */
export function swapPoles(app: Desk, place: AxisPlace): Promise<void> {
	const axes = workshopOf(app).axes ?? noAxes;
	const axis = axes[place];
	if (!axis) return Promise.resolve();
	const label = `Swap the poles of ${titleOf(app, axis.cardId)}`;
	return setAxes(app, { label, axes: { ...axes, [place]: { ...axis, low: axis.high, high: axis.low } }, worlds: (standing) => flipped(standing, place) });
}

/** Worlds keep their quadrants for the axis that comes next. */
export function clearAxis(app: Desk, place: AxisPlace): Promise<void> {
	const axes = workshopOf(app).axes ?? noAxes;
	if (!axes[place]) return Promise.resolve();
	return setAxes(app, { label: `Clear the axis ${lies[place]}`, axes: { ...axes, [place]: null } });
}
