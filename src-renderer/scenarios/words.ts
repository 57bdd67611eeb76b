/** Saying what a set of scenarios is, and how long a narrative takes to read. */
import type { Scenario } from '../../src-shared/schemas/records.ts';
import { counted } from '../ui/kinds.ts';

const numerals = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** "Four worlds in 2036", or without the year where they differ. */
export function worldsTitle(scenarios: readonly Pick<Scenario, 'horizonYear'>[]): string {
	const n = scenarios.length;
	const years = new Set(scenarios.map(({ horizonYear }) => horizonYear));
	const head = `${numerals[n] ?? n} ${n === 1 ? 'world' : 'worlds'}`;
	return years.size === 1 ? `${head} in ${[...years][0]}` : head;
}

const wordsAMinute = 200;

/** "118 words, 1 minute to read" */
export function lengthSentence(words: number): string {
	const minutes = Math.round(words / wordsAMinute);
	const time = words === 0 ? '' : minutes < 1 ? ', under a minute to read' : `, ${counted(minutes, 'minute')} to read`;
	return `${counted(words, 'word')}${time}`;
}
