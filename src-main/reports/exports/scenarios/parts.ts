/** What leaves with the scenarios, whatever they are written as: the worlds, how they compare, how plans stand in them, what to watch for, and the cards that they name. */
import type { SectionName } from '../../../../src-shared/schemas/report.ts';
import { cardTarget } from '../../links.ts';
import { cardWords } from '../../words/cards.ts';
import type { ReportLanguage } from '../../../../src-shared/schemas/worlds.ts';
import type { Outline } from '../outline/outline.ts';
import type { Element, Words } from '../outline/outlinePaper.ts';
import { isElement } from '../outline/reading.ts';
import type { ReportCard } from '../../view.ts';

export const scenarioSections: readonly SectionName[] = ['axes', 'scenarios', 'comparison', 'windTunnel', 'signposts', 'actions', 'cards'];

export interface NamedCard {
	card: ReportCard;
	place: string;
	/** Its entry in the list of cards. */
	entry: Element;
}

export interface ScenarioParts {
	sections: Element[];
	/** Those that the sections name, in the order of their codes. */
	cards: NamedCard[];
	cardsTitle: string;
}

export function scenarioParts({ view, sections, placeOf }: Outline, language: ReportLanguage): ScenarioParts {
	const own = sections.filter(({ section }) => section !== 'cards');
	const named = new Set(own.flatMap(targetsIn));
	const entries = new Map(sections.filter(({ section }) => section === 'cards').flatMap(itemsIn).flatMap((entry) => entry.anchors.map((anchor) => [anchor, entry] as const)));
	const cards = view.cards.flatMap((card): NamedCard[] => {
		const place = placeOf(cardTarget(card.id));
		const entry = place === null ? undefined : entries.get(place);
		return place !== null && entry && named.has(cardTarget(card.id)) ? [{ card, place, entry }] : [];
	});
	return { sections: own, cards, cardsTitle: cardWords[language].title };
}

const targetsIn = (part: Element | Words): string[] => (isElement(part) ? part.children.flatMap(targetsIn) : part.spans.flatMap(({ to }) => to ?? []));
const itemsIn = (part: Element | Words): Element[] => (!isElement(part) ? [] : part.type === 'LI' ? [part] : part.children.flatMap(itemsIn));

/** In running text a code alone says little away from the report: its card's name goes with it, unless it follows. */
export const standsAlone = (code: string, text: string, next: string | undefined): boolean => text === code && !/^[\u00A0 ]?\p{L}/u.test(next?.replace(/^\u00A0/, '') ?? '') && !(next ?? '').startsWith('\u00A0');

/** Small pictures are told in words where there are no pictures; large ones are told by the text around them. */
export const saidFigure = ({ bbox: [left, , right] = [0, 0, 0, 0], alt = '' }: Element): string => (right - left < 160 ? alt : '');
