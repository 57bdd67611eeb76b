/** The lanes of a projected canvas while it is tried out how much of everything they have room for. */
import type { Setter } from '../../../src-shared/domain/picture/shapes.ts';
import type { RoomCard, RoomCluster, RoomNote } from '../../db/roomCanvas.ts';
import { pack, type Packed, type Span } from './pack.ts';
import { blockOf, noteOf, structured, type Block, type Bounds, type FormedNote } from './roomBlocks.ts';
import { formedCard, room, spanOf, type Form, type FormedCard } from './roomCards.ts';

/** Cards of one form, in rows of their own. */
export interface Section extends Packed {
	pitch: number;
	/** How much of a row is used, and of that by words. */
	content: number;
	words: number;
	blocks: readonly Block[];
}

export interface FormedLane {
	cards: readonly FormedCard[];
	/** From the top: names, codes, signs. */
	sections: Readonly<Record<Form, Section>>;
	/** In the rows of the names. */
	notes: readonly FormedNote[];
	/** All cards of its clusters stand in frames. */
	isWhole: boolean;
	height: number;
}

export interface Forming {
	lanes: readonly { cards: readonly RoomCard[]; notes: readonly RoomNote[] }[];
	/** With cards in these lanes. */
	clusters: readonly RoomCluster[];
	x: (at: number) => number;
	/** Where cards may begin, and where the picture ends. */
	bounds: Bounds;
	/** For all lanes together. */
	height: number;
	/** The room's median; null for what it has not voted on. */
	median: (id: string) => number | null;
	/** What people are to look at. */
	shown: (id: string) => boolean;
	hasWhisker: (id: string) => boolean;
	/** Rows leave room for arrows between them. */
	hasArrows: boolean;
}

export class Sheet {
	#forming: Forming;
	#setter: Setter;
	#forms = new Map<string, Form>();
	#lanes: FormedLane[] = [];
	/** Rows of signs in each lane. */
	#most: number[];
	#marked = new Set<string>();
	#framed = new Set<RoomCluster>();
	#pinned = new Set<RoomNote>();

	constructor(forming: Forming, setter: Setter) {
		this.#forming = forming;
		this.#setter = setter;
		this.#most = forming.lanes.map(() => Infinity);
	}

	form(id: string): Form {
		return this.#forms.get(id)!;
	}

	fits(way: (id: string) => Form): boolean {
		for (const { cards } of this.#forming.lanes) for (const { id } of cards) this.#forms.set(id, way(id));
		this.#lanes = this.#forming.lanes.map((_, index) => this.#formed(index));
		return this.#total() <= this.#forming.height;
	}

	/** The same with so many rows of signs in each lane, and the rest of them counted. */
	piles(way: (id: string) => Form, most: number): boolean {
		this.#most = this.#forming.lanes.map(() => most);
		if (this.fits(way)) return true;
		this.#most = this.#forming.lanes.map(() => Infinity);
		return false;
	}

	/** Gives as many of these cards their names as there is room for, those with the highest median first. */
	name(cards: readonly RoomCard[]): void {
		const { median, shown } = this.#forming;
		const weight = ({ id }: RoomCard) => (shown(id) ? 10 : (median(id) ?? 0));
		let refused = 0;
		for (const { id } of [...cards].sort((a, b) => weight(b) - weight(a) || a.placement.at - b.placement.at)) {
			const before = this.form(id);
			this.#forms.set(id, 'named');
			if (this.#tried(this.#laneOf(id))) refused = 0;
			else {
				this.#forms.set(id, before);
				if (++refused > 30) return;
			}
		}
	}

	/** More rows of signs, a lane after the other, for as long as there is room. */
	fill(most = Infinity): void {
		for (let isMore = true; isMore; ) {
			isMore = false;
			for (const [index, lane] of this.#lanes.entries()) {
				if (lane.sections.bead.rest.length === 0 || this.#most[index]! >= most) continue;
				this.#most[index]!++;
				if (this.#tried(index)) isMore = true;
				else this.#most[index]!--;
			}
		}
	}

	/** Gives cards with words their horizon's mark. @returns how many have no room for it. */
	mark(): number {
		let without = 0;
		for (const [index, { cards }] of this.#forming.lanes.entries()) {
			const ids = cards.filter(({ id, horizon }) => horizon && this.form(id) !== 'bead').map(({ id }) => id);
			if (ids.length === 0 || this.#added(this.#marked, ids, [index])) continue;
			for (const id of ids) if (!this.#added(this.#marked, [id], [index])) without++;
		}
		return without;
	}

	/** Frames each cluster in all of its lanes or in none: part of it would be read as all of it. @returns how many have no room. */
	frame(): number {
		const { clusters, lanes } = this.#forming;
		return clusters.filter((cluster) => {
			const own = new Set(cluster.cardIds);
			const touched = lanes.flatMap(({ cards }, index) => (cards.some(({ id }) => own.has(id)) ? [index] : []));
			const isPiled = touched.some((index) => this.#lanes[index]!.sections.bead.rest.some((id) => own.has(id)));
			return isPiled || !this.#added(this.#framed, [cluster], touched);
		}).length;
	}

	/** @returns how many notes have no room. */
	pin(): number {
		return this.#forming.lanes.flatMap(({ notes }, index) => notes.filter((note) => !this.#added(this.#pinned, [note], [index]))).length;
	}

	/** Lanes share what is left over, and rows with something between them stand apart. */
	stretched(): FormedLane[] {
		const more = Math.max(0, this.#forming.height - this.#total()) / Math.max(1, this.#lanes.length);
		const hasMore = this.#framed.size + this.#pinned.size > 0 || this.#forming.hasArrows;
		return this.#lanes.map((lane) => {
			const rows = Object.values(lane.sections).reduce((sum, { count }) => sum + count, 0);
			const apart = hasMore ? Math.min(structured.air, (0.7 * more) / Math.max(1, rows)) : 0;
			const wider = (section: Section): Section => ({ ...section, pitch: section.pitch + apart });
			const { named, coded, bead } = lane.sections;
			return { ...lane, sections: { named: wider(named), coded: wider(coded), bead: wider(bead) }, height: lane.height + more };
		});
	}

	/** Adds to one of the sets, and keeps that where these lanes still fit with every card they had. */
	#added<T>(set: Set<T>, more: readonly T[], indexes: readonly number[]): boolean {
		const before = this.#lanes;
		this.#lanes = [...before];
		for (const one of more) set.add(one);
		for (const index of indexes) this.#lanes[index] = this.#formed(index);
		const hasAll = indexes.every((index) => this.#lanes[index]!.isWhole && this.#lanes[index]!.sections.bead.rest.length <= before[index]!.sections.bead.rest.length);
		const isNoMore = indexes.every((index) => this.#lanes[index]!.height <= before[index]!.height);
		if (hasAll && (isNoMore || this.#total() <= this.#forming.height)) return true;
		for (const one of more) set.delete(one);
		this.#lanes = before;
		return false;
	}

	/** Forms a lane anew, and keeps that where all lanes still fit. */
	#tried(index: number): boolean {
		const before = this.#lanes[index]!;
		this.#lanes[index] = this.#formed(index);
		if (this.#total() <= this.#forming.height) return true;
		this.#lanes[index] = before;
		return false;
	}

	#total(): number {
		return this.#lanes.reduce((total, lane) => total + lane.height, 0);
	}

	#laneOf(id: string): number {
		return this.#forming.lanes.findIndex(({ cards }) => cards.some((card) => card.id === id));
	}

	#formed(index: number): FormedLane {
		const { lanes, height, hasWhisker, x, bounds } = this.#forming;
		const cards = lanes[index]!.cards.map((card) => formedCard(card, this.form(card.id), this.#marked.has(card.id), this.#forming, this.#setter));
		const notes = lanes[index]!.notes.filter((note) => this.#pinned.has(note)).map((note) => noteOf(note, x(note.at), bounds, this.#setter));
		const named = cards.filter(({ form }) => form === 'named');
		const isTall = [...named, ...notes].some(({ lines }) => lines.length > 1);
		const namedContent = (isTall ? 2 * room.nameLeading : room.glyph) + (named.some(({ card }) => hasWhisker(card.id)) ? room.whisker : 0);
		const sections = {
			named: this.#section('named', cards, room.between, namedContent, namedContent + 6, isTall ? 2 : 1, notes.map(({ span }) => span)),
			coded: this.#section('coded', cards, room.between, room.codedPitch - 4, room.codedPitch, 1),
			bead: this.#section('bead', cards, 3, room.smallGlyph, room.beadPitch, 1, [], this.#most[index]),
		};
		const rows = Object.values(sections).reduce((sum, { count, pitch }) => sum + count * pitch, 0);
		const least = Math.min(room.leastLane, height / lanes.length);
		const framed = new Set(Object.values(sections).flatMap(({ blocks, rows }) => blocks.flatMap((block) => [...block.rows.keys()].filter((id) => rows.has(id)))));
		return {
			cards: cards.map((card) => (framed.has(card.card.id) ? { ...card, isFramed: true } : card)),
			sections, notes,
			isWhole: [...this.#framed].every(({ cardIds }) => lanes[index]!.cards.every(({ id }) => framed.has(id) || !cardIds.includes(id))),
			height: Math.max(least, room.pad + rows + (sections.bead.rest.length > 0 ? room.beadPitch : 0)),
		};
	}

	/** @param lines of a cluster's name that a row has room for. */
	#section(form: Form, all: readonly FormedCard[], gap: number, content: number, pitch: number, lines: number, notes: readonly Span[] = [], most = Infinity): Section {
		const spans = all.filter((card) => card.form === form).map(spanOf);
		const blocks = [...this.#framed].flatMap((cluster) => {
			const own = spans.filter(({ id }) => cluster.cardIds.includes(id));
			return own.length === 0 ? [] : (blockOf(cluster, own, gap, lines, this.#forming.bounds, this.#setter) ?? []);
		});
		const within = new Map(blocks.flatMap((block) => [...block.rows].map(([id, row]) => [id, { block, row }] as const)));
		const packed = pack([...spans.filter(({ id }) => !within.has(id)), ...blocks.map(({ span }) => span), ...notes], gap, most);
		for (const [id, { block, row }] of within) {
			const first = packed.rows.get(block.span.id);
			if (first === undefined) packed.rest.push(id);
			else packed.rows.set(id, first + row);
		}
		const blockIds = new Set(blocks.map(({ span }) => span.id));
		packed.rest = packed.rest.filter((id) => !blockIds.has(id));
		const hasMore = blocks.length + notes.length > 0;
		const words = form === 'named' ? (lines > 1 ? 2 * room.nameLeading : room.glyph) : content;
		return { ...packed, blocks, content, words, pitch: pitch + (hasMore ? structured.air : 0) };
	}
}

