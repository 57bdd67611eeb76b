import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seeds } from '../paths.ts';
import { codePages } from './legacyCodePages.ts';
import { repairMojibake } from './mojibake.ts';
import './propertySeed.ts';

/** Bytes 0x80 to 0x9F as the Encoding Standard's index windows-1252 has them. */
const windows1252 = [
	0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
	0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];
const decoders = {
	'Mac Roman': (bytes: Uint8Array) => new TextDecoder('macintosh').decode(bytes),
	'Windows-1252': (bytes: Uint8Array) => String.fromCodePoint(...[...bytes].map((byte) => windows1252[byte - 0x80] ?? byte)),
	'Latin-1': (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1'),
};
type Misreading = keyof typeof decoders;
const misread = (text: string, as: Misreading): string => decoders[as](new TextEncoder().encode(text));

const sentences = [
	'L’été dernier, « l’école » a fermé à Noël ; où étaient les élèves ?',
	'Die Größe der Übung: „schön“, sagte Jürgen, für 25 °C und 5 €.',
	'¿Qué pasó mañana? El niño comió piñas en España.',
	'A INFLAÇÃO NÃO CAIU; a irmã do João já sabia, às três horas.',
	'İstanbul’da ışıklar söndü, çünkü şehir değişiyor.',
	'Zażółć gęślą jaźń – Łódź i Kraków.',
	'Příliš žluťoučký kůň úpěl ďábelské ódy.',
	'Город растёт — и дороги тоже.',
	'Η πόλη αλλάζει «γρήγορα».',
	'都市は変わり続けている。',
	'도시가 빠르게 변하고 있다…',
	'העיר משתנה מהר – מאוד.',
	'المدينة تتغير بسرعة',
	'Blåbærgrød på øen, sagde Søren.',
	'Thành phố đang thay đổi rất nhanh.',
	'It’s “open” – until it isn’t… 👋 🔒 👀 🌊',
	'The area grew by 3 m² (±5 %), at £4 or ¥600 each.',
];

test.each([['Mac Roman', 0], ['Windows-1252', 1], ['Latin-1', 1]] as const)('the table of %s knows each of its characters', (name, page) => {
	for (let byte = 0x80; byte <= 0xff; byte++) {
		const character = decoders[name](Uint8Array.of(byte));
		expect(codePages[page]!.byteOf[character.charCodeAt(0)]).toBe(byte);
	}
});

describe('broken text', () => {
	test('the newsletter among the seeds comes out perfect', () => {
		const { text, repairs } = repairMojibake(readFileSync(join(seeds, '002_a6c57bcf2729ce9c.txt'), 'utf8'));
		expect(new Set(text.match(/[^\x00-\x7f]/gu))).toEqual(new Set('👋🔒’👀🌊é‘—…“”'));
		expect(text).toContain('👋Hey, this is Ben with a**🔒**subscriber-only issue**🔒**of Ben’s Bites Pro.');
		expect(text).toContain('‘mistral ai’');
		expect(text).toContain('“All major actors are US-based”.');
		expect(text).toContain('Timothée Lacroix');
		expect(repairs).toEqual([{ kind: 'mojibake', from: 'Mac Roman', count: 52, line: 8, before: '\uf8ffüëãHey,', after: '👋Hey,' }]);
	});

	test.each(['Mac Roman', 'Windows-1252', 'Latin-1'] as const)('any text misread as %s is restored to the letter', (name) => {
		fc.assert(
			fc.property(fc.shuffledSubarray(sentences, { minLength: 1 }), (chosen) => {
				const text = chosen.join('\n');
				expect(repairMojibake(misread(text, name)).text).toBe(text);
			}),
		);
		expect(repairMojibake(misread('It’s “here”.', name)).repairs.map(({ from }) => from)).toEqual([name]);
	});

	const names: Misreading[] = ['Mac Roman', 'Windows-1252', 'Latin-1'];
	test.each(names.flatMap((first) => names.map((second) => [first, second] as const)))('misread as %s and then as %s', (first, second) => {
		fc.assert(
			fc.property(fc.shuffledSubarray(sentences, { minLength: 1 }), (chosen) => {
				const text = chosen.join('\n');
				expect(repairMojibake(misread(misread(text, first), second)).text).toBe(text);
			}),
		);
	});

	test.each(names)('lines misread as %s in a text that is right', (name) => {
		fc.assert(
			fc.property(fc.shuffledSubarray(sentences, { minLength: 3 }), (chosen) => {
				const broken = sentences[0]!;
				const text = [...chosen, broken].join('\n');
				expect(repairMojibake([...chosen, misread(broken, name)].join('\n')).text).toBe(text);
			}),
		);
	});

	test('parts that were misread in different ways', () => {
		const [french, german] = [sentences[0]!, sentences[1]!];
		const text = `${french}\nPlain.\n${german}`;
		expect(repairMojibake(`${misread(french, 'Mac Roman')}\nPlain.\n${misread(german, 'Windows-1252')}`).text).toBe(text);
	});

	test.each(['A café here.', 'Naïve.', 'España', 'It’s', 'at 25 °C', '£5', 'Łódź', 'β version', 'À la carte', 'METRO 10 × 10 cm', '👋', 'Привет', 'METRÓPOLE'])(
		'one word is enough where it is certain: %s',
		(text) => {
			expect(repairMojibake(misread(text, 'Windows-1252')).text).toBe(text);
			expect(repairMojibake(misread(text, 'Mac Roman')).text).toBe(text);
		},
	);

	test('places whose last byte was lost stay as they are and hinder no other', () => {
		expect(repairMojibake('â€œYesâ€, itâ€™s soâ€”really').text).toBe('“Yesâ€, it’s so—really');
	});

	test('counts every place and says where the first one is', () => {
		const { repairs } = repairMojibake('Right.\n\nIt‚Äôs Ben‚Äôs caf√©.');
		expect(repairs).toEqual([{ kind: 'mojibake', from: 'Mac Roman', count: 3, line: 3, before: 'It‚Äôs', after: 'It’s' }]);
	});
});

describe('right text is never touched', () => {
	test('in any of these languages, alone or together', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(sentences, { minLength: 1 }), (chosen) => {
				const text = chosen.join('\n');
				expect(repairMojibake(text)).toEqual({ text, repairs: [] });
			}),
		);
	});

	test.each([
		'A palavra “IRMÔ e “AMANHÃ”…', 'AMANHÃ…', 'A IRMû falou', 'METRÔ', 'l’été', 'l’école «été» à la carte', '« CAFÉ »', 'CAFÉ»',
		'“ESPAÑ”', 'café”… fin', 'SMÅ” och Ä“', '–à demain',
		'√π', '2√π and x√π', 'x√π ± ∞', '¬∞', '√±2', 'Δ≈±2', '∂ƒ/∂x ≈ √∞ ∑∏',
		'The sign ’ turns into â€™ when its bytes are misread.',
		'You see â€™ in place of it.', 'AMANHÃ\u00a0!', 'r√πx', 'This is mojibake:\n\nItâ€™s a cafÃ© in EspaÃ±a.\n\nIt’s a café in España.', 'Write "Ã©" and not "e".', 'Such as `‚Äò` for `‘`: repaired.', 'Ohne (Ã¼) ginge es auch.',
	])('%s', (text) => {
		expect(repairMojibake(text)).toEqual({ text, repairs: [] });
	});

	test('a text changes if and only if a repair is told', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
				const { text: repaired, repairs } = repairMojibake(text);
				expect(repaired === text).toBe(repairs.length === 0);
			}),
		);
	});
});
