import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawReport } from './drawReport.ts';
import { isSoundPicture } from './soundPicture.ts';
import { sampleWith, sampleWorkshop } from './testing/sampleWorkshop.ts';

const chunk = (name: string, data: Buffer): Buffer => {
	const head = Buffer.alloc(8);
	head.writeUInt32BE(data.length);
	head.write(name, 4, 'latin1');
	return Buffer.concat([head, data, Buffer.alloc(4)]);
};
/** @param type of its colours: 2 is RGB, 3 a palette, 6 RGB with transparency. */
function png(type: number, pixels: Buffer, size = 2, more: Buffer[] = []): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(size, 0);
	header.writeUInt32BE(size, 4);
	header.set([8, type], 8);
	return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), ...more, chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}
const two = { width: 2, height: 2 };

test('a PNG is sound when its colours unpack to as many points as it has', () => {
	expect(isSoundPicture(png(6, deflateSync(Buffer.alloc(18))), two)).toBe(true);
	expect(isSoundPicture(png(2, deflateSync(Buffer.alloc(14))), two)).toBe(true);
	expect(isSoundPicture(png(6, deflateSync(Buffer.alloc(17))), two)).toBe(false);
	expect(isSoundPicture(png(6, Buffer.from('garbage')), two)).toBe(false);
	expect(isSoundPicture(png(7, deflateSync(Buffer.alloc(18))), two)).toBe(false);
	expect(isSoundPicture(png(3, deflateSync(Buffer.alloc(6))), two)).toBe(false);
	expect(isSoundPicture(png(3, deflateSync(Buffer.alloc(6)), 2, [chunk('PLTE', Buffer.alloc(3))]), two)).toBe(true);
});

test('one that unpacks to far more than its size is none, and a JPEG without a picture neither', () => {
	expect(isSoundPicture(png(2, deflateSync(Buffer.alloc(50_000_000))), two)).toBe(false);
	expect(isSoundPicture(Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 2, 0, 2, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]), two)).toBe(false);
});

test('a torn logo is left out of the report, which says so and is drawn', async () => {
	const logo = { type: 'image/png', data: png(6, Buffer.from('garbage')).toString('base64'), width: 2, height: 2 } as const;
	const file = sampleWith({ workshop: { ...sampleWorkshop.workshop, report: { logo } } });
	const { pages, notes } = await drawReport(file, { document: 'report', pageSize: 'A4', language: 'en', printedAt: '2026-05-14T12:00:00.000Z', largePrint: false });
	expect(pages).toBeGreaterThan(5);
	expect(notes).toEqual([expect.stringContaining('The logo is no picture')]);
});
