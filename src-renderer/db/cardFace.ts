/** How a card is named wherever a workshop shows it: the code people say aloud, its kind and its name. */
import { cardCode } from '../../src-shared/domain/cardCode.ts';
import { kinds } from '../../src-shared/schemas/names.ts';
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { Card, WorkshopCard } from '../../src-shared/schemas/records.ts';

export interface CardFace {
	id: string;
	kind: Kind;
	/** S1, C4; null while the workshop does not use the card. */
	code: string | null;
	number: number;
	name: string;
	nameIsMade: boolean;
}

/** The two of the window's records that a face is read from. */
export interface FaceRecords {
	cards: { get(id: string): Card | undefined };
	uses: { get(cardId: string): WorkshopCard | undefined };
}

/** @returns undefined for a card that has left the library. */
export function cardFace(records: FaceRecords, cardId: string): CardFace | undefined {
	const card = records.cards.get(cardId);
	if (!card) return undefined;
	const number = records.uses.get(cardId)?.number ?? 0;
	const { kind, name, nameIsMade } = card;
	return { id: cardId, kind, code: number > 0 ? cardCode(kind, number) : null, number, name, nameIsMade };
}

export const cardFaces = (records: FaceRecords, cardIds: readonly string[]): CardFace[] =>
	cardIds.flatMap((id) => cardFace(records, id) ?? []);

/** S1, S2, C1, … in the order of the kinds; cards without a code come last, by name. */
export function byCode(a: CardFace, b: CardFace): number {
	if ((a.code === null) !== (b.code === null)) return Number(a.code === null) - Number(b.code === null);
	return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.number - b.number || a.name.localeCompare(b.name);
}

/** "S1 Open Source AI Models", for labels and for what is read aloud. */
export const faceTitle = (face: CardFace): string => (face.code === null ? face.name : `${face.code} ${face.name}`);
