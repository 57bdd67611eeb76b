/** The steps of a workshop and which of them already hold something. Steps never lock. */
import type { Records } from '../db/records.svelte.ts';
import type { Step } from '../desk.svelte.ts';

export const stepNames: Record<Step, string> = {
	frame: 'Frame',
	scan: 'Scan',
	place: 'Place',
	vote: 'Vote',
	axes: 'Axes',
	scenarios: 'Scenarios',
	signposts: 'Signposts',
	report: 'Report',
};

export function isDone(step: Step, records: Records): boolean {
	switch (step) {
		case 'frame':
			return (records.workshop?.question.trim() ?? '') !== '';
		case 'scan':
			return records.workshopSources.size > 0;
		case 'place':
			return records.workshopCards.all.some((use) => use.placement !== null);
		case 'vote':
			return records.rounds.all.some((round) => round.state === 'revealed');
		case 'axes':
			return Boolean(records.workshop?.axes?.across && records.workshop.axes.up);
		case 'scenarios':
			return records.scenarios.size > 0;
		case 'signposts':
			return records.signposts.size > 0;
		case 'report':
			return false;
	}
}
