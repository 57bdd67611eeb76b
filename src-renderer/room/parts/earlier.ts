/** How the room answered before: small bars and the reasons, to be weighed before answering again. */
import { el } from '../dom.ts';
import type { Earlier } from '../earlier.ts';
import { counted } from '../words.ts';

export function earlierPart({ total, bars, apart, reasons, spoken }: Earlier, kind: 'scale' | 'years'): HTMLElement {
	return el(
		'div',
		{ class: 'earlier' },
		el('p', { class: 'total' }, el('b', {}, 'Round before: '), total),
		el('p', { class: 'unseen' }, spoken),
		el('div', { class: 'bars', 'aria-hidden': 'true' }, ...bars.map((bar) => drawn(bar, kind))),
		apart.length > 0 && el('p', { class: 'apart', 'aria-hidden': 'true' }, apart.join(' · ')),
		reasons.length > 0 &&
			el(
				'details',
				{},
				el('summary', {}, counted(reasons.length, 'reason', 'reasons')),
				el('ul', {}, ...reasons.map((reason) => el('li', { dir: 'auto' }, reason))),
			),
	);
}

function drawn({ label, votes, share }: Earlier['bars'][number], kind: 'scale' | 'years'): HTMLElement {
	const bar = el('i', { class: votes > 0 ? 'bar' : 'bar none' });
	bar.style.setProperty('--high', String(share));
	return el('span', {}, el('b', {}, votes > 0 ? String(votes) : ''), bar, el('em', {}, kind === 'years' ? `’${label.slice(-2)}` : label));
}
