/** Review dates of signposts as a calendar file (RFC 5545). Loaded only when one is asked for: the library is 37 kB. */
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { diagnose, listed } from '../../src-shared/domain/signposts.ts';
import type { Signpost } from '../../src-shared/schemas/worlds.ts';
import { worldName } from './change.ts';

export interface CalendarSubject {
	workshopTitle: string;
	/** Those without a review date, and those that have been seen, are left out. */
	signposts: readonly Signpost[];
	worlds: readonly { id: string; title: string }[];
	/** When the file is made. */
	now: Date;
}

/**
 * An all-day event on each review date, without an alarm and not blocking the day. A signpost keeps its UID from file to
 * file, so a calendar that reads a later one moves the event and makes no second one.
 */
export function reviewCalendar({ workshopTitle, signposts, worlds, now }: CalendarSubject): string {
	const calendar = ical({
		name: clean(`Signposts: ${workshopTitle}`),
		prodId: { company: 'Longview', product: 'Signposts', language: 'EN' },
		method: ICalCalendarMethod.PUBLISH,
	});
	for (const signpost of dated(signposts)) {
		calendar.createEvent({
			// A file that was written by hand may have any id; a UID is one plain word.
			id: `${encodeURIComponent(clean(signpost.id))}@longview`,
			// The library reads the day in UTC.
			start: new Date(`${signpost.reviewAt}T00:00:00Z`),
			allDay: true,
			stamp: now,
			// A later file has to count as newer in a calendar that has read an earlier one.
			sequence: Math.max(0, Math.floor(now.getTime() / 60_000) - sequenceZero),
			summary: clean(`Review: ${signpost.title.trim() || 'an unnamed signpost'}`),
			description: clean(descriptionOf(signpost, worlds, workshopTitle)),
			transparency: ICalEventTransparency.TRANSPARENT,
		});
	}
	return calendar.toString();
}

/** Minutes from 1970 to 2026. */
const sequenceZero = Math.floor(Date.UTC(2026, 0, 1) / 60_000);

export const dated = (signposts: readonly Signpost[]): Signpost[] => signposts.filter(({ reviewAt, seenOn }) => reviewAt !== null && seenOn === undefined);

function descriptionOf(signpost: Signpost, worlds: CalendarSubject['worlds'], workshopTitle: string): string {
	const { source, threshold, owner, count, towards, away } = signpost;
	const names = (ids: readonly string[]) => listed(worlds.filter(({ id }) => ids.includes(id)).map(worldName));
	const says = diagnose(signpost, worlds.map(({ id }) => id)).says === 'nothing said' ? [] : [['Points towards', names(towards)], ['Points away from', names(away)]];
	const lines = [
		['Counts', threshold], ['So far', count ? `${count.seen} of ${count.of}` : ''], ['Seen in', source], ['Watched by', owner],
		...says, ['Workshop', workshopTitle],
	];
	return lines.filter(([, text]) => text!.trim() !== '').map(([name, text]) => `${name}: ${text!.trim()}`).join('\n');
}

/** RFC 5545 has no control characters but tabs and line breaks in its text; a lone surrogate is no text at all. */
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
