/** What the hand's moves become: commands with a word on them, an undo at hand, and presses of arrow keys joined to one step. */
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import type { App } from '../context.ts';
import { counted } from '../ui/kinds.ts';
import { codeOf } from './codes.ts';
import { placeCards } from './commands.ts';
import type { Placements } from './interaction.ts';
import { offerUndo } from './offerUndo.ts';
import type { RecordChange } from '../../src-shared/schemas/journal.ts';
import { laneName } from './words.ts';

type Parts = Pick<App, 'records' | 'ledger' | 'toasts'>;

/** Presses of an arrow key on the same cards within this time are one step for undo. */
const repeatTime = 1000;

export class Placing {
	#app: Parts;
	#arrow = { cards: '', stepId: '', at: 0 };

	constructor(app: Parts) {
		this.#app = app;
	}

	/** @param also what else changes in the same step. */
	place(placements: Placements, isArrow: boolean, also: RecordChange[] = []): void {
		const { records } = this.#app;
		const fresh = [...placements.keys()].filter((id) => !records.uses.get(id)?.placement);
		const words = this.#placedWords(placements);
		const stepId = isArrow ? this.#arrowStep([...placements.keys()].join()) : newId();
		const stored = placeCards(this.#app, placements, undefined, stepId, also);
		if (fresh.length === placements.size) void stored.then((done) => done && offerUndo(this.#app, words, stepId));
	}

	takeOff(cardIds: readonly string[]): void {
		const words = cardIds.length === 1 ? `${codeOf(this.#app.records, cardIds[0]!) ?? 'The card'} is` : `${counted(cardIds.length, 'card')} are`;
		const stepId = newId();
		const stored = placeCards(this.#app, new Map(cardIds.map((id) => [id, null])), undefined, stepId);
		void stored.then((done) => done && offerUndo(this.#app, `${words} back in the library.`, stepId));
	}

	#placedWords(placements: Placements): string {
		const { records } = this.#app;
		const [[cardId, to] = ['', null]] = placements;
		const { baseYear, lanes } = records.workshop ?? { baseYear: 0, lanes: [] };
		const what = placements.size === 1 ? (codeOf(records, cardId) ?? '') : counted(placements.size, 'card');
		return to ? `${what} placed at ${dateLabel(baseYear, to.at)}, ${laneName(lanes, to.laneId)}.` : what;
	}

	#arrowStep(cards: string): string {
		const now = performance.now();
		const { cards: last, at, stepId } = this.#arrow;
		this.#arrow = { cards, at: now, stepId: last === cards && now - at < repeatTime ? stepId : newId() };
		return this.#arrow.stepId;
	}
}
