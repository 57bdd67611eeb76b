/**
 * A workshop file (`.longview`): one JSON document that is complete on another laptop, because it carries the cards and
 * sources it uses. The same shape is what a report is made from.
 */
import * as v from 'valibot';
import { worldTables } from './names.ts';
import {
	ballotSchema, cardSchema, clusterSchema, influenceSchema, noteSchema, roundSchema, scenarioSchema, sourceSchema, sourceTextSchema, workshopCardSchema,
	workshopSchema, workshopSourceSchema,
} from './records.ts';
import { actionSchema, consequenceSchema, driverSchema, judgementSchema, optionSchema, signpostSchema } from './worlds.ts';

export const workshopFileVersion = 3;

export const workshopFileSchema = v.object({
	format: v.literal('longview-workshop'),
	version: v.literal(workshopFileVersion),
	savedAt: v.pipe(v.string(), v.isoTimestamp()),
	workshop: workshopSchema,
	sources: v.array(sourceSchema),
	texts: v.array(sourceTextSchema),
	cards: v.array(cardSchema),
	workshopSources: v.array(workshopSourceSchema),
	workshopCards: v.array(workshopCardSchema),
	rounds: v.array(roundSchema),
	ballots: v.array(ballotSchema),
	scenarios: v.array(scenarioSchema),
	clusters: v.array(clusterSchema),
	influences: v.array(influenceSchema),
	notes: v.array(noteSchema),
	drivers: v.array(driverSchema),
	judgements: v.array(judgementSchema),
	consequences: v.array(consequenceSchema),
	actions: v.array(actionSchema),
	options: v.array(optionSchema),
	signposts: v.array(signpostSchema),
});

export type WorkshopFile = v.InferOutput<typeof workshopFileSchema>;

/** What is made of the worlds, by table. */
export type WorldLists = Pick<WorkshopFile, (typeof worldTables)[number]>;

/** Those of a workshop that has made nothing of its worlds yet. */
export const noWorlds = (): WorldLists => Object.fromEntries(worldTables.map((table) => [table, []])) as unknown as WorldLists;
