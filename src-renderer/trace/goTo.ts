/** Leads from a trace to what it names: the canvas, a document's line, or the record that uses a card. */
import type { CardUse } from '../../src-shared/domain/cardUses.ts';
import type { Desk } from '../desk.svelte.ts';

export function showOnCanvas(desk: Desk, cardId: string): void {
	desk.traced = null;
	desk.selectCard(cardId);
	desk.go('place');
}

export function showSource(desk: Desk, sourceId: string, line: number | null): void {
	desk.traced = null;
	desk.readSource(sourceId, line);
}

export function showUse(desk: Desk, cardId: string, { place, id }: CardUse): void {
	desk.traced = null;
	if (place === 'scenario') {
		desk.wantedScenarioId = id;
		desk.go('scenarios', 'worlds');
	} else if (place === 'axis' || place === 'critical') desk.go('axes', 'map');
	else if (place === 'driver') desk.go('axes', 'crossImpact');
	else if (place === 'wheel') {
		desk.wheelAbout = { cardId };
		desk.go('scenarios', 'wheel');
	} else if (place === 'signpost') desk.go('signposts');
	else showOnCanvas(desk, cardId);
}
