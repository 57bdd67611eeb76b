/** Tables before they are written as any kind of file: columns with their titles, and rows of text and figures. */
import { sanitise } from '../../text.ts';

/** A figure stays a figure; null is an empty cell. */
export type Cell = string | number | null;

export interface Column {
	title: string;
	/** Characters, for programs that show columns. */
	width: number;
	/** Long text goes on in further lines of its cell. */
	wraps?: true;
}

export interface Table {
	title: string;
	columns: Column[];
	rows: Cell[][];
}

/** What no program can read is taken out: controls, lone surrogates, and the two signs that XML may not hold. */
export const cleaned = (text: string): string => sanitise(text).replace(/[\uFFFE\uFFFF]/g, '').trim();

/** Figures as people would write them, without the tail of a binary fraction. */
export const exactly = (value: number | null, decimals = 2): number | null => (value === null || !Number.isFinite(value) ? null : Math.round(value * 10 ** decimals) / 10 ** decimals);
