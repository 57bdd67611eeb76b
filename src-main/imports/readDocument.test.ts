import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src-shared/schemas/names.ts';
import { parsedDocumentSchema, type ParsedDocument } from '../../src-shared/schemas/document.ts';
import { seeds } from '../paths.ts';
import { readDocument } from './readDocument.ts';

const read = (text: string): ParsedDocument => readDocument(new TextEncoder().encode(text), 'a.md');
const seed = (number: string): ParsedDocument => {
	const name = readdirSync(seeds).find((file) => file.startsWith(number))!;
	return readDocument(readFileSync(join(seeds, name)), name);
};
const countKinds = ({ cards }: ParsedDocument): number[] => kinds.map((kind) => cards.filter((card) => card.kind === kind).length);

describe('the signal page among the seeds', () => {
	const page = seed('000');

	test('gives 5 signals, 6 concerns, 5 behaviors, 5 technologies and 6 issues', () => {
		expect(page.shape).toBe('signal page');
		expect(countKinds(page)).toEqual([5, 6, 5, 5, 6]);
		expect(page.warnings).toEqual([]);
	});

	test('gives its own fields', () => {
		expect(page).toMatchObject({
			title: 'Mistral AI Raises €385 Million in Series A Funding to Compete with OpenAI',
			titleIsMade: false,
			pageRef: '20221217',
			publishedAt: null,
			keywords: ['Mistral AI', 'funding', 'artificial intelligence', 'generative models', 'EU AI Act'],
			themes: ['Mistral AI', 'Series A funding', 'artificial intelligence', 'generative models', 'European tech startup'],
			category: 'technology',
			type: 'news',
		});
		expect(page.url).toMatch(/^https:\/\/techcrunch\.com\/2023\/12\/11\/mistral-ai.*\?guccounter=1$/);
		expect(page.summary).toMatch(/^French startup Mistral AI has .* while managing costs and latency\.$/);
		expect(page.sections.map(({ title }) => title)).toEqual(
			['Keywords', 'Themes', 'Other', 'Summary', 'Signals', 'Concerns', 'Behaviors', 'Technologies', 'Issues'],
		);
	});

	test('gives each card with its line and its machine score', () => {
		expect(page.cards[0]).toEqual({
			kind: 'signal',
			name: 'Rise of European AI Startups',
			nameIsMade: false,
			description: 'Mistral AI aims to establish a European competitor in the AI space.',
			change: 'Shift from US-dominated AI market to a more diversified global landscape.',
			outlook: 'In 10 years, Europe may host multiple significant AI firms, enhancing regional tech independence.',
			drivingForce: 'Desire for European sovereignty in AI technology and market influence.',
			machineScore: 4,
			line: 36,
		});
		const lines = page.text.split('\n');
		for (const card of page.cards) expect(lines[card.line - 1]).toContain(card.description);
	});

	test('names technologies after their descriptions and says so', () => {
		const technologies = page.cards.filter(({ kind }) => kind === 'technology');
		expect(technologies.map(({ name, nameIsMade, machineScore }) => [name, nameIsMade, machineScore])).toEqual([
			['AI systems designed to create content', true, 5],
			['Large AI models that serve as a base', true, 5],
			['AI models released under open-source licenses', true, 4],
			['A technique that allows AI models', true, 4],
			['AI systems that operate without centralized control', true, 4],
		]);
		expect(page.cards.filter(({ nameIsMade }) => nameIsMade)).toHaveLength(5);
	});
});

test('the plain article among the seeds gives its text and a title made from its first words', () => {
	const article = seed('001');
	expect(article).toMatchObject({
		shape: 'article',
		title: 'Mistral AI, a Paris-based OpenAI rival, closed its $415 million funding round',
		titleIsMade: true,
		cards: [],
		sections: [],
		repairs: [],
		warnings: [],
	});
	expect(article.text).toHaveLength(readFileSync(join(seeds, '001_6eed383a8b6cd6c3.txt'), 'utf8').length);
});

describe('the newsletter among the seeds', () => {
	const letter = seed('002');

	test('is repaired and gives title, author and date', () => {
		expect(letter).toMatchObject({
			shape: 'newsletter',
			title: 'How Mistral AI, an OpenAI competitor, rocketed to $2Bn in <12 months',
			titleIsMade: false,
			author: 'Ben Tossell',
			publishedAt: '2023-12-14',
			warnings: [],
		});
		expect(letter.repairs.map(({ from, count }) => [from, count])).toEqual([['Mac Roman', 52]]);
		expect(letter.text).not.toMatch(/[‚ÄôúîÔü√\uf8ff]/u);
	});

	test('gives its sections with level and line', () => {
		expect(letter.sections).toHaveLength(14);
		expect(letter.sections[1]).toEqual({ title: 'Who’s behind it?', level: 1, line: 60 });
		expect(letter.sections[4]).toEqual({ title: 'Mistral’s Seed Round:', level: 3, line: 86 });
		expect(letter.sections[11]?.title).toBe('A peek inside their seed deck👀');
	});

	test('gives its links with their text and line, and addresses without escapes', () => {
		expect(letter.links).toHaveLength(24);
		expect(letter.links[4]).toEqual({
			text: 'Series A ($415M)',
			url: 'https://techcrunch.com/2023/12/11/mistral-ai-a-paris-based-openai-rival-closed-its-415-million-funding-round/?utm_source=bensbites&utm_medium=referral&utm_campaign=how-mistral-ai-an-openai-competitor-rocketed-to-2bn-in-12-months',
			line: 80,
		});
		expect(letter.links.map(({ url }) => url).join()).not.toContain('\\');
		expect(letter.links.map(({ text }) => text)).toContain('Cédric O');
	});

	test('gives its dated timeline', () => {
		expect(letter.milestones).toEqual([
			{ date: '2023-06-13', text: 'Seed Funding of $113M', line: 74 },
			{ date: '2023-09-27', text: 'Their first model Mistral 7B released (via a torrent link onTwitterX)', line: 76 },
			{ date: '2023-12-08', text: 'Mixtral 8x7B MoE released—their second model, again released via a torrent link', line: 78 },
			{
				date: '2023-12-11',
				text: 'Launch of its API and developer platform. Followed by the news of its Series A ($415M) plus debt financing ($130M) by NVIDIA and Salesforce',
				line: 80,
			},
		]);
	});
});

describe('the news item among the seeds', () => {
	const item = seed('003');

	test('gives its fields', () => {
		expect(item).toMatchObject({
			shape: 'news item',
			title: 'AI start-up Mistral secures €385m to challenge OpenAI',
			titleIsMade: false,
			url: 'https://www.siliconrepublic.com/start-ups/mistral-ai-unicorn-funding-open-source',
			publishedAt: '2023-12-11T12:24:00Z',
			provider: 'SiliconRepublic',
			providerDomain: 'siliconrepublic.com',
			category: 'news',
			type: 'article',
			topics: ['AI'],
			quality: 37,
			heat: -1,
			warnings: [],
		});
		expect(item.summary).toMatch(/^French start-up Mistral is focused on .* after raising €385m\.$/);
	});

	test('gives 7 related articles', () => {
		expect(item.related).toHaveLength(7);
		expect(item.related.map(({ quality, line }) => [quality, line])).toEqual(
			[[84, 27], [71, 41], [57, 55], [41, 71], [37, 80], [29, 94], [16, 108]],
		);
		expect(item.related[3]).toMatchObject({ provider: 'Ars Technica', publishedAt: '2023-12-11T20:13:00Z' });
		expect(item.related[3]?.title).toMatch(/^Elon Musk’s AI bot, Grok/);
	});

	test('has no trace of what is secured but in its text', () => {
		const { text, ...fields } = item;
		expect(JSON.stringify(fields)).not.toMatch(/secured"|6gBbpGx4/);
		expect(text).toContain('secured:');
	});
});

describe('every document', () => {
	test('has the shape of the schema and a hash of its bytes', () => {
		for (const number of ['000', '001', '002', '003']) {
			const document = seed(number);
			expect(v.parse(v.strictObject(parsedDocumentSchema.entries), document)).toEqual(document);
			expect(document.hash).toMatch(/^[0-9a-f]{32}$/);
		}
		expect(read('abc').hash).toBe('ba7816bf8f01cfea414140de5dae2223');
	});

	test('has a title that fits a line', () => {
		expect(read(`# ${'word '.repeat(2000)}`)).toMatchObject({ titleIsMade: true, title: `${'word '.repeat(16)}`.trim() });
	});

	test('larger than 5 MiB is refused', () => {
		expect(() => readDocument(new Uint8Array(5 * 1024 * 1024 + 1), 'a.md')).toThrow(/5\.0 MB and the limit is 5 MB/);
	});
});

describe('characters', () => {
	test('that are lost for good are told with their line', () => {
		expect(read('Fine.\nA caf\ufffd here.').warnings).toEqual([
			{ line: 2, message: 'A character of this line was lost before the file was saved (“A caf\ufffd here.”); nothing here can restore it.' },
		]);
		const letter = read('â€œYesâ€, itâ€™s so.\n\nVoilÃ , dit-elle Ã\u00a0 Paris.');
		expect(letter.text).toBe('“Yesâ€, it’s so.\n\nVoilÃ , dit-elle à Paris.');
		expect(letter.warnings.map(({ line }) => line)).toEqual([1, 3]);
		expect(read('A palavra AMANHÃ e a MANHÃ…').warnings).toEqual([]);
	});

	test('that were repaired can be had as the file has them', () => {
		const bytes = new TextEncoder().encode('It‚Äôs Ben‚Äôs caf√©.');
		expect(readDocument(bytes, 'a.md').text).toBe('It’s Ben’s café.');
		expect(readDocument(bytes, 'a.md', { repair: false })).toMatchObject({ text: 'It‚Äôs Ben‚Äôs caf√©.', repairs: [] });
	});
});
