/** How clusters, notes, arrows and handles are found again in the document. */
import type { Edge } from './frames.ts';
import type { StructureTarget } from './port.ts';

const marked = '[data-cluster-id], [data-note-id], [data-influence-id], [data-link-from]';

export const structureElement = (target: EventTarget | null): (HTMLElement | SVGElement) | null =>
	target instanceof Element ? target.closest<HTMLElement | SVGElement>(marked) : null;

export function structureTargetOf(target: EventTarget | null): StructureTarget | null {
	const data = structureElement(target)?.dataset;
	if (!data) return null;
	const { clusterId, clusterPart, noteId, influenceId, linkFrom } = data;
	if (clusterId !== undefined) return { clusterId, part: (clusterPart ?? 'name') as Edge | 'name' };
	if (noteId !== undefined) return { noteId };
	return influenceId !== undefined ? { influenceId } : linkFrom !== undefined ? { fromId: linkFrom } : null;
}

/** What has the focus for it. */
export function elementOf(target: StructureTarget): HTMLElement | SVGElement | null {
	if ('clusterId' in target) return document.querySelector<HTMLElement>(`[data-cluster-id="${CSS.escape(target.clusterId)}"][data-cluster-part="name"]`);
	if ('noteId' in target) return document.querySelector<HTMLElement>(`[data-note-id="${CSS.escape(target.noteId)}"]`);
	return 'influenceId' in target ? document.querySelector<SVGElement>(`[data-influence-id="${CSS.escape(target.influenceId)}"]`) : null;
}
