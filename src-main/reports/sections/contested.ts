/** The cards on which the room is not of one mind: how the votes lie, and the reasons that people wrote, which lead to nobody. */
import { contestedOf, fewestReasons, reasonsGiven, type Contested } from '../contested.ts';
import type { Paper, Tag } from '../paper.ts';
import { heading, list, paragraph, sectionHeading } from '../flow.ts';
import { badge, badgeSize, badgeWidth, glyph, namedCard, rule } from '../primitives.ts';
import { shortened } from '../text.ts';
import { colours, ridges } from '../theme.ts';
import type { View } from '../view.ts';
import { contestedWords, standKey, type ContestedWords } from '../words/contested.ts';
import { speech } from '../words/speech.ts';

const mostCards = 12;
const mostReasons = 10;
const longestReason = 500;

export function contested(paper: Paper, view: View): void {
	const all = contestedOf(view);
	if (all.length === 0) return;
	const words = paper.say(contestedWords);
	const anyReasons = all.some(({ reasons }) => reasons?.length);
	paper.newPage();
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, words.title);
	paragraph(paper, section, anyReasons ? `${words.intro} ${words.shuffled}` : words.intro, { style: 'quiet', after: 14 });
	const severalCriteria = new Set(all.map(({ criterion }) => criterion)).size > 1;
	for (const one of all.slice(0, mostCards)) drawOne(paper, section, view, one, severalCriteria);
	const rest = [...new Set(all.slice(mostCards).map(({ card }) => card.code))];
	if (rest.length > 0) paragraph(paper, section, words.more(rest), { style: 'note' });
	section.end();
}

const bars = { width: 150, height: 74 } as const;
const gap = 20;

function drawOne(paper: Paper, section: Tag, view: View, one: Contested, severalCriteria: boolean): void {
	const { card } = one;
	const words = paper.say(contestedWords);
	const named = namedCard(card);
	const lines = paper.set(named, 'heading', paper.width - 23).length;
	paper.need(Math.min(lines, 4) * 18 + bars.height + 50);
	const top = paper.y;
	paper.artifact(() => {
		rule(paper.doc, paper.left, paper.right, top);
		glyph(paper.doc, card.kind, paper.left, top + 9.5, 15);
	});
	paper.y += 8;
	heading(paper, section, named, { x: paper.left + 23, after: 6 });
	drawVotes(paper, section, one, severalCriteria);
	drawReasons(paper, section, view, one, words);
	paper.y += 12;
}

/** The histogram with its counts, and beside it what they come to. */
function drawVotes(paper: Paper, section: Tag, { tally, criterion }: Contested, severalCriteria: boolean): void {
	const words = paper.say(contestedWords);
	const { figure, hundredths } = speech[paper.language];
	const top = paper.y;
	const drawing = paper.tag(section, 'Figure', { alt: words.histogram(tally.histogram.map(String)), bbox: [paper.left, top, paper.left + bars.width, top + bars.height] });
	paper.content(drawing, () => drawHistogram(paper, tally.histogram, tally.median!, paper.left, top));
	drawing.end();
	const x = paper.left + bars.width + gap;
	const badged = badgeWidth(paper, tally.median!);
	const medianTag = paper.tag(section, 'Figure', { alt: `${figure(tally.median!)}, ${words.title}.`, bbox: [x, top, x + badged, top + badgeSize.height] });
	paper.content(medianTag, () => badge(paper, tally.median!, false, x, top));
	medianTag.end();
	const [low, middle, high] = [tally.histogram[0] + tally.histogram[1], tally.histogram[2], tally.histogram[3] + tally.histogram[4]];
	const splits = low >= tally.n / 3 && high >= tally.n / 3 && middle <= Math.min(low, high);
	const spread = splits ? words.split(low, high) : words.wide(tally.histogram.findIndex((votes) => votes > 0) + 1, tally.histogram.findLastIndex((votes) => votes > 0) + 1);
	paper.y = top + (badgeSize.height - 16) / 2;
	paragraph(paper, section, severalCriteria ? words.criteria[criterion] : spread, { style: severalCriteria ? 'strong' : 'plain', x: x + badged + 9 });
	paper.y = Math.max(paper.y, top + badgeSize.height) + 3;
	if (severalCriteria) paragraph(paper, section, spread, { style: 'plain', x, after: 2 });
	const facts = words.facts({
		median: figure(tally.median!), q1: figure(tally.q1!), q3: figure(tally.q3!), iqr: figure(tally.iqr!), consensus: hundredths(tally.consensus!), n: tally.n, cannotSay: tally.cannotSay,
	});
	paragraph(paper, section, facts, { style: 'note', x });
	paper.y = Math.max(paper.y, top + bars.height) + 8;
}

function drawHistogram(paper: Paper, counts: readonly number[], median: number, x: number, y: number): void {
	const { doc } = paper;
	const [pitch, foot, tall] = [bars.width / counts.length, y + bars.height - 17, bars.height - 34];
	const highest = Math.max(1, ...counts);
	counts.forEach((votes, index) => {
		const height = Math.max(1.1, (votes / highest) * tall);
		const left = x + index * pitch + 3;
		const inked = Math.floor(median) === index + 1 || Math.ceil(median) === index + 1;
		doc.lineWidth(0.75).rect(left, foot - height, pitch - 6, height);
		if (inked) doc.fillAndStroke(colours.ink, colours.ink);
		else doc.fillAndStroke(ridges[4], ridges[1]);
		const [count] = paper.set(String(votes), 'small', pitch);
		const [value] = paper.set(String(index + 1), 'smallStrong', pitch);
		paper.drawLine(count!, left + (pitch - 6 - count!.width) / 2, foot - height - 15.5, 15);
		paper.drawLine(value!, left + (pitch - 6 - value!.width) / 2, foot + 2, 15);
	});
}

function drawReasons(paper: Paper, section: Tag, view: View, { reasons, round }: Contested, words: ContestedWords): void {
	if (round.asksReason === false || !reasonsGiven(view, round)) return;
	if (reasons === null) return void paragraph(paper, section, words.tooFew(fewestReasons), { style: 'note' });
	if (reasons.length === 0) return void paragraph(paper, section, words.none, { style: 'note' });
	for (const { stand, texts } of reasons) {
		paragraph(paper, section, words.stands[standKey(stand)], { as: 'H4', style: 'smallStrong', after: 2, keep: 34 });
		list(paper, section, texts.slice(0, mostReasons).map((text) => ({ label: '•', text: shortened(text, longestReason) })), { after: 2 });
		if (texts.length > mostReasons) paragraph(paper, section, words.moreReasons(texts.length - mostReasons), { style: 'note' });
		paper.y += 5;
	}
}
