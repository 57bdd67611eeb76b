import { expect, test, vi } from 'vitest';
import { roomResults } from '../../src-shared/domain/roomResults.ts';
import { cardTimes } from '../../src-shared/domain/worldHills.ts';
import { drawReport } from './drawReport.ts';
import { hillsOf } from './hills.ts';
import { worldsWorkshop } from './testing/worldsWorkshop.ts';
import { createNotes } from './text.ts';
import { createView } from './view.ts';

vi.mock('../../src-shared/domain/roomResults.ts', { spy: true });
vi.mock('../../src-shared/domain/worldHills.ts', { spy: true });

test('a report counts what the room thinks once, however many worlds it draws', async () => {
	expect(worldsWorkshop.scenarios.length).toBeGreaterThan(2);
	await drawReport(worldsWorkshop, { document: 'report', pageSize: 'A4', language: 'en', printedAt: '2026-05-14T12:00:00.000Z', largePrint: false });
	expect(cardTimes).toHaveBeenCalledTimes(1);
	expect(roomResults).toHaveBeenCalledTimes(1);
});

test('the hills of a world are those of its cards that the room voted on', () => {
	const view = createView(worldsWorkshop, createNotes(), 'en');
	const times = cardTimes(worldsWorkshop.rounds, worldsWorkshop.ballots, worldsWorkshop.workshop.baseYear);
	expect(times.size).toBeGreaterThan(0);
	for (const { feeds } of view.worlds.worlds) {
		expect(hillsOf(view, feeds).codes).toEqual(feeds.filter(({ card }) => (times.get(card.id)?.times.length ?? 0) > 0).map(({ card }) => card.code));
	}
});
