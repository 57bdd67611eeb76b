import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packedHead, unpackedFiles, type PackedFile } from './packedFiles.ts';

const packed = (files: readonly PackedFile<Uint8Array>[]): Uint8Array => {
	const parts = [packedHead(files), ...files.flatMap((file) => ('bytes' in file ? [file.bytes] : []))];
	return Uint8Array.from(parts.flatMap((part) => [...part]));
};
const anyFile = fc.oneof(
	fc.record({ path: fc.string({ unit: 'grapheme' }), bytes: fc.uint8Array({ maxLength: 200 }) }),
	fc.record({ path: fc.string(), error: fc.string() }),
);

test('files of any name and content come out as they went in, and those that could not be read with their sentence', () => {
	fc.assert(fc.property(fc.array(anyFile), (files) => {
		expect(unpackedFiles(packed(files))).toEqual(files);
	}));
});

test('what is cut short, runs on, or is no list of files gives none', () => {
	const whole = packed([{ path: 'scan/„ward“ 👋.txt', bytes: Uint8Array.of(1, 2, 3) }]);
	for (let length = 0; length < whole.length; length++) expect(unpackedFiles(whole.slice(0, length))).toBeNull();
	expect(unpackedFiles(Uint8Array.from([...whole, 0]))).toBeNull();
	const other = new TextEncoder().encode('{"not": "a list"}');
	expect(unpackedFiles(Uint8Array.from([0, 0, 0, other.length, ...other]))).toBeNull();
	expect(unpackedFiles(Uint8Array.of(255, 255, 255, 255, 1))).toBeNull();
	fc.assert(fc.property(fc.uint8Array(), (bytes) => void unpackedFiles(bytes)));
});
