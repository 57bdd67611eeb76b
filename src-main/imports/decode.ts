/** Turns a file's bytes into text: finds the encoding, refuses what is not text, and makes every line end in \n. */
import type { Warning } from '../../src-shared/schemas/document.ts';
import { damagedUtf8 } from './damagedUtf8.ts';
import { decodeSingleByte } from './singleByte.ts';
import { UnreadableDocument } from './unreadable.ts';
import { utf16Without } from './utf16.ts';

export interface Decoded {
	text: string;
	/** UTF-8, UTF-16LE, UTF-16BE, Windows-1252 or Mac Roman. */
	encoding: string;
	/** Lines whose bytes are not of that encoding. */
	warnings: Warning[];
}

const signatures: [start: string, what: string, advice?: string][] = [
	['\x89PNG', 'a PNG picture'],
	['\xff\xd8\xff', 'a JPEG picture'],
	['GIF8', 'a GIF picture'],
	['%PDF-', 'a PDF'],
	['PK\x03\x04', 'a zip archive', 'Unpack it and import what is in it.'],
	['\xd0\xcf\x11\xe0', 'an old office file'],
	['\x1f\x8b', 'a gzip archive', 'Unpack it and import what is in it.'],
];

// Each holds memory that no collector of garbage knows the size of, so there is one of a kind.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf16Little = new TextDecoder('utf-16le');
const utf16Big = new TextDecoder('utf-16be');
const control = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/;
const lineEnd = /\r\n?/g;
const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);

/** @throws UnreadableDocument for bytes that are no text. */
export function decode(bytes: Uint8Array): Decoded {
	if (bytes.length === 0) throw new UnreadableDocument('The file is empty.');
	refuseKnownBinary(bytes);
	const { text, encoding, warnings } = decodeBytes(bytes);
	refuseControlCharacters(text);
	refuseMarkup(text);
	if (text.trim() === '') throw new UnreadableDocument('The file has nothing but blank lines.');
	return { text: text.includes('\r') ? text.replace(lineEnd, '\n') : text, encoding, warnings };
}

function decodeBytes(bytes: Uint8Array): Decoded {
	if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodeUtf8(bytes.subarray(3));
	if (startsWith(bytes, 0xff, 0xfe)) return { text: utf16Little.decode(bytes), encoding: 'UTF-16LE', warnings: [] };
	if (startsWith(bytes, 0xfe, 0xff)) return { text: utf16Big.decode(bytes), encoding: 'UTF-16BE', warnings: [] };
	const unmarked = utf16Without(bytes);
	return unmarked ? { ...unmarked, warnings: [] } : decodeUtf8(bytes);
}

function decodeUtf8(bytes: Uint8Array): Decoded {
	try {
		return { text: utf8.decode(bytes), encoding: 'UTF-8', warnings: [] };
	} catch {
		return damagedUtf8(bytes) ?? singleByte(bytes);
	}
}

function singleByte(bytes: Uint8Array): Decoded {
	const { text, encoding, isDoubtful } = decodeSingleByte(bytes);
	const message = `The file is read as ${encoding}, but its letters beyond A to Z make no words so. It may be in another encoding, such as that of Greek, Cyrillic or Polish on Windows: save it as UTF-8 and import it again.`;
	return { text, encoding, warnings: isDoubtful ? [{ line: null, message }] : [] };
}

function refuseKnownBinary(bytes: Uint8Array): void {
	const start = String.fromCharCode(...bytes.subarray(0, 8));
	const known = signatures.find(([signature]) => start.startsWith(signature));
	if (!known) return;
	throw new UnreadableDocument(`The file is ${known[1]}, whatever its name says. ${known[2] ?? 'Import text: Markdown, YAML or plain.'}`);
}

const htmlStart = /^\s*(?:<!--[^]{0,2000}?-->\s*)*(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype\s+html|<html[\s>]|<head[\s>])/i;
const richText = /^\s*\{\\rtf\d/;
const xmlStart = /^\s*<(?:\?xml\s|svg[\s>]|rss[\s>])/i;

/** As text, a page of the web is menus and scripts: what somebody wants of it is better had from the browser. */
function refuseMarkup(text: string): void {
	if (htmlStart.test(text)) {
		throw new UnreadableDocument('The file is a web page (HTML). Open it in a browser, copy its text and paste it here, or print it as PDF and import that.');
	}
	if (richText.test(text)) throw new UnreadableDocument('The file is rich text (RTF), written for programs. Save it as Word (.docx) or as plain text and import that.');
	if (xmlStart.test(text)) throw new UnreadableDocument('The file is XML, made for programs. Export it as text or as a spreadsheet from where it comes from, and import that.');
}

/** A few stray control characters occur in pasted text; NUL never does, and many of them mean that it is no text. */
function refuseControlCharacters(text: string): void {
	if (!control.test(text)) return;
	const nul = text.indexOf('\0');
	if (nul < 0 && text.split(control).length - 1 <= text.length / 100) return;
	throw new UnreadableDocument(
		nul < 0
			? 'The file is not text: too many of its characters are control codes.'
			: `The file is not text: it has a NUL byte in line ${text.slice(0, nul).split(/\r\n?|\n/).length}. Save it as UTF-8 text and import it again.`,
	);
}
