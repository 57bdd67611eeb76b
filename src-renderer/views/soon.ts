/** What the window does not start with, but people ask for soon: read while nothing else is to be done. */
const parts = [
	() => import('../library/CardInspector.svelte'),
	() => import('./CardFacts.svelte'),
	() => import('../board/CardMenu.svelte'),
	() => import('../board/LaneMenu.svelte'),
	() => import('../board/structure/StructureMenus.svelte'),
	() => import('../board/FilterPanel.svelte'),
	() => import('../library/ImportProgress.svelte'),
	() => import('../library/ImportSummary.svelte'),
	() => import('./ScanView.svelte'),
	() => import('../runsheet/Frame.svelte'),
	() => import('../board/table/TableView.svelte'),
];

/** One after another, each when the window rests. @returns how to stop. */
export function readSoon(): () => void {
	let idle = 0;
	let next = 0;
	const wait = () => (idle = requestIdleCallback(read, { timeout: 3000 }));
	const read = () => {
		// One that does not come now is asked for again where it is needed.
		void parts[next++]?.().catch(() => undefined).then(() => next < parts.length && wait());
	};
	wait();
	return () => {
		next = parts.length;
		cancelIdleCallback(idle);
	};
}
