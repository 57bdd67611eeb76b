/** The report in the shape that the pdf suite compares: laid out in a worker thread, written by this one. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';

const pool = new Piscina({ filename: fileURLToPath(new URL('signalWorker.mjs', import.meta.url)), minThreads: 1, maxThreads: 1 });

export async function render(report, file) {
	const { bytes } = await pool.run(report);
	await writeFile(file, bytes);
}

export const close = () => pool.close({ force: true });
