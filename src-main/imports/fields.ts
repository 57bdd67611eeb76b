/** Takes values out of a YAML mapping by name, each checked on the way and told where it is wrong. */
import { isoInstant, wholeDate } from './dates.ts';
import type { Warn } from './reading.ts';
import { safeUrl } from './safeUrl.ts';
import type { MapNode, YamlNode } from './yamlTree.ts';

/** Of several names, the first that has a value counts; upper case, hyphens and underscores make no difference. */
export class Fields {
	readonly line: number;
	private readonly entries: Map<string, YamlNode>;
	private readonly warn: Warn;
	private folded: Map<string, YamlNode> | null = null;

	constructor({ entries, line }: MapNode, warn: Warn) {
		this.entries = entries;
		this.line = line;
		this.warn = warn;
	}

	text(...names: string[]): string | null {
		return this.first(names)?.text ?? null;
	}

	number(name: string): number | null {
		const found = this.textNode(name);
		if (!found) return null;
		if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(found.text)) return Number(found.text);
		this.warn(found.line, `The ${name} “${found.text.slice(0, 40)}” is not a number, so it is left out.`);
		return null;
	}

	/** ISO date or date and time, as exact as the document is. */
	instant(...names: string[]): string | null {
		for (const name of names) {
			const found = this.textNode(name);
			// `published: false` says that it is a draft, and `date: null` that there is none.
			if (!found || /^(?:true|false|yes|no)$/i.test(found.text)) continue;
			const date = isoInstant(found.text) ?? wholeDate(found.text);
			if (!date) this.warn(found.line, `The date “${found.text.slice(0, 40)}” cannot be read, so it is left out.`);
			return date;
		}
		return null;
	}

	url(...names: string[]): string | null {
		for (const name of names) {
			const found = this.textNode(name);
			const url = found && safeUrl(found.text, found.line, this.warn);
			if (url) return url;
		}
		return null;
	}

	/** A list, or one text with commas. */
	texts(...names: string[]): string[] {
		for (const name of names) {
			const node = this.node(name);
			const texts = node?.kind === 'text' ? (node.text ?? '').split(',') : node?.kind === 'list' ? node.items.map((item) => (item.kind === 'text' ? item.text ?? '' : '')) : [];
			const filled = texts.map((text) => text.trim()).filter((text) => text !== '');
			if (filled.length > 0) return filled;
		}
		return [];
	}

	map(name: string): Fields | null {
		const node = this.node(name);
		return node?.kind === 'map' ? new Fields(node, this.warn) : null;
	}

	/** Whatever stands under a name, for a field that comes in several forms. */
	any(name: string): YamlNode | null {
		return this.node(name) ?? null;
	}

	/** A mapping within a list, read as this one is. */
	of(node: MapNode): Fields {
		return new Fields(node, this.warn);
	}

	private node(name: string): YamlNode | undefined {
		const exact = this.entries.get(name);
		if (exact) return exact;
		this.folded ??= foldKeys(this.entries);
		return this.folded.get(fold(name));
	}

	private textNode(name: string): { text: string; line: number } | null {
		const node = this.node(name);
		const text = node?.kind === 'text' ? node.text?.trim() : undefined;
		return text ? { text, line: node!.line } : null;
	}

	private first(names: string[]): { text: string; line: number } | null {
		for (const name of names) {
			const found = this.textNode(name);
			if (found) return found;
		}
		return null;
	}
}

const fold = (key: string): string => key.toLowerCase().replace(/[\s_-]+/g, '');

function foldKeys(entries: Map<string, YamlNode>): Map<string, YamlNode> {
	const folded = new Map<string, YamlNode>();
	for (const [key, node] of entries) if (!folded.has(fold(key))) folded.set(fold(key), node);
	return folded;
}
