/** What stands under most screens: what is kept, and the key for another phone. */
import { spacedCode } from '../../../src-shared/domain/spacedCode.ts';
import { el, type Child } from '../dom.ts';
import { icon } from '../icons.ts';
import { privacy } from '../words.ts';

export const privacyNote = (): HTMLElement =>
	el('div', { class: 'privacy' }, icon('lock'), el('div', {}, el('h2', {}, 'What is kept'), ...privacy.map((words) => el('p', {}, words))));

/** The same where it has been read before: behind a press. */
export const privacyAgain = (): HTMLElement => el('div', { class: 'quietly' }, el('details', {}, el('summary', {}, 'What is kept'), ...privacy.map((words) => el('p', {}, words))));

/** Behind a press: who reads it over a shoulder could vote in this one's place. */
export function spareKey(key: string, change?: Child): HTMLElement {
	return el(
		'div',
		{ class: 'quietly' },
		el(
			'details',
			{},
			el('summary', {}, 'Another phone?'),
			el('p', {}, 'Your key is ', el('b', { class: 'key', dir: 'ltr' }, spacedCode(key)), '. Enter it on the other phone: it goes on with your votes, and this one stops.'),
		),
		change ?? null,
	);
}
