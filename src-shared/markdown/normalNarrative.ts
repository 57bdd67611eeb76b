/** What of a line Markdown can say at all: no blanks at its ends or at the ends of a mark, and neighbours that are alike are one. */
import type { Inline } from './narrative.ts';

/** @param isHeading it has no line breaks; each becomes a blank. */
export function normalInlines(inlines: readonly Inline[], isHeading = false): Inline[] {
	const plain = inlines.map((inline) => normalInline(inline, isHeading)).filter((inline) => inline.type !== 'text' || inline.text !== '');
	const unmarked = (['strong', 'emphasis'] as const).reduce(withoutMarkedBlanks, joined(plain));
	return joined(trimmed(joined(unmarked)));
}

function normalInline(inline: Inline, isHeading: boolean): Inline {
	if (inline.type === 'break') return isHeading ? { type: 'text', text: ' ' } : inline;
	// U+2060 is no text (writeNarrative.ts); what ends a line is not within one.
	if (inline.type === 'text') return marked({ type: 'text', text: clean(inline.text) }, inline);
	return marked({ type: 'card', cardId: inline.cardId, label: clean(inline.label).trim() }, { ...inline, href: undefined });
}

const clean = (text: string): string => text.replace(/[\r\n]+/g, ' ').replaceAll('\u2060', '').replaceAll('\0', '\uFFFD');

type Marked = Exclude<Inline, { type: 'break' }>;
type Marks = { strong?: true | undefined; emphasis?: true | undefined; href?: string | undefined };

/** In this order, and none that is not there. */
function marked(inline: Marked, { strong, emphasis, href }: Marks): Marked {
	return { ...inline, ...(strong && { strong }), ...(emphasis && { emphasis }), ...(href && { href }) };
}

const isText = (inline: Inline | undefined): inline is Extract<Inline, { type: 'text' }> => inline?.type === 'text';

function joined(inlines: readonly Inline[]): Inline[] {
	const found: Inline[] = [];
	for (const inline of inlines) {
		const last = found.at(-1);
		if (isText(inline) && isText(last) && last.strong === inline.strong && last.emphasis === inline.emphasis && last.href === inline.href) {
			found[found.length - 1] = { ...last, text: last.text + inline.text };
		} else if (!isText(inline) || inline.text !== '') found.push(inline);
	}
	return found;
}

/** What the rules of marks take for a blank; the ends of lines lose fewer of them. */
const blanksBefore = /^[\t-\r \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/;
const blanksAfter = new RegExp(`${blanksBefore.source.slice(1)}$`);

/** Takes a mark off the blanks at both ends of each stretch that has it. */
function withoutMarkedBlanks(inlines: Inline[], name: 'strong' | 'emphasis'): Inline[] {
	const has = (inline: Inline | undefined) => inline !== undefined && inline.type !== 'break' && inline[name] === true;
	const strip = (list: Inline[], fromEnd: boolean): Inline[] => {
		const found: Inline[] = [];
		let isOpen = false;
		for (const inline of fromEnd ? [...list].reverse() : list) {
			if (inline.type === 'break') {
				found.push(inline);
				continue;
			}
			if (!has(inline)) isOpen = false;
			if (isOpen || !has(inline) || !isText(inline)) {
				isOpen = has(inline);
				found.push(inline);
				continue;
			}
			const rest = inline.text.replace(fromEnd ? blanksAfter : blanksBefore, '');
			const edge = fromEnd ? inline.text.slice(rest.length) : inline.text.slice(0, inline.text.length - rest.length);
			const bare = { ...inline, text: edge };
			delete bare[name];
			if (edge !== '') found.push(bare);
			if (rest !== '') found.push({ ...inline, text: rest });
			isOpen = rest !== '';
		}
		return fromEnd ? found.reverse() : found;
	};
	return strip(strip(inlines, false), true);
}

/** Blanks at the ends go, blanks beside a break, and breaks at the end. */
function trimmed(inlines: readonly Inline[]): Inline[] {
	const found: Inline[] = [];
	const trimEnd = (blanks: RegExp) => {
		for (let last = found.at(-1); isText(last); last = found.at(-1)) {
			const text = last.text.replace(blanks, '');
			if (text !== '') return void (found[found.length - 1] = { ...last, text });
			found.pop();
		}
	};
	for (const inline of inlines) {
		const last = found.at(-1);
		const startsLine = last === undefined || last.type === 'break';
		if (inline.type === 'break') {
			trimEnd(/ +$/);
			found.push(inline);
			continue;
		}
		const text = isText(inline) && startsLine ? inline.text.replace(/^[ \t]+/, '') : null;
		if (text === null) found.push(inline);
		else if (text !== '') found.push({ ...inline, text } as Inline);
	}
	do trimEnd(/[ \t]+$/);
	while (found.at(-1)?.type === 'break' && found.pop());
	return found;
}
