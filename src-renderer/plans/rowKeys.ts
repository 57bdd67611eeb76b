/** The keys of a list whose rows open as they are walked: arrows, Home and End, and Delete, after which the next row has the focus. */
export function rowKeys(event: KeyboardEvent, rows: readonly HTMLElement[], ondelete: () => void): boolean {
	const at = rows.indexOf(event.currentTarget as HTMLElement);
	const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key];
	if (to !== undefined) {
		rows[to]?.focus();
		rows[to]?.click();
	} else if (event.key === 'Delete') {
		(rows[at + 1] ?? rows[at - 1])?.focus();
		ondelete();
	} else return false;
	event.preventDefault();
	return true;
}
