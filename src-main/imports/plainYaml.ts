/**
 * Reads the YAML that nearly every news item is made of: block mappings and lists of one-line scalars. Whatever else it
 * meets, it gives up, and the whole text is left to yamlTree.ts; both give the same nodes.
 */
import type { ListNode, MapNode, TextNode, YamlNode } from './yamlTree.ts';

const strange = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const key = /^[A-Za-z_][\w-]*$/;
/** What a plain scalar does not begin with, or only in ways that are left to the other reader. */
const indicators = '-?:,[]{}#&*!|>\'"%@`';
const negative = /^-[\d.]/;
const space = 0x20;

interface Cursor {
	lines: string[];
	index: number;
	firstLine: number;
	/** Where the content of the current line begins, which moves past the dash of a list's item. */
	indent: number;
}

/** @returns undefined where it gives up; null for an empty text. */
export function readPlainYaml(source: string, firstLine: number, maxDepth: number, maxKeys: number): YamlNode | null | undefined {
	if (strange.test(source)) return undefined;
	const cursor: Cursor = { lines: source.split('\n'), index: -1, firstLine, indent: -1 };
	advance(cursor);
	if (cursor.indent < 0) return null;
	const budget = { keys: maxKeys };
	const node = readBlock(cursor, cursor.indent, maxDepth, budget);
	return cursor.indent < 0 ? node : undefined;
}

/** Goes to the next line that has anything but a comment; the indent is -1 behind the last one. */
function advance(cursor: Cursor): void {
	const { lines } = cursor;
	for (cursor.index++; cursor.index < lines.length; cursor.index++) {
		const line = lines[cursor.index]!;
		let indent = 0;
		while (line.charCodeAt(indent) === space) indent++;
		if (indent < line.length && line[indent] !== '#') {
			cursor.indent = indent;
			return;
		}
	}
	cursor.indent = -1;
}

const isItem = (line: string, at: number): boolean => line.charCodeAt(at) === 0x2d && line.charCodeAt(at + 1) === space;

function readBlock(cursor: Cursor, indent: number, depth: number, budget: { keys: number }): YamlNode | undefined {
	if (depth === 0) return undefined;
	return isItem(cursor.lines[cursor.index]!, indent) ? readList(cursor, indent, depth, budget) : readMap(cursor, indent, depth, budget);
}

function readMap(cursor: Cursor, indent: number, depth: number, budget: { keys: number }): MapNode | undefined {
	const entries = new Map<string, YamlNode>();
	const map: MapNode = { kind: 'map', entries, line: cursor.firstLine + cursor.index };
	while (cursor.indent === indent) {
		const source = cursor.lines[cursor.index]!;
		const line = cursor.firstLine + cursor.index;
		const colon = source.indexOf(':', indent);
		const name = source.slice(indent, colon);
		if (colon < 0 || !key.test(name) || entries.has(name) || budget.keys-- === 0) return undefined;
		const from = afterSpaces(source, colon + 1);
		if (from === colon + 1 && from < source.length) return undefined;
		let value: YamlNode | undefined;
		if (from < source.length) {
			value = readScalar(source, from, line);
			advance(cursor);
		} else {
			advance(cursor);
			const isNested = cursor.indent > indent || (cursor.indent === indent && isItem(cursor.lines[cursor.index]!, indent));
			value = isNested ? readBlock(cursor, cursor.indent, depth - 1, budget) : { kind: 'text', text: null, line };
		}
		if (!value) return undefined;
		entries.set(name, value);
	}
	return cursor.indent > indent ? undefined : map;
}

function readList(cursor: Cursor, indent: number, depth: number, budget: { keys: number }): ListNode | undefined {
	const list: ListNode = { kind: 'list', items: [], line: cursor.firstLine + cursor.index };
	while (cursor.indent === indent) {
		const source = cursor.lines[cursor.index]!;
		if (!isItem(source, indent)) break;
		const from = afterSpaces(source, indent + 2);
		const colon = source.indexOf(':', from);
		let item: YamlNode | undefined;
		if (colon > 0 && key.test(source.slice(from, colon)) && (colon + 1 === source.length || source.charCodeAt(colon + 1) === space)) {
			cursor.indent = from;
			item = depth > 1 ? readMap(cursor, from, depth - 1, budget) : undefined;
		} else {
			item = readScalar(source, from, cursor.firstLine + cursor.index);
			advance(cursor);
		}
		if (!item) return undefined;
		list.items.push(item);
	}
	return cursor.indent > indent ? undefined : list;
}

function readScalar(source: string, from: number, line: number): TextNode | undefined {
	const end = beforeSpaces(source);
	const first = source[from]!;
	if (first === '"' || first === "'") {
		const close = source.indexOf(first, from + 1);
		const text = source.slice(from + 1, close);
		return close === end - 1 && !(first === '"' && text.includes('\\')) ? { kind: 'text', text, line } : undefined;
	}
	const text = source.slice(from, end);
	if ((indicators.includes(first) && !negative.test(text)) || text === '' || text.includes(': ') || text.includes(' #') || text.endsWith(':')) {
		return undefined;
	}
	return { kind: 'text', text: isNull(text) ? null : text, line };
}

export const isNull = (text: string): boolean => text === '' || text === '~' || text === 'null' || text === 'Null' || text === 'NULL';

function afterSpaces(source: string, from: number): number {
	let at = from;
	while (source.charCodeAt(at) === space) at++;
	return at;
}

function beforeSpaces(source: string): number {
	let end = source.length;
	while (source.charCodeAt(end - 1) === space) end--;
	return end;
}
