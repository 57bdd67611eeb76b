/** The question sheet: what is asked of everyone before the workshop begins, with room to write under a prompt for each kind of card. */
import { heading, paragraph } from '../flow.ts';
import type { Paper } from '../paper.ts';
import { glyph, kindsInOrder } from '../primitives.ts';
import { colours } from '../theme.ts';
import type { View } from '../view.ts';
import { commonWords } from '../words/common.ts';
import { handoutWords } from '../words/handouts.ts';
import { speech } from '../words/speech.ts';
import { linePitch, writingLines } from './writingLines.ts';

const indent = 26;
const [fewest, most] = [2, 5];
/** Between one kind and the next. */
const between = 10;

export function drawQuestions(paper: Paper, view: View): void {
	const words = paper.say(handoutWords).questions;
	const kinds = paper.say(commonWords).kinds;
	paper.newPage();
	const section = paper.tag(paper.root, 'Sect');
	paragraph(paper, section, words.title, { style: 'label', after: 2 });
	paragraph(paper, section, view.question || view.title, { as: 'H1', style: 'lead', balance: true, maxLines: 8, after: 8 });
	const lanes = speech[paper.language].listed(view.workshop.lanes.map(({ name }) => name));
	paragraph(paper, section, words.span(view.workshop.baseYear, view.endYear, lanes), { after: 4 });
	paragraph(paper, section, words.how, { style: 'quiet', after: 14 });
	// One page where there is room for it; elsewhere each kind keeps its lines together.
	const head = paper.theme.styles.heading.leading + Math.max(...kindsInOrder.map((kind) => paper.set(words.kinds[kind], 'quiet', paper.width - indent).length)) * paper.theme.styles.quiet.leading;
	const share = Math.floor(((paper.bottom - paper.y + between) / kindsInOrder.length - head - between) / linePitch);
	const lines = share < fewest ? fewest + 1 : Math.min(most, share);
	for (const kind of kindsInOrder) {
		paper.need(head + lines * linePitch);
		const y = paper.y;
		paper.artifact(() => glyph(paper.doc, kind, paper.left, y, 18, colours.ink));
		heading(paper, section, kinds[kind], { as: 'H2', x: paper.left + indent, after: 0, keep: 0 });
		paragraph(paper, section, words.kinds[kind], { x: paper.left + indent, style: 'quiet' });
		writingLines(paper, lines, paper.left + indent);
		paper.y += between;
	}
	section.end();
}
