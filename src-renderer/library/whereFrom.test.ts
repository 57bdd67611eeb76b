import { expect, it } from 'vitest';
import { whereFrom } from './whereFrom.ts';

const sections = [{ title: 'Summary', level: 2, line: 26 }, { title: 'Signals', level: 2, line: 30 }, { title: 'Concerns', level: 2, line: 40 }];

it('names the table and the line', () => {
	expect(whereFrom({ line: 36, origin: 'imported' }, { sections, shape: 'signal page' })).toBe('Signals table, line 36');
});
it('calls a passage’s section by its title', () => {
	expect(whereFrom({ line: 28, origin: 'clipped' }, { sections, shape: 'signal page' })).toBe('Summary, line 28');
});
it('gives the line alone before any section', () => expect(whereFrom({ line: 3, origin: 'clipped' }, { sections, shape: 'article' })).toBe('Line 3'));
it('says nothing of a card made by hand', () => expect(whereFrom({ line: null, origin: 'handmade' }, undefined)).toBeNull());
