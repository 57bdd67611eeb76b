/** The open workshop's canvas as the whole window knows it: it keeps its view from step to step, and anything may point at a card on it. */
import { tick } from 'svelte';
import { BoardStore } from '../board/boardStore.svelte.ts';
import { jumpTo } from '../board/placeAt.ts';
import { RoomView } from '../board/roomView.svelte.ts';
import type { App } from '../context.ts';

export class Stage {
	readonly app: App;
	readonly board: BoardStore;
	readonly room: RoomView;

	constructor(app: App) {
		this.app = app;
		this.board = new BoardStore(app);
		this.room = new RoomView(this.board);
	}

	/** Shows the cards, wherever one is: on the canvas, or as they were shown last. */
	async show(asCanvas: boolean): Promise<void> {
		if (asCanvas) this.room.isTable = false;
		this.app.desk.go('place');
		await tick();
	}

	/** From anywhere to a card on the canvas, which gets the focus. */
	async jump(cardId: string): Promise<void> {
		await this.show(true);
		await jumpTo(this.board, cardId);
	}
}
