/** Reads a PDF back as a person would, with poppler. */
import { execFileSync } from 'node:child_process';

export function hasPoppler(): boolean {
	try {
		execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** The words of all pages, white space folded. */
export const pdfText = (path: string): string =>
	execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');

/** The properties that pdfinfo prints. */
export function pdfInfo(path: string): Record<string, string> {
	const lines = execFileSync('pdfinfo', [path], { encoding: 'utf8' }).split('\n');
	return Object.fromEntries(lines.map((line) => line.split(/:\s+(.*)/)).map(([key, value]) => [key, value ?? '']));
}
