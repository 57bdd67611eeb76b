import { expect, it } from 'vitest';
import { dateText, dayText, timeText } from './dates.ts';

it('is as exact as the document', () => {
	expect(['2023', '2023-12', '2023-12-01', '2023-12-11T12:24:00Z'].map(dateText)).toEqual([
		'2023', 'December 2023', '1 December 2023', '11 December 2023',
	]);
});
it('leaves alone what is no date', () => expect(['20290911', 'soon', '2023-13-01'].map(dateText)).toEqual(['20290911', 'soon', '2023-13-01']));

it('days and times of the clock on the wall', () => {
	const instant = new Date(2026, 4, 3, 4, 6);
	expect([dayText(instant), timeText(instant), timeText(instant.toISOString()), timeText('x')]).toEqual(['3 May 2026', '04:06', '04:06', '']);
});
