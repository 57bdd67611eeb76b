/** How a card says where it comes from: "Signals table, line 36". */
import type { Card, Source } from '../../src-shared/schemas/records.ts';

/** @returns null for a card made by hand, or one whose line is not known. */
export function whereFrom(card: Pick<Card, 'line' | 'origin'>, source: Pick<Source, 'sections' | 'shape'> | undefined): string | null {
	if (card.line === null) return null;
	const line = card.line;
	// A spreadsheet's lines are its rows, by the number that spreadsheet programs give them.
	const place = source?.shape === 'spreadsheet' ? `row ${line}` : `line ${line}`;
	const section = source?.sections.filter((candidate) => candidate.line <= line).at(-1);
	if (!section) return `${place[0]!.toUpperCase()}${place.slice(1)}`;
	const table = source?.shape === 'signal page' && card.origin === 'imported';
	return `${section.title}${table ? ' table' : ''}, ${place}`;
}
