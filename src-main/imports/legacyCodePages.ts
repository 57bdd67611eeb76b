/** Code pages that UTF-8 is wrongly read in, turned round: from a character back to the byte it stood for. */

export type LegacyEncoding = 'Mac Roman' | 'Windows-1252' | 'Latin-1';

export interface CodePage {
	/** Indexed by UTF-16 code unit; 0 where the code page has no byte from 0x80 up for it. */
	byteOf: Uint8Array;
	/** Finds whether a text has any place that could be two bytes of UTF-8: a quick way to say no. */
	anyPair: RegExp;
	/** Says which encoding a piece of text was read in, where one code page serves two. */
	name(piece: string): LegacyEncoding;
}

/** Bytes 0x80 to 0xFF of Mac Roman, as Apple's ROMAN.TXT has them (0xDB is the euro sign since 1998). */
const macRoman =
	'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
	'¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** Bytes 0x80 to 0x9F of Windows-1252; the five it leaves undefined stay control characters, as browsers have it. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Node 20's own decoder reads Windows-1252 as Latin-1, so this one is ours. */
export function decodeWindows1252(bytes: Uint8Array): string {
	const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	return latin1.replace(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80]!);
}

export const decodeMacRoman = (bytes: Uint8Array): string =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replace(/[\x80-\xff]/g, (character) => macRoman[character.charCodeAt(0) - 0x80]!);

function codePage(upperHalf: string, aliases: [string, number][], name: CodePage['name']): CodePage {
	const byteOf = new Uint8Array(0x10000);
	for (let byte = 0x80; byte <= 0xff; byte++) byteOf[upperHalf.charCodeAt(byte - 0x80)] = byte;
	for (const [character, byte] of aliases) byteOf[character.charCodeAt(0)] ||= byte;
	const among = (from: number, to: number): string => {
		let found = '';
		for (let unit = 0x80; unit < 0x10000; unit++) {
			if (byteOf[unit]! >= from && byteOf[unit]! <= to) found += `\\u${unit.toString(16).padStart(4, '0')}`;
		}
		return `[${found}]`;
	};
	return { byteOf, anyPair: new RegExp(among(0xc2, 0xf4) + among(0x80, 0xbf)), name };
}

const range = (from: number, to: number): string[] =>
	Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));

/** The euro sign's older meaning, and the Greek letters that other tables give for the ohm and the increment sign. */
const macAliases: [string, number][] = [['¤', 0xdb], ['\u2126', 0xbd], ['\u0394', 0xc6], ['\u03bc', 0xb5]];
const latin1Only = /[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]/;

/** In the order in which they are tried. Latin-1 differs from Windows-1252 only in 0x80 to 0x9F, so one table reads both. */
export const codePages: CodePage[] = [
	codePage(macRoman, macAliases, () => 'Mac Roman'),
	codePage(
		windows1252 + range(0xa0, 0xff).join(''),
		range(0x80, 0x9f).map((character) => [character, character.charCodeAt(0)]),
		(piece) => (latin1Only.test(piece) ? 'Latin-1' : 'Windows-1252'),
	),
];
