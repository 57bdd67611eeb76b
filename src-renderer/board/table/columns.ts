/** What the tables have in common about their columns, and how wide they are together. */

export interface ColumnOf<Column extends string> {
	id: Column;
	name: string;
	/** In pixels; the least where it takes what the others leave. */
	width: number;
	takesRest?: boolean;
	title?: string;
	/** It names the row. */
	isHead?: boolean;
	/** Whether its cells become a field in their place, or are a mark that a press sets and takes away. */
	changes?: 'field' | 'mark';
}

export const tracks = (columns: readonly ColumnOf<string>[]): string =>
	columns.map(({ width, takesRest }) => (takesRest ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' ');

export const leastWidth = (columns: readonly ColumnOf<string>[]): number => columns.reduce((sum, { width }) => sum + width, 0);
