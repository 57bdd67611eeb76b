import * as v from 'valibot';
import { expect, test } from 'vitest';
import { openRoomSchema } from '../../src-shared/schemas/room.ts';
import { bestAddress, openingOf, wrongChoice, type Choice } from './openingChoice.ts';

const choice: Choice = { network: 'Longview', password: 'amber-ridge-42', port: 4600, cap: 300, strict: false, address: '192.168.8.20' };
const interfaces = [{ name: 'ap0', address: '10.42.0.1', kind: 'hotspot' as const }, { name: 'eth0', address: '192.168.8.20', kind: 'wired' as const }];

test('the network of the last time is chosen while it is there, else the likeliest', () => {
	expect(bestAddress(interfaces, choice)).toBe('192.168.8.20');
	expect(bestAddress(interfaces, { ...choice, address: '172.16.0.9' })).toBe('10.42.0.1');
	expect(bestAddress([], choice)).toBeNull();
});

test('what cannot be opened is said before it is tried', () => {
	expect(wrongChoice(choice)).toBeNull();
	expect(wrongChoice({ ...choice, password: '' })).toBeNull();
	expect(wrongChoice({ ...choice, password: 'short' })).toMatch('at least 8 characters');
	expect(wrongChoice({ ...choice, network: ' ' })).toMatch('needs the name');
	expect(wrongChoice({ ...choice, address: null })).toMatch('Choose the network');
	for (const wrong of [{ port: 70_000 }, { cap: 0 }, { cap: NaN }]) expect(wrongChoice({ ...choice, ...wrong })).toMatch('from 1 to 1000');
});

test('what is asked of the room fits its schema', () => {
	const workshop = { workshopId: 'w', title: 'x'.repeat(500), groups: [{ id: 'g', name: 'City planners' }] };
	expect(v.is(openRoomSchema, openingOf(choice, workshop))).toBe(true);
	expect(openingOf({ ...choice, network: '', password: '', port: null }, workshop)).toMatchObject({ wifi: null, port: 0 });
});
