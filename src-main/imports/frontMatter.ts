/** The fields at a document's start, in YAML, in TOML or as bare lines: found, and read within limits. */
import { Fields } from './fields.ts';
import type { Warn } from './reading.ts';
import { readToml } from './tomlTree.ts';
import { YamlError, readYaml, type MapNode, type YamlNode } from './yamlTree.ts';

export interface FrontMatter {
	format: 'YAML' | 'TOML' | 'lines';
	/** The fields, without the lines of dashes or pluses around them. */
	source: string;
	/** The line that `source` begins in. */
	line: number;
	body: string;
	bodyLine: number;
	isClosed: boolean;
}

const maxBytes = 64 * 1024;
const opening = /^(?:---|\+\+\+)[ \t]*\n/;
const closings = { YAML: /^(?:---|\.\.\.)[ \t]*$/m, TOML: /^\+\+\+[ \t]*$/m };
const firstKeys = {
	YAML: /^(?:[ \t]*(?:#[^\n]*)?\n)*["']?[A-Za-z_][\w.-]{0,60}["']?[ \t]*:(?:\s|$)/,
	TOML: /^(?:[ \t]*(?:#[^\n]*)?\n)*(?:\[{1,2}[\w. -]{1,60}\]|["']?[A-Za-z_][\w. -]{0,60}["']?[ \t]*=)/,
};

/**
 * @returns null where the text does not begin with dashes or pluses and a key, nor with lines that name what news items
 * have: a rule above prose is no front matter.
 */
export function cutFrontMatter(text: string): FrontMatter | null {
	const open = opening.exec(text);
	if (!open) return cutLines(text);
	const format = text[0] === '+' ? 'TOML' : 'YAML';
	const from = open[0].length;
	if (!firstKeys[format].test(text.slice(from, from + 2000))) return null;
	const rest = text.slice(from);
	const close = closings[format].exec(rest);
	if (!close) return { format, source: rest, line: 2, body: '', bodyLine: 1, isClosed: false };
	const bodyStart = close.index + close[0].length + 1;
	const body = rest.slice(bodyStart);
	return { format, source: rest.slice(0, close.index), line: 2, body, bodyLine: 2 + countLines(rest.slice(0, bodyStart)), isClosed: true };
}

const countLines = (text: string): number => text.split('\n').length - 1;

const bareLine = /^([A-Za-z][\w -]{0,40}?):(?:[ \t]+(.*))?$/;
const names = new Set(['title', 'headline', 'subject', 'url', 'weburl', 'originalurl', 'link']);
const known = new Set([
	...names, 'date', 'published', 'publisheddatetime', 'publishedat', 'author', 'authors', 'byline', 'by', 'source', 'provider', 'publisher',
	'category', 'section', 'type', 'topics', 'tags', 'keywords', 'excerpt', 'summary', 'description', 'quality', 'heat', 'images', 'related', 'secured',
]);
const foldedKey = (line: string): string => (bareLine.exec(line)?.[1] ?? '').toLowerCase().replace(/[\s_-]/g, '');

/** Lines such as `Title: …` without dashes around them: two that are known, among them what names the item. */
function cutLines(text: string): FrontMatter | null {
	const start = /^\s*/.exec(text)![0].length;
	if (!bareLine.test(text.slice(start, start + 2000).split('\n', 1)[0]!)) return null;
	const lines = text.slice(0, maxBytes).split('\n');
	const first = countLines(text.slice(0, start));
	let end = first;
	for (let index = first; index < lines.length; index++) {
		const line = lines[index]!;
		if (line.trim() === '') continue;
		const isNext = index === end || known.has(foldedKey(line));
		if (!isNext || !(bareLine.test(line) || /^(?:[ \t]+|- )\S/.test(line))) break;
		end = index + 1;
	}
	const keys = lines.slice(first, end).map(foldedKey);
	if (keys.filter((key) => known.has(key)).length < 2 || !keys.some((key) => names.has(key))) return null;
	const source = lines.slice(first, end).join('\n');
	const body = text.split('\n').slice(end).join('\n');
	return { format: 'lines', source, line: first + 1, body, bodyLine: end + 1, isClosed: true };
}

/** Reads the fields; where they are not what they should be or pass a limit, says so and reads what stands in plain lines. */
export function readFields({ format, source, line: firstLine }: FrontMatter, warn: Warn): Fields {
	const separator = format === 'TOML' ? ' = ' : ': ';
	const plainOnly = (line: number, why: string): Fields => {
		warn(line, `${why}; only its plain “key${separator}value” lines are read.`);
		return new Fields(plainLines(source, firstLine), warn);
	};
	const bytes = Buffer.byteLength(source);
	if (bytes > maxBytes) return plainOnly(firstLine, `The front matter has ${Math.ceil(bytes / 1024)} KB and the limit is 64 KB`);
	if (format === 'lines' && !/^[ \t]*(?:- |[ \t]\S)|:[ \t]*$/m.test(source)) return new Fields(plainLines(source, firstLine), warn);
	try {
		const root = format === 'TOML' ? readTomlFields(source, firstLine, warn) : readMendedYaml(source, firstLine, warn);
		if (root?.kind === 'map') return new Fields(root, warn);
		return plainOnly(firstLine, 'The front matter is not a list of keys');
	} catch (error) {
		if (!(error instanceof YamlError)) throw error;
		return plainOnly(error.line, `The front matter is not ${format === 'TOML' ? format : 'YAML'} that can be read here (${error.message})`);
	}
}

const warnOfDuplicate = (warn: Warn, key: string, line: number): void => warn(line, `The key “${key}” stands there twice; the first one counts.`);

const readTomlFields = (source: string, firstLine: number, warn: Warn): MapNode =>
	readToml(source, firstLine, (key, line) => warnOfDuplicate(warn, key, line));

const maxMended = 20;
const unquoted = /^([ \t]*(?:- +)?[A-Za-z_][\w-]{0,60}:[ \t]+)([^\s"'[{|>&*!%@`#].*)$/;

/** A title such as `AI: the next decade`, or one with a stray `#` or `%`, is YAML only in quotes; people forget them. */
function readMendedYaml(yaml: string, firstLine: number, warn: Warn): YamlNode | null {
	const duplicates = new Map<string, number>();
	let source = yaml;
	for (let mended = 0; ; mended++) {
		try {
			duplicates.clear();
			const root = readYaml(source, firstLine, (key, line) => duplicates.set(key, line));
			for (const [key, line] of duplicates) warnOfDuplicate(warn, key, line);
			return root;
		} catch (error) {
			const lines = source.split('\n');
			const index = error instanceof YamlError && !error.isLimit ? error.line - firstLine : -1;
			const match = unquoted.exec(lines[index] ?? '');
			if (!match || mended >= maxMended) throw error;
			lines[index] = match[1]! + JSON.stringify(match[2]!.trimEnd());
			source = lines.join('\n');
			warn(firstLine + index, 'The value is not YAML without quotes; it is read as if it had them.');
		}
	}
}

const plainLine = /^([A-Za-z_][\w -]{0,60}?)(?::[ \t]+|[ \t]*=[ \t]*)(.+)$/;

function plainLines(source: string, firstLine: number): MapNode {
	const entries = new Map<string, YamlNode>();
	source.split('\n').forEach((line, index) => {
		const match = plainLine.exec(line);
		if (!match || entries.has(match[1]!) || /^[&*!|>[{%@`]/.test(match[2]!)) return;
		const text = match[2]!.trim().replace(/^(["'])(.*)\1$/, '$2');
		entries.set(match[1]!, { kind: 'text', text, line: firstLine + index });
	});
	return { kind: 'map', entries, line: firstLine };
}
