/** Reads UTF-8 with some bytes in it that are none, as from a paragraph that was pasted in from another encoding. */
import { isUtf8 } from 'node:buffer';
import type { Warning } from '../../src-shared/schemas/document.ts';
import { decodeSingleByte } from './singleByte.ts';

export interface Damaged {
	text: string;
	encoding: 'UTF-8';
	warnings: Warning[];
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const sequence = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
const shownWarnings = 20;

/** @returns null where most of the bytes above ASCII are no UTF-8, so that the file is in another encoding as a whole. */
export function damagedUtf8(bytes: Uint8Array): Damaged | null {
	const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	const good = latin1.match(sequence)?.length ?? 0;
	const bad = latin1.replace(sequence, '').match(/[\x80-\xff]/g)?.length ?? 0;
	if (good < 2 || good < bad) return null;
	return readByLines(bytes);
}

function readByLines(bytes: Uint8Array): Damaged {
	const lines: string[] = [];
	const warnings: Warning[] = [];
	let from = 0;
	while (from <= bytes.length) {
		const newline = bytes.indexOf(0x0a, from);
		const line = bytes.subarray(from, newline < 0 ? bytes.length : newline);
		lines.push(readLine(line, lines.length + 1, warnings));
		if (newline < 0) break;
		from = newline + 1;
	}
	return { text: lines.join('\n'), encoding: 'UTF-8', warnings: warnings.slice(0, shownWarnings) };
}

function readLine(bytes: Uint8Array, line: number, warnings: Warning[]): string {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (isUtf8(buffer)) return buffer.toString('utf8');
	if (!buffer.toString('latin1').match(sequence)) {
		const { text, encoding } = decodeSingleByte(bytes);
		warnings.push({ line, message: `The line is not in UTF-8 like the rest; it is read as ${encoding}.` });
		return text;
	}
	warnings.push({ line, message: 'Some bytes of the line are no UTF-8; the characters they stood for are lost.' });
	return lenient.decode(bytes);
}
