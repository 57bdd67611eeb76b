/**
 * Breaks text into lines. It is done here and not by pdfkit because a line may need several fonts, and because pdfkit's
 * own measuring takes quadratic time on long words.
 */
import type { TextStyle } from './theme.ts';
import { runsOf, sanitise, type Notes, type Run } from './text.ts';

/** A stretch of text whose style differs from its paragraph's. */
export interface Span extends Partial<Pick<TextStyle, 'weight' | 'colour' | 'to'>> {
	text: string;
	/** Stressed by its writer: in italics where a format has them; print has a heavier weight. */
	emphasis?: true;
}

export interface Piece extends Run {
	style: TextStyle;
	width: number;
}

export interface Line {
	pieces: Piece[];
	/** Without the spaces at its end. */
	width: number;
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
	pieces: Piece[];
	width: number;
	kind: 'text' | 'space' | 'end';
}

export function typeset(text: string | readonly Span[], style: TextStyle, options: SetOptions): Line[] {
	const spans = firstOf(typeof text === 'string' ? [{ text }] : text, style, options);
	const atoms = glued(
		spans.map((span) => atomsOf(span, { ...style, ...defined(span) }, options)),
		options.width,
	);
	let lines = fill(atoms, options.width);
	if (options.maxLines !== undefined && lines.length > options.maxLines) {
		lines = cutTo(lines, options.maxLines, options);
		options.cut?.();
		return lines;
	}
	return options.balance ? balanced(atoms, lines, options.width) : withoutOrphan(atoms, lines, options.width);
}

/** Width of a text on one line. */
export function widthOf(text: string, style: TextStyle, notes: Notes): number {
	return piecesOf(text, style, notes).reduce((sum, piece) => sum + piece.width, 0);
}

/** No letter is narrower than an eighth of its size, so this much of a text fills the lines that are wanted of it. */
function firstOf(spans: readonly Span[], { size }: TextStyle, { width, maxLines }: SetOptions): readonly Span[] {
	if (maxLines === undefined) return spans;
	const most = Math.ceil(((maxLines + 1) * width * 8) / size);
	return spans.map((span) => (span.text.length > most ? { ...span, text: span.text.slice(0, most) } : span));
}

const defined = ({ weight, colour, to }: Span): Partial<TextStyle> => ({
	...(weight && { weight }),
	...(colour && { colour }),
	...(to && { to }),
});

/** Spaces at which a line may break; the others hold words together. */
const spaces = /^[ \u2000-\u2006\u2008-\u200B\u3000]/u;
const longestWord = 200;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** After a hyphen, dash or slash within a word; addresses also break after their other signs. */
const within = /(?<=[\p{L}\p{N}][-–—/])(?=[\p{L}\p{N}])/u;
const withinAddress = /(?<=[-–—/?&=_.+#%:,;])(?=[\p{L}\p{N}])/u;

function atomsOf({ text }: Span, style: TextStyle, { width, notes }: SetOptions): Atom[] {
	const atoms: Atom[] = [];
	for (const token of sanitise(text).split(/(\n|[ \u2000-\u2006\u2008-\u200B\u3000]+)/u)) {
		if (token === '') continue;
		if (token === '\n') atoms.push({ pieces: [], width: 0, kind: 'end' });
		else if (spaces.test(token)) atoms.push(atomOf(token === '\u200B' ? '' : ' ', style, notes, 'space'));
		else
			for (const word of token.split(token.length > 24 ? withinAddress : within))
				for (const atom of wordAtoms(word, style, width, notes)) atoms.push(atom);
	}
	return atoms;
}

/** A change of style within a word is no place to break a line: the comma after a bold name stays with it. */
function glued(spans: readonly Atom[][], width: number): Atom[] {
	// Atoms are pushed one by one: a very long word has more than one call can take as arguments.
	const atoms: Atom[] = [];
	for (const span of spans) {
		const [first, ...rest] = span;
		const last = atoms.at(-1);
		if (first?.kind === 'text' && last?.kind === 'text' && last.width + first.width <= width) {
			atoms[atoms.length - 1] = {
				pieces: [...last.pieces, ...first.pieces],
				width: last.width + first.width,
				kind: 'text',
			};
			for (const atom of rest) atoms.push(atom);
		} else for (const atom of span) atoms.push(atom);
	}
	return atoms;
}

/** A word that fits no line is cut between letters. */
function wordAtoms(word: string, style: TextStyle, width: number, notes: Notes): Atom[] {
	if (word.length <= longestWord) {
		const atom = atomOf(word, style, notes, 'text');
		if (atom.width <= width) return [atom];
	}
	return letters(word).map((letter) => atomOf(letter, style, notes, 'text'));
}

const isWithinLetter = (word: string, index: number): boolean =>
	/[\uD800-\uDBFF\u200D]/.test(word[index - 1]!) || /[\p{M}\u200D]/u.test(word[index]!);

/** Letters as people see them. Cut into slices first, since the segmenter takes quadratic time on very long words. */
function letters(word: string): string[] {
	const found: string[] = [];
	for (let from = 0; from < word.length;) {
		let to = Math.min(word.length, from + longestWord);
		while (to < word.length && to > from + longestWord / 2 && isWithinLetter(word, to)) to--;
		for (const { segment } of graphemes.segment(word.slice(from, to))) found.push(segment);
		from = to;
	}
	return found;
}

function atomOf(text: string, style: TextStyle, notes: Notes, kind: Atom['kind']): Atom {
	const pieces = piecesOf(text, style, notes);
	return { pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0), kind };
}

function piecesOf(text: string, style: TextStyle, notes: Notes): Piece[] {
	return runsOf(text, style.weight, notes).map((run) => ({ ...run, style, width: runWidth(run, style) }));
}

function runWidth({ face, text }: Run, style: TextStyle): number {
	const tracking = style.tracking ? style.tracking * Array.from(text).length : 0;
	return (face.measure(text) * style.size) / 1000 + tracking;
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
	for (const atom of atoms) {
		width += atom.width;
		trailing = atom.kind === 'space' ? trailing + atom.width : 0;
		for (const piece of atom.pieces) {
			const last = pieces.at(-1);
			if (last && last.face === piece.face && last.style === piece.style) {
				last.text += piece.text;
				last.width += piece.width;
			} else pieces.push({ ...piece });
		}
	}
	return { pieces, width: width - trailing };
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
	let text = last.pieces
		.filter((piece) => piece.style === style)
		.map((piece) => piece.text)
		.join('')
		.trimEnd();
	const before = last.pieces.filter((piece) => piece.style !== style);
	const room = width - before.reduce((sum, piece) => sum + piece.width, 0);
	const whole = text;
	while (text && widthOf(`${text}…`, style, notes) > room) text = Array.from(text).slice(0, -1).join('').trimEnd();
	// A cut between words reads better, where it does not cost much of the line.
	const word = text.lastIndexOf(' ');
	if (text !== whole && whole[text.length] !== ' ' && word > text.length * 0.6) text = text.slice(0, word);
	const pieces = [...before, ...piecesOf(`${text}…`, style, notes)];
	return [...kept.slice(0, -1), { pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0) }];
}
