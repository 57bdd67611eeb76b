import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportOptions, SectionName } from '../../src-shared/schemas/report.ts';
import { sectionNames } from '../../src-shared/schemas/report.ts';
import { reportLanguages } from '../../src-shared/schemas/worlds.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { drawReport } from './drawReport.ts';
import { sampleWith } from './testing/sampleWorkshop.ts';
import { canReadPdf, complaintsAbout, readPdf, type ReadPdf } from './testing/pdfTools.ts';
import { round, worlds, worldsWith, worldsWorkshop } from './testing/worldsWorkshop.ts';

const options: ReportOptions = { document: 'report', pageSize: 'A4', language: 'en', printedAt: '2026-05-14T12:00:00.000Z', largePrint: false };
const draw = (file: WorkshopFile, changes: Partial<ReportOptions> = {}) => drawReport(file, { ...options, ...changes });
/** With these sections only. */
const only = (file: WorkshopFile, ...names: SectionName[]): WorkshopFile => ({ ...file, workshop: { ...file.workshop, report: { sections: sectionNames.map((name) => ({ name, shown: names.includes(name) })) } } });
const read = async (file: WorkshopFile, changes: Partial<ReportOptions> = {}): Promise<ReadPdf> => readPdf((await draw(file, changes)).bytes);
const headings = ({ structure }: ReadPdf) => [...structure.matchAll(/ H2 \(block\)\n(?:\s+Link[^\n]*\n)?\s+"(.*)"/g)].map((match) => match[1]);
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ').replace(/\s+/g, ' ');

describe.skipIf(!canReadPdf)('the report of a workshop with written worlds', () => {
	let pdf: ReadPdf;
	let said: string;
	beforeAll(async () => {
		const drawn = await draw(worldsWorkshop);
		expect(drawn.notes).toEqual([]);
		expect(drawn.bytes.length / drawn.pages).toBeLessThan(30_000);
		pdf = readPdf(drawn.bytes);
		// What stands in the structure, in its order, without the structure itself.
		said = plain([...pdf.structure.matchAll(/^\s*"(.*)"$/gm)].map(([, words]) => words).join(' '));
	}, 60_000);

	test('is a sound file with its sections in order', () => {
		expect(pdf.complaints).toBe('');
		expect(headings(pdf)).toEqual([
			'Summary', 'Method', 'The horizon', 'What the room thinks', 'Where opinions differ', 'Impact and uncertainty', 'The two axes', 'Licensed Few', 'Common Ground', 'Toll Road', 'Wild Garden',
			'The worlds side by side', 'Cross-impact balance', 'Futures wheels', 'Plans in every world', 'Signposts', 'What to do', 'The cards', 'Sources', 'Glossary',
		]);
	});

	test('skips no level of headings, and gives every figure words and a place', () => {
		const levels = [...pdf.structure.matchAll(/ H(\d) \(block\)/g)].map((match) => Number(match[1]));
		levels.reduce((before, level) => {
			expect(level).toBeLessThanOrEqual(before + 1);
			return level;
		}, 0);
		for (const figure of pdf.source.split(/\bendobj\b/).filter((object) => object.includes('/S /Figure'))) {
			expect(figure).toMatch(/\/Alt [(<]/);
			expect(figure).toContain('/BBox');
		}
	});

	test('reads a story before the cards that feed it, its headings below the world’s, its lists as lists', () => {
		const page = pdf.structure.slice(pdf.structure.indexOf('"Scenario 2 of 4"'));
		for (const [before, after] of [['By 2036 Europe runs on models', 'Fed by'], ['What it cost', 'The price was paperwork'], ['Misuse has not gone away', 'Fed by'], ['Fed by', 'Signposts that this world is arriving']] as const) {
			expect(page.indexOf(before)).toBeGreaterThan(-1);
			expect(page.indexOf(before)).toBeLessThan(page.indexOf(after));
		}
		expect(page).toMatch(/H3 \(block\)\n\s+"What it cost"/);
		expect(page).toMatch(/LI[^\n]*\n\s+Lbl[^\n]*\n\s+"•"\n\s+LBody[^\n]*\n\s+P \(block\)\n\s+"a summary of what it learned from "/);
		for (const text of ['“Lisbon court reads the model that sentenced him”', 'A headline of 2036', 'drives, weight 3 of 3', 'Who wins', 'https://example.org/act']) expect(said).toContain(text);
	});

	test('links every code in a story, a map and a table to the card’s entry, and the entry to its worlds', () => {
		const names = new Set([...pdf.source.matchAll(/\/Dest \((.*?)\)/g)].map((match) => match[1]!));
		for (const name of ['card-S2', 'card-C5', 'world-2']) expect(names).toContain(name);
		const places = pdf.source.slice(pdf.source.indexOf('/Dests'));
		for (const name of names) expect(places).toContain(`(${name})`);
		const links = pdf.source.split(/\bendobj\b/).filter((object) => object.includes('/Subtype /Link'));
		expect(links.length).toBeGreaterThan(100);
		for (const link of links) {
			expect(link).toMatch(/\/Contents [(<]/);
			expect(link).toContain('/StructParent');
		}
		expect(pdf.structure).toMatch(/Link[^\n]*\n\s+Object \d+ 0\n?|Link[^\n]*\n\s+"S2"/);
	});

	test('says in each entry what the room thinks, where the card was read, and which worlds use it', () => {
		expect(said).toMatch(/S2 ?Open Source AI Models .*?Source: 000_2c25f604f7c48393\.txt, line 37\./);
		expect(said).toMatch(/Used in two scenarios: Common Ground ?, Wild Garden ?\./);
		expect(said).toMatch(/The room: Relevancy median 3, IQR 4, consensus 0\.10, 12 votes/);
	});

	test('gives the reasons for and against where opinions differ', () => {
		expect(said).toContain('The votes split the room: 6 for 1 or 2, 6 for 4 or 5.');
		expect(said).toMatch(/Why low \(1 or 2\).*Dominance of what\? The tools change each year\..*Why high \(4 or 5\).*Once a ministry rents, it never leaves\./);
	});

	test('maps impact and uncertainty, names the critical ones, and repeats all of it as a table', () => {
		expect(plain(pdf.source)).toMatch(/High on both: I3 AI Regulation and Governance, S2 Open Source AI Models|High on both: S2 Open Source AI Models/);
		expect(said).toMatch(/S2 ?Open Source AI Models ?5 \(4 to 5\) ?5 \(5 to 5\) ?12 ?★ chosen/);
		expect(said).toContain('high on both');
	});

	test('says of the two axes how far their votes move together, over how many people', () => {
		expect(said).toMatch(/Spearman’s ρ of their uncertainty is −?0\.\d\d, over 12 people who rated both\./);
		expect(said).toContain('from “Closed, paid access” to “Open weights”');
	});

	test('tells which worlds are consistent, and what does not fit the others', () => {
		expect(said).toContain('Of 12 ways to combine the states 2 are consistent');
		expect(said).toMatch(/Toll Road ?A1 Light touch, B1 Closed, paid access, C1 Rents ?● consistent/);
		expect(said).toContain('Weights would rather be Closed, paid access (by 8)');
	});

	test('draws each wheel and lists it to the third order', () => {
		expect(plain(pdf.source)).toContain('Futures wheel about S2 Open Source AI Models: 3 of the first order, 4 of the second order and 2 of the third order.');
		expect(pdf.structure).toMatch(/L \(block\)[\s\S]*"Every town hall can run its own"[\s\S]*L \(block\)[\s\S]*"Town halls share staff who know how"[\s\S]*L \(block\)[\s\S]*"A guild of model keepers"/);
	});

	test('classes each plan by its verdicts, and gives none while one is missing', () => {
		for (const text of ['No regrets works in 4 of 4', 'Opt-out works in 3 of 4, in 1 if adapted', 'Opt-in works in 1 of 4, in 1 if adapted', 'Abandon works in 0 of 4', '2 of 4 judged']) expect(said).toContain(text);
	});

	test('lists the watch list by its next review, and the way back from the latest step', () => {
		const list = said.slice(said.indexOf('The next review first'));
		expect(list.indexOf('Public tenders ask for open weights')).toBeLessThan(list.indexOf('Makers publish training-data summaries'));
		expect(list).toContain('2 November 2026');
		expect(list).toMatch(/Towards Common Ground; away from Licensed Few and Toll Road/);
		const back = said.slice(said.indexOf('Back from '));
		expect(back.indexOf('A dozen makers deliver')).toBeLessThan(back.indexOf('Two people learn to keep a model'));
		expect(back).toContain('Other actions');
	});

	test('explains in its glossary what it speaks of, and nothing else', () => {
		const glossary = said.slice(said.lastIndexOf('Glossary'));
		for (const term of ['Spearman’s ρ', 'No regrets', 'Backcasting', 'Futures wheel', 'Cross-impact balance']) expect(glossary).toContain(term);
		for (const term of ['Three horizons', 'Futures cone', 'Dots']) expect(glossary).not.toContain(term);
	});
});

describe.skipIf(!canReadPdf)('what is shown of worlds', () => {
	test('votes of a round that is not revealed are in no map, no axis and no list', async () => {
		for (const state of ['open', 'closed'] as const) {
			const pdf = await read(worldsWith({ rounds: [{ ...round, state }] }));
			expect(headings(pdf)).not.toContain('Impact and uncertainty');
			expect(headings(pdf)).not.toContain('Where opinions differ');
			expect(plain(pdf.text)).toContain('cannot be said: too few people rated both in one revealed round');
			expect(pdf.text).not.toMatch(/median \d|Once a ministry rents/);
		}
	}, 60_000);

	test('a report without its list of cards has no link that leads nowhere', async () => {
		const pdf = await read(only(worldsWorkshop, 'scenarios', 'signposts', 'glossary'));
		expect(pdf.complaints).toBe('');
		expect(pdf.source).not.toMatch(/\/Dest \(card-/);
		expect(headings(pdf)).toEqual(['Licensed Few', 'Common Ground', 'Toll Road', 'Wild Garden', 'Signposts', 'Glossary']);
	});

	test('with few cards and few voters the map says so', async () => {
		const few = worldsWith({ rounds: [{ ...round, cardIds: ['S2', 'S3'] }], ballots: worldsWorkshop.ballots.filter(({ participant, roundId }) => roundId === round.id && /voter[0-3]$/.test(participant)) });
		const text = plain((await read(only(few, 'uncertainties'))).text);
		expect(text).toContain('Only two cards were rated on both; fewer than ten leave little to choose from.');
		expect(text).toContain('Only four people voted');
	});

	test('worlds of the three horizons and of the cone say where they stand', async () => {
		for (const [logic, where] of [['horizons', 'Horizon 3: what emerges'], ['cone', 'Preferable: what we want']] as const) {
			const pdf = await read(only(worldsWith({ workshop: { ...worldsWorkshop.workshop, logic } }), 'scenarios'));
			expect(plain(pdf.text)).toContain(where);
			expect(plain(pdf.source)).toMatch(logic === 'cone' ? /Its place in the futures cone: Preferable/ : /Its place in the three horizons: Horizon 3/);
		}
	});

	test('the two plausible worlds of a cone have names of their own', async () => {
		const scenarios = worlds.map((world, index) => ({ ...world, standing: { cone: (['probable', 'plausible', 'preferable', 'plausible'] as const)[index]! } }));
		const file = only(worldsWith({ scenarios, workshop: { ...worldsWorkshop.workshop, logic: 'cone' } }), 'scenarios');
		const pdf = await read(file);
		const said = [...plain(pdf.source).matchAll(/Its place in the futures cone: ([^:]*):/g)].map(([, name]) => name);
		expect(said.sort()).toEqual(['Plausible A', 'Plausible B', 'Preferable', 'Probable']);
		expect(plain((await read(file, { language: 'de' })).text)).toMatch(/Plausibel A: .*Plausibel B: /s);
	});

	test('a long story goes on over the pages that it takes, and keeps its cards', async () => {
		const narrative = Array.from({ length: 40 }, (_, index) => `Paragraph ${index} ${'of a story that is long enough for several pages '.repeat(6)}`).join('\n\n');
		const pdf = await read(only(worldsWith({ scenarios: [{ ...worlds[1]!, narrative }] }), 'scenarios'));
		expect(pdf.pages.length).toBeGreaterThan(3);
		for (let index = 0; index < 40; index++) expect(pdf.text).toContain(`Paragraph ${index} `);
		expect(pdf.structure.indexOf('Paragraph 39')).toBeLessThan(pdf.structure.indexOf('"Fed by"'));
	});

	test('the canvas has the way back above its years where the screen has it, and says it in words', async () => {
		const withBack = (workshop: Partial<WorkshopFile['workshop']>, more: Partial<WorkshopFile> = {}) => only(worldsWith({ ...more, workshop: { ...worldsWorkshop.workshop, ...workshop } }), 'canvas');
		const text = async (...given: Parameters<typeof read>) => plain((await read(...given)).text);
		const pdf = await read(withBack({ wayBack: true }));
		expect(plain(pdf.pages[1]!)).toContain('Way back');
		expect(plain(pdf.pages[1]!)).toContain('The flags above the years are steps on the way back from “Common Ground” to today');
		expect(plain(pdf.pages[1]!)).toContain('A dozen makers deliver');
		expect(plain(pdf.source)).toMatch(/Above the years the way back from Common Ground: \d{4}.*?A dozen makers deliver/);
		expect(pdf.complaints).toBe('');
		expect(await text(withBack({ wayBack: true }), { language: 'de' })).toContain('Rückweg');
		for (const none of [withBack({}), withBack({ wayBack: true }, { actions: [] })]) expect(await text(none)).not.toMatch(/Way back|flags above/);
		const many = Array.from({ length: 60 }, (_, order) => ({ ...worldsWorkshop.actions[0]!, id: `a${order}`, scenarioId: worlds[1]!.id, title: `One of many steps ${order}`, at: order / 6, order }));
		for (const pageSize of ['A4', 'Letter'] as const) {
			const crowded = await read(withBack({ wayBack: true }, { actions: many }), { pageSize });
			expect(plain(crowded.pages[1]!)).toMatch(/\d+ more/);
			expect(plain(crowded.pages[1]!)).toContain('The day of the workshop');
			expect(crowded.complaints).toBe('');
		}
	}, 60_000);

	test('a matrix that fits no page comes driver by driver', async () => {
		const drivers = Array.from({ length: 8 }, (_, index) => ({
			id: `x${index}`, workshopId: worldsWorkshop.workshop.id, name: `Driver ${index}`, cardId: null, order: index, states: [1, 2, 3, 4].map((state) => ({ id: `x${index}s${state}`, name: `State ${state}` })),
		}));
		const judgements = [judged('x0', 1, 'x1', 1, 2), judged('x0', 2, 'x7', 3, -1)];
		const pdf = await read(only(worldsWith({ drivers, judgements }), 'crossImpact'));
		const text = plain(pdf.text);
		expect([...text.matchAll(/What acts on (\w) /g)].map(([, sign]) => sign)).toEqual(['B', 'H']);
		expect(text).toContain('What nobody judged is left out: 6 drivers on which nothing is judged to act, 54 rows without any judgement.');
		expect(text).not.toContain('too large for paper');
		expect(pdf.complaints).toBe('');
	});

	const judged = (from: string, fromState: number, to: string, toState: number, strength: number) => ({
		id: `${from}/${from}s${fromState}/${to}/${to}s${toState}`, workshopId: worldsWorkshop.workshop.id, fromDriverId: from, fromStateId: `${from}s${fromState}`, toDriverId: to, toStateId: `${to}s${toState}`, strength,
	});

	test.each([false, true])('a matrix that would fill a thousand pages is cut to its strongest rows, and says so; large print: %s', async (largePrint) => {
		const [many, states] = [60, [1, 2, 3, 4, 5, 6]];
		const drivers = Array.from({ length: many }, (_, index) => ({
			id: `x${index}`, workshopId: worldsWorkshop.workshop.id, name: `Driver ${index}`, cardId: null, order: index, states: states.map((state) => ({ id: `x${index}s${state}`, name: `State ${state}` })),
		}));
		const judgements = drivers.flatMap(({ id: from }, cause) => drivers.flatMap(({ id: to }) => (from === to ? [] : states.map((state) => judged(from, state, to, 1, cause === many - 1 ? 3 : 1)))));
		const { bytes, pages } = await draw(only(worldsWith({ drivers, judgements }), 'crossImpact'), { largePrint });
		expect(pages).toBeLessThan(60);
		const text = plain(readPdf(bytes).text);
		const printed = largePrint ? 150 : 600;
		expect(text).toContain(`The matrix is too large for paper: of 21,240 judged rows the ${printed} whose judgements weigh most together are printed. The Excel workbook has all of them.`);
		// The last driver acts most strongly on all the others; the first of those of equal weight come after it.
		expect(text.match(/BH[1-6] State/g)?.length).toBeGreaterThanOrEqual(Math.min(printed, 354));
		expect(text).not.toContain('What nobody judged');
	}, 60_000);

	test('nothing of a workshop without worlds is an empty section', async () => {
		const pdf = await read(sampleWith({ scenarios: [], rounds: [], ballots: [] }));
		for (const title of ['Where opinions differ', 'Impact and uncertainty', 'The two axes', 'The worlds side by side', 'Cross-impact balance', 'Futures wheels', 'Plans in every world', 'Signposts', 'What to do']) expect(headings(pdf)).not.toContain(title);
	});

	test.each(reportLanguages)('in %s and in large print it is sound', async (language) => {
		for (const largePrint of [false, true]) {
			const drawn = await draw(worldsWorkshop, { language, largePrint });
			expect(complaintsAbout(drawn.bytes)).toBe('');
			if (!largePrint) expect(drawn.notes).toEqual([]);
		}
	}, 60_000);

	test('hostile words everywhere make a sound file', async () => {
		const nasty = ['\uD800(((', ')\\(%%EOF', '\u202Eevil\u0000', 'W'.repeat(4_000), '[x](javascript:alert(1)) <b>*_`', '- - - 1. # \n\n#### deep', '[S2](card:%E0%A4%A) [x](card:gone) [y](card:S2)', 'שלום مرحبا 漢字 👩‍🚀'];
		// Each word meets each field once in the three files, as far as they go round.
		for (const turn of [0, 3, 6]) {
			const t = (field: number) => nasty[(field + turn) % nasty.length]!;
			const file = worldsWith({
				scenarios: worlds.map((world, index) => ({ ...world, title: t(index), narrative: t(index + 1), summary: t(index + 2), headline: t(index + 3), implications: t(index + 4), winners: t(index + 5), losers: t(index + 6), feeds: { S2: { weight: 3 as const, role: t(index) } } })),
				drivers: worldsWorkshop.drivers.map((driver, index) => ({ ...driver, name: t(index), states: driver.states.map((state, at) => ({ ...state, name: t(index + at + 1) })) })),
				consequences: worldsWorkshop.consequences.map((one, index) => ({ ...one, text: t(index) })), actions: worldsWorkshop.actions.map((one, index) => ({ ...one, title: t(index), note: t(index + 1), owner: t(index + 2) })),
				options: worldsWorkshop.options.map((one, index) => ({ ...one, title: t(index), description: t(index + 1) })), signposts: worldsWorkshop.signposts.map((one, index) => ({ ...one, title: t(index), source: t(index + 1), threshold: t(index + 2), owner: t(index + 3) })),
				workshop: { ...worldsWorkshop.workshop, axes: { across: { cardId: 'S2', low: t(0), high: t(1) }, up: { cardId: 'S3', low: t(2), high: '' } } },
				ballots: worldsWorkshop.ballots.map((one, index) => ({ ...one, reason: one.reason && t(index) })),
			});
			const pdf = readPdf((await draw(file)).bytes);
			expect(pdf.complaints).toBe('');
			expect(pdf.source).not.toContain('/URI (javascript');
		}
	}, 120_000);
});
