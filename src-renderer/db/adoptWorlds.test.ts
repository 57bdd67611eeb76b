import { expect, test } from 'vitest';
import { readWorkshopFile } from '../../src-shared/migrations/workshopFile.ts';
import type { Change } from '../../src-shared/schemas/journal.ts';
import released from '../../src-shared/migrations/fixtures/version3.longview?raw';
import { adoptedWorlds } from './adoptWorlds.ts';

const file = readWorkshopFile(released);
file.drivers.push({ id: 'd2', workshopId: 'w1', name: 'Money', cardId: 'gone', states: [{ id: 'd2a', name: 'short' }], order: 2 });

const of = (changes: Change[], table: string) => changes.filter((change) => change.table === table).map(({ after }) => after as Record<string, unknown>);

test('on a computer that does not know the workshop everything enters as the file has it, without cards that are nowhere', () => {
	const changes = adoptedWorlds(file, { workshopId: 'w1', copy: false, knows: (id) => id === 'c1' });
	expect(of(changes, 'scenarios')).toEqual(file.scenarios);
	expect(of(changes, 'drivers')).toEqual([file.drivers[0], { ...file.drivers[1], cardId: null }]);
	for (const table of ['judgements', 'consequences', 'actions', 'options', 'signposts'] as const) expect(of(changes, table)).toEqual(file[table]);
});

test('a copy has ids of its own, and what refers to a world, a driver or a consequence refers to the copy’s', () => {
	const changes = adoptedWorlds(file, { workshopId: 'copy', copy: true, knows: () => true });
	const ids = changes.map(({ key }) => key);
	expect(ids.filter((id) => ['sc1', 'd1', 'd2', 'q1', 'q2', 'a1', 'o1', 's1', 'd1/d1a/d2/d2a'].includes(id))).toEqual([]);
	const [world] = of(changes, 'scenarios');
	const [first, second] = of(changes, 'drivers');
	expect(world!['states']).toEqual({ [first!['id'] as string]: 'd1b' });
	expect(of(changes, 'judgements')[0]).toMatchObject({ id: `${first!['id'] as string}/d1a/${second!['id'] as string}/d2a`, fromDriverId: first!['id'], strength: -2 });
	const [direct, further] = of(changes, 'consequences');
	expect(further!['parentId']).toBe(direct!['id']);
	expect(of(changes, 'actions')[0]!['scenarioId']).toBe(world!['id']);
	expect(of(changes, 'options')[0]!['verdicts']).toEqual({ [world!['id'] as string]: { verdict: 'adapts', why: 'Fewer beds.' } });
	expect(of(changes, 'signposts')[0]!['towards']).toEqual([world!['id']]);
	expect(new Set(changes.map(({ after }) => (after as { workshopId: string }).workshopId))).toEqual(new Set(['copy']));
});

test('what hangs on something that the file does not hold stays out or lets go of it', () => {
	const torn = { ...file, scenarios: [], drivers: file.drivers.slice(0, 1), consequences: file.consequences.slice(1) };
	const changes = adoptedWorlds(torn, { workshopId: 'w1', copy: false, knows: () => true });
	expect([of(changes, 'judgements'), of(changes, 'consequences')]).toEqual([[], []]);
	expect([of(changes, 'actions')[0]!['scenarioId'], of(changes, 'options')[0]!['verdicts'], of(changes, 'signposts')[0]!['towards']]).toEqual([null, {}, []]);
});
