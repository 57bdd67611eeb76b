/**
 * What a workshop makes of its votes: the axes and drivers that worlds are built on, what follows from them, how plans stand
 * in them, and what to watch for. Each is a record with an `id` and its `workshopId`, unless it is part of another.
 */
import * as v from 'valibot';
import { verdicts, type logics, type worldTables } from './names.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const text = v.string();
const order = v.number();
const yearsFromBase = v.pipe(v.number(), v.minValue(0), v.maxValue(10));
const isoDate = v.pipe(v.string(), v.isoDate());

/** A critical uncertainty with its two named poles (Schwartz 1991). */
export const axisSchema = v.object({ cardId: id, low: text, high: text });
export const axesSchema = v.object({ across: v.nullable(axisSchema), up: v.nullable(axisSchema) });

export const poles = ['low', 'high'] as const;
/** Of the three horizons: what declines, what bridges, what emerges. */
export const horizonParts = ['declines', 'bridges', 'emerges'] as const;
/** Of the futures cone (Voros 2017), from the narrowest to the widest, and the wanted one. */
export const coneParts = ['probable', 'plausible', 'possible', 'preferable'] as const;

/** Where a world stands in each logic that the workshop has tried; trying another forgets nothing. */
export const standingSchema = v.object({
	axes: v.optional(v.object({ across: v.picklist(poles), up: v.picklist(poles) })),
	horizons: v.optional(v.picklist(horizonParts)),
	cone: v.optional(v.picklist(coneParts)),
});

/** How much a card weighs in a world, 1 to 3, and in a word what it does there ("drives", "eased"). */
export const feedSchema = v.object({ weight: v.picklist([1, 2, 3]), role: v.optional(text) });

/** What is written of a world beside its title and narrative; texts are Markdown. */
export const worldEntries = {
	/** One or two sentences that stand on its card. */
	summary: v.optional(text),
	standing: v.optional(standingSchema),
	/** By card; a feeding card without an entry weighs 2 and has no role. */
	feeds: v.optional(v.record(v.string(), feedSchema)),
	implications: v.optional(text),
	winners: v.optional(text),
	losers: v.optional(text),
	/** A newspaper's, in its horizon year. */
	headline: v.optional(text),
	/** Its state of each driver, by the driver's id. */
	states: v.optional(v.record(v.string(), id)),
};

/** What shapes the future and can come out in several ways: a descriptor of the cross-impact balance. */
export const driverSchema = v.object({
	id, workshopId: id, name: text,
	/** The card that it was made from. */
	cardId: v.nullable(id),
	states: v.array(v.object({ id, name: text })),
	order,
});

/** How far one driver's state promotes (above 0) or restricts (below 0) another's. `id` is `${fromDriverId}/${fromStateId}/${toDriverId}/${toStateId}`. */
export const judgementSchema = v.object({
	id: v.pipe(v.string(), v.minLength(1), v.maxLength(900)),
	workshopId: id,
	fromDriverId: id, fromStateId: id, toDriverId: id, toStateId: id,
	strength: v.pipe(v.number(), v.integer(), v.minValue(-3), v.maxValue(3)),
});

/** On a futures wheel (Glenn 1971) about a card or a world. Its order of consequence is its distance from the middle. */
export const consequenceSchema = v.object({
	id, workshopId: id,
	/** What the wheel is about: one of the two. */
	cardId: v.nullable(id), scenarioId: v.nullable(id),
	/** What it follows from; null for what follows from the middle at once. */
	parentId: v.nullable(id),
	text,
	order,
});

/** Something to be done. With a scenario it is a step of the way back from there to today (Robinson 1990). */
export const actionSchema = v.object({
	id, workshopId: id, title: text, note: text,
	scenarioId: v.nullable(id),
	/** When it has to have happened, in years from the base year; null where nobody said. */
	at: v.nullable(yearsFromBase),
	owner: text,
	order,
	done: v.optional(v.boolean()),
});

/** A plan that is tested against every world; `adapts` is "works if it is changed". */
export const optionSchema = v.object({
	id, workshopId: id, title: text, description: text, order,
	/** By scenario. */
	verdicts: v.record(v.string(), v.object({ verdict: v.picklist(verdicts), why: v.optional(text) })),
});

/** An observable that would show that a world is coming (Dewar 2002). */
export const signpostSchema = v.object({
	id, workshopId: id, title: text,
	/** Where it can be seen, and from what on it counts. */
	source: text, threshold: text, owner: text,
	reviewAt: v.nullable(isoDate),
	/** The worlds that it points to, and those that it points away from. */
	towards: v.array(id), away: v.array(id),
	/** How far it is: 1 of 3. */
	count: v.optional(v.object({ seen: v.pipe(v.number(), v.integer(), v.minValue(0)), of: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
	/** The day on which it was seen to have happened. */
	seenOn: v.optional(isoDate),
	/** The card that it watches. */
	cardId: v.optional(v.nullable(id)),
	order,
	/** The workshop from whose watch list it came, by its title then, with the worlds that it was about there. */
	carriedFrom: v.optional(v.object({ workshopTitle: text, signpostId: id, towards: v.array(text), away: v.array(text) })),
});

export const reportLanguages = ['en', 'fr', 'de', 'es'] as const;

/** How a workshop's report looks; what is absent is as Longview has it. */
export const reportSettingsSchema = v.object({
	/** In their order; those that it does not name follow in theirs, shown. Names of later versions may be among them. */
	sections: v.optional(v.array(v.object({ name: text, shown: v.boolean() }))),
	organisation: v.optional(text),
	/** PNG or JPEG, as base64. */
	logo: v.optional(v.object({ type: v.picklist(['image/png', 'image/jpeg']), data: v.pipe(v.string(), v.maxLength(1_000_000)), width: v.number(), height: v.number() })),
	accent: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i))),
	pageSize: v.optional(v.picklist(['A4', 'Letter'])),
	language: v.optional(v.picklist(reportLanguages)),
	largePrint: v.optional(v.boolean()),
	summary: v.optional(text),
});

export type Logic = (typeof logics)[number];
export type Axis = v.InferOutput<typeof axisSchema>;
export type Axes = v.InferOutput<typeof axesSchema>;
export type Pole = (typeof poles)[number];
export type HorizonPart = (typeof horizonParts)[number];
export type ConePart = (typeof coneParts)[number];
export type Standing = v.InferOutput<typeof standingSchema>;
export type Feed = v.InferOutput<typeof feedSchema>;
export type Driver = v.InferOutput<typeof driverSchema>;
export type Judgement = v.InferOutput<typeof judgementSchema>;
export type Consequence = v.InferOutput<typeof consequenceSchema>;
export type Action = v.InferOutput<typeof actionSchema>;
export type Verdict = (typeof verdicts)[number];
export type Option = v.InferOutput<typeof optionSchema>;
export type Signpost = v.InferOutput<typeof signpostSchema>;
export type ReportLanguage = (typeof reportLanguages)[number];
export type ReportSettings = v.InferOutput<typeof reportSettingsSchema>;

/** Each table's record schema, as part of a workshop's. */
export const worldSchemas = {
	drivers: driverSchema,
	judgements: judgementSchema,
	consequences: consequenceSchema,
	actions: actionSchema,
	options: optionSchema,
	signposts: signpostSchema,
} as const satisfies Record<(typeof worldTables)[number], unknown>;
