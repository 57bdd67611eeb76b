import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import { reportLanguages, type ReportLanguage } from '../../src-shared/schemas/worlds.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { drawReport } from './drawReport.ts';
import { canReadPdf, readPdf, type ReadPdf } from './testing/pdfTools.ts';
import { votedWorkshop } from './testing/votedWorkshop.ts';
import { worldsWorkshop } from './testing/worldsWorkshop.ts';

const folder = join(import.meta.dirname, 'words');
const options: ReportOptions = { document: 'report', pageSize: 'A4', language: 'en', printedAt: '2026-05-14T12:00:00.000Z', largePrint: false };

/** The same workshop with every word that people wrote in Greek letters: what is left in Latin ones is the report's own. */
function inGreek(file: WorkshopFile): WorkshopFile {
	const written = new Set(['title', 'name', 'question', 'description', 'narrative', 'text', 'low', 'high', 'summary', 'implications', 'winners', 'losers', 'headline', 'role', 'note', 'owner', 'source', 'threshold', 'why', 'author', 'provider', 'reason', 'organisation', 'observable']);
	const greek = (text: string) => text.replace(/\[[^\]]*\]\([^)]*\)|[A-Za-z]/g, (sign) => (sign.length > 1 ? '' : 'λ'));
	const walk = (value: unknown, key: string): unknown => {
		if (typeof value === 'string') return written.has(key) ? greek(value) : value;
		if (Array.isArray(value)) return value.map((item) => walk(item, key));
		if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([own, item]) => [own, walk(item, own)]));
		return value;
	};
	return walk(structuredClone(file), '') as WorkshopFile;
}

const whole: WorkshopFile = { ...worldsWorkshop, rounds: votedWorkshop.rounds, ballots: votedWorkshop.ballots, workshop: { ...worldsWorkshop.workshop, overlays: ['horizons', 'cone'], groups: votedWorkshop.workshop.groups! } };

/** Words of each language that none of the others has. */
const telling: Record<ReportLanguage, readonly string[]> = {
	en: ['the', 'and', 'of', 'with', 'that', 'from', 'which', 'this', 'they', 'their', 'is', 'it', 'are', 'card', 'cards', 'people', 'room', 'by', 'to', 'not'],
	fr: ['les', 'une', 'avec', 'dans', 'sur', 'pour', 'qui', 'est', 'et', 'carte', 'cartes', 'salle', 'chaque', 'ou'],
	de: ['der', 'das', 'und', 'nicht', 'von', 'mit', 'eine', 'ist', 'Karte', 'Karten', 'Raum', 'oder', 'bis'],
	es: ['los', 'las', 'una', 'con', 'qué', 'por', 'del', 'para', 'tarjeta', 'tarjetas', 'sala', 'cada'],
};

/** Citations, addresses and file names are what they are in every language. */
const asTheyAre = /https?:\S+|\S+\.txt|Hyndman|&|type 7|Schutsch|Longview|Codes?|df|ddl|gl/g;

/** What is printed and what is spoken: texts, alternatives, bookmarks. */
function saidIn({ text, source }: ReadPdf): string {
	const alternatives = [...source.matchAll(/\/(?:Alt|Title|Contents|Subject) (\((?:\\.|[^\\)])*\)|<[0-9a-f]+>)/g)].map(([, value]) => decoded(value!));
	return [text, ...alternatives].join('\n').replace(asTheyAre, ' ');
}

describe.skipIf(!canReadPdf)('a report in a language', () => {
	const read = new Map<ReportLanguage, ReadPdf>();
	beforeAll(async () => {
		const file = inGreek(whole);
		for (const language of reportLanguages) read.set(language, readPdf((await drawReport(file, { ...options, language })).bytes));
	}, 90_000);

	const said = (language: ReportLanguage): string => saidIn(read.get(language)!);

	test.each(reportLanguages)('%s has words of no other language', (language) => {
		const words = new Set(said(language).split(/[^\p{L}]+/u));
		for (const other of reportLanguages) {
			if (other === language) expect(telling[other].filter((word) => words.has(word)).length, `its own words`).toBeGreaterThan(8);
			else expect(telling[other].filter((word) => words.has(word) && !telling[language].includes(word)), `words of ${other}`).toEqual([]);
		}
	});

	test.each(reportLanguages.filter((language) => language !== 'en'))('%s has no phrase of the English dictionaries', async (language) => {
		const text = said(language);
		for (const { file, phrases } of await dictionaries()) expect(phrases(language).filter((phrase) => text.includes(phrase)), file).toEqual([]);
	});

	test.each(reportLanguages)('%s is the language that the file says', (language) => {
		expect(read.get(language)!.source).toContain(`/Lang (${language})`);
	});
});

describe.skipIf(!canReadPdf)('what people vote with', () => {
	const greek = inGreek(whole);
	const printed: Partial<ReportOptions>[] = [
		...greek.rounds.map(({ id }): Partial<ReportOptions> => ({ document: 'ballot', roundId: id })),
		{ document: 'codes', codes: ['ABC234', 'DEF567'], url: 'http://192.168.43.100:47200/' },
	];
	const own = { en: 'Why?', fr: 'Pourquoi', de: 'Warum?', es: '¿Por qué?' };
	const once = { en: 'works once', fr: 'sert une fois', de: 'gilt einmal', es: 'vale una vez' };

	test.each(reportLanguages)('is in the language of the report: %s', async (language) => {
		const [codes, ...ballots] = await Promise.all(printed.map(async (changes) => saidIn(readPdf((await drawReport(greek, { ...options, ...changes, language })).bytes))).reverse());
		expect(codes).toContain(once[language]);
		expect(ballots.some((text) => text.includes(own[language]))).toBe(true);
		for (const text of [codes!, ...ballots]) {
			for (const { file, phrases } of language === 'en' ? [] : await dictionaries()) expect(phrases(language).filter((phrase) => text.includes(phrase)), file).toEqual([]);
			const words = new Set(text.split(/[^\p{L}]+/u));
			for (const other of reportLanguages) if (other !== language) expect(telling[other].filter((word) => words.has(word) && !telling[language].includes(word)), `words of ${other}`).toEqual([]);
		}
	}, 60_000);
});

test('every dictionary says everything in every language, and no two in the same way where the words are many', async () => {
	for (const { file, entries } of await dictionaries()) {
		const english = strings(entries.en);
		for (const language of reportLanguages) {
			const own = strings(entries[language]);
			expect([...own.keys()].sort(), `${file}, ${language}`).toEqual([...english.keys()].sort());
			for (const [key, text] of own) {
				expect(text.trim(), `${file}, ${language}, ${key}`).not.toBe('');
				if (language !== 'en' && text.split(' ').length > 3 && !/\d{4}/.test(text)) expect(text, `${file}, ${language}, ${key}`).not.toBe(english.get(key));
			}
		}
	}
});

test('French has its narrow space before what is high, and none of the dictionaries a straight quotation mark', async () => {
	for (const { file, entries } of await dictionaries()) {
		for (const [key, text] of strings(entries.fr)) expect(text, `${file}, ${key}`).not.toMatch(/[^\u202F\u00A0\s«][;:!?»]|[ \p{L}][;:!?»](?!\/)|«[^\u202F\u00A0]/u);
		for (const language of reportLanguages) for (const [key, text] of strings(entries[language])) expect(text, `${file}, ${language}, ${key}`).not.toMatch(/["']/);
	}
});

interface Found {
	file: string;
	entries: Record<ReportLanguage, unknown>;
	/** English ones that the other language does not share. */
	phrases: (other: ReportLanguage) => string[];
}

/** Every dictionary that any file of this folder exports. */
async function dictionaries(): Promise<Found[]> {
	const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !['speech.ts', 'nouns.ts'].includes(name));
	const modules = await Promise.all(files.map(async (file) => [file, (await import(join(folder, file))) as Record<string, unknown>] as const));
	const isDictionary = (value: unknown): value is Found['entries'] => typeof value === 'object' && value !== null && reportLanguages.every((language) => language in value);
	return modules.flatMap(([file, exported]) =>
		Object.values(exported).filter(isDictionary).map((entries) => ({
			file,
			entries,
			phrases: (other) => {
				const [english, own] = [strings(entries.en), new Set(strings(entries[other]).values())];
				return [...english.values()].filter((text) => text.length > 6 && / /.test(text) && !own.has(text));
			},
		})),
	);
}

function strings(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
	if (typeof value === 'string') found.set(path, value);
	else if (value && typeof value === 'object') for (const [key, own] of Object.entries(value)) if (key !== 'speech' && key !== 'nouns') strings(own, `${path}.${key}`, found);
	return found;
}

/** A string of a PDF, literal or in hexadecimal digits, in PDFDocEncoding or UTF-16. */
function decoded(value: string): string {
	const bytes = value.startsWith('<') ? Buffer.from(value.slice(1, -1), 'hex') : Buffer.from(value.slice(1, -1).replace(/\\([\\()])/g, '$1'), 'latin1');
	return bytes[0] === 0xfe && bytes[1] === 0xff ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1');
}
