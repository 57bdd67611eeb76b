/** Looks for the consistent sets of states in slices short enough that the window never waits, and says how far it is. */
import { ConsistentSearch, mostCombinations, type ConsistentStates } from '../../src-shared/domain/consistentStates.ts';
import { combinations, type ImpactModel } from '../../src-shared/domain/crossImpact.ts';

export interface Found {
	list: readonly ConsistentStates[];
	/** All that there are; the list holds those with the highest scores. */
	count: number;
	total: number;
}

/** Milliseconds. A frame has 16, and others want some of it. */
const slice = 8;
/** From then on it says how far it is. */
const patience = 500;

interface Clock {
	now: () => number;
	/** Lets the window do what waits. */
	pause: () => Promise<void>;
}

const windowsOwn: Clock = { now: () => performance.now(), pause: () => new Promise((resolve) => setTimeout(resolve)) };

export class Finding {
	/** What was found for the model that was last given; null until all of it is through. */
	found = $state.raw<Found | null>(null);
	/** How much is through, 0 to 1, once it takes longer than half a second; null else. */
	part = $state<number | null>(null);
	/** In how many ways the states can be put together, where that is too many to go through. */
	tooMany = $state<number | null>(null);
	wasStopped = $state(false);
	#clock: Clock;
	#turn = 0;

	constructor(clock = windowsOwn) {
		this.#clock = clock;
	}

	/** What was under way for another model is left. @returns when it is through, or left. */
	async start(model: ImpactModel): Promise<void> {
		const turn = ++this.#turn;
		const { now, pause } = this.#clock;
		const total = combinations(model);
		this.wasStopped = false;
		this.part = null;
		this.tooMany = total > mostCombinations ? total : null;
		if (this.tooMany !== null) {
			this.found = null;
			return;
		}
		const search = new ConsistentSearch(model);
		const began = now();
		for (;;) {
			const until = now() + slice;
			if (search.step(() => now() >= until)) break;
			if (now() - began > patience) {
				this.part = search.part;
				this.found = null;
			}
			await pause();
			if (turn !== this.#turn) return;
		}
		this.part = null;
		this.found = { list: search.found(), count: search.count, total };
	}

	stop(): void {
		this.#turn++;
		this.wasStopped = this.part !== null;
		this.part = null;
	}
}
