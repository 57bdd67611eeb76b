/** Names of the files that Longview writes. */

/** A file name that every system takes, with the extension. */
export function fileNameOf(title: string, extension: 'longview' | 'pdf' | 'svg' | 'png' | 'ics'): string {
	const safe = title
		.normalize('NFC')
		.replace(new RegExp(`\\.${extension}$`, 'i'), '')
		.replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/^\.+|\.+$/g, '');
	const name = [...safe].slice(0, 80).join('').trim();
	return `${name || 'Workshop'}.${extension}`;
}
