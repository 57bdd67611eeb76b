/** Takes a signal's change apart: what it leads away from, and what it leads to. */

export interface Change {
	/** null where the text only says where things are going. */
	from: string | null;
	to: string;
}

const both = /\bfrom\s+(.+?)\s+(?:in)?to(?:wards?)?\s+(.+)$/is;
const onlyTo = /^(?:a\s+|an\s+|the\s+)?(?:\w+\s+){0,2}?(?:shift|shifts|shifting|move|moves|moving|transition|transitions|transitioning|turn|evolution)\s+(?:in)?to(?:wards?)?\s+(.+)$/is;
/** A clause that is not what the change starts from: "from 2020", "from its use". */
const longestPart = 300;

/**
 * `Shift from free access to monetization.` gives { from: 'Free access', to: 'Monetization' }, and `Shift towards
 * openness.` { from: null, to: 'Openness' }. First letters are raised and the final stop is dropped.
 * @returns null where the text names no direction.
 */
export function splitChange(text: string): Change | null {
	const plain = text.replace(/\s+/g, ' ').trim();
	const pair = both.exec(plain);
	if (pair && pair[1]!.length <= longestPart) return { from: tidy(pair[1]!), to: tidy(pair[2]!) };
	const aim = onlyTo.exec(plain);
	return aim ? { from: null, to: tidy(aim[1]!) } : null;
}

function tidy(part: string): string {
	const bare = part.trim().replace(/[\s,;:]+$/, '').replace(/(?<!\.)\.$/, '');
	const [first = '', ...rest] = bare;
	return first.toLocaleUpperCase('en') + rest.join('');
}
