/** What the report will hold, section by section, under the titles that it prints: what is there, what is missing, and the next act. */
import { votersIn } from '../../src-shared/domain/answers.ts';
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import type { Ballot, Round, Scenario, Workshop, WorkshopCard } from '../../src-shared/schemas/records.ts';
import type { Step } from '../desk.svelte.ts';
import { counted } from '../ui/kinds.ts';

export interface SectionState {
	title: string;
	/** What it holds now. */
	has: string;
	/** What it lacks, as a sentence; null where nothing is missing. */
	missing: string | null;
	act: { label: string; step: Step } | null;
}

export interface WorkshopState {
	workshop: Workshop;
	uses: readonly WorkshopCard[];
	rounds: readonly Round[];
	ballots: readonly Ballot[];
	scenarios: readonly Scenario[];
	/** Documents that the workshop reads or that its cards come from. */
	sourceCount: number;
}

export function sectionsOf(state: WorkshopState): SectionState[] {
	return [cover(state), summary(state), method(state), horizon(state), ranked(state), ...scenarioPages(state), cardList(state), sources(state)];
}

const section = (title: string, has: string, missing: string | null = null, act: SectionState['act'] = null): SectionState => ({ title, has, missing, act });

function cover({ workshop }: WorkshopState): SectionState {
	const span = `${workshop.baseYear} to ${workshop.baseYear + horizonYears}`;
	if (workshop.question.trim() !== '') return section('Cover', `Title, scoping question and the cards on the ten years ${span}`);
	return section('Cover', `Title and the cards on the ten years ${span}`, 'The scoping question is not written yet.', { label: 'Write the question', step: 'frame' });
}

function summary({ uses, scenarios, sourceCount }: WorkshopState): SectionState {
	const all: [number, string][] = [[sourceCount, 'document'], [uses.length, 'card'], [scenarios.length, 'scenario']];
	const parts = all.filter(([n]) => n > 0).map(([n, one]) => counted(n, one));
	return section('Summary', ['One page', ...parts].join(', '));
}

function method({ rounds }: WorkshopState): SectionState {
	const revealed = rounds.filter(({ state }) => state === 'revealed').length;
	if (revealed === 0) return section('Method', 'Question, horizon and where the cards come from; votes once a round is revealed');
	return section('Method', `Turnout, scale and anonymity of ${counted(revealed, 'round')}, and how each figure is counted`);
}

function horizon({ workshop, uses }: WorkshopState): SectionState {
	const placed = uses.filter(({ placement }) => placement !== null);
	if (placed.length === 0) return section('The horizon', 'The empty lanes', 'Nothing stands on the canvas yet.', { label: 'Place cards', step: 'place' });
	const known = new Set(workshop.lanes.map(({ id }) => id));
	const lanes = new Set(placed.map(({ placement }) => (known.has(placement!.laneId) ? placement!.laneId : workshop.lanes[0]?.id))).size;
	return section('The horizon', `${counted(placed.length, 'card')} in ${counted(lanes, 'lane')}, drawn and as a table`);
}

function ranked({ rounds, ballots }: WorkshopState): SectionState {
	const title = 'What the room thinks';
	const revealed = rounds.filter(({ state }) => state === 'revealed');
	const open = rounds.find(({ state }) => state === 'open' || state === 'closed');
	const waiting = open ? `${open.title} is not revealed yet, so its votes stay out.` : null;
	const act = (label: string): SectionState['act'] => ({ label, step: 'vote' });
	if (revealed.length === 0) return section(title, 'Left out until the room has voted', waiting ?? 'The room has not voted yet.', act(open ? 'Go to the round' : 'Hold a vote'));
	const voted = new Set(revealed.flatMap((round) => ballots.flatMap(({ roundId, cardId, value }) => (roundId === round.id && value !== 'cannot say' && round.cardIds.includes(cardId) ? [cardId] : [])))).size;
	const people = Math.max(...revealed.map((round) => votersIn(round, ballots).size));
	return section(title, `${counted(voted, 'card')} in the room’s order, by ${counted(people, 'voter')}, with histograms`, waiting, waiting === null ? null : act('Go to the round'));
}

function scenarioPages({ scenarios }: WorkshopState): SectionState[] {
	if (scenarios.length === 0) {
		return [section('Scenarios', 'A page for each', 'No scenario is written yet.', { label: 'Write a scenario', step: 'scenarios' })];
	}
	return [...scenarios].sort((a, b) => a.order - b.order).map((scenario) => {
		const title = scenario.title.trim() || 'Untitled scenario';
		const lacks = [
			...(scenario.title.trim() === '' ? ['name'] : []),
			...(scenario.narrative.trim() === '' ? ['story'] : []),
			...(scenario.cardIds.length === 0 ? ['cards'] : []),
		];
		const fed = scenario.cardIds.length === 0 ? '' : `, fed by ${counted(scenario.cardIds.length, 'card')}`;
		const has = `A story of ${scenario.horizonYear}${fed}`;
		return section(title, has, lacks.length === 0 ? null : `It has no ${lacks.join(' and no ')} yet.`, lacks.length === 0 ? null : { label: 'Go on writing', step: 'scenarios' });
	});
}

function cardList({ uses }: WorkshopState): SectionState {
	if (uses.length === 0) return section('The cards', 'No card is used yet', 'The workshop uses no card yet.', { label: 'Find cards', step: 'scan' });
	return section('The cards', `${counted(uses.length, 'card')} with description and source`);
}

function sources({ sourceCount }: WorkshopState): SectionState {
	if (sourceCount > 0) return section('Sources', `${counted(sourceCount, 'document')} with links and dates`);
	return section('Sources', 'No document', 'The workshop reads no document yet.', { label: 'Import documents', step: 'scan' });
}
