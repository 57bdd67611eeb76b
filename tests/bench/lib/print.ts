/** What every suite prints with, and the one average it takes. */

export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Prints a Markdown table whose numbers stand under each other. */
export function printTable(headers: string[], rows: string[][]): void {
	const widths = headers.map((header, at) => Math.max(header.length, ...rows.map((row) => row[at]!.length)));
	const line = (cells: string[]): string => `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`;
	console.log([line(headers), `|${widths.map((width, at) => (at === 0 ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`, ...rows.map(line)].join('\n'));
}
