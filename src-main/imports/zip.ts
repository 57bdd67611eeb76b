/**
 * Opens the zip archives that office files are. Counts and sizes are checked in the archive's list before anything is
 * inflated, and inflating stops at the size that the list declares, so that no small file fills the memory.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { UnreadableDocument } from './unreadable.ts';

const maxEntries = 1000;
const maxRatio = 100;
const maxInflated = 64 * 1024 * 1024;

interface Entry {
	name: string;
	method: number;
	compressed: number;
	inflated: number;
	/** Where its own header stands. */
	offset: number;
}

export interface Archive {
	has(name: string): boolean;
	/** @throws UnreadableDocument where the content is not what the list declares. */
	read(name: string): Buffer | null;
	readonly names: string[];
}

const listEnd = 0x06054b50;
const listEntry = 0x02014b50;
const localHeader = 0x04034b50;
const broken = (): UnreadableDocument => new UnreadableDocument('The file is damaged: its inside cannot be unpacked. Save it again in the program it comes from and import it.');

/** @throws UnreadableDocument for an archive that is broken, has a password, or passes a limit. */
export function openArchive(bytes: Uint8Array): Archive {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const entries = listEntries(buffer);
	checkLimits(entries, buffer.length);
	const byName = new Map(entries.map((entry) => [entry.name, entry]));
	return {
		names: [...byName.keys()],
		has: (name) => byName.has(name),
		read(name) {
			const entry = byName.get(name);
			return entry ? inflate(buffer, entry) : null;
		},
	};
}

function listEntries(buffer: Buffer): Entry[] {
	const end = findEnd(buffer);
	const count = buffer.readUInt16LE(end + 10);
	if (count > maxEntries) throw tooMany(count);
	let at = buffer.readUInt32LE(end + 16);
	const entries: Entry[] = [];
	for (let n = 0; n < count; n++) {
		if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== listEntry) throw broken();
		if ((buffer.readUInt16LE(at + 8) & 1) === 1) throw new UnreadableDocument('The file is protected by a password. Save it without one and import it again.');
		const nameLength = buffer.readUInt16LE(at + 28);
		entries.push({
			name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
			method: buffer.readUInt16LE(at + 10),
			compressed: buffer.readUInt32LE(at + 20),
			inflated: buffer.readUInt32LE(at + 24),
			offset: buffer.readUInt32LE(at + 42),
		});
		at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
	}
	return entries;
}

/** The end of the list is found from behind: a comment of at most 64 KB may follow it. */
function findEnd(buffer: Buffer): number {
	for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 22 - 0xffff); at--) {
		if (buffer.readUInt32LE(at) === listEnd) return at;
	}
	throw broken();
}

const tooMany = (count: number): UnreadableDocument =>
	new UnreadableDocument(`The file holds ${count} parts and the limit is ${maxEntries}. Save it again in the program it comes from, or import its text.`);

function checkLimits(entries: readonly Entry[], fileBytes: number): void {
	const inflated = entries.reduce((sum, entry) => sum + entry.inflated, 0);
	if (inflated > maxInflated) {
		throw new UnreadableDocument(`Unpacked the file would have ${Math.ceil(inflated / 1024 / 1024)} MB and the limit is 64 MB. Save the part that matters as a file of its own.`);
	}
	// Small files of repeated rows pack well beyond any ratio, and do no harm.
	if (inflated > 1024 * 1024 && inflated / fileBytes > maxRatio) {
		throw new UnreadableDocument(`The file is packed ${Math.round(inflated / fileBytes)} to 1 and the limit is ${maxRatio} to 1, as only files made to fill the memory are. Save it again in the program it comes from.`);
	}
}

function inflate(buffer: Buffer, { method, compressed, inflated, offset }: Entry): Buffer {
	if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== localHeader) throw broken();
	const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
	const data = buffer.subarray(start, start + compressed);
	if (data.length < compressed) throw broken();
	if (method === 0) return data;
	if (method !== 8) throw broken();
	if (inflated === 0) return Buffer.alloc(0);
	try {
		return inflateRawSync(data, { maxOutputLength: inflated });
	} catch {
		throw broken();
	}
}

/** Packs parts without compression, for libraries that unpack by themselves: what they are given was checked before. */
export function packArchive(parts: readonly { name: string; data: Uint8Array }[]): Buffer {
	const pieces: Buffer[] = [];
	const list: Buffer[] = [];
	let offset = 0;
	for (const { name, data } of parts) {
		const title = Buffer.from(name, 'utf8');
		const head = Buffer.alloc(26);
		head.writeUInt16LE(20, 0);
		head.writeUInt16LE(0x0800, 2);
		head.writeUInt16LE(0x21, 8);
		head.writeUInt32LE(crc32(data), 10);
		head.writeUInt32LE(data.length, 14);
		head.writeUInt32LE(data.length, 18);
		head.writeUInt16LE(title.length, 22);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(listEntry, 0);
		entry.writeUInt16LE(20, 4);
		head.copy(entry, 6);
		entry.writeUInt32LE(offset, 42);
		const mark = Buffer.alloc(4);
		mark.writeUInt32LE(localHeader);
		pieces.push(mark, head, title, Buffer.from(data.buffer, data.byteOffset, data.byteLength));
		list.push(entry, title);
		offset += 30 + title.length + data.length;
	}
	const size = list.reduce((sum, { length }) => sum + length, 0);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(listEnd, 0);
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(size, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...pieces, ...list, end]);
}

/** The XML parts of an archive, checked and repacked; pictures and programs stay out. */
export function repackXml(archive: Archive): Buffer {
	const parts = archive.names
		.filter((name) => /\.(?:xml|rels)$/i.test(name))
		.map((name) => ({ name, data: archive.read(name)! }));
	for (const { data } of parts) refuseEntities(data);
	return packArchive(parts);
}

/** No office program writes a document type, and entities are how small XML becomes large. */
function refuseEntities(data: Buffer): void {
	if (data.includes('<!DOCTYPE') || data.includes('<!ENTITY')) {
		throw new UnreadableDocument('The file has definitions inside that no office program writes, so it is not read. Save it again in the program it comes from.');
	}
}
