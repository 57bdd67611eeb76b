/** Watch lists of the other workshops on this computer: only the open one's signposts are in memory. */
import { byReview } from '../../src-shared/domain/signposts.ts';
import type { Signpost } from '../../src-shared/schemas/worlds.ts';
import type { Database } from './database.ts';

export interface WatchList {
	workshopId: string;
	workshopTitle: string;
	/** As they are to be looked at. */
	signposts: Signpost[];
	/** The worlds of that workshop that they are about: titles by id. */
	worlds: ReadonlyMap<string, string>;
}

/** How many signposts each workshop has that has any. */
export async function watchListSizes(database: Database): Promise<ReadonlyMap<string, number>> {
	const ids = await database.signposts.orderBy('workshopId').keys();
	const sizes = new Map<string, number>();
	for (const id of ids as string[]) sizes.set(id, (sizes.get(id) ?? 0) + 1);
	return sizes;
}

/** @throws where the workshop is not on this computer any more. */
export function readWatchList(database: Database, workshopId: string): Promise<WatchList> {
	return database.transaction('r', [database.workshops, database.signposts, database.scenarios], async () => {
		const [workshop, signposts, scenarios] = await Promise.all([
			database.workshops.get(workshopId),
			database.signposts.where('workshopId').equals(workshopId).toArray(),
			database.scenarios.where('workshopId').equals(workshopId).toArray(),
		]);
		if (!workshop) throw new Error('This workshop is no longer on this computer.');
		return { workshopId, workshopTitle: workshop.title, signposts: byReview(signposts), worlds: new Map(scenarios.map(({ id, title }) => [id, title.trim()])) };
	});
}
