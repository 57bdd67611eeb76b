/**
 * Pages as pictures, coarse enough to be the same on any machine: the mean grey of each of 16 × 22 fields, as two hexadecimal
 * digits. A line that moved, a table that is cut or a lost picture changes fields by far more than another rasteriser does.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [across, down] = [16, 22];
const dotsPerInch = 24;

/** @returns a line for each page. */
export function pagePictures(bytes: Uint8Array): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'longview-pages-'));
	try {
		writeFileSync(join(folder, 'report.pdf'), bytes);
		execFileSync('pdftoppm', ['-gray', '-r', String(dotsPerInch), join(folder, 'report.pdf'), join(folder, 'page')]);
		return readdirSync(folder).filter((name) => name.endsWith('.pgm')).sort().map((name) => fieldsOf(readFileSync(join(folder, name))));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Of a binary PGM: "P5", width, height and 255 in its head, then a byte for each point. */
function fieldsOf(picture: Buffer): string {
	const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 40))!;
	const [width, height, start] = [Number(head[1]), Number(head[2]), head[0].length];
	let fields = '';
	for (let row = 0; row < down; row++) {
		for (let column = 0; column < across; column++) {
			const [left, right] = [Math.floor((column * width) / across), Math.floor(((column + 1) * width) / across)];
			const [top, bottom] = [Math.floor((row * height) / down), Math.floor(((row + 1) * height) / down)];
			let sum = 0;
			for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += picture[start + y * width + x]!;
			fields += Math.round(sum / ((right - left) * (bottom - top))).toString(16).padStart(2, '0');
		}
	}
	return fields;
}

/** The largest difference of a field, 0 to 255, and where it is: "column 3, row 5". */
export function difference(before: string, now: string): { most: number; where: string } {
	let [most, at] = [0, 0];
	for (let field = 0; field < across * down; field++) {
		const apart = Math.abs(parseInt(before.slice(field * 2, field * 2 + 2), 16) - parseInt(now.slice(field * 2, field * 2 + 2), 16));
		if (apart > most) [most, at] = [apart, field];
	}
	return { most, where: `column ${(at % across) + 1} of ${across}, row ${Math.floor(at / across) + 1} of ${down}` };
}
