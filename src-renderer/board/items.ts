/** A placed card as the canvas shows it, and the cache that keeps it the same object as long as nothing about it changes. */
import type { HeightMeans } from '../../src-shared/domain/bands.ts';
import { cardCode } from '../../src-shared/domain/cardCode.ts';
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { Card, Horizon, Lane, Placement, WorkshopCard } from '../../src-shared/schemas/records.ts';
import { cardName, impactName, laneName } from './words.ts';

/** What is written on a card. */
export interface Face {
	id: string;
	kind: Kind;
	code: string;
	name: string;
	nameIsMade: boolean;
	description: string | null;
}

export interface BoardItem extends Face {
	placement: Placement;
	isLocked: boolean;
	/** Shown although it is hidden, because the facilitator looks at what is. */
	isHidden: boolean;
	/** The one that people say it is of. */
	horizon: Horizon | null;
	label: string;
}

interface Known {
	card: Card;
	use: WorkshopCard;
	item: BoardItem;
}

export class Items {
	#known = new Map<string, Known>();
	#frame = '';

	/** @param uses placed ones, with their cards. @param means what height says: an impact is then part of a card's name. */
	of(uses: readonly (readonly [WorkshopCard, Card])[], baseYear: number, lanes: readonly Lane[], means: HeightMeans = 'free'): BoardItem[] {
		const frame = JSON.stringify([baseYear, means, lanes.map(({ id, name }) => [id, name])]);
		const before = frame === this.#frame ? this.#known : new Map<string, Known>();
		this.#frame = frame;
		this.#known = new Map();
		for (const [use, card] of uses) {
			const known = before.get(card.id);
			const same = known?.card === card && known.use === use;
			this.#known.set(card.id, same ? known : { card, use, item: itemOf(card, use, baseYear, lanes, means) });
		}
		return [...this.#known.values()].map(({ item }) => item);
	}
}

function itemOf(card: Card, use: WorkshopCard, baseYear: number, lanes: readonly Lane[], means: HeightMeans): BoardItem {
	const { id, kind, name, nameIsMade, description } = card;
	const code = cardCode(kind, use.number);
	const placement = use.placement!;
	const [isLocked, isHidden] = [use.locked === true, use.hidden === true];
	const impact = means === 'impact' ? `, ${impactName(placement.impact)}` : '';
	const label = cardName({ kind, code, name }, dateLabel(baseYear, placement.at), laneName(lanes, placement.laneId)) + impact;
	return { id, kind, code, name, nameIsMade, description, placement, isLocked, isHidden, horizon: use.horizon ?? null, label };
}
