/** What a press or a key means on clusters, notes, arrows and the handles of cards, while nothing is in the hand. */
import type { Board, KeyDown, Press } from '../interaction.ts';
import type { StructureTarget } from '../structure/port.ts';
import { stepOf } from './arrows.ts';

export const isStructure = (target: Press['target']): target is StructureTarget =>
	target !== null && !('cardId' in target) && !('laneId' in target);

/** The pointer has left the spot where it was pressed. */
export function beginStructure(board: Board, press: Press, target: StructureTarget): void {
	if ('clusterId' in target) {
		const { clusterId, part } = target;
		if (part === 'name') board.go('movingCluster', { ...press, clusterId });
		else board.go('sizingCluster', { ...press, clusterId, edge: part });
	} else if ('noteId' in target) board.go('movingNote', { ...press, noteId: target.noteId });
	else if ('fromId' in target) board.go('linking', { ...press, fromId: target.fromId });
	else board.go('idle', null);
}

export function clickStructure(board: Board, target: StructureTarget): void {
	if ('fromId' in target) board.go('choosingTarget', { fromId: target.fromId });
	else board.port.structure.clicked(target);
}

/** @returns true where the key was meant for any of it. */
export function structureKey(board: Board, event: KeyDown): boolean {
	if (event.ctrl) return false;
	if (event.on) return onTarget(board, event, event.on);
	return !event.alt && !event.repeat && onCards(board, event);
}

function onCards(board: Board, { key, shift, cardId }: KeyDown): boolean {
	const { port } = board;
	const { structure } = port;
	if (shift) return false;
	if (cardId !== null && port.placementOf(cardId)) {
		const selected = port.selection();
		const cardIds = selected.includes(cardId) ? selected : [cardId];
		if (key === '1' || key === '2' || key === '3') structure.setHorizon(cardIds, Number(key) as 1 | 2 | 3);
		else if (key.toLowerCase() === 'l') board.go('choosingTarget', { fromId: cardId });
		else if (key.toLowerCase() === 'g') structure.makeCluster(cardIds);
		else if (key.toLowerCase() === 's') structure.addNote(cardId);
		else return false;
		return true;
	}
	if (key.toLowerCase() === 'g') structure.makeCluster(port.selection());
	else if (key.toLowerCase() === 's') structure.addNote(null);
	else return false;
	return true;
}

function onTarget(board: Board, event: KeyDown, target: StructureTarget): boolean {
	if ('clusterId' in target) return onCluster(board, event, target.clusterId);
	if ('noteId' in target) return onNote(board, event, target.noteId);
	return 'influenceId' in target && onInfluence(board, event, target.influenceId);
}

/** Arrows move it with its cards; with Alt they move its end and its lower edge. */
function onCluster({ port: { structure } }: Board, event: KeyDown, clusterId: string): boolean {
	const step = stepOf(event);
	if (step && event.alt) structure.sizeCluster(clusterId, structure.clusterSizedBy(clusterId, step), 'step');
	else if (step) structure.moveCluster(clusterId, structure.clusterMovedBy(clusterId, step), 'step');
	else return edits(event, () => structure.renameCluster(clusterId), () => structure.removeCluster(clusterId));
	return true;
}

function onNote({ port: { structure } }: Board, event: KeyDown, noteId: string): boolean {
	const step = event.alt ? null : stepOf(event);
	if (step) structure.moveNote(noteId, structure.noteMovedBy(noteId, step), 'step');
	else return edits(event, () => structure.editNote(noteId), () => structure.removeNote(noteId));
	return true;
}

function onInfluence({ port: { structure } }: Board, event: KeyDown, influenceId: string): boolean {
	const step = event.alt ? null : stepOf(event);
	if (step) structure.nextInfluence(influenceId, step.quarters + step.lanes > 0 ? 1 : -1);
	else return edits(event, () => structure.openInfluence(influenceId), () => structure.removeInfluence(influenceId));
	return true;
}

function edits({ key, alt, repeat }: KeyDown, edit: () => void, remove: () => void): boolean {
	if (alt) return false;
	if (key === 'Enter' || key === 'F2') {
		if (!repeat) edit();
	} else if (key === 'Delete' || key === 'Backspace') {
		if (!repeat) remove();
	} else return false;
	return true;
}
