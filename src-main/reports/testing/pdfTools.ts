/** Reads a PDF back with poppler and qpdf, as other programs see it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const needed = ['pdftotext', 'pdfinfo', 'pdffonts', 'qpdf'];
const absent = needed.filter((tool) => spawnSync(tool, ['--version']).error);

/** False where the tools are not installed; says so once, so that a skipped test is no secret. */
export const canReadPdf = absent.length === 0;
if (!canReadPdf)
	process.stderr.write(
		`Tests that read PDFs back are skipped: ${absent.join(', ')} not found (Debian: poppler-utils, qpdf).\n`,
	);

export interface ReadPdf {
	/** Page by page, in reading order. */
	pages: string[];
	/** All of it, with runs of white space as one space. */
	text: string;
	info: string;
	structure: string;
	fonts: { name: string; embedded: boolean; subset: boolean; unicode: boolean }[];
	/** What qpdf complains about; empty for a sound file. */
	complaints: string;
	/** The file with its streams uncompressed. */
	source: string;
}

/** What qpdf complains about; empty for a sound file. */
export function complaintsAbout(bytes: Uint8Array): string {
	return inFile(bytes, (path) => {
		const check = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
		return check.status === 0 ? '' : check.stdout + check.stderr;
	});
}

function inFile<Result>(bytes: Uint8Array, read: (path: string) => Result): Result {
	const folder = mkdtempSync(join(tmpdir(), 'longview-pdf-'));
	try {
		const path = join(folder, 'report.pdf');
		writeFileSync(path, bytes);
		return read(path);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

export function readPdf(bytes: Uint8Array): ReadPdf {
	return inFile(bytes, (path) => {
		const run = (tool: string, ...args: string[]) =>
			execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] });
		const all = run('pdftotext', '-enc', 'UTF-8', path, '-');
		return {
			pages: all.split('\f').slice(0, -1),
			text: all.replace(/\s+/g, ' '),
			info: run('pdfinfo', path),
			structure: run('pdfinfo', '-struct-text', path),
			fonts: fontsOf(run('pdffonts', path)),
			complaints: complaintsAbout(bytes),
			source: execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], {
				encoding: 'latin1',
				maxBuffer: 2 ** 28,
			}),
		};
	});
}

function fontsOf(listing: string): ReadPdf['fonts'] {
	return listing
		.trim()
		.split('\n')
		.slice(2)
		.map((line) => {
			const [, name, embedded, subset, unicode] = /^(\S+)\s.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(line)!;
			return { name: name!, embedded: embedded === 'yes', subset: subset === 'yes', unicode: unicode === 'yes' };
		});
}
