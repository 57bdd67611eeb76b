/** What is done to many cards at once: each is one action and one undo step. */
import type { App } from '../context.ts';
import { placing, startUsing } from '../db/cardUse.ts';
import { changed } from '../db/changes.ts';
import type { Lane, Placement } from '../../src-shared/schemas/records.ts';
import { counted, number } from '../ui/kinds.ts';
import { Refused } from './commands.ts';

/** STEEP, the usual scan of society, technology, economy, environment and politics. */
export const steepTags = ['Society', 'Technology', 'Economy', 'Environment', 'Politics'] as const;

/** A journal line holds whole records, so that one of a hundred thousand would be no line any more. */
const mostAtOnce = 2000;
/** More cards than this in a lane are no picture. */
const mostOnCanvas = 300;
/** Nobody answers more cards than this in one go. */
const mostInRound = 300;

/** Rounds that are being prepared. Voting is another room, so the view where both meet hands this in. */
export interface RoundsToAsk {
	readonly drafts: readonly { id: string; title: string }[];
	/** @param roundId null for a new round. @returns the round's title, and how many cards it did not ask about before. */
	ask(roundId: string | null, cardIds: readonly string[]): Promise<{ title: string; added: number }>;
}

async function atHand(app: App, ids: readonly string[], most: number, where: string): Promise<string[]> {
	if (ids.length > most) throw new Refused(`${where} ${counted(most, 'card')} at once, and ${number(ids.length)} are chosen. Narrow the list with a search or a filter.`);
	await app.records.fetch(app.database, ids);
	return ids.filter((id) => app.records.cards.has(id));
}

/** The open workshop uses the cards from now on: they get their codes. @returns how many are new in it. */
export async function useCards(app: App, ids: readonly string[]): Promise<number> {
	const changes = startUsing(app.records, await atHand(app, ids, mostAtOnce, 'A workshop takes up to'));
	if (changes.length === 0) throw new Refused('The workshop uses these cards already.');
	await app.ledger.commit({ label: `Add ${counted(changes.length, 'card')} to the workshop`, changes });
	return changes.length;
}

/** Spreads the cards over the ten years of a lane in their order; people give each its date by moving it. */
export async function spreadInLane(app: App, ids: readonly string[], lane: Lane): Promise<number> {
	const cards = await atHand(app, ids, mostOnCanvas, 'The canvas takes up to');
	const loose = cards.filter((id) => !app.records.uses.get(id)?.placement);
	if (loose.length === 0) throw new Refused('These cards are on the canvas already.');
	const perRow = Math.min(loose.length, 5);
	const placements = new Map<string, Placement>(loose.map((id, at) => {
		const step = 10 / (perRow + 1);
		return [id, { at: Math.round(step * ((at % perRow) + 0.75) * 4) / 4, laneId: lane.id, height: Math.floor(at / perRow) }];
	}));
	await app.ledger.commit({ label: `Place ${counted(loose.length, 'card')} in ${lane.name}`, changes: placing(app.records, placements) });
	return loose.length;
}

/** @returns a sentence that says in which round the room is asked about the cards. */
export async function askInRound(app: App, ids: readonly string[], rounds: RoundsToAsk, roundId: string | null): Promise<string> {
	const { title, added } = await rounds.ask(roundId, await atHand(app, ids, mostInRound, 'A round asks about up to'));
	if (added === 0) throw new Refused(`${title} asks about these cards already.`);
	return roundId === null ? `${title} is prepared with ${counted(added, 'card')}. Open it in Vote.` : `${title} asks about ${counted(added, 'more card')}. Open it in Vote.`;
}

/** Files the cards under a tag, or takes it off those that all have it already. @returns whether they have it now. */
export async function tagCards(app: App, ids: readonly string[], tag: string): Promise<boolean> {
	const known = await atHand(app, ids, mostAtOnce, 'One tag is put on up to');
	const cards = known.flatMap((id) => app.records.cards.get(id) ?? []);
	const isOn = cards.every((card) => card.tags?.includes(tag));
	const changes = cards.flatMap((card) => {
		const tags = card.tags ?? [];
		if (isOn) return [changed('cards', card, { tags: tags.filter((other) => other !== tag) })];
		return tags.includes(tag) ? [] : [changed('cards', card, { tags: [...tags, tag] })];
	});
	await app.ledger.commit({ label: `${isOn ? 'Take' : 'Put'} “${tag}” ${isOn ? 'off' : 'on'} ${counted(changes.length, 'card')}`, changes });
	return !isOn;
}
