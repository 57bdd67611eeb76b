/** When a step was taken, as people say it. */

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** "14:06"; empty for what is no time. */
export const timeOf = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? '' : clock.format(new Date(iso)));

/** "Today", "Yesterday", "Thursday, 14 May 2026". */
export function dayOf(iso: string, now = new Date()): string {
	const date = new Date(iso);
	if (Number.isNaN(date.getTime())) return '';
	const days = Math.round((startOf(now) - startOf(date)) / 86_400_000);
	return days === 0 ? 'Today' : days === 1 ? 'Yesterday' : day.format(date);
}

const startOf = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
