/** The workshop of worlds after somebody has tried everything: formulas, markup, scripts and controls wherever people can write. */
import type { WorkshopFile } from '../../../../src-shared/schemas/workshopFile.ts';
import { worldsWith, worldsWorkshop } from '../../testing/worldsWorkshop.ts';

export const formula = '=HYPERLINK("http://evil.example","Open")';
export const markup = '<script>alert(1)</script><img src=x onerror=alert(2)>';
export const controls = 'a\u0000b\u0007c\uD800d\uFFFEe\u202Ef';
export const address = 'javascript:alert(3)';

const nasty = `${formula} ${markup} ${controls} [x](${address}) ]]> &amp; "quoted" 'single' | pipe \\ back`;

export function hostileWorkshop(): WorkshopFile {
	const copy = worldsWith({});
	const { workshop } = copy;
	return {
		...copy,
		workshop: { ...workshop, title: nasty, question: nasty, lanes: workshop.lanes.map((lane) => ({ ...lane, name: nasty })), report: { organisation: nasty } },
		cards: copy.cards.map((card, index) => ({ ...card, name: index % 2 === 0 ? `${formula}${index}` : nasty, description: nasty, change: nasty })),
		sources: copy.sources.map((source) => ({ ...source, title: nasty, file: `folder/${formula}.txt`, author: nasty, url: address })),
		scenarios: copy.scenarios.map((scenario) => ({ ...scenario, title: nasty, summary: nasty, headline: nasty, narrative: `${nasty}\n\n# ${nasty}\n\n- ${nasty}\n\n[S2](card:S2) [gone](card:none)`, winners: nasty })),
		rounds: copy.rounds.map((round) => ({ ...round, title: `+${nasty}` })),
		ballots: copy.ballots.map((ballot) => (ballot.reason ? { ...ballot, reason: nasty } : ballot)),
		signposts: copy.signposts.map((signpost) => ({ ...signpost, title: nasty, source: nasty })),
		options: copy.options.map((option) => ({ ...option, title: nasty, description: nasty })),
		actions: copy.actions.map((action) => ({ ...action, title: nasty })),
		consequences: copy.consequences.map((consequence) => ({ ...consequence, text: nasty })),
	};
}

/** A voter's mark, and votes of a round that is not revealed: neither may leave in any format. */
export const secretWorkshop = (): WorkshopFile => {
	const copy = worldsWith({});
	const [first] = worldsWorkshop.rounds;
	const hidden = { ...first!, id: 'hidden-round', seriesId: 'hidden-series', title: 'Behind the curtain', state: 'closed' as const, revealedAt: null };
	const secret = copy.ballots.filter(({ roundId }) => roundId === first!.id).map((ballot) => ({ ...ballot, id: ballot.id.replace(first!.id, hidden.id), roundId: hidden.id, participant: `secret-${ballot.participant}`, reason: 'Nobody may read this yet.' }));
	return { ...copy, rounds: [...copy.rounds, hidden], ballots: [...copy.ballots, ...secret] };
};
