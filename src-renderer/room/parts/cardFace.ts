/** A card as its voter reads it: what kind it is, its words, and what it leads away from and to. */
import type { RoomCard } from '../../../src-shared/schemas/room.ts';
import { el } from '../dom.ts';
import { glyph } from '../icons.ts';
import { kindNames } from '../words.ts';

/** @returns its elements, the heading among them, which takes the focus. */
export function cardFace({ kind, code, name, description, from, to }: RoomCard, describedBy: string): HTMLElement {
	return el(
		'div',
		{ class: `face k-${kind}` },
		el('p', { class: 'kind' }, glyph(kind), `${kindNames[kind]} ${code}`),
		el('h1', { tabindex: -1, dir: 'auto', 'aria-describedby': describedBy }, name),
		description !== null && el('p', { class: 'desc', dir: 'auto' }, description),
		(from !== null || to !== null) &&
			el(
				'dl',
				{ class: 'shift' },
				from !== null && el('div', {}, el('dt', {}, 'From'), el('dd', { dir: 'auto' }, from)),
				to !== null && el('div', {}, el('dt', {}, 'To'), el('dd', { dir: 'auto' }, el('b', {}, to))),
			),
	);
}
