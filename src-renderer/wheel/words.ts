/** How what a wheel is about is called. */
import type { WheelModel } from '../../src-shared/domain/picture/wheelShapes.ts';
import type { WheelAbout } from '../../src-shared/domain/wheel.ts';
import { cardFace } from '../db/cardFace.ts';
import type { Records } from '../db/records.svelte.ts';

type Known = Pick<Records, 'cards' | 'uses' | 'scenarios'>;

/** Whether it is still there. */
export const isThere = (records: Known, about: WheelAbout): boolean => ('cardId' in about ? records.cards.has(about.cardId) : records.scenarios.has(about.scenarioId));

export function aboutModel(records: Known, about: WheelAbout): WheelModel['about'] {
	if ('scenarioId' in about) return { title: records.scenarios.get(about.scenarioId)?.title.trim() || 'A world without a name', kind: null, code: null };
	const face = cardFace(records, about.cardId);
	return { title: face?.name ?? 'A card', kind: face?.kind ?? null, code: face?.code ?? null };
}

/** "S2 Open Source AI Models". */
export function aboutName(records: Known, about: WheelAbout): string {
	const { title, code } = aboutModel(records, about);
	return code === null ? title : `${code} ${title}`;
}
