/**
 * Writes what an editor holds as the Markdown that narrative.ts reads. What is written is read back to the same blocks, so
 * each paragraph is tried in its plainest form first and is escaped only where that would be read as something else.
 */
import { cardHref, readNarrative, type Block, type Inline } from './narrative.ts';
import { normalInlines } from './normalNarrative.ts';

/** Lists lie in each other this deep; what is deeper is written at this depth. */
export const deepestList = 8;

export function writeNarrative(blocks: readonly Block[]): string {
	return blocksText(blocks, 0);
}

function blocksText(blocks: readonly Block[], depth: number): string {
	const parts: string[] = [];
	let before: Block | undefined;
	let bullet = 0;
	for (const block of blocks) {
		// Two lists of a kind that follow each other would be read as one, were it not for their signs.
		const next = block.type === 'list' && before?.type === 'list' && before.ordered === block.ordered ? 1 - bullet : 0;
		const text = block.type === 'list' ? listText(block, depth, next) : lineText(block);
		if (text === null) continue;
		bullet = next;
		parts.push(parts.length === 0 ? text : (depth > 0 && block.type === 'list' && before?.type === 'paragraph' && mayInterrupt.test(text) ? '\n' : '\n\n') + text);
		before = block;
	}
	return parts.join('');
}

/** A list that may follow its item's words at once, because it could not be taken for more of them. */
const mayInterrupt = /^(?:[-*]|1[.)]) \S/;

function listText(list: Extract<Block, { type: 'list' }>, depth: number, sign: number): string | null {
	const items = depth + 1 < deepestList ? list.items : list.items.flatMap(flattened);
	if (items.length === 0) return null;
	return items
		.map((item, index) => {
			const marker = list.ordered ? `${Math.min(list.start + index, 999_999_999)}${sign === 0 ? '.' : ')'}` : sign === 0 ? '-' : '*';
			const text = blocksText(item, depth + 1);
			return text === '' ? marker : `${marker} ${text.replaceAll('\n', `\n${' '.repeat(marker.length + 1)}`).replaceAll(/^ +$/gm, '')}`;
		})
		.join('\n');
}

/** The items of lists within an item, beside it. */
function flattened(item: readonly Block[]): Block[][] {
	const own = item.filter(({ type }) => type !== 'list');
	const inner = item.flatMap((block) => (block.type === 'list' ? block.items.flatMap(flattened) : []));
	return own.length === 0 && inner.length > 0 ? inner : [own, ...inner];
}

type Line = Extract<Block, { inlines: Inline[] }>;

/** What each block was written as: an editor keeps most of them as they are while it changes another. */
const written = new WeakMap<Line, string | null>();

function lineText(block: Line): string | null {
	const known = written.get(block);
	if (known !== undefined) return known;
	const text = writeLine(block);
	written.set(block, text);
	return text;
}

/** @returns null for a paragraph of nothing, which Markdown does not have. */
function writeLine(block: Line): string | null {
	const prefix = block.type === 'heading' ? `${'#'.repeat(block.level)} ` : '';
	const inlines = normalInlines(block.inlines, block.type === 'heading');
	if (inlines.length === 0) return block.type === 'heading' ? prefix.trim() : null;
	const wanted = signs(inlines);
	const ways: (() => string)[] = [
		() => inlineText(inlines, { escape: false, join: '' }),
		() => inlineText(inlines, { escape: true, join: '' }),
		() => inlineText(inlines, { escape: true, join: joiner }),
	];
	for (const way of ways) {
		const text = prefix + way();
		const [read, ...more] = readNarrative(text);
		if (!read || read.type === 'list' || read.type !== block.type || more.length > 0) continue;
		const isLevel = read.type !== 'heading' || block.type !== 'heading' || read.level === block.level;
		if (isLevel && signs(read.inlines) === wanted) return text;
	}
	// Of what no Markdown says the words are kept.
	return prefix + inlineText(inlines.map(bare), { escape: true, join: '' });
}

/** Inlines as one text that is the same where they are. */
const signs = (inlines: readonly Inline[]): string =>
	JSON.stringify(inlines.map((inline) => {
		if (inline.type === 'break') return 0;
		const what = inline.type === 'text' ? [inline.text] : [inline.cardId, inline.label];
		return [...what, inline.strong ?? false, inline.emphasis ?? false, inline.href ?? ''];
	}));

const bare = (inline: Inline): Inline =>
	inline.type === 'text' ? { type: 'text', text: inline.text } : inline.type === 'card' ? { type: 'card', cardId: inline.cardId, label: inline.label } : inline;

/** Nothing to be seen, and no text to the reader: it keeps signs apart that would be read as one, or not at all. */
const joiner = '\u2060';

interface Way {
	escape: boolean;
	join: string;
}

type MarkName = 'href' | 'strong' | 'emphasis';
const markNames: readonly MarkName[] = ['href', 'strong', 'emphasis'];
type Open = { name: MarkName; value: string | true };

function inlineText(inlines: readonly Inline[], { escape, join }: Way): string {
	const marksAt = inlines.map((inline, index) => marksOf(inline, inlines[index - 1], inlines[index + 1]));
	const open: Open[] = [];
	let text = '';
	const close = (): void => {
		const mark = open.pop()!;
		text += mark.name === 'href' ? `](${addressText(String(mark.value))})` : `${join}${delimiter(mark.name)}${join}`;
	};
	for (const [index, inline] of inlines.entries()) {
		const wanted = marksAt[index]!;
		while (open.some(({ name, value }) => wanted.get(name) !== value)) close();
		const fresh = [...wanted].filter(([name]) => !open.some((mark) => mark.name === name)).map(([name, value]) => ({ name, value }));
		const lasts = ({ name, value }: Open) => marksAt.slice(index).findIndex((marks) => marks.get(name) !== value);
		const length = (mark: Open) => (lasts(mark) === -1 ? inlines.length : lasts(mark));
		for (const mark of fresh.sort((a, b) => length(b) - length(a) || markNames.indexOf(a.name) - markNames.indexOf(b.name))) {
			text += mark.name === 'href' ? '[' : `${join}${delimiter(mark.name)}${join}`;
			open.push(mark);
		}
		text += bareInline(inline, inlines[index - 1], inlines[index + 1], escape, text === '' || text.endsWith('\n'));
	}
	while (open.length > 0) close();
	return text;
}

/** A break has the marks of both of its sides, so that they go on over it. */
function marksOf(inline: Inline, before: Inline | undefined, after: Inline | undefined): Map<MarkName, string | true> {
	if (inline.type === 'break') {
		if (!before || !after || before.type === 'break' || after.type === 'break') return new Map();
		const next = marksOf(after, undefined, undefined);
		return new Map([...marksOf(before, undefined, undefined)].filter(([name, value]) => next.get(name) === value));
	}
	return new Map(markNames.flatMap((name) => (inline[name] === undefined ? [] : [[name, inline[name]] as const])));
}

const delimiter = (name: MarkName): string => (name === 'strong' ? '**' : '*');
/** An address as it stands in a link: in pointed brackets where it has blanks or round ones, and nothing in it is an entity. */
export function addressText(href: string): string {
	const plain = href.replace(/[\s<>\\]/g, encodeURIComponent).replace(/&(?=#?\w+;)/g, '\\&');
	return /[()]/.test(plain) || plain === '' ? `<${plain}>` : plain;
}

function bareInline(inline: Inline, before: Inline | undefined, after: Inline | undefined, escape: boolean, startsLine: boolean): string {
	if (inline.type === 'text') return escape ? escaped(inline.text, startsLine) : inline.text;
	if (inline.type === 'card') return `[${escape ? escaped(inline.label, false) : inline.label}](${cardHref(inline.cardId).replace(/[!'()*]/g, percent)})`;
	// An empty line would end the paragraph.
	return before === undefined || before.type === 'break' || after?.type === 'break' ? '\\\n' : '\n';
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

function escaped(text: string, startsLine: boolean): string {
	const inside = text.replace(/[\\*_[\]`<>!]/g, '\\$&').replace(/#+$/, (signs) => signs.replaceAll('#', '\\#'));
	if (!startsLine) return inside;
	return inside.replace(/^(#|[-+])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
