/**
 * What a watch list is worth. A signpost is an observable that would show that a world is coming (Dewar 2002); it is
 * diagnostic where it points to some worlds and not to others, and says nothing where it points to all of them alike.
 */
import type { Signpost } from '../schemas/worlds.ts';

type Pointing = Pick<Signpost, 'towards' | 'away'>;
type Level = -1 | 0 | 1;

/** What seeing it says about a world: that it is coming, that it is not, or nothing. */
export function levelOf({ towards, away }: Pointing, scenarioId: string): Level {
	if (towards.includes(scenarioId)) return 1;
	return away.includes(scenarioId) ? -1 : 0;
}

/** Those that say something about a world: first what would show that it is coming, then what speaks against it, each in order. */
export function aboutWorld<T extends Pointing & Pick<Signpost, 'order'>>(signposts: readonly T[], scenarioId: string): T[] {
	return signposts.filter((post) => levelOf(post, scenarioId) !== 0).sort((a, b) => levelOf(b, scenarioId) - levelOf(a, scenarioId) || a.order - b.order);
}

export type Diagnosis =
	/** It tells `these` worlds from `those`: those that it favours most from the rest, or those that it speaks against. */
	| { says: 'tells'; these: string[]; those: string[]; points: 'towards' | 'away' }
	/** Nobody has said a world that is still there. */
	| { says: 'nothing said' }
	/** It points to all worlds alike, or away from all of them. */
	| { says: 'all alike'; points: 'towards' | 'away' };

/** @param scenarioIds the worlds there are now; what it says of others, deleted since, does not count. */
export function diagnose(signpost: Pointing, scenarioIds: readonly string[]): Diagnosis {
	const at = (level: Level) => scenarioIds.filter((id) => levelOf(signpost, id) === level);
	const [towards, away] = [at(1), at(-1)];
	if (towards.length + away.length === 0) return { says: 'nothing said' };
	if (towards.length === scenarioIds.length) return { says: 'all alike', points: 'towards' };
	if (away.length === scenarioIds.length) return { says: 'all alike', points: 'away' };
	const points = towards.length > 0 ? 'towards' : 'away';
	const these = points === 'towards' ? towards : away;
	return { says: 'tells', these, those: scenarioIds.filter((id) => !these.includes(id)), points };
}

/** "A", "A and B", "A, B and C". */
export const listed = (words: readonly string[]): string =>
	words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (n: number): string => numerals[n] ?? String(n);

/** A sentence: "Tells Common Ground from the other three." */
export function diagnosisWords(diagnosis: Diagnosis, nameOf: (scenarioId: string) => string): string {
	if (diagnosis.says === 'nothing said') return 'Points to no world yet.';
	if (diagnosis.says === 'all alike') return `Points ${diagnosis.points === 'towards' ? 'to' : 'away from'} every world, so it says nothing about which one comes.`;
	const { these, those, points } = diagnosis;
	const rest = those.length === 1 ? nameOf(those[0]!) : `the other ${inWords(those.length)}`;
	return `Tells ${listed(these.map(nameOf))} from ${rest}${points === 'away' ? ', by speaking against' + (these.length === 1 ? ' it' : ' them') : ''}.`;
}

/** Worlds that no signpost would show coming: one that points to every world shows none. */
export function unwatched(signposts: readonly Pointing[], scenarioIds: readonly string[]): string[] {
	const telling = signposts.filter((signpost) => diagnose(signpost, scenarioIds).says === 'tells');
	return scenarioIds.filter((id) => !telling.some(({ towards }) => towards.includes(id)));
}

/** Pairs of watched worlds between which no signpost tells: if all that points to one is seen, it may as well be the other. */
export function untold(signposts: readonly Pointing[], scenarioIds: readonly string[]): [string, string][] {
	const missing = new Set(unwatched(signposts, scenarioIds));
	const watched = scenarioIds.filter((id) => !missing.has(id));
	return watched.flatMap((a, at) =>
		watched.slice(at + 1).filter((b) => signposts.every((signpost) => levelOf(signpost, a) === levelOf(signpost, b))).map((b): [string, string] => [a, b]),
	);
}

/** Days before a review from which it counts as near. */
export const soonDays = 14;
export type ReviewState = 'seen' | 'unset' | 'later' | 'soon' | 'due' | 'overdue';

/** @param today as YYYY-MM-DD. What has been seen needs no review any more. */
export function reviewState({ reviewAt, seenOn }: Pick<Signpost, 'reviewAt' | 'seenOn'>, today: string): ReviewState {
	if (seenOn !== undefined) return 'seen';
	if (reviewAt === null) return 'unset';
	if (reviewAt <= today) return reviewAt === today ? 'due' : 'overdue';
	return daysBetween(today, reviewAt) <= soonDays ? 'soon' : 'later';
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** As the person at this computer has it. */
export function dayOf(date: Date): string {
	const two = (n: number) => String(n).padStart(2, '0');
	return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** "12 Nov 2026". @param day as YYYY-MM-DD. */
export function dayWords(day: string): string {
	const [year, month, date] = day.split('-');
	return `${Number(date)} ${months[Number(month) - 1]} ${year}`;
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** In the order in which they have to be looked at; those without a date after them, those that have been seen last. */
export function byReview<T extends Pick<Signpost, 'reviewAt' | 'seenOn' | 'order' | 'id'>>(signposts: readonly T[]): T[] {
	const rank = ({ seenOn, reviewAt }: T) => (seenOn !== undefined ? 2 : reviewAt === null ? 1 : 0);
	return [...signposts].sort((a, b) =>
		rank(a) - rank(b) || (a.reviewAt ?? '').localeCompare(b.reviewAt ?? '') || a.order - b.order || a.id.localeCompare(b.id));
}
