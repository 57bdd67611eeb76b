/** The documents behind the report, and the line of each that a card was read from. */
import type { Paper, Tag } from '../paper.ts';
import { followOn, heading, link, paragraph, sectionHeading } from '../flow.ts';
import { codeSpan } from '../primitives.ts';
import { shortened } from '../text.ts';
import type { Span } from '../typeset.ts';
import type { ReportCard, SourceUse, View } from '../view.ts';
import { capitalised, counted, partialDate } from '../words.ts';

export function sources(paper: Paper, view: View): void {
	if (view.sources.length === 0 && view.handmade.length === 0) return;
	followOn(paper, 70 + view.sources.length * 92 + (view.handmade.length > 0 ? 52 + view.handmade.length * 6 : 0));
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, 'Sources');
	const read =
		view.sources.length === 0
			? 'The workshop reads no documents.'
			: `The workshop reads ${counted(view.sources.length, 'document')}. A line is counted in the document’s text.`;
	paragraph(paper, section, read, { style: 'quiet', after: 16 });
	for (const use of view.sources) drawSource(paper, section, use);
	if (view.handmade.length > 0) drawHandmade(paper, section, view.handmade);
	section.end();
}

function drawSource(paper: Paper, section: Tag, { source, cards }: SourceUse): void {
	heading(paper, section, shortened(source.title, 300) || shortened(source.file, 300), { after: 1 });
	paragraph(paper, section, describedAs(source), { style: 'small', after: 1 });
	if (source.url) link(paper, section, source.url, shortened(source.title, 120) || 'The document');
	paper.y += 4;
	paragraph(paper, section, cardSpans(cards), { style: 'plain', after: 18 });
}

function describedAs({
	author,
	provider,
	publishedAt,
	pageRef,
	shape,
	titleIsMade,
	file,
}: SourceUse['source']): string {
	const by = [author, provider].filter((name) => name?.trim()).join(', ');
	const parts = [
		by,
		publishedAt && partialDate(publishedAt),
		shape,
		pageRef && `from page ${pageRef}`,
		file.split(/[\\/]/).at(-1),
	].filter((part) => !!part);
	return `${capitalised(parts.join(', '))}.${titleIsMade ? ' The title is made from its first words.' : ''}`;
}

function cardSpans(cards: readonly ReportCard[]): Span[] {
	if (cards.length === 0) return [{ text: 'No card of it is used.' }];
	return [
		{ text: cards.length === 1 ? 'Its card: ' : `Its ${counted(cards.length, 'card')}: ` },
		...cards.flatMap((card, index): Span[] => [
			codeSpan(card),
			{ text: `${whereFrom(card)}${index < cards.length - 1 ? ', ' : '.'}` },
		]),
	];
}

function whereFrom({ card }: ReportCard): string {
	const line = card.line === null ? '' : `\u00A0line\u00A0${card.line}`;
	return card.origin === 'clipped' ? `${line} (clipped)` : line;
}

function drawHandmade(paper: Paper, section: Tag, cards: readonly ReportCard[]): void {
	heading(paper, section, 'Made by hand', { after: 2 });
	const spans = cards.flatMap((card, index): Span[] => [
		codeSpan(card),
		{ text: ` ${card.name}${index < cards.length - 1 ? ', ' : '.'}` },
	]);
	paragraph(paper, section, spans, { style: 'plain' });
}
