import { expect, it } from 'vitest';
import { meaningOf } from './pressAndDrag.ts';

it('lifts with a mouse after four pixels in any direction', () => {
	expect(meaningOf('mouse', 3, 2)).toBe('wait');
	expect(meaningOf('mouse', 0, -4)).toBe('lift');
});
it('lets a finger scroll up and down', () => expect(meaningOf('touch', 6, 14)).toBe('scroll'));
it('lifts with a finger that moves sideways', () => expect(meaningOf('touch', -14, 6)).toBe('lift'));
it('waits for a finger that trembles', () => expect(meaningOf('touch', 5, 6)).toBe('wait'));
