/** Every card of the workshop with what is said of it: names alone mean little to a reader who was not in the room. */
import type { Paper, Tag } from '../paper.ts';
import { heading, paragraph, sectionHeading } from '../flow.ts';
import { cardTarget, place } from '../links.ts';
import { glyph, kindsInOrder, namedCard } from '../primitives.ts';
import type { ReportCard, View } from '../view.ts';
import { cardWords, type CardWords } from '../words/cards.ts';
import { commonWords } from '../words/common.ts';
import { traceOf } from './trace.ts';

export function cards(paper: Paper, view: View): void {
	if (view.cards.length === 0) return;
	const words = paper.say(cardWords);
	const { kindsMany, speech } = paper.say(commonWords);
	paper.newPage();
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, words.title);
	paragraph(paper, section, words.introduced(view.cards.length, view.apart), { style: 'quiet', after: 16 });
	for (const kind of kindsInOrder) {
		const ofKind = view.cards.filter((card) => card.kind === kind);
		if (ofKind.length === 0) continue;
		heading(paper, section, `${kindsMany[kind]}, ${speech.figure(ofKind.length)}`, { after: 8 });
		const list = paper.tag(section, 'L');
		for (const card of ofKind) drawCard(paper, list, view, card);
		list.end();
		paper.y += 10;
	}
	section.end();
}

const indent = 23;

function drawCard(paper: Paper, list: Tag, view: View, card: ReportCard): void {
	const width = paper.width - indent;
	const named = namedCard({ ...card, id: undefined });
	const parts = [...detailsOf(card, paper.say(cardWords)), ...traceOf(paper, view, card)];
	paper.need(Math.min(4, paper.set(named, 'cardName', width).length + parts.length) * 16);
	const y = paper.y;
	place(paper, cardTarget(card.id));
	paper.artifact(() => glyph(paper.doc, card.kind, paper.left, y, 15));
	const item = paper.tag(list, 'LI');
	const body = paper.tag(item, 'LBody');
	const x = paper.left + indent;
	paragraph(paper, body, named, { style: 'cardName', x, width, after: 2 });
	for (const text of parts) paragraph(paper, body, text, { style: 'small', x, width, after: 1 });
	body.end();
	item.end();
	paper.y += 9;
}

function detailsOf({ card, name }: ReportCard, { labels, nameIsMade }: CardWords): { text: string; weight?: 600 }[][] {
	const labelled: [string, string | null][] = [
		['', card.description?.trim() === name ? null : card.description],
		[labels.change, card.change],
		[labels.outlook, card.outlook],
		[labels.drivingForce, card.drivingForce],
	];
	const given = labelled.filter((pair): pair is [string, string] => !!pair[1]?.trim());
	const details: { text: string; weight?: 600 }[][] = given.map(([label, text]) => [
		...(label ? [{ text: label, weight: 600 as const }] : []),
		{ text: text.trim() },
	]);
	if (card.nameIsMade)
		details.push([{ text: nameIsMade }]);
	return details;
}
