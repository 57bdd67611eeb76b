/** What worlds differ by, and where each of them stands. Each command is one undo step. */
import { arranged, moveTo, seatName, seatsOf, type PlacedLogic, type Seat } from '../../src-shared/domain/worlds.ts';
import type { Logic } from '../../src-shared/schemas/worlds.ts';
import type { App } from '../context.ts';
import { changed } from '../db/changes.ts';
import { addScenario, called, inOrder } from './commands.ts';

type Desk = Pick<App, 'records' | 'ledger'>;

export const logicNames: Record<Logic, string> = { axes: 'Two axes', horizons: 'Three Horizons', cone: 'Futures cone', free: 'Free' };

/** Trying another forgets nothing: every world keeps its place in each. */
export function setLogic({ records, ledger }: Desk, logic: Logic): Promise<void> {
	const { workshop } = records;
	if (!workshop || (workshop.logic ?? 'free') === logic) return Promise.resolve();
	const label = logic === 'free' ? 'Let each world stand for itself' : `Tell the worlds apart by ${logic === 'axes' ? 'two axes' : logic === 'cone' ? 'the futures cone' : 'the Three Horizons'}`;
	return ledger.commit({ label, changes: [changed('workshops', workshop, { logic })] });
}

/** A new world in an empty seat. @returns its id, which is in memory at once, and when it is stored. */
export const nameWorld = (app: Desk, seat: Seat): { id: string; stored: Promise<void> } =>
	addScenario(app, { standing: seat.standing, label: `Start a world under “${seatName(seat, app.records.workshop?.axes)}”` });

/** @param key of the seat; null to stand outside of them all. */
export function putWorld({ records, ledger }: Desk, logic: PlacedLogic, scenarioId: string, key: string | null): Promise<void> {
	const scenarios = inOrder(records.scenarios.all);
	const scenario = records.scenarios.get(scenarioId);
	const moves = moveTo(logic, scenarios, scenarioId, key);
	if (!scenario || moves.size === 0) return Promise.resolve();
	const seat = seatsOf(logic).find((one) => one.key === key);
	const label = seat ? `Put ${called(scenario)} under “${seatName(seat, records.workshop?.axes)}”` : `Take ${called(scenario)} out of ${outOf[logic]}`;
	const changes = [...moves].flatMap(([id, standing]) => {
		const moved = records.scenarios.get(id);
		return moved ? [changed('scenarios', moved, { standing })] : [];
	});
	return ledger.commit({ label, changes });
}

const outOf: Record<PlacedLogic, string> = { axes: 'the quadrants', horizons: 'the Three Horizons', cone: 'the futures cone' };

/** The seat one step further in a direction, as the worlds are drawn; the same one at an edge. */
export function seatBeside(logic: PlacedLogic, key: string, arrow: string): string {
	const keys = seatsOf(logic).map((seat) => seat.key);
	const at = keys.indexOf(key);
	const columns = logic === 'horizons' ? 3 : 2;
	const to = { ArrowLeft: at % columns > 0 ? at - 1 : at, ArrowRight: at % columns < columns - 1 ? at + 1 : at, ArrowUp: at - columns, ArrowDown: at + columns }[arrow] ?? at;
	return keys[to] ?? key;
}

/** Which seat a world sits at. */
export const seatOf = (app: Pick<Desk, 'records'>, logic: PlacedLogic, scenarioId: string): Seat | null =>
	arranged(logic, inOrder(app.records.scenarios.all)).seated.find(({ scenario }) => scenario?.id === scenarioId)?.seat ?? null;
