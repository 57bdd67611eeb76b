/** Whether an answer is one that the round asked for. Phones are strangers: what their page would never send comes all the same. */
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import type { BallotValue, Criterion } from '../../src-shared/schemas/records.ts';
import { longestReason, type Answer, type RoomRound } from '../../src-shared/schemas/room.ts';
import { RoomRefused } from './refused.ts';

const refused = (sentence: string): RoomRefused => new RoomRefused('bad request', sentence);

/** @returns the answer with its reason cleaned. @throws RoomRefused */
export function fittingAnswer(answer: Answer, round: RoomRound, cardIds: ReadonlySet<string>): Answer {
	if (!cardIds.has(answer.cardId)) throw refused('This card is not in the round. Load the page again.');
	if (!round.criteria.includes(answer.criterion)) throw refused('This round does not ask that. Load the page again.');
	if (answer.value !== null && !fits(answer.value, answer.criterion, round)) throw refused('This answer is none of those that can be chosen. Load the page again.');
	return { ...answer, reason: round.asksReason && answer.value !== null ? cleanReason(answer.reason) : null };
}

function fits(value: BallotValue, criterion: Criterion, { baseYear, dots }: RoomRound): boolean {
	if (value === 'later') return criterion === 'timing';
	if (criterion === 'dots') return isWhole(value, 0, dots ?? 0);
	if (value === 'cannot say') return true;
	if (criterion === 'approval') return isWhole(value, 0, 1);
	// In quarters of a year, as the canvas counts.
	if (criterion === 'timing') return isWhole(value * 4, baseYear * 4, (baseYear + horizonYears) * 4);
	return isWhole(value, 1, 5);
}

const isWhole = (value: BallotValue, least: number, most: number): boolean =>
	typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

/** What turns the reading direction of the text around it, in Unicode's Bidi_Control. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g;
const graphemes = new Intl.Segmenter();

/** @returns null where nothing is left. @throws RoomRefused where it is too long. */
export function cleanReason(reason: string | null): string | null {
	if (reason === null) return null;
	const lines = reason.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/\t/g, ' ');
	const text = lines.replace(/\p{Surrogate}/gu, '').replace(bidiControls, '').replace(controls, '').replace(/\n{3,}/g, '\n\n').trim();
	if (text.length > longestReason && [...graphemes.segment(text)].length > longestReason) {
		throw refused(`A reason can have ${longestReason} characters at most. Make yours shorter.`);
	}
	return text === '' ? null : text;
}
