/** Finding commands by what is typed: each word begins one of theirs, in any order. Pure. */

export interface Command {
	id: string;
	/** What it does, as a person would say it: "Select every signal". */
	name: string;
	/** Keys that do the same, as they are shown. */
	keys?: readonly string[];
	/** Other words that people look for it by. */
	also?: string;
	icon?: string;
	run: () => unknown;
}

const wordsOf = (text: string): string[] => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Those whose names begin with what is typed come first, then those that say it, then those that are also called so. */
export function matching(commands: readonly Command[], typed: string): Command[] {
	const wanted = wordsOf(typed);
	if (wanted.length === 0) return [...commands];
	const says = (words: readonly string[]) => wanted.every((part) => words.some((word) => word.startsWith(part)));
	const rank = ({ name, also = '' }: Command): number => {
		const words = wordsOf(name);
		if (words.join(' ').startsWith(wanted.join(' '))) return 0;
		if (says(words)) return 1;
		return says([...words, ...wordsOf(also)]) ? 2 : 3;
	};
	return commands
		.map((command) => ({ command, at: rank(command) }))
		.filter(({ at }) => at < 3)
		.sort((a, b) => a.at - b.at)
		.map(({ command }) => command);
}
