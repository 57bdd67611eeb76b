/** The paper that is printed on: what was chosen last, else what this computer's region prints on. */
export type PageSize = 'A4' | 'Letter';

const key = 'longview-page-size';

export function pageSizeHere(): PageSize {
	const stored = localStorage.getItem(key);
	if (stored === 'A4' || stored === 'Letter') return stored;
	return /-(US|CA|MX|PH|CL|CO)\b/.test(navigator.language) ? 'Letter' : 'A4';
}

export const keepPageSize = (size: PageSize): void => localStorage.setItem(key, size);
