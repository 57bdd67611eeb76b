/** The watch list: what would show that a world is coming, where to look, when it counts, who looks, and what it tells. */
import { byReview, unwatched } from '../../../src-shared/domain/signposts.ts';
import type { Signpost } from '../../../src-shared/schemas/worlds.ts';
import type { Paper } from '../paper.ts';
import { paragraph, sectionHeading } from '../flow.ts';
import { codeSpan } from '../primitives.ts';
import { table, type Cell } from '../table.ts';
import { shortened } from '../text.ts';
import type { Span } from '../typeset.ts';
import type { View } from '../view.ts';
import { signpostWords } from '../words/plans.ts';
import { capitalised, speech } from '../words/speech.ts';
import { soFar } from './worldParts.ts';

export function signposts(paper: Paper, view: View): void {
	const { signposts: all, worlds, worldOf } = view.worlds;
	if (all.length === 0) return;
	const words = paper.say(signpostWords);
	const heads = words.columns;
	paper.newPage('sideways');
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, words.title);
	const missing = worlds.length > 1 ? unwatched(all, worlds.map(({ id }) => id)) : [];
	const warning = missing.length > 0 ? ` ${words.unwatched(missing.map((id) => worldOf.get(id)!.title))}` : '';
	paragraph(paper, section, `${words.intro}${warning}`, { style: 'quiet', after: 10 });
	const fixed = [98, 108, 84, 92, 76, 142];
	const first = paper.width - fixed.reduce((sum, width) => sum + width, 0);
	const columns = [heads.title, heads.source, heads.threshold, heads.owner, heads.review, heads.soFar, heads.worlds].map((title, index) => ({ title, width: index === 0 ? first : fixed[index - 1]! }));
	table(paper, section, columns, byReview(all).map((signpost) => rowOf(paper, view, signpost)), { rowHeight: 30, padding: 6, top: true });
	section.end();
}

function rowOf(paper: Paper, view: View, signpost: Signpost): Cell[] {
	const words = paper.say(signpostWords);
	const { day } = speech[paper.language];
	const named = (ids: readonly string[]) => ids.flatMap((id) => view.worlds.worldOf.get(id)?.title ?? []);
	const [towards, away] = [named(signpost.towards), named(signpost.away)];
	const tells = [...(towards.length > 0 ? [words.towards(towards)] : []), ...(away.length > 0 ? [words.away(away)] : [])];
	return [
		{ text: titleSpans(paper, view, signpost), names: true, style: 'cardName' },
		...[signpost.source, signpost.threshold, signpost.owner].map((text): Cell => ({ text: shortened(text, 200) || '–', style: 'plain' })),
		{ text: signpost.reviewAt ? day(signpost.reviewAt) : '–', style: 'plain' },
		{ text: soFar(paper, signpost), style: 'plain' },
		{ text: capitalised(tells.join('; ')) || '–', style: 'plain' },
	];
}

function titleSpans(paper: Paper, view: View, { title, cardId, carriedFrom }: Signpost): Span[] {
	const words = paper.say(signpostWords);
	const card = cardId ? view.byId.get(cardId) : undefined;
	return [
		{ text: shortened(title, 200) || '–' },
		...(card ? [{ text: ` (${words.watches}\u00A0`, weight: 400 as const }, codeSpan(card), { text: ')', weight: 400 as const }] : []),
		...(carriedFrom ? [{ text: `, ${words.carried(shortened(carriedFrom.workshopTitle, 80))}`, weight: 400 as const }] : []),
	];
}
