/** The filters that are set, each as a few words and the change that takes it off. */
import type { LibraryQuery } from '../db/index/query.ts';
import { dateText } from '../ui/dates.ts';

export interface ActiveFilter {
	text: string;
	off: Partial<LibraryQuery>;
}

/** @param titleOf a source's title, for the filter that names one. */
export function activeFilters(query: LibraryQuery, titleOf: (sourceId: string) => string | undefined): ActiveFilter[] {
	const { themes, categories, tags, sourceId, shape, score, from, to } = query;
	return [
		...themes.map((text) => ({ text, off: { themes: themes.filter((other) => other !== text) } })),
		...categories.map((text) => ({ text, off: { categories: categories.filter((other) => other !== text) } })),
		...tags.map((text) => ({ text, off: { tags: tags.filter((other) => other !== text) } })),
		...(sourceId === null ? [] : [{ text: titleOf(sourceId) ?? 'One document', off: { sourceId: null } }]),
		...(shape === null ? [] : [{ text: shape, off: { shape: null } }]),
		...(score === null ? [] : [{ text: score === 5 ? 'Score 5' : `Score ${score} or more`, off: { score: null } }]),
		...(from === null ? [] : [{ text: `From ${dateText(from)}`, off: { from: null } }]),
		...(to === null ? [] : [{ text: `To ${dateText(to)}`, off: { to: null } }]),
	];
}
