/** Searching as one types: all words must occur, whatever their case and accents, anywhere in what a card or a source says. */
import type { Card, Source } from '../../src-shared/schemas/records.ts';

/** Letters that no decomposition takes apart. */
const plainLetters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** Lower case without accents; ligatures, full-width and curly forms become plain ones. */
export function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter]!)
		.replace(/[‘’]/g, "'")
		.replace(/[‐‑]/g, '-');
}

export const wordsOf = (query: string): string[] => plain(query).split(/\s+/).filter(Boolean);

const saysAll = (text: string, words: readonly string[]) => words.every((word) => text.includes(word));

/** Plain texts are kept for as long as the record is: records never change, they are replaced. */
const cardTexts = new WeakMap<Card, { title: string; text: string }>();
const sourceTexts = new WeakMap<Source, string>();

export function cardSays(card: Card, source: Source | undefined, words: readonly string[]): boolean {
	return words.length === 0 || saysAll(cardText(card, source?.title ?? ''), words);
}

function cardText(card: Card, title: string): string {
	const known = cardTexts.get(card);
	if (known?.title === title) return known.text;
	const fields = [card.name, card.description, card.change, card.outlook, card.drivingForce, title];
	const text = plain(fields.filter(Boolean).join('\n'));
	cardTexts.set(card, { title, text });
	return text;
}

export function sourceSays(source: Source, words: readonly string[]): boolean {
	if (words.length === 0) return true;
	const known = sourceTexts.get(source);
	const { title, author, provider, file, summary, keywords, themes, topics, category } = source;
	const text = known ?? plain([title, author, provider, file, summary, category, ...keywords, ...themes, ...topics].filter(Boolean).join('\n'));
	if (known === undefined) sourceTexts.set(source, text);
	return saysAll(text, words);
}
