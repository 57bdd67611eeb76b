/**
 * Every consistent set of states of a cross-impact balance, exactly: state by state, leaving a branch where what is still to
 * come cannot make up for a shortfall any more. It goes on in steps, so that whoever asks stays free in between.
 */
import { combinations, type ImpactModel } from './crossImpact.ts';

export interface ConsistentStates {
	/** By driver. */
	states: Record<string, string>;
	/** The total impact score. */
	score: number;
}

/** More combinations than this take minutes where the judgements leave no branch out. */
export const mostCombinations = 50_000_000;
const mostKept = 500;
/** Looking at the clock takes longer than a branch. */
const betweenLooks = 256;

interface Found {
	chosen: Uint8Array;
	score: number;
}

export class ConsistentSearch {
	readonly model: ImpactModel;
	readonly total: number;
	/** How many there are so far; of very many the ones with the highest scores are kept. */
	count = 0;
	#most: number;
	#found: Found[] = [];
	/** The lowest score among those that are kept, once there are enough of them. */
	#enough = -Infinity;
	#gone = 0;
	#depth = 0;
	#next: Uint8Array;
	#chosen: Uint8Array;
	/** By depth: the sums of all states, from the drivers above it. */
	#sums: Int16Array;
	/** By depth, state and another state of its driver: the least by which the drivers from there on can favour the other. */
	#least: Int16Array;
	/** By depth: how many combinations hang on one branch. */
	#below: Float64Array;
	#widest: number;

	constructor(model: ImpactModel, most = mostKept) {
		const count = model.drivers.length;
		this.model = model;
		this.total = combinations(model);
		this.#most = most;
		this.#next = new Uint8Array(count);
		this.#chosen = new Uint8Array(count);
		this.#sums = new Int16Array((count + 1) * model.size);
		this.#widest = Math.max(1, ...model.drivers.map(({ states }) => states.length));
		this.#least = leastFavours(model, this.#widest);
		this.#below = new Float64Array(count + 1).fill(1);
		for (let depth = count - 1; depth >= 0; depth--) this.#below[depth] = this.#below[depth + 1]! * model.drivers[depth]!.states.length;
		if (count === 0) this.#depth = -1;
	}

	/** How much of all combinations is through, 0 to 1. */
	get part(): number {
		return this.total === 0 ? 1 : this.#gone / this.total;
	}

	/** @param isOver asked now and then; true leaves it where it is. @returns whether all is through. */
	step(isOver: () => boolean): boolean {
		const { drivers } = this.model;
		for (let branches = 1; this.#depth >= 0; branches++) {
			if (branches % betweenLooks === 0 && isOver()) return false;
			const depth = this.#depth;
			const state = this.#next[depth]!;
			if (state === drivers[depth]!.states.length) {
				this.#depth--;
				continue;
			}
			this.#next[depth] = state + 1;
			this.#choose(depth, state);
			if (!this.#canHold(depth + 1)) this.#gone += this.#below[depth + 1]!;
			else if (depth + 1 === drivers.length) this.#keep();
			else this.#next[++this.#depth] = 0;
		}
		return true;
	}

	/** Highest score first. */
	found(): ConsistentStates[] {
		this.#sort();
		const { drivers } = this.model;
		return this.#found.slice(0, this.#most).map(({ chosen, score }) => ({ score, states: Object.fromEntries(drivers.map(({ id, states }, i) => [id, states[chosen[i]!]!])) }));
	}

	#choose(depth: number, state: number): void {
		const { size, first, strengths } = this.model;
		this.#chosen[depth] = state;
		const row = (first[depth]! + state) * size;
		const [above, own] = [depth * size, (depth + 1) * size];
		for (let to = 0; to < size; to++) this.#sums[own + to] = this.#sums[above + to]! + strengths[row + to]!;
	}

	/** Whether none of the states chosen so far falls short already, whatever the drivers from this depth on do. */
	#canHold(depth: number): boolean {
		const { drivers, first, size } = this.model;
		for (let j = 0; j < depth; j++) {
			const own = first[j]! + this.#chosen[j]!;
			const sums = depth * size + first[j]!;
			const least = (depth * size + own) * this.#widest;
			const ownSum = this.#sums[depth * size + own]!;
			for (let other = drivers[j]!.states.length - 1; other >= 0; other--) {
				if (this.#sums[sums + other]! - ownSum + this.#least[least + other]! > 0) return false;
			}
		}
		return true;
	}

	#keep(): void {
		const { drivers, first, size } = this.model;
		let score = 0;
		for (let j = 0; j < drivers.length; j++) score += this.#sums[drivers.length * size + first[j]! + this.#chosen[j]!]!;
		this.#gone++;
		this.count++;
		// They come in order: of equal ones the earlier is kept.
		if (score <= this.#enough) return;
		this.#found.push({ chosen: this.#chosen.slice(), score });
		if (this.#found.length < 2 * this.#most) return;
		this.#sort();
		this.#found.length = this.#most;
		this.#enough = this.#found.at(-1)!.score;
	}

	#sort(): void {
		this.#found.sort((a, b) => b.score - a.score || inOrder(a.chosen, b.chosen));
	}
}

function inOrder(a: Uint8Array, b: Uint8Array): number {
	const at = a.findIndex((state, i) => state !== b[i]);
	return at < 0 ? 0 : a[at]! - b[at]!;
}

/** From the last driver to the first, since each depth adds one driver to those below it. */
function leastFavours({ drivers, first, size, strengths }: ImpactModel, widest: number): Int16Array {
	const least = new Int16Array((drivers.length + 1) * size * widest);
	for (let depth = drivers.length - 1; depth >= 0; depth--) {
		drivers.forEach(({ states }, j) => {
			for (let own = 0; own < states.length; own++) {
				for (let other = 0; other < states.length; other++) {
					const at = (row: number) => (row * size + first[j]! + own) * widest + other;
					const favours = drivers[depth]!.states.map((_, s) => {
						const row = (first[depth]! + s) * size + first[j]!;
						return strengths[row + other]! - strengths[row + own]!;
					});
					least[at(depth)] = least[at(depth + 1)]! + Math.min(...favours);
				}
			}
		});
	}
	return least;
}
