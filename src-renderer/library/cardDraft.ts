/** A card while it is being written: plain texts for the form's fields, and what has to be right before it is kept. */
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { Card } from '../../src-shared/schemas/records.ts';

export interface CardDraft {
	kind: Kind;
	name: string;
	description: string;
	change: string;
	outlook: string;
	drivingForce: string;
}

/** Longer than any title that people read aloud; the canvas and the report wrap what is under it. */
export const nameCap = 300;

export const blankDraft = (kind: Kind = 'signal'): CardDraft => ({
	kind, name: '', description: '', change: '', outlook: '', drivingForce: '',
});

export const draftOf = ({ kind, name, description, change, outlook, drivingForce }: Card): CardDraft => ({
	kind, name, description: description ?? '', change: change ?? '', outlook: outlook ?? '', drivingForce: drivingForce ?? '',
});

/** @returns what is wrong with the name, as a sentence, or null. */
export function nameProblem(name: string): string | null {
	const length = name.trim().length;
	if (length === 0) return 'Give the card a name: a few words that the room can say aloud.';
	return length > nameCap ? `The name has ${length} characters. Keep it under ${nameCap}; the description has room for more.` : null;
}

type Written = Pick<Card, 'kind' | 'name' | 'description' | 'change' | 'outlook' | 'drivingForce'>;

/** The draft as a card's fields: blank texts are absent, ends are trimmed. */
export function written(draft: CardDraft): Written {
	const orNull = (text: string) => text.trim() || null;
	return {
		kind: draft.kind,
		name: draft.name.trim().replace(/\s+/g, ' '),
		description: orNull(draft.description),
		change: orNull(draft.change),
		outlook: orNull(draft.outlook),
		drivingForce: orNull(draft.drivingForce),
	};
}
