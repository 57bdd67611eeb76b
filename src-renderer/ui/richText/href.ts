/** Addresses of links, in the one form in which narrative.ts reads them. */
import { readNarrative } from '../../../src-shared/markdown/narrative.ts';
import { addressText } from '../../../src-shared/markdown/writeNarrative.ts';

/** @returns null for what is no web or mail address, or none that is followed from here. */
export function normalHref(typed: string): string | null {
	const href = withScheme(typed.trim());
	const [block] = readNarrative(`[x](${addressText(href)})`);
	const [inline] = block?.type === 'paragraph' ? block.inlines : [];
	return (inline?.type === 'text' && inline.href) || null;
}

/** People type "example.org/x" and "ana@example.org". */
function withScheme(typed: string): string {
	if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(typed)) return `mailto:${typed}`;
	return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]|$)/u.test(typed) ? `https://${typed}` : typed;
}
