/** What every format asks of an outline: its text, its lists, what is nothing, and the lines that cards were read from. */
import { tracesOf } from '../../../../src-shared/domain/trace.ts';
import { cardTarget } from '../../links.ts';
import { shortened } from '../../text.ts';
import type { Span } from '../../typeset.ts';
import { speech } from '../../words/speech.ts';
import { pageWords } from '../words/page.ts';
import type { Outline } from './outline.ts';
import type { Element, Words } from './outlinePaper.ts';

type Part = Element | Words;

export const isElement = (part: Part): part is Element => part.is === 'element';

export const plainOf = (part: Part): string => (isElement(part) ? part.children.map(plainOf).join(' ') : part.spans.map(({ text }) => text).join('')).replace(/\s+/g, ' ').trim();

/** Stretches of lines that were links in the print, and are words of their paragraph here, leave nothing behind. */
export const isNothing = (part: Part): boolean => isElement(part) && part.type !== 'Figure' && part.type !== 'TD' && part.type !== 'TH' && part.children.every(isNothing);

/** The first of its kind within, in reading order. */
export function findIn(part: Part, matches: (element: Element) => boolean): Element | undefined {
	if (!isElement(part)) return undefined;
	if (matches(part)) return part;
	for (const child of part.children) {
		const found = findIn(child, matches);
		if (found) return found;
	}
	return undefined;
}

export const headingOf = (section: Element): string => {
	const heading = findIn(section, ({ type }) => type === 'H2');
	return heading ? plainOf(heading) : '';
};

/** What stands on a part of a picture says where that is; the name that follows it anyway is left out. */
export function whereOf({ title = '', children }: Element): string {
	const first = children.find((part) => !isNothing(part));
	const name = first ? plainOf(first) : '';
	return name !== '' && title.endsWith(name) ? title.slice(0, -name.length).replace(/[\s:]+$/u, '') : title;
}

export interface Item {
	element: Element;
	/** What stands before it: a picture, or words that are more than a bullet or a number. */
	label: Part[];
	body: Part[];
}

export interface List {
	ordered: boolean;
	start: number;
	items: Item[];
}

const bullet = /^[•—|·–]?$/u;
const number = /^(\d+)[.)]?$/u;

export function listOf(list: Element): List {
	const entries = list.children.filter(isElement).map((element) => {
		const label = element.children.filter((part) => isElement(part) && part.type === 'Lbl').flatMap((part) => (part as Element).children);
		const body = element.children.flatMap((part) => (isElement(part) && part.type === 'Lbl' ? [] : isElement(part) && part.type === 'LBody' && !part.title ? part.children : [part])).filter((part) => !isNothing(part));
		return { element, label, body, said: label.map(plainOf).join('') };
	});
	const ordered = entries.length > 0 && entries.every(({ said }) => number.test(said));
	const marks = (said: string, label: Part[]) => label.every((part) => !isElement(part)) && (bullet.test(said) || (ordered && number.test(said)));
	return {
		ordered,
		start: ordered ? Number(number.exec(entries[0]!.said)![1]) : 1,
		items: entries.map(({ element, label, body, said }) => ({ element, body, label: marks(said, label) ? [] : label })),
	};
}

const longestQuote = 400;

/** Adds to every card's entry the words of the line that it was read from. */
export function quoteSources({ view, sections, placeOf }: Outline, language: keyof typeof speech): void {
	const traceOf = tracesOf(view.worlds.file);
	const byPlace = new Map(view.cards.map(({ id }) => [placeOf(cardTarget(id)), id]));
	for (const section of sections.filter(({ section: name }) => name === 'cards')) {
		for (const list of section.children.filter(isElement)) {
			for (const item of list.children.filter(isElement)) {
				const id = item.anchors.map((anchor) => byPlace.get(anchor)).find((known) => known !== undefined);
				const quote = id === undefined ? null : (traceOf(id)?.source?.quote ?? null);
				const body = item.children.filter(isElement).find(({ type }) => type === 'LBody');
				if (quote === null || !body) continue;
				const spans: Span[] = [{ text: speech[language].labelled(pageWords[language].quoted, ''), weight: 600 }, { text: speech[language].quoted(shortened(quote, longestQuote)) }];
				body.children.push({ is: 'element', type: 'P', anchors: [], marks: '', children: [{ is: 'words', style: 'small', spans }] });
			}
		}
	}
}
