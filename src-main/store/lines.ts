/** One checksummed line: the CRC-32 of its JSON as eight hex digits, a space, the JSON, a line feed. */
import { crc32 } from 'node:zlib';

const newline = 0x0a;
const headLength = 9;

/** Where a line lies in its file, checksum and line feed included. */
export interface Position {
	offset: number;
	length: number;
}

/** JSON as text or in UTF-8, whole or in parts that follow one another, without a line feed in it. */
export type LineJson = string | Uint8Array | readonly Uint8Array[];

export const encodeLine = (json: LineJson): Buffer => Buffer.concat(lineParts(json));

/** The same in parts, so that the JSON of a document is not copied before it is written. */
export function lineParts(json: LineJson): Uint8Array[] {
	const payload = typeof json === 'string' ? [Buffer.from(json)] : json instanceof Uint8Array ? [json] : json;
	const sum = payload.reduce((before, part) => crc32(part, before), 0);
	return [Buffer.from(`${sum.toString(16).padStart(8, '0')} `), ...payload, Buffer.of(newline)];
}

/** @param line with its line feed. @returns the JSON's bytes, or null where the line is torn or corrupt. */
export function decodeLine(line: Uint8Array): Buffer | null {
	const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength);
	if (bytes.length < headLength + 1 || bytes.at(-1) !== newline || bytes[headLength - 1] !== 0x20) return null;
	const payload = bytes.subarray(headLength, -1);
	const sum = crc32(payload).toString(16).padStart(8, '0');
	return bytes.toString('latin1', 0, headLength - 1) === sum ? payload : null;
}

/** Cuts chunks into lines; the last one comes without a line feed where the file does not end in one. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
	let parts: Uint8Array[] = [];
	for await (const chunk of chunks) {
		let start = 0;
		for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
			yield Buffer.concat([...parts, chunk.subarray(start, end + 1)]);
			parts = [];
			start = end + 1;
		}
		if (start < chunk.length) parts.push(chunk.subarray(start));
	}
	if (parts.length > 0) yield Buffer.concat(parts);
}
