import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { canReadPdf, complaintsAbout, readPdf, type ReadPdf } from './testing/pdfTools.ts';
import { crowded, sampleWith, sampleWorkshop } from './testing/sampleWorkshop.ts';
import { sectionNames, type ReportOptions, type SectionName } from '../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { drawReport } from './drawReport.ts';

const options: ReportOptions = {
	document: 'report',
	pageSize: 'A4',
	language: 'en',
	printedAt: '2026-05-14T12:00:00.000Z',
	largePrint: false,
};
const draw = (file: WorkshopFile, changes: Partial<ReportOptions> = {}) => drawReport(file, { ...options, ...changes });
const read = async (file: WorkshopFile, changes: Partial<ReportOptions> = {}) =>
	readPdf((await draw(file, changes)).bytes);
const bare = {
	sources: [],
	texts: [],
	cards: [],
	workshopSources: [],
	workshopCards: [],
	rounds: [],
	ballots: [],
	scenarios: [],
};

/** The sections' headings, in the order of the structure. */
const headings = (pdf: ReadPdf) => [...pdf.structure.matchAll(/ H2 \(block\)\n\s+"(.*)"/g)].map((match) => match[1]);

describe.skipIf(!canReadPdf)('the report of a workshop', () => {
	let pdf: ReadPdf;
	let notes: string[];
	beforeAll(async () => {
		const drawn = await draw(sampleWorkshop);
		notes = drawn.notes;
		pdf = readPdf(drawn.bytes);
		expect(pdf.pages).toHaveLength(drawn.pages);
	}, 30_000);

	test('is a sound file with nothing to remark', () => {
		expect(pdf.complaints).toBe('');
		expect(notes).toEqual([]);
	});

	test('says on its cover what was asked, and that its stories are no predictions', () => {
		for (const said of [
			'Who shapes AI in Europe',
			'on whose terms?',
			'14 May 2026',
			'8 people',
			'8, one round',
			'4 documents',
			'They are not predictions.',
		]) {
			expect(pdf.pages[0]!.replace(/\s+/g, ' ')).toContain(said);
		}
	});

	test('has its sections in order', () => {
		expect(headings(pdf)).toEqual([
			'Summary',
			'Method',
			'The horizon',
			'What the room thinks',
			'Where opinions differ',
			'Common Ground',
			'Toll Road',
			'The worlds side by side',
			'The cards',
			'Sources',
			'Glossary',
		]);
	});

	test('computes its sentences from the workshop', () => {
		expect(pdf.text).toContain(
			'The workshop reads four documents and uses 29 cards. 27 cards stand on the canvas, from 2026 Q2 to 2033 Q4, in four of five lanes.',
		);
		expect(pdf.text).toContain(
			'8 of 8 people voted on 12 cards in one round. Two scenarios came of it: Common Ground and Toll Road.',
		);
		expect(pdf.text).toContain('Kendall’s W 0.27 over the six people who rated every card');
		expect(pdf.text).toContain('splits the room: four votes for 1 or 2, four votes for 4 or 5.');
	});

	test('shows every card on the canvas in the picture and in the table', () => {
		for (const { card, code } of sampleWorkshop.workshopCards
			.filter((use) => use.placement)
			.map((use) => ({
				card: sampleWorkshop.cards.find(({ id }) => id === use.cardId)!,
				code: use.cardId,
			}))) {
			expect(pdf.structure).toContain(`"${code}"`);
			expect(pdf.structure).toContain(card.name);
		}
		expect(pdf.structure).toMatch(/Figure[\s\S]*The horizon as a table[\s\S]*Table/);
	});

	test('shows the distribution behind every median', () => {
		const ranked = pdf.source.match(/Alt \(Votes from 1 to 5: [\d, ]+\.\)/g)!;
		// Twelve in the ranked list, seven in the summary, two where opinions differ.
		expect(ranked).toHaveLength(21);
		expect(ranked).toContain('Alt (Votes from 1 to 5: 2, 2, 0, 0, 4.)');
		expect(pdf.source).toContain('Alt (3.5, contested)');
	});

	test('names for each source its cards and their lines, and links to it', () => {
		expect(pdf.text.replace(/\u00A0/g, ' ')).toContain('S1 line 36, S2 line 37');
		expect(pdf.source).toContain(
			'/URI (https://www.siliconrepublic.com/start-ups/mistral-ai-unicorn-funding-open-source)',
		);
		expect(pdf.structure).toMatch(/Link[^\n]*\n(.*\n)*?\s+"https:\/\/www\.siliconrepublic\.com/);
	});

	test('is tagged, in English, and shows its title', () => {
		expect(pdf.info).toMatch(/Title:\s+Who shapes AI in Europe/);
		expect(pdf.info).toMatch(/Tagged:\s+yes/);
		expect(pdf.source).toContain('/Lang (en)');
		expect(pdf.source).toContain('/DisplayDocTitle true');
		expect(pdf.source).toContain('<pdfuaid:part>1</pdfuaid:part>');
		expect(pdf.source).toMatch(/\/Tabs \/S/);
	});

	test('has one first heading, skips no level, and gives every figure words and a place', () => {
		const levels = [...pdf.structure.matchAll(/ H(\d) \(block\)/g)].map((match) => Number(match[1]));
		expect(levels.filter((level) => level === 1)).toHaveLength(1);
		levels.reduce((before, level) => {
			expect(level).toBeLessThanOrEqual(before + 1);
			return level;
		}, 0);
		const figures = pdf.source.split(/\bendobj\b/).filter((object) => object.includes('/S /Figure'));
		expect(figures.length).toBeGreaterThan(30);
		for (const figure of figures) {
			expect(figure).toMatch(/\/Alt [(<]/);
			expect(figure).toContain('/BBox');
		}
	});

	test('heads its tables: columns and rows', () => {
		expect(pdf.source.match(/\/Scope \/Column/g)!.length).toBeGreaterThan(15);
		expect(pdf.source.match(/\/Scope \/Row/g)!.length).toBeGreaterThan(30);
	});

	test('marks all that is drawn, as content or as an artifact', () => {
		for (const stream of pdf.source.split('stream\n').filter((part) => part.includes(' Tf\n'))) {
			const depths = [...stream.matchAll(/^(?:\/\S+ (?:<<[\s\S]*?>> )?B(?:DC|MC)|EMC|BT)$/gm)].map(
				([operator]) => operator,
			);
			let open = 0;
			for (const operator of depths) {
				if (operator === 'EMC') open--;
				else if (operator === 'BT') expect(open).toBeGreaterThan(0);
				else open++;
			}
			expect(open).toBe(0);
		}
	});

	test('has bookmarks, with the scenarios below theirs', () => {
		const titles = [...pdf.source.matchAll(/\/Title \((.*?)\)/g)].map((match) => match[1]);
		for (const title of [
			'Cover',
			'Summary',
			'Method',
			'The horizon',
			'What the room thinks',
			'Scenarios',
			'Common Ground',
			'Toll Road',
			'Sources',
		])
			expect(titles).toContain(title);
	});

	test('embeds all its fonts, in part, with their characters', () => {
		expect(pdf.fonts.length).toBeGreaterThan(2);
		for (const font of pdf.fonts) expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
	});

	test('numbers its pages and says when it was printed', () => {
		pdf.pages.slice(1).forEach((page, index) => {
			expect(page).toContain('Scenario report, 14 May 2026');
			expect(
				page
					.trim()
					.split('\n')
					.map((line) => line.trim()),
			).toContain(String(index + 2));
		});
	});
});

describe.skipIf(!canReadPdf)('a report of less', () => {
	test('of an empty workshop says so, on pages that all have something on them', async () => {
		const pdf = await read(sampleWith(bare));
		expect(pdf.text).toContain(
			'The workshop uses no documents and no cards yet. Nothing stands on the canvas yet. The room has not voted yet. There are no scenarios yet.',
		);
		expect(headings(pdf)).toEqual(['Summary', 'Method']);
		for (const page of pdf.pages) expect(page.trim().length).toBeGreaterThan(60);
	});

	test('keeps the votes of a round that is not revealed', async () => {
		const pdf = await read(sampleWith({ rounds: [{ ...sampleWorkshop.rounds[0]!, state: 'closed' }] }));
		expect(pdf.text).toContain('One round is not revealed yet, so its results are not in this report.');
		expect(headings(pdf)).not.toContain('What the room thinks');
		expect(pdf.text).not.toMatch(/median \d/);
		expect(pdf.source).not.toContain('Votes from 1 to 5');
	});

	test('never prints a machine score or a voter, and a reason only where opinions differ', async () => {
		const file = sampleWith({
			ballots: sampleWorkshop.ballots.map((ballot) => ({
				...ballot,
				participant: `TOKEN${ballot.participant}`,
				reason: `REASON ${ballot.participant} on ${ballot.cardId}`,
			})),
		});
		const pdf = await read({ ...file, cards: file.cards.map((card) => ({ ...card, machineScore: 4.321 })) });
		expect(pdf.text).not.toMatch(/TOKEN|4\.321/);
		const pages = pdf.pages.flatMap((page, index) => (/REASON/.test(page) ? [index] : []));
		const first = pdf.pages.findIndex((page) => page.includes('Where opinions differ') && page.includes('IQR above 1'));
		expect(pages[0]).toBe(first);
		const printed = [...pdf.text.matchAll(/REASON (p\d) on (\w\d)/g)];
		expect(new Set(printed.map(([, , cardId]) => cardId))).toEqual(new Set(['C3', 'B2']));
		expect(printed).toHaveLength(16);
		// Within a side of the scale their order is not that of the voters, nor the same for every card.
		const order = (cardId: string) => printed.filter(([, , of]) => of === cardId).map(([, voter]) => voter).join(' ');
		expect(order('C3')).not.toBe(order('B2'));
	});

	test('prints no reason where fewer than five people gave any, and none of a round that is not revealed', async () => {
		const few = sampleWorkshop.ballots.map((ballot) => ({ ...ballot, reason: Number(ballot.participant.slice(1)) < 5 ? 'SECRETREASON' : null }));
		const pdf = await read(sampleWith({ ballots: few }));
		expect(pdf.text).not.toContain('SECRETREASON');
		expect(pdf.text).toContain('Fewer than five people gave reasons in this round, so none is printed');
		const all = sampleWorkshop.ballots.map((ballot) => ({ ...ballot, reason: 'SECRETREASON' }));
		for (const state of ['open', 'closed'] as const) expect((await read(sampleWith({ ballots: all, rounds: [{ ...sampleWorkshop.rounds[0]!, state }] }))).text).not.toContain('SECRETREASON');
	});

	test('lists cards that are neither placed nor voted on, with what is said of them', async () => {
		const file = sampleWith({ rounds: [], ballots: [], scenarios: [] });
		const pdf = await read({ ...file, workshopCards: file.workshopCards.map((use) => ({ ...use, placement: null })) });
		expect(headings(pdf)).toEqual(['Summary', 'Method', 'The cards', 'Sources', 'Glossary']);
		expect(pdf.text).toContain('29 cards are neither on the canvas nor voted on.');
		expect(pdf.text).toContain('Three people know of a town hall that does it.');
	});

	test('its cover names no section that is hidden, neither in a note nor in the words of its picture', async () => {
		const long = { ...sampleWorkshop.workshop, title: 'Who shapes it '.repeat(60), question: 'On whose terms? '.repeat(60) };
		const withHidden = (...hidden: SectionName[]) => draw(sampleWith({ workshop: { ...long, report: { sections: sectionNames.map((name) => ({ name, shown: !hidden.includes(name) })) } } }));
		const shown = await withHidden();
		for (const what of ['The title', 'The scoping question']) expect(shown.notes).toContain(`${what} is too long for the cover and is cut there; the page on method has it in full.`);
		expect(readPdf(shown.bytes).source).toContain('The section on the horizon lists them.');
		const hidden = await withHidden('method', 'canvas');
		for (const what of ['The title', 'The scoping question']) expect(hidden.notes).toContain(`${what} is too long for the cover and is cut there; the section on method, which is hidden, would have it in full.`);
		expect(readPdf(hidden.bytes).source).not.toContain('The section on the horizon');
	});

	test('counts one of anything as one', async () => {
		const [round] = sampleWorkshop.rounds;
		const pdf = await read(
			sampleWith({
				sources: sampleWorkshop.sources.slice(0, 1),
				scenarios: sampleWorkshop.scenarios.slice(0, 1),
				rounds: [{ ...round!, cardIds: ['S1'], peopleInRoom: 1 }],
				ballots: sampleWorkshop.ballots.filter((ballot) => ballot.cardId === 'S1' && ballot.participant === 'p1'),
				workshopCards: sampleWorkshop.workshopCards.filter((use) => use.cardId === 'S1'),
			}),
		);
		expect(pdf.text).toContain('The workshop reads one document');
		expect(pdf.text).toContain(
			'One card stands on the canvas, at 2029 Q4. 1 of 1 person voted on one card in one round. One scenario came of it: Common Ground.',
		);
		expect(pdf.text).toContain('has no value: fewer than two people rated every card.');
	});
});

describe.skipIf(!canReadPdf)('a report of much', () => {
	test.each([120, 300])(
		'has every one of %i placed cards, in the picture and in the table',
		async (count) => {
			const drawn = await draw(crowded(count));
			const pdf = readPdf(drawn.bytes);
			expect(pdf.complaints).toBe('');
			for (let index = 1; index <= count; index++) expect(pdf.text).toContain(`place ${index} `);
			expect(pdf.text.match(/\bS1\b/g)!.length).toBeGreaterThanOrEqual(2);
			expect(drawn.pages).toBeLessThan(count / 4);
		},
		30_000,
	);

	test('of 300 pages and more is drawn and sound', async () => {
		const paragraph = `${'Hospitals, courts and schools choose among a dozen European makers. '.repeat(9)}\n\n`;
		const file = sampleWith({
			scenarios: Array.from({ length: 100 }, (_, index) => ({
				...sampleWorkshop.scenarios[0]!,
				id: `s${index}`,
				narrative: paragraph.repeat(14),
			})),
		});
		const drawn = await draw(file);
		expect(drawn.pages).toBeGreaterThan(300);
		expect(readPdf(drawn.bytes).complaints).toBe('');
	}, 60_000);
});

describe.skipIf(!canReadPdf)('any text survives', () => {
	const withTitle = (title: string): WorkshopFile =>
		sampleWith({ workshop: { ...sampleWorkshop.workshop, title, question: title } });

	test('Greek, Cyrillic, symbols and emoji are printed in embedded fonts and read back', async () => {
		const title = 'Ποιος διαμορφώνει, Кто формирует, ∀x ≤ 5, → ✓ 🚀 👩‍🚀';
		const drawn = await draw(withTitle(title));
		const pdf = readPdf(drawn.bytes);
		expect(drawn.notes).toEqual([]);
		expect(pdf.text).not.toContain('\uFFFD');
		expect(pdf.structure).toContain('Ποιος διαμορφώνει');
		for (const part of ['Ποιος', 'διαμορφώνει,', 'Кто', 'формирует,', '∀x', '✓', '🚀'])
			expect(pdf.text).toContain(part);
		expect(pdf.fonts.every((font) => font.embedded)).toBe(true);
	});

	test('characters that no font has are a visible mark, and a note names them', async () => {
		const drawn = await draw(withTitle('தம in the title'));
		expect(drawn.notes).toEqual([
			"The report's fonts lack 2 characters, which are printed as \uFFFD: த (U+0BA4), ம (U+0BAE).",
		]);
		expect(readPdf(drawn.bytes).text).toContain('\uFFFD in the title');
	});

	test("a title with the signs of markup is the title, in the file's fields and in its XML", async () => {
		const pdf = await read(withTitle('Law & <order> "now" (2)'));
		expect(pdf.info).toMatch(/Title:\s+Law & <order> "now" \(2\)\n/);
		expect(pdf.source).toContain('>Law &amp; &lt;order&gt; "now" (2)</rdf:li>');
	});

	test('a word of 100,000 letters is printed whole', async () => {
		const scenarios = [{ ...sampleWorkshop.scenarios[0]!, narrative: 'W'.repeat(100_000) }];
		const drawn = await draw(sampleWith({ scenarios }));
		expect(readPdf(drawn.bytes).pages.join('').match(/W/g)!.length).toBeGreaterThanOrEqual(100_000);
	}, 30_000);

	test('a name of 100,000 letters is cut, and a note says so', async () => {
		const cards = sampleWorkshop.cards.map((card) =>
			card.id === 'S1' ? { ...card, name: 'n'.repeat(100_000) } : card,
		);
		const drawn = await draw(sampleWith({ cards }));
		expect(drawn.notes).toContain('The name of S1 has 100000 characters; the report prints the first 300.');
		expect(drawn.pages).toBeLessThan(24);
	}, 30_000);

	test('an unsafe address is text and no link', async () => {
		const sources = sampleWorkshop.sources.map((source) => ({ ...source, url: 'javascript:alert(1)' }));
		const pdf = await read(sampleWith({ sources }));
		expect(pdf.text).toContain('javascript:alert(1)');
		expect(pdf.source).not.toContain('/URI');
	});

	test('hostile texts everywhere make a sound file', async () => {
		const hostile = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 60 }),
			fc.string({ unit: 'grapheme', maxLength: 40 }),
			fc.constantFrom(
				'',
				' ',
				'\n\n',
				'\uD800',
				'(((',
				')\\(',
				'%%EOF',
				'שלום עולם',
				'مرحبا',
				'a\u0301\u0302'.repeat(50),
				'\u202Eevil',
				'endstream endobj',
				'<</S/URI>>',
				'x'.repeat(3_000),
			),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(hostile, { minLength: 9, maxLength: 9 }), async (texts) => {
				const t = (index: number) => texts[index]!;
				const file = sampleWith({
					workshop: {
						...sampleWorkshop.workshop,
						title: t(0),
						question: t(1),
						lanes: sampleWorkshop.workshop.lanes.map((lane) => ({ ...lane, name: t(2) })),
					},
					cards: sampleWorkshop.cards.map((card) => ({ ...card, name: t(3), description: t(4), change: t(5) })),
					sources: sampleWorkshop.sources.map((source) => ({ ...source, title: t(6), author: t(7), url: t(8) })),
					scenarios: sampleWorkshop.scenarios.map((scenario) => ({ ...scenario, title: t(7), narrative: t(6) })),
				});
				const drawn = await draw(file);
				expect(drawn.pages).toBeGreaterThan(6);
				expect(complaintsAbout(drawn.bytes)).toBe('');
			}),
			{ numRuns: 15 },
		);
	}, 120_000);
});

describe.skipIf(!canReadPdf)('paper sizes', () => {
	test('the report fits Letter as it fits A4', async () => {
		const [a4, letter] = [await read(sampleWorkshop), await read(sampleWorkshop, { pageSize: 'Letter' })];
		expect(letter.info).toContain('612 x 792');
		expect(letter.complaints).toBe('');
		expect(headings(letter)).toEqual(headings(a4));
		expect(letter.pages.length).toBeLessThanOrEqual(a4.pages.length + 1);
	});
});
