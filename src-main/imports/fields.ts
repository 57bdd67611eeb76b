/** Takes values out of a YAML mapping by name, each checked on the way and told where it is wrong. */
import { isoInstant } from './dates.ts';
import type { Warn } from './reading.ts';
import { safeUrl } from './safeUrl.ts';
import type { MapNode } from './yamlTree.ts';

/** Of several names, the first that has a value counts. */
export interface Fields {
	readonly line: number;
	text(...names: string[]): string | null;
	number(name: string): number | null;
	/** ISO date or date and time, as exact as the document is. */
	instant(...names: string[]): string | null;
	url(...names: string[]): string | null;
	texts(name: string): string[];
	map(name: string): Fields | null;
	maps(name: string): Fields[];
}

export function createFields({ entries, line }: MapNode, warn: Warn): Fields {
	const textNode = (name: string): { text: string; line: number } | null => {
		const node = entries.get(name);
		const text = node?.kind === 'text' ? node.text?.trim() : undefined;
		return text ? { text, line: node!.line } : null;
	};
	const first = (names: string[]): { text: string; line: number } | null => {
		for (const name of names) {
			const found = textNode(name);
			if (found) return found;
		}
		return null;
	};
	return {
		line,
		text: (...names) => first(names)?.text ?? null,
		number(name) {
			const found = textNode(name);
			if (!found) return null;
			if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(found.text)) return Number(found.text);
			warn(found.line, `The ${name} “${found.text.slice(0, 40)}” is not a number, so it is left out.`);
			return null;
		},
		instant(...names) {
			const found = first(names);
			const date = found && isoInstant(found.text);
			if (found && !date) warn(found.line, `The date “${found.text.slice(0, 40)}” cannot be read, so it is left out.`);
			return date;
		},
		url(...names) {
			for (const name of names) {
				const found = textNode(name);
				const url = found && safeUrl(found.text, found.line, warn);
				if (url) return url;
			}
			return null;
		},
		texts(name) {
			const node = entries.get(name);
			if (node?.kind === 'text') return node.text?.trim() ? [node.text.trim()] : [];
			if (node?.kind !== 'list') return [];
			return node.items.flatMap((item) => (item.kind === 'text' && item.text?.trim() ? [item.text.trim()] : []));
		},
		map(name) {
			const node = entries.get(name);
			return node?.kind === 'map' ? createFields(node, warn) : null;
		},
		maps(name) {
			const node = entries.get(name);
			return node?.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'map' ? [createFields(item, warn)] : [])) : [];
		},
	};
}
