/** The facilitator's side of the big screen: opens and closes it, and decides what of their own view the room sees. */
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import type { Toasts } from '../../ui/toasts.svelte.ts';
import type { Wall } from '../../voting/wall.ts';
import { openChannel, screenLock, type ScreenView, type ToFacilitator, type ToScreen } from './messages.ts';

export interface Shown {
	workshopId: string | null;
	view: ScreenView | null;
	shown: readonly string[];
	/** How to join and who has voted, in place of the canvas; null where the canvas is to be seen. */
	wall: Wall | null;
	/** The criterion whose medians the facilitator sees. */
	rating: ScaleCriterion;
}

const patience = 8000;
/** A window of its own without an opener: its work is not done by this window's thread, and it gets none of this one's session. */
const features = 'popup,noopener,noreferrer,width=1280,height=720';

export class BigScreen {
	isOpen = $state(false);
	/** The room looks at the part of the canvas that the facilitator looks at; else at all of it. */
	follows = $state(true);
	/** What the facilitator selects stands out for the room as well. */
	showsSelection = $state(false);
	/** The room sees how to join while a round is open. */
	showsJoining = $state(true);
	#channel = openChannel();
	#toasts: Toasts;
	#last: Shown = { workshopId: null, view: null, shown: [], wall: null, rating: 'relevancy' };
	#waiting: ReturnType<typeof setTimeout> | undefined;
	#frame = 0;

	constructor(toasts: Toasts) {
		this.#toasts = toasts;
		this.#channel.onmessage = ({ data }: MessageEvent<ToScreen | ToFacilitator>) => {
			if (data.to === 'facilitator') this.#isThere();
		};
		this.#post({ to: 'screen', is: 'anyone' });
	}

	open(): void {
		if (this.isOpen) {
			this.#toasts.done('The big screen is open already.');
			return;
		}
		window.open('/screen.html', '_blank', features);
		clearTimeout(this.#waiting);
		this.#waiting = setTimeout(() => {
			if (!this.isOpen) this.#toasts.error('The big screen did not open. If the browser says that it blocked a window, allow it for Longview and try again.');
		}, patience);
	}

	close(): void {
		this.#post({ to: 'screen', is: 'close' });
	}

	/** Called whenever any of it changes; told once a frame, as often as anyone could see. */
	show(shown: Shown): void {
		this.#last = shown;
		if (!this.isOpen || this.#frame !== 0) return;
		this.#frame = requestAnimationFrame(() => {
			this.#frame = 0;
			this.#tell();
		});
	}

	end(): void {
		clearTimeout(this.#waiting);
		cancelAnimationFrame(this.#frame);
		this.#channel.close();
	}

	#isThere(): void {
		clearTimeout(this.#waiting);
		this.#tell();
		if (this.isOpen) return;
		this.isOpen = true;
		// Granted as soon as the screen is gone, whatever ended it.
		void navigator.locks.request(screenLock, () => (this.isOpen = false));
	}

	#tell(): void {
		this.#post({ to: 'screen', is: 'show', ...this.#last });
	}

	#post(message: ToScreen): void {
		this.#channel.postMessage($state.snapshot(message));
	}
}
