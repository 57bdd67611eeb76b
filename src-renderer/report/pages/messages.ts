/** What the window and the worker that draws the report's pages say to each other. */
import type { ReportOptions, SectionStart } from '../../../src-shared/schemas/report.ts';

export interface DrawRequest {
	is: 'draw';
	/** Counts up; a later one makes the earlier ones unwanted. */
	drawing: number;
	workshopId: string;
	options: ReportOptions;
	/** Where the PDF is asked for, and with what. */
	address: string;
	headers: Record<string, string>;
}

export interface RenderRequest {
	is: 'render';
	id: number;
	drawing: number;
	page: number;
	/** Pixels. */
	width: number;
	/** Where it leads to is wanted as well. */
	withSpots: boolean;
}

/** Takes back what was asked for, where it has not begun. */
export interface DropRequest {
	is: 'drop';
	id: number;
}

export interface StopRequest {
	is: 'stop';
}

export type Request = DrawRequest | RenderRequest | DropRequest | StopRequest;

/** A part of a page, in points from its top left corner: a link to a place, or a frame that has a name. */
export interface Spot {
	x: number;
	y: number;
	width: number;
	height: number;
	/** Of the place that it leads to, or its own: see cardLink and passageLink of the domain's trace.ts. */
	name: string;
	/** From 1, of the place that it leads to; null for a frame. */
	page: number | null;
}

export interface DrawnPage {
	bitmap: ImageBitmap;
	spots: Spot[];
}

export interface Pages {
	drawing: number;
	/** Points, page by page. */
	sizes: readonly (readonly [width: number, height: number])[];
	sections: readonly SectionStart[];
	notes: readonly string[];
}

export type Reply =
	| ({ is: 'pages' } & Pages)
	/** Cancelled, or a later drawing was asked for. */
	| { is: 'given up'; drawing: number }
	| { is: 'failed'; drawing: number; reason: string }
	/** Null where the page is no longer there, or no longer wanted. */
	| { is: 'picture'; id: number; picture: DrawnPage | null };
