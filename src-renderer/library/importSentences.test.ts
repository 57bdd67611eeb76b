import { expect, it } from 'vitest';
import { emptyOutcome } from './importRun.ts';
import { headline, noteGroups, rateSentence, readingSentence, repairSentences, shareSentence, subline, versionsSentence } from './importSentences.ts';

const about = { id: 'h', file: '000.txt', title: 'Mistral' };

it('counts the document being read', () => {
	expect(readingSentence({ done: 2, total: 4, currentFile: null, cards: 0, rate: null, secondsLeft: null })).toBe('Reading 3 of 4 documents');
	expect(readingSentence({ done: 4, total: 4, currentFile: null, cards: 0, rate: null, secondsLeft: null })).toBe('Reading 4 of 4 documents');
	expect(readingSentence({ done: 0, total: 0, currentFile: null, cards: 0, rate: null, secondsLeft: null })).toBe('Looking for documents');
});

it('says the share, the time that is left and the rate, each as soon as it is known', () => {
	const progress = { done: 310, total: 1240, currentFile: null, cards: 0, rate: 96.6, secondsLeft: 9.6 };
	expect([shareSentence(progress), rateSentence(progress)]).toEqual(['25 % · about 10 seconds left', '97 documents a second']);
	const start = { ...progress, done: 0, rate: null, secondsLeft: null };
	expect([shareSentence(start), rateSentence(start)]).toEqual(['0 %', '']);
	expect(rateSentence({ ...progress, rate: 0.25 })).toBe('15 documents a minute');
});

it('says what came in, and what did not', () => {
	const outcome = { ...emptyOutcome([{ file: 'x.pdf', error: 'No.' }]), documents: 4, cards: 27 };
	expect(headline(outcome)).toBe('4 documents read, 27 cards');
	expect(subline(outcome)).toBe('1 file not read.');
});

it('says what the newer versions of documents brought', () => {
	const newer = (changed: number, added: number, gone: number) => ({ ...about, earlierId: 'e', earlierAt: '2026-05-03T10:00:00.000Z', changed, added, gone });
	expect(subline({ ...emptyOutcome(), documents: 3, newer: [newer(4, 1, 0), newer(1, 0, 1)] })).toBe('2 documents are newer versions: 5 cards changed, 1 new, 1 gone.');
	expect(versionsSentence({ newer: [newer(0, 1, 0)] })).toBe('1 document is a newer version: 1 card new.');
	expect(versionsSentence({ newer: [newer(0, 0, 0)] })).toBe('1 document is a newer version: no card changed.');
	const [group] = noteGroups({ ...emptyOutcome(), alreadyThere: [{ ...about, nowRead: false, isEarlier: true }] });
	expect(group?.notes[0]?.text).toBe('“Mistral” is an earlier version of a document in the library. Nothing changed.');
});

it('says that nothing changed where all was there', () => {
	const outcome = { ...emptyOutcome(), alreadyThere: [{ ...about, nowRead: false }] };
	expect(headline(outcome)).toBe('The document was already there');
	expect(subline(outcome)).toBe('Nothing changed.');
});

it('says that a workshop now reads what only the library had', () => {
	expect(subline({ ...emptyOutcome(), alreadyThere: [{ ...about, nowRead: true }] })).toBe('This workshop now reads it.');
});

it('names file and line of a warning and opens it', () => {
	const [group] = noteGroups({ ...emptyOutcome(), warnings: [{ ...about, line: 36, message: 'The relevancy “high” is no number.' }] });
	expect(group?.notes).toEqual([{ text: 'The relevancy “high” is no number.', where: '000.txt, line 36', opens: { id: 'h', line: 36 } }]);
});

it('shows repairs with the commonest first', () => {
	const repair = (count: number, line: number, before: string, after: string) =>
		({ kind: 'mojibake', from: 'macintosh', count, line, before, after }) as const;
	expect(repairSentences([repair(3, 9, '‚Äî', '—'), repair(140, 12, '‚Äò', '‘')])).toEqual([
		{ text: 'Repaired 143 characters that had been read as Mac Roman: “‚Äò” became “‘”, “‚Äî” became “—”.', line: 9 },
	]);
});

it('notes made names by kind', () => {
	const outcome = { ...emptyOutcome(), madeNames: [{ ...about, kind: 'technology' as const, count: 5, line: 66 }] };
	expect(noteGroups(outcome)[0]?.notes[0]?.text).toBe('5 technologies have no name in the document. Their first words serve as names.');
});
