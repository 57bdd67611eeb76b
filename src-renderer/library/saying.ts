/** Which of a card's texts to show in a list: what was seen, or where the searched words stand. */
import { marked } from '../../src-shared/domain/words.ts';
import type { Card } from '../../src-shared/schemas/records.ts';

/** @returns null for a card that has nothing but its name. */
export function saying(card: Pick<Card, 'description' | 'change' | 'outlook' | 'drivingForce'>, terms: readonly string[]): string | null {
	const texts = [card.description, card.change, card.outlook, card.drivingForce].filter((text) => text !== null);
	const said = terms.length === 0 ? undefined : texts.find((text) => marked(text, terms).some(({ isMatch }) => isMatch));
	return said ? fromMatch(said, terms) : card.description;
}

const leadIn = 60;

/** A match far into the text would be cut off with its end. */
function fromMatch(text: string, terms: readonly string[]): string {
	const before = marked(text, terms)[0];
	if (!before || before.isMatch || before.text.length < leadIn * 2) return text;
	const from = text.indexOf(' ', before.text.length - leadIn);
	return `…${text.slice(Math.min(from, before.text.length))}`;
}
