import { expect, it } from 'vitest';
import { blankDraft, draftOf, nameProblem, written } from './cardDraft.ts';
import { aCard } from './testRecords.ts';

it('asks for a name', () => expect(nameProblem('  ')).toMatch(/^Give the card a name/));
it('refuses a name that is a text', () => expect(nameProblem('a'.repeat(301))).toMatch(/301 characters/));
it('takes blanks for absent and trims the rest', () => {
	expect(written({ ...blankDraft('issue'), name: ' Who\n decides ', description: '  ', outlook: ' Nobody ' })).toEqual({
		kind: 'issue', name: 'Who decides', description: null, change: null, outlook: 'Nobody', drivingForce: null,
	});
});
it('leaves a card as it is when nothing is written', () => {
	const card = aCard({ id: 'c', name: 'Name', change: 'from a to b' });
	expect(card).toMatchObject(written(draftOf(card)));
});
