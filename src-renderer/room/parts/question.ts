/** The frame that every question stands in: its words as a heading that names the group of answers. */
import type { Earlier } from '../earlier.ts';
import { el, newName, type Child } from '../dom.ts';
import { earlierPart } from './earlier.ts';

export interface QuestionParts {
	words: string;
	role: 'radiogroup' | 'group';
	/** What stands on the heading's line. */
	beside?: Child;
	earlier: Earlier | null;
	/** Bars stand under five answers, or under the years. */
	bars?: 'scale' | 'years';
}

export function question({ words, role, beside = null, earlier, bars = 'scale' }: QuestionParts, ...answers: Child[]): { element: HTMLElement; name: string } {
	const name = newName();
	const element = el(
		'section',
		{ class: 'ask' },
		el(
			'div',
			{ role, 'aria-labelledby': name },
			el('div', { class: 'askhead' }, el('h2', { id: name }, words), beside),
			...answers,
		),
		earlier && earlierPart(earlier, bars),
	);
	return { element, name };
}
