/** Answers of which one is chosen: the five points of a scale, yes and no, and "I can't say". None is chosen until a person does. */
import type { BallotValue, Criterion } from '../../../src-shared/schemas/records.ts';
import type { Earlier } from '../earlier.ts';
import { el, newName } from '../dom.ts';
import { cannotSay, scaleEnds, questionOf, unsure, type Scale } from '../words.ts';
import { question } from './question.ts';

export interface AnswerPart {
	element: HTMLElement;
	/** Shows what is answered; null for nothing. */
	update(value: BallotValue | null): void;
}

interface Option {
	value: BallotValue;
	text: string;
	/** Spoken in place of the text. */
	spoken?: string;
}

type Give = (value: BallotValue) => void;

function radios(options: readonly Option[], className: string, group: string, give: Give) {
	const inputs = options.map(({ value, text, spoken }) => {
		const input = el('input', { type: 'radio', name: group, value: String(value), 'aria-label': spoken ?? null, onchange: () => give(value) });
		return { value, input, label: el('label', { class: className }, input, el('span', {}, text)) };
	});
	return {
		labels: inputs.map(({ label }) => label),
		update: (chosen: BallotValue | null) => inputs.forEach(({ value, input }) => (input.checked = value === chosen)),
	};
}

export function scalePart(criterion: Scale, earlier: Earlier | null, give: Give): AnswerPart {
	const [low, high] = scaleEnds[criterion];
	const spoken: Record<number, string> = { 1: `1, ${low}`, 5: `5, ${high}` };
	const group = newName();
	const points = radios([1, 2, 3, 4, 5].map((value) => ({ value, text: String(value), ...(spoken[value] ? { spoken: spoken[value] } : {}) })), 'point', group, give);
	const out = radios([{ value: 'cannot say', text: cannotSay }], 'pill', group, give);
	const { element } = question(
		{ words: questionOf[criterion], role: 'radiogroup', earlier },
		el('div', { class: 'scale' }, ...points.labels),
		el('p', { class: 'ends', 'aria-hidden': 'true' }, el('span', {}, low), el('span', {}, high)),
		el('div', { class: 'outs' }, ...out.labels),
	);
	return {
		element,
		update(value) {
			points.update(value);
			out.update(value);
		},
	};
}

export function approvalPart(criterion: Criterion, earlier: Earlier | null, give: Give): AnswerPart {
	const options = radios(
		[
			{ value: 1, text: 'Yes' },
			{ value: 0, text: 'No' },
			{ value: 'cannot say', text: unsure },
		],
		'point word',
		newName(),
		give,
	);
	const { element } = question({ words: questionOf[criterion], role: 'radiogroup', earlier }, el('div', { class: 'scale three' }, ...options.labels));
	return { element, update: options.update };
}
