/** Writes HTML and SVG as text: whatever a person wrote passes through `escaped`, and what is markup already says so by its type. */
import { sanitise } from '../../text.ts';

/** Markup that is finished: everything in it was escaped when it was made. */
export interface Html {
	readonly html: string;
}

export type Child = Html | string | number | null | false | undefined | readonly Child[];
type Values = Record<string, string | number | boolean | null | undefined>;

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Controls and lone surrogates are taken out, and no sign of markup is left. */
export const escaped = (text: string): string => sanitise(text).replace(/[&<>"']/g, (sign) => signs[sign]!);

export const attributes = (values: Values): string =>
	Object.entries(values)
		.map(([name, value]) => (value === null || value === undefined || value === false ? '' : value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`))
		.join('');

export const raw = (html: string): Html => ({ html });

export function htmlOf(child: Child): string {
	if (child === null || child === undefined || child === false) return '';
	if (Array.isArray(child)) return (child as readonly Child[]).map(htmlOf).join('');
	return typeof child === 'object' ? (child as Html).html : escaped(String(child));
}

const empty = new Set(['meta', 'br', 'hr']);

/** An element; text among its children is escaped. */
export function el(name: string, values: Values | null, ...children: Child[]): Html {
	const open = `<${name}${attributes(values ?? {})}>`;
	return raw(empty.has(name) ? open : `${open}${htmlOf(children)}</${name}>`);
}
