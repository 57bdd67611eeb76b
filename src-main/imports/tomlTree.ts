/**
 * Reads the TOML (1.0) that front matter is written in, into the same nodes as YAML: keys, tables and arrays of them,
 * strings, arrays and inline tables. Numbers, dates and the like stay the text they are.
 */
import { YamlError, maxDepth, maxKeys, type ListNode, type MapNode, type YamlNode } from './yamlTree.ts';

const bareKey = /[A-Za-z0-9_-]+/y;
const bareValue = /[^\s,#\]}]+(?: \d{2}:\d{2}[^\s,#\]}]*)?/y;
const blank = /[ \t]*/y;
const blankOrComment = /(?:\s|#[^\n]*)*/y;
const lineRest = /[ \t]*(?:#[^\n]*)?(?:\n|$)/y;
const escapes: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\' };

/** @throws YamlError with the line that cannot be read. */
export function readToml(source: string, firstLine: number, onDuplicate: (key: string, line: number) => void): MapNode {
	let at = 0;
	let keys = 0;
	const newMap = (line: number): MapNode => ({ kind: 'map', entries: new Map(), line });
	const root = newMap(firstLine);

	const line = (): number => firstLine + countLines(source, at);
	const fail = (what: string): never => {
		throw new YamlError(what, line());
	};
	function take(pattern: RegExp): string {
		pattern.lastIndex = at;
		const found = pattern.exec(source)?.[0] ?? '';
		at += found.length;
		return found;
	}
	function expect(mark: string): void {
		if (!source.startsWith(mark, at)) fail(`“${mark}” is missing`);
		at += mark.length;
	}
	function endLine(): void {
		lineRest.lastIndex = at;
		if (!lineRest.test(source)) fail('something stands behind the value');
		at = lineRest.lastIndex;
	}

	function key(): string[] {
		const path: string[] = [];
		for (;;) {
			take(blank);
			const mark = source[at];
			path.push(mark === '"' || mark === "'" ? string(mark) : take(bareKey) || fail('a key is missing'));
			take(blank);
			if (source[at] !== '.') return path;
			at++;
		}
	}

	function string(mark: string): string {
		const isLong = source.startsWith(mark.repeat(3), at);
		const fence = isLong ? mark.repeat(3) : mark;
		let from = at + fence.length;
		if (isLong && source[from] === '\n') from++;
		let end = source.indexOf(fence, from);
		while (mark === '"' && end > 0 && isEscaped(source, end)) end = source.indexOf(fence, end + 1);
		const text = source.slice(from, end);
		if (end < 0 || (!isLong && text.includes('\n'))) fail('a text has no closing quote');
		at = end + fence.length;
		return mark === '"' ? unescaped(text) : text;
	}

	function value(depth: number): YamlNode {
		if (depth > maxDepth) fail(`nesting exceeded ${maxDepth} levels`);
		const start = line();
		const mark = source[at];
		if (mark === '"' || mark === "'") return { kind: 'text', text: string(mark), line: start };
		if (mark === '[') return array(start, depth);
		if (mark === '{') return inlineTable(start, depth);
		const text = take(bareValue);
		return text === '' ? fail('a value is missing') : { kind: 'text', text, line: start };
	}

	function array(start: number, depth: number): ListNode {
		const list: ListNode = { kind: 'list', items: [], line: start };
		at++;
		for (;;) {
			take(blankOrComment);
			if (source[at] === ']') break;
			list.items.push(value(depth + 1));
			take(blankOrComment);
			if (source[at] === ',') at++;
			else if (source[at] !== ']') fail('an array has no end');
		}
		at++;
		return list;
	}

	function inlineTable(start: number, depth: number): MapNode {
		const map = newMap(start);
		at++;
		take(blank);
		while (source[at] !== '}') {
			pair(map, depth + 1);
			take(blank);
			if (source[at] === ',') at++;
			else if (source[at] !== '}') fail('an inline table has no end');
			take(blank);
		}
		at++;
		return map;
	}

	function pair(map: MapNode, depth: number): void {
		const start = line();
		const path = key();
		expect('=');
		take(blank);
		const node = value(depth);
		const target = tableAt(map, path.slice(0, -1), start);
		const name = path.at(-1)!;
		if (++keys > maxKeys) fail(`it has more than ${maxKeys} keys`);
		if (target.entries.has(name)) onDuplicate(name, start);
		else target.entries.set(name, node);
	}

	/** The table under a path of keys; of an array of tables, its last one. */
	function tableAt(from: MapNode, path: string[], start: number): MapNode {
		let map = from;
		for (const name of path) {
			const node: YamlNode = map.entries.get(name) ?? newMap(start);
			if (++keys > maxKeys) fail(`it has more than ${maxKeys} keys`);
			map.entries.set(name, node);
			const next: YamlNode | undefined = node.kind === 'list' ? node.items.at(-1) : node;
			if (next?.kind !== 'map') return fail(`“${name}” is a value and a table`);
			map = next;
		}
		return map;
	}

	function header(): MapNode {
		const start = line();
		const isArray = source.startsWith('[[', at);
		at += isArray ? 2 : 1;
		const path = key();
		expect(isArray ? ']]' : ']');
		if (!isArray) return tableAt(root, path, start);
		const parent = tableAt(root, path.slice(0, -1), start);
		const list: YamlNode = parent.entries.get(path.at(-1)!) ?? { kind: 'list', items: [], line: start };
		if (list.kind !== 'list') return fail(`“${path.at(-1)}” is a value and a list`);
		parent.entries.set(path.at(-1)!, list);
		const map = newMap(start);
		list.items.push(map);
		return map;
	}

	let table = root;
	for (take(blankOrComment); at < source.length; take(blankOrComment)) {
		if (source[at] === '[') table = header();
		else pair(table, 1);
		endLine();
	}
	return root;
}

function countLines(source: string, until: number): number {
	let count = 0;
	for (let at = source.indexOf('\n'); at >= 0 && at < until; at = source.indexOf('\n', at + 1)) count++;
	return count;
}

function isEscaped(source: string, at: number): boolean {
	let backslashes = 0;
	while (source[at - 1 - backslashes] === '\\') backslashes++;
	return backslashes % 2 === 1;
}

const unescaped = (text: string): string =>
	text.includes('\\')
		? text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|\n\s*|(.))/g, (whole, short?: string, long?: string, mark?: string) => {
			const point = parseInt(short ?? long ?? '', 16);
			if (Number.isNaN(point)) return mark === undefined ? '' : (escapes[mark] ?? whole);
			return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '\ufffd';
		})
		: text;
