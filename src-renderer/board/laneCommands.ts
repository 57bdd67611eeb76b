/** What the canvas does to its lanes. Each is one undo step; what fails is told. */
import { newId } from '../../src-shared/domain/ids.ts';
import { withLaneSet } from '../../src-shared/domain/laneSets.ts';
import type { Lane, LaneSet, Workshop } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { changed } from '../db/changes.ts';
import type { RecordChange } from '../../src-shared/schemas/journal.ts';
import { attempt } from '../ui/attempt.ts';

type Parts = Pick<App, 'records' | 'ledger' | 'toasts'>;

async function commit(app: Parts, label: string, patch: Partial<Workshop>, also: RecordChange[] = []): Promise<void> {
	const { workshop } = app.records;
	if (workshop) await attempt(app, () => app.ledger.commit({ label, changes: [changed('workshops', workshop, patch), ...also] }));
}

const lanesOf = (app: Parts): readonly Lane[] => app.records.workshop?.lanes ?? [];
const nameOf = (app: Parts, laneId: string): string => lanesOf(app).find(({ id }) => id === laneId)?.name ?? '';

/** Nothing is done to a lane that was removed meanwhile, as in another window. */
async function patchLane(app: Parts, label: string, laneId: string, patch: (lane: Lane) => Lane): Promise<void> {
	if (lanesOf(app).some(({ id }) => id === laneId)) await commit(app, label, { lanes: lanesOf(app).map((lane) => (lane.id === laneId ? patch(lane) : lane)) });
}

/** @returns the new lane's id. */
export async function addLane(app: Parts, belowId: string | null): Promise<string> {
	const lane = { id: newId(), name: 'New lane' };
	const at = lanesOf(app).findIndex(({ id }) => id === belowId);
	await commit(app, 'Add a lane', { lanes: [...lanesOf(app)].toSpliced(at < 0 ? lanesOf(app).length : at + 1, 0, lane) });
	return lane.id;
}

export async function renameLane(app: Parts, laneId: string, name: string): Promise<void> {
	const plain = name.trim();
	if (plain === '' || plain === nameOf(app, laneId)) return;
	await patchLane(app, `Rename a lane to “${plain}”`, laneId, (lane) => ({ ...lane, name: plain }));
}

export async function moveLane(app: Parts, laneId: string, toIndex: number): Promise<void> {
	const lanes = lanesOf(app);
	const lane = lanes.find(({ id }) => id === laneId);
	const to = Math.min(lanes.length - 1, Math.max(0, toIndex));
	if (!lane || lanes.indexOf(lane) === to) return;
	await commit(app, `Move the lane “${lane.name}”`, { lanes: lanes.filter(({ id }) => id !== laneId).toSpliced(to, 0, lane) });
}

/** @param rows null for as many as its cards need. */
export async function sizeLane(app: Parts, laneId: string, rows: number | null): Promise<void> {
	if ((lanesOf(app).find(({ id }) => id === laneId)?.rows ?? null) === rows) return;
	const label = rows === null ? `Let “${nameOf(app, laneId)}” be as high as it needs` : `Change the height of “${nameOf(app, laneId)}”`;
	await patchLane(app, label, laneId, ({ id, name, folded }) => ({ id, name, ...(folded && { folded }), ...(rows !== null && { rows }) }));
}

export async function foldLane(app: Parts, laneId: string, folded: boolean): Promise<void> {
	await patchLane(app, `${folded ? 'Fold' : 'Unfold'} “${nameOf(app, laneId)}”`, laneId, ({ id, name, rows }) => ({
		id, name, ...(rows !== undefined && { rows }), ...(folded && { folded }),
	}));
}

/** Cards of the lane move to its neighbour, so that nothing leaves the canvas unseen. */
export async function removeLane(app: Parts, laneId: string): Promise<void> {
	const lanes = lanesOf(app);
	const index = lanes.findIndex(({ id }) => id === laneId);
	const heir = lanes[index - 1] ?? lanes[index + 1];
	if (index < 0 || !heir) return;
	const moved = app.records.workshopCards.all
		.filter((use) => use.placement?.laneId === laneId)
		.map((use) => changed('workshopCards', use, { placement: { ...use.placement!, laneId: heir.id } }));
	await commit(app, `Remove the lane “${nameOf(app, laneId)}”`, { lanes: lanes.filter(({ id }) => id !== laneId) }, moved);
}

const setNames: Record<LaneSet, string> = { own: 'the workshop’s own', steep: 'STEEP', kinds: 'kinds of cards' };

export async function changeLaneSet(app: Parts, set: LaneSet): Promise<void> {
	const { workshop, cards, workshopCards } = app.records;
	if (!workshop || (workshop.laneSet ?? 'own') === set) return;
	const placed = workshopCards.all.flatMap(({ cardId, placement }) => {
		const card = cards.get(cardId);
		return card && placement ? [{ cardId, kind: card.kind, placement }] : [];
	});
	const { patch, placements } = withLaneSet(workshop, set, placed);
	const moved = workshopCards.all.flatMap((use) => {
		const placement = placements.get(use.cardId);
		return placement ? [changed('workshopCards', use, { placement })] : [];
	});
	await commit(app, `Lanes: ${setNames[set]}`, patch, moved);
}

export const meanByHeight = (app: Parts, heightMeans: NonNullable<Workshop['heightMeans']>): Promise<void> =>
	commit(app, heightMeans === 'impact' ? 'Let height mean impact' : 'Let height mean nothing', { heightMeans });
