import { expect, it } from 'vitest';
import { saying } from './saying.ts';

const card = { description: 'What is seen.', change: 'From few to many.', outlook: `${'Long before '.repeat(14)}the grid decides.`, drivingForce: null };

it('shows what was seen where nothing is searched', () => expect(saying(card, [])).toBe('What is seen.'));
it('shows the text that has the word', () => expect(saying(card, ['many'])).toBe('From few to many.'));
it('begins shortly before a word that stands far in', () => {
	expect(saying(card, ['grid'])).toMatch(/^….{20,70}the grid decides\.$/);
});
it('stays with what was seen when the name has the word', () => expect(saying(card, ['other'])).toBe('What is seen.'));
