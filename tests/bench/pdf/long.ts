/** One process, one way of writing the same text: `ours`, tagged and laid out, or `bare`, pdfkit by itself. Prints one line of JSON. */
import PDFDocument from 'pdfkit';
import { join } from 'node:path';
import { resources } from '../../../src-main/paths.ts';
import { madeReport, type MadeReport } from './content.ts';
import { drawSignals } from './signalReport.ts';

export interface Long {
	milliseconds: number;
	cpuMilliseconds: number;
	peakMegabytes: number;
	pages: number;
	bytes: number;
}

const [how, signals] = process.argv.slice(2);
const report = madeReport(Number(signals));
const draw = how === 'bare' ? bare : drawSignals;
const [before, cpu] = [performance.now(), process.cpuUsage()];
const { bytes, pages } = await draw(report);
const used = process.cpuUsage(cpu);
console.log(JSON.stringify({
	milliseconds: performance.now() - before, cpuMilliseconds: (used.user + used.system) / 1000, peakMegabytes: process.resourceUsage().maxRSS / 1024, pages, bytes: bytes.length,
} satisfies Long));

function bare({ title, signals: all }: MadeReport): Promise<{ bytes: Uint8Array; pages: number }> {
	const doc = new PDFDocument({ size: 'A4', margin: 54, font: join(resources, 'fonts', 'atkinson-hyperlegible-next-latin-400-normal.woff') });
	let pages = 1;
	doc.on('pageAdded', () => pages++);
	const chunks: Buffer[] = [];
	doc.on('data', (chunk: Buffer) => chunks.push(chunk));
	const ended = new Promise<{ bytes: Uint8Array; pages: number }>((resolve) => doc.on('end', () => resolve({ bytes: Buffer.concat(chunks), pages })));
	doc.fontSize(28).text(title).addPage();
	for (const signal of all) {
		doc.fontSize(16).text(signal.title);
		for (const { name, text } of signal.fields) doc.fontSize(10).text(name).text(text, { lineGap: 4 });
		for (const { label, count } of signal.votes) doc.fontSize(8).text(`${label} ${count}`);
	}
	doc.end();
	return ended;
}
