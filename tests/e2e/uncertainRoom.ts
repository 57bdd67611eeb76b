/** What a room says of impact and uncertainty: on the sample's cards, by eleven people or fewer. */
import type { Held } from './revealedWorkshop.ts';

export const uncertain = {
	openSource: 'Open Source Model Availability', decentral: 'Decentralized AI Development', ethics: 'Ethical Use of AI Models',
	privacy: 'Data Privacy and Security', architecture: 'Innovative Model Architecture', regulation: 'Regulatory Challenges',
} as const;

/** One list for each card and criterion, of eleven voters. */
type Given = readonly [impact: readonly number[], uncertainty: readonly number[]];
const given: Record<string, Given> = {
	// Spearman’s ρ of uncertainty: −0.03 between the first two, 1 between the first and the third.
	[uncertain.openSource]: [[5, 5, 5, 4, 5, 5, 4, 5, 5, 5, 5], [4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 5]],
	[uncertain.regulation]: [[5, 4, 5, 5, 5, 4, 5, 5, 4, 5, 5], [4, 4, 5, 5, 4, 4, 5, 5, 3, 3, 4]],
	[uncertain.decentral]: [[4, 4, 4, 4, 5, 4, 4, 3, 4, 5, 4], [3, 5, 3, 5, 3, 5, 3, 5, 3, 5, 5]],
	[uncertain.ethics]: [[4, 5, 4, 4, 4, 3, 4, 4, 5, 4, 4], [3, 3, 3, 2, 3, 4, 3, 3, 2, 3, 3]],
	[uncertain.privacy]: [[3, 3, 2, 3, 4, 3, 3, 3, 2, 3, 3], [4, 5, 4, 4, 4, 3, 4, 5, 4, 4, 4]],
	[uncertain.architecture]: [[3, 3, 3, 3, 3, 3, 3, 2, 4, 3, 3], [2, 2, 3, 2, 2, 1, 2, 2, 3, 2, 2]],
};

/** @param voters how many of the eleven. */
export const uncertainRound = (voters = 11, timed = false): Held => ({
	title: 'Round 1', criteria: timed ? ['impact', 'uncertainty', 'timing'] : ['impact', 'uncertainty'], peopleInRoom: 12,
	votes: Object.fromEntries(
		Object.entries(given).map(([name, [impact, uncertainty]], at) => [
			name,
			{ impact: impact.slice(0, voters), uncertainty: uncertainty.slice(0, voters), ...(timed && { timing: impact.slice(0, voters).map((value, voter) => 2027 + at + ((voter * value) % 4)) }) },
		]),
	),
});
