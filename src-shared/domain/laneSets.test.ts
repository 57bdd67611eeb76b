import { expect, test } from 'vitest';
import type { Lane, Placement } from '../schemas/records.ts';
import { requiredLane, unsortedId, withLaneSet } from './laneSets.ts';

const own: Lane[] = [{ id: 'policy', name: 'Policy' }, { id: 'tech', name: 'Technology' }];
const card = (cardId: string, laneId: string) => ({ cardId, kind: 'concern' as const, placement: { at: 2, laneId, height: 1 } as Placement });

test('by kinds each card stands in the lane of its kind, and only there', () => {
	const { patch, placements } = withLaneSet({ lanes: own }, 'kinds', [card('a', 'policy')]);
	expect(patch.lanes.map(({ name }) => name)).toEqual(['Signals', 'Concerns', 'Behaviors', 'Technologies', 'Issues']);
	expect(placements.get('a')).toMatchObject({ laneId: 'kind-concern', at: 2, otherLanes: { own: 'policy' } });
	expect([requiredLane(patch, 'issue'), requiredLane({ laneSet: 'own' }, 'issue')]).toEqual(['kind-issue', null]);
});

test('by STEEP a card keeps a lane of the same name, and one that nobody sorted waits in a lane for that', () => {
	const { patch, placements } = withLaneSet({ lanes: own }, 'steep', [card('a', 'policy'), card('b', 'tech')]);
	expect(patch.lanes.map(({ name }) => name)).toEqual(['Society', 'Technology', 'Economy', 'Environment', 'Politics', 'Not sorted yet']);
	expect([placements.get('a')!.laneId, placements.get('b')!.laneId]).toEqual([unsortedId('steep'), 'steep-technology']);
});

test('going to another set and back brings every lane and every card to where it was', () => {
	const lanes = [{ ...own[0]!, rows: 3 }, own[1]!];
	const there = withLaneSet({ lanes }, 'kinds', [card('a', 'policy'), card('b', 'tech')]);
	const placed = [...there.placements].map(([cardId, placement]) => ({ cardId, kind: 'concern' as const, placement }));
	const back = withLaneSet(there.patch, 'own', placed);
	expect(back.patch.lanes).toEqual(lanes);
	expect([...back.placements.values()].map(({ laneId }) => laneId)).toEqual(['policy', 'tech']);
});

test('no card is lost, and none stands in a lane that is not there', () => {
	const cards = ['a', 'b', 'c'].map((id) => card(id, 'gone'));
	const { patch, placements } = withLaneSet({ lanes: own }, 'steep', cards);
	const ids = new Set(patch.lanes.map(({ id }) => id));
	expect([...placements.values()].map(({ laneId }) => ids.has(laneId))).toEqual([true, true, true]);
});
