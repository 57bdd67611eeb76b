/**
 * The records of the library and of a workshop, as they stand in IndexedDB, in the journals and in workshop files.
 * Every record has a string `id`; records of a workshop carry its `workshopId`.
 */
import * as v from 'valibot';
import { kindSchema, machineScoreSchema, parsedDocumentSchema } from './document.ts';
import { criteria, horizons, laneSets, logics, overlays, type ownTables } from './names.ts';
import { axesSchema, reportSettingsSchema, worldEntries, worldSchemas } from './worlds.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const text = v.string();
const maybe = v.nullable(v.string());
const instant = v.pipe(v.string(), v.isoTimestamp());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One imported document without its cards and its text: those are records of their own. `id` is the document's hash. */
export const sourceSchema = v.object({
	id,
	...v.omit(parsedDocumentSchema, ['hash', 'cards', 'text']).entries,
	cardCount: count,
	importedAt: instant,
	/** The version that it stands in for, which the library keeps and lists no more. */
	earlier: v.optional(id),
});

/** The whole text of a source, kept apart so that lists of sources stay light. `id` is the source's. */
export const sourceTextSchema = v.object({ id, text });

export const cardOrigins = ['imported', 'clipped', 'handmade'] as const;

/** What can be placed on the canvas. `sourceId` and `line` say where it came from; both null for a card made by hand. */
export const cardSchema = v.object({
	id,
	kind: kindSchema,
	name: text,
	nameIsMade: v.boolean(),
	description: maybe,
	change: maybe,
	outlook: maybe,
	drivingForce: maybe,
	machineScore: machineScoreSchema,
	sourceId: v.nullable(id),
	line: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
	origin: v.picklist(cardOrigins),
	/** The passage a clipped card was made from. */
	passage: maybe,
	/** When a person last changed it; null for a card as its document has it. */
	editedAt: v.nullable(instant),
	createdAt: instant,
	/** What people file it under in every workshop, as the STEEP fields; absent for none. */
	tags: v.optional(v.array(text)),
	/** The card whose line it joins in the library although their names differ; all of its namesakes come along. */
	sameAs: v.optional(id),
	/** It has a line of its own although others have its name. */
	apart: v.optional(v.literal(true)),
});

/** `rows`: how high the facilitator made it; without it a lane is as high as its cards need. A folded one is a strip. */
export const laneSchema = v.object({
	id,
	name: text,
	rows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
	folded: v.optional(v.boolean()),
});


export const laneSetSchema = v.picklist(laneSets);

export const workshopSchema = v.object({
	id,
	title: text,
	question: text,
	baseYear: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)),
	lanes: v.pipe(v.array(laneSchema), v.minLength(1)),
	/** Which set the lanes are; the facilitator's own where it is not said. The sets not in use wait in `otherLanes`. */
	laneSet: v.optional(laneSetSchema),
	otherLanes: v.optional(v.array(v.object({ set: laneSetSchema, lanes: v.array(laneSchema) }))),
	/** What height in a lane says: nothing, unless it is said. */
	heightMeans: v.optional(v.picklist(['free', 'impact'])),
	/** Pictures of a method that lie behind the cards; none unless it is said. */
	overlays: v.optional(v.array(v.picklist(overlays))),
	/** The steps of the ways back stand above its canvas. */
	wayBack: v.optional(v.boolean()),
	/** Roles or sites that people may say they belong to when they vote. */
	groups: v.optional(v.array(v.object({ id, name: text }))),
	/** Cards that people chose as the critical uncertainties: of high impact, and nobody knows how they come out. */
	critical: v.optional(v.array(id)),
	axes: v.optional(axesSchema),
	/** What its worlds differ by; each stands for itself unless it is said. */
	logic: v.optional(v.picklist(logics)),
	report: v.optional(reportSettingsSchema),
	createdAt: instant,
});

/** A document that a workshop reads. `id` is `${workshopId}/${sourceId}`. */
export const workshopSourceSchema = v.object({ id, workshopId: id, sourceId: id });

/** Where a card stands: `at` in years from the base year (0 to 10), its lane, and its height there in rows from the top. */
export const placementSchema = v.object({
	at: v.pipe(v.number(), v.minValue(0), v.maxValue(10)),
	laneId: id,
	// Deeper than any lane of a workshop would be scrolled: what lies there would be out of reach.
	height: v.pipe(v.number(), v.minValue(0), v.transform((rows) => Math.min(rows, 200))),
	/** The impact a height stood for when it was given, 1 to 5: a judgement made on the canvas, never a vote. */
	impact: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
	/** The card's lane in the sets of lanes that are not in use, by set. */
	otherLanes: v.optional(v.record(v.string(), id)),
	/** Where it stood before a round's median year took its place; shown until the next round opens, or a hand moves the card. */
	guess: v.optional(v.object({ at: v.pipe(v.number(), v.minValue(0), v.maxValue(10)), roundId: id })),
});

/**
 * A card that a workshop uses: on the canvas, in a round or in a scenario. `number` and the card's kind make the short
 * code that people say aloud (S1, C4); it is given once and never moves to another card. `id` is `${workshopId}/${cardId}`.
 */
export const workshopCardSchema = v.object({
	id,
	workshopId: id,
	cardId: id,
	number: v.pipe(v.number(), v.integer(), v.minValue(1)),
	placement: v.nullable(placementSchema),
	/** Not moved by hand or key until it is unlocked. */
	locked: v.optional(v.boolean()),
	/** Placed, but not shown on the canvas; how many are is always shown. */
	hidden: v.optional(v.boolean()),
	/** Of which of the three horizons people say it is; never worked out from its year. */
	horizon: v.optional(v.picklist(horizons)),
});

export const criterionSchema = v.picklist(criteria);
export const roundStates = ['draft', 'open', 'closed', 'revealed'] as const;

/**
 * How far votes moved since another round, counted while its voters were still known to be the same. Kept with the round,
 * because afterwards nobody can count it any more; nothing in it is about fewer than three people.
 */
export const roundChangeSchema = v.object({
	sinceRoundId: id,
	cards: v.array(
		v.object({
			cardId: id,
			criterion: criterionSchema,
			/** Who answered the card in both rounds. */
			voters: count,
			/** Half of the sum of |f2 - f1| over the values, in votes. */
			moved: v.pipe(v.number(), v.minValue(0)),
			/** |CV2 - CV1|; null below 30 voters and where it has no meaning. */
			cvChange: v.nullable(v.number()),
		}),
	),
});

/** A vote on chosen cards. Rounds on the same cards share a `seriesId`, and so does a round that asks again about some of them. */
export const roundSchema = v.object({
	id,
	workshopId: id,
	seriesId: id,
	title: text,
	criteria: v.pipe(v.array(criterionSchema), v.minLength(1)),
	cardIds: v.array(id),
	state: v.picklist(roundStates),
	/** How many people are in the room, as the facilitator counted them; null where nobody counted. */
	peopleInRoom: v.nullable(count),
	/** Dots that each person may give away, where the criterion is dots. */
	dots: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
	/** Whether people are asked why; yes unless it is said. */
	asksReason: v.optional(v.boolean()),
	/** Whether each phone has the cards in an order of its own; yes unless it is said. */
	shuffles: v.optional(v.boolean()),
	/** Minutes that the round is given; none where it takes the time it takes. */
	minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600))),
	/** The round whose answers people are shown as they answer this one. */
	earlierRoundId: v.optional(id),
	/** The last of its series has closed: no voter is the same person in two rounds any more. */
	unlinked: v.optional(v.boolean()),
	/** Since the earlier round of its series; written when the round closes, before voters are unlinked. */
	change: v.optional(roundChangeSchema),
	createdAt: instant,
	openedAt: v.nullable(instant),
	closedAt: v.nullable(instant),
	revealedAt: v.nullable(instant),
});

/** "I can't say" is an answer and is counted apart; `later` is "after the horizon, or never" and belongs to timing. */
export const ballotValueSchema = v.union([v.number(), v.literal('cannot say'), v.literal('later')]);
export const ballotWays = ['hot seat', 'paper', 'phone'] as const;

/** One answer of one participant. `id` is `${roundId}/${participant}/${cardId}/${criterion}`, so casting again replaces. */
export const ballotSchema = v.object({
	id,
	workshopId: id,
	roundId: id,
	/** A random token, never a name. */
	participant: id,
	cardId: id,
	criterion: criterionSchema,
	value: ballotValueSchema,
	reason: maybe,
	way: v.picklist(ballotWays),
	/** The group that its voter chose; none where the group is too small to be shown apart. */
	group: v.optional(v.nullable(id)),
});

/** A named world: its story, its horizon year, and the cards that feed it, in order. */
export const scenarioSchema = v.object({
	id,
	workshopId: id,
	title: text,
	narrative: text,
	horizonYear: v.pipe(v.number(), v.integer()),
	cardIds: v.array(id),
	/** Place among the workshop's scenarios, smallest first. */
	order: v.number(),
	createdAt: instant,
	...worldEntries,
});

/** A height on the canvas: a lane, and how far down in it, in rows. */
export const rowPointSchema = v.object({
	laneId: id,
	height: v.pipe(v.number(), v.minValue(0), v.transform((rows) => Math.min(rows, 200))),
});

/** A stretch of time and lanes, in years from the base year. */
export const frameSchema = v.object({
	from: v.pipe(v.number(), v.minValue(0), v.maxValue(10)),
	to: v.pipe(v.number(), v.minValue(0), v.maxValue(10)),
	top: rowPointSchema,
	bottom: rowPointSchema,
});

/** Cards that belong together, in a frame with a name. A card is in one cluster at most. */
export const clusterSchema = v.object({
	id,
	workshopId: id,
	name: text,
	cardIds: v.array(id),
	/** Where it was last put; it holds its cards wherever they stand, and without any it is just this. */
	frame: frameSchema,
	/** People gave it its size; otherwise it is as large as its cards need. */
	sized: v.optional(v.boolean()),
});

/** What one card does to another, as people judge it: below 0 it inhibits, above 0 it reinforces, 0 is neither. */
export const influenceSchema = v.object({
	id,
	workshopId: id,
	fromId: id,
	toId: id,
	strength: v.pipe(v.number(), v.integer(), v.minValue(-3), v.maxValue(3)),
});

/** Words on the canvas that are no card. Its upper left corner stands at a time and a height. */
export const noteSchema = v.object({
	id,
	workshopId: id,
	text: v.pipe(v.string(), v.maxLength(4000)),
	at: v.pipe(v.number(), v.minValue(0), v.maxValue(10)),
	...rowPointSchema.entries,
	/** The facilitator's own: on no screen that the room sees. */
	toSelf: v.optional(v.boolean()),
});

export type Source = v.InferOutput<typeof sourceSchema>;
export type SourceText = v.InferOutput<typeof sourceTextSchema>;
export type Card = v.InferOutput<typeof cardSchema>;
export type Lane = v.InferOutput<typeof laneSchema>;
export type LaneSet = (typeof laneSets)[number];
export type Workshop = v.InferOutput<typeof workshopSchema>;
export type WorkshopSource = v.InferOutput<typeof workshopSourceSchema>;
export type Placement = v.InferOutput<typeof placementSchema>;
export type WorkshopCard = v.InferOutput<typeof workshopCardSchema>;
export type Horizon = (typeof horizons)[number];
export type Overlay = (typeof overlays)[number];
export type RowPoint = v.InferOutput<typeof rowPointSchema>;
export type ClusterFrame = v.InferOutput<typeof frameSchema>;
export type Cluster = v.InferOutput<typeof clusterSchema>;
export type Influence = v.InferOutput<typeof influenceSchema>;
export type Note = v.InferOutput<typeof noteSchema>;
export type Criterion = v.InferOutput<typeof criterionSchema>;
export type RoundChange = v.InferOutput<typeof roundChangeSchema>;
export type Round = v.InferOutput<typeof roundSchema>;
export type BallotValue = v.InferOutput<typeof ballotValueSchema>;
export type Ballot = v.InferOutput<typeof ballotSchema>;
export type Scenario = v.InferOutput<typeof scenarioSchema>;

/** Each table's record schema. The first group is the library's, the second a workshop's. */
export const librarySchemas = { cards: cardSchema } as const;
export const workshopSchemas = {
	workshops: workshopSchema,
	workshopSources: workshopSourceSchema,
	workshopCards: workshopCardSchema,
	rounds: roundSchema,
	ballots: ballotSchema,
	scenarios: scenarioSchema,
	clusters: clusterSchema,
	influences: influenceSchema,
	notes: noteSchema,
	...worldSchemas,
} as const satisfies Record<'workshops' | (typeof ownTables)[number], unknown>;
export const recordSchemas = { ...librarySchemas, ...workshopSchemas } as const;

export type WorkshopTable = keyof typeof workshopSchemas;
export type RecordTable = keyof typeof recordSchemas;
export type RecordOf<T extends RecordTable> = v.InferOutput<(typeof recordSchemas)[T]>;
