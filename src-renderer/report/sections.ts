/** What the sections of a report are called on the screen, and what each of them still lacks, with the one next act. */
import type { SectionName } from '../../src-shared/schemas/report.ts';
import type { Round, Scenario, Workshop, WorkshopCard } from '../../src-shared/schemas/records.ts';
import type { Step } from '../desk.svelte.ts';

export const sectionTitles: Readonly<Record<SectionName, string>> = {
	summary: 'Summary', method: 'Method', canvas: 'The horizon', ranked: 'What the room thinks', contested: 'Contested cards', uncertainties: 'Impact and uncertainty', axes: 'Axes',
	scenarios: 'Scenarios', comparison: 'Scenarios side by side', crossImpact: 'Cross-impact balance', wheels: 'Futures wheels', windTunnel: 'Wind tunnel', signposts: 'Signposts',
	actions: 'Actions and ways back', cards: 'The cards', sources: 'Sources', glossary: 'Words used here',
};

/** What a section needs and has not, as a sentence, and where it is had. */
export interface Lack {
	missing: string;
	act: { label: string; step: Step; part?: string };
}

export interface WorkshopState {
	workshop: Workshop;
	uses: readonly WorkshopCard[];
	rounds: readonly Round[];
	scenarios: readonly Scenario[];
	/** Documents that the workshop reads or that its cards come from. */
	sourceCount: number;
	/** How many there are of each. */
	judgements: number;
	consequences: number;
	options: number;
	signposts: number;
	actions: number;
}

type Lacks = Partial<Record<SectionName | 'cover', Lack>>;

const lack = (missing: string, label: string, step: Step, part?: string): Lack => ({ missing, act: { label, step, ...(part !== undefined && { part }) } });

export function lacksOf(state: WorkshopState): Lacks {
	const { workshop, uses, scenarios, sourceCount } = state;
	const all: [SectionName | 'cover', Lack | false][] = [
		['cover', workshop.question.trim() === '' && lack('The scoping question is not written yet.', 'Write the question', 'frame')],
		['canvas', uses.every(({ placement }) => placement === null) && lack('Nothing stands on the canvas yet.', 'Place cards', 'place')],
		['ranked', votes(state)],
		['contested', unrevealed(state, ['relevancy', 'impact', 'uncertainty'])],
		['uncertainties', unrevealed(state, ['impact', 'uncertainty'], true)],
		['axes', !(workshop.axes?.across && workshop.axes.up) && lack('The two axes are not chosen yet.', 'Choose axes', 'axes')],
		['scenarios', worlds(scenarios)],
		['comparison', scenarios.length < 2 && lack('There are fewer than two scenarios to compare.', 'Write a scenario', 'scenarios')],
		['crossImpact', state.judgements === 0 && lack('No influence is judged yet.', 'Judge influences', 'axes', 'crossImpact')],
		['wheels', state.consequences === 0 && lack('There is no futures wheel yet.', 'Draw a wheel', 'scenarios', 'wheel')],
		['windTunnel', (state.options === 0 || scenarios.length === 0) && lack('No option is tested yet.', 'Test an option', 'signposts', 'windTunnel')],
		['signposts', state.signposts === 0 && lack('There are no signposts yet.', 'Add a signpost', 'signposts', 'signposts')],
		['actions', state.actions === 0 && lack('There are no actions yet.', 'Plan a way back', 'signposts', 'wayBack')],
		['cards', uses.length === 0 && lack('The workshop uses no card yet.', 'Find cards', 'scan')],
		['sources', sourceCount === 0 && lack('The workshop reads no document yet.', 'Import documents', 'scan')],
	];
	return Object.fromEntries(all.flatMap(([name, missing]) => (missing ? [[name, missing]] : [])));
}

function votes({ rounds }: WorkshopState): Lack | false {
	const open = rounds.find(({ state }) => state === 'open' || state === 'closed');
	if (open) return lack(`${open.title} is not revealed yet, so its votes stay out.`, 'Go to the round', 'vote');
	return !rounds.some(({ state }) => state === 'revealed') && lack('The room has not voted yet.', 'Hold a vote', 'vote');
}

/** @param every whether all of the criteria are needed, or one of them. */
function unrevealed({ rounds }: WorkshopState, criteria: readonly Round['criteria'][number][], every = false): Lack | false {
	const revealed = new Set(rounds.flatMap((round) => (round.state === 'revealed' ? round.criteria : [])));
	const has = every ? criteria.every((criterion) => revealed.has(criterion)) : criteria.some((criterion) => revealed.has(criterion));
	return !has && lack(every ? `No revealed vote asked for ${criteria.join(' and ')}.` : 'No revealed vote asked for ratings.', 'Hold a vote', 'vote');
}

function worlds(scenarios: readonly Scenario[]): Lack | false {
	if (scenarios.length === 0) return lack('No scenario is written yet.', 'Write a scenario', 'scenarios');
	const unfinished = scenarios.map((scenario) => [scenario, missingIn(scenario)] as const).filter(([, missing]) => missing.length > 0);
	if (unfinished.length === 0) return false;
	const [[first, missing]] = unfinished as [(typeof unfinished)[number]];
	const title = first.title.trim() === '' ? 'A scenario' : `“${first.title.trim()}”`;
	const others = unfinished.length === 1 ? '' : ` ${unfinished.length - 1} more ${unfinished.length === 2 ? 'lacks' : 'lack'} something too.`;
	return lack(`${title} has no ${missing.join(' and no ')} yet.${others}`, 'Go on writing', 'scenarios');
}

const missingIn = ({ title, narrative, cardIds }: Scenario): string[] => [
	...(title.trim() === '' ? ['name'] : []),
	...(narrative.trim() === '' ? ['story'] : []),
	...(cardIds.length === 0 ? ['cards'] : []),
];
