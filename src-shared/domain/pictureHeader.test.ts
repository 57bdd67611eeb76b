import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureHeader } from './pictureHeader.ts';

const png = (width: number, height: number) => {
	const bytes = new Uint8Array(33);
	bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
	new DataView(bytes.buffer).setUint32(16, width);
	new DataView(bytes.buffer).setUint32(20, height);
	return bytes;
};
const segment = (marker: number, ...body: number[]) => [0xff, marker, 0, body.length + 2, ...body];
const frame = (marker: number) => segment(marker, 8, 0x01, 0x2c, 0x02, 0x58, 3);
const jpeg = (...parts: number[][]) => new Uint8Array([0xff, 0xd8, ...parts.flat(), 0, 0]);

test('a PNG and a JPEG say their size before they are decoded', () => {
	expect(pictureHeader(png(12_000, 9_000))).toEqual({ type: 'image/png', width: 12_000, height: 9_000 });
	expect(pictureHeader(jpeg(segment(0xe1, 1, 2, 3), segment(0xdb, 9, 9), frame(0xc2)))).toEqual({ type: 'image/jpeg', width: 600, height: 300 });
	expect(pictureHeader(jpeg(segment(0xc4, 1, 2, 3), [0xff], frame(0xc0))), 'a table is no frame, and filling is skipped').toMatchObject({ width: 600 });
});

test('what is no picture, or ends early, has no size', () => {
	expect([new Uint8Array(), new TextEncoder().encode('<svg/>'), png(3, 4).subarray(0, 20), png(0, 4), jpeg(segment(0xda, 1))].map(pictureHeader)).toEqual([null, null, null, null, null]);
	fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
		pictureHeader(bytes);
		pictureHeader(new Uint8Array([0xff, 0xd8, ...bytes]));
	}));
});
