/** What the wall's picture is of, and its measures. */
import type { Setter } from '../../../src-shared/domain/picture/shapes.ts';
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import type { Lane } from '../../../src-shared/schemas/records.ts';
import type { RoomCard, RoomNote } from '../../db/roomCanvas.ts';
import type { ScreenView } from './messages.ts';
import type { CardContext } from './roomCardShapes.ts';

export const roomHeight = 900;
/** From the left: the picture's edge, how wide lanes' names are and where they end at the latest, the first year; and from the right the last. */
export const [edge, names, namesEnd, plotStart, plotEnd] = [40, 152, 198, 218, 74] as const;

export interface RoomSight {
	view: ScreenView | null;
	/** Cards that the facilitator points out. */
	shown: ReadonlySet<string>;
	/** Years from the base year. */
	today: number | null;
	todayName: string;
	/** The criterion whose medians are shown. */
	rating: ScaleCriterion;
}

export interface Context extends CardContext {
	sight: RoomSight;
	setter: Setter;
	/** null where today is out of sight. */
	todayX: number | null;
}

export interface RoomLane {
	lane: Lane;
	cards: RoomCard[];
	notes: RoomNote[];
}
