/** What the watch list says of itself and of each signpost, in words. */
import { dayWords, reviewState, type ReviewState } from '../../src-shared/domain/signposts.ts';
import type { Signpost } from '../../src-shared/schemas/worlds.ts';
import { counted } from '../ui/kinds.ts';

/** Which signposts are listed: all, those that say nothing, or those about a world. */
export type Shown = 'all' | 'silent' | { scenarioId: string };

/** "3 signposts, 1 overdue, next review 12 Nov 2026, 1 seen". */
export function listSummary(inOrder: readonly Signpost[], today: string): string {
	const states = inOrder.map((signpost) => reviewState(signpost, today));
	const count = (...wanted: ReviewState[]) => states.filter((state) => wanted.includes(state)).length;
	const next = inOrder.find((_, at) => states[at] === 'soon' || states[at] === 'later')?.reviewAt;
	return [
		counted(inOrder.length, 'signpost'),
		...(count('overdue') > 0 ? [`${count('overdue')} overdue`] : []),
		...(count('due') > 0 ? [`${count('due')} due today`] : []),
		...(next ? [`next review ${dayWords(next)}`] : []),
		...(count('seen') > 0 ? [`${count('seen')} seen`] : []),
	].join(', ');
}

/** "When 3 member states do. Watched by procurement. Seen in TED." */
export function conditions({ threshold, owner, source }: Pick<Signpost, 'threshold' | 'owner' | 'source'>): string {
	const sentence = (before: string, text: string) => (text.trim() === '' ? [] : [`${before}${text.trim().replace(/[.\s]+$/, '')}.`]);
	return [...sentence('Counts: ', threshold), ...sentence('Watched by ', owner), ...sentence('Seen in ', source)].join(' ');
}

const stateWords: Record<ReviewState, string> = { overdue: 'overdue', due: 'due today', soon: 'soon', later: '', unset: 'no review date', seen: 'seen' };

/** "overdue, 12 Oct 2026". */
export function reviewWords(signpost: Pick<Signpost, 'reviewAt' | 'seenOn'>, state: ReviewState): string {
	const day = state === 'seen' ? signpost.seenOn : state === 'due' ? undefined : signpost.reviewAt;
	return [stateWords[state], day ? dayWords(day) : ''].filter(Boolean).join(state === 'seen' ? ' ' : ', ');
}
