/** Makes cards out of the bullets that some pages have in place of tables: `- **Name**: text`. */
import type { Kind, ParsedCard } from '../../src-shared/schemas/document.ts';
import { madeName } from './madeTitle.ts';
import { columnOf, longestName, score, type CellText } from './signalCards.ts';
import type { Warn } from './reading.ts';

export interface ListItem {
	/** Source behind the bullet, with the lines that go on with it. */
	source: string;
	/** White space before the bullet. */
	indent: number;
	line: number;
}

const strongName = /^(\*\*|__)(?=\S)(.{1,300}?)\s*[:.]?\s*\1\s*[:.–—-]*\s*(.*)$/s;
const plainName = /^([^:*_`[\]|<]{2,80}?)(?::|\s+[–—-])\s+(\S.*)$/s;
const labelled = /^(?:\*\*|__|\*|_)?([A-Za-z0-9][A-Za-z0-9 -]{1,30}?)(?:\*\*|__|\*|_)?\s*:(?:\*\*|__|\*|_)?\s*(.*)$/s;
const nothing = /^(?:none(?: found| today)?|n\/?a|nil|nan|-+)?[.\s]*$/i;

/** A bullet below another one says more about it: one of its fields by name, else more of its description. */
export function cardsOfItems(items: ListItem[], kind: Kind, text: CellText, warn: Warn): ParsedCard[] {
	const cards: ParsedCard[] = [];
	const outer = items.reduce((least, { indent }) => Math.min(least, indent), Infinity);
	for (const item of items) {
		const card = cards.at(-1);
		if (item.indent >= outer + 2 && card) addTo(card, item, text, warn);
		else if (!nothing.test(item.source)) cards.push(cardOfItem(item, kind, text));
	}
	return cards;
}

function cardOfItem({ source, line }: ListItem, kind: Kind, text: CellText): ParsedCard {
	const strong = strongName.exec(source);
	const named = strong ? [strong[2]!, strong[3]!] : plainName.exec(source)?.slice(1);
	const whole = named ? '' : text(source, line);
	const isName = whole !== '' && whole.length <= 80 && !/[.!?]$/.test(whole);
	const given = named ? text(named[0]!, line) : isName ? whole : '';
	const description = named ? text(named[1]!, line) || null : isName ? null : whole;
	return {
		kind,
		name: given !== '' && given.length <= longestName ? given : madeName(description ?? given),
		nameIsMade: given === '' || given.length > longestName,
		description,
		change: null, outlook: null, drivingForce: null, machineScore: null,
		line,
	};
}

function addTo(card: ParsedCard, { source, line }: ListItem, text: CellText, warn: Warn): void {
	const [, label = '', value = ''] = labelled.exec(source) ?? [];
	const column = columnOf(label);
	if (column === 'relevancy') card.machineScore ??= score(text(value, line), line, warn);
	else if (column === 'change' || column === 'outlook' || column === 'drivingForce') card[column] ??= text(value, line) || null;
	else {
		const more = text(column === 'description' ? value : source, line);
		card.description = card.description === null ? more : `${card.description} ${more}`;
	}
}
