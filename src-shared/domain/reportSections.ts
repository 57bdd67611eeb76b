/** The order of a report's sections, as the facilitator chose it. */
import { sectionNames, type SectionName } from '../schemas/report.ts';
import type { ReportSettings } from '../schemas/worlds.ts';

export interface ChosenSection {
	name: SectionName;
	shown: boolean;
}

const isKnown = (name: string): name is SectionName => (sectionNames as readonly string[]).includes(name);

/** Every section once. Those that the settings do not name follow the one that they stand after by default, shown. */
export function chosenSections(settings: Pick<ReportSettings, 'sections'> | undefined): ChosenSection[] {
	const chosen: ChosenSection[] = [];
	for (const { name, shown } of settings?.sections ?? []) if (isKnown(name) && !chosen.some((other) => other.name === name)) chosen.push({ name, shown });
	sectionNames.forEach((name, index) => {
		if (chosen.some((other) => other.name === name)) return;
		const before = chosen.findIndex((other) => other.name === sectionNames[index - 1]);
		chosen.splice(before + 1, 0, { name, shown: true });
	});
	return chosen;
}

export const shownSections = (settings: Pick<ReportSettings, 'sections'> | undefined): SectionName[] => chosenSections(settings).flatMap(({ name, shown }) => (shown ? [name] : []));
