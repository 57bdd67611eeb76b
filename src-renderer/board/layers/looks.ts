/** What the room and the hand make of each card, for those of which they make anything. */
import type { Badge } from '../words.ts';
import { plainLook, type Look } from './cardElement.ts';

interface Sources {
	badges: ReadonlyMap<string, Badge> | undefined;
	/** What the room says of each card's date, in words. */
	timings: ReadonlyMap<string, string> | undefined;
	dimmed: ReadonlySet<string> | undefined;
	selected: ReadonlySet<string>;
	origins: readonly string[];
	tabStop: string | null;
	stacks: ReadonlyMap<string, readonly string[]>;
}

export function looksOf({ badges, timings, dimmed, selected, origins, tabStop, stacks }: Sources): Map<string, Look> {
	const looks = new Map<string, Look>();
	const add = (id: string, patch: Partial<Look>) => looks.set(id, { ...(looks.get(id) ?? plainLook), ...patch });
	for (const [id, badge] of badges ?? []) add(id, { badge });
	for (const [id, timing] of timings ?? []) add(id, { timing });
	for (const id of dimmed ?? []) {
		// A card that lies on one which is looked for must not make that one pale as well.
		if (!stacks.get(id)?.some((under) => !dimmed!.has(under))) add(id, { isDimmed: true });
	}
	for (const [id, { length: count }] of stacks) add(id, { count });
	for (const id of selected) add(id, { isSelected: true });
	for (const id of origins) add(id, { isOrigin: true });
	if (tabStop !== null) add(tabStop, { isTabStop: true });
	return looks;
}
