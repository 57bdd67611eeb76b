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
	interface PeerScene {
		cards: PeerCard[];
		cols: number;
		rows: number;
		width: number;
		height: number;
	}
	export const N: number;
	export const COLOURS: readonly string[];
	export const scene: PeerScene;
	/** Where the whole scene is in view: screen = world × zoom + t. */
	export function fitCamera(): { zoom: number; tx: number; ty: number };
	export function makeScene(n: number): PeerScene;
	export function register(api: Record<string, unknown>): Promise<void>;
}
