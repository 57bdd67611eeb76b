/** Taking signposts over from the watch list of another workshop. */
import { newId } from '../../src-shared/domain/ids.ts';
import type { Signpost } from '../../src-shared/schemas/worlds.ts';
import { startUsing } from '../db/cardUse.ts';
import { created } from '../db/changes.ts';
import type { WatchList } from '../db/watchLists.ts';
import type { App } from '../context.ts';
import { nextOrder, openWorkshop, worldName } from './change.ts';

/** Whether this workshop has taken it over already. */
export const isHere = (own: readonly Signpost[], { id }: Pick<Signpost, 'id'>): boolean => own.some(({ carriedFrom }) => carriedFrom?.signpostId === id);

/** What is offered ticked: what is still watched, and not here yet. */
export const offered = (list: WatchList, own: readonly Signpost[]): string[] =>
	list.signposts.filter((signpost) => signpost.seenOn === undefined && !isHere(own, signpost)).map(({ id }) => id);

/** The names of the worlds it was about there; where that workshop never said any, those that it came with. */
export function formerWorlds({ towards, away, carriedFrom }: Pick<Signpost, 'towards' | 'away' | 'carriedFrom'>, worlds: ReadonlyMap<string, string>): { towards: string[]; away: string[] } {
	const names = (ids: readonly string[]) => ids.flatMap((id) => (worlds.has(id) ? [worldName({ title: worlds.get(id)! })] : []));
	const own = { towards: names(towards), away: names(away) };
	return own.towards.length + own.away.length === 0 && carriedFrom ? { towards: carriedFrom.towards, away: carriedFrom.away } : own;
}

/**
 * One undo step. Its worlds stay behind, named in `carriedFrom`: which of the worlds here it points to is for people to say.
 * @param ids of the list's signposts. @returns how many were taken over.
 */
export async function takeOver({ database, records, ledger }: Pick<App, 'database' | 'records' | 'ledger'>, list: WatchList, ids: readonly string[]): Promise<number> {
	const workshopId = openWorkshop({ records, ledger });
	const chosen = list.signposts.filter(({ id }) => ids.includes(id));
	if (chosen.length === 0) return 0;
	const cardIds = chosen.flatMap(({ cardId }) => cardId ?? []);
	await records.fetch(database, cardIds);
	const first = nextOrder(records.signposts.all);
	const signposts = chosen.map((signpost, index): Signpost => {
		const { cardId, ...rest } = signpost;
		return {
			...rest, id: newId(), workshopId, towards: [], away: [], order: first + index,
			...(cardId && records.cards.has(cardId) && { cardId }),
			carriedFrom: { workshopTitle: list.workshopTitle, signpostId: signpost.id, ...formerWorlds(signpost, list.worlds) },
		};
	});
	const what = signposts.length === 1 ? 'a signpost' : `${signposts.length} signposts`;
	const changes = [...startUsing(records, signposts.flatMap(({ cardId }) => cardId ?? [])), ...signposts.map((signpost) => created('signposts', signpost))];
	await ledger.commit({ label: `Take over ${what} from “${list.workshopTitle}”`, changes });
	return signposts.length;
}
