import { expect, test } from 'vitest';
import { sectionsOf, type WorkshopState } from './sections.ts';

const at = '2026-05-01T10:00:00.000Z';
const blank: WorkshopState = {
	workshop: { id: 'w', title: 'W', question: '', baseYear: 2026, lanes: [{ id: 'l', name: 'L' }, { id: 'm', name: 'M' }], createdAt: at },
	uses: [], rounds: [], ballots: [], scenarios: [], sourceCount: 0,
};
const use = (cardId: string, laneId: string | null) => ({
	id: `w/${cardId}`, workshopId: 'w', cardId, number: 1, placement: laneId === null ? null : { at: 1, laneId, height: 0 },
});
const round = (state: 'open' | 'revealed') => ({
	id: state, workshopId: 'w', seriesId: state, title: `Round ${state}`, criteria: ['relevancy' as const], cardIds: ['a'], state, peopleInRoom: null,
	createdAt: at, openedAt: at, closedAt: null, revealedAt: null,
});
const ballot = (roundId: string, participant: string) => ({
	id: `${roundId}/${participant}/a/relevancy`, workshopId: 'w', roundId, participant, cardId: 'a', criterion: 'relevancy' as const, value: 4, reason: null, way: 'hot seat' as const,
});
const find = (state: WorkshopState, title: string) => sectionsOf(state).find((entry) => entry.title === title)!;

test('a blank workshop says what is missing and the one next act of each section', () => {
	const lacking = sectionsOf(blank).filter(({ missing }) => missing !== null);
	expect(lacking.map(({ title, act }) => [title, act?.step])).toEqual([
		['Cover', 'frame'], ['The horizon', 'place'], ['What the room thinks', 'vote'], ['Scenarios', 'scenarios'], ['The cards', 'scan'], ['Sources', 'scan'],
	]);
});

test('the horizon counts placed cards and the lanes they stand in', () => {
	const uses = [use('a', 'l'), use('b', 'l'), use('c', null), use('d', 'gone')];
	expect(find({ ...blank, uses }, 'The horizon').has).toBe('3 cards in 1 lane, drawn and as a table');
});

test('votes of a round that is not revealed are said to stay out', () => {
	const open = find({ ...blank, rounds: [round('open')], ballots: [ballot('open', 'p')] }, 'What the room thinks');
	expect(open).toMatchObject({ missing: 'Round open is not revealed yet, so its votes stay out.', act: { label: 'Go to the round' } });
	const both = find({ ...blank, rounds: [round('revealed'), round('open')], ballots: [ballot('revealed', 'p'), ballot('revealed', 'q')] }, 'What the room thinks');
	expect(both.has).toBe('1 card in the room’s order, by 2 voters, with histograms');
	expect(both.missing).toContain('Round open');
});

test('each scenario is a page of its own, in order, with what it lacks', () => {
	const scenario = (id: string, patch: object) => ({
		id, workshopId: 'w', title: id, narrative: 'n', horizonYear: 2036, cardIds: ['a'], order: 1, createdAt: at, ...patch,
	});
	const pages = sectionsOf({ ...blank, scenarios: [scenario('B', { order: 2 }), scenario('A', { narrative: ' ', cardIds: [] })] }).slice(5, 7);
	expect(pages.map(({ title, missing }) => [title, missing])).toEqual([['A', 'It has no story and no cards yet.'], ['B', null]]);
});
