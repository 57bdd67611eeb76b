/** The round's clock as this phone shows it: the server's time counts, since phones' own clocks are often wrong. */
import type { Clock } from '../../src-shared/schemas/room.ts';

export interface ClockFace {
	/** "06:10". */
	text: string;
	paused: boolean;
	isOver: boolean;
}

/**
 * @param ahead by how many milliseconds the server's clock is ahead of this phone's.
 * @returns null where there is no clock, or one that says nothing.
 */
export function clockFace(clock: Clock | null, now: number, ahead: number): ClockFace | null {
	if (!clock) return null;
	const running = clock.endsAt !== null;
	const seconds = running ? Math.ceil((Date.parse(clock.endsAt!) - now - ahead) / 1000) : clock.left;
	if (seconds === null || !isFinite(seconds)) return null;
	const left = Math.max(0, seconds);
	return { text: `${two(Math.floor(left / 60))}:${two(left % 60)}`, paused: !running, isOver: running && left === 0 };
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
