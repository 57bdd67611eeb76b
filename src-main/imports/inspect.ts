/** What `longview inspect` prints: the documents as JSON lines, their text, or a short account for people. */
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { readUnasked } from './readAny.ts';
import { whyUnread } from './readFile.ts';
import { walk } from './walk.ts';

export interface InspectOptions {
	/** One line of JSON for each document. */
	json?: boolean;
	/** The document's whole text and nothing else. */
	text?: boolean;
	write(chunk: string): void;
	/** Takes what is no part of the output; standard error where it is left out. */
	complain?(chunk: string): void;
}

/** @returns the exit code: 1 if any file could not be read, else 0. */
export async function inspect(paths: string[], options: InspectOptions): Promise<number> {
	const { json = false, text = false, write, complain = (chunk) => void process.stderr.write(chunk) } = options;
	const { files, unread } = await walk(paths);
	let exitCode = 0;
	const fail = (file: string, error: string): void => {
		exitCode = 1;
		if (json && !text) write(`${JSON.stringify({ file, error })}\n`);
		else complain(`${file}: ${error}\n`);
	};
	for (const { file, error } of unread) fail(file, error);
	for (const { path, file } of files) {
		try {
			const document = await readUnasked({ path, file });
			write(text ? document.text : json ? `${JSON.stringify(jsonOf(document))}\n` : accountOf(document));
		} catch (error) {
			fail(file, whyUnread(error));
		}
	}
	return exitCode;
}

/** The keys of the command line's description, in its order. */
function jsonOf(document: ParsedDocument): Record<string, unknown> {
	const { file, shape, title, titleIsMade, author, url, pageRef, publishedAt, provider } = document;
	const { sections, links, milestones, keywords, themes, category, type, summary, topics, quality, heat } = document;
	const { encoding, repairs, warnings } = document;
	return {
		file, shape, title, titleIsMade, author, url, pageRef, publishedAt, provider, sections, links, milestones,
		keywords, themes, category, type, summary, topics, quality, heat,
		related: document.related.map(({ title, url, provider, publishedAt, quality }) => ({ title, url, provider, publishedAt, quality })),
		cards: document.cards,
		encoding, repairs, warnings,
	};
}

function accountOf(document: ParsedDocument): string {
	const { file, shape, title, titleIsMade, cards, sections, links, milestones, related, repairs, warnings } = document;
	const counts = [
		...countKinds(document),
		[sections.length, 'section'], [links.length, 'link'], [milestones.length, 'milestone'], [related.length, 'related article'],
	] as [number, string][];
	const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${count === 1 ? what : plural(what)}`);
	return [
		`${file}: ${shape}`,
		`  ${title}${titleIsMade ? ' (title made from its first words)' : ''}`,
		`  ${said.join(', ') || (cards.length === 0 ? 'text only' : '')}`,
		...repairs.map((repair) => `  repaired ${repair.count} characters that had been read as ${repair.from}: “${repair.before}” is “${repair.after}”`),
		...warnings.map(({ line, message }) => `  ${line === null ? '' : `line ${line}: `}${message}`),
		'',
	].join('\n');
}

function countKinds({ cards }: ParsedDocument): [number, string][] {
	const counts = new Map<string, number>();
	for (const { kind } of cards) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return [...counts].map(([kind, count]) => [count, kind]);
}

const plural = (word: string): string => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`);
