/** What a facilitator does to the frame of a workshop: its title, its question, its years and its lanes. Each is one undo step. */
import { newId } from '../../src-shared/domain/ids.ts';
import type { Lane } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { changed } from '../db/changes.ts';

/** @param stepId the same for all that is typed while the field has the focus. */
export function frameWorkshop({ records, ledger }: Pick<App, 'records' | 'ledger'>, workshopId: string, field: 'title' | 'question', text: string, stepId: string): Promise<void> {
	const workshop = records.workshops.get(workshopId);
	if (!workshop || workshop[field] === text) return Promise.resolve();
	const label = field === 'question' ? 'Change the scoping question' : 'Rename the workshop';
	return ledger.commit({ label, changes: [changed('workshops', workshop, { [field]: text })], stepId });
}

/**
 * Moves the ten years. Cards, notes and steps keep their dates; one whose date is no longer on the horizon stands at its edge.
 * @returns how many cards stand at an edge now.
 */
export async function setBaseYear(app: App, baseYear: number): Promise<number> {
	const workshop = app.records.workshop;
	if (!workshop || workshop.baseYear === baseYear) return 0;
	const shift = workshop.baseYear - baseYear;
	const placed = app.records.workshopCards.all.flatMap((use) => (use.placement ? [{ use, placement: use.placement }] : []));
	const within = (at: number) => Math.min(10, Math.max(0, at + shift));
	const moved = placed.map(({ use, placement }) => {
		const at = within(placement.at);
		return { atEdge: at !== placement.at + shift, change: changed('workshopCards', use, { placement: { ...placement, at } }) };
	});
	await app.ledger.commit({
		label: `Change the base year to ${baseYear}`,
		changes: [
			changed('workshops', workshop, { baseYear }),
			...moved.map(({ change }) => change),
			...app.records.notes.all.map((note) => changed('notes', note, { at: within(note.at) })),
			...app.records.actions.all.flatMap((action) => (action.at === null ? [] : [changed('actions', action, { at: within(action.at) })])),
		],
	});
	return moved.filter(({ atEdge }) => atEdge).length;
}

function setLanes(app: App, label: string, lanes: Lane[], stepId?: string): Promise<void> {
	const workshop = app.records.workshop;
	return workshop ? app.ledger.commit({ label, changes: [changed('workshops', workshop, { lanes })], stepId }) : Promise.resolve();
}

const lanesOf = (app: App): Lane[] => app.records.workshop?.lanes ?? [];

export const addLane = (app: App): Promise<void> => setLanes(app, 'Add a lane', [...lanesOf(app), { id: newId(), name: 'New lane' }]);

/** @param stepId the same for all that is typed while the field has the focus. */
export function renameLane(app: App, laneId: string, name: string, stepId: string): Promise<void> {
	const lane = lanesOf(app).find(({ id }) => id === laneId);
	if (!lane || lane.name === name) return Promise.resolve();
	return setLanes(app, `Rename a lane to “${name}”`, lanesOf(app).map((lane) => (lane.id === laneId ? { ...lane, name } : lane)), stepId);
}

/** @param by -1 moves it up, 1 down. */
export function moveLane(app: App, laneId: string, by: -1 | 1): Promise<void> {
	const lanes = [...lanesOf(app)];
	const from = lanes.findIndex((lane) => lane.id === laneId);
	const to = from + by;
	const lane = lanes[from];
	const other = lanes[to];
	if (!lane || !other) return Promise.resolve();
	lanes[from] = other;
	lanes[to] = lane;
	return setLanes(app, `Move the lane “${lane.name}”`, lanes);
}

/** Cards of the lane move to its neighbour, so that nothing leaves the canvas unseen. */
export function removeLane(app: App, laneId: string): Promise<void> {
	const workshop = app.records.workshop;
	const lanes = lanesOf(app);
	const index = lanes.findIndex((lane) => lane.id === laneId);
	const lane = lanes[index];
	const heir = lanes[index - 1] ?? lanes[index + 1];
	if (!workshop || !lane || !heir) return Promise.resolve();
	const moved = app.records.workshopCards.all
		.filter((use) => use.placement?.laneId === laneId)
		.map((use) => changed('workshopCards', use, { placement: use.placement && { ...use.placement, laneId: heir.id } }));
	const kept = lanes.filter((other) => other.id !== laneId);
	return app.ledger.commit({
		label: `Remove the lane “${lane.name}”`,
		changes: [changed('workshops', workshop, { lanes: kept }), ...moved],
	});
}
