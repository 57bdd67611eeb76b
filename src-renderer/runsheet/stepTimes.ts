/** When a step was taken, as people say it. */
import { dayText } from '../ui/dates.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** "Today", "Yesterday", "Thursday, 14 May 2026". */
export function dayOf(iso: string, now = new Date()): string {
	const date = new Date(iso);
	if (Number.isNaN(date.getTime())) return '';
	const days = Math.round((startOf(now) - startOf(date)) / 86_400_000);
	return days === 0 ? 'Today' : days === 1 ? 'Yesterday' : `${weekdays[date.getDay()]}, ${dayText(date)}`;
}

const startOf = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
