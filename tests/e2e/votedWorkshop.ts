/** A workshop in which the room has voted on relevancy and on dates: the sample as a file, with a round put into it. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { LongviewPage } from './pages/LongviewPage.ts';

interface Saved {
	workshop: { id: string };
	cards: { id: string; name: string }[];
	rounds: object[];
	ballots: object[];
}

export interface Votes {
	/** 1 to 5, one for each voter. */
	relevancy: readonly number[];
	/** A year, or "later". */
	timing?: readonly (number | 'later')[];
}

export type RoundState = 'open' | 'closed' | 'revealed';

const at = '2026-05-14T10:00:00.000Z';

/** Opens a copy of the sample with a round in the given state. @param path where the file may lie. */
export async function openVoted(longview: LongviewPage, path: string, state: RoundState, votes: Record<string, Votes>): Promise<void> {
	if (!(await longview.runSheet.isVisible())) await longview.openSample();
	await longview.saveFile(path);
	const file = JSON.parse(readFileSync(path, 'utf8')) as Saved;
	const workshopId = file.workshop.id;
	const idOf = (name: string) => {
		const card = file.cards.find((one) => one.name === name);
		if (!card) throw new Error(`No card is called ${name}.`);
		return card.id;
	};
	file.rounds.push({
		id: 'round', workshopId, seriesId: 'series', title: 'Round 1', criteria: ['relevancy', 'timing'], cardIds: Object.keys(votes).map(idOf), state,
		peopleInRoom: 5, createdAt: at, openedAt: at, closedAt: state === 'open' ? null : at, revealedAt: state === 'revealed' ? at : null,
	});
	for (const [name, { relevancy, timing = [] }] of Object.entries(votes)) {
		for (const [criterion, values] of [['relevancy', relevancy], ['timing', timing]] as const) {
			for (const [voter, value] of values.entries()) {
				const [cardId, participant] = [idOf(name), `voter-${voter}`];
				file.ballots.push({ id: `round/${participant}/${cardId}/${criterion}`, workshopId, roundId: 'round', participant, cardId, criterion, value, reason: null, way: 'phone' });
			}
		}
	}
	writeFileSync(path, JSON.stringify(file));
	await longview.openFile(path);
	await longview.page.getByRole('banner').getByText('(copy)').waitFor();
}
