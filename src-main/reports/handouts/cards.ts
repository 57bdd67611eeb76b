/** Signal cards to cut out, lay on a table and sort: each has all that a group needs to talk about it, and a code to find it again. */
import { splitChange } from '../../../src-shared/domain/splitChange.ts';
import { shortId } from '../../../src-shared/domain/shortId.ts';
import type { ReportOptions } from '../../../src-shared/schemas/report.ts';
import { paragraph } from '../flow.ts';
import type { Paper, Tag } from '../paper.ts';
import { glyph, rule } from '../primitives.ts';
import { drawQr } from '../qrCode.ts';
import { oneLine } from '../text.ts';
import { colours, kindColours, type StyleName } from '../theme.ts';
import type { Line, Span } from '../typeset.ts';
import type { ReportCard, View } from '../view.ts';
import { commonWords } from '../words/common.ts';
import { handoutWords } from '../words/handouts.ts';
import { speech } from '../words/speech.ts';
import { startOf } from '../flow.ts';
import { drawBacks } from './cardBacks.ts';
import { cardSize, cropMarks, gridOrigin, perSheet, placeOf } from './cutting.ts';

const pad = 11;
export const bandHeight = 30;
const qrSize = 58;

export function drawCards(paper: Paper, view: View, { cardBacks }: ReportOptions): void {
	const words = paper.say(handoutWords).cards;
	const section = paper.tag(paper.root, 'Sect');
	if (view.cards.length === 0) {
		paper.newPage();
		paragraph(paper, section, paper.say(commonWords).documents.cards, { as: 'H1', style: 'title', after: 8 });
		paragraph(paper, section, words.none);
	}
	for (let from = 0; from < view.cards.length; from += perSheet) {
		const sheet = view.cards.slice(from, from + perSheet);
		paper.newPage('bare');
		drawMargin(paper, section, from === 0 ? 'H1' : 'P', [words.cut, view.title]);
		sheet.forEach((card, index) => drawCard(paper, section, view, card, placeOf(paper, index)));
		if (cardBacks) drawBacks(paper, section, sheet, [words.backs, view.title]);
	}
	section.end();
}

/** What sheet this is, above the cards and between their marks, and the marks around them. */
export function drawMargin(paper: Paper, section: Tag, as: 'H1' | 'P', texts: readonly [string, string]): void {
	const { x, y } = gridOrigin(paper);
	const tag = paper.tag(section, as);
	paper.content(tag, () =>
		texts.forEach((text, index) => {
			const [line] = paper.set(`${text} `, 'small', cardSize.width - 16, { maxLines: 1 });
			paper.drawLine(line!, x + index * cardSize.width + 8, y - 19, 15);
		}),
	);
	tag.end();
	paper.artifact(() => cropMarks(paper));
}

/** The kind thrice over: glyph, letter of the code, word. */
export function drawBand(paper: Paper, card: ReportCard, x: number, y: number): void {
	const { doc } = paper;
	doc.rect(x, y, cardSize.width, bandHeight).fill(kindColours[card.kind].soft);
	rule(doc, x, x + cardSize.width, y + bandHeight, kindColours[card.kind].ink, 1.5);
	glyph(doc, card.kind, x + pad, y + 7, 17);
}

function drawCard(paper: Paper, section: Tag, view: View, card: ReportCard, { x, y }: { x: number; y: number }): void {
	const item = paper.tag(section, 'Sect');
	paper.artifact(() => drawBand(paper, card, x, y));
	drawHead(paper, item, card, x, y);
	const width = cardSize.width - 2 * pad;
	const foot = y + cardSize.height - pad - qrSize + 4;
	const name = paper.set([{ text: `${card.name} `, isolate: true }], 'cardName', width, { maxLines: 4, balance: true, cut: () => paper.notes.add(`The name of ${card.code} is cut on its card.`) });
	let top = write(paper, item, 'H2', name, { x: x + pad, y: y + bandHeight + 8, width }, 'cardName') + 3;
	for (const part of partsOf(paper, card, width, Math.floor((foot - top) / leading))) top = write(paper, item, 'P', part, { x: x + pad, y: top, width }, 'plain') + 2;
	drawFoot(paper, item, view, card, x, foot);
	item.end();
}

const leading = 14;

function write(paper: Paper, parent: Tag, as: string, lines: readonly Line[], { x, y, width }: { x: number; y: number; width: number }, style: StyleName): number {
	const own = style === 'plain' ? leading : paper.theme.styles[style].leading;
	const tag = paper.tag(parent, as);
	paper.content(tag, () => lines.forEach((line, index) => paper.drawLine(line, startOf(line, x, width), y + index * own, own)));
	tag.end();
	return y + lines.length * own;
}

function drawHead(paper: Paper, item: Tag, card: ReportCard, x: number, y: number): void {
	const kind = paper.say(commonWords).kinds[card.kind];
	const [code] = paper.set([{ text: `${card.code} `, colour: kindColours[card.kind].ink }], 'rank', 80);
	const [word] = paper.set([{ text: `${kind} `, colour: colours.ink }], 'small', 120);
	const tag = paper.tag(item, 'P');
	paper.content(tag, () => {
		paper.drawLine(code!, x + pad + 24, y + 6, 18);
		paper.drawLine(word!, x + cardSize.width - pad - word!.width, y + 7.5, 15);
	});
	tag.end();
}

/** The change before the description, since it is what the card is about; each gets its lines, and what is over goes to the other. */
function partsOf(paper: Paper, { card, name }: ReportCard, width: number, lines: number): Line[][] {
	const words = paper.say(handoutWords).cards;
	const change = card.change?.trim() ? splitChange(card.change) : null;
	const changed: Span[][] = change
		? [...(change.from ? [[{ text: `${words.from}: `, weight: 600 as const }, { text: `${oneLine(change.from)} ` }]] : []), [{ text: `${words.to}: `, weight: 600 as const }, { text: `${oneLine(change.to)} ` }]]
		: card.change?.trim() ? [[{ text: `${oneLine(card.change)} ` }]] : [];
	const description = card.description?.trim() && card.description.trim() !== name ? oneLine(card.description) : '';
	const wanted = [...(description ? [[{ text: `${description} ` }]] : []), ...changed].map((text) => ({ text, needs: paper.set(text, 'plain', width).length }));
	let [left, parts] = [lines, wanted.length];
	return wanted.flatMap(({ text, needs }, index) => {
		const rest = wanted.slice(index + 1).reduce((sum, other) => sum + other.needs, 0);
		const most = Math.min(needs, Math.max(left - rest, Math.floor(left / parts)));
		left -= most;
		parts--;
		return most < 1 ? [] : [paper.set(text, 'plain', width, { maxLines: most })];
	});
}

/** When, where from, and how to find it again. */
function drawFoot(paper: Paper, item: Tag, view: View, card: ReportCard, x: number, y: number): void {
	const id = shortId(view.workshop.id, card.code);
	const qrX = x + cardSize.width - qrSize - 4;
	const room = qrX - x - pad;
	const when = card.placement ? speech[paper.language].quarter(view.workshop.baseYear, card.placement.at) : paper.say(commonWords).notPlaced;
	const source = view.sources.find((used) => used.source.id === card.card.sourceId)?.source.title ?? paper.say(handoutWords).cards.byHand;
	const lines = [paper.set(`${when} `, 'smallStrong', room, { maxLines: 1 }), paper.set(`${oneLine(source)} `, 'small', room, { maxLines: 2 }), paper.set(`${id} `, 'smallStrong', room, { maxLines: 1 })].flat();
	paper.artifact(() => rule(paper.doc, x + pad, x + cardSize.width - pad, y - 3, colours.lineStrong, 0.75));
	const end = y + qrSize;
	write(paper, item, 'P', lines, { x: x + pad, y: end - lines.length * 14 - 2, width: room }, 'plain');
	const figure = paper.tag(item, 'Figure', { alt: paper.say(handoutWords).cards.qr(id), bbox: [qrX, y, qrX + qrSize, y + qrSize] });
	paper.content(figure, () => drawQr(paper.doc, id, qrX, y, qrSize));
	figure.end();
}
