/** Recognises UTF-16 that has no byte order mark, by its spaces and line ends: a zero byte stands beside each. */

const least = 4;
const littleEndian = new TextDecoder('utf-16le', { fatal: true });
const bigEndian = new TextDecoder('utf-16be', { fatal: true });

/** @returns null where the bytes are more likely something else. */
export function utf16Without(bytes: Uint8Array): { text: string; encoding: 'UTF-16LE' | 'UTF-16BE' } | null {
	if (bytes.length < least || bytes.length % 2 !== 0 || !bytes.subarray(0, 4096).includes(0) || isAscii(bytes)) return null;
	const little = decoded(bytes, littleEndian);
	const big = decoded(bytes, bigEndian);
	const best = plausibility(little) >= plausibility(big) ? little : big;
	// Text has a blank every now and then; a picture or a program has few, and codes that no text has.
	if (plausibility(best) < 0.02) return null;
	return best === little ? { text: best!, encoding: 'UTF-16LE' } : { text: best!, encoding: 'UTF-16BE' };
}

/** Whether most pairs of bytes are two characters of ASCII: then a zero among them is damage. */
function isAscii(bytes: Uint8Array): boolean {
	const end = Math.min(bytes.length, 4096);
	let pairs = 0;
	for (let at = 0; at + 1 < end; at += 2) if (isAsciiText(bytes[at]!) && isAsciiText(bytes[at + 1]!)) pairs++;
	return pairs * 4 >= end;
}

const isAsciiText = (byte: number): boolean => (byte >= 0x20 && byte <= 0x7e) || (byte >= 0x09 && byte <= 0x0d);

function decoded(bytes: Uint8Array, decoder: TextDecoder): string | null {
	try {
		return decoder.decode(bytes);
	} catch {
		return null;
	}
}

const odd = /[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\p{Co}\p{Cn}]/u;

/** Share of characters that are spaces, line ends or ASCII letters; 0 for what no text is. */
function plausibility(text: string | null): number {
	if (text === null || odd.test(text)) return 0;
	const start = text.slice(0, 20_000);
	return (start.match(/[ \r\na-zA-Z]/g)?.length ?? 0) / start.length;
}
