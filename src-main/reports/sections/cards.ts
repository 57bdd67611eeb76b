/** Every card of the workshop with what is said of it: names alone mean little to a reader who was not in the room. */
import type { Paper, Tag } from '../paper.ts';
import { heading, paragraph, sectionHeading } from '../flow.ts';
import { cardTarget, place } from '../links.ts';
import { glyph, kindNames, namedCard } from '../primitives.ts';
import type { ReportCard, View } from '../view.ts';
import { traceOf } from './trace.ts';
import { capitalised, counted } from '../words.ts';

const plural: Record<ReportCard['kind'], string> = {
	signal: 'Signals',
	concern: 'Concerns',
	behavior: 'Behaviors',
	technology: 'Technologies',
	issue: 'Issues',
};

export function cards(paper: Paper, view: View): void {
	if (view.cards.length === 0) return;
	paper.newPage();
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, 'The cards');
	paragraph(paper, section, introduced(view), { style: 'quiet', after: 16 });
	for (const [kind] of kindNames) {
		const ofKind = view.cards.filter((card) => card.kind === kind);
		if (ofKind.length === 0) continue;
		heading(paper, section, `${plural[kind]}, ${ofKind.length}`, { after: 8 });
		const list = paper.tag(section, 'L');
		for (const card of ofKind) drawCard(paper, list, view, card);
		list.end();
		paper.y += 10;
	}
	section.end();
}

function introduced({ cards, apart }: View): string {
	const said = `What the documents and the room say of ${cards.length === 1 ? 'the card' : `the ${counted(cards.length, 'card')}`}, by kind.`;
	if (apart === 0) return said;
	return `${said} ${capitalised(counted(apart, 'card'))} ${apart === 1 ? 'is' : 'are'} neither on the canvas nor voted on.`;
}

const indent = 23;

function drawCard(paper: Paper, list: Tag, view: View, card: ReportCard): void {
	const width = paper.width - indent;
	const named = namedCard({ ...card, id: undefined });
	const parts = [...detailsOf(card), ...traceOf(paper, view, card)];
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

function detailsOf({ card, name }: ReportCard): { text: string; weight?: 600 }[][] {
	const labelled: [string, string | null][] = [
		['', card.description?.trim() === name ? null : card.description],
		['Change: ', card.change],
		['In ten years: ', card.outlook],
		['Driving force: ', card.drivingForce],
	];
	const given = labelled.filter((pair): pair is [string, string] => !!pair[1]?.trim());
	const details: { text: string; weight?: 600 }[][] = given.map(([label, text]) => [
		...(label ? [{ text: label, weight: 600 as const }] : []),
		{ text: text.trim() },
	]);
	if (card.nameIsMade)
		details.push([{ text: 'Its document gives it no name; this one is made from its description.' }]);
	return details;
}
