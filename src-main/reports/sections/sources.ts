/** The documents behind the report, and the line of each that a card was read from. */
import type { Paper, Tag } from '../paper.ts';
import { followOn, heading, link, paragraph, sectionHeading } from '../flow.ts';
import { codeSpan } from '../primitives.ts';
import { shortened } from '../text.ts';
import type { Span } from '../typeset.ts';
import type { ReportCard, SourceUse, View } from '../view.ts';
import { sourceWords, type SourceWords } from '../words/cards.ts';
import { commonWords } from '../words/common.ts';
import { capitalised, type Speech } from '../words/speech.ts';

export function sources(paper: Paper, view: View): void {
	if (view.sources.length === 0 && view.handmade.length === 0) return;
	followOn(paper, 70 + view.sources.length * 92 + (view.handmade.length > 0 ? 52 + view.handmade.length * 6 : 0));
	const section = paper.tag(paper.root, 'Sect');
	const words = paper.say(sourceWords);
	sectionHeading(paper, section, words.title);
	paragraph(paper, section, words.read(view.sources.length), { style: 'quiet', after: 16 });
	for (const use of view.sources) drawSource(paper, section, use);
	if (view.handmade.length > 0) drawHandmade(paper, section, view.handmade);
	section.end();
}

function drawSource(paper: Paper, section: Tag, { source, cards }: SourceUse): void {
	const words = paper.say(sourceWords);
	heading(paper, section, shortened(source.title, 300) || shortened(source.file, 300), { after: 1 });
	paragraph(paper, section, describedAs(source, words, paper.say(commonWords).speech), { style: 'small', after: 1 });
	if (source.url) link(paper, section, source.url, shortened(source.title, 120) || words.document);
	paper.y += 4;
	paragraph(paper, section, cardSpans(cards, words), { style: 'plain', after: 18 });
}

function describedAs({
	author,
	provider,
	publishedAt,
	pageRef,
	shape,
	titleIsMade,
	file,
}: SourceUse['source'], words: SourceWords, speech: Speech): string {
	const by = [author, provider].filter((name) => name?.trim()).join(', ');
	const parts = [
		by,
		publishedAt && speech.partialDate(publishedAt),
		words.shapes[shape],
		pageRef && words.fromPage(pageRef),
		file.split(/[\\/]/).at(-1),
	].filter((part) => !!part);
	return `${capitalised(parts.join(', '))}.${titleIsMade ? ` ${words.titleIsMade}` : ''}`;
}

function cardSpans(cards: readonly ReportCard[], words: SourceWords): Span[] {
	if (cards.length === 0) return [{ text: words.noCards }];
	return [
		{ text: words.itsCards(cards.length) },
		...cards.flatMap((card, index): Span[] => [
			codeSpan(card),
			{ text: `${whereFrom(card, words)}${index < cards.length - 1 ? ', ' : '.'}` },
		]),
	];
}

function whereFrom({ card }: ReportCard, words: SourceWords): string {
	const line = card.line === null ? '' : `\u00A0${words.line(card.line)}`;
	return card.origin === 'clipped' ? `${line} (${words.clipped})` : line;
}

function drawHandmade(paper: Paper, section: Tag, cards: readonly ReportCard[]): void {
	heading(paper, section, paper.say(sourceWords).byHand, { after: 2 });
	const spans = cards.flatMap((card, index): Span[] => [
		codeSpan(card),
		{ text: ` ${card.name}${index < cards.length - 1 ? ', ' : '.'}` },
	]);
	paragraph(paper, section, spans, { style: 'plain' });
}
