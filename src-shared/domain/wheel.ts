/** The futures wheel (Glenn 1971, "The futures wheel"): consequences of a card or a world, and what follows from those, to the third order. */
import type { Consequence } from '../schemas/worlds.ts';

/** A third-order consequence has none of its own. */
export const furthest = 3;

/** What a wheel is about. */
export type WheelAbout = { cardId: string } | { scenarioId: string };

export interface WheelNode {
	id: string;
	text: string;
	/** 1 for what follows at once. */
	order: number;
	children: WheelNode[];
}

export const isAbout = (consequence: Pick<Consequence, 'cardId' | 'scenarioId'>, about: WheelAbout): boolean =>
	'cardId' in about ? consequence.cardId === about.cardId : consequence.scenarioId === about.scenarioId;

const inOrder = (a: Consequence, b: Consequence): number => a.order - b.order || (a.id < b.id ? -1 : 1);

/** What follows from one consequence, or with null from the middle at once, in its order. */
export const followers = (ofWheel: readonly Consequence[], parentId: string | null): Consequence[] => ofWheel.filter((one) => one.parentId === parentId).sort(inOrder);

/** @param ofWheel the consequences of one wheel; what hangs on none of them, or lies beyond the third order, is left out. */
export function wheelTree(ofWheel: readonly Consequence[]): WheelNode[] {
	const from = (parentId: string | null, order: number): WheelNode[] =>
		order > furthest ? [] : followers(ofWheel, parentId).map(({ id, text }) => ({ id, text, order, children: from(id, order + 1) }));
	return from(null, 1);
}

/** From the middle outwards along each branch, as a list is read. */
export const listed = (tree: readonly WheelNode[]): WheelNode[] => tree.flatMap((node) => [node, ...listed(node.children)]);

/** A consequence and everything that follows from it. */
export function branchOf(ofWheel: readonly Consequence[], id: string): Consequence[] {
	const found = new Map(ofWheel.filter((one) => one.id === id).map((one) => [one.id, one]));
	// A map is gone through to its end, with what is added on the way.
	for (const [parentId] of found) for (const one of ofWheel) if (one.parentId === parentId) found.set(one.id, one);
	return [...found.values()];
}

/** 1 for what follows at once; 0 for what is not on the wheel. */
export function orderOf(ofWheel: readonly Consequence[], id: string): number {
	return listed(wheelTree(ofWheel)).find((node) => node.id === id)?.order ?? 0;
}

/** Whether a branch can hang there: not on itself, and none of it beyond the third order. */
export function canFollow(ofWheel: readonly Consequence[], id: string, parentId: string | null): boolean {
	const branch = new Set(branchOf(ofWheel, id).map((one) => one.id));
	if (parentId !== null && (branch.has(parentId) || orderOf(ofWheel, parentId) === 0)) return false;
	const depth = (parent: string): number => Math.max(0, ...followers(ofWheel, parent).map((one) => 1 + depth(one.id)));
	const order = parentId === null ? 1 : orderOf(ofWheel, parentId) + 1;
	return order + depth(id) <= furthest;
}
