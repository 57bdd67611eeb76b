/**
 * Breaks text into lines. It is done here and not by pdfkit because a line may need several fonts and run both ways, and
 * because pdfkit's own measuring takes quadratic time on long words.
 */
import { hasRightToLeft, isolated, levelsOf, mirrored } from './bidi.ts';
import type { Direction } from './fonts.ts';
import { breakable, letters } from './lineBreaks.ts';
import type { TextStyle } from './theme.ts';
import { runsOf, sanitise, type Notes, type Run } from './text.ts';

/** A stretch of text whose style differs from its paragraph's. */
export interface Span extends Partial<Pick<TextStyle, 'weight' | 'colour' | 'to'>> {
	text: string;
	/** Stressed by its writer: in italics where a format has them; print has a heavier weight. */
	emphasis?: true;
	/** A name, which keeps its own direction within the line. */
	isolate?: boolean;
}

export interface Piece extends Run {
	style: TextStyle;
	width: number;
	/** Of the bidirectional algorithm, where its line has text from the right; odd levels run from the right. */
	level?: number;
}

export interface Line {
	/** In the order in which they are read. */
	pieces: Piece[];
	/** Without the spaces at its end. */
	width: number;
	/** Of the spaces at its end. */
	trailing: number;
	/** Its paragraph begins at the right. */
	isRightToLeft?: boolean;
}

export interface SetOptions {
	/** Points. */
	width: number;
	notes: Notes;
	/** Lines of about equal length, for headings and names. */
	balance?: boolean;
	/** What is beyond is cut, with an ellipsis; `cut` is told. */
	maxLines?: number;
	cut?: () => void;
}

/** What is not broken: a word or a part of one. `end` is what follows it: nothing, spaces, or the end of the line. */
interface Atom {
	pieces: readonly Piece[];
	width: number;
	kind: 'text' | 'space' | 'end';
	/** Of the paragraph, where it has text from the right. */
	base?: number;
}

export function typeset(text: string | readonly Span[], style: TextStyle, options: SetOptions): Line[] {
	const spans = firstOf(typeof text === 'string' ? [{ text }] : text, style, options);
	const clean = spans.map((span): Clean => ({ text: sanitise(span.text), style: styled(style, span), isolate: span.isolate ?? false }));
	const isBothWays = clean.some((span) => hasRightToLeft(span.text));
	const atoms = glued(isBothWays ? atomsBothWays(clean, options) : clean.map((span) => atomsOf(span, options)), options.width);
	const lines = fill(atoms, options.width);
	if (options.maxLines !== undefined && lines.length > options.maxLines) {
		options.cut?.();
		return cutTo(lines, options.maxLines, options);
	}
	return options.balance ? balanced(atoms, lines, options.width) : withoutOrphan(atoms, lines, options.width);
}

/** A span whose text is sanitised. */
interface Clean {
	text: string;
	style: TextStyle;
	isolate: boolean;
}

/** Width of a text on one line. */
export function widthOf(text: string, style: TextStyle, notes: Notes): number {
	return widthOfAll(piecesOf(sanitise(text), style, notes));
}

/** No letter is narrower than an eighth of its size, so this much of a text fills the lines that are wanted of it. */
function firstOf(spans: readonly Span[], { size }: TextStyle, { width, maxLines }: SetOptions): readonly Span[] {
	if (maxLines === undefined) return spans;
	const most = Math.ceil(((maxLines + 1) * width * 8) / size);
	return spans.map((span) => (span.text.length > most ? { ...span, text: span.text.slice(0, most) } : span));
}

const styles = new Map<string, TextStyle>();

/** The same object for the same looks, by which pieces of a line are joined again. */
function styled(style: TextStyle, { weight = style.weight, colour = style.colour, to }: Span): TextStyle {
	if (weight === style.weight && colour === style.colour && to === style.to) return style;
	const key = `${weight} ${colour} ${style.size} ${style.leading} ${style.tracking} ${to}`;
	const known = styles.get(key) ?? { ...style, weight, colour, ...(to !== undefined && { to }) };
	// Targets are of one report, and would pile up.
	if (styles.size > 5000) styles.clear();
	styles.set(key, known);
	return known;
}

/** Spaces at which a line may break; the others hold words together. */
const spaces = /^[ \u2000-\u2006\u2008-\u200B\u3000]/u;
const tokens = /(\n|[ \u2000-\u2006\u2008-\u200B\u3000]+)/u;
const longestWord = 200;

/** Levels of a text that is a part of a paragraph, from `from` on. */
interface Part {
	levels: Uint8Array;
	base: number;
	from: number;
}

function atomsOf({ text, style }: Clean, { width, notes }: SetOptions, part?: Part): Atom[] {
	const atoms: Atom[] = [];
	let at = part?.from ?? 0;
	const add = (piece: string, kind: Atom['kind'], shown = piece) => {
		atoms.push(atomOf(shown, style, notes, kind, part && { ...part, from: at }));
		at += piece.length;
	};
	/** Whether the word fits a line, and is among the atoms now; one that does not is cut between letters. */
	const isSet = (word: string) => {
		if (word.length > longestWord) return false;
		add(word, 'text');
		if (atoms.at(-1)!.width <= width) return true;
		atoms.pop();
		at -= word.length;
		return false;
	};
	for (const token of text.split(tokens)) {
		if (token === '') continue;
		if (token === '\n') add(token, 'end', '');
		else if (spaces.test(token)) add(token, 'space', token === '\u200B' ? '' : token.includes('\u3000') ? '\u3000' : ' ');
		else for (const word of breakable(token)) if (!isSet(word)) for (const letter of letters(word)) add(letter, 'text');
	}
	return atoms;
}

/** Each paragraph has its own base direction, which is that of its first strong letter. */
function atomsBothWays(spans: readonly Clean[], options: SetOptions): Atom[][] {
	const marked = spans.map(({ text, isolate, style }) => ({ text: isolate ? isolated(text) : text, style, isolate }));
	const paragraphs = marked.map(({ text }) => text).join('').split('\n');
	const all = paragraphs.map((paragraph) => levelsOf(paragraph));
	let [paragraph, at] = [0, 0];
	return marked.map(({ text, style, isolate }) => {
		const atoms: Atom[] = [];
		text.split('\n').forEach((stretch, index) => {
			if (index > 0) {
				atoms.push({ pieces: [], width: 0, kind: 'end', base: all[paragraph]!.base });
				paragraph++;
				at = 0;
			}
			for (const atom of atomsOf({ text: stretch, style, isolate }, options, { ...all[paragraph]!, from: at })) atoms.push(atom);
			at += stretch.length;
		});
		return atoms;
	});
}

/** A change of style within a word is no place to break a line: the comma after a bold name stays with it. */
function glued(spans: readonly Atom[][], width: number): Atom[] {
	// Atoms are pushed one by one: a very long word has more than one call can take as arguments.
	const atoms: Atom[] = [];
	for (const span of spans) {
		const [first, ...rest] = span;
		const last = atoms.at(-1);
		if (first?.kind === 'text' && last?.kind === 'text' && last.width + first.width <= width) {
			atoms[atoms.length - 1] = { ...last, pieces: [...last.pieces, ...first.pieces], width: last.width + first.width };
			for (const atom of rest) atoms.push(atom);
		} else for (const atom of span) atoms.push(atom);
	}
	return atoms;
}

/** Atoms of words without a direction of their own are the same wherever they stand. */
const known = new WeakMap<TextStyle, Map<string, Atom>>();
const remembered = { longest: 40, most: 20_000 } as const;

function atomOf(text: string, style: TextStyle, notes: Notes, kind: Atom['kind'], part?: Part): Atom {
	if (part) {
		const pieces = leveledPieces(text, style, notes, part);
		return { pieces, width: widthOfAll(pieces), kind, base: part.base };
	}
	let atoms = known.get(style);
	if (!atoms) known.set(style, (atoms = new Map()));
	const before = atoms.get(text);
	if (before) return before;
	const pieces = runPieces(text, style, notes);
	const atom: Atom = { pieces, width: widthOfAll(pieces), kind };
	if (text.length <= remembered.longest && plainWord.test(text)) {
		if (atoms.size >= remembered.most) atoms.clear();
		atoms.set(text, atom);
	}
	return atom;
}

/** No font lacks these, so that nothing is to be noted when they come again. */
const plainWord = /^[\x20-\x7E]+$/;

/** A stretch of one level after the other. */
function leveledPieces(text: string, style: TextStyle, notes: Notes, { levels, base, from }: Part): Piece[] {
	const pieces: Piece[] = [];
	for (let start = 0; start < text.length;) {
		const level = levels[from + start] ?? base;
		let end = start + 1;
		while (end < text.length && (levels[from + end] ?? base) === level) end++;
		for (const piece of runPieces(text.slice(start, end), style, notes, level)) pieces.push(piece);
		start = end;
	}
	return pieces;
}

/** Of sanitised text; a base direction is given where it goes on in a line that has one. */
function piecesOf(text: string, style: TextStyle, notes: Notes, direction?: Direction): Piece[] {
	if (direction !== 'rtl' && !hasRightToLeft(text)) return runPieces(text, style, notes);
	return leveledPieces(text, style, notes, { ...levelsOf(text, direction), from: 0 });
}

function runPieces(text: string, style: TextStyle, notes: Notes, level?: number): Piece[] {
	return runsOf(text, style.weight, notes).map(({ face, text: own }) => ({
		face, text: own, style, width: runWidth(face, own, style, level), ...(level !== undefined && { level }),
	}));
}

function runWidth(face: Run['face'], text: string, style: TextStyle, level = 0): number {
	const tracking = style.tracking && face.tracks ? style.tracking * Array.from(text).length : 0;
	const width = level % 2 === 1 ? face.measure(mirrored(text), 'rtl') : face.measure(text, level > 0 ? 'ltr' : undefined);
	return (width * style.size) / 1000 + tracking;
}

function fill(atoms: readonly Atom[], width: number): Line[] {
	const lines: Line[] = [];
	let current: Atom[] = [];
	let used = 0;
	const flush = () => {
		lines.push(lineOf(current));
		current = [];
		used = 0;
	};
	for (const atom of atoms) {
		if (atom.kind === 'end') {
			flush();
			continue;
		}
		if (atom.kind === 'text' && current.length > 0 && used + atom.width > width + 0.01) flush();
		// A line does not begin with the space that ended the one before it.
		if (atom.kind === 'space' && current.length === 0) continue;
		current.push(atom);
		used += atom.width;
	}
	if (current.length > 0 || lines.length === 0) flush();
	return lines;
}

function lineOf(atoms: readonly Atom[]): Line {
	const pieces: Piece[] = [];
	let width = 0;
	let trailing = 0;
	const base = atoms[0]?.base;
	const lastWord = base === undefined ? 0 : atoms.findLastIndex(({ kind }) => kind !== 'space');
	atoms.forEach((atom, index) => {
		width += atom.width;
		trailing = atom.kind === 'space' ? trailing + atom.width : 0;
		for (const piece of atom.pieces) {
			// The spaces at the end of a line stand where its paragraph ends: rule L1.
			const level = base !== undefined && index > lastWord ? base : piece.level;
			const last = pieces.at(-1);
			if (last && last.face === piece.face && last.style === piece.style && last.level === level) {
				last.text += piece.text;
				last.width += piece.width;
			} else pieces.push(level === piece.level ? { ...piece } : { ...piece, level: level! });
		}
	});
	return { pieces, width: width - trailing, trailing, ...(base !== undefined && { isRightToLeft: base % 2 === 1 }) };
}

/** The narrowest width that needs no more lines. Long texts are left as they are: nobody sees the difference. */
function balanced(atoms: readonly Atom[], lines: Line[], width: number): Line[] {
	if (lines.length < 2 || lines.length > 6) return lines;
	let best = lines;
	let [low, high] = [width * 0.4, width];
	for (let step = 0; step < 8; step++) {
		const middle = (low + high) / 2;
		const tried = fill(atoms, middle);
		if (tried.length === lines.length && tried.every((line) => line.width <= middle)) {
			best = tried;
			high = middle;
		} else low = middle;
	}
	return best;
}

/** A paragraph should not end with one word alone on its line. */
function withoutOrphan(atoms: readonly Atom[], lines: Line[], width: number): Line[] {
	const alone = (line: Line | undefined) =>
		line !== undefined &&
		!line.pieces
			.map((piece) => piece.text)
			.join('')
			.trim()
			.includes(' ');
	if (lines.length < 2 || lines.length > 30 || !alone(lines.at(-1))) return lines;
	for (const narrower of [0.97, 0.94, 0.9]) {
		const tried = fill(atoms, width * narrower);
		if (tried.length === lines.length && !alone(tried.at(-1))) return tried;
	}
	return lines;
}

function cutTo(lines: Line[], maxLines: number, { width, notes }: SetOptions): Line[] {
	const kept = lines.slice(0, maxLines);
	const last = kept.at(-1)!;
	const style = last.pieces.at(-1)?.style;
	if (!style) return kept;
	const whole = textOf(last.pieces.filter((piece) => piece.style === style)).trimEnd();
	const before = last.pieces.filter((piece) => piece.style !== style);
	const room = width - widthOfAll(before);
	const signs = letters(whole);
	let text = whole;
	while (text && widthOf(`${text}…`, style, notes) > room) {
		signs.pop();
		text = signs.join('').trimEnd();
	}
	// A cut between words reads better, where it does not cost much of the line.
	const word = text.lastIndexOf(' ');
	if (text !== whole && whole[text.length] !== ' ' && word > text.length * 0.6) text = text.slice(0, word);
	const pieces = [...before, ...piecesOf(`${text}…`, style, notes, last.isRightToLeft ? 'rtl' : 'ltr')];
	return [...kept.slice(0, -1), { ...last, pieces, width: widthOfAll(pieces), trailing: 0 }];
}

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');
const widthOfAll = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.width, 0);
