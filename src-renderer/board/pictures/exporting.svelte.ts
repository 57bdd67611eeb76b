/** One picture at a time: what it shows, in which colours, and its way into a file or onto the clipboard. */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { roomResults } from '../../../src-shared/domain/roomResults.ts';
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import type { Picture } from '../../../src-shared/domain/picture/shapes.ts';
import { wayBackOf, type WayBack } from '../../db/wayBack.ts';
import { savePicture, type PictureFormat } from '../../api/pictures.ts';
import type { BoardStore } from '../boardStore.svelte.ts';
import { milestonesOf } from '../milestones.ts';
import { todayAt, todayName } from '../today.ts';
import { pngOf, scaleFor } from './bitmap.ts';
import { boardPicture, type Subject } from './boardPicture.ts';
import { createSetter } from '../../ui/pictures/fonts.ts';
import { paletteOf, type Palette } from '../../ui/pictures/palette.ts';
import { extractOf, type Scope } from './scope.ts';
import { svgOf } from './svg.ts';

/** Paper is white whatever the screen is. */
export type Colours = 'paper' | 'screen';

/** Work that is over sooner shows no progress: a flash says nothing. */
const patience = 500;

export class PictureExport {
	#store: BoardStore;
	#dimmed: ReadonlySet<string>;
	#rating: ScaleCriterion;
	#setter = createSetter();
	scope = $state<Scope>('all');
	colours = $state<Colours>('paper');
	/** Under way, and whether it takes so long that a person wonders. */
	running = $state<'svg' | 'png' | 'copy' | null>(null);
	slow = $state(false);
	/** 0 to 1. */
	part = $state(0);
	outcome = $state.raw<{ kind: 'done' | 'failed'; text: string } | null>(null);
	#cancel: AbortController | null = null;

	readonly palette: Palette = $derived.by(() => paletteOf(this.colours === 'paper' ? 'light' : this.#store.app.theme.current));
	readonly #subject: Subject = $derived.by(() => subjectOf(this.#store, this.#dimmed, this.#rating));
	readonly picture: Picture = $derived.by(() => {
		const { scenes, selection } = this.#store;
		return boardPicture(this.#subject, extractOf(this.scope, scenes.scene, selection.set), this.#setter);
	});
	readonly scale: number = $derived(scaleFor(this.picture));

	/** @param scope what is shown at first. @param dimmed cards that a filter leaves out. @param rating the criterion whose medians are shown. */
	constructor(store: BoardStore, scope: Scope, dimmed: ReadonlySet<string> = new Set(), rating: ScaleCriterion = 'relevancy') {
		this.#store = store;
		this.#rating = rating;
		this.#dimmed = dimmed;
		this.scope = scope;
	}

	save(format: PictureFormat): Promise<void> {
		return this.#run(format, async (signal) => {
			const { app } = this.#store;
			const bytes = format === 'svg' ? new Blob([svgOf(this.picture, this.palette)], { type: 'image/svg+xml' }) : await this.#png(signal);
			const saved = await savePicture(bytes, this.#fileTitle(), format, app.session.dialogs);
			if (saved.kind === 'cancelled') return null;
			return saved.kind === 'saved' ? `Saved to ${saved.path}.` : `Downloaded as ${saved.name}.`;
		});
	}

	copy(): Promise<void> {
		return this.#run('copy', async (signal) => {
			const png = this.#png(signal);
			// A picture that was cancelled is told of below; the browser only says that it got none.
			png.catch(() => undefined);
			await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]).catch(async (error: unknown) => {
				await png;
				throw error;
			});
			return 'The picture is on the clipboard.';
		});
	}

	cancel(): void {
		this.#cancel?.abort();
	}

	#png(signal: AbortSignal): Promise<Blob> {
		return pngOf(this.picture, { scale: this.scale, palette: this.palette, signal, onProgress: (part) => (this.part = part) });
	}

	/** "Who shapes AI in Europe, 6 cards". */
	#fileTitle(): string {
		const { title } = this.#subject;
		return this.scope === 'all' ? title : `${title}, ${this.scope === 'sight' ? 'in sight' : 'selection'}`;
	}

	/** @param work gives the sentence that says what was done, or null where the facilitator thought better of it. */
	async #run(what: 'svg' | 'png' | 'copy', work: (signal: AbortSignal) => Promise<string | null>): Promise<void> {
		if (this.running) return;
		[this.running, this.outcome, this.part] = [what, null, 0];
		const { signal } = (this.#cancel = new AbortController());
		const clock = setTimeout(() => (this.slow = true), patience);
		try {
			const text = await work(signal);
			this.outcome = text === null ? null : { kind: 'done', text };
		} catch (error) {
			if (!signal.aborted) this.outcome = { kind: 'failed', text: refused(what, error) };
		} finally {
			clearTimeout(clock);
			this.running = this.#cancel = null;
			this.slow = false;
		}
	}
}

function refused(what: 'svg' | 'png' | 'copy', error: unknown): string {
	const reason = error instanceof Error && /^[A-Z].*\.$/s.test(error.message) ? error.message : '';
	if (what === 'copy') return `The picture was not copied. ${reason || 'The browser did not let Longview write to the clipboard: click into the window and try again, or save it as PNG.'}`;
	return `The picture was not saved. ${reason || 'Try again, or choose a smaller part of the canvas.'}`;
}

function subjectOf({ app: { records, desk }, scenes, structure }: BoardStore, dimmed: ReadonlySet<string>, rating: ScaleCriterion): Subject {
	const { baseYear, workshop, lanes, byId: items } = scenes;
	const today = todayAt(baseYear);
	const sources = records.workshopSources.all.flatMap(({ sourceId }) => records.sources.get(sourceId) ?? []);
	const all = milestonesOf(sources, baseYear, today ?? horizonYears);
	const milestones = all.filter(({ at }) => at >= 0);
	return {
		title: workshop?.title ?? 'Longview', question: workshop?.question ?? '', baseYear, lanes, items,
		hidden: scenes.showsHidden ? 0 : scenes.hiddenCount,
		results: roomResults(records.rounds.all, records.ballots.all),
		rating,
		dimmed,
		structure: { clusters: structure.clusters, influences: structure.influences, notes: structure.notes, overlays: structure.overlays },
		wayBack: workshop?.wayBack ? pictured(wayBackOf(records, desk.wayBackFrom)) : null,
		today, todayName: todayName(),
		milestones: [...new Set(milestones.map(({ at }) => Math.round(at * 48) / 48))],
		earlier: all.length - milestones.length,
	};
}

const pictured = ({ world, steps }: WayBack): Subject['wayBack'] => (world ? { world: `${world.title.trim() || 'an unnamed world'}, ${world.horizonYear}`, steps } : null);
