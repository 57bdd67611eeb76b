import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workshopFileVersion } from '../schemas/workshopFile.ts';
import { migrate, type Json, type Step } from './steps.ts';
import { BadWorkshopFile, migrateWorkshopFile, readWorkshopFile, workshopFileSteps } from './workshopFile.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const fixture = (name: string) => readFileSync(join(fixtures, name), 'utf8');
const json = (): Json => JSON.parse(fixture('version1.longview')) as Json;

describe('workshop files', () => {
	test.each(readdirSync(fixtures))('%s, as it was released, is read in full', (name) => {
		const file = readWorkshopFile(fixture(name));
		expect(file.version).toBe(workshopFileVersion);
		expect(file.scenarios[0]?.title).toBe('Silver cities');
		expect(file.workshopCards[0]?.placement?.at).toBe(3.75);
	});

	test('there is a fixture and an unbroken chain of steps for every version up to the present one', () => {
		const versions = Array.from({ length: workshopFileVersion }, (_, index) => `version${index + 1}.longview`);
		expect(readdirSync(fixtures).sort()).toEqual(versions.sort());
		expect(workshopFileSteps.map(({ to }) => to)).toEqual(versions.slice(1).map((_, index) => index + 2));
	});

	test('reading a file and writing it again changes nothing', () => {
		const present = JSON.parse(fixture(`version${workshopFileVersion}.longview`)) as Json;
		expect(JSON.parse(JSON.stringify(migrateWorkshopFile(present)))).toEqual(present);
	});

	test('a file from before there were clusters, influences and notes has none, and goes back to what it was', () => {
		const read = migrateWorkshopFile(json());
		expect([read.clusters, read.influences, read.notes]).toEqual([[], [], []]);
		expect(migrate(read, workshopFileSteps, 3, 1)).toEqual(json());
	});

	test('a file of a newer Longview is refused with the reason', () => {
		expect(() => migrateWorkshopFile({ ...json(), version: 4 })).toThrow(/made by a newer Longview.*version 4/s);
	});

	test('a bad field is named by its path', () => {
		const bad = json();
		(bad['workshop'] as Json)['baseYear'] = 'soon';
		expect(() => migrateWorkshopFile(bad)).toThrow(/workshop\.baseYear/);
		expect(() => migrateWorkshopFile({ ...json(), ballots: [{ id: 7 }] })).toThrow(/ballots\.0\.id/);
	});

	test('anything else is refused as no workshop file, and nothing gets into the prototypes', () => {
		fc.assert(
			fc.property(fc.oneof(fc.jsonValue(), fc.string()), (value) => {
				const text = typeof value === 'string' ? value : JSON.stringify(value);
				expect(() => readWorkshopFile(text)).toThrow(BadWorkshopFile);
			}),
		);
		const poisoned = fixture('version1.longview').replace('"workshop":', '"__proto__": { "polluted": 1 }, "workshop":');
		expect(Object.keys(readWorkshopFile(poisoned))).not.toContain('__proto__');
		expect(({} as Json)['polluted']).toBeUndefined();
	});
});

describe('migration steps', () => {
	const steps: Step[] = [
		{ to: 2, name: 'lanes get a colour', up: (file) => ({ ...file, colour: 'teal' }), down: ({ colour: _colour, ...file }) => file },
		{ to: 3, name: 'title is called name', up: ({ title, ...file }) => ({ ...file, name: title }), down: ({ name, ...file }) => ({ ...file, title: name }) },
	];

	test('lead up through every version in turn, and down again to where they began', () => {
		const first = { version: 1, title: 'Care' };
		const third = migrate(first, steps, 1, 3);
		expect(third).toEqual({ version: 3, colour: 'teal', name: 'Care' });
		expect(migrate(third, steps, 3, 1)).toEqual(first);
	});

	test('a missing step is an error, not a file passed through unchanged', () => {
		expect(() => migrate({ version: 1 }, steps, 1, 4)).toThrow(/no migration step to version 4/);
	});
});
