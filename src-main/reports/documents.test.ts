import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeQR from 'qr/decode.js';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportOptionsSchema, type ReportOptions } from '../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { drawReport } from './drawReport.ts';
import { canReadPdf, readPdf, type ReadPdf } from './testing/pdfTools.ts';
import { crowded, sampleWith } from './testing/sampleWorkshop.ts';
import { votedWorkshop } from './testing/votedWorkshop.ts';

const options: ReportOptions = { document: 'report', pageSize: 'A4', language: 'en', printedAt: '2026-05-14T12:00:00.000Z', largePrint: false };
const draw = async (file: WorkshopFile, changes: Partial<ReportOptions>) => (await drawReport(file, { ...options, ...changes })).bytes;
const read = async (file: WorkshopFile, changes: Partial<ReportOptions> = {}) => readPdf(await draw(file, changes));
/** In the order in which a screen reader says it. */
const spoken = ({ structure }: ReadPdf) => [...structure.matchAll(/^\s+"(.*)"$/gm)].map((match) => match[1]).join('').replace(/\s+/g, ' ');
const plain = (text: string) => text.replace(/\s+/g, ' ');

describe.skipIf(!canReadPdf)('the report of a day with phones', () => {
	let pdf: ReadPdf;
	beforeAll(async () => {
		pdf = await read(votedWorkshop);
	}, 30_000);

	test('is a sound, tagged file', () => {
		expect(pdf.complaints).toBe('');
		expect(pdf.info).toMatch(/Tagged:\s+yes/);
	});

	test('says how many came each way, what was asked in each round, and which one asked again', () => {
		expect(pdf.text).toContain('In secret, in each round: 9 by phone, 2 on paper, 1 on the facilitator’s computer, one after another.');
		expect(pdf.text).toContain('Round 1: six cards, by relevancy, impact and timing, 12 of 14 people voted, 14 May 2026.');
		expect(pdf.text).toContain('Round 2: two cards, by relevancy, 12 of 14 people voted, 14 May 2026. It asked again about cards of Round 1');
		expect(pdf.text).toContain('People could say that they belong to City and Country.');
	});

	test('where the ways differ from round to round, it says them for each', async () => {
		const ballots = votedWorkshop.ballots.map((ballot) => (ballot.roundId === 'Round 3' ? { ...ballot, way: 'paper' as const } : ballot));
		expect((await read({ ...votedWorkshop, ballots })).text).toContain('Round 2: 9 by phone, 2 on paper, 1 on the facilitator’s computer, one after another. Round 3: 12 on paper.');
	}, 30_000);

	test('ranks the cards by every criterion, and a second round on some cards takes nothing from the first', () => {
		const ranked = [...pdf.structure.matchAll(/ H3 \(block\)\n\s+"(Round \d: .*)"/g)].map((match) => match[1]);
		expect(ranked).toEqual(['Round 1: relevancy', 'Round 1: impact', 'Round 1: timing', 'Round 2: relevancy', 'Round 3: dots', 'Round 4: yes or no']);
		expect(pdf.source).toContain('Alt (Votes by year, 2027: 3, 2028: 3, 2029: 3, 2030: 3.)');
		expect(pdf.text).toContain('36 dots in all');
		expect(pdf.source).toMatch(/Alt \(\d+ yes, 1 unsure, \d+ no\.\)/);
	});

	test('tells how far the same voters moved', () => {
		expect(pdf.text).toMatch(/Since Round 1 \d+% of 24 votes of people who voted both times moved: (stable|not stable)\./);
		expect(pdf.text).toContain('Scheibe, Skutsch & Schofer 1975');
	});

	test('draws clusters, influences, notes and dates on the canvas, and says them in words; notes to self are nowhere', () => {
		expect(pdf.text).toContain('Rules: C1 Data Privacy and Security and S3 Regulatory Influence on AI Development.');
		expect(pdf.text).toContain('n1 Ask the ministry about the summary of training data.');
		expect(pdf.text).not.toContain('mayor');
		const canvas = pdf.pages.slice(pdf.pages.findIndex((page) => page.includes('The horizon')), pdf.pages.findIndex((page) => page.includes('The horizon as a table'))).join(' ');
		for (const drawn of ['Rules', 'Still empty', '+2', '−3', 'n1', 'H2 transition']) expect(canvas).toContain(drawn);
		expect(pdf.text).toContain('Room’s date');
	});
});

describe.skipIf(!canReadPdf)('the paper ballot', () => {
	test('has every card of the round with its words, in the order of the codes, by every criterion', async () => {
		const pdf = await read(votedWorkshop, { document: 'ballot', roundId: 'Round 1' });
		expect(pdf.complaints).toBe('');
		expect(pdf.info).toMatch(/Subject:\s+Paper ballot/);
		const names = [...pdf.structure.matchAll(/ H2 \(block\)\n\s+"(\S+) /g)].map((match) => match[1]);
		expect(names).toEqual(['S1', 'S2', 'C1', 'C3', 'C5', 'I3']);
		expect(spoken(pdf).match(/Relevancy: 1 2 3 4 5 I can’t say/g)).toHaveLength(6);
		expect(spoken(pdf).match(/2026 2027 2028 2029 2030 2031 2032 2033 2034 2035 2036/g)).toHaveLength(6);
		expect(pdf.text.match(/After 2036, or never/g)).toHaveLength(6);
		expect(pdf.text).toContain('Relevancy: 1 is “not relevant”, 5 is “decisive”.');
		expect(pdf.text).toContain('Your group, if you want to say');
		expect(pdf.text.match(/Why\?/g)).toHaveLength(6);
	}, 30_000);

	test('shows no vote, no score and no name of a person’s', async () => {
		const pdf = await read(votedWorkshop, { document: 'ballot', roundId: 'Round 1' });
		expect(pdf.text).toContain('Write no name.');
		expect(pdf.text).not.toMatch(/median|score|voter/i);
	}, 30_000);

	test('asks for dots with a circle for each, for yes or no, and for no reason where none is wanted', async () => {
		const dots = await read(votedWorkshop, { document: 'ballot', roundId: 'Round 3' });
		expect(dots.text).toContain('You have five dots in all.');
		expect(dots.text.match(/Fill one circle for each dot/g)).toHaveLength(6);
		const rounds = votedWorkshop.rounds.map((round) => ({ ...round, asksReason: false }));
		const approval = await read({ ...votedWorkshop, rounds }, { document: 'ballot', roundId: 'Round 4' });
		expect(spoken(approval).match(/Yes No Unsure/g)).toHaveLength(6);
		expect(approval.text).not.toContain('Why?');
	}, 30_000);

	test('is the open round’s where none is named, and one on what is placed where there is no round', async () => {
		const rounds = votedWorkshop.rounds.map((round, index) => ({ ...round, state: index === 3 ? ('open' as const) : round.state }));
		expect((await read({ ...votedWorkshop, rounds }, { document: 'ballot' })).text).toContain('Yes No Unsure');
		const none = await read(sampleWith({ rounds: [], ballots: [] }), { document: 'ballot' });
		expect(none.structure.match(/ H2 \(block\)/g)).toHaveLength(27);
		const empty = await read(sampleWith({ rounds: [], ballots: [], workshopCards: [], scenarios: [], clusters: [], influences: [] }), { document: 'ballot' });
		expect(empty.text).toContain('There are no cards to vote on yet.');
	}, 30_000);

	test('cuts no card in two: each has its boxes on the page of its name', async () => {
		const pdf = await read(crowded(40), { document: 'ballot' });
		expect(pdf.pages.length).toBeGreaterThan(4);
		for (const page of pdf.pages) {
			const cards = plain(page).match(/[SCBTI]\d+ .*?, as seen from place \d+/g) ?? [];
			expect(plain(page).match(/1 2 3 4 5 I can’t say/g)).toHaveLength(cards.length);
		}
	}, 30_000);
});

/** What a phone's camera reads in a part of a page, given in points. */
function scanned(bytes: Uint8Array, page: number, { x, y, size }: { x: number; y: number; size: number }): string {
	const folder = mkdtempSync(join(tmpdir(), 'longview-qr-'));
	try {
		const [resolution, scale] = [216, 3];
		writeFileSync(join(folder, 'codes.pdf'), bytes);
		const crop = ['-x', x * scale, '-y', y * scale, '-W', size * scale, '-H', size * scale].map((n) => (typeof n === 'number' ? String(Math.round(n)) : n));
		execFileSync('pdftoppm', ['-r', String(resolution), '-f', String(page), '-l', String(page), ...crop, join(folder, 'codes.pdf'), join(folder, 'page')]);
		const name = execFileSync('ls', [folder], { encoding: 'utf8' }).split('\n').find((file) => file.endsWith('.ppm'))!;
		const ppm = readFileSync(join(folder, name));
		const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'))!;
		const [width, height] = [Number(head[1]), Number(head[2])];
		const data = new Uint8Array(width * height * 4).fill(255);
		for (let pixel = 0; pixel < width * height; pixel++) data.set(ppm.subarray(head[0].length + pixel * 3, head[0].length + pixel * 3 + 3), pixel * 4);
		return decodeQR({ width, height, data });
	} finally {
		rmSync(folder, { recursive: true });
	}
}

describe.skipIf(!canReadPdf)('the slips with codes', () => {
	const codes = ['ABC234', 'DEF567', 'GHJ789', 'KMN234', 'PQR567', 'STU789', 'VWX234', 'YZ2345', 'ABC235'];
	const url = 'http://192.168.43.100:47200/#WALL22';
	let bytes: Uint8Array;
	beforeAll(async () => {
		bytes = await draw(votedWorkshop, { document: 'codes', codes, url });
	}, 30_000);

	test('are one for each code, eight to a page, with the code and the address to type', () => {
		const pdf = readPdf(bytes);
		expect(pdf.complaints).toBe('');
		expect(pdf.pages).toHaveLength(2);
		for (const code of codes) expect(pdf.text).toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
		expect(pdf.text.match(/192\.168\.43\.100:47200 works once/g)).toHaveLength(9);
		expect(pdf.source.match(/Alt \(QR code that opens http:\/\/192\.168\.43\.100:47200\/#ABC234\)/g)).toHaveLength(1);
		expect(pdf.text).not.toContain('WALL22');
	});

	test('have a QR code that a camera reads, with the slip’s own code in the address', () => {
		// Where the first slip of a page has it.
		const place = { x: 60, y: 60, size: 104 };
		expect(scanned(bytes, 1, place)).toBe('http://192.168.43.100:47200/#ABC234');
		expect(scanned(bytes, 2, place)).toBe('http://192.168.43.100:47200/#ABC235');
	}, 30_000);
});

test('a sheet of codes is refused without codes or without the address that they are for', () => {
	const asked = (patch: object) => v.safeParse(reportOptionsSchema, { printedAt: options.printedAt, document: 'codes', ...patch }).success;
	expect(asked({ codes: ['ABC234'], url: 'http://10.0.0.2:47200/' })).toBe(true);
	expect([asked({}), asked({ codes: [], url: 'http://10.0.0.2/' }), asked({ codes: ['ABC234'] }), asked({ codes: ['<script'], url: 'http://10.0.0.2/' }), asked({ codes: ['ABC234'], url: 'javascript:alert(1)' })]).toEqual([false, false, false, false, false]);
});
