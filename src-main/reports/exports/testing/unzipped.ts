/** The parts of an archive as text, found by its central directory (PKWARE, APPNOTE 4.3), as office programs find them. */
import { inflateRawSync } from 'node:zlib';

export function unzipped(bytes: Uint8Array): Map<string, string> {
	const archive = Buffer.from(bytes);
	const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
	const parts = new Map<string, string>();
	let at = archive.readUInt32LE(end + 16);
	for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
		const [method, size, nameLength, extra, comment, offset] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32), archive.readUInt32LE(at + 42)];
		const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
		const from = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
		const packed = archive.subarray(from, from + size);
		parts.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
		at += 46 + nameLength + extra + comment;
	}
	return parts;
}
