import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { appRoot } from '../paths.ts';
import { readDocument } from './readDocument.ts';

const read = (name: string): ParsedDocument => readDocument(readFileSync(join(appRoot, 'tests', 'fixtures', 'imports', 'pages', `${name}.md`)), `${name}.md`);
const title = 'Rivers as legal persons';

test.each(['titleWithoutMarks', 'fromWithoutPage', 'noExternalLink', 'withoutRelevancy'])('a heading of the kind %s gives title and page', (name) => {
	expect(read(name)).toMatchObject({ shape: 'signal page', title, titleIsMade: false, pageRef: '20210314', warnings: [] });
});

test('a hash for a title makes way for one from the summary', () => {
	expect(read('hashForATitle')).toMatchObject({
		shape: 'signal page', title: 'Three courts grant rivers the standing of persons', titleIsMade: true, pageRef: '20210314', sections: [{ title: 'Summary' }],
	});
});

test('a page without an external link has no address', () => {
	expect(read('noExternalLink')).toMatchObject({ url: null, keywords: ['rivers', 'courts'] });
});

test('sections stand in any order, and so does the external link', () => {
	const page = read('sectionsInAnyOrder');
	expect(page).toMatchObject({ url: 'https://news.example/rivers', keywords: ['rivers'], warnings: [] });
	expect(page.cards.map(({ kind, name, machineScore, line }) => [kind, name, machineScore, line])).toEqual([
		['issue', 'Standing', 4, 7],
		['signal', 'River guardians', 5, 19],
	]);
});

test('the closest pages are related articles, each once and none that is empty', () => {
	const page = read('closest');
	expect(page.related.map(({ title: name, url, line }) => [name, url, line])).toEqual([
		['A lake sues', null, 5],
		['Glaciers in court', 'https://archive.example/p/20210321', 9],
		['Moss and the law', null, 10],
	]);
	expect(page.links.map(({ text }) => text)).toEqual(['20210314', 'Glaciers in court']);
	expect(page).toMatchObject({ keywords: ['rivers'], warnings: [] });
});

test.each([
	['pageReferenceFloat', '2758.0', 'https://archive.example/p/2758.0'],
	['pageReferenceLetter', '20250316d', 'https://archive.example/p/20250316d'],
	['pageReferenceSlug', '20251231-a-yearly-review', 'https://archive.example/p/20251231-a-yearly-review'],
	['pageReferenceSpace', '20210314', 'https://archive.example/p/20210314'],
])('%s is kept as the text it is', (name, pageRef, url) => {
	expect(read(name)).toMatchObject({ title, pageRef, links: [{ url }], warnings: [] });
});

test('tables without relevancy give cards without a machine score', () => {
	expect(read('withoutRelevancy').cards).toMatchObject([
		{ name: 'River guardians', change: 'From owner to ward', outlook: 'Guardians in every basin', drivingForce: 'Droughts', machineScore: null },
	]);
});

test('seeds are signals', () => {
	expect(read('seedsForSignals').cards).toMatchObject([{ kind: 'signal', name: 'River guardians', machineScore: 5 }]);
});

test('headings of one mark are sections below the first', () => {
	const page = read('oneHashForTwo');
	expect(page).toMatchObject({ title, keywords: ['rivers'], sections: [{ title: 'Keywords', level: 1 }, { title: 'Behaviors', level: 1 }] });
	expect(page.cards).toMatchObject([{ kind: 'behavior', name: 'Swimming as a vote' }]);
});

test('an unnamed column of numbers is an index; any other one has the names', () => {
	expect(read('indexColumn').cards.map(({ name, machineScore }) => [name, machineScore])).toEqual([['River gauges', 4], ['Water ledgers', 3]]);
	expect(read('unnamedNames').cards).toMatchObject([{ name: 'River gauges', nameIsMade: false, description: 'Cheap sensors in every reach' }]);
	expect([...read('indexColumn').warnings, ...read('unnamedNames').warnings]).toEqual([]);
});

test('bullets in place of a table are cards, with what stands below them', () => {
	const page = read('bulletsForTables');
	expect(page.warnings).toEqual([]);
	expect(page.cards).toEqual([
		{
			kind: 'signal', name: 'River guardians', nameIsMade: false, description: 'Towns appoint guardians who speak in court.',
			change: 'From owner to ward', outlook: 'Guardians in every basin', drivingForce: 'Droughts', machineScore: 4, line: 5,
		},
		{
			kind: 'signal', name: 'Swim permits', nameIsMade: false, description: 'Rivers issue permits to bathers.',
			change: null, outlook: null, drivingForce: null, machineScore: null, line: 11,
		},
		expect.objectContaining({ kind: 'concern', name: 'Who speaks for it', description: 'A river has no voice in court' }),
		expect.objectContaining({ kind: 'concern', name: 'Upstream owners lose rights that they have held', nameIsMade: true }),
		expect.objectContaining({ kind: 'concern', name: 'Costs', nameIsMade: false, description: null }),
	]);
});

test('rows with escaped pipes, missing and extra cells and inline Markdown lose nothing', () => {
	const page = read('cells');
	expect(page.cards.map(({ name, description, machineScore }) => [name, description, machineScore])).toEqual([
		['Cost | benefit', 'Run a | b', 4],
		['Missing', 'cells', null],
		['Extra', 'cells', 3],
		['Bold and soft', 'See the note, R&D and more', 2],
	]);
	expect(page.warnings).toEqual([
		{ line: 8, message: 'The row has 2 cells for 3 columns; the missing ones are empty.' },
		{ line: 9, message: 'The row has 5 cells for 3 columns; what is beyond them is left out.' },
	]);
});
