/** Counting words and saying what a set of scenarios is. */
import type { Scenario } from '../../src-shared/schemas/records.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words as a reader counts them, in any script. */
export function wordCount(text: string): number {
	let count = 0;
	for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
	return count;
}

const numerals = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** "Four worlds in 2036", or without the year where they differ. */
export function worldsTitle(scenarios: readonly Pick<Scenario, 'horizonYear'>[]): string {
	const n = scenarios.length;
	const years = new Set(scenarios.map(({ horizonYear }) => horizonYear));
	const head = `${numerals[n] ?? n} ${n === 1 ? 'world' : 'worlds'}`;
	return years.size === 1 ? `${head} in ${[...years][0]}` : head;
}
