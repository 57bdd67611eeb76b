/** A round's clock as a value: how much is left, and what pausing and a minute more make of it. It closes nothing. */
import type { Clock } from '../../src-shared/schemas/room.ts';

/** From here on the ring warns; nothing beeps. */
export const warnsAt = 120;
/** A day: no round is given more. */
const most = 86_400;

export const startedClock = (minutes: number, now: Date): Clock => running({ total: Math.min(most, minutes * 60) }, Math.min(most, minutes * 60), now);

/** Whole seconds, never below 0. */
export function leftOf({ endsAt, left }: Clock, now: Date): number {
	if (endsAt === null) return left ?? 0;
	return Math.max(0, Math.ceil((Date.parse(endsAt) - now.getTime()) / 1000));
}

export const isPaused = ({ endsAt }: Clock): boolean => endsAt === null;
export const pausedClock = (clock: Clock, now: Date): Clock => ({ total: clock.total, endsAt: null, left: leftOf(clock, now) });
export const resumedClock = (clock: Clock, now: Date): Clock => (isPaused(clock) ? running(clock, clock.left ?? 0, now) : clock);

/** One that has run out starts again with what it is given. */
export function longerClock(clock: Clock, seconds: number, now: Date): Clock {
	const left = Math.min(most, leftOf(clock, now) + seconds);
	const total = Math.min(most, Math.max(clock.total + seconds, left));
	return isPaused(clock) ? { total, endsAt: null, left } : running({ total }, left, now);
}

const running = ({ total }: Pick<Clock, 'total'>, left: number, now: Date): Clock =>
	({ total, endsAt: new Date(now.getTime() + left * 1000).toISOString(), left: null });

/** "04:20", "72:00": minutes and seconds. */
export const clockText = (seconds: number): string => `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;

/** For those who hear it: "4 minutes 20 seconds". */
export function clockWords(seconds: number): string {
	const part = (n: number, one: string) => (n === 0 ? [] : [`${n} ${one}${n === 1 ? '' : 's'}`]);
	return [...part(Math.floor(seconds / 60), 'minute'), ...part(seconds % 60, 'second')].join(' ') || 'no time';
}
