/** A workshop in which rounds were held and revealed, by any criteria, ways and groups: the sample as a file, with the rounds put into it. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { LongviewPage } from './pages/LongviewPage.ts';

type Value = number | 'later' | 'cannot say';
export type Criterion = 'relevancy' | 'impact' | 'uncertainty' | 'timing' | 'dots' | 'approval';

export interface Held {
	title: string;
	criteria: readonly Criterion[];
	/** By the card's name and the criterion: one answer for each voter, in their order; null for none. */
	votes: Record<string, Partial<Record<Criterion, readonly (Value | null)[]>>>;
	/** Of the voters, in their order: a group's place among the workshop's groups, or null. */
	groups?: readonly (number | null)[];
	ways?: readonly ('phone' | 'paper' | 'hot seat')[];
	/** By voter, then by card: beside the first criterion. */
	reasons?: Record<number, Record<string, string>>;
	dots?: number;
	/** The place among the rounds of the one it asks again about. */
	again?: number;
	/** Voters have other marks than in the round before. */
	unlinked?: boolean;
	state?: 'draft' | 'open' | 'revealed';
	peopleInRoom?: number;
}

interface Saved {
	workshop: { id: string; groups?: object[] };
	cards: { id: string; name: string }[];
	rounds: object[];
	ballots: object[];
	workshopCards: { cardId: string; locked?: boolean }[];
}

const time = (round: number, minute: number) => new Date(Date.UTC(2026, 4, 14, 9 + round, minute)).toISOString();

/** @param path where the file may lie. @param locked names of cards that are locked. */
export async function openRevealed(longview: LongviewPage, path: string, rounds: readonly Held[], groups: readonly string[] = [], locked: readonly string[] = []): Promise<void> {
	if (!(await longview.runSheet.isVisible())) await longview.openSample();
	await longview.saveFile(path);
	const file = JSON.parse(readFileSync(path, 'utf8')) as Saved;
	const workshopId = file.workshop.id;
	const idOf = (name: string) => {
		const card = file.cards.find((one) => one.name === name);
		if (!card) throw new Error(`No card is called ${name}.`);
		return card.id;
	};
	if (groups.length > 0) file.workshop.groups = groups.map((name, place) => ({ id: `group-${place}`, name }));
	for (const use of file.workshopCards) if (locked.some((name) => idOf(name) === use.cardId)) use.locked = true;
	rounds.forEach((held, place) => {
		const { title, criteria, votes, dots, again, unlinked, state = 'revealed', peopleInRoom = null } = held;
		const id = `round-${place}`;
		const isOpened = state !== 'draft';
		file.rounds.push({
			id, workshopId, seriesId: again === undefined ? `series-${place}` : `series-${again}`, title, criteria, cardIds: Object.keys(votes).map(idOf), state, peopleInRoom,
			...(dots !== undefined && { dots }), ...(again !== undefined && { earlierRoundId: `round-${again}` }), ...(unlinked && { unlinked }),
			createdAt: time(place, 0), openedAt: isOpened ? time(place, 1) : null, closedAt: state === 'revealed' ? time(place, 20) : null, revealedAt: state === 'revealed' ? time(place, 20) : null,
		});
		for (const [name, answers] of Object.entries(votes)) {
			for (const [criterion, values] of Object.entries(answers)) {
				values?.forEach((value, voter) => {
					if (value === null) return;
					const [cardId, participant] = [idOf(name), unlinked ? `other-${place}-${voter}` : `voter-${voter}`];
					const group = held.groups?.[voter] ?? null;
					file.ballots.push({
						id: `${id}/${participant}/${cardId}/${criterion}`, workshopId, roundId: id, participant, cardId, criterion, value,
						reason: criterion === criteria[0] ? (held.reasons?.[voter]?.[name] ?? null) : null, way: held.ways?.[voter] ?? 'phone', ...(group !== null && { group: `group-${group}` }),
					});
				});
			}
		}
	});
	writeFileSync(path, JSON.stringify(file));
	await longview.openFile(path);
	await longview.page.getByRole('banner').getByText('(copy)').waitFor();
}
