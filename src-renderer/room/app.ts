/** What a screen is given to work with, and what it gives back. */
import type { Child } from './dom.ts';
import type { Place } from './route.ts';
import type { Session, View } from './view.ts';

export interface App {
	session: Session;
	/** The open round's cards in this phone's order. */
	order(): string[];
	go(place: Place): void;
	/** Said aloud where nothing on the screen says it. */
	announce(words: string): void;
	/** Names the element by which the screen's place in the round is told. */
	positionId: string;
}

export interface Drawn {
	/** Its heading takes the focus. */
	main: Child[];
	foot: HTMLElement | null;
	/** Narrow words in the middle, or a ballot from the top. */
	look: 'words' | 'ballot';
	update(view: View): void;
	/** Before another screen takes its place. */
	leave?(): void;
}
