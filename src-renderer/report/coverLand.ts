/** Where the cards stand on the cover: a band for each lane, each placed card on it at its date, as the printed cover draws them. */
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import { lanesLayout, type PlacedCard } from '../../src-shared/domain/lanesLayout.ts';

export interface Disc {
	id: string;
	x: number;
	y: number;
}

export interface Land {
	/** The upper edge of each lane's band, from far to near. */
	bands: number[];
	discs: Disc[];
	/** Diameter. */
	size: number;
}

export interface Frame {
	top: number;
	ground: number;
	/** Where the first and the last year stand. */
	x0: number;
	x1: number;
}

/** The largest discs with which the cards of every lane stand beside each other. */
export function coverLand(lanes: readonly { id: string }[], placed: readonly PlacedCard[], frame: Frame): Land {
	const width = frame.x1 - frame.x0;
	const laneHeight = (frame.ground - frame.top) / lanes.length;
	const flat = placed.map((card) => ({ ...card, height: 0 }));
	for (let size = 22; ; size -= 2) {
		const cardYears = (size / width) * horizonYears;
		const layout = lanesLayout(lanes, flat, { cardYears, tabYears: cardYears, gapYears: cardYears * 0.08 });
		if (size > 6 && Math.max(...layout.rows.values()) * size * 1.08 > laneHeight) continue;
		const discs = flat.flatMap((card) => {
			const standing = layout.cards.get(card.id);
			if (!standing) return [];
			const lane = lanes.findIndex(({ id }) => id === standing.laneId);
			const rows = layout.rows.get(standing.laneId) ?? 1;
			return [{ id: card.id, x: frame.x0 + (card.at / horizonYears) * width, y: frame.top + (lane + (standing.row + 0.5) / rows) * laneHeight }];
		});
		return { bands: lanes.map((_, index) => frame.top + index * laneHeight), discs, size };
	}
}

/** Which of the six ridge colours a band has, 1 near and dark to 6 far and pale. */
export const bandTone = (index: number, count: number): number => Math.round(6 - (count === 1 ? 2 : (index / (count - 1)) * 4));
