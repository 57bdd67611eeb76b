/** What a reader makes of one imported document: its fields, its cards and everything that went wrong on the way. */
import * as v from 'valibot';
import { kinds } from './names.ts';

export const shapes = ['signal page', 'news item', 'newsletter', 'article', 'spreadsheet'] as const;

export const shapeSchema = v.picklist(shapes);
export const kindSchema = v.picklist(kinds);

const text = v.string();
const maybe = v.nullable(v.string());
/** Lines count from 1 in the document's decoded and repaired text. */
const line = v.pipe(v.number(), v.integer(), v.minValue(1));
/** A relevancy that a document declares, 0 to 5. Never a vote. */
export const machineScoreSchema = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(5)));

export const sectionSchema = v.object({ title: text, level: v.pipe(v.number(), v.integer()), line });
export const linkSchema = v.object({ text, url: text, line });
/** `date` is ISO: YYYY, YYYY-MM or YYYY-MM-DD, as exact as the document is. */
export const milestoneSchema = v.object({ date: text, text, line });
export const relatedSchema = v.object({
	title: text,
	url: maybe,
	excerpt: maybe,
	provider: maybe,
	publishedAt: maybe,
	quality: v.nullable(v.number()),
	line,
});
export const warningSchema = v.object({ line: v.nullable(line), message: text });
/** A mojibake repair: text that had been read in `from` although it was UTF-8, and how often. */
export const repairSchema = v.object({
	kind: v.literal('mojibake'),
	from: text,
	count: v.pipe(v.number(), v.integer()),
	line,
	before: text,
	after: text,
});

export const parsedCardSchema = v.object({
	kind: kindSchema,
	name: text,
	nameIsMade: v.boolean(),
	description: maybe,
	change: maybe,
	outlook: maybe,
	drivingForce: maybe,
	machineScore: machineScoreSchema,
	line,
});

export const parsedDocumentSchema = v.object({
	/** The first 128 bits of the SHA-256 of the file's bytes, as 32 hex digits: the document's identity. */
	hash: text,
	/** Path as the facilitator gave it, or its name where there is no path. */
	file: text,
	shape: shapeSchema,
	title: text,
	titleIsMade: v.boolean(),
	author: maybe,
	url: maybe,
	pageRef: maybe,
	publishedAt: maybe,
	provider: maybe,
	providerDomain: maybe,
	sections: v.array(sectionSchema),
	links: v.array(linkSchema),
	milestones: v.array(milestoneSchema),
	keywords: v.array(text),
	themes: v.array(text),
	category: maybe,
	type: maybe,
	summary: maybe,
	topics: v.array(text),
	quality: v.nullable(v.number()),
	heat: v.nullable(v.number()),
	related: v.array(relatedSchema),
	cards: v.array(parsedCardSchema),
	encoding: text,
	repairs: v.array(repairSchema),
	warnings: v.array(warningSchema),
	/** The whole text after decoding and repair. */
	text,
});

/** A file that could not be read as a document at all. */
export const unreadFileSchema = v.object({ file: text, error: text });

export type Shape = v.InferOutput<typeof shapeSchema>;
export type Kind = v.InferOutput<typeof kindSchema>;
export type Section = v.InferOutput<typeof sectionSchema>;
export type Link = v.InferOutput<typeof linkSchema>;
export type Milestone = v.InferOutput<typeof milestoneSchema>;
export type Related = v.InferOutput<typeof relatedSchema>;
export type Warning = v.InferOutput<typeof warningSchema>;
export type Repair = v.InferOutput<typeof repairSchema>;
export type ParsedCard = v.InferOutput<typeof parsedCardSchema>;
export type ParsedDocument = v.InferOutput<typeof parsedDocumentSchema>;
export type UnreadFile = v.InferOutput<typeof unreadFileSchema>;
