/** The cover: whose workshop, what it is called, what it asked, who was there, and the land of its cards. */
import { shownSections } from '../../../src-shared/domain/reportSections.ts';
import type { Paper, Tag } from '../paper.ts';
import { mark } from '../primitives.ts';
import { colours, type StyleName } from '../theme.ts';
import type { Line } from '../typeset.ts';
import type { View } from '../view.ts';
import { commonWords } from '../words/common.ts';
import { coverWords } from '../words/cover.ts';
import { drawLand, landOf, lowestWritten, sky } from './coverLand.ts';

export function cover(paper: Paper, view: View): void {
	paper.newPage('bare');
	paper.bookmark(paper.say(coverWords).bookmark);
	const section = paper.tag(paper.root, 'Sect');
	const note = paper.set([{ text: paper.say(coverWords).notPredictions, colour: colours.onRidge }], 'strong', paper.width);
	const below = note.length * noteLeading;
	const titleTop = titleTopOf(paper);
	const title = titleLines(paper, view);
	const facts = factRows(paper, view);
	const question = questionLines(paper, view, lowestWritten(paper, view, below) - titleTop - heightOf(paper, title) - facts.length * factHeight - betweenTitle - betweenQuestion);
	const written = titleTop + heightOf(paper, title) + betweenTitle + heightOf(paper, question) + (question.lines.length > 0 ? betweenQuestion : 0) + facts.length * factHeight;
	const land = landOf(paper, view, written, below);
	paper.artifact(() => sky(paper, land.top));
	drawBrand(paper, section);
	paper.y = titleTop;
	drawSet(paper, section, 'H1', title, betweenTitle);
	if (question.lines.length > 0) drawSet(paper, section, 'P', question, betweenQuestion);
	drawFacts(paper, section, facts);
	drawLand(paper, section, view, land);
	const tag = paper.tag(section, 'P');
	paper.content(tag, () => note.forEach((line, index) => paper.drawLine(line, paper.left, paper.pageHeight - 33 - below + index * noteLeading, noteLeading)));
	tag.end();
	section.end();
}

const noteLeading = 18;
const [betweenTitle, betweenQuestion] = [20, 24];
/** The pages of large print are lower, in the units that all of this is given in. */
const titleTopOf = ({ theme }: Paper): number => (theme.scale > 1 ? 92 : 112);
const brandTopOf = ({ theme }: Paper): number => (theme.scale > 1 ? 40 : 52);

/** The tallest and widest that a mark may be. */
const brand = { mark: 25.5, logo: { width: 170, height: 42, align: 'left' } } as const;

/** The organisation with its logo, or in its place the app's mark; and what this is. */
function drawBrand(paper: Paper, section: Tag): void {
	const { logo, organisation, left } = paper;
	const brandTop = brandTopOf(paper);
	const document = paper.say(commonWords).documents.report;
	if (paper.accent) paper.artifact(() => paper.doc.rect(0, 0, paper.pageWidth, 7).fill(paper.accent!));
	const wide = logo ? logo.widthIn(brand.logo) : brand.mark;
	const tall = logo ? brand.logo.height : brand.mark;
	if (logo) {
		const top = brandTop - 8;
		const figure = paper.tag(section, 'Figure', { alt: paper.say(coverWords).logoAlt(organisation), bbox: [left, top, left + wide, top + tall] });
		paper.content(figure, () => logo.draw(left, top, brand.logo));
		figure.end();
	} else paper.artifact(() => mark(paper.doc, left, brandTop, brand.mark));
	const x = left + wide + (logo ? 14 : 9);
	const lines = [
		...(organisation ? [{ line: paper.set(`${organisation} `, 'heading', paper.right - x, { maxLines: 1 })[0]!, leading: 18 }] : []),
		{ line: paper.set(document, organisation ? 'small' : 'heading', paper.right - x, { maxLines: 1 })[0]!, leading: organisation ? 15 : 18 },
	];
	const tag = paper.tag(section, 'P');
	let y = brandTop + (logo ? 13 : brand.mark / 2) - lines.reduce((sum, { leading }) => sum + leading, 0) / 2;
	paper.content(tag, () => {
		for (const { line, leading } of lines) {
			paper.drawLine(line, x, y, leading);
			y += leading;
		}
	});
	tag.end();
}

interface SetText {
	lines: Line[];
	style: StyleName;
}

const heightOf = (paper: Paper, { lines, style }: SetText): number => lines.length * paper.theme.styles[style].leading;

/** As large as it can be on three lines; the longest titles are cut, and stand in full in the method. */
function titleLines(paper: Paper, view: View): SetText {
	const { title } = view;
	for (const style of ['coverTitle', 'scenarioTitle', 'title'] as const) {
		const lines = paper.set(title, style, paper.width, { balance: true });
		const broken = lines.length > 1 && /\S{22}/.test(title) && style === 'coverTitle';
		if (lines.length <= (style === 'title' ? 5 : 3) && !broken) return { lines, style };
	}
	const cut = () => paper.notes.add(cutNote('The title', view));
	return { lines: paper.set(title, 'title', paper.width, { maxLines: 5, cut }), style: 'title' };
}

const cutNote = (what: string, { workshop }: View): string =>
	`${what} is too long for the cover and is cut there; ${shownSections(workshop.report).includes('method') ? 'the page on method has it in full' : 'the section on method, which is hidden, would have it in full'}.`;

function questionLines(paper: Paper, view: View, room: number): SetText {
	const { question } = view;
	const style = 'coverQuestion';
	if (!question) return { lines: [], style };
	const cut = () => paper.notes.add(cutNote('The scoping question', view));
	const maxLines = Math.max(1, Math.floor(room / paper.theme.styles[style].leading));
	return { lines: paper.set(question, style, Math.min(paper.width, 400), { balance: true, maxLines, cut }), style };
}

function drawSet(paper: Paper, section: Tag, as: string, { lines, style }: SetText, after: number): void {
	const { size, leading } = paper.theme.styles[style];
	const tag = paper.tag(section, as);
	// Large letters have room beside them that would show as an indent.
	const x = paper.left - (as === 'H1' ? size * 0.03 : 0);
	paper.content(tag, () => lines.forEach((line, index) => paper.drawLine(line, x, paper.y + index * leading, leading)));
	tag.end();
	paper.y += lines.length * leading + after;
}

interface Fact {
	label: Line;
	value: Line;
	x: number;
}

const factHeight = 42;

function factsOf(paper: Paper, view: View): [string, string][] {
	const { speech, nouns } = paper.say(commonWords);
	const words = paper.say(coverWords);
	const facts: [string, string][] = [[words[view.held.is], speech.day(view.held.iso)]];
	if (view.peopleInRoom !== null) facts.push([words.inRoom, speech.figured(view.peopleInRoom, nouns.person)]);
	if (view.revealed.length > 0) facts.push([words.voted, words.votedIn(view.voted, view.revealed.length)]);
	if (view.sources.length > 0) facts.push([words.read, speech.figured(view.sources.length, nouns.document)]);
	return facts;
}

/** Beside each other, and on more rows where the page is narrow. */
function factRows(paper: Paper, view: View): Fact[][] {
	const rows: Fact[][] = [[]];
	let x = paper.left;
	const between = paper.theme.scale > 1 ? 16 : 26;
	for (const [text, said] of factsOf(paper, view)) {
		const [label, value] = [paper.set(text, 'small', 200)[0]!, paper.set(said, 'heading', 200)[0]!];
		const width = Math.max(label.width, value.width);
		if (x + width > paper.right && rows.at(-1)!.length > 0) {
			rows.push([]);
			x = paper.left;
		}
		rows.at(-1)!.push({ label, value, x });
		x += width + between;
	}
	return rows;
}

function drawFacts(paper: Paper, section: Tag, rows: readonly Fact[][]): void {
	const list = paper.tag(section, 'L');
	for (const row of rows) {
		for (const { label, value, x } of row) {
			const item = paper.tag(list, 'LI');
			const labelTag = paper.tag(item, 'Lbl');
			paper.content(labelTag, () => paper.drawLine(label, x, paper.y, 15));
			labelTag.end();
			const body = paper.tag(item, 'LBody');
			paper.content(body, () => paper.drawLine(value, x, paper.y + 15, 18));
			body.end();
			item.end();
		}
		paper.y += factHeight;
	}
	list.end();
}
