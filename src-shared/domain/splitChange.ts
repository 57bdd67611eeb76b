/** Takes a signal's change apart: what it leads away from, and what it leads to. */

export interface Change {
	/** null where the text only says where things are going. */
	from: string | null;
	to: string;
}

/** "Due to" and the like lead to no end; "access to" may, where no better "to" follows. */
const noEnd = 'due|related|according|compared|opposed|prior|adapt|adapting|subject|addition';
const hardlyAnEnd = `${noEnd}|access|exposure|response|leading`;
const both = (not: string): RegExp =>
	new RegExp(`^((?:\\S+ ){0,8}?)from (.+?)(?<!\\b(?:${not})) (?:in)?to(?:wards?)? (.+)$`, 'is');
const pairs = [both(hardlyAnEnd), both(noEnd)];
/** "Learns from" and the like name no beginning. */
const otherFrom = /\b(?:benefit|benefits|benefiting|learn|learns|learning|suffer|suffers|suffering|ranging|range|data|different|apart) $/i;
const onlyTo = /^(?:a |an |the )?(?:\w+ ){0,2}?(?:shift|shifts|shifting|move|moves|moving|transition|transitions|transitioning|turn|evolution) (?:in)?to(?:wards?)? (.+)$/is;
/** What a change starts from is a phrase; a longer text is a story with both words in it. */
const longestPart = 200;

/**
 * `Shift from free access to monetization.` gives { from: 'Free access', to: 'Monetization' }, and `Shift towards
 * openness.` { from: null, to: 'Openness' }. First letters are raised and the final stop is dropped.
 * @returns null where the text names no direction.
 */
export function splitChange(text: string): Change | null {
	const plain = text.replace(/\s+/g, ' ').trim();
	const pair = pairs[0]!.exec(plain) ?? pairs[1]!.exec(plain);
	if (pair && !otherFrom.test(pair[1]!) && pair[2]!.length <= longestPart) return { from: tidy(pair[2]!), to: tidy(pair[3]!) };
	const aim = onlyTo.exec(plain);
	return aim ? { from: null, to: tidy(aim[1]!) } : null;
}

function tidy(part: string): string {
	const bare = part.trim().replace(/[\s,;:]+$/, '').replace(/(?<!\.)\.$/, '');
	const [first = '', ...rest] = bare;
	return first.toLocaleUpperCase('en') + rest.join('');
}
