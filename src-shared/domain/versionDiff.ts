/** What is different in the newer version of a document: cards that changed, field by field, cards that came and went. */
import type { Kind, ParsedCard, ParsedDocument } from '../schemas/document.ts';
import type { Card } from '../schemas/records.ts';
import { placeIn } from './documentRecords.ts';
import { type LineChange, lineDiff } from './textDiff.ts';

/** The words of a card that a person can write. */
export const wordFields = ['kind', 'name', 'description', 'change', 'outlook', 'drivingForce'] as const;
const comparedFields = [...wordFields, 'machineScore'] as const;
export type ComparedField = (typeof comparedFields)[number];

export interface FieldChange {
	field: ComparedField;
	before: string | null;
	after: string | null;
	/** A person wrote something else before, which stays. */
	isKept: boolean;
}

export interface CardRef {
	/** The card in the library; null where it is there no more. */
	cardId: string | null;
	kind: Kind;
	name: string;
	/** In the version that has it: the newer one where both do. */
	line: number;
}

export interface VersionDiff {
	changed: (CardRef & { fields: FieldChange[]; isMoved: boolean })[];
	added: CardRef[];
	/** `stays`: people made something of it, so it stays in sight with the earlier version. */
	gone: (CardRef & { stays: boolean })[];
	/** Cards that went over with what people did with them. */
	moved: number;
	/** What of the document itself is different. */
	document?: DocumentChanges;
}

/**
 * @param pairs places of cards in the newer version by those in the earlier one.
 * @param earlier with the card for each, null where people deleted it: then nothing of it is told.
 * @param standing the card that people go on to see, null where it left with the earlier version.
 */
export function diffOf(
	earlier: readonly { read: ParsedCard; card: Card | null }[],
	newer: readonly { read: ParsedCard; id: string | null }[],
	pairs: ReadonlyMap<number, number>,
	standing: (card: Card) => Card | null,
): VersionDiff {
	const diff: VersionDiff = { changed: [], added: [], gone: [], moved: 0 };
	const found = new Set(pairs.values());
	earlier.forEach(({ read, card }, from) => {
		if (!card) return;
		const to = pairs.get(from);
		const stands = standing(card);
		if (to === undefined) {
			diff.gone.push({ cardId: card.id, kind: read.kind, name: read.name, line: read.line, stays: stands !== null });
			return;
		}
		const { read: now, id } = newer[to]!;
		const isMoved = stands !== null && isFromElsewhere(stands);
		if (isMoved) diff.moved++;
		const fields = fieldChanges(read, now, stands);
		if (fields.length > 0) diff.changed.push({ cardId: isMoved ? stands.id : id, kind: now.kind, name: now.name, line: now.line, fields, isMoved });
	});
	newer.forEach(({ read, id }, to) => {
		if (!found.has(to)) diff.added.push({ cardId: id, kind: read.kind, name: read.name, line: read.line });
	});
	return diff;
}

const isFromElsewhere = ({ id, sourceId }: Card): boolean => sourceId !== null && placeIn(sourceId, id) === null;

function fieldChanges(before: ParsedCard, after: ParsedCard, card: Card | null): FieldChange[] {
	return comparedFields.flatMap((field) => {
		if (before[field] === after[field]) return [];
		const isKept = card !== null && card.editedAt !== null && field !== 'machineScore' && card[field] !== after[field];
		return [{ field, before: said(before[field]), after: said(after[field]), isKept }];
	});
}

const said = (value: string | number | null): string | null => (value === null ? null : String(value));

export interface DocumentChanges {
	title: [before: string, after: string] | null;
	/** Lines outside its cards' tables; where the document has cards they say what matters. */
	lines: LineChange[];
}

export function changesBetween(earlier: ParsedDocument, newer: ParsedDocument): DocumentChanges {
	const hasCards = earlier.cards.length + newer.cards.length > 0;
	return { title: earlier.title === newer.title ? null : [earlier.title, newer.title], lines: lineDiff(...both(earlier, newer, hasCards)) };
}

/** Rows of tables are cards and are compared as such. */
function both(earlier: ParsedDocument, newer: ParsedDocument, hasCards: boolean): [string, string] {
	const textOf = ({ text, cards }: ParsedDocument) => {
		if (!hasCards) return text;
		const taken = new Set(cards.map(({ line }) => line));
		return text.split(/\r\n|\r|\n/).map((line, at) => (taken.has(at + 1) || /^\|[\s:|-]+$/.test(line) ? '' : line)).join('\n');
	};
	return [textOf(earlier), textOf(newer)];
}
