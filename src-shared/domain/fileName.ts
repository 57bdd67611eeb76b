/** Names of the files that Longview writes. */
import type { ExportFormat } from '../schemas/export.ts';

/** Systems count bytes, 255 of them. */
const mostBytes = 200;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/**
 * A file name that every system takes, with the extension.
 * @param suffix follows the title, which is shortened where both are too long: what tells two files apart stays.
 */
export function fileNameOf(title: string, extension: 'longview' | 'pdf' | 'svg' | 'png' | 'ics' | ExportFormat, suffix = ''): string {
	const safe = title
		.normalize('NFC')
		.replace(new RegExp(`\\.${extension}$`, 'i'), '')
		.replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/^\.+|\.+$/g, '');
	const letters = [...safe].slice(0, 80);
	while (bytesOf(letters.join('') + suffix) > mostBytes) letters.pop();
	return `${letters.join('').trim() || 'Workshop'}${suffix}.${extension}`;
}
