/** What documents say has happened: their dated milestones up to today, which stand to its left on the scale. */
import { parseDate } from '../../src-shared/domain/horizon.ts';
import type { Source } from '../../src-shared/schemas/records.ts';

export interface DatedMilestone {
	id: string;
	sourceId: string;
	sourceTitle: string;
	/** As the document has it. */
	date: string;
	text: string;
	line: number;
	/** Years from the base year; negative before it. */
	at: number;
}

/** @param now in years from the base year. @returns oldest first. */
export function milestonesOf(sources: readonly Pick<Source, 'id' | 'title' | 'milestones'>[], baseYear: number, now: number): DatedMilestone[] {
	const dated = sources.flatMap(({ id: sourceId, title, milestones }) =>
		milestones.flatMap(({ date, text, line }, index) => {
			const point = parseDate(date);
			const at = point ? point.year - baseYear + point.part : Infinity;
			return at <= now ? [{ id: `${sourceId}/${index}`, sourceId, sourceTitle: title, date, text, line, at }] : [];
		}),
	);
	return dated.sort((a, b) => a.at - b.at || a.line - b.line);
}
