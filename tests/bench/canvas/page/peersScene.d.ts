/** The cards that all peers show, and the handle by which the benchmark drives a page. */
declare module 'peers-scene' {
	interface PeerCard {
		id: number;
		x: number;
		y: number;
		title: string;
		colour: number;
		votes: number;
	}
	export const N: number;
	export function makeScene(n: number): { cards: PeerCard[]; cols: number; rows: number; width: number; height: number };
	export function register(api: Record<string, unknown>): Promise<void>;
}
