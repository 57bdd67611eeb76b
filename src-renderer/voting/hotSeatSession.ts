/**
 * Remembers for this window that the laptop is being passed round, and the token of who holds it, so that a reload comes
 * back to the cover or to that person's ballot and never to somebody else's screen.
 */
const key = 'longview-hot-seat';

export interface HotSeatSession {
	roundId: string;
	/** Null while the cover is up. */
	participant: string | null;
}

export function hotSeatSession(): HotSeatSession | null {
	try {
		return JSON.parse(sessionStorage.getItem(key) ?? 'null') as HotSeatSession | null;
	} catch {
		return null;
	}
}

export function keepHotSeat(session: HotSeatSession | null): void {
	if (session) sessionStorage.setItem(key, JSON.stringify(session));
	else sessionStorage.removeItem(key);
}
