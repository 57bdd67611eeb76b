/**
 * Builds plain nodes with their lines out of js-yaml's parse events. Nothing is resolved on the way: every scalar stays
 * text, tags make no objects, keys live in a Map so that `__proto__` is a key like any other, and there is no alias to
 * follow (what `maxAliases: 0` means to js-yaml's own constructor, which keeps no lines).
 */
import { EVENT_ID, SCALAR_STYLE, YAMLException, getScalarValue, parseEvents, type ScalarEvent } from 'js-yaml';
import { isNull, readPlainYaml } from './plainYaml.ts';

export interface TextNode {
	kind: 'text';
	/** null for an empty plain scalar, `~` and `null`. */
	text: string | null;
	line: number;
}
export interface ListNode {
	kind: 'list';
	items: YamlNode[];
	line: number;
}
export interface MapNode {
	kind: 'map';
	entries: Map<string, YamlNode>;
	line: number;
}
export type YamlNode = TextNode | ListNode | MapNode;

export class YamlError extends Error {
	readonly line: number;
	/** Whether a limit was passed: quotes around a value do not mend that. */
	readonly isLimit: boolean;
	constructor(message: string, line: number, isLimit = false) {
		super(message);
		this.name = 'YamlError';
		this.line = line;
		this.isLimit = isLimit;
	}
}

const maxAliases = 0;
export const maxDepth = 50;
export const maxKeys = 2000;

interface Frame {
	node: ListNode | MapNode;
	/** The key whose value comes next. */
	key: TextNode | null;
}

/**
 * @param firstLine the line that `source` begins in; lines of nodes and errors are counted from there.
 * @param onDuplicate told of a key that a mapping has twice; its first value stays.
 * @returns null for an empty document.
 * @throws YamlError for whatever is no YAML, has more than one document, or has aliases.
 */
export function readYaml(source: string, firstLine: number, onDuplicate: (key: string, line: number) => void): YamlNode | null {
	const plain = readPlainYaml(source, firstLine, maxDepth, maxKeys);
	return plain === undefined ? readAnyYaml(source, firstLine, onDuplicate) : plain;
}

/** The same for all of YAML, and slower. */
export function readAnyYaml(source: string, firstLine: number, onDuplicate: (key: string, line: number) => void): YamlNode | null {
	const lineAt = lineCounter(source, firstLine);
	const frames: Frame[] = [];
	let root: YamlNode | null = null;
	let documents = 0;
	let aliases = 0;
	let keys = 0;

	function add(node: YamlNode): void {
		const frame = frames.at(-1);
		if (!frame) root = node;
		else if (frame.node.kind === 'list') frame.node.items.push(node);
		else if (frame.key === null) {
			if (node.kind !== 'text') throw new YamlError('a key is a list or a mapping', node.line);
			frame.key = node;
		} else {
			const key = frame.key.text ?? '';
			if (++keys > maxKeys) throw new YamlError(`it has more than ${maxKeys} keys`, frame.key.line, true);
			if (frame.node.entries.has(key)) onDuplicate(key, frame.key.line);
			else frame.node.entries.set(key, node);
			frame.key = null;
		}
	}

	for (const event of eventsOf(source, firstLine)) {
		if (event.type === EVENT_ID.DOCUMENT) {
			if (++documents > 1) throw new YamlError('it has more than one document', firstLine);
			frames.length = 0;
		} else if (event.type === EVENT_ID.SCALAR) {
			add({ kind: 'text', text: scalarText(source, event), line: lineAt(event.valueStart) });
		} else if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
			const line = lineAt(event.start);
			const node: ListNode | MapNode =
				event.type === EVENT_ID.SEQUENCE ? { kind: 'list', items: [], line } : { kind: 'map', entries: new Map(), line };
			add(node);
			frames.push({ node, key: null });
		} else if (event.type === EVENT_ID.POP) frames.pop();
		else if (++aliases > maxAliases) throw new YamlError('it refers to another part of itself (an alias)', lineAt(event.anchorStart));
	}
	return root;
}

function eventsOf(source: string, firstLine: number): ReturnType<typeof parseEvents> {
	try {
		return parseEvents(source, { maxDepth });
	} catch (error) {
		if (error instanceof YAMLException) throw new YamlError(error.reason, firstLine + (error.mark?.line ?? 0));
		throw new YamlError(error instanceof Error ? error.message : String(error), firstLine);
	}
}

function scalarText(source: string, event: ScalarEvent): string | null {
	const text = getScalarValue(source, event);
	return event.style === SCALAR_STYLE.PLAIN && isNull(text) ? null : text;
}

/** Offsets are asked for in rising order, but for empty scalars (-1), which stand where the last one stood. */
function lineCounter(source: string, firstLine: number): (offset: number) => number {
	let line = firstLine;
	let next = source.indexOf('\n');
	return (offset) => {
		while (next >= 0 && next < offset) {
			line++;
			next = source.indexOf('\n', next + 1);
		}
		return line;
	};
}
