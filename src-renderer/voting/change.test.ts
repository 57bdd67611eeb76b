import { expect, test } from 'vitest';
import { shiftOf } from './change.ts';

test('a change written as from and to is split there', () => {
	expect(shiftOf('Transition from proprietary AI models to more accessible open-source alternatives.')).toEqual({
		from: 'Proprietary AI models', to: 'More accessible open-source alternatives',
	});
	expect(shiftOf('From A to B')).toEqual({ from: 'A', to: 'B' });
});

test('a change that could be split in two ways, or says no from, is left whole', () => {
	expect(shiftOf('Shift from access to data to access to models.')).toBeNull();
	expect(shiftOf('Shift towards more tailored regulations.')).toBeNull();
	expect(shiftOf('Laws that come from Brussels to Berlin')).toBeNull();
	expect(shiftOf(null)).toBeNull();
});
