/** A signal's change as from and to, where its document writes it that way. */
export interface Shift {
	from: string;
	to: string;
}

/** "Transition from A to B." Only where there is one "from" and one " to " to split at: a wrong split would say something else. */
export function shiftOf(change: string | null): Shift | null {
	const match = /^(?:\p{L}+\s+){0,2}from\s+(.+?)\s+to\s+(.+?)\.?$/isu.exec(change?.trim() ?? '');
	if (!match || (change?.match(/\sto\s/gi)?.length ?? 0) !== 1) return null;
	return { from: capital(match[1]!), to: capital(match[2]!) };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
