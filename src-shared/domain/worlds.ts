/**
 * Where the worlds of a workshop stand: the four quadrants of two axes (Schwartz 1991), what declines, bridges and emerges
 * (Curry & Hodgson 2008; Sharpe 2013), or in the futures cone one probable, one preferable and two plausible worlds (Hancock &
 * Bezold 1994; Voros 2017). A world keeps its place in every logic that was tried.
 */
import type { Scenario } from '../schemas/records.ts';
import type { Axes, Axis, Logic, Standing } from '../schemas/worlds.ts';

export type PlacedLogic = Exclude<Logic, 'free'>;

/** Room for one world. */
export interface Seat {
	key: string;
	/** What a world that sits here has in its standing, in the one logic. */
	standing: Standing;
}

export interface Seated<S> {
	seat: Seat;
	/** null while nobody has named a world here. */
	scenario: S | null;
}

const quadrant = (across: 'low' | 'high', up: 'low' | 'high'): Seat => ({ key: `${across}/${up}`, standing: { axes: { across, up } } });

const seats: Record<PlacedLogic, readonly Seat[]> = {
	axes: [quadrant('low', 'high'), quadrant('high', 'high'), quadrant('low', 'low'), quadrant('high', 'low')],
	horizons: (['declines', 'bridges', 'emerges'] as const).map((part) => ({ key: part, standing: { horizons: part } })),
	cone: [
		{ key: 'probable', standing: { cone: 'probable' } },
		{ key: 'preferable', standing: { cone: 'preferable' } },
		{ key: 'plausible', standing: { cone: 'plausible' } },
		{ key: 'plausible 2', standing: { cone: 'plausible' } },
	],
};

/** As they are read: from the left to the right, the upper row first. */
export const seatsOf = (logic: PlacedLogic): readonly Seat[] => seats[logic];

type Stands = Pick<Scenario, 'id' | 'standing'>;

function sitsAt({ standing }: Stands, seat: Seat): boolean {
	const { axes, horizons, cone } = seat.standing;
	if (axes) return standing?.axes?.across === axes.across && standing.axes.up === axes.up;
	return horizons ? standing?.horizons === horizons : standing?.cone === cone;
}

/** @param scenarios in their order: the first of two in one place sits there. @returns the others, none dropped, as `outside`. */
export function arranged<S extends Stands>(logic: PlacedLogic, scenarios: readonly S[]): { seated: Seated<S>[]; outside: S[] } {
	const left = [...scenarios];
	const seated = seats[logic].map((seat): Seated<S> => {
		const at = left.findIndex((scenario) => sitsAt(scenario, seat));
		return { seat, scenario: at < 0 ? null : left.splice(at, 1)[0]! };
	});
	return { seated, outside: left };
}

/** Which of the two plausible worlds of the cone a world is, where it sits on one of their seats. */
export function plausibleSide(scenarios: readonly Stands[], id: string): 'A' | 'B' | null {
	const key = arranged('cone', scenarios).seated.find(({ scenario }) => scenario?.id === id)?.seat.key;
	return key === 'plausible' ? 'A' : key === 'plausible 2' ? 'B' : null;
}

/**
 * A world goes to a seat, and one that sits there takes its place in exchange.
 * @param key of the seat; null for outside of all. @returns what changes, by scenario; nothing between two seats that mean the same.
 */
export function moveTo<S extends Stands>(logic: PlacedLogic, scenarios: readonly S[], id: string, key: string | null): Map<string, Standing> {
	const { seated } = arranged(logic, scenarios);
	const scenario = scenarios.find((one) => one.id === id);
	const from = seated.find((one) => one.scenario?.id === id);
	const to = seated.find(({ seat }) => seat.key === key);
	const moves = new Map<string, Standing>();
	if (!scenario || (key !== null && !to) || from === to) return moves;
	const stands = (one: S, seat: Seat | undefined) => (seat ? sitsAt(one, seat) : one.standing?.[logic] === undefined);
	if (!stands(scenario, to?.seat)) moves.set(id, standingAt(scenario, logic, to?.seat));
	if (to?.scenario && !stands(to.scenario, from?.seat)) moves.set(to.scenario.id, standingAt(to.scenario, logic, from?.seat));
	return moves;
}

function standingAt({ standing }: Stands, logic: PlacedLogic, seat: Seat | undefined): Standing {
	const others = { ...standing };
	delete others[logic];
	return { ...others, ...seat?.standing };
}

const opposite = { low: 'high', high: 'low' } as const;

/** The world where it means the same once the two axes have changed places. */
export const turned = (standing: Standing): Standing =>
	standing.axes ? { ...standing, axes: { across: standing.axes.up, up: standing.axes.across } } : standing;

/** The world where it means the same once the poles of one axis have changed places. */
export const flipped = (standing: Standing, axis: keyof Axes): Standing =>
	standing.axes ? { ...standing, axes: { ...standing.axes, [axis]: opposite[standing.axes[axis]] } } : standing;

const partNames: Record<string, string> = {
	declines: 'What declines', bridges: 'What bridges', emerges: 'What emerges',
	probable: 'Probable', preferable: 'Preferable', plausible: 'Plausible A', 'plausible 2': 'Plausible B',
};
const pole = (axis: Axis | null | undefined, end: 'low' | 'high', fallback: string): string => axis?.[end].trim() || fallback;

/** "Open weights, firm rules"; "What emerges". */
export function seatName({ key, standing }: Seat, axes: Axes | undefined): string {
	if (!standing.axes) return partNames[key] ?? key;
	const { across, up } = standing.axes;
	const second = pole(axes?.up, up, up === 'high' ? 'top' : 'bottom');
	return `${pole(axes?.across, across, across === 'high' ? 'Right' : 'Left')}, ${lowered(second)}`;
}

/** A name in the middle of a sentence; an abbreviation stays as it is. */
const lowered = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
