/** What the report says of worlds, worked out once from a workshop file: what feeds them, what follows from them, how plans stand in them, what to watch for. */
import type { RoomResult } from '../../src-shared/domain/roomResults.ts';
import { tracesOf } from '../../src-shared/domain/trace.ts';
import { cardTimes, type CardTimes } from '../../src-shared/domain/worldHills.ts';
import { cardsNamedIn } from '../../src-shared/markdown/narrative.ts';
import type { Scenario } from '../../src-shared/schemas/records.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import type { Action, Axis, Consequence, Driver, Judgement, Logic, Option, Signpost } from '../../src-shared/schemas/worlds.ts';
import { oneLine, shortened } from './text.ts';
import type { ReportCard } from './view.ts';

export interface FedBy {
	card: ReportCard;
	weight: 1 | 2 | 3;
	role: string;
}

export interface World {
	id: string;
	scenario: Scenario;
	title: string;
	/** From 1. */
	number: number;
	/** The heaviest first; of equals in the order in which they were put. */
	feeds: FedBy[];
	/** Those that point to it. */
	signposts: Signpost[];
	/** The way back from it to today, the latest step first. */
	steps: Action[];
}

export interface WorldAxis extends Axis {
	card: ReportCard;
}

export interface Wheel {
	/** What it is about: a card or a world. */
	card: ReportCard | null;
	world: World | null;
	consequences: Consequence[];
}

export interface WorldsView {
	logic: Logic;
	axes: { across: WorldAxis | null; up: WorldAxis | null };
	worlds: World[];
	worldOf: ReadonlyMap<string, World>;
	/** Cards that people chose as critical uncertainties. */
	critical: ReadonlySet<string>;
	/** What stands of all revealed rounds, by card. */
	ratings: ReadonlyMap<string, RoomResult>;
	/** When the room sees each card, vote by vote. */
	times: ReadonlyMap<string, CardTimes>;
	drivers: Driver[];
	judgements: Judgement[];
	wheels: Wheel[];
	options: Option[];
	signposts: Signpost[];
	/** Those that belong to no world. */
	actions: Action[];
	/** The worlds that a card feeds or that name it, by the card's id. */
	usedIn: ReadonlyMap<string, World[]>;
	/** From a card to its votes and its line, by the card's id. */
	traceOf: ReturnType<typeof tracesOf>;
	/** As it was saved: for rules that read votes themselves. */
	file: WorkshopFile;
}

interface Known {
	room: ReadonlyMap<string, RoomResult>;
	byId: ReadonlyMap<string, ReportCard>;
	scenarios: readonly { scenario: Scenario; title: string; cards: readonly ReportCard[] }[];
}

export function createWorldsView(file: WorkshopFile, { room, byId, scenarios }: Known): WorldsView {
	const { workshop } = file;
	const signposts = inOrder(file.signposts);
	const worlds = scenarios.map(({ scenario, title, cards }, index): World => ({
		id: scenario.id,
		scenario,
		title,
		number: index + 1,
		feeds: feedsOf(scenario, cards),
		signposts: signposts.filter(({ towards }) => towards.includes(scenario.id)),
		steps: inOrder(file.actions.filter(({ scenarioId }) => scenarioId === scenario.id)).sort(laterFirst),
	}));
	const worldOf = new Map(worlds.map((world) => [world.id, world]));
	const axis = (one: Axis | null | undefined): WorldAxis | null => {
		const card = one && byId.get(one.cardId);
		return one && card ? { ...one, low: shortened(one.low, 80), high: shortened(one.high, 80), card } : null;
	};
	return {
		logic: workshop.logic ?? 'free',
		axes: { across: axis(workshop.axes?.across), up: axis(workshop.axes?.up) },
		worlds,
		worldOf,
		critical: new Set((workshop.critical ?? []).filter((id) => byId.has(id))),
		ratings: room,
		times: cardTimes(file.rounds, file.ballots, workshop.baseYear, room),
		drivers: inOrder(file.drivers),
		judgements: file.judgements,
		wheels: wheelsOf(file.consequences, byId, worldOf),
		options: inOrder(file.options),
		signposts,
		actions: inOrder(file.actions.filter(({ scenarioId }) => scenarioId === null || !worldOf.has(scenarioId))),
		usedIn: usedIn(worlds, byId),
		traceOf: tracesOf(file),
		file,
	};
}

const inOrder = <T extends { order: number }>(records: readonly T[]): T[] => [...records].sort((a, b) => a.order - b.order);

/** A step that nobody dated stands last. */
const laterFirst = (a: Action, b: Action): number => (b.at ?? -1) - (a.at ?? -1);

function feedsOf({ feeds = {} }: Scenario, cards: readonly ReportCard[]): FedBy[] {
	return cards
		.map((card) => ({ card, weight: feeds[card.id]?.weight ?? (2 as const), role: oneLine(feeds[card.id]?.role ?? '') }))
		.sort((a, b) => b.weight - a.weight);
}

/** In the order of the cards and worlds that they are about. */
function wheelsOf(consequences: readonly Consequence[], byId: ReadonlyMap<string, ReportCard>, worldOf: ReadonlyMap<string, World>): Wheel[] {
	const wheels = new Map<string, Wheel>();
	for (const consequence of inOrder(consequences)) {
		const card = (consequence.cardId && byId.get(consequence.cardId)) || null;
		const world = (!card && consequence.scenarioId && worldOf.get(consequence.scenarioId)) || null;
		const about = card?.id ?? world?.id;
		if (about === undefined) continue;
		const wheel = wheels.get(about) ?? { card, world, consequences: [] };
		wheel.consequences.push(consequence);
		wheels.set(about, wheel);
	}
	return [...wheels.values()];
}

/** What of a world is written in Markdown and may name cards. */
export const writtenOf = ({ narrative, implications, winners, losers }: Scenario): string[] =>
	[narrative, implications, winners, losers].filter((text): text is string => !!text?.trim());

function usedIn(worlds: readonly World[], byId: ReadonlyMap<string, ReportCard>): Map<string, World[]> {
	const used = new Map<string, World[]>();
	for (const world of worlds) {
		const ids = new Set([...world.feeds.map(({ card }) => card.id), ...writtenOf(world.scenario).flatMap(cardsNamedIn)]);
		for (const id of ids) if (byId.has(id)) used.set(id, [...(used.get(id) ?? []), world]);
	}
	return used;
}
