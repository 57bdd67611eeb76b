/**
 * Whether a PNG or JPEG is what its header says, before anything decodes it: pdfkit unpacks a PNG's transparency after the
 * last page, where a torn one would take the whole report with it, and a small file can unpack to more memory than there is.
 */
import { inflateSync } from 'node:zlib';

/** Channels by colour type; other types are none. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const palette = 3;

export const isSoundPicture = (bytes: Buffer, size: { width: number; height: number }): boolean => (bytes[0] === 0x89 ? isSoundPng(bytes, size) : hasScan(bytes));

function isSoundPng(bytes: Buffer, { width, height }: { width: number; height: number }): boolean {
	const [depth, type, isInterlaced] = [bytes[24]!, bytes[25]!, bytes[28] !== 0];
	const perPixel = channels[type];
	const { data, hasPalette } = chunksOf(bytes);
	if (perPixel === undefined || (type === palette && !hasPalette)) return false;
	const whole = height * (1 + Math.ceil((width * perPixel * depth) / 8));
	try {
		// Interlaced lines are shorter and more.
		const unpacked = inflateSync(Buffer.concat(data), { maxOutputLength: 2 * whole + 4096 });
		return isInterlaced || unpacked.length >= whole;
	} catch {
		return false;
	}
}

function chunksOf(bytes: Buffer): { data: Buffer[]; hasPalette: boolean } {
	const found = { data: [] as Buffer[], hasPalette: false };
	for (let at = 8; at + 12 <= bytes.length; ) {
		const length = bytes.readUInt32BE(at);
		const name = bytes.toString('latin1', at + 4, at + 8);
		if (name === 'PLTE') found.hasPalette = length > 0;
		if (name === 'IDAT') found.data.push(bytes.subarray(at + 8, at + 8 + length));
		at += 12 + length;
	}
	return found;
}

/** A JPEG's picture begins after its start of scan. */
function hasScan(bytes: Buffer): boolean {
	const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
	return scan >= 0 && scan + 12 < bytes.length;
}
