/** When it will matter: a slider over ten years by quarters, hollow until it is touched, and the two answers that are no time. */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import type { BallotValue } from '../../../src-shared/schemas/records.ts';
import { el, put, say, show } from '../dom.ts';
import type { Earlier } from '../earlier.ts';
import { lastStep, stepOf, yearOf } from '../quarters.ts';
import { afterWords, cannotSay, questionOf, timeWords } from '../words.ts';
import type { AnswerPart } from './choice.ts';
import { followFinger } from './finger.ts';
import { question } from './question.ts';

const middle = lastStep / 2;

export function timingPart(baseYear: number, earlier: Earlier | null, give: (value: BallotValue) => void): AnswerPart {
	const said = el('output', { class: 'said' });
	const range = el('input', { type: 'range', min: 0, max: lastStep, step: 1, value: middle });
	const slider = el('div', { class: 'slider unset' }, ...ticks(), range);
	const later = out(afterWords(baseYear), () => give('later'));
	const unknown = out(cannotSay, () => give('cannot say'));
	const years = el('div', { class: 'years', 'aria-hidden': 'true' }, ...yearNames(baseYear));
	const { element, name } = question(
		{ words: questionOf.timing, role: 'group', beside: said, earlier, bars: 'years' },
		slider,
		years,
		el('div', { class: 'outs' }, later, unknown),
	);
	put(range, 'aria-labelledby', name);

	/** As the finger moves; it is an answer only when it lets go. */
	function draw(step: number | null) {
		if (Number(range.value) !== (step ?? middle)) range.value = String(step ?? middle);
		const words = step === null ? '' : timeWords(baseYear, yearOf(baseYear, step));
		slider.classList.toggle('unset', step === null);
		slider.style.setProperty('--done', String((step ?? 0) / lastStep));
		put(range, 'aria-valuetext', words || 'not set');
		say(said, words);
		show(said, words !== '');
	}
	let current: BallotValue | null = null;
	const settle = (step: number) => give(yearOf(baseYear, step));
	range.addEventListener('input', () => draw(Number(range.value)));
	range.addEventListener('change', () => settle(Number(range.value)));
	followFinger(slider, range, { move: draw, end: settle, cancel: () => draw(stepOf(baseYear, current)) });
	fewerNames(years);
	return {
		element,
		update(value) {
			current = value;
			draw(stepOf(baseYear, value));
			put(later, 'aria-pressed', String(value === 'later'));
			put(unknown, 'aria-pressed', String(value === 'cannot say'));
		},
	};
}

const out = (words: string, choose: () => void) => el('button', { type: 'button', class: 'pill', 'aria-pressed': 'false', onclick: choose }, words);

/** Every second year. */
const marks = Array.from({ length: horizonYears / 2 + 1 }, (_, at) => at / (horizonYears / 2));

function at<T extends HTMLElement>(share: number, element: T): T {
	element.style.setProperty('--at', String(share));
	return element;
}
const ticks = () => marks.map((share) => at(share, el('i', { class: 'tick' })));
const yearNames = (baseYear: number) => marks.map((share) => at(share, el('span', {}, String(baseYear + share * horizonYears))));

/** In large type not every year has room: then the first and the last stand there. */
function fewerNames(years: HTMLElement) {
	const fit = () => {
		const widest = Math.max(0, ...Array.from(years.children, (name) => (name as HTMLElement).offsetWidth));
		if (widest > 0) years.classList.toggle('few', (widest + 8) * marks.length > years.offsetWidth);
	};
	requestAnimationFrame(fit);
	window.addEventListener('resize', () => years.isConnected && fit());
}
