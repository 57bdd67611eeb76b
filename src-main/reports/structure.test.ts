import { describe, expect, test } from 'vitest';
import { sectionNames, type ReportOptions } from '../../src-shared/schemas/report.ts';
import { reportLanguages } from '../../src-shared/schemas/worlds.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { drawReport } from './drawReport.ts';
import { markedContent } from './testing/pdfObjects.ts';
import { canReadPdf } from './testing/pdfTools.ts';
import { crowded, sampleWith } from './testing/sampleWorkshop.ts';
import { checkStructure } from './testing/structureChecks.ts';
import { votedWorkshop } from './testing/votedWorkshop.ts';
import { worldsWorkshop } from './testing/worldsWorkshop.ts';

const options: ReportOptions = { document: 'report', pageSize: 'A4', language: 'en', printedAt: '2026-05-14T12:00:00.000Z', largePrint: false };
const whole: WorkshopFile = { ...worldsWorkshop, rounds: votedWorkshop.rounds, ballots: votedWorkshop.ballots };
const checks = async (file: WorkshopFile, changes: Partial<ReportOptions> = {}) => {
	const { bytes } = await drawReport(file, { ...options, ...changes });
	return checkStructure(bytes, { language: changes.language ?? 'en', title: file.workshop.title });
};

test('what a page draws outside every mark is counted, and so are marks in marks and marks without an end', () => {
	expect(markedContent('BT (a) Tj ET /P <</MCID 0>> BDC [(b\\)) 3 (EMC)] TJ EMC /Artifact <</Type /Layout>> BDC 0 0 1 1 re f EMC')).toEqual({ mcids: [0], unmarked: 1, mixed: 0, unbalanced: 0 });
	expect(markedContent('/P <</MCID 4>> BDC /Artifact BMC f EMC')).toEqual({ mcids: [4], unmarked: 0, mixed: 1, unbalanced: 1 });
	expect(markedContent('q 1 0 0 1 0 0 cm EMC S Q')).toEqual({ mcids: [], unmarked: 1, mixed: 0, unbalanced: 1 });
});

describe.skipIf(!canReadPdf)('the structure of a report', () => {
	test.each(reportLanguages)('in %s is all that a machine can check', async (language) => {
		const { passed, failed } = await checks(whole, { language });
		process.stdout.write(`${language}: ${passed.length} of ${passed.length + failed.length} checks of the structure passed\n`);
		expect(failed).toEqual([]);
		expect(passed.length).toBeGreaterThan(35);
	}, 60_000);

	test('holds in large print, on Letter, and for an empty workshop', async () => {
		expect((await checks(whole, { largePrint: true, pageSize: 'Letter' })).failed).toEqual([]);
		const bare = sampleWith({ sources: [], texts: [], cards: [], workshopSources: [], workshopCards: [], rounds: [], ballots: [], scenarios: [], clusters: [], influences: [] });
		expect((await checks(bare)).failed).toEqual([]);
	}, 60_000);

	test('holds for a crowded canvas and whatever the order of the sections', async () => {
		expect((await checks(crowded(120))).failed).toEqual([]);
		const sections = [...sectionNames].reverse().map((name) => ({ name, shown: true }));
		expect((await checks({ ...whole, workshop: { ...whole.workshop, report: { sections } } })).failed).toEqual([]);
	}, 60_000);

	test('is found wanting where it is', async () => {
		const { bytes } = await drawReport(whole, options);
		const source = Buffer.from(bytes).toString('latin1');
		const broken = Buffer.from(source.replace('/DisplayDocTitle true', '/DisplayDocTitle null').replaceAll('/Scope /Column', '/Skope /Column'), 'latin1');
		const { failed } = checkStructure(broken, { language: 'fr', title: 'Another' });
		for (const number of ['07-001', '11-006', '15-003', 'the file’s own fields']) expect(failed.join('\n')).toContain(number);
	}, 60_000);
});
