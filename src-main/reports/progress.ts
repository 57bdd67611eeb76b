/** How far a report is, and whether it is still wanted, in memory that the drawing thread and the one that asked share. */
import { sectionNames, type SectionName } from '../../src-shared/schemas/report.ts';

export interface Progress {
	pages: number;
	/** Null before the first section, and in documents that have none. */
	section: SectionName | null;
}

/** What a drawing tells of itself. */
export interface Watch {
	/** @throws DrawingCancelled where nobody wants the rest. */
	page(pages: number): void;
	section(name: SectionName): void;
}

export class DrawingCancelled extends Error {
	constructor() {
		super('The report is not wanted any more.');
		this.name = 'DrawingCancelled';
	}
}

const [pagesAt, sectionAt, cancelAt, length] = [0, 1, 2, 3];

export const createShared = (): Int32Array => new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));

export const readProgress = (shared: Int32Array): Progress => ({
	pages: Atomics.load(shared, pagesAt),
	section: sectionNames[Atomics.load(shared, sectionAt) - 1] ?? null,
});

export const askToStop = (shared: Int32Array): void => void Atomics.store(shared, cancelAt, 1);

/** As it was before anything was drawn and before anyone asked it to stop. */
export const rewind = (shared: Int32Array): void => [pagesAt, sectionAt, cancelAt].forEach((at) => Atomics.store(shared, at, 0));

export const watchIn = (shared: Int32Array): Watch => ({
	page(pages) {
		Atomics.store(shared, pagesAt, pages);
		if (Atomics.load(shared, cancelAt) === 1) throw new DrawingCancelled();
	},
	section: (name) => void Atomics.store(shared, sectionAt, sectionNames.indexOf(name) + 1),
});
