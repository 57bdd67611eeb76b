/** The wall's legend, and how much of it there is room for. */
import { legendShapes } from '../../../src-shared/domain/picture/legend.ts';
import { line, type Setter, type Shape } from '../../../src-shared/domain/picture/shapes.ts';
import type { StructureParts } from '../../../src-shared/domain/picture/structureLegend.ts';
import { kinds } from '../../../src-shared/schemas/names.ts';
import { horizons } from '../../../src-shared/schemas/names.ts';
import type { RoomCanvas, RoomInfluence } from '../../db/roomCanvas.ts';
import { counted } from '../../ui/kinds.ts';
import type { Form } from './roomCards.ts';
import { badge } from './roomCardShapes.ts';
import type { Formed } from './roomForms.ts';
import type { Drawing } from './roomLanes.ts';
import { edge, roomHeight, type RoomLane, type RoomSight } from './roomSight.ts';

const worth: Readonly<Record<Form, number>> = { named: 100, coded: 10, bead: 1 };

interface Footer {
	shapes: Shape[];
	top: number;
}

/** What a legend leaves out at last, when each of its rows costs cards their names. */
export const noParts: StructureParts = { clusters: false, notes: false, strengths: [], horizons: [], futures: false };
/** What is left of the legend when it costs cards their words: at first what goes without saying. */
const legends: readonly ((parts: StructureParts) => StructureParts)[] = [
	(parts) => parts,
	(parts) => ({ ...parts, clusters: false, notes: false }),
	(parts) => ({ ...parts, clusters: false, notes: false, horizons: [], futures: parts.futures && 'briefly' }),
	() => noParts,
];

interface Fitted {
	drawn: Drawing;
	foot: Footer;
}

/** What the legend has to say depends on what is drawn, and that on how much room the legend leaves. The fullest that costs no card its words. */
export function fitted(hoped: StructureParts, form: (foot: number) => Formed, draw: (forms: Formed) => Drawing, footOf: (parts: StructureParts, without: string) => Footer): Fitted {
	const bare = wordsOf(form(footOf(noParts, '').top));
	let best: (Fitted & { words: number }) | null = null;
	for (const legend of legends) {
		const { top } = footOf(legend(hoped), '');
		const forms = form(top);
		// Arrows take the longest to find: not for a wall that will not be shown.
		if (wordsOf(forms) < bare && legend !== legends.at(-1)) continue;
		const found = settled((parts, without) => footOf(legend(parts), without), top, forms, form, draw);
		if (!best || found.words > best.words) best = found;
		if (best.words >= bare) break;
	}
	return best!;
}

function settled(footOf: (parts: StructureParts, without: string) => Footer, hoped: number, first: Formed, form: (foot: number) => Formed, draw: (forms: Formed) => Drawing): Fitted & { words: number } {
	let [top, forms] = [hoped, first];
	for (let tries = 0; ; tries++) {
		const drawn = draw(forms);
		const feet = [drawn.without, drawn.withoutBriefly].map((without) => footOf(drawn.parts, without));
		const foot = feet.find((one) => one.top >= top);
		if (foot) return { drawn, foot, words: wordsOf(forms) };
		top = feet.at(-1)!.top - tries * 39;
		forms = form(top);
	}
}

/** How much cards say: more with names than with codes, and with those than with signs. */
const wordsOf = ({ lanes }: Formed): number =>
	lanes.reduce((sum, { cards, sections }) => sum + cards.reduce((own, { form, card }) => own + (sections[form].rows.has(card.id) ? worth[form] : 0), 0), 0);

/** What there would be if there were room for all of it. */
export function hopedFor({ structure }: RoomCanvas, lanes: readonly RoomLane[], clusters: number, influences: readonly RoomInfluence[]): StructureParts {
	const cards = lanes.flatMap((lane) => lane.cards);
	return {
		clusters: clusters > 0, notes: lanes.some(({ notes }) => notes.length > 0), strengths: influences.map(({ strength }) => strength),
		horizons: horizons.filter((one) => structure.overlays.includes('horizons') || cards.some(({ horizon }) => horizon === one)), futures: structure.overlays.includes('cone'),
	};
}

interface FooterNotes {
	/** Outside this view. */
	cards: number;
	notes: number;
	lanes: number;
	today: string | null;
	parts: StructureParts;
	without: string;
}

export function footer({ results }: RoomCanvas, { rating }: RoomSight, lanes: readonly RoomLane[], notes: FooterNotes, width: number, setter: Setter): Footer {
	const cards = lanes.flatMap((lane) => lane.cards);
	const here = new Set(cards.map(({ kind }) => kind));
	const outside = ([[notes.lanes, 'lane'], [notes.cards, 'card'], [notes.notes, 'note']] as const).flatMap(([count, what]) => (count > 0 ? [counted(count, what)] : [])).join(' and ');
	const left = outside === '' ? '' : `${outside} outside this view`;
	const leftWidth = left === '' ? 0 : setter.width(left, 'roomSmall') + 40;
	const parts = {
		kinds: kinds.filter((kind) => here.has(kind)), today: notes.today,
		of: rating, badges: cards.some(({ id }) => results.get(id)?.[rating]), whiskers: cards.some(({ id }) => results.get(id)?.timing),
		structure: notes.parts, note: notes.without || undefined,
	};
	const style = { leading: 31, glyph: 28, badge, role: 'roomSmall' as const };
	const box = { left: edge, top: 0, width: width - 2 * edge - leftWidth };
	const top = roomHeight - 18 - legendShapes(parts, box, style, setter).height;
	const texts: Shape[] = left === '' ? [] : [{ is: 'text', text: left, role: 'roomSmall', colour: 'ink-2', x: width - edge, top, leading: 31, align: 'end' }];
	return { top: top - 14, shapes: [line(0, top - 12, width, top - 12, 'line', 2), ...legendShapes(parts, { ...box, top }, style, setter).shapes, ...texts] };
}
