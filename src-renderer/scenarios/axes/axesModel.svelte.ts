/** What the votes and people say of impact, uncertainty and the two axes, worked out for both screens that show it. */
import { otherPairs, pairCorrelation, uncertaintyRatings } from '../../../src-shared/domain/axisPairs.ts';
import { impactMap } from '../../../src-shared/domain/impactUncertainty.ts';
import type { App } from '../../context.ts';
import { byCode, cardFace, cardFaces, type CardFace } from '../../db/cardFace.ts';
import { noAxes } from './commands.ts';

/** Every two are compared: of 30 that is 435 pairs, more than anyone reads, and of hundreds the window would stand still. */
const mostPaired = 30;

export class AxesModel {
	#app: Pick<App, 'records'>;
	readonly map = $derived.by(() => impactMap(this.#rounds, this.#ballots));
	readonly #ratings = $derived.by(() => uncertaintyRatings(this.#rounds, this.#ballots));

	constructor(app: Pick<App, 'records'>) {
		this.#app = app;
	}

	get #rounds() {
		return this.#app.records.rounds.all;
	}
	get #ballots() {
		return this.#app.records.ballots.all;
	}

	readonly points = $derived.by(() => new Map(this.map.points.map((point) => [point.cardId, point])));
	readonly axes = $derived.by(() => this.#app.records.workshop?.axes ?? noAxes);
	readonly axisIds = $derived.by(() => [this.axes.across, this.axes.up].flatMap((axis) => (axis ? [axis.cardId] : [])));
	/** Chosen by people; a card that has left the library is none. */
	readonly critical = $derived.by(() => (this.#app.records.workshop?.critical ?? []).filter((id) => this.face(id)));
	/** By the votes, and not chosen yet. */
	readonly proposed = $derived.by(() => this.map.points.filter(({ cardId, isHigh }) => isHigh && !this.critical.includes(cardId)).map(({ cardId }) => cardId));
	/** What axes are made of: what people chose, or what the votes propose as long as nobody has. */
	readonly candidates = $derived.by(() => (this.critical.length > 0 ? this.critical : this.proposed));
	/** Those that the votes put first, where people chose in any order. */
	readonly #foremost = $derived.by(() => {
		if (this.candidates.length <= mostPaired) return this.candidates;
		const places = new Map(this.map.points.map(({ cardId }, place) => [cardId, place]));
		const placeOf = (id: string) => places.get(id) ?? places.size;
		return [...this.candidates].sort((a, b) => placeOf(a) - placeOf(b)).slice(0, mostPaired);
	});
	readonly pair = $derived.by(() => {
		const [a, b] = this.axisIds;
		return a !== undefined && b !== undefined ? pairCorrelation(this.#ratings, a, b) : null;
	});
	readonly otherPairs = $derived.by(() => otherPairs(this.#ratings, this.#foremost, this.axisIds));

	/** What an axis may be made of, by how much speaks for it; every card is in one of the groups. */
	readonly choices = $derived.by((): { name: string; faces: CardFace[] }[] => {
		const { records } = this.#app;
		const rated = this.map.points.map(({ cardId }) => cardId).filter((id) => !this.critical.includes(id) && !this.proposed.includes(id));
		const known = new Set([...this.critical, ...this.proposed, ...rated]);
		const others = cardFaces(records, records.workshopCards.all.map(({ cardId }) => cardId).filter((id) => !known.has(id))).sort(byCode);
		return [
			{ name: 'Critical uncertainties', faces: cardFaces(records, this.critical) },
			{ name: 'Proposed by the votes', faces: cardFaces(records, this.proposed) },
			{ name: 'Rated by the room', faces: cardFaces(records, rated).sort(byCode) },
			{ name: 'Not rated', faces: others },
		].filter(({ faces }) => faces.length > 0);
	});

	face(cardId: string): CardFace | undefined {
		return cardFace(this.#app.records, cardId);
	}
}
