import { expect, test } from 'vitest';
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
	expect(decode(input)).toEqual({ text: 'Café – 日本', encoding });
});

test('bytes that are no UTF-8 are read as Windows-1252', () => {
	expect(decode(Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x78, 0x94))).toEqual({ text: 'café “x”', encoding: 'Windows-1252' });
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
