/** Appends to a journal and a document store until it is killed, and says what was acknowledged. Run by durability.test.ts. */
import { writeSync } from 'node:fs';
import { createDocuments } from '../../src-main/store/documents.ts';
import { createJournals } from '../../src-main/store/journals.ts';
import type { JournalLine, Revision } from '../../src-shared/schemas/journal.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';

const [, , folder = '', document = ''] = process.argv;
const journals = createJournals(folder);
const documents = createDocuments(folder);
const sample = JSON.parse(document) as ParsedDocument;
const line = (id: string): JournalLine => {
	const after = { id, name: 'x'.repeat(200) };
	return { id, stepId: id, at: new Date().toISOString(), label: id, changes: [{ table: 'cards', key: id, before: null, after }] };
};
// Written at once, so that what was said cannot be lost with the process.
const say = (text: string): void => void writeSync(1, `${text}\n`);

let { rev, lastId }: Revision = await journals.read('library', null);
for (;;) {
	const id = `l${rev + 1}`;
	const hash = (rev + 1).toString(16).padStart(32, '0');
	const [answer] = await Promise.all([
		journals.append('library', { rev, lastId }, [line(id)]),
		documents.put([{ ...sample, hash }]),
	]);
	({ rev, lastId } = answer);
	say(`${id} ${hash}`);
}
