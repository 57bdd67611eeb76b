/** Slips to cut out, for a room that people join with a code of their own: each has the code, the address, and both as a QR code. */
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import type { Paper, Tag } from './paper.ts';
import { drawQr } from './qrCode.ts';
import { colours } from './theme.ts';
import type { View } from './view.ts';
import { slipWords } from './words/ballot.ts';

const [columns, rows] = [2, 4] as const;
const qrSize = 92;

export function drawCodes(paper: Paper, view: View, { codes = [], url = '' }: ReportOptions): void {
	const address = new URL(url);
	address.hash = '';
	const perPage = columns * rows;
	const list = { tag: null as Tag | null };
	codes.forEach((code, index) => {
		if (index % perPage === 0) list.tag = beginPage(paper, list.tag, index === 0 ? view.title : null);
		drawSlip(paper, list.tag!, index % perPage, code, address, view.title);
	});
	list.tag?.end();
}

function beginPage(paper: Paper, before: Tag | null, title: string | null): Tag {
	before?.end();
	paper.newPage();
	if (title !== null) {
		const heading = paper.tag(paper.root, 'H1');
		paper.content(heading, () => paper.drawLine(paper.set(`${paper.say(slipWords).heading} `, 'small', paper.width)[0]!, paper.left, paper.top - 26, 15));
		heading.end();
	}
	paper.artifact(() => cutLines(paper));
	return paper.tag(paper.root, 'L');
}

const slipSize = ({ left, right, top, bottom }: Paper) => ({ width: (right - left) / columns, height: (bottom - top) / rows });

function cutLines(paper: Paper): void {
	const { doc, left, right, top, bottom } = paper;
	const { width, height } = slipSize(paper);
	doc.save().lineWidth(0.75).dash(4, { space: 4 }).strokeColor(colours.lineStrong);
	for (let column = 0; column <= columns; column++) doc.moveTo(left + column * width, top).lineTo(left + column * width, bottom).stroke();
	for (let row = 0; row <= rows; row++) doc.moveTo(left, top + row * height).lineTo(right, top + row * height).stroke();
	doc.restore();
}

function drawSlip(paper: Paper, list: Tag, place: number, code: string, address: URL, title: string): void {
	const said = paper.say(slipWords);
	const { width, height } = slipSize(paper);
	const x = paper.left + (place % columns) * width + 12;
	const y = paper.top + Math.floor(place / columns) * height + 14;
	const item = paper.tag(list, 'LI');
	const body = paper.tag(item, 'LBody');
	const opened = new URL(address);
	opened.hash = code;
	const figure = paper.tag(body, 'Figure', { alt: said.qr(opened.href), bbox: [x, y, x + qrSize, y + qrSize] });
	paper.content(figure, () => drawQr(paper.doc, opened.href, x, y, qrSize));
	figure.end();
	const textX = x + qrSize + 10;
	const room = width - qrSize - 34;
	const spaced = code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code;
	const lines = [
		...paper.set(`${title} `, 'smallStrong', room, { maxLines: 2 }),
		...paper.set(`${said.how} `, 'small', room),
	];
	let top = y + 4;
	const words = paper.tag(body, 'P');
	paper.content(words, () => {
		for (const line of lines) {
			paper.drawLine(line, textX, top, 15);
			top += 15;
		}
		// Across the slip: neither a code nor an address is broken.
		const under = Math.max(top, y + qrSize) + 2;
		paper.drawLine(paper.set(`${spaced} `, 'title', width - 24, { maxLines: 1 })[0]!, x + 9, under, 40);
		paper.drawLine(paper.set([{ text: `${typed(address)} `, weight: 600 }, { text: said.once }], 'small', width - 24, { maxLines: 1 })[0]!, x + 9, under + 40, 15);
	});
	words.end();
	body.end();
	item.end();
}

/** As people type it. */
const typed = (address: URL): string => address.href.replace(/^http:\/\//, '').replace(/\/$/, '');
