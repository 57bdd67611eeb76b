/** Dates and times as people read them, without the browser's own formats, which take some 20 ms to load. */
const monthNames = [
	'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];

/** Of a document, as exact as the document is: "2023", "December 2023" or "11 December 2023" from an ISO date or timestamp; anything else as it stands. */
export function dateText(iso: string): string {
	const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(iso);
	const month = parts?.[2] === undefined ? undefined : monthNames[Number(parts[2]) - 1];
	if (!parts || (parts[2] !== undefined && !month)) return iso;
	return [parts[3] && String(Number(parts[3])), month, parts[1]].filter(Boolean).join(' ');
}

/** "14 May 2026". */
export const dayText = (date: Date): string => `${date.getDate()} ${monthNames[date.getMonth()]} ${date.getFullYear()}`;

/** "14:06"; empty for what is no time. */
export function timeText(instant: Date | string): string {
	const date = new Date(instant);
	const two = (part: number) => String(part).padStart(2, '0');
	return Number.isNaN(date.getTime()) ? '' : `${two(date.getHours())}:${two(date.getMinutes())}`;
}
