/** What a text may hold while it is being written: the same blocks, marks and card references that narrative.ts reads. */
import { Schema, type DOMOutputSpec, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { normalHref } from './href.ts';

/** Attributes by which a reference to a card is told when it is copied and pasted. */
export const cardAttribute = 'data-narrative-card';

/** What was the style of a pasted element (pasting.ts): the page's policy lets nobody read it where it was. */
export const styleAttribute = 'data-pasted-style';
const styleOf = (element: HTMLElement): string => element.getAttribute(styleAttribute) ?? '';

const block = (tag: string): DOMOutputSpec => [tag, { dir: 'auto' }, 0];

const nodes = {
	doc: { content: 'block+' },
	paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => block('p') },
	heading: {
		group: 'block',
		content: '(text | card)*',
		defining: true,
		attrs: { level: { default: 1, validate: 'number' } },
		parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(3, level) } })),
		toDOM: ({ attrs }) => block(`h${attrs['level']}`),
	},
	bulletList: { group: 'block', content: 'listItem+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
	orderedList: {
		group: 'block',
		content: 'listItem+',
		attrs: { start: { default: 1, validate: 'number' } },
		parseDOM: [{ tag: 'ol', getAttrs: (element: HTMLElement) => ({ start: startOf(element) }) }],
		toDOM: ({ attrs }) => (attrs['start'] === 1 ? ['ol', 0] : ['ol', { start: attrs['start'] }, 0]),
	},
	listItem: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
	text: { group: 'inline' },
	/** `label` is what stood there when it was written; what is shown is the card's code of now. */
	card: {
		group: 'inline',
		inline: true,
		atom: true,
		attrs: { id: { validate: 'string' }, label: { default: '', validate: 'string' } },
		parseDOM: [
			{
				tag: `[${cardAttribute}]`,
				priority: 60,
				getAttrs: (element: HTMLElement) => ({ id: element.getAttribute(cardAttribute) ?? '', label: element.getAttribute('data-label') ?? element.textContent ?? '' }),
			},
		],
		leafText: ({ attrs }) => String(attrs['label']),
		toDOM: ({ attrs }) => ['span', { [cardAttribute]: attrs['id'], 'data-label': attrs['label'] }, String(attrs['label'])],
	},
	break: { group: 'inline', inline: true, selectable: false, linebreakReplacement: true, parseDOM: [{ tag: 'br' }], leafText: () => '\n', toDOM: () => ['br'] },
} satisfies Record<string, NodeSpec>;

const marks = {
	link: {
		attrs: { href: { validate: 'string' } },
		inclusive: false,
		parseDOM: [{ tag: 'a[href]', getAttrs: (element: HTMLElement) => linkOf(element) }],
		// No address that a slip of the mouse would follow out of the window: the editor shows it, and says where it leads.
		toDOM: ({ attrs }) => ['a', { href: attrs['href'], title: attrs['href'], rel: 'noreferrer', draggable: 'false' }, 0],
	},
	strong: {
		parseDOM: [
			{ tag: 'strong' },
			// Google's documents come in a <b> that is not bold.
			{ tag: 'b', getAttrs: (element: HTMLElement) => !/font-weight:\s*(normal|[1-5]\d\d)\b/i.test(styleOf(element)) && null },
			{ tag: `span[${styleAttribute}]`, consuming: false, getAttrs: (element: HTMLElement) => /font-weight:\s*(bold|[6-9]\d\d)\b/i.test(styleOf(element)) && null },
		],
		toDOM: () => ['strong', 0],
	},
	emphasis: {
		parseDOM: [
			{ tag: 'em' },
			{ tag: 'i', getAttrs: (element: HTMLElement) => !/font-style:\s*normal\b/i.test(styleOf(element)) && null },
			{ tag: `span[${styleAttribute}]`, consuming: false, getAttrs: (element: HTMLElement) => /font-style:\s*italic\b/i.test(styleOf(element)) && null },
		],
		toDOM: () => ['em', 0],
	},
} satisfies Record<string, MarkSpec>;

/** A link to nowhere that may be followed leaves its words. */
function linkOf(element: HTMLElement): { href: string } | false {
	const href = normalHref(element.getAttribute('href') ?? '');
	return href !== null && { href };
}

/** As far as CommonMark's numbers go. */
const startOf = (list: HTMLElement): number => {
	const start = Number(list.getAttribute('start') ?? 1);
	return Number.isInteger(start) && start >= 0 && start <= 999_999_999 ? start : 1;
};

export const schema = new Schema({ nodes, marks });
