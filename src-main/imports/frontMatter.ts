/** The YAML between two lines of three dashes at a document's start: found, read within limits, and taken out field by field. */
import { isoInstant } from './dates.ts';
import type { Warn } from './reading.ts';
import { safeUrl } from './safeUrl.ts';
import { YamlError, readYaml, type MapNode, type YamlNode } from './yamlTree.ts';

export interface FrontMatter {
	/** What stands between the dashes; it begins in line 2. */
	yaml: string;
	body: string;
	bodyLine: number;
	isClosed: boolean;
}

const maxBytes = 64 * 1024;
const opening = /^---[ \t]*\n/;
const closing = /^(?:---|\.\.\.)[ \t]*$/m;
const firstKey = /^(?:[ \t]*(?:#[^\n]*)?\n)*["']?[A-Za-z_][\w .-]{0,60}["']?[ \t]*:(?:\s|$)/;

/** @returns null where the text does not begin with dashes and a key: a rule above prose is no front matter. */
export function cutFrontMatter(text: string): FrontMatter | null {
	const open = opening.exec(text);
	if (!open) return null;
	const from = open[0].length;
	if (!firstKey.test(text.slice(from, from + 2000))) return null;
	const rest = text.slice(from);
	const close = closing.exec(rest);
	if (!close) return { yaml: rest, body: '', bodyLine: 1, isClosed: false };
	const yaml = rest.slice(0, close.index);
	const bodyStart = close.index + close[0].length + 1;
	return { yaml, body: rest.slice(bodyStart), bodyLine: 2 + rest.slice(0, bodyStart).split('\n').length - 1, isClosed: true };
}

/** Reads the fields; where they are no YAML or pass a limit, says so and reads what stands in plain `key: value` lines. */
export function readFields(yaml: string, warn: Warn): Fields {
	const firstLine = 2;
	const plainOnly = (line: number, why: string): Fields => {
		warn(line, `${why}; only its plain “key: value” lines are read.`);
		return createFields(plainLines(yaml, firstLine), warn);
	};
	const bytes = Buffer.byteLength(yaml);
	if (bytes > maxBytes) return plainOnly(firstLine, `The front matter has ${Math.ceil(bytes / 1024)} KB and the limit is 64 KB`);
	try {
		const root = readYaml(yaml, firstLine, (key, line) => warn(line, `The key “${key}” stands there twice; the first one counts.`));
		if (root?.kind === 'map') return createFields(root, warn);
		return plainOnly(firstLine, 'The front matter is not a list of keys');
	} catch (error) {
		if (!(error instanceof YamlError)) throw error;
		return plainOnly(error.line, `The front matter is not YAML that can be read here (${error.message})`);
	}
}

const plainLine = /^([A-Za-z_][\w-]{0,60}):[ \t]+(.+)$/;

function plainLines(yaml: string, firstLine: number): MapNode {
	const entries = new Map<string, YamlNode>();
	yaml.split('\n').forEach((source, index) => {
		const match = plainLine.exec(source);
		if (!match || entries.has(match[1]!) || /^[&*!|>[{%@`]/.test(match[2]!)) return;
		const text = match[2]!.trim().replace(/^(["'])(.*)\1$/, '$2');
		entries.set(match[1]!, { kind: 'text', text, line: firstLine + index });
	});
	return { kind: 'map', entries, line: firstLine };
}

/** Fields by name. Each is checked as it is taken out; the first of several names that has a value counts. */
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

function createFields({ entries, line }: MapNode, warn: Warn): Fields {
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
