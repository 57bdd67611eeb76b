/** What can be done to the cards that were found: gone to, or placed where it was typed. */
import { cardCode } from '../../../src-shared/domain/cardCode.ts';
import { dateLabel, horizonYears } from '../../../src-shared/domain/horizon.ts';
import { laneNamed, readAt, type TypedPlace } from '../../../src-shared/domain/typedPlace.ts';
import type { Card, Lane } from '../../../src-shared/schemas/records.ts';
import { laneFor } from '../../board/placeAt.ts';
import type { Stage } from '../stage.svelte.ts';

export interface CardOption {
	id: string;
	card: Card;
	/** S1, C4; null for a card that the workshop does not use. */
	code: string | null;
	/** "2029 Q4, Policy & law", "In the library". */
	where: string;
	isPlaced: boolean;
	/** Where it would go, as far as it was typed. */
	to: { at: number; lane: Lane } | null;
}

/** Codes are said aloud in the room, so they find their card: "s12". */
export function cardsOfCode({ app }: Stage, typed: string): Card[] {
	const code = typed.trim().toUpperCase();
	if (!/^[SCBTI]\d+$/.test(code)) return [];
	const { records } = app;
	return records.workshopCards.all.flatMap(({ cardId, number }) => {
		const card = records.cards.get(cardId);
		return card && cardCode(card.kind, number) === code ? [card] : [];
	});
}

export function optionOf(stage: Stage, card: Card, place: Pick<TypedPlace, 'date' | 'lane'>): CardOption {
	const { app, board } = stage;
	const { baseYear, storedLanes } = board.scenes;
	const use = app.records.uses.get(card.id);
	const from = use?.placement ?? null;
	const lane = storedLanes.find(({ id }) => id === from?.laneId) ?? storedLanes[0];
	const where = from ? `${dateLabel(baseYear, from.at)}, ${lane?.name ?? ''}${use?.hidden ? ', hidden' : ''}` : 'In the library';
	return {
		id: card.id, card, code: use ? cardCode(card.kind, use.number) : null, where, isPlaced: from !== null,
		to: placeFor(stage, card.id, place),
	};
}

function placeFor({ board }: Stage, cardId: string, { date, lane }: Pick<TypedPlace, 'date' | 'lane'>): CardOption['to'] {
	const { baseYear, storedLanes } = board.scenes;
	if (date === null && lane === null) return null;
	const at = date === null ? (board.scenes.placementOf(cardId)?.at ?? null) : readAt(baseYear, date);
	const to = laneFor(board, cardId, laneNamed(storedLanes, lane ?? '')?.id ?? null);
	return typeof at === 'number' && to ? { at, lane: to } : null;
}

/** What keeps the typed place from being one; empty where nothing does. */
export function wrongPlace({ board }: Stage, { date, lane }: Pick<TypedPlace, 'date' | 'lane'>): string {
	const { baseYear, storedLanes } = board.scenes;
	if (date !== null && readAt(baseYear, date) === 'outside') return `${date} is not on this canvas, which goes from ${baseYear} to ${baseYear + horizonYears}.`;
	if (lane && !laneNamed(storedLanes, lane)) return `No lane is called “${lane}”.`;
	return '';
}

/** For one card: each lane it may go to, the likeliest first. */
export function laneOptions(stage: Stage, cardId: string, typed: string): { at: number; lane: Lane }[] {
	const { board } = stage;
	const { baseYear, storedLanes, frame } = board.scenes;
	const [, dateText = '', laneText = ''] = /^([^@]*)(?:@(.*))?$/s.exec(typed) ?? [];
	const known = board.scenes.placementOf(cardId)?.at ?? null;
	const at = dateText.trim() === '' ? known : readAt(baseYear, dateText);
	if (typeof at !== 'number') return [];
	const first = laneFor(board, cardId, laneNamed(storedLanes, laneText)?.id ?? null);
	if (!first) return [];
	const required = frame.required(cardId);
	const others = laneText.trim() !== '' || required !== null ? [] : storedLanes.filter(({ id }) => id !== first.id);
	return [first, ...others].map((lane) => ({ at, lane }));
}
