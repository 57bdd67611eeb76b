/** Reads Markdown prose with markdown-it: its headings, links, dated events, and the paragraphs near its top. */
import MarkdownIt, { type Token } from 'markdown-it';
import type { Link, Milestone, Section } from '../../src-shared/schemas/document.ts';
import { wholeDate } from './dates.ts';
import { flatten, keepAddresses, oneLine, type Inline } from './inline.ts';
import { milestoneBelow, readMilestone } from './milestones.ts';
import type { Warn } from './reading.ts';
import { safeUrl } from './safeUrl.ts';

export interface Paragraph {
	/** Lines of plain text, as they were broken in the source. */
	lines: string[];
	/** Links of the paragraph, with addresses as they stand in it. */
	links: Inline['links'];
	/** Line of the whole text, from 1. */
	line: number;
}

export interface Prose {
	headings: Section[];
	links: Link[];
	milestones: Milestone[];
	/** The first paragraphs outside of lists and headings. */
	paragraphs: Paragraph[];
}

const paragraphsKept = 8;
const markdown = keepAddresses(new MarkdownIt({ html: true, linkify: true }));
// Only addresses written with their scheme are links: "Node.js" is a word.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdown.linkify.add('//', null).add('ftp:', null);
// Quotations are read as the text they quote: markdown-it goes over the rest of the document for each one.
markdown.disable('blockquote');
const quoteMarks = /^[ \t]{0,3}(?:>[ \t]?)+/gm;

/** Scanning notes are a few kilobytes: more is a data dump, and what it has beyond this is kept as text only. */
const longestProse = 1_000_000;
const longestLine = 50_000;

/** Keeps every line in its place, but leaves out those that Markdown of this size would take too long for. */
function bounded(source: string, firstLine: number, warn: Warn): string {
	let text = source;
	if (text.length > longestProse) {
		text = text.slice(0, text.lastIndexOf('\n', longestProse) + 1 || longestProse);
		const line = firstLine + text.split('\n').length - 1;
		warn(line, 'The text goes on for more than a million characters; from here on it is kept without its sections, links and dates.');
	}
	if (!hasLongLine(text)) return text;
	return text
		.split('\n')
		.map((line, index) => {
			if (line.length <= longestLine) return line;
			warn(firstLine + index, `The line has ${line.length} characters and the limit is ${longestLine}; it is kept as text, without its links.`);
			return '';
		})
		.join('\n');
}

function hasLongLine(text: string): boolean {
	for (let from = 0; from < text.length; ) {
		const newline = text.indexOf('\n', from);
		const to = newline < 0 ? text.length : newline;
		if (to - from > longestLine) return true;
		from = to + 1;
	}
	return false;
}

/** @param firstLine the line of the whole text, from 1, that `source` begins in. */
export function readProse(source: string, firstLine: number, warn: Warn): Prose {
	const prose: Prose = { headings: [], links: [], milestones: [], paragraphs: [] };
	const state: State = { dateAbove: null };
	let line = firstLine;
	let headingLevel = 0;
	let listDepth = 0;
	let isItemStart = false;
	for (const token of markdown.parse(bounded(source, firstLine, warn).replace(quoteMarks, ''), {})) {
		if (token.map) line = firstLine + token.map[0];
		if (token.type === 'heading_open') headingLevel = Number(token.tag.slice(1));
		else if (token.type === 'heading_close') headingLevel = 0;
		else if (token.type === 'list_item_open') isItemStart = true;
		else if (token.type.endsWith('_list_open')) listDepth++;
		else if (token.type.endsWith('_list_close')) listDepth--;
		else if (token.type === 'inline') {
			readInlineToken(token, { line, headingLevel, isItemStart, isInList: listDepth > 0 }, prose, state, warn);
			isItemStart = false;
		}
	}
	return prose;
}

interface Place {
	line: number;
	/** 0 outside headings. */
	headingLevel: number;
	isItemStart: boolean;
	isInList: boolean;
}

interface State {
	/** The date that the last heading is, until something stands below it. */
	dateAbove: string | null;
}

function readInlineToken(token: Token, place: Place, prose: Prose, state: State, warn: Warn): void {
	const { line, headingLevel, isItemStart, isInList } = place;
	const { text, links } = flatten(token.children ?? []);
	for (const link of links) {
		const url = safeUrl(link.url, line + link.breaks, warn);
		if (url) prose.links.push({ text: link.text, url, line: line + link.breaks });
	}
	const { dateAbove } = state;
	if (text.trim() !== '') state.dateAbove = null;
	if (headingLevel > 0) {
		const title = oneLine(text);
		if (title === '') return;
		prose.headings.push({ title, level: headingLevel, line });
		state.dateAbove = wholeDate(title) ?? (/^\d{4}$/.test(title) ? title : null);
		addMilestone(prose, readMilestone(title, line, 'heading'));
	} else if (isItemStart) addMilestone(prose, readMilestone(oneLine(text), line, 'item') ?? below(dateAbove, text, line));
	else if (!isInList && text.trim() !== '') {
		const lines = text.split('\n').map(oneLine);
		if (prose.paragraphs.length < paragraphsKept) prose.paragraphs.push({ lines, links, line });
		const found = lines.map((source, index) => readMilestone(source, line + index, 'paragraph'));
		for (const milestone of found) addMilestone(prose, milestone);
		if (found.every((milestone) => milestone === null)) addMilestone(prose, below(dateAbove, text, line));
	}
}

const below = (date: string | null, text: string, line: number): Milestone | null => (date === null ? null : milestoneBelow(date, oneLine(text), line));

function addMilestone(prose: Prose, milestone: Milestone | null): void {
	if (milestone) prose.milestones.push(milestone);
}
