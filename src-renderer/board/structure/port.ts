/** What the machine of the hand knows of clusters, influences and notes: what can be taken, and what the board does for it. */
import type { ClusterFrame, Horizon, Note } from '../../../src-shared/schemas/records.ts';
import type { Box } from '../geometry.ts';
import type { Placements, Point, Step } from '../interaction.ts';
import type { Edge } from './frames.ts';

/** A cluster by its name or edge, a note, an arrow, or the handle at a card's edge from which arrows are drawn. */
export type StructureTarget = { clusterId: string; part: 'name' | Edge } | { noteId: string } | { influenceId: string } | { fromId: string };

export interface ClusterMove {
	/** Its cards. */
	to: Placements;
	frame: ClusterFrame;
	/** In content pixels, to be shown. */
	box: Box;
}
export type ClusterSize = Pick<ClusterMove, 'frame' | 'box'>;

export type NotePlace = Pick<Note, 'at' | 'laneId' | 'height'>;
export interface NoteMove {
	place: NotePlace;
	box: Box;
}

/** What is shown of something in the hand. Boxes are in content pixels, points in canvas pixels. */
export type StructureView =
	/** @property edge the one that follows the pointer, where it is not the whole. */
	| { clusterId: string; box: Box; edge?: Edge }
	| { noteId: string; box: Box }
	/** An arrow being drawn, to a card or to where the pointer is. */
	| { fromId: string; toId: string | null; point: Point | null };

/** @param how 'step' for one press of an arrow key, which joins the presses just before it. */
export type Moved = 'pointer' | 'step';

export interface StructurePort {
	/** Something still there, and not deleted in another window meanwhile. */
	isThere(target: StructureTarget): boolean;
	/** A click that moved nothing: an arrow opens; a second one on a name or a note edits it. */
	clicked(target: StructureTarget): void;
	/** It is still where it was. */
	putBack(target: StructureTarget): void;

	/** Its cards that can be moved, where they are; the first is in sight where any is. */
	clusterHand(clusterId: string): Placements;
	/** @param lift where the first card's anchor would be, in canvas pixels. @param dx how far the hand has come, in content pixels. */
	clusterMovedTo(clusterId: string, hand: Placements, lift: Point | null, dx: number, dy: number, free: boolean): ClusterMove;
	clusterMovedBy(clusterId: string, step: Step): ClusterMove;
	moveCluster(clusterId: string, move: ClusterMove, how: Moved): void;
	clusterSizedTo(clusterId: string, edge: Edge, dx: number, dy: number, free: boolean): ClusterSize;
	/** Its end by quarters, its lower edge by rows. */
	clusterSizedBy(clusterId: string, step: Step): ClusterSize;
	sizeCluster(clusterId: string, size: ClusterSize, how: Moved): void;
	/** Round these cards, or where none is given an empty one in sight. */
	makeCluster(cardIds: readonly string[]): void;
	renameCluster(clusterId: string): void;
	/** Its cards stay where they are. */
	removeCluster(clusterId: string): void;

	noteMovedTo(noteId: string, dx: number, dy: number, free: boolean): NoteMove;
	noteMovedBy(noteId: string, step: Step): NoteMove;
	moveNote(noteId: string, move: NoteMove, how: Moved): void;
	/** Beside a card, or in sight. */
	addNote(besideCardId: string | null): void;
	editNote(noteId: string): void;
	removeNote(noteId: string): void;

	/** The card that is seen at a point of the canvas. */
	cardAt(point: Point): string | null;
	/** Draws an arrow, or opens the one that is there. */
	influence(fromId: string, toId: string): void;
	openInfluence(influenceId: string): void;
	removeInfluence(influenceId: string): void;
	nextInfluence(influenceId: string, direction: 1 | -1): void;
	/** An arrow is begun, aims at a card, or is given up. */
	sayAim(fromId: string, aim: { toId: string } | 'begun' | 'givenUp'): void;

	/** The same horizon again takes it away. */
	setHorizon(cardIds: readonly string[], horizon: Horizon): void;
}
