/** What of a text was taken out, put in and kept, word by word or line by line, for showing two versions side by side. */

export interface Stretch<T> {
	how: 'same' | 'out' | 'in';
	items: T[];
}

/** Above so many steps the two have so little in common that everything between their equal ends counts as replaced. */
const mostSteps = 800;

/**
 * The shortest way from one sequence to the other (Myers 1986, "An O(ND) difference algorithm and its variations").
 * @returns stretches in order; what is taken out stands before what comes in its place.
 */
export function sequenceDiff<T>(before: readonly T[], after: readonly T[], isSame: (a: T, b: T) => boolean = Object.is): Stretch<T>[] {
	let start = 0;
	while (start < before.length && start < after.length && isSame(before[start]!, after[start]!)) start++;
	let end = 0;
	while (end < before.length - start && end < after.length - start && isSame(before[before.length - 1 - end]!, after[after.length - 1 - end]!)) end++;
	const [a, b] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
	return joined([
		{ how: 'same', items: before.slice(0, start) },
		...(shortest(a, b, isSame) ?? [{ how: 'out', items: a } as const, { how: 'in', items: b } as const]),
		{ how: 'same', items: before.slice(before.length - end) },
	]);
}

function shortest<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): Stretch<T>[] | null {
	const most = Math.min(a.length + b.length, mostSteps);
	/** The furthest place in `a` on each diagonal, after each number of steps. */
	const trace: Map<number, number>[] = [];
	let furthest = new Map([[1, 0]]);
	for (let steps = 0; steps <= most; steps++) {
		const now = new Map(furthest);
		for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
			let x = comesDown(furthest, diagonal, steps) ? furthest.get(diagonal + 1)! : furthest.get(diagonal - 1)! + 1;
			while (x < a.length && x - diagonal < b.length && isSame(a[x]!, b[x - diagonal]!)) x++;
			now.set(diagonal, x);
			if (x >= a.length && x - diagonal >= b.length) return backtracked(a, b, [...trace, furthest]);
		}
		trace.push(furthest);
		furthest = now;
	}
	return null;
}

const comesDown = (furthest: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean =>
	diagonal === -steps || (diagonal !== steps && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1));

function backtracked<T>(a: readonly T[], b: readonly T[], trace: readonly ReadonlyMap<number, number>[]): Stretch<T>[] {
	const found: Stretch<T>[] = [];
	let [x, y] = [a.length, b.length];
	for (let steps = trace.length - 1; steps >= 0; steps--) {
		const furthest = trace[steps]!;
		const diagonal = x - y;
		const isDown = comesDown(furthest, diagonal, steps);
		const fromX = steps === 0 ? 0 : furthest.get(isDown ? diagonal + 1 : diagonal - 1)!;
		const fromY = steps === 0 ? 0 : fromX - (isDown ? diagonal + 1 : diagonal - 1);
		while (x > fromX && y > fromY) {
			found.push({ how: 'same', items: [a[--x]!] });
			y--;
		}
		if (steps === 0) break;
		found.push(isDown ? { how: 'in', items: [b[--y]!] } : { how: 'out', items: [a[--x]!] });
	}
	return found.reverse();
}

/** Neighbours of one sort as one; between two kept stretches first everything out, then everything in. */
function joined<T>(stretches: readonly Stretch<T>[]): Stretch<T>[] {
	const found: Stretch<T>[] = [];
	let [out, into]: [T[], T[]] = [[], []];
	const flush = () => {
		if (out.length > 0) found.push({ how: 'out', items: out });
		if (into.length > 0) found.push({ how: 'in', items: into });
		[out, into] = [[], []];
	};
	for (const { how, items } of stretches) {
		if (items.length === 0) continue;
		if (how === 'out') out.push(...items);
		else if (how === 'in') into.push(...items);
		else {
			flush();
			const last = found.at(-1);
			if (last?.how === 'same') last.items.push(...items);
			else found.push({ how, items: [...items] });
		}
	}
	flush();
	return found;
}

export interface DiffPiece {
	text: string;
	/** Only on its side: taken out of the text before, or new in the one after. */
	isOther: boolean;
}

/** Both texts in pieces, those words marked that the other one does not have there. */
export function wordDiff(before: string, after: string): { before: DiffPiece[]; after: DiffPiece[] } {
	const stretches = sequenceDiff(tokens(before), tokens(after));
	// A blank between two replaced words is replaced with them: marks in one go are easier to read.
	const bridged = stretches.map((stretch, at) => {
		const isBridge = stretch.how === 'same' && stretch.items.every((token) => /^\s+$/.test(token));
		return isBridge && at > 0 && at < stretches.length - 1 ? { ...stretch, how: 'both' as const } : stretch;
	});
	const side = (own: 'out' | 'in') => bridged.reduce<DiffPiece[]>((pieces, { how, items }) => {
		if (how !== 'same' && how !== 'both' && how !== own) return pieces;
		const piece = { text: items.join(''), isOther: how !== 'same' };
		const last = pieces.at(-1);
		if (last?.isOther === piece.isOther) last.text += piece.text;
		else pieces.push(piece);
		return pieces;
	}, []);
	return { before: trimmed(side('out')), after: trimmed(side('in')) };
}

/** A mark does not begin or end with a blank. */
function trimmed(pieces: readonly DiffPiece[]): DiffPiece[] {
	return pieces.flatMap(({ text, isOther }) => {
		const words = text.trim();
		if (!isOther || words === text) return [{ text, isOther }];
		if (words === '') return [{ text, isOther: false }];
		const start = text.indexOf(words);
		const blank = (blanks: string) => (blanks === '' ? [] : [{ text: blanks, isOther: false }]);
		return [...blank(text.slice(0, start)), { text: words, isOther }, ...blank(text.slice(start + words.length))];
	});
}

const tokens = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];

export interface LineChange {
	/** Null where nothing stood there before. */
	before: string | null;
	/** Null where it is gone. */
	after: string | null;
	/** From 1, in the text that has it: the one after where both do. */
	line: number;
}

/** The lines that differ, in order; blank ones are left out. A line that is written anew stands with the one it replaces. */
export function lineDiff(before: string, after: string): LineChange[] {
	const lines = (text: string) => text.split(/\r\n|\r|\n/).map((line, at) => ({ line: at + 1, text: line.trim() })).filter(({ text: words }) => words !== '');
	const stretches = sequenceDiff(lines(before), lines(after), (a, b) => a.text === b.text);
	return stretches.flatMap(({ how, items }, at) => {
		const next = stretches[at + 1];
		if (how === 'same' || (how === 'in' && stretches[at - 1]?.how === 'out')) return [];
		const out = how === 'out' ? items : [];
		const into = how === 'in' ? items : next?.how === 'in' ? next.items : [];
		return Array.from({ length: Math.max(out.length, into.length) }, (_, n) => ({
			before: out[n]?.text ?? null, after: into[n]?.text ?? null, line: (into[n] ?? out[n])!.line,
		}));
	});
}
