import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';
import { decodeWindows1252 } from './legacyCodePages.ts';
import { UnreadableDocument } from './unreadable.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, isBig: boolean): Uint8Array => {
	const all = [...`\ufeff${text}`].map((character) => character.charCodeAt(0));
	return Uint8Array.from(all.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};

test.each([
	['UTF-8', bytes('Café – 日本')],
	['UTF-8', bytes('\ufeffCafé – 日本')],
	['UTF-16LE', utf16('Café – 日本', false)],
	['UTF-16BE', utf16('Café – 日本', true)],
])('%s is recognised, with its byte order mark left out', (encoding, input) => {
	expect(decode(input)).toEqual({ text: 'Café – 日本', encoding, warnings: [] });
});

test('bytes that are no UTF-8 are read as Windows-1252', () => {
	expect(decode(Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x78, 0x94))).toEqual({ text: 'café “x”', encoding: 'Windows-1252', warnings: [] });
});

const sentences: [string, string][] = [
	['French', 'L’été dernier, « l’école » a fermé à Noël ; où étaient les élèves ? Ça coûte 5 €.'],
	['German', 'Die Größe der Übung: „schön“, sagte Jürgen – und ging.'],
	['Spanish', '¿Qué pasó mañana? El niño comió piñas en España, día tras día.'],
	['Portuguese', 'A INFLAÇÃO NÃO CAIU; a irmã do João já sabia, às três horas.'],
	['English', 'It’s “open” – until it isn’t… the café said.'],
	['Danish', 'Blåbærgrød på øen, sagde Søren.'],
	['a short word', 'café'],
];
/** Turns the tables of the platform's decoders round. */
function encoder(label: string): (text: string) => Uint8Array {
	const decoder = new TextDecoder(label);
	const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
	return (text) => Uint8Array.from(text, (character) => bytes.get(character)!);
}
const windows1252 = (text: string): Uint8Array => {
	const high = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
	return Uint8Array.from(text, (character) => (high.includes(character) ? 0x80 + high.indexOf(character) : character.charCodeAt(0)));
};

describe('an encoding of one byte a character is told by what it makes of the text', () => {
	const macRoman = encoder('macintosh');
	test.each(sentences)('%s', (_, text) => {
		expect(decode(macRoman(text))).toEqual({ text, encoding: 'Mac Roman', warnings: [] });
		expect(decode(windows1252(text))).toEqual({ text, encoding: 'Windows-1252', warnings: [] });
	});

	test('Latin-1 reads as Windows-1252 does', () => {
		expect(decode(Buffer.from('Où étaient les élèves ?', 'latin1')).text).toBe('Où étaient les élèves ?');
	});
});

describe('UTF-16 without a byte order mark', () => {
	test.each(['Heat pumps and cold homes', 'Café – 日本\nand more', 'Город растёт — и дороги тоже.\r\nДа.'])('%j is told by its blanks', (text) => {
		expect(decode(utf16(text, false).subarray(2))).toMatchObject({ text: text.replace('\r', ''), encoding: 'UTF-16LE' });
		expect(decode(utf16(text, true).subarray(2))).toMatchObject({ text: text.replace('\r', ''), encoding: 'UTF-16BE' });
	});
});

describe('UTF-8 with some bytes that are none', () => {
	test('has its odd lines read by themselves, and told', () => {
		const mixed = Buffer.concat([bytes('Naïve “quotes”.\n'), windows1252('a café, “x”\n'), bytes('Größe\n')]);
		expect(decode(mixed)).toEqual({
			text: 'Naïve “quotes”.\na café, “x”\nGröße\n',
			encoding: 'UTF-8',
			warnings: [{ line: 2, message: 'The line is not in UTF-8 like the rest; it is read as Windows-1252.' }],
		});
	});

	test('whose last character is cut off loses no more than that', () => {
		const cut = bytes('Naïve “quotes” and a café').subarray(0, -1);
		expect(decode(cut)).toMatchObject({ encoding: 'UTF-8', text: 'Naïve “quotes” and a caf\ufffd', warnings: [{ line: 1 }] });
	});
});

/** The bytes of a text in a code page that Node can read. */
function encoded(text: string, label: string): Uint8Array {
	// Node reads Windows-1252 as Latin-1.
	const decoded = (bytes: Uint8Array): string => (label === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(label).decode(bytes));
	const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoded(Uint8Array.of(byte)), byte]));
	return Uint8Array.from(text, (character) => byteOf.get(character) ?? 0x3f);
}

describe('bytes in an encoding that is not one of those that are read', () => {
	test.each([
		['windows-1253', 'Η πόλη αλλάζει γρήγορα και οι δρόμοι της αδειάζουν το βράδυ.'],
		['windows-1251', 'Город растёт, и дороги тоже: новый парк открыли весной.'],
		['koi8-r', 'Город растёт, и дороги тоже: новый парк открыли весной.'],
		['windows-1250', 'Zażółć gęślą jaźń. Miasto rośnie, a wraz z nim drogi; otwarto też nową ścieżkę nad Wisłą.'],
		['iso-8859-2', 'Příliš žluťoučký kůň úpěl ďábelské ódy. Město roste a s ním i silnice.'],
		['windows-1255', 'העיר משתנה מהר מאוד והרחובות ריקים בערב'],
	])('is said to be read wrongly: %s', (label, text) => {
		expect(decode(encoded(text, label)).warnings).toEqual([{ line: null, message: expect.stringContaining('make no words so. It may be in another encoding') as string }]);
	});

	test.each([
		['windows-1252', 'L’été dernier, « l’école » a fermé à Noël ; où étaient les élèves ? Ça va, Œuvre d’art.'],
		['windows-1252', 'Die Größe der Übung: „schön“, sagte Jürgen, für 25 °C und 5 €. Äpfel, Öl, Straße, süß.'],
		['windows-1252', 'A INFLAÇÃO NÃO CAIU; AS AÇÕES DA UNIÃO, À NOITE. ÇÃÕÁÉ não é palavra. CORAÇÕES E MÃES.'],
		['windows-1252', 'Þórður fór til Ísafjarðar með bróður sínum á föstudaginn; það var kalt og hvasst úti.'],
		['windows-1252', '“Smart” quotes – dashes … £5, ±3 %, ½ cup, 20 µm, ¿qué? ¡ya! x² + y³, n°1, 1ª'],
		['windows-1252', 'Größenmaßstäbe hääyöaie Õhtuöö'],
		['macintosh', 'Été à l’école : « déjà vu », où ça ? Garçon naïf, forêt, âme, île, œuvre. L’Île-d’Yeu.'],
		['macintosh', 'São Paulo: a coração não pára. Größe, Übung, süß, schön. España: ¿qué pasó mañana?'],
	])('is not suspected where the text is right: %s', (label, text) => {
		const { text: read, warnings } = decode(encoded(text, label));
		expect([read, warnings]).toEqual([text, []]);
	});
});

test.each([
	['a web page', '<!DOCTYPE html>\n<html><body><h1>Signals</h1></body></html>', /a web page \(HTML\)\. Open it in a browser, copy its text/],
	['one with a remark before it', '<!-- saved from url=(0024)https://example.org -->\n<HTML lang="en">x</HTML>', /a web page/],
	['XHTML', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html></html>', /a web page/],
	['a feed', '<?xml version="1.0"?>\n<rss></rss>', /is XML/],
])('%s is refused, with what to do', (_, text, sentence) => {
	expect(() => decode(bytes(text))).toThrow(sentence);
});

test('a text with tags in it, or about HTML, is read', () => {
	for (const text of ['<b>Bold</b> words.', '<!-- note --> # Title', 'html is a language', '<details>\nmore\n</details>']) expect(decode(bytes(text)).text).toBe(text);
});

test('every kind of line end becomes one', () => {
	expect(decode(bytes('a\r\nb\rc\nd')).text).toBe('a\nb\nc\nd');
});

test.each([
	['an empty file', new Uint8Array(), /is empty/],
	['blank lines', bytes(' \n\t\n'), /blank lines/],
	['a picture, whatever its name', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), /a PNG picture/],
	['a PDF', bytes('%PDF-1.7 and so on'), /a PDF/],
	['a NUL byte', bytes('one\ntwo\nthr\0ee'), /NUL byte in line 3/],
	['control codes', Uint8Array.from({ length: 200 }, (_, index) => (index % 2 ? 65 : 7)), /control codes/],
])('%s is refused in a sentence', (_, input, sentence) => {
	expect(() => decode(input)).toThrow(UnreadableDocument);
	expect(() => decode(input)).toThrow(sentence);
});

test('a few stray control characters do no harm', () => {
	expect(decode(bytes(`${'word '.repeat(100)}\x0b\x07`)).text).toContain('\x07');
});
