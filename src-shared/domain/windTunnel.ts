/**
 * Wind-tunnelling: plans tested against every world. The classes are those of the UN Global Pulse glossary: a plan that works
 * in all worlds is no regrets, in most of them opt-out, in few opt-in, in none it is abandoned.
 *
 * The glossary leaves two things open. A plan that works in a world only if it is adapted counts there as one that works,
 * but what has to be changed anywhere is not done without regrets: such a plan is opt-out at best. And "most" is more than half.
 */
import { verdicts } from '../schemas/names.ts';
import type { Option, Verdict } from '../schemas/worlds.ts';

export const planClasses = ['no regrets', 'opt-out', 'opt-in', 'abandon'] as const;
export type PlanClass = (typeof planClasses)[number];

export const planClassMeanings: Record<PlanClass, string> = {
	'no regrets': 'Works in every world as it stands: do it now.',
	'opt-out': 'Holds in most worlds: do it, and be ready to change or leave it.',
	'opt-in': 'Holds in half of the worlds or fewer: prepare it, and wait for signs of its world.',
	abandon: 'Works in no world: leave it, or think it anew.',
};

export const verdictWords: Record<Verdict, string> = { works: 'works', adapts: 'works if adapted', fails: 'fails' };
/** What stands for a verdict where there is room for one letter, and the key that gives it. */
export const verdictLetters: Record<Verdict, string> = { works: 'W', adapts: 'A', fails: 'F' };

export const verdictOfKey = (key: string): Verdict | undefined => verdicts.find((verdict) => verdictLetters[verdict] === key.toUpperCase());

export interface PlanTally extends Record<Verdict, number> {
	/** Worlds in which nobody has judged it yet. */
	missing: number;
	worlds: number;
	/** Null while a verdict is missing, and with fewer than two worlds, which test nothing. */
	planClass: PlanClass | null;
}

/** @param scenarioIds the worlds there are now: what was judged in others, deleted since, does not count. */
export function tallyPlan({ verdicts: given }: Pick<Option, 'verdicts'>, scenarioIds: readonly string[]): PlanTally {
	const count = (verdict: Verdict | undefined) => scenarioIds.filter((id) => given[id]?.verdict === verdict).length;
	const counts = { works: count('works'), adapts: count('adapts'), fails: count('fails'), missing: count(undefined), worlds: scenarioIds.length };
	return { ...counts, planClass: classOf(counts) };
}

function classOf({ works, adapts, missing, worlds }: Omit<PlanTally, 'planClass'>): PlanClass | null {
	if (missing > 0 || worlds < 2) return null;
	if (works === worlds) return 'no regrets';
	if (works + adapts === 0) return 'abandon';
	return (works + adapts) * 2 > worlds ? 'opt-out' : 'opt-in';
}

/** "works in 2 of 4, in 1 more if adapted"; of an incomplete row how far it is. */
export function tallyWords({ works, adapts, fails, missing, worlds }: PlanTally): string {
	if (missing > 0) return missing === worlds ? 'not judged yet' : `${worlds - missing} of ${worlds} judged`;
	if (fails === worlds) return `fails in all ${worlds}`;
	if (works === worlds) return `works in all ${worlds}`;
	if (works === 0) return `works in ${adapts} of ${worlds} if adapted`;
	return `works in ${works} of ${worlds}${adapts > 0 ? `, in ${adapts} more if adapted` : ''}`;
}
