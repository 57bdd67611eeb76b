/** Where the names of the lines stand on the canvas, before what is in sight now. */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { isFree, namesOnLines, type NamedLine } from '../../../src-shared/domain/picture/namesOnLines.ts';
import type { Box } from '../../../src-shared/domain/picture/shapes.ts';
import type { BoardStore } from '../boardStore.svelte.ts';
import { contentWidth, isPartly } from '../camera.ts';
import { contentHeight, dateX } from '../geometry.ts';
import { roomBelow, roomForMinimap } from '../measures.ts';
import { boxOfNote, isNoteOpen } from '../structure/frames.ts';
import { todayAt } from '../today.ts';
import type { Named } from './overlayLines.ts';

export interface Name {
	id: Named['id'];
	text: string;
	/** Of the plate: its middle in parts of the ten years, which a zoom does not change, and pixels. */
	part: number;
	y: number;
	width: number;
	isShort: boolean;
}

export const plateHeight = 18;
/** Of letters as wide as they mostly are. */
const widthOf = (text: string) => Math.round(12 + 6.3 * text.length);
/** Under a card hangs its whisker. */
const whisker = 12;
/** What an empty lane asks, wherever the line of today lets it stand. */
const asks = { left: 40, width: 290, height: 48 };
const minimap = { width: 112, height: roomForMinimap };

/** @param before names that stay where they are if they can. */
export function namesBefore(store: BoardStore, lines: readonly Named[], before: readonly Name[]): Name[] {
	const { plot, camera, year } = store.scenes.scene;
	const [left, width] = [dateX(0, year), horizonYears * year];
	const partAt = (x: number) => (x - left) / width;
	const extent: Box = { left: camera.x + 4, top: 4, width: plot.width - 8, height: plot.height - roomBelow - 8 };
	const walls = wallsOf(store);
	const boxOf = ({ part, y, width: wide }: Name): Box => ({ left: left + part * width - wide / 2, top: y, width: wide, height: plateHeight });
	const byId = new Map(lines.map((line) => [line.id, line]));
	const kept = before.filter((name) => !name.isShort && isOn(byId.get(name.id), name) && isFree(boxOf(name), { extent, walls }));
	const keptIds = new Set(kept.map(({ id }) => id));
	const looking = lines.map(({ id, names, at }): NamedLine<Named['id']> => ({
		id, widths: keptIds.has(id) ? [] : names.map(widthOf), at: (x) => (partAt(x) < 0 || partAt(x) > 1 ? [] : at(partAt(x))),
	}));
	const found = namesOnLines(looking, { extent, height: plateHeight, walls: [...walls, ...kept.map(boxOf)] }).map(({ id, form, box }): Name => (
		{ id, text: byId.get(id)!.names[form]!, part: partAt(box.left + box.width / 2), y: box.top, width: box.width, isShort: form > 0 }
	));
	return [...kept, ...found];
}

/** A canvas of another height has its lines elsewhere. */
const isOn = (line: Named | undefined, { part, y }: Name): boolean => line?.at(part).some((at) => Math.abs(at - plateHeight / 2 - y) < 0.5) === true;

/** What is to be read, where it is now: across in content pixels, down in the canvas's. */
function wallsOf({ scenes, structure }: BoardStore): Box[] {
	const { plot, camera, measures, year } = scenes.scene;
	const inSight = (box: Box): Box[] => {
		const top = box.top - camera.y;
		return top < plot.height && top + box.height > 0 && box.left < camera.x + plot.width && box.left + box.width > camera.x ? [{ ...box, top }] : [];
	};
	const cards = scenes.drawn.flatMap((card) => (card.under === undefined ? inSight({ ...card, height: card.height + (card.detail === 'glyph' || card.detail === 'tab' ? 0 : whisker) }) : []));
	const heads = structure.shownClusters.flatMap(({ box }) => inSight({ ...box, top: box.top - 12, height: 24 }));
	const notes = isNoteOpen(measures.detail) ? structure.notes.flatMap((note) => inSight(boxOfNote(scenes.scene, note))) : [];
	const asked = scenes.laneBoxes.flatMap(({ id, top }) => (scenes.byLane.get(id)?.length ? [] : inSight({ left: camera.x + asks.left, top, width: asks.width, height: asks.height })));
	const hasMap = isPartly({ width: contentWidth(plot, camera.zoom), height: contentHeight(scenes.boxes) }, plot);
	const map: Box = { ...minimap, left: camera.x + plot.width - minimap.width, top: plot.height - roomBelow - minimap.height };
	const today = todayAt(scenes.baseYear);
	const line: Box[] = today === null ? [] : [{ left: dateX(today, year) - 3, top: 0, width: 6, height: plot.height }];
	return [...line, ...cards, ...heads, ...notes, ...asked, ...(hasMap ? [map] : [])];
}
