/** The open workshop's placed cards before the eye: what the canvas draws, recomputed only as far as something changed. */
import { requiredLane } from '../../src-shared/domain/laneSets.ts';
import { byWish, type Standing } from '../../src-shared/domain/lanesLayout.ts';
import type { Lane, Placement } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { clampCamera, yearWidth } from './camera.ts';
import { crowdOf, sortedOf, type Frame, type SceneCard } from './crowd.ts';
import type { Eye } from './eye.svelte.ts';
import { bandBoxes, contentHeight, laneBoxes } from './geometry.ts';
import type { LanePreview, Placements } from './interaction.ts';
import { Items, type BoardItem } from './items.ts';
import { layoutZoom, measuresAt } from './measures.ts';
import { drawnCards, spotOf, type DrawnCard, type Scene } from './scene.ts';

export class SceneStore {
	#app: Pick<App, 'records'>;
	#eye: Eye;
	#cache = new Items();
	/** The facilitator looks at what is hidden. */
	showsHidden = $state(false);
	/** A lane that shows all its cards for now, although it is folded or has few rows. */
	fanned = $state<string | null>(null);
	/** Where the cards in the hand would land: a lane grows for one that finds all its rows covered. */
	aimed = $state.raw<Placements | null>(null);
	/** A lane that is being made higher or lower. */
	sized = $state.raw<LanePreview | null>(null);

	readonly workshop = $derived.by(() => this.#app.records.workshop);
	readonly baseYear = $derived.by(() => this.workshop?.baseYear ?? new Date().getFullYear());
	/** As the workshop has them. */
	readonly storedLanes: readonly Lane[] = $derived(this.workshop?.lanes ?? []);
	/** As they are shown now. */
	readonly lanes: readonly Lane[] = $derived(this.storedLanes.map((lane) => this.#asShown(lane)));
	readonly frame: Frame = $derived.by(() => ({ lanes: this.lanes, means: this.workshop?.heightMeans ?? 'free', required: this.#required, fanned: this.fanned }));

	readonly #placed = $derived.by(() => {
		const { records } = this.#app;
		return records.workshopCards.all.flatMap((use) => {
			const card = use.placement ? records.cards.get(use.cardId) : undefined;
			return card ? [[use, card] as const] : [];
		});
	});
	readonly hiddenCount = $derived(this.#placed.filter(([use]) => use.hidden).length);
	readonly items: BoardItem[] = $derived(
		this.#cache.of(this.#placed.filter(([use]) => this.showsHidden || !use.hidden), this.baseYear, this.storedLanes, this.workshop?.heightMeans),
	);
	readonly byId: ReadonlyMap<string, BoardItem> = $derived(new Map(this.items.map((item) => [item.id, item])));

	readonly #cards: SceneCard[] = $derived(this.items.map(({ id, placement }) => ({ id, placement })));
	/** A number of its own, so that what goes by it is not made anew where the view only pans. */
	readonly #zoom = $derived.by(() => this.#eye.wanted.zoom);
	readonly #band = $derived(layoutZoom(this.#zoom));
	readonly crowd = $derived.by(() => crowdOf(this.frame, this.#cards, this.#eye.plot, this.#band));
	readonly measures = $derived(measuresAt(this.#zoom));
	#kept = { row: 0, bandId: '' };
	/** "row bandId": only one string changes while a hand moves within a row. */
	readonly #growth = $derived.by(() => this.#grown());
	readonly boxes = $derived.by(() => {
		const rows = new Map(this.crowd.layout.rows);
		const [, row, bandId] = /^(\d+) (.*)$/s.exec(this.#growth) ?? [];
		if (bandId !== undefined) rows.set(bandId, Number(row));
		return bandBoxes(this.crowd.bands, rows, this.measures, this.#eye.plot.height);
	});
	readonly laneBoxes = $derived(laneBoxes(this.boxes));
	readonly #year = $derived.by(() => yearWidth(this.#eye.plot, this.#zoom));
	readonly scene: Scene = $derived.by(() => ({
		frame: this.frame,
		cards: this.#cards,
		plot: this.#eye.plot,
		camera: clampCamera(this.#eye.wanted, this.#eye.plot, contentHeight(this.boxes)),
		measures: this.measures,
		year: this.#year,
		crowd: this.crowd,
		boxes: this.boxes,
	}));
	/** The same wherever the camera is, so that panning computes nothing. */
	readonly drawn: readonly DrawnCard[] = $derived(drawnCards({ crowd: this.crowd, boxes: this.boxes, year: this.#year }));
	readonly #wished: ReadonlyMap<string, BoardItem[]> = $derived.by(() => this.#groups());
	#latest: ReadonlyMap<string, BoardItem[]> | null = null;
	/** Lane by lane, each in the order of time, cards of one date from the top: as Tab goes and as assistive technology reads, at any zoom. */
	readonly byLane: ReadonlyMap<string, BoardItem[]> = $derived.by(() => this.#asTheyStand());
	readonly order: readonly BoardItem[] = $derived([...this.byLane.values()].flat());

	constructor(app: Pick<App, 'records'>, eye: Eye) {
		this.#app = app;
		this.#eye = eye;
	}

	readonly #required = (cardId: string): string | null => {
		const card = this.#app.records.cards.get(cardId);
		return card && this.workshop ? requiredLane(this.workshop, card.kind) : null;
	};

	#asShown(lane: Lane): Lane {
		const { sized } = this;
		if (sized && 'rows' in sized && sized.laneId === lane.id) return { ...lane, rows: sized.rows };
		return lane.id === this.fanned ? { id: lane.id, name: lane.name } : lane;
	}

	/** As long as the hand stays in one band, that keeps what it has grown by: what lies below is not to jump at each column of cards. */
	#grown(): string {
		const [leader] = this.aimed?.values() ?? [];
		if (!leader) {
			this.#kept = { row: 0, bandId: '' };
			return '';
		}
		const spot = spotOf({ frame: this.frame, boxes: this.crowd.bands }, leader);
		const band = this.crowd.bands.find(({ id }) => id === spot.bandId);
		const rows = this.crowd.layout.rows.get(spot.bandId) ?? 0;
		const wanted = band?.mostRows === null && spot.row >= rows ? spot.row + 1 : 0;
		const row = this.#kept.bandId === spot.bandId ? Math.max(wanted, this.#kept.row) : wanted;
		this.#kept = { row, bandId: spot.bandId };
		return row > rows ? `${row} ${spot.bandId}` : '';
	}

	/** By what was wished for: cards of one date stand in this order wherever their lane can grow. */
	#groups(): Map<string, BoardItem[]> {
		const { bands, byId } = sortedOf(this.frame, this.#cards);
		const places = new Map(bands.map(({ id, laneId }, at) => [id, { laneId, at }]));
		const groups = new Map(this.lanes.map(({ id }) => [id, [] as BoardItem[]]));
		const placed = ({ id }: BoardItem) => byId.get(id)!;
		const place = (item: BoardItem) => places.get(placed(item).laneId);
		for (const item of this.items) groups.get(place(item)?.laneId ?? '')?.push(item);
		for (const group of groups.values()) {
			group.sort((a, b) => placed(a).at - placed(b).at || (place(a)?.at ?? 0) - (place(b)?.at ?? 0) || byWish(placed(a), placed(b)));
		}
		return groups;
	}

	/** In a lane of few rows a card may have got one above the one it wished for, so that only the layout knows its place. */
	#asTheyStand(): ReadonlyMap<string, BoardItem[]> {
		const few = new Set(sortedOf(this.frame, this.#cards).bands.flatMap(({ laneId, folded, mostRows }) => (mostRows === null || folded ? [] : [laneId])));
		if (few.size === 0) return this.#wished;
		const { cards } = this.crowd.layout;
		const groups = new Map([...this.#wished].map(([laneId, group]) => [laneId, few.has(laneId) ? fromTheTop(group, cards) : group]));
		// The same object where nothing has changed, since the scale alone seldom changes it.
		if (this.#latest && isSame(this.#latest, groups)) return this.#latest;
		return (this.#latest = groups);
	}

	placementOf(cardId: string): Placement | null | undefined {
		const { records } = this.#app;
		return records.cards.has(cardId) ? (records.uses.get(cardId)?.placement ?? null) : undefined;
	}
}

/** Cards of one date by the rows they stand in; what lies under one of them comes after it. */
function fromTheTop(group: BoardItem[], standings: ReadonlyMap<string, Standing>): BoardItem[] {
	const places = new Map(group.map(({ id }, at) => [id, at]));
	const standing = ({ id }: BoardItem) => standings.get(id);
	const isUnder = (item: BoardItem) => Number(standing(item)?.under !== undefined);
	return group.toSorted((a, b) => {
		const asWished = places.get(a.id)! - places.get(b.id)!;
		if (a.placement.at !== b.placement.at || standing(a)?.laneId !== standing(b)?.laneId) return asWished;
		return (standing(a)?.row ?? 0) - (standing(b)?.row ?? 0) || isUnder(a) - isUnder(b) || asWished;
	});
}

function isSame(a: ReadonlyMap<string, readonly BoardItem[]>, b: ReadonlyMap<string, readonly BoardItem[]>): boolean {
	return a.size === b.size && [...b].every(([id, items]) => {
		const before = a.get(id);
		return before?.length === items.length && items.every((item, at) => item === before[at]);
	});
}
