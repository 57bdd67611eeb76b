/** What a facilitator does to signposts. Each command is one undo step. */
import { dayWords } from '../../src-shared/domain/signposts.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Signpost } from '../../src-shared/schemas/worlds.ts';
import { startUsing } from '../db/cardUse.ts';
import { created, removed } from '../db/changes.ts';
import { nextOrder, openWorkshop, patched, quoted, worldName, type Desk } from './change.ts';

export type SignpostText = 'title' | 'source' | 'threshold' | 'owner';
const textNames: Record<SignpostText, string> = { title: 'what is watched', source: 'where it is seen', threshold: 'from when it counts', owner: 'who watches' };

export const called = ({ title }: Pick<Signpost, 'title'>): string => quoted(title, 'an unnamed signpost');

/** @param towards the world that is looked at, where one is. @returns the new signpost's id, in memory at once, and when it is stored. */
export function addSignpost(desk: Desk, towards: readonly string[] = []): { id: string; stored: Promise<void> } {
	const { records, ledger } = desk;
	const signpost: Signpost = {
		id: newId(), workshopId: openWorkshop(desk), title: '', source: '', threshold: '', owner: '', reviewAt: null,
		towards: [...towards], away: [], order: nextOrder(records.signposts.all),
	};
	return { id: signpost.id, stored: ledger.commit({ label: 'Add a signpost', changes: [created('signposts', signpost)] }) };
}

/** @param stepId the same for all that is typed while the field has the focus. */
export function writeSignpost({ records, ledger }: Desk, id: string, field: SignpostText, text: string, stepId: string): Promise<void> {
	const signpost = records.signposts.get(id);
	if (!signpost || signpost[field] === text) return Promise.resolve();
	const label = field === 'title' ? `Name a signpost ${quoted(text, 'nothing')}` : `Write ${textNames[field]} of ${called(signpost)}`;
	return ledger.commit({ label, stepId, changes: [patched('signposts', signpost, { [field]: text })] });
}

export const deleteSignpost = ({ ledger }: Desk, signpost: Signpost): Promise<void> =>
	ledger.commit({ label: `Delete the signpost ${called(signpost)}`, changes: [removed('signposts', signpost)] });

export type Points = 'towards' | 'away' | 'neither';

/** What seeing it says about a world. */
export function point({ records, ledger }: Desk, signpost: Signpost, scenarioId: string, points: Points): Promise<void> {
	const without = (ids: readonly string[]) => ids.filter((id) => id !== scenarioId);
	const [towards, away] = [without(signpost.towards), without(signpost.away)];
	if (points === 'towards') towards.push(scenarioId);
	if (points === 'away') away.push(scenarioId);
	if (towards.join() === signpost.towards.join() && away.join() === signpost.away.join()) return Promise.resolve();
	const world = worldName(records.scenarios.get(scenarioId));
	const label = points === 'neither' ? `${called(signpost)} says nothing of ${world}` : `${called(signpost)} points ${points === 'away' ? 'away from' : 'towards'} ${world}`;
	return ledger.commit({ label, changes: [patched('signposts', signpost, { towards, away })] });
}

/** @param reviewAt as YYYY-MM-DD; null for none. */
export function setReview({ ledger }: Desk, signpost: Signpost, reviewAt: string | null): Promise<void> {
	if (signpost.reviewAt === reviewAt) return Promise.resolve();
	const label = reviewAt === null ? `Take the review date off ${called(signpost)}` : `Review ${called(signpost)} on ${dayWords(reviewAt)}`;
	return ledger.commit({ label, changes: [patched('signposts', signpost, { reviewAt })] });
}

/** @param count how far it is; null where it is not counted. */
export function setCount({ ledger }: Desk, signpost: Signpost, count: { seen: number; of: number } | null): Promise<void> {
	if (signpost.count?.seen === count?.seen && signpost.count?.of === count?.of) return Promise.resolve();
	const label = count === null ? `Stop counting ${called(signpost)}` : `Count ${called(signpost)}: ${count.seen} of ${count.of}`;
	return ledger.commit({ label, changes: [patched('signposts', signpost, { count: count ?? undefined })] });
}

/** @param day on which it was seen to have happened, as YYYY-MM-DD; null takes that back. */
export function setSeen({ ledger }: Desk, signpost: Signpost, day: string | null): Promise<void> {
	if ((signpost.seenOn ?? null) === day) return Promise.resolve();
	const label = day === null ? `${called(signpost)} is not seen yet` : `${called(signpost)} was seen on ${dayWords(day)}`;
	return ledger.commit({ label, changes: [patched('signposts', signpost, { seenOn: day ?? undefined })] });
}

/** A card that the workshop did not use yet gets its number. @param cardId null for none. */
export function watchCard({ records, ledger }: Desk, signpost: Signpost, cardId: string | null): Promise<void> {
	if ((signpost.cardId ?? null) === cardId) return Promise.resolve();
	const label = cardId === null ? `${called(signpost)} watches no card` : `${called(signpost)} watches “${records.cards.get(cardId)?.name ?? 'a card'}”`;
	const uses = cardId === null ? [] : startUsing(records, [cardId]);
	return ledger.commit({ label, changes: [...uses, patched('signposts', signpost, { cardId: cardId ?? undefined })] });
}
