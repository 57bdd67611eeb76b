/** An outline as HTML: headings, lists and tables as they are called there, figures as SVG with their words as captions. */
import type { Kind } from '../../../../src-shared/schemas/document.ts';
import { safeAddress } from '../../links.ts';
import { createTheme } from '../../theme.ts';
import type { Span } from '../../typeset.ts';
import { el, raw, type Child, type Html } from '../outline/markup.ts';
import type { Element, Words } from '../outline/outlinePaper.ts';
import { isElement, isNothing, listOf, plainOf, whereOf, type Item } from '../outline/reading.ts';

type Part = Element | Words;

export interface Surroundings {
	/** The id that a link leads to; null where the page has not got that place. */
	placeOf(target: string): string | null;
	kindOf(cardId: string): Kind | undefined;
	/** What a screen reader says of something that is wider than the screen. */
	scrolls(name: string): string;
}

const { styles } = createTheme({ pageSize: 'A4', largePrint: false });
/** In the print's own units: what is smaller stands in its line of text. */
const smallFigure = 160;
const wideFigure = 800;
/** Cells of fewer letters stay on one line. */
const shortest = 12;

/** Writes elements; one for each page, since it numbers what it writes. */
export function createWriter({ placeOf, kindOf, scrolls }: Surroundings) {
	let figures = 0;
	/** What a table or a picture is about: the nearest heading above it. */
	let under = '';
	const scrolling = new Map<string, number>();

	/** Landmarks of one page have names of their own. */
	function scrollsOnce(name: string): string {
		const times = (scrolling.get(name) ?? 0) + 1;
		scrolling.set(name, times);
		return scrolls(times === 1 ? name : `${name} (${times})`);
	}

	function spanOf({ text, weight, emphasis, to }: Span, base: number): Child {
		const lines = text.split('\n').flatMap((line, index): Child[] => (index === 0 ? [line] : [el('br', null), line]));
		let shown: Child = lines;
		if (emphasis) shown = el('em', null, shown);
		if (weight !== undefined && weight > base && !(emphasis && weight < 700)) shown = el('b', null, shown);
		if (to === undefined) return shown;
		const place = placeOf(to);
		if (place === null) return /^(card|world):/.test(to) ? shown : webLink(to, shown);
		const kind = to.startsWith('card:') ? kindOf(to.slice('card:'.length)) : undefined;
		if (!kind) return el('a', { href: `#${place}` }, shown);
		// The space after a code is not part of the link.
		return [el('a', { href: `#${place}`, class: `card k-${kind}` }, glyph(kind), text.trimEnd()), text.endsWith(' ') ? ' ' : null];
	}

	const wordsOf = ({ spans, style }: Words): Child => spans.map((span) => spanOf(span, styles[style].weight));

	/** Words that are alone in their element give it their style; among others they keep it to themselves. */
	const inline = (part: Part): Child => (isElement(part) ? partOf(part) : el('span', { class: `t-${part.style}` }, wordsOf(part)));

	function holding(name: string, children: readonly Part[], values: Record<string, string | number | undefined> = {}): Html {
		const parts = children.filter((part) => !isNothing(part));
		const [only] = parts;
		if (parts.length === 1 && only && !isElement(only)) return el(name, { ...values, class: [values['class'], `t-${only.style}`].filter(Boolean).join(' ') }, wordsOf(only));
		return el(name, values, parts.flatMap((part, index): Child[] => [index > 0 ? ' ' : null, inline(part)]));
	}

	function partOf(part: Element): Child {
		if (isNothing(part)) return null;
		const id = { id: part.anchors[0] };
		const children = part.children;
		switch (part.type) {
			case 'H1': case 'H2': case 'H3': case 'H4': case 'H5': case 'H6':
				under = plainOf(part);
				return holding(part.type.toLowerCase(), children, id);
			case 'P':
				return holding('p', children, id);
			case 'L':
				return list(part);
			case 'Table':
				return table(part);
			case 'Figure':
				return figure(part);
			case 'Link':
				return part.href === undefined ? children.map(inline) : webLink(part.href, children.map(inline));
			case 'LBody':
				return [part.title && el('p', { class: 'where' }, whereOf(part)), partsOf(children)];
			default:
				return el('div', id, partsOf(children));
		}
	}

	/** Two divisions side by side in the print are so on a wide screen. */
	function partsOf(parts: readonly Part[]): Child[] {
		const shown = parts.filter((part) => !isNothing(part));
		const isDivision = (part: Part | undefined): part is Element => part !== undefined && isElement(part) && part.type === 'Div';
		return shown.flatMap((part, index): Child[] => {
			if (isDivision(part) && isDivision(shown[index - 1])) return [];
			if (isDivision(part) && isDivision(shown[index + 1])) return [el('div', { class: 'sides' }, partOf(part), partOf(shown[index + 1] as Element))];
			return [index > 0 && !isElement(part) ? ' ' : null, inline(part)];
		});
	}

	function list(part: Element): Html {
		const { ordered, start, items } = listOf(part);
		const isPlain = items.every(({ element }) => !element.children.some((child) => isElement(child) && child.type === 'Lbl'));
		const isLabelled = items.some(({ label }) => label.length > 0);
		const ofFigures = isPlain && items.every(({ body: [first] }) => first && !isElement(first) && first.style === 'figure');
		const name = ofFigures ? 'numbers' : isLabelled ? (items.some(({ label }) => label.some(isElement)) ? 'rows' : 'terms') : isPlain ? 'plain' : undefined;
		return el(ordered ? 'ol' : 'ul', { class: name, id: part.anchors[0], start: ordered && start !== 1 ? start : undefined }, items.map(item));
	}

	function item({ element, label, body }: Item): Html {
		const values = { id: element.anchors[0] };
		if (label.length > 0) return el('li', values, el('span', { class: 'label' }, label.map(inline)), el('div', null, partsOf(body)));
		const [only] = body;
		if (body.length === 1 && only && (!isElement(only) || only.type === 'P')) return holding('li', isElement(only) ? only.children : body, values);
		return el('li', values, partsOf(body));
	}

	function table(part: Element): Html {
		const rows = (within: Element): Child => within.children.filter(isElement).map((row) => el('tr', null, row.children.filter(isElement).map(cell)));
		const groups = part.children.filter(isElement).map((group) => el(group.type === 'THead' ? 'thead' : 'tbody', null, rows(group)));
		return el('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': scrollsOnce(under) }, el('table', null, el('caption', { class: 'unseen' }, under), groups));
	}

	function cell(part: Element): Html {
		const heads = part.type === 'TH';
		const scope = heads ? (part.scope === 'Row' ? 'row' : 'col') : undefined;
		const seen = part.children.map(plainOf).join(' ').trim();
		if (!heads || !part.alt) return holding(heads ? 'th' : 'td', part.children, { scope, class: seen.length <= shortest ? 'short' : undefined });
		return el('th', { scope, class: 't-label' }, seen ? el('abbr', { title: part.alt }, seen) : el('span', { class: 'unseen' }, part.alt));
	}

	function figure(part: Element): Child {
		const [left, top, right, bottom] = part.bbox ?? [0, 0, 1, 1];
		const [width, height] = [right - left, bottom - top];
		// Lines on the very edge would be cut in half; a scene goes on to the edge of the page.
		const edge = left === 0 ? 0 : width > wideFigure ? 14 : 1;
		const rounded = (value: number) => Math.round(value * 100) / 100;
		const drawn = (values: Record<string, string | number>) => el('svg', { viewBox: [left - edge, top - edge, width + 2 * edge, height + 2 * edge].map(rounded).join(' '), role: 'img', ...values }, raw(part.marks));
		const own = { width: rounded(width + 2 * edge), height: rounded(height + 2 * edge) };
		if (width < smallFigure) return drawn({ ...own, 'aria-label': part.alt ?? '', class: height > 40 ? 'mark' : 'small' });
		const id = `figure-${++figures}`;
		const isScene = part.section === 'scenarios' || left === 0;
		return el('figure', { id: part.anchors[0], class: isScene ? 'scene' : width > wideFigure ? 'widest' : undefined },
			el('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': scrollsOnce(under || plainAlt(part)) }, drawn({ 'aria-labelledby': id })),
			el('figcaption', { id }, part.alt ?? ''));
	}

	return { partOf, partsOf };
}

const plainAlt = ({ alt = '' }: Element): string => alt.split('.')[0] ?? '';

function webLink(address: string, shown: Child): Child {
	const href = safeAddress(address);
	return href === null ? shown : el('a', { href, rel: 'noreferrer' }, shown);
}

/** Drawn once, in the page's first lines. */
const glyph = (kind: Kind): Html => el('svg', { class: 'glyph', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, el('use', { href: `#g-${kind}` }));
