/** Dates of documents, as exact as the document is. */
const monthNames = [
	'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];

/** "2023", "December 2023" or "11 December 2023" from an ISO date or timestamp; anything else as it stands. */
export function dateText(iso: string): string {
	const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(iso);
	const month = parts?.[2] === undefined ? undefined : monthNames[Number(parts[2]) - 1];
	if (!parts || (parts[2] !== undefined && !month)) return iso;
	return [parts[3] && String(Number(parts[3])), month, parts[1]].filter(Boolean).join(' ');
}
