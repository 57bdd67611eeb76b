/** Cleans the texts of fields that came through web pages and feeds: entities, tags, escaped line breaks, hidden characters. */
import { htmlTag, unescapeEntities } from './inline.ts';

const invisible = /[\u00ad\u200b\u2060\ufeff]/g;
const anyOdd = /[&<\\\u00a0\u00ad\u200b\u202f\u2060\ufeff\n]/;
const escapedBreak = /(?:\\r)?\\n|\\r|\\t/g;
/** A backslash that belongs to a path is no escape. */
const path = /[A-Za-z]:\\|\\\\/;
const tag = /<[/!]?[a-z][^<>]{0,500}>|<!--.*?-->/gi;
/** What is left where an entity was escaped twice on its way. */
const twice = /&(?:#\d{2,6}|#x[0-9a-f]{2,5}|nbsp|[lr][sd]quo|[mn]dash|hellip|amp|apos|quot|[a-z](?:acute|grave|uml|circ|cedil|tilde));/i;

/** @returns one line or, where the text has breaks, several; null where nothing is left. */
export function cleaned(text: string | null): string | null {
	if (text === null || !anyOdd.test(text)) return text;
	let clean = path.test(text) ? text : text.replace(escapedBreak, (found) => (found === '\\t' ? ' ' : '\n'));
	clean = clean.replace(tag, (found) => (htmlTag.test(found) ? (/^<\/?(?:br|p|div|li)\b/i.test(found) ? '\n' : '') : found));
	if (clean.includes('&')) clean = unescapeEntities(clean);
	if (twice.test(clean)) clean = unescapeEntities(clean);
	clean = clean.replace(invisible, '').replace(/[\u00a0\u202f\t ]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
	return clean === '' ? null : clean;
}
