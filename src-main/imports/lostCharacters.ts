/** Says where characters are gone for good: replaced by U+FFFD, or cut short by a program that dropped one of their bytes. */
import type { Repair } from '../../src-shared/schemas/document.ts';
import type { Warn } from './reading.ts';

const replaced = /\ufffd+/g;
/** What is left of a closing quote, or of a letter such as à or Í, whose last byte Windows-1252 has no character for. */
const cutShort = /â€\ufffd?(?![\u0080-\u024f\u2010-\u203a\u20ac\u2122])|Ã(?:\ufffd|(?=\s|$))|\ufffd+/g;
const shown = 20;

export function warnOfLostCharacters(text: string, repairs: Repair[], warn: Warn): void {
	const isMojibake = repairs.some(({ from }) => from !== 'Mac Roman');
	if (!isMojibake && !text.includes('\ufffd')) return;
	const lost = isMojibake ? cutShort : replaced;
	let lines = 0;
	let line = 0;
	for (const source of text.split('\n')) {
		line++;
		const found = isMojibake || source.includes('\ufffd') ? [...source.matchAll(lost)] : [];
		if (found.length === 0 || ++lines > shown) continue;
		const [first] = found;
		const around = source.slice(Math.max(0, first!.index - 20), first!.index + 20).trim();
		const what = found.length === 1 ? 'A character of this line was' : `${found.length} characters of this line were`;
		warn(line, `${what} lost before the file was saved (“${around}”); nothing here can restore ${found.length === 1 ? 'it' : 'them'}.`);
	}
	if (lines > shown) warn(null, `Characters were lost in ${lines - shown} more lines.`);
}
