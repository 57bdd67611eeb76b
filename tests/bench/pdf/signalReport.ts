/** The report of signals through the product's own drawing code, fully tagged; its type is as large as the peers' is. */
import { draftWorkshopFile } from '../../../src-main/reports/draft.ts';
import { paragraph } from '../../../src-main/reports/flow.ts';
import { createPaper, type Paper, type Tag } from '../../../src-main/reports/paper.ts';
import { colours, type StyleName, type TextStyle } from '../../../src-main/reports/theme.ts';
import { reportOptionsSchema } from '../../../src-shared/schemas/report.ts';
import * as v from 'valibot';
import type { MadeReport, MadeSignal } from './content.ts';

const chart = { height: 70, bar: 9, pitch: 13, labels: 90, widest: 240, most: 24 };

export async function drawSignals(report: MadeReport): Promise<{ bytes: Uint8Array; pages: number }> {
	const file = draftWorkshopFile([], new Date(report.date));
	const paper = createPaper({ ...file, workshop: { ...file.workshop, title: report.title } }, v.parse(reportOptionsSchema, { printedAt: new Date(report.date).toISOString() }));
	resize(paper);
	paper.newPage();
	paper.y = 260;
	paragraph(paper, paper.root, report.title, { as: 'H1', style: 'title', after: 12 });
	paragraph(paper, paper.root, report.subtitle, { style: 'lead', after: 12 });
	paragraph(paper, paper.root, `${report.author}, ${report.date}`, { style: 'small' });
	paper.newPage();
	for (const signal of report.signals) drawSignal(paper, signal);
	return paper.finish();
}

function resize(paper: Paper): void {
	const styles = paper.theme.styles as Record<StyleName, TextStyle>;
	const sized = (name: StyleName, size: number, leading: number) => (styles[name] = { ...styles[name], size, leading });
	paper.theme.styles = { ...styles, title: sized('title', 28, 34), lead: sized('lead', 14, 18), small: sized('small', 11, 14), heading: sized('heading', 16, 19), strong: sized('strong', 10, 12.5), body: sized('body', 10, 14), label: sized('label', 8, 9) };
}

function drawSignal(paper: Paper, { title, fields, votes }: MadeSignal): void {
	const section = paper.tag(paper.root, 'Sect');
	paper.need(90);
	paper.bookmark(title);
	paragraph(paper, section, title, { as: 'H2', style: 'heading', after: 4 });
	for (const { name, text } of fields) {
		paragraph(paper, section, name, { as: 'H3', style: 'strong', keep: 28 });
		paragraph(paper, section, text, { after: 4 });
	}
	paper.need(chart.height + 24);
	drawVotes(paper, section, votes);
	section.end();
	paper.y += chart.height + 20;
}

function drawVotes(paper: Paper, section: Tag, votes: MadeSignal['votes']): void {
	const { left, y, doc } = paper;
	const bbox: [number, number, number, number] = [left, y, left + chart.labels + chart.widest + 20, y + chart.height];
	const figure = paper.tag(section, 'Figure', { alt: `Votes: ${votes.map(({ label, count }) => `${label}: ${count}`).join(', ')}.`, bbox });
	paper.content(figure, () => {
		votes.forEach(({ label, count }, index) => {
			const top = y + 4 + index * chart.pitch;
			const width = (chart.widest * count) / chart.most;
			paper.drawLine(paper.set(label, 'label', chart.labels)[0]!, left, top, chart.bar);
			doc.rect(left + chart.labels, top, width, chart.bar).fill(colours.action);
			paper.drawLine(paper.set(String(count), 'label', 40)[0]!, left + chart.labels + width + 4, top, chart.bar);
		});
	});
	figure.end();
}
