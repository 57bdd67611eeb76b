import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';
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
