/** The other side of a sheet of cards: code and lines for notes, mirrored so that each lies behind its card. */
import type { Paper, Tag } from '../paper.ts';
import { glyph, rule } from '../primitives.ts';
import { colours } from '../theme.ts';
import type { ReportCard } from '../view.ts';
import { handoutWords } from '../words/handouts.ts';
import { drawMargin } from './cards.ts';
import { cardSize, columns, placeOf } from './cutting.ts';

const [pad, pitch] = [14, 24];

export function drawBacks(paper: Paper, section: Tag, sheet: readonly ReportCard[], texts: readonly [string, string]): void {
	paper.newPage('bare');
	drawMargin(paper, section, 'P', texts);
	sheet.forEach((card, index) => {
		// Turned over its long edge, the sheet has its left at the right.
		const { x, y } = placeOf(paper, index - (index % columns) + (columns - 1 - (index % columns)));
		const [code] = paper.set(`${card.code} `, 'title', 140, { maxLines: 1 });
		const [notes] = paper.set(`${paper.say(handoutWords).cards.notes} `, 'small', 140);
		paper.artifact(() => {
			glyph(paper.doc, card.kind, x + pad, y + pad + 5, 28, colours.ink);
			for (let line = y + 98; line < y + cardSize.height - 12; line += pitch) rule(paper.doc, x + pad, x + cardSize.width - pad, line, colours.lineStrong, 0.75);
		});
		const tag = paper.tag(section, 'P');
		paper.content(tag, () => {
			paper.drawLine(code!, x + pad + 36, y + pad, 38);
			paper.drawLine(notes!, x + pad, y + 58, 15);
		});
		tag.end();
	});
}
