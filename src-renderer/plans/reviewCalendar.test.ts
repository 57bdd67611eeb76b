import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Signpost } from '../../src-shared/schemas/worlds.ts';
import { reviewCalendar } from './reviewCalendar.ts';

const now = new Date('2026-11-22T10:00:00Z');
const worlds = [{ id: 'cg', title: 'Common Ground' }, { id: 'tr', title: 'Toll Road' }, { id: 'x', title: '' }];
const signpost = (fields: Partial<Signpost> = {}): Signpost => ({
	id: 's1', workshopId: 'w', title: 'Public tenders ask for open weights', source: 'TED', threshold: '3 member states do', owner: 'procurement',
	reviewAt: '2027-03-01', towards: ['cg'], away: ['tr'], order: 1, ...fields,
});
const fileOf = (...signposts: Signpost[]) => reviewCalendar({ workshopTitle: 'Who shapes AI', signposts, worlds, now });

interface Line { name: string; params: string; value: string }

/** Reads a calendar as RFC 5545, 3.1 has it, and throws where it is none: written for this test, from the standard. */
function parse(text: string): Line[] {
	const physical = text.replace(/\r\n$/, '').split('\r\n');
	for (const line of physical) {
		if (new TextEncoder().encode(line).length > 75) throw new Error(`Longer than 75 octets: ${line}`);
		if (/[\r\n]/.test(line)) throw new Error(`A bare line break: ${JSON.stringify(line)}`);
		if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(line)) throw new Error(`A control character: ${JSON.stringify(line)}`);
	}
	const logical: string[] = [];
	for (const line of physical) {
		if (!/^[ \t]/.test(line)) logical.push(line);
		else if (logical.length === 0) throw new Error('It begins with a continuation.');
		else logical[logical.length - 1] += line.slice(1);
	}
	const lines = logical.map((line): Line => {
		const found = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^";:]*)*):(.*)$/s.exec(line);
		if (!found) throw new Error(`No content line: ${JSON.stringify(line)}`);
		return { name: found[1]!, params: found[2]!, value: found[3]! };
	});
	const open: string[] = [];
	for (const { name, value } of lines) {
		if (name === 'BEGIN') open.push(value);
		if (name === 'END' && open.pop() !== value) throw new Error(`END:${value} closes nothing.`);
	}
	if (open.length > 0) throw new Error(`${open.join()} stays open.`);
	return lines;
}

/** The text that a TEXT value means (3.3.11); a comma, semicolon or backslash that is not escaped is an error. */
function textOf(value: string): string {
	if (!/^(?:[^\\,;]|\\[\\,;nN])*$/s.test(value)) throw new Error(`Not escaped: ${value}`);
	return value.replace(/\\([\\,;nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
}

function events(text: string): Map<string, Line>[] {
	const found: Map<string, Line>[] = [];
	for (const line of parse(text)) {
		if (line.name === 'BEGIN' && line.value === 'VEVENT') found.push(new Map());
		else if (line.name !== 'END') found.at(-1)?.set(line.name, line);
	}
	return found;
}

const one = (fields: Partial<Signpost> = {}) => events(fileOf(signpost(fields)))[0]!;
const summary = (title: string) => textOf(one({ title }).get('SUMMARY')!.value);

test('a review date is an all-day event that blocks nothing and rings no alarm', () => {
	const event = one();
	expect(event.get('DTSTART')).toMatchObject({ params: ';VALUE=DATE', value: '20270301' });
	expect(event.get('TRANSP')?.value).toBe('TRANSPARENT');
	expect(event.get('DTSTAMP')?.value).toBe('20261122T100000Z');
	expect(fileOf(signpost())).not.toContain('VALARM');
	expect(parse(fileOf(signpost())).slice(0, 2).map(({ name, value }) => `${name}:${value}`)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
});

test('it says what is watched, from when it counts, where, by whom, and for which worlds', () => {
	const event = one({ count: { seen: 1, of: 3 } });
	expect(textOf(event.get('SUMMARY')!.value)).toBe('Review: Public tenders ask for open weights');
	expect(textOf(event.get('DESCRIPTION')!.value).split('\n')).toEqual([
		'Counts: 3 member states do', 'So far: 1 of 3', 'Seen in: TED', 'Watched by: procurement', 'Points towards: Common Ground',
		'Points away from: Toll Road', 'Workshop: Who shapes AI',
	]);
});

test('what has no date, and what has been seen, is no event', () => {
	const all = events(fileOf(signpost({ id: 'a', reviewAt: null }), signpost({ id: 'b', seenOn: '2026-01-01' }), signpost({ id: 'c' })));
	expect(all.map((event) => event.get('UID')?.value)).toEqual(['c@longview']);
});

test('a later file has the same UID and a higher sequence, so the event moves and is not doubled', () => {
	const later = events(reviewCalendar({ workshopTitle: '', signposts: [signpost({ reviewAt: '2027-06-01' })], worlds, now: new Date('2026-12-01T00:00:00Z') }))[0]!;
	expect(later.get('UID')).toEqual(one().get('UID'));
	expect(Number(later.get('SEQUENCE')!.value)).toBeGreaterThan(Number(one().get('SEQUENCE')!.value));
	expect(later.get('DTSTART')?.value).toBe('20270601');
});

test('the day is the same in every time zone', () => {
	const before = process.env['TZ'];
	try {
		for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin']) {
			process.env['TZ'] = zone;
			expect(one().get('DTSTART')?.value).toBe('20270301');
		}
	} finally {
		if (before === undefined) delete process.env['TZ'];
		else process.env['TZ'] = before;
	}
});

describe('text is kept as it was written', () => {
	test.each([
		['punctuation', 'Tenders; open, or not: C:\\new "quoted"'], ['umlauts', 'Überprüfung der Gewässergüte an größeren Flüßen, jährlich gemäß Änderungsgesetz für öffentliche Träger'],
		['other scripts', 'Ανασκόπηση των δεικτών, проверка показателей, مراجعة المؤشرات, 指標の見直しを行うこと 🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊'],
		['line breaks', 'One\nTwo'], ['a word of 5,000 letters', 'ä'.repeat(5000)],
	])('%s', (_, title) => expect(summary(title)).toBe(`Review: ${title}`));

	test('whatever it is', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (title) => {
			const plain = title.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
			if (plain.trim() !== '') expect(summary(title).replace(/\s+/g, ' ').trim()).toBe(`Review: ${plain}`.replace(/\s+/g, ' ').trim());
		}));
	});

	test('what no calendar may hold is left out or replaced', () => {
		expect(summary('a\u0000b\u0007c\r\nd')).toBe('Review: abc\nd');
		expect(summary('half \ud83c of one')).toBe('Review: half \ufffd of one');
	});
});

test('a signpost without a name or worlds is still an event', () => {
	const event = one({ title: '  ', towards: [], away: ['gone'], source: '', threshold: '', owner: '' });
	expect(textOf(event.get('SUMMARY')!.value)).toBe('Review: an unnamed signpost');
	expect(textOf(event.get('DESCRIPTION')!.value)).toBe('Workshop: Who shapes AI');
});

test('an id that nobody but a hand wrote cannot break the file', () => {
	expect(one({ id: 'a\r\nBEGIN:VALARM' }).get('UID')?.value).toBe('a%0ABEGIN%3AVALARM@longview');
});
