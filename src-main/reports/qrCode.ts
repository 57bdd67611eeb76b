/** QR codes as vectors: black on white, with their border of four modules. */
import encodeQR from 'qr';
import type { Doc } from './paper.ts';

/** @param size of the code with its border. */
export function drawQr(doc: Doc, text: string, x: number, y: number, size: number): void {
	const modules = encodeQR(text, 'raw', { border: 4, ecc: 'medium' });
	const module = size / modules.length;
	doc.rect(x, y, size, size).fill('#FFFFFF');
	modules.forEach((row, index) => {
		for (let from = 0; from < row.length; from++) {
			if (!row[from]) continue;
			let to = from;
			while (row[to]) to++;
			// A hair of overlap, or a printer shows seams between rows.
			doc.rect(x + from * module, y + index * module, (to - from) * module, module + 0.05);
			from = to;
		}
	});
	doc.fill('#000000');
}
