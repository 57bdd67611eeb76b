/** Attachments for layers that move with the camera. */
import type { Attachment } from 'svelte/attachments';
import { Mover } from './mover.ts';

/**
 * @param where the transform.
 * @param scale what the layer is drawn for: where that changes, the layer is drawn anew rather than moved.
 */
export function moving(where: () => string, scale: () => unknown = () => null): Attachment<HTMLElement | SVGElement> {
	return (element) => {
		const mover = new Mover(element);
		let drawnFor = {} as unknown;
		$effect(() => {
			const [transform, wanted] = [where(), scale()];
			if (wanted === drawnFor) mover.to(transform);
			else mover.put(transform);
			drawnFor = wanted;
		});
		return () => mover.stop();
	};
}
