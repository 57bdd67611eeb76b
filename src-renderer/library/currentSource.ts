/** Which source Scan shows, and the order in which sources stand there. */
import type { App } from '../context.ts';
import type { Source } from '../../src-shared/schemas/records.ts';

export const inOrder = (sources: readonly Source[]): Source[] =>
	[...sources].sort((a, b) => compare(a.importedAt, b.importedAt) || compare(a.file, b.file));

/** Thousands of sources are put in order at each change, which a comparison by the rules of a language makes slow. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Sources without those that another one stands in for. */
export const listed = ({ records }: Pick<App, 'records'>): Source[] =>
	records.newer.size === 0 ? records.sources.all : records.sources.all.filter(({ id }) => !records.newer.has(id));

export const readHere = ({ records }: Pick<App, 'records'>, source: Source): boolean =>
	records.workshopSources.has(`${records.openWorkshopId}/${source.id}`);

/** The source that was opened, else the first that the workshop reads, else the library's first. */
export function currentSource(app: Pick<App, 'records' | 'desk'>): Source | undefined {
	const { records, desk } = app;
	const chosen = desk.selectedSource && records.sources.get(desk.selectedSource.id);
	if (chosen) return chosen;
	const sources = inOrder(listed(app));
	return sources.find((source) => readHere(app, source)) ?? sources[0];
}
