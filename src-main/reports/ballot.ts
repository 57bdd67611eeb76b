/**
 * The paper ballot: every card of a round with boxes large enough for a pen, in the order in which paper is entered. It is
 * legible in one ink, carries nothing that tells one sheet from another, and no card is cut by the end of a page.
 */
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import { isScale } from '../../src-shared/domain/tally.ts';
import type { Criterion, Round } from '../../src-shared/schemas/records.ts';
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { paragraph } from './flow.ts';
import type { Paper, Tag } from './paper.ts';
import { glyph, namedCard, rule } from './primitives.ts';
import { colours } from './theme.ts';
import { oneLine } from './text.ts';
import type { ReportCard, View } from './view.ts';
import { ballotWords } from './words/ballot.ts';
import { commonWords } from './words/common.ts';
import { capitalised, speech } from './words/speech.ts';

export type Asked = Pick<Round, 'title' | 'criteria' | 'cardIds' | 'dots' | 'asksReason'>;

/** The round that the ballot is for. */
export function askedRound(file: WorkshopFile, roundId: string | undefined): Asked {
	const named = file.rounds.find(({ id }) => id === roundId);
	const latest = (state: Round['state']) => file.rounds.filter((round) => round.state === state).sort((a, b) => a.createdAt.localeCompare(b.createdAt)).at(-1);
	const round = named ?? latest('open') ?? latest('draft');
	if (round) return round;
	const placed = file.workshopCards.filter(({ placement, hidden }) => placement !== null && !hidden);
	const uses = placed.length > 0 ? placed : file.workshopCards;
	return { title: '', criteria: ['relevancy'], cardIds: uses.map(({ cardId }) => cardId) };
}

export function drawBallot(paper: Paper, view: View, file: WorkshopFile, { roundId }: ReportOptions): void {
	const round = askedRound(file, roundId);
	const asked = new Set(round.cardIds);
	// By code, as cards are entered; the view has them so.
	const cards = view.cards.filter(({ id }) => asked.has(id));
	paper.newPage();
	const section = paper.tag(paper.root, 'Sect');
	drawHead(paper, section, view, round);
	if (cards.length === 0) paragraph(paper, section, paper.say(ballotWords).noCards);
	for (const card of cards) drawCard(paper, section, view, round, card);
	section.end();
}

/** 7 mm: a cross is made in it without aiming. */
const box = 20;

function drawHead(paper: Paper, section: Tag, view: View, round: Asked): void {
	const { workshop, title, question } = view;
	const words = paper.say(ballotWords);
	paragraph(paper, section, oneLine(round.title) || words.ballot, { style: 'label', after: 2 });
	paragraph(paper, section, question || title, { as: 'H1', style: 'lead', balance: true, after: 6 });
	for (const text of howTo(paper, round, workshop.baseYear)) paragraph(paper, section, text, { style: 'body' });
	paper.y += 6;
	paragraph(paper, section, words.noName, { style: 'quiet', after: 8 });
	const groups = workshop.groups ?? [];
	if (groups.length > 0) {
		line(paper, section, words.group, groups.map(({ name }) => oneLine(name)));
		paper.y += 6;
	}
}

/** What the boxes mean, once for the whole ballot. */
function howTo(paper: Paper, { criteria, dots, asksReason }: Asked, baseYear: number): string[] {
	const words = paper.say(ballotWords);
	const { criteria: names, scaleEnds } = paper.say(commonWords);
	const why = asksReason === false ? [] : [words.reason];
	if (criteria.includes('dots')) return [words.dotsInAll(dots ?? usualDots), ...why];
	if (criteria.includes('approval')) return [words.oneCross, ...why];
	const scales = criteria.filter(isScale).map((criterion) => words.scale(names[criterion], ...scaleEnds[criterion]));
	const years = criteria.includes('timing') ? [words.years(names.timing, baseYear, baseYear + horizonYears)] : [];
	return [words.crossInEachRow, ...scales, ...years, ...why];
}

function drawCard(paper: Paper, section: Tag, view: View, round: Asked, card: ReportCard): void {
	const width = paper.width - 26;
	const name = paper.set(namedCard(card), 'heading', width, { maxLines: 3 });
	const said = card.card.description?.trim() && card.card.description.trim() !== card.name ? paper.set(oneLine(card.card.description), 'small', width, { maxLines: 3 }) : [];
	const rows = round.criteria.reduce((sum, criterion) => sum + rowHeight(paper, round, criterion), 0) + (round.asksReason === false ? 0 : reasonHeight);
	paper.need(name.length * 18 + said.length * 15 + rows + 16);
	const top = paper.y;
	paper.artifact(() => {
		rule(paper.doc, paper.left, paper.right, top, colours.ink, 1.1);
		glyph(paper.doc, card.kind, paper.left, top + 7, 17, colours.ink);
	});
	paper.y += 6;
	const plain = namedCard(card).map(({ text, ...rest }) => ({ ...rest, text, colour: colours.ink }));
	paragraph(paper, section, plain, { as: 'H2', style: 'heading', x: paper.left + 26, width, maxLines: 3 });
	if (said.length > 0) paragraph(paper, section, oneLine(card.card.description!), { style: 'small', x: paper.left + 26, width, maxLines: 3 });
	for (const criterion of round.criteria) drawRow(paper, section, view, round, criterion);
	if (round.asksReason !== false) drawReason(paper, section);
	paper.y += 10;
}

const scaleWords = (paper: Paper): string[] => ['1', '2', '3', '4', '5', paper.say(ballotWords).cannotSay];
const scalePitch = 43;
const yearPitch = 42;

/** Points that a criterion takes: on a narrow page its label stands above its boxes, and the years in two rows. */
function rowHeight(paper: Paper, { criteria }: Asked, criterion: Criterion): number {
	if (criterion === 'timing') return 50 + 38 * Math.ceil((horizonYears + 1) / yearsInRow(paper));
	return 30 + (isScale(criterion) && criteria.length > 1 && !fitsBeside(paper, paper.say(commonWords).criteria[criterion], scaleWords(paper), scalePitch) ? 18 : 0);
}

/** As many as leave each its figures. */
const yearsInRow = (paper: Paper): number => ((paper.width - 26) / (horizonYears + 1) >= 34 ? horizonYears + 1 : Math.ceil((horizonYears + 1) / 2));

const reasonHeight = 28;
const labelWidth = 116;

function drawRow(paper: Paper, section: Tag, view: View, { criteria, dots }: Asked, criterion: Criterion): void {
	if (criterion === 'timing') return drawYears(paper, section, view);
	if (criterion === 'approval') return line(paper, section, '', paper.say(ballotWords).approval);
	if (criterion === 'dots') return drawDots(paper, section, dots);
	line(paper, section, criteria.length > 1 ? paper.say(commonWords).criteria[criterion] : '', scaleWords(paper), scalePitch);
}

function square(paper: Paper, x: number, y: number): void {
	paper.doc.lineWidth(1.1).rect(x, y, box, box).stroke(colours.ink);
}

const wordWidth = (paper: Paper, word: string): number => paper.set(`${word} `, /^\d$/.test(word) ? 'strong' : 'small', 300)[0]!.width;
const setLabel = (paper: Paper, label: string) => paper.set(speech[paper.language].labelled(label, ''), 'smallStrong', 300);
const labelRoom = (paper: Paper, label: string): number => (label === '' ? 0 : Math.max(labelWidth, setLabel(paper, label)[0]!.width + 12));

/** Whether a label and all boxes of its row have room on one line. */
function fitsBeside(paper: Paper, label: string, words: readonly string[], pitch?: number): boolean {
	const last = words.length - 1;
	const wide = words.reduce((sum, word, index) => sum + (index < last && pitch !== undefined && /^\d$/.test(word) ? pitch : box + 6 + wordWidth(paper, word) + (index < last ? 18 : 0)), 0);
	return labelRoom(paper, label) + wide <= paper.width - 26;
}

/** A label, and boxes each with its word to the left of it for figures, to the right of it for words. */
function line(paper: Paper, section: Tag, label: string, words: readonly string[], pitch?: number): void {
	const tag = paper.tag(section, 'P');
	const indent = paper.left + 26;
	const isBeside = fitsBeside(paper, label, words, pitch);
	let y = paper.y + 6;
	if (label !== '') paper.content(tag, () => paper.drawLine(setLabel(paper, label)[0]!, indent, isBeside ? y + 2.5 : y - 2, 15));
	let x = indent + (isBeside ? labelRoom(paper, label) : 0);
	if (label !== '' && !isBeside) {
		y += 18;
		paper.y += 18;
	}
	for (const word of words) {
		const isFigure = /^\d$/.test(word);
		const [set] = paper.set(`${word} `, isFigure ? 'strong' : 'small', 300);
		const wide = box + 6 + set!.width;
		if (x + wide > paper.right + 3 && x > indent) {
			x = indent;
			y += box + 8;
			paper.y += box + 8;
		}
		const [textX, boxX] = isFigure ? [x, x + set!.width + 4] : [x + box + 6, x];
		paper.artifact(() => square(paper, boxX, y));
		paper.content(tag, () => paper.drawLine(set!, textX, y + 2.5, 15));
		x += isFigure ? (pitch ?? wide + 14) : wide + 18;
	}
	tag.end();
	paper.y += 30;
}

function drawYears(paper: Paper, section: Tag, { workshop: { baseYear } }: View): void {
	const indent = paper.left + 26;
	const years = Array.from({ length: horizonYears + 1 }, (_, index) => String(baseYear + index));
	const inRow = yearsInRow(paper);
	const pitch = Math.min(yearPitch, (paper.right - indent) / inRow);
	paper.y += 4;
	paragraphLine(paper, section, paper.set(`${paper.say(ballotWords).when(paper.say(commonWords).criteria.timing)} `, 'smallStrong', 300)[0]!, indent, paper.y);
	const tag = paper.tag(section, 'P');
	const top = paper.y + 18;
	years.forEach((year, index) => {
		const [set] = paper.set(`${year} `, 'small', 60);
		const [x, y] = [indent + (index % inRow) * pitch, top + Math.floor(index / inRow) * 38];
		paper.content(tag, () => paper.drawLine(set!, x, y, 15));
		paper.artifact(() => square(paper, x + Math.max(0, (set!.width - 3 - box) / 2), y + 16));
	});
	tag.end();
	paper.y += 16 + 38 * Math.ceil(years.length / inRow);
	line(paper, section, '', [capitalised(paper.say(commonWords).afterOrNever(baseYear + horizonYears)), paper.say(ballotWords).cannotSay]);
}

const mostCircles = 10;
const circlePitch = 25;
/** Where the facilitator gave no other number. */
const usualDots = 5;

/** A circle to fill for each dot, or where they are many, room for a number. */
function drawDots(paper: Paper, section: Tag, dots: number | undefined): void {
	const indent = paper.left + 26;
	const y = paper.y + 6;
	const count = dots ?? usualDots;
	const words = paper.say(ballotWords);
	const [circles] = paper.set(`${words.circles} `, 'small', 300);
	const isMany = count > mostCircles || indent + circles!.width + 8 + count * circlePitch > paper.right;
	const [set] = isMany ? paper.set(`${words.number} `, 'small', 300) : [circles];
	paragraphLine(paper, section, set!, indent, y);
	const x = indent + set!.width + 8;
	paper.artifact(() => {
		if (isMany) paper.doc.lineWidth(1.1).rect(x, y, 46, box).stroke(colours.ink);
		else for (let dot = 0; dot < count; dot++) paper.doc.lineWidth(1.1).circle(x + dot * circlePitch + 9, y + 10, 8.5).stroke(colours.ink);
	});
	paper.y += 32;
}

function drawReason(paper: Paper, section: Tag): void {
	const indent = paper.left + 26;
	const [set] = paper.set(`${paper.say(ballotWords).why} `, 'small', 60);
	const y = paper.y + 6;
	paragraphLine(paper, section, set!, indent, y);
	paper.artifact(() => rule(paper.doc, indent + set!.width + 4, paper.right, y + 16, colours.lineStrong, 0.75));
	paper.y += reasonHeight;
}

function paragraphLine(paper: Paper, section: Tag, set: Parameters<Paper['drawLine']>[0], x: number, y: number): void {
	const tag = paper.tag(section, 'P');
	paper.content(tag, () => paper.drawLine(set, x, y + 2.5, 15));
	tag.end();
}
