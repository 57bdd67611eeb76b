/** Every action of the window by its name, with the key that does the same. What cannot be done now is left out. */
import { alignDates, evenGaps, hideCards, lockCards, movable, sameLane } from '../../board/arrangeCommands.ts';
import { noFilter } from '../../board/cardFilter.ts';
import { addLane, changeLaneSet, foldLane, meanByHeight } from '../../board/laneCommands.ts';
import { placeAllByMedian } from '../../board/placeAllByMedian.ts';
import { tools } from '../../board/tools.ts';
import { laneSetOf } from '../../../src-shared/domain/laneSets.ts';
import { kinds } from '../../../src-shared/schemas/names.ts';
import type { App } from '../../context.ts';
import { steps } from '../../desk.svelte.ts';
import { stepNames } from '../../runsheet/runSheet.ts';
import { redo, undo } from '../../ui/history.ts';
import { counted, kindNames } from '../../ui/kinds.ts';
import { themes } from '../../ui/theme.svelte.ts';
import type { Stage } from '../stage.svelte.ts';
import type { Command } from './matching.ts';

/** What the window does that no store knows. */
export interface WindowActions {
	newWorkshop: () => void;
	openFile: () => void;
	saveFile: () => void;
	deleteWorkshop: () => void;
	keys: () => void;
	history: () => void;
	newCard: () => void;
	importFiles: () => void;
	importFolder: () => void;
	spread: () => void;
}

const plural = { signal: 'signals', concern: 'concerns', behavior: 'behaviors', technology: 'technologies', issue: 'issues' } as const;

export function commandsOf(app: App, stage: Stage, actions: WindowActions): Command[] {
	return [...canvasCommands(app, stage, actions), ...laneCommands(app, stage), ...windowCommands(app, actions)];
}

/** @returns one that shows the cards first. @param asCanvas whether their table would not do. */
const shown = (stage: Stage, command: Command, asCanvas: boolean): Command => ({
	...command,
	run: async () => {
		await stage.show(asCanvas);
		await command.run();
	},
});

function canvasCommands(app: App, stage: Stage, actions: WindowActions): Command[] {
	const { board, room } = stage;
	const { scenes, port, eye, selection } = board;
	const { ids } = selection;
	const select = (cardIds: readonly string[]) => port.select(cardIds, 'only');
	const items = scenes.order;
	const locked = ids.filter((id) => scenes.byId.get(id)?.isLocked);
	const hidden = ids.filter((id) => scenes.byId.get(id)?.isHidden);
	const free = movable(app, ids).map(({ id }) => id);
	const what = ids.length === 1 ? 'the selected card' : counted(ids.length, 'selected card');
	const several: Command[] = free.length < 2 ? [] : [
		{ id: 'earliest', name: `Align ${what} at the earliest date`, icon: 'chevronL', run: () => alignDates(app, ids, 'earliest') },
		{ id: 'latest', name: `Align ${what} at the latest date`, icon: 'chevronR', run: () => alignDates(app, ids, 'latest') },
		{ id: 'gaps', name: `Even gaps between ${what}`, also: 'distribute', icon: 'more', run: () => evenGaps(app, ids) },
		{ id: 'spread', name: `Spread ${what} over a span…`, icon: 'clock', run: actions.spread },
		{ id: 'one-lane', name: `Put ${what} in one lane`, icon: 'same', run: () => sameLane(app, ids) },
	];
	const selected: Command[] = ids.length === 0 ? [] : [
		...(locked.length < ids.length ? [{ id: 'lock', name: `Lock ${what}`, icon: 'lock', run: () => lockCards(app, ids, true) }] : []),
		...(locked.length > 0 ? [{ id: 'unlock', name: `Unlock ${what}`, icon: 'lock', run: () => lockCards(app, ids, false) }] : []),
		...(hidden.length < ids.length ? [{ id: 'hide', name: `Hide ${what}`, icon: 'eyeoff', run: () => hideCards(app, ids, true) }] : []),
		...(hidden.length > 0 ? [{ id: 'unhide', name: `Show ${what} again`, icon: 'eye', run: () => hideCards(app, ids, false) }] : []),
		...(free.length > 0 ? [{ id: 'take-off', name: `Take ${what} back to the library`, keys: ['Delete'], icon: 'trash', run: () => port.takeOff(free) }] : []),
		{ id: 'select-none', name: 'Select nothing', keys: ['Esc'], icon: 'close', run: () => select([]) },
	];
	const asked: Command[] = [
		{ id: 'disagree', name: 'Where do we disagree?', keys: ['D'], also: 'contested cards dissent', icon: 'people', run: () => disagree(app, stage) },
		...(room.isFiltering ? [{ id: 'show-all', name: 'Show all cards, no filter', icon: 'close', run: () => room.clearFilter() }] : []),
		...kinds.map((kind) => ({ id: `only-${kind}`, name: `Filter: only ${plural[kind]}`, icon: 'filter', run: () => void (room.filter = { ...noFilter, kinds: [kind] }) })),
		...(room.hasVotes ? [
			{ id: 'only-contested', name: 'Filter: only contested cards', icon: 'filter', run: () => void (room.filter = { ...noFilter, spread: 'contested' }) },
			{ id: 'only-agreed', name: 'Filter: only agreed cards', icon: 'filter', run: () => void (room.filter = { ...noFilter, spread: 'agreed' }) },
			{ id: 'only-unvoted', name: 'Filter: only cards without votes', icon: 'filter', run: () => void (room.filter = { ...noFilter, score: 'none' }) },
		] satisfies Command[] : []),
		...(room.hasTiming ? [{ id: 'whiskers', name: room.showsSpread ? 'Hide the spread of the room’s dates' : 'Show the spread of the room’s dates', also: 'whiskers timing', icon: 'clock', run: () => void (room.showsSpread = !room.showsSpread) }] : []),
		...(room.ratings.length > 1 ? room.ratings.filter((criterion) => criterion !== room.rating).map((criterion) => ({ id: `medians-${criterion}`, name: `Show the medians of ${criterion}`, also: 'votes badges criterion', icon: 'people', run: () => void (room.chosenRating = criterion) })) : []),
		...(room.hasTiming ? [{ id: 'median-year', name: 'Place all by the room’s median year', also: 'timing votes dates move', icon: 'clock', run: () => placeAllByMedian(stage.board) }] : []),
		...(scenes.hiddenCount > 0 ? [{ id: 'hidden', name: scenes.showsHidden ? 'Keep hidden cards out of sight' : `Show the ${counted(scenes.hiddenCount, 'hidden card')}`, icon: 'eye', run: () => void (scenes.showsHidden = !scenes.showsHidden) }] : []),
	];
	const looking: Command[] = [
		{ id: 'fit', name: 'Fit everything in view', keys: ['0'], also: 'zoom', icon: 'fit', run: () => eye.zoomStep(0) },
		{ id: 'zoom-in', name: 'Zoom in', keys: ['+'], icon: 'plus', run: () => eye.zoomStep(1) },
		{ id: 'zoom-out', name: 'Zoom out', keys: ['−'], icon: 'minus', run: () => eye.zoomStep(-1) },
		{ id: 'snap', name: board.snaps ? 'Let dates be free of quarters' : 'Snap dates to quarters', also: 'magnet', icon: 'magnet', run: () => void (board.snaps = !board.snaps) },
		...tools.map(({ id, name, key, icon }) => ({ id: `tool-${id}`, name: `Tool: ${name.toLowerCase()}`, keys: [key.toUpperCase()], icon, run: () => board.machine.show({ tool: id }) })),
		{ id: 'select-all', name: 'Select all cards', keys: ['Ctrl', 'A'], icon: 'group', run: () => select(items.map(({ id }) => id)) },
		...kinds.flatMap((kind) => {
			const of = items.filter((item) => item.kind === kind).map(({ id }) => id);
			return of.length === 0 ? [] : [{ id: `select-${kind}`, name: `Select every ${kindNames[kind].toLowerCase()}`, icon: 'group', run: () => select(of) }];
		}),
	];
	const table: Command = {
		id: 'table', name: room.isTable && app.desk.step === 'place' ? 'Back to the canvas' : 'Show the cards as a table', keys: ['T'], also: 'list grid accessible', icon: 'table',
		run: async () => {
			const wasTable = room.isTable && app.desk.step === 'place';
			app.desk.go('place');
			room.isTable = !wasTable;
		},
	};
	const fit: Command[] = ids.length === 0 ? [] : [{ id: 'fit-selection', name: `Fit ${what} in view`, keys: ['F'], icon: 'fit', run: () => eye.fit(ids) }];
	return [
		...[...asked.slice(0, 1), ...selected, ...several, ...asked.slice(1)].map((command) => shown(stage, command, false)),
		table,
		...[...fit, ...looking].map((command) => shown(stage, command, true)),
	];
}

function disagree(app: App, { room, board }: Stage): void {
	const nothing = room.nextDisagreement();
	if (nothing === null) return;
	board.announcer.say(nothing);
	app.toasts.done(nothing);
}

function laneCommands(app: App, stage: Stage): Command[] {
	const { workshop } = app.records;
	if (!workshop) return [];
	const set = laneSetOf(workshop);
	const sets = [['own', 'Sort by the workshop’s own lanes'], ['steep', 'Sort by STEEP'], ['kinds', 'Sort by kinds of cards']] as const;
	const commands: Command[] = [
		...sets.filter(([choice]) => choice !== set).map(([choice, name]) => ({ id: `lanes-${choice}`, name, also: 'lanes', icon: 'more', run: () => changeLaneSet(app, choice) })),
		workshop.heightMeans === 'impact'
			? { id: 'height', name: 'Height in a lane is free', icon: 'up2', run: () => meanByHeight(app, 'free') }
			: { id: 'height', name: 'Height in a lane means impact', icon: 'up2', run: () => meanByHeight(app, 'impact') },
		{ id: 'add-lane', name: 'Add a lane', icon: 'plus', run: () => addLane(app, workshop.lanes.at(-1)?.id ?? null) },
		...workshop.lanes.map(({ id, name, folded }) => ({ id: `fold-${id}`, name: `${folded ? 'Unfold' : 'Fold'} the lane ${name}`, icon: folded ? 'chevron' : 'chevronR', run: () => foldLane(app, id, !folded) })),
	];
	return commands.map((command) => shown(stage, command, false));
}

function windowCommands(app: App, actions: WindowActions): Command[] {
	const { desk, ledger, theme } = app;
	const last = ledger.done.at(-1);
	const next = ledger.undone.at(-1);
	return [
		...steps.map((step, at) => ({ id: `step-${step}`, name: `Go to ${stepNames[step]}`, keys: ['Ctrl', String(at + 1)], also: 'step run sheet', icon: 'chevronR', run: () => desk.go(step) })),
		...(last ? [{ id: 'undo', name: `Undo: ${last.label}`, keys: ['Ctrl', 'Z'], icon: 'undo', run: () => undo(app) }] : []),
		...(next ? [{ id: 'redo', name: `Redo: ${next.label}`, keys: ['Ctrl', 'Shift', 'Z'], icon: 'redo', run: () => redo(app) }] : []),
		{ id: 'history', name: 'History: go back to a step', keys: ['Ctrl', 'H'], also: 'undo', icon: 'history', run: actions.history },
		{ id: 'new-card', name: 'New card', icon: 'plus', run: actions.newCard },
		{ id: 'import-files', name: 'Import files…', also: 'documents add', icon: 'file', run: actions.importFiles },
		{ id: 'import-folder', name: 'Import a folder…', also: 'documents add', icon: 'folder', run: actions.importFolder },
		{ id: 'save', name: 'Save as a workshop file…', keys: ['Ctrl', 'S'], icon: 'save', run: actions.saveFile },
		{ id: 'open', name: 'Open a workshop file…', icon: 'open', run: actions.openFile },
		{ id: 'new', name: 'New workshop', icon: 'plus', run: actions.newWorkshop },
		{ id: 'delete', name: 'Delete this workshop…', icon: 'trash', run: actions.deleteWorkshop },
		...themes.filter((one) => one !== theme.current).map((one) => ({ id: `theme-${one}`, name: `Theme: ${one}`, icon: { light: 'sun', dark: 'moon', projector: 'screen' }[one], run: () => theme.choose(one) })),
		{ id: 'keys', name: 'All keys', keys: ['?'], also: 'help shortcuts keyboard', icon: 'keyboard', run: actions.keys },
	];
}
