/** The YAML between two lines of three dashes at a document's start: found, and read within limits. */
import { createFields, type Fields } from './fields.ts';
import type { Warn } from './reading.ts';
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
const firstKey = /^(?:[ \t]*(?:#[^\n]*)?\n)*["']?[A-Za-z_][\w.-]{0,60}["']?[ \t]*:(?:\s|$)/;

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
		const root = readMendedYaml(yaml, firstLine, warn);
		if (root?.kind === 'map') return createFields(root, warn);
		return plainOnly(firstLine, 'The front matter is not a list of keys');
	} catch (error) {
		if (!(error instanceof YamlError)) throw error;
		return plainOnly(error.line, `The front matter is not YAML that can be read here (${error.message})`);
	}
}

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
			for (const [key, line] of duplicates) warn(line, `The key “${key}” stands there twice; the first one counts.`);
			return root;
		} catch (error) {
			const lines = source.split('\n');
			const index = error instanceof YamlError ? error.line - firstLine : -1;
			const match = unquoted.exec(lines[index] ?? '');
			if (!match || mended >= maxMended) throw error;
			lines[index] = match[1]! + JSON.stringify(match[2]!.trimEnd());
			source = lines.join('\n');
			warn(firstLine + index, 'The value is not YAML without quotes; it is read as if it had them.');
		}
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
