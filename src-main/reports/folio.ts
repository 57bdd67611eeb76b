/** What runs along the foot of every page: the workshop, the document and its date, whose it is, and the number of the page. */
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import type { Paper } from './paper.ts';
import { commonWords } from './words/common.ts';

const logoBox = { width: 54, height: 18, align: 'right' } as const;
const gap = 14;
/** Of the title, below which the organisation's name makes room for it. */
const leastTitle = 90;
const longestName = 0.3;

export function drawFolio(paper: Paper, title: string, { printedAt, document }: ReportOptions): void {
	const { doc, theme, logo } = paper;
	const y = paper.pageHeight - theme.folio;
	const leading = theme.styles.folio.leading;
	const { documents, speech } = paper.say(commonWords);
	doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] } as PDFKit.Mixins.MarkingOptions);
	const number = paper.set(String(paper.pages), 'folioNumber', 60)[0]!;
	paper.drawLine(number, paper.right - number.width, y, leading);
	let right = paper.right - number.width - gap;
	if (logo) right -= logo.draw(right, y + (leading - logoBox.height) / 2, logoBox) + gap;
	// Whose it is says more than what it is, where there is no room for both.
	const what = paper.set(paper.organisation ? speech.day(printedAt) : `${documents[document]}, ${speech.day(printedAt)}`, 'folio', paper.width)[0]!;
	const whose = paper.organisation ? paper.set(paper.organisation, 'folio', paper.width * longestName, { maxLines: 1 })[0]! : null;
	const room = right - paper.left - what.width - gap;
	const isNamed = whose !== null && room - whose.width - gap >= leastTitle;
	if (isNamed) paper.drawLine(whose, right - whose.width, y, leading);
	const name = paper.set(title, 'folio', Math.max(40, room - (isNamed ? whose.width + gap : 0)), { maxLines: 1 })[0]!;
	paper.drawLine(name, paper.left, y, leading);
	paper.drawLine(what, paper.left + name.width + gap, y, leading);
	if (paper.accent) doc.rect(paper.left, y - 9, 24, 2.25).fill(paper.accent);
	doc.endMarkedContent();
}
