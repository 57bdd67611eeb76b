/** What is done to drivers, their states, and the judgements between them. Each command is one undo step. */
import { driverCalled, signed, stateCalled } from '../../src-shared/domain/crossImpactWords.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import { judgementId } from '../../src-shared/domain/judgementId.ts';
import type { RecordChange } from '../../src-shared/schemas/journal.ts';
import type { Scenario } from '../../src-shared/schemas/records.ts';
import type { Driver, Judgement } from '../../src-shared/schemas/worlds.ts';
import type { App } from '../context.ts';
import { cardFace } from '../db/cardFace.ts';
import { startUsing } from '../db/cardUse.ts';
import { changed, created, removed } from '../db/changes.ts';

export type Desk = Pick<App, 'records' | 'ledger'>;

export const [fewestStates, mostStates] = [2, 5] as const;

export const inOrder = (drivers: readonly Driver[]): Driver[] => [...drivers].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

/** Which cell of the matrix. */
export type Cell = Pick<Judgement, 'fromDriverId' | 'fromStateId' | 'toDriverId' | 'toStateId'>;

const called = (driver: Driver): string => (driver.name.trim() === '' ? 'the unnamed driver' : `“${driver.name.trim()}”`);

const blankStates = () => Array.from({ length: fewestStates }, () => ({ id: newId(), name: '' }));

/** A card that is an axis brings its poles along. */
function statesOf({ records }: Desk, cardId: string): Driver['states'] {
	const { across = null, up = null } = records.workshop?.axes ?? {};
	const axis = [across, up].find((one) => one?.cardId === cardId);
	return axis ? [axis.low, axis.high].map((name) => ({ id: newId(), name: name.trim() })) : blankStates();
}

function newDrivers(desk: Desk, cardIds: readonly (string | null)[]): Driver[] {
	const { records } = desk;
	const workshopId = records.openWorkshopId;
	if (workshopId === null) throw new Error('Open a workshop first.');
	const last = Math.max(0, ...records.drivers.all.map(({ order }) => order));
	return cardIds.map((cardId, at) => ({
		id: newId(), workshopId, cardId, order: last + 1 + at,
		name: cardId === null ? '' : (cardFace(records, cardId)?.name ?? ''),
		states: cardId === null ? blankStates() : statesOf(desk, cardId),
	}));
}

/**
 * A driver for each of the cards, which the workshop uses from then on, or with null one that is named by hand.
 * @returns their ids, which are in memory at once, and when they are stored.
 */
export function addDrivers(desk: Desk, cardIds: readonly (string | null)[]): { ids: string[]; stored: Promise<void> } {
	const drivers = newDrivers(desk, cardIds);
	const uses = startUsing(desk.records, cardIds.filter((id) => id !== null));
	const label = drivers.length === 1 ? (cardIds[0] === null ? 'Add a driver' : `Make a driver of ${called(drivers[0]!)}`) : `Make ${drivers.length} drivers`;
	return { ids: drivers.map(({ id }) => id), stored: desk.ledger.commit({ label, changes: [...uses, ...drivers.map((driver) => created('drivers', driver))] }) };
}

export function renameDriver({ ledger }: Desk, driver: Driver, name: string): Promise<void> {
	const plain = name.trim();
	if (plain === driver.name) return Promise.resolve();
	return ledger.commit({ label: `Name a driver “${plain}”`, changes: [changed('drivers', driver, { name: plain })] });
}

/** @param by −1 for one place up. */
export function moveDriver({ records, ledger }: Desk, driver: Driver, by: number): Promise<void> {
	const all = inOrder(records.drivers.all);
	const from = all.findIndex(({ id }) => id === driver.id);
	const to = Math.min(all.length - 1, Math.max(0, from + by));
	if (from < 0 || from === to) return Promise.resolve();
	const after = all.toSpliced(from, 1).toSpliced(to, 0, all[from]!);
	const changes = after.flatMap((one, at) => (one.order === at + 1 ? [] : [changed('drivers', one, { order: at + 1 })]));
	return ledger.commit({ label: `Move the driver ${called(driver)}`, changes });
}

const leaving = (judgements: readonly Judgement[], goes: (judgement: Judgement) => boolean): RecordChange[] => judgements.filter(goes).map((one) => removed('judgements', one));

/** Worlds that no longer have a state of a driver. */
function unset(scenarios: readonly Scenario[], driverId: string, stateId?: string): RecordChange[] {
	return scenarios.flatMap((scenario) => {
		const { [driverId]: state, ...states } = scenario.states ?? {};
		return state === undefined || (stateId !== undefined && state !== stateId) ? [] : [changed('scenarios', scenario, { states })];
	});
}

/** With its judgements, and its states in the worlds. */
export function deleteDriver({ records, ledger }: Desk, driver: Driver): Promise<void> {
	const judgements = leaving(records.judgements.all, ({ fromDriverId, toDriverId }) => fromDriverId === driver.id || toDriverId === driver.id);
	return ledger.commit({ label: `Delete the driver ${called(driver)}`, changes: [...judgements, ...unset(records.scenarios.all, driver.id), removed('drivers', driver)] });
}

/** @param after the place of the state that it comes after; the last where it is not given. @returns its id; null where there are enough. */
export function addState({ ledger }: Desk, driver: Driver, after = driver.states.length - 1): { id: string; stored: Promise<void> } | null {
	if (driver.states.length >= mostStates) return null;
	const id = newId();
	return { id, stored: ledger.commit({ label: `Add a state to ${called(driver)}`, changes: [changed('drivers', driver, { states: driver.states.toSpliced(after + 1, 0, { id, name: '' }) })] }) };
}

export function renameState({ ledger }: Desk, driver: Driver, stateId: string, name: string): Promise<void> {
	const plain = name.trim();
	if (driver.states.find(({ id }) => id === stateId)?.name === plain) return Promise.resolve();
	const states = driver.states.map((state) => (state.id === stateId ? { ...state, name: plain } : state));
	return ledger.commit({ label: `Name a state of ${called(driver)} “${plain}”`, changes: [changed('drivers', driver, { states })] });
}

export function moveState({ ledger }: Desk, driver: Driver, stateId: string, by: number): Promise<void> {
	const from = driver.states.findIndex(({ id }) => id === stateId);
	const to = Math.min(driver.states.length - 1, Math.max(0, from + by));
	if (from < 0 || from === to) return Promise.resolve();
	const states = driver.states.toSpliced(from, 1).toSpliced(to, 0, driver.states[from]!);
	return ledger.commit({ label: `Move ${stateCalled(driver, stateId)} of ${called(driver)}`, changes: [changed('drivers', driver, { states })] });
}

/** With its judgements; worlds that had it have no state of this driver then. Two states always stay. */
export function deleteState({ records, ledger }: Desk, driver: Driver, stateId: string): Promise<void> {
	if (driver.states.length <= fewestStates) return Promise.resolve();
	const judgements = leaving(records.judgements.all, ({ fromStateId, toStateId }) => fromStateId === stateId || toStateId === stateId);
	const states = driver.states.filter(({ id }) => id !== stateId);
	const changes = [...judgements, ...unset(records.scenarios.all, driver.id, stateId), changed('drivers', driver, { states })];
	return ledger.commit({ label: `Delete ${stateCalled(driver, stateId)} of ${called(driver)}`, changes });
}

/** @param strength −3 to +3; null takes the judgement away. */
export function judge({ records, ledger }: Desk, cell: Cell, strength: number | null): Promise<void> {
	const [from, to] = [records.drivers.get(cell.fromDriverId), records.drivers.get(cell.toDriverId)];
	if (!from || !to || from === to) return Promise.resolve();
	const known = records.judgements.get(judgementId(cell));
	if ((known?.strength ?? null) === strength) return Promise.resolve();
	const where = `${driverCalled(from)} ${stateCalled(from, cell.fromStateId)} on ${driverCalled(to)} ${stateCalled(to, cell.toStateId)}`;
	if (strength === null) return ledger.commit({ label: `Clear ${where}`, changes: [removed('judgements', known!)] });
	const change = known ? changed('judgements', known, { strength }) : created('judgements', { id: judgementId(cell), workshopId: from.workshopId, ...cell, strength });
	return ledger.commit({ label: `Judge ${where}: ${signed(strength)}`, changes: [change] });
}

/** What one driver does to another is 0 wherever nobody judged it. */
export function judgeRest({ records, ledger }: Desk, from: Driver, to: Driver): Promise<void> {
	const changes = from.states.flatMap((a) =>
		to.states.flatMap((b) => {
			const cell = { fromDriverId: from.id, fromStateId: a.id, toDriverId: to.id, toStateId: b.id };
			const id = judgementId(cell);
			return records.judgements.has(id) ? [] : [created('judgements', { id, workshopId: from.workshopId, ...cell, strength: 0 })];
		}),
	);
	return ledger.commit({ label: `Judge the rest of ${driverCalled(from)} on ${driverCalled(to)}: 0`, changes });
}

const worldCalled = ({ title }: Pick<Scenario, 'title'>): string => (title.trim() === '' ? 'the unnamed scenario' : `“${title.trim()}”`);

/** @param stateId null where the world has no state of this driver. */
export function setState({ ledger }: Desk, scenario: Scenario, driver: Driver, stateId: string | null): Promise<void> {
	const rest = { ...scenario.states };
	delete rest[driver.id];
	const label = stateId === null ? `Leave ${driverCalled(driver)} open in ${worldCalled(scenario)}` : `${driverCalled(driver)} is ${stateCalled(driver, stateId)} in ${worldCalled(scenario)}`;
	return ledger.commit({ label, changes: [changed('scenarios', scenario, { states: stateId === null ? rest : { ...rest, [driver.id]: stateId } })] });
}

/** @returns the new world's id, which is in memory at once, and when it is stored. */
export function makeWorld({ records, ledger }: Desk, states: Readonly<Record<string, string>>): { id: string; stored: Promise<void> } {
	const { workshop } = records;
	if (!workshop) throw new Error('Open a workshop first.');
	const scenario: Scenario = {
		id: newId(), workshopId: workshop.id, title: '', narrative: '', horizonYear: workshop.baseYear + 10, cardIds: [],
		order: Math.max(0, ...records.scenarios.all.map(({ order }) => order)) + 1, createdAt: new Date().toISOString(), states: { ...states },
	};
	return { id: scenario.id, stored: ledger.commit({ label: 'Make a world of a consistent set of states', changes: [created('scenarios', scenario)] }) };
}
