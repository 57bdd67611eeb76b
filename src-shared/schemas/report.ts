/** What can be printed, and with what. */
import * as v from 'valibot';
import { codeSigns } from './room.ts';
import { reportLanguages } from './worlds.ts';

/**
 * The report; the handouts: cards to cut out, a sheet for each scenario, a ballot for those who vote on paper, a sheet of
 * questions, the canvas as a poster; and slips with codes that each let one person into a strict room.
 */
export const printedDocuments = ['report', 'cards', 'scenario-sheets', 'ballot', 'questions', 'poster', 'codes'] as const;

/** Of the wall poster. */
export const posterSizes = ['A3', 'A2', 'A1', 'A0'] as const;

/** What a report can hold after its cover, in the order in which it stands where nobody chose another. */
export const sectionNames = [
	'summary', 'method', 'canvas', 'ranked', 'contested', 'uncertainties', 'axes', 'scenarios', 'comparison', 'crossImpact', 'wheels', 'windTunnel',
	'signposts', 'actions', 'cards', 'sources', 'glossary',
] as const;

const entries = v.object({
	document: v.optional(v.picklist(printedDocuments), 'report'),
	pageSize: v.optional(v.picklist(['A4', 'Letter']), 'A4'),
	language: v.optional(v.picklist(reportLanguages), 'en'),
	/** Stands in the footer of every page. */
	printedAt: v.pipe(v.string(), v.isoTimestamp()),
	largePrint: v.optional(v.boolean(), false),
	/** Whose ballot; without it the open round's, else the latest draft's, else one by relevancy on what stands on the canvas. */
	roundId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
	poster: v.optional(v.picklist(posterSizes)),
	/** The poster cut into sheets of the page size, to be glued together. */
	tiled: v.optional(v.boolean()),
	/** Cards with a page of backs after each page of fronts. */
	cardBacks: v.optional(v.boolean()),
	/** Of the room, each for one person. */
	codes: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(new RegExp(`^[${codeSigns}]{4,20}$`)))), v.maxLength(1000))),
	/** Of the room, as phones open it; what follows a # in it is left out. */
	url: v.optional(v.pipe(v.string(), v.url(), v.startsWith('http'), v.maxLength(300))),
});

export const reportOptionsSchema = v.pipe(
	entries,
	v.check(({ document, codes = [], url }) => document !== 'codes' || (codes.length > 0 && url !== undefined), 'A sheet of codes takes the codes and the address that they are for.'),
);

export type SectionName = (typeof sectionNames)[number];

/** The page on which a section begins, from 1. */
export interface SectionStart {
	name: SectionName;
	page: number;
}

export type PrintedDocument = (typeof printedDocuments)[number];
export type ReportOptions = v.InferOutput<typeof reportOptionsSchema>;
export type PosterSize = (typeof posterSizes)[number];
