/** What the import summary says: one sentence for each thing that a person may want to look at. */
import type { Kind, Repair } from '../../src-shared/schemas/document.ts';
import { counted } from '../ui/kinds.ts';
import type { ImportOutcome, ImportProgress } from './importRun.ts';

export interface Note {
	text: string;
	/** File and line. */
	where: string;
	/** The source to open, at the line; null for a file that is not in the library. */
	opens: { id: string; line: number | null } | null;
}

export interface NoteGroup {
	title: string;
	tone: 'bad' | 'warn' | 'plain';
	notes: Note[];
}

export const kindPlurals: Record<Kind, string> = {
	signal: 'signals', concern: 'concerns', behavior: 'behaviors', technology: 'technologies', issue: 'issues',
};

/** "Reading 3 of 4 documents": the document being read is one more than those done. */
export function readingSentence({ done, total }: ImportProgress): string {
	if (total === 0) return 'Looking for documents';
	return `Reading ${Math.min(done + 1, total)} of ${counted(total, 'document')}`;
}

export const cardsSoFar = ({ cards }: ImportProgress): string =>
	cards === 0 ? 'No cards yet.' : `${counted(cards, 'card')} so far. You can start placing.`;

/** How far and how long yet: "25 % · about 8 seconds left". */
export function shareSentence({ done, total, secondsLeft }: ImportProgress): string {
	const share = total > 0 ? [`${Math.floor((100 * done) / total)} %`] : [];
	return [...share, ...(secondsLeft === null || done >= total ? [] : [leftSentence(secondsLeft)])].join(' · ');
}

/** "310 documents a second"; nothing until there is something to go by. */
export function rateSentence({ rate }: ImportProgress): string {
	if (rate === null) return '';
	return rate >= 1 ? `${counted(Math.round(rate), 'document')} a second` : `${counted(Math.max(1, Math.round(rate * 60)), 'document')} a minute`;
}

function leftSentence(seconds: number): string {
	if (seconds < 1.5) return 'a moment left';
	return seconds < 90 ? `about ${counted(Math.round(seconds), 'second')} left` : `about ${counted(Math.round(seconds / 60), 'minute')} left`;
}

/** The first line of the summary. */
export function headline({ documents, cards, alreadyThere, unread, stopped, error }: ImportOutcome): string {
	if (documents > 0) {
		const came = `${counted(documents, 'document')} read, ${counted(cards, 'card')}`;
		return stopped || error ? `Stopped after ${came.replace(' read', '')}` : came;
	}
	if (stopped) return 'Stopped before the first document';
	if (error) return 'The import did not work';
	if (alreadyThere.length > 0) return `${alreadyThere.length === 1 ? 'The document was' : `All ${alreadyThere.length} documents were`} already there`;
	return unread.length > 0 ? 'No document could be read' : 'Nothing to read was found';
}

/** The second: what else is to be known at once. */
export function subline(outcome: ImportOutcome): string {
	const { documents, alreadyThere, unread, skipped, warnings, error } = outcome;
	const nowRead = alreadyThere.filter((document) => document.nowRead).length;
	const parts = [
		error ?? '',
		versionsSentence(outcome),
		alreadyThere.length > 0 && documents > 0 ? `${alreadyThere.length} already there.` : '',
		alreadyThere.length > 0 && documents === 0 && nowRead === 0 ? 'Nothing changed.' : '',
		nowRead > 0 ? `This workshop now reads ${nowRead === alreadyThere.length ? (nowRead === 1 ? 'it' : 'them') : `${nowRead} of them`}.` : '',
		unread.length > 0 ? `${counted(unread.length, 'file')} not read.` : '',
		skipped.length > 0 ? `${counted(skipped.length, 'file')} passed over.` : '',
		warnings.length > 0 ? `${counted(warnings.length, 'warning')}.` : '',
	];
	return parts.filter(Boolean).join(' ');
}

type Counts = Pick<ImportOutcome['newer'][number], 'changed' | 'added' | 'gone'>;

/** "5 cards changed, 1 new, 1 gone". */
export function changesSentence({ changed, added, gone }: Counts): string {
	const parts = [
		changed > 0 ? `${counted(changed, 'card')} changed` : '',
		added > 0 ? `${changed > 0 ? added : counted(added, 'card')} new` : '',
		gone > 0 ? `${changed + added > 0 ? gone : counted(gone, 'card')} gone` : '',
	];
	return parts.filter(Boolean).join(', ') || 'no card changed';
}

/** "2 documents are newer versions: 5 cards changed, 1 new, 1 gone." */
export function versionsSentence({ newer }: Pick<ImportOutcome, 'newer'>): string {
	if (newer.length === 0) return '';
	const sum = (of: keyof Counts) => newer.reduce((total, version) => total + version[of], 0);
	const which = newer.length === 1 ? '1 document is a newer version' : `${newer.length} documents are newer versions`;
	return `${which}: ${changesSentence({ changed: sum('changed'), added: sum('added'), gone: sum('gone') })}.`;
}

/** Everything noted, the worst first; groups without notes are left out. */
export function noteGroups(outcome: ImportOutcome): NoteGroup[] {
	const groups: NoteGroup[] = [
		{ title: 'Not read', tone: 'bad', notes: outcome.unread.map(({ file, error }) => ({ text: error, where: file, opens: null })) },
		{
			title: 'Warnings',
			tone: 'warn',
			notes: outcome.warnings.map(({ id, file, line, message }) => ({ text: message, where: fileAndLine(file, line), opens: { id, line } })),
		},
		{ title: 'Made names and titles', tone: 'warn', notes: [...madeNames(outcome), ...madeTitles(outcome)] },
		{
			title: 'Repairs',
			tone: 'plain',
			notes: outcome.repairs.flatMap(({ id, file, repairs }) =>
				repairSentences(repairs).map(({ text, line }) => ({ text, where: fileAndLine(file, line), opens: { id, line } })),
			),
		},
		{
			title: 'Already there',
			tone: 'plain',
			notes: outcome.alreadyThere.map(({ id, file, title, nowRead, isEarlier }) => ({
				text: isEarlier ? `“${title}” is an earlier version of a document in the library. Nothing changed.` : nowRead ? `“${title}” was in the library already. This workshop now reads it.` : `“${title}” was there already. Nothing changed.`,
				where: file,
				opens: { id, line: null },
			})),
		},
		{ title: 'Passed over', tone: 'plain', notes: outcome.skipped.map(({ file, reason }) => ({ text: reason, where: file, opens: null })) },
	];
	return groups.filter(({ notes }) => notes.length > 0);
}

export const fileAndLine = (file: string, line: number | null): string => (line === null ? file : `${file}, line ${line}`);

const madeNames = ({ madeNames: made }: ImportOutcome): Note[] =>
	made.map(({ id, file, kind, count, line }) => ({
		text: `${count === 1 ? `1 ${kind} has` : `${count} ${kindPlurals[kind]} have`} no name in the document. ${
			count === 1 ? 'Its first words serve as one.' : 'Their first words serve as names.'}`,
		where: fileAndLine(file, line),
		opens: { id, line },
	}));

const madeTitles = ({ madeTitles: made }: ImportOutcome): Note[] =>
	made.map(({ id, file, title }) => ({
		text: `The document has no title. Its first words serve as one: “${title}”.`,
		where: file,
		opens: { id, line: 1 },
	}));

const encodingNames: Record<string, string> = {
	macintosh: 'Mac Roman', 'mac roman': 'Mac Roman', macroman: 'Mac Roman', 'x-mac-roman': 'Mac Roman',
	'windows-1252': 'Windows-1252', windows1252: 'Windows-1252', cp1252: 'Windows-1252',
};

/** "Repaired 143 characters that had been read as Mac Roman: “‚Äò” became “‘”, “‚Äô” became “’”." One sentence for each encoding. */
export function repairSentences(repairs: readonly Repair[]): { text: string; line: number }[] {
	return [...new Set(repairs.map(({ from }) => from))].map((from) => {
		const same = repairs.filter((repair) => repair.from === from);
		const count = same.reduce((sum, repair) => sum + repair.count, 0);
		const commonest = [...same].sort((a, b) => b.count - a.count).slice(0, 3);
		const examples = commonest.map(({ before, after }) => `“${before}” became “${after}”`).join(', ');
		const name = encodingNames[from.toLowerCase()] ?? from;
		return {
			text: `Repaired ${counted(count, 'character')} that had been read as ${name}: ${examples}.`,
			line: Math.min(...same.map(({ line }) => line)),
		};
	});
}
