/** Documents that specs make up: signal pages as archives have them, and files that nobody can read. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface GivenFile {
	name: string;
	text: string | Buffer;
}

interface PageRow {
	name: string;
	description?: string;
	relevancy?: string;
}

/** A signal page whose first row stands in line 17. */
export function signalPage(title: string, rows: readonly PageRow[]): string {
	return [
		`# __${title}__, (from page [20240101](https://example.org/p/20240101).)`,
		'', `__[External link](https://example.org/${encodeURIComponent(title)})__`,
		'', '## Keywords', '', '* horizon scanning',
		'', '## Summary', '', `${title}, in one sentence.`,
		'', '## Signals', '',
		'| name | description | change | 10-year | driving-force | relevancy |',
		'|:-----|:------------|:-------|:--------|:--------------|----------:|',
		...rows.map(({ name, description = 'What is seen.', relevancy = '3' }) => `| ${name} | ${description} | From few to many. | Many. | Need. | ${relevancy} |`),
		'',
	].join('\n');
}

/** Writes files into a folder of their own, subfolders included. @returns the folder. */
export function folderOf(files: readonly GivenFile[]): string {
	const folder = mkdtempSync(join(tmpdir(), 'longview-e2e-files-'));
	for (const { name, text } of files) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	return folder;
}

/** The first bytes of every PNG picture. */
export const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
