/** One suite of requests, the same for every host. Where hosts differ by design, the difference is part of the contract. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { packedHead, type PackedFile } from '../../src-shared/domain/packedFiles.ts';
import { workshopFileVersion } from '../../src-shared/schemas/workshopFile.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { ImportBatch } from '../../src-shared/schemas/importBatch.ts';
import type { JournalLine } from '../../src-shared/schemas/journal.ts';
import type { CollectedBallot, RoomState } from '../../src-shared/schemas/room.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { answer, openRoomOf, roundOf } from '../../src-main/voting/testing.ts';
import { fake } from './fakeElectron.ts';
import { hosts, type HostUnderTest } from './hosts.ts';

vi.mock('electron', async () => (await import('./fakeElectron.ts')).electron);

const root = join(import.meta.dirname, '..', '..');
const fixture = readFileSync(join(root, 'src-shared/migrations/fixtures/version3.longview'), 'utf8');
const workshop = JSON.parse(fixture) as WorkshopFile;
const printedAt = '2026-03-02T08:00:00.000Z';
const packed = (files: PackedFile<Buffer<ArrayBuffer>>[]) => new Blob([packedHead(files), ...files.flatMap((file) => ('bytes' in file ? [file.bytes] : []))]);
const blank = { rev: 0, lastId: null };
let scopes = 0;
const newScope = () => `workshop-w${++scopes}`;
const lineOf = (scope: string, id: string, title = 'Care'): JournalLine => {
	const after = { ...workshop.workshop, id: scope.slice('workshop-'.length), title };
	return { id, stepId: id, at: printedAt, label: id, changes: [{ table: 'workshops', key: after.id, before: null, after }] };
};

describe.each(hosts)('%s', (_name, make) => {
	let host: HostUnderTest;
	let folder: string;
	beforeAll(async () => {
		host = await make();
	});
	afterAll(() => host.close());
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'longview-saved-'));
		Object.assign(fake, { chosen: [], destination: null, whileChoosing: null, shown: [] });
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const json = async <T>(path: string, init?: RequestInit): Promise<{ status: number; body: T }> => {
		const response = await host.fetch(path, init);
		expect(response.headers.get('content-type')).toMatch(/^application\/json/);
		return { status: response.status, body: (await response.json()) as T };
	};
	const post = <T>(path: string, body: unknown) =>
		json<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
	const refusal = (status: number, sentence: RegExp) => ({ status, body: expect.objectContaining({ error: expect.stringMatching(sentence) }) as unknown });

	async function importAll(start: { status: number; body: { job: string | null } }): Promise<ImportBatch[]> {
		expect(start.status).toBe(200);
		const batches: ImportBatch[] = [];
		do {
			const { status, body } = await json<ImportBatch>(`/api/imports/${start.body.job}/batches/${batches.length}`);
			expect(status).toBe(200);
			batches.push(body);
		} while (!batches.at(-1)?.finished);
		return batches;
	}

	describe('page', () => {
		test('serves the shell uncached under a strict policy', async () => {
			const response = await host.fetch('/');
			expect(await response.text()).toContain('<title>Longview</title>');
			expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
			expect(response.headers.get('cache-control')).toBe('no-store');
			const policy = response.headers.get('content-security-policy') ?? '';
			for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) {
				expect(policy.split('; ')).toContain(part);
			}
			expect(response.headers.get('x-content-type-options')).toBe('nosniff');
			expect(response.headers.get('referrer-policy')).toBe('no-referrer');
			expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
		});

		test('serves hashed assets for good, with their type', async () => {
			const response = await host.fetch('/assets/index-abc123.js');
			expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
			expect(response.headers.get('cache-control')).toContain('immutable');
			expect(await response.text()).toBe('export {};');
		});

		test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%5c..%5csecret.txt', '/assets', '/none.js'])('%s leads nowhere', async (path) => {
			const response = await host.fetch(path);
			expect(response.status).toBeGreaterThanOrEqual(400);
			expect(await response.text()).not.toContain('not for the page');
		});
	});

	describe('API', () => {
		test('tells what kind of host it is', async () => {
			const { body } = await json<Record<string, unknown>>('/api/session');
			const expected = { host: host.dialogs ? 'electron' : 'browser', dialogs: host.dialogs, dataFolder: host.dataFolder, notes: [] };
			expect(body).toEqual({ ...expected, version: expect.stringMatching(/^\d+\.\d+\.\d+$/), freeMegabytes: expect.any(Number) });
		});

		test('answers an unknown route, a wrong method and a malformed body with a sentence in JSON, never kept', async () => {
			expect(await json('/api/nothing')).toEqual(refusal(404, /no GET \/api\/nothing/));
			expect(await json('/api/session', { method: 'DELETE' })).toEqual(refusal(404, /no DELETE/));
			const malformed = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"base":' };
			expect(await json('/api/journals/library', malformed)).toEqual(refusal(400, /could not read the request/));
			expect((await host.fetch('/api/journals')).headers.get('cache-control')).toBe('no-store');
		});
	});

	describe('imports', () => {
		test('reads the sample, keeps its documents, and knows them the second time', async () => {
			const batches = await importAll(await post('/api/imports', { sample: true }));
			const documents = batches.flatMap((batch) => batch.documents);
			expect(documents.map(({ file, shape, cards }) => [file.slice(0, 3), shape, cards.length])).toEqual([
				['000', 'signal page', 27],
				['001', 'article', 0],
				['002', 'newsletter', 0],
				['003', 'news item', 0],
			]);
			for (const document of documents) {
				expect((await json(`/api/documents/${document.hash}`)).body).toEqual(document);
			}
			const again = await importAll(await post('/api/imports', { sample: true }));
			expect(again.flatMap((batch) => batch.documents)).toEqual(documents);
			const stored = readFileSync(join(host.dataFolder, 'documents.jsonl'), 'utf8').trimEnd().split('\n');
			// One of the four was repaired: it is also kept as it was.
			expect(stored).toHaveLength(5);
		});

		test('gives a repaired document as it was before the repair, and keeps that one too', async () => {
			const documents = (await importAll(await post('/api/imports', { sample: true }))).flatMap((batch) => batch.documents);
			const repaired = documents.find(({ repairs }) => repairs.length > 0) as ParsedDocument;
			const { status, body: bare } = await json<ParsedDocument>(`/api/documents/${repaired.hash}/unrepaired`);
			expect(status).toBe(200);
			expect(bare).toMatchObject({ file: repaired.file, shape: repaired.shape, repairs: [] });
			expect(bare.hash).not.toBe(repaired.hash);
			expect([repaired.text.includes('Ben’s Bites'), bare.text.includes('Ben’s Bites')]).toEqual([true, false]);
			expect(bare.text).toContain(repaired.repairs[0]!.before);
			expect((await json(`/api/documents/${bare.hash}`)).body).toEqual(bare);
			const right = documents.find(({ repairs }) => repairs.length === 0) as ParsedDocument;
			expect(await json(`/api/documents/${right.hash}/unrepaired`)).toEqual(refusal(404, /Import the file again/));
		});

		test('keeps documents that came with a workshop file, but not in place of one it has', async () => {
			const [batch] = await importAll(await post('/api/imports', { sample: true }));
			const known = batch?.documents[0] as ParsedDocument;
			const other = { ...known, hash: 'f'.repeat(32), title: 'From a colleague' };
			expect((await post('/api/documents', { documents: [other, { ...known, title: 'Changed' }] })).status).toBe(200);
			expect((await json(`/api/documents/${other.hash}`)).body).toEqual(other);
			expect((await json(`/api/documents/${known.hash}`)).body).toEqual(known);
			expect(await post('/api/documents', { documents: [{ ...known, hash: '../x' }] })).toEqual(refusal(422, /documents\.0\.hash/));
		});

		test('takes files that the page sends, by their relative paths, and says which one it could not read', async () => {
			const body = packed([
				{ path: 'scan/ward.txt', bytes: Buffer.from('A short article about wards. It has two sentences.') },
				{ path: 'scan/picture.md', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]) },
				{ path: 'scan/gone.md', error: 'It could not be opened.' },
			]);
			const batches = await importAll(await json('/api/imports', { method: 'POST', body }));
			expect(batches.flatMap((batch) => batch.documents.map(({ file }) => file))).toEqual(['scan/ward.txt']);
			expect(batches.flatMap((batch) => batch.unread)).toEqual([
				{ file: 'scan/gone.md', error: 'It could not be opened.' }, { file: 'scan/picture.md', error: expect.any(String) as string },
			]);
		});

		test('a file over 5 MiB costs itself and no other', async () => {
			const body = packed([
				{ path: 'large.txt', bytes: Buffer.from('x'.repeat((5 << 20) + 1)) },
				{ path: 'small.txt', bytes: Buffer.from('A small one beside it, with a few words.') },
			]);
			const batches = await importAll(await json('/api/imports', { method: 'POST', body }));
			expect(batches.flatMap((batch) => batch.documents.map(({ file }) => file))).toEqual(['small.txt']);
			expect(batches.flatMap((batch) => batch.unread.map(({ file }) => file))).toEqual(['large.txt']);
		});

		test('asks the host’s dialog where there is one', async () => {
			if (!host.dialogs) {
				expect(await post('/api/imports', { dialog: 'files' })).toEqual(refusal(501, /Choose the files in the page/));
				return;
			}
			expect(await post('/api/imports', { dialog: 'folder' })).toEqual({ status: 200, body: { job: null } });
			writeFileSync(join(folder, 'note.txt'), 'A note on care at home, some words long.');
			fake.chosen = [folder];
			const batches = await importAll(await post('/api/imports', { dialog: 'folder' }));
			expect(batches.flatMap((batch) => batch.documents.map(({ file }) => file))).toEqual([join(folder, 'note.txt')]);
		});

		test('refuses what is no import, and imports and documents it does not know', async () => {
			expect(await post('/api/imports', { sample: 'please' })).toEqual(refusal(422, /does not fit/));
			expect(await json('/api/imports', { method: 'POST', body: packed([]) })).toEqual(refusal(422, /No file was sent/));
			expect(await json('/api/imports', { method: 'POST', body: new FormData() })).toEqual(refusal(422, /No file was sent/));
			expect(await json('/api/imports/none/batches/0')).toEqual(refusal(404, /no longer known/));
			expect(await json('/api/imports/none', { method: 'DELETE' })).toEqual(refusal(404, /ended already/));
			expect(await json(`/api/documents/${'0'.repeat(32)}`)).toEqual(refusal(404, /Import it again/));
			expect((await json('/api/documents/..%2fsettings')).status).toBeGreaterThanOrEqual(400);
		});
	});

	describe('journals', () => {
		test('keep which version a document stands in for, in lines and in a snapshot, and refuse one that stands in for itself', async () => {
			const [older, newer] = ['a'.repeat(32), 'b'.repeat(32)] as [string, string];
			const entry = (key: string, earlier?: string): JournalLine['changes'][number] => (
				{ table: 'documents', key, before: null, after: { importedAt: '2026-05-03T10:00:00.000Z', ...(earlier ? { earlier } : {}) } }
			);
			const line = (id: string, ...changes: JournalLine['changes']): JournalLine => ({ id, stepId: id, at: '2026-05-03T10:00:00.000Z', label: 'Import', changes });
			const { rev, lastId } = (await json<{ rev: number; lastId: string | null }>('/api/journals/library')).body;
			const lines = [line('older', entry(older)), line('newer', entry(newer, older))];
			expect((await post('/api/journals/library', { base: { rev, lastId }, lines })).body).toEqual({ rev: rev + 2, lastId: 'newer' });
			const { body } = await json<{ lines: JournalLine[] }>(`/api/journals/library?since=${rev}`);
			expect(body.lines).toEqual(lines);
			await post('/api/journals/library/forget', {});
			const { snapshot } = (await json<{ snapshot: { documents: Record<string, unknown> } }>('/api/journals/library')).body;
			expect(snapshot.documents[newer]).toEqual({ importedAt: '2026-05-03T10:00:00.000Z', earlier: older });
			expect((await post('/api/journals/library', { base: { rev: rev + 2, lastId: 'newer' }, lines: [line('self', entry(older, older))] })).status).toBe(422);
		});

		test('keep lines, give them back from any revision, and list what they hold', async () => {
			const scope = newScope();
			expect(await post(`/api/journals/${scope}`, { base: blank, lines: [lineOf(scope, 'a'), lineOf(scope, 'b')] })).toEqual({ status: 200, body: { rev: 2, lastId: 'b' } });
			await post(`/api/journals/${scope}`, { base: { rev: 2, lastId: 'b' }, lines: [lineOf(scope, 'c', 'Care in 2036')] });
			const whole = { rev: 3, lastId: 'c', snapshot: null, notes: [] };
			expect((await json(`/api/journals/${scope}`)).body).toEqual({ ...whole, lines: [lineOf(scope, 'a'), lineOf(scope, 'b'), lineOf(scope, 'c', 'Care in 2036')] });
			expect((await json(`/api/journals/${scope}?since=2`)).body).toEqual({ ...whole, lines: [lineOf(scope, 'c', 'Care in 2036')] });
			const list = (await json<{ scope: string }[]>('/api/journals')).body;
			expect(list.find((entry) => entry.scope === scope)).toEqual({
				scope, rev: 3, lastId: 'c', title: 'Care in 2036', question: workshop.workshop.question, baseYear: 2026,
				lastChangedAt: printedAt, error: null, removed: false,
			});
		});

		test('take a repeated request once, and refuse one that has not seen the last line', async () => {
			const scope = newScope();
			const request = { base: blank, lines: [lineOf(scope, 'a')] };
			await post(`/api/journals/${scope}`, request);
			expect(await post(`/api/journals/${scope}`, request)).toEqual({ status: 200, body: { rev: 1, lastId: 'a' } });
			const conflict = await post(`/api/journals/${scope}`, { base: blank, lines: [lineOf(scope, 'b')] });
			expect(conflict).toEqual({ status: 409, body: { error: expect.stringMatching(/gone on/) as string, rev: 1, lastId: 'a' } });
		});

		test('forget how they came to their state, on the disk too', async () => {
			const scope = newScope();
			await post(`/api/journals/${scope}`, { base: blank, lines: [lineOf(scope, 'token-of-someone'), lineOf(scope, 'b', 'After')] });
			expect((await post(`/api/journals/${scope}/forget`, {})).body).toEqual({ rev: 2, lastId: 'b' });
			const { body } = await json<{ snapshot: { records: Record<string, { title: string }[]> }; lines: unknown[] }>(`/api/journals/${scope}`);
			expect(body.lines).toEqual([]);
			expect(body.snapshot.records['workshops']?.map(({ title }) => title)).toEqual(['After']);
			const kept = readdirSync(join(host.dataFolder, 'journals', scope), { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
			expect(kept.join()).toContain('After');
			expect(kept.join()).not.toContain('token-of-someone');
			expect((await post(`/api/journals/${scope}`, { base: { rev: 2, lastId: 'b' }, lines: [lineOf(scope, 'c')] })).body).toEqual({ rev: 3, lastId: 'c' });
		});

		test('go to the trash when they are deleted, and the list says so', async () => {
			const scope = newScope();
			await post(`/api/journals/${scope}`, { base: blank, lines: [lineOf(scope, 'a')] });
			const { body } = await json<{ movedTo: string }>(`/api/journals/${scope}`, { method: 'DELETE' });
			expect(readFileSync(join(body.movedTo, 'journal.jsonl'), 'utf8')).toContain('"id":"a"');
			const list = (await json<{ scope: string; removed: boolean }[]>('/api/journals')).body;
			expect(list.find((entry) => entry.scope === scope)).toMatchObject({ removed: true, rev: 0 });
			expect((await json(`/api/journals/${scope}`)).body).toMatchObject({ rev: 0, lines: [] });
		});

		test('name the field of a line that does not fit, and refuse names that are no scope', async () => {
			const bad = { base: blank, lines: [{ ...lineOf('workshop-w', 'a'), label: 7 }] };
			expect(await post('/api/journals/library', bad)).toEqual(refusal(422, /lines\.0\.label/));
			expect(await post('/api/journals/elsewhere', { base: blank, lines: [lineOf('workshop-w', 'a')] })).toEqual(refusal(422, /scope/));
			expect(await post('/api/journals/library', { base: blank, lines: [lineOf('workshop-w', 'a')] })).toEqual(
				refusal(422, /belongs to another journal/),
			);
		});

		test('refuse more than 64 MB at once with a sentence', async () => {
			const large = { base: blank, lines: [{ ...lineOf('workshop-w', 'a'), label: 'x'.repeat((64 << 20) + 1) }] };
			expect(await post('/api/journals/library', large)).toEqual(refusal(413, /larger than 64 MB/));
		});
	});

	describe('workshop files', () => {
		test('are checked, whether sent as text or in a form', async () => {
			expect((await json('/api/workshop-files/check', { method: 'POST', body: fixture })).body).toEqual(workshop);
			const form = new FormData();
			form.append('file', new Blob([fixture]), 'care.longview');
			expect((await json('/api/workshop-files/check', { method: 'POST', body: form })).body).toEqual(workshop);
		});

		test('that do not fit are refused with the field, and those of a newer Longview with the reason', async () => {
			const check = (file: unknown) => json('/api/workshop-files/check', { method: 'POST', body: JSON.stringify(file) });
			expect(await check({ ...workshop, version: workshopFileVersion + 1 })).toEqual(refusal(422, /made by a newer Longview/));
			expect(await check({ ...workshop, rounds: [{ id: 1 }] })).toEqual(refusal(422, /rounds\.0\.id/));
			expect(await json('/api/workshop-files/check', { method: 'POST', body: fixture.slice(0, 500) })).toEqual(refusal(422, /cut short/));
		});

		test('are saved by the host’s dialog, or downloaded under a name that every system takes', async () => {
			const request = { file: workshop, name: 'Care: a “draft”/2036' };
			if (!host.dialogs) {
				const response = await host.fetch('/api/workshop-files', {
					method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request),
				});
				expect(await response.json()).toEqual(workshop);
				const disposition = response.headers.get('content-disposition') ?? '';
				expect(disposition).toContain('attachment; filename="Care a _draft_ 2036.longview"');
				expect(disposition).toContain(`filename*=UTF-8''${encodeURIComponent('Care a “draft” 2036.longview')}`);
				expect(await json('/api/workshop-files/open', { method: 'POST' })).toEqual(refusal(501, /Choose the file in the page/));
				return;
			}
			expect((await post('/api/workshop-files', request)).body).toEqual({ path: null });
			fake.destination = join(folder, 'care.longview');
			expect((await post('/api/workshop-files', request)).body).toEqual({ path: fake.destination });
			fake.chosen = [fake.destination];
			expect((await json('/api/workshop-files/open', { method: 'POST' })).body).toEqual({ file: workshop });
			fake.destination = join(folder, 'no such folder', 'care.longview');
			expect(await post('/api/workshop-files', request)).toEqual(refusal(404, /does not exist/));
		});
	});

	describe('pictures', () => {
		const svg = '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>';
		const send = (body: string | Uint8Array<ArrayBuffer>, query: string) => host.fetch(`/api/pictures?${query}`, { method: 'POST', body });

		test('are written where the dialog says, or handed back under a name that every system takes', async () => {
			fake.destination = join(host.dataFolder, 'canvas.svg');
			const response = await send(svg, 'format=svg&name=Who%2Fwhat%3F');
			if (host.dialogs) {
				expect(await response.json()).toEqual({ path: fake.destination });
				expect(readFileSync(fake.destination, 'utf8')).toBe(svg);
				fake.destination = null;
				expect(await (await send(svg, 'format=svg&name=x')).json()).toEqual({ path: null });
			} else {
				expect(response.headers.get('content-disposition')).toContain('filename="Who what.svg"');
				expect(response.headers.get('content-type')).toBe('image/svg+xml');
				expect(await response.text()).toBe(svg);
			}
		});

		test('are pictures and nothing else', async () => {
			expect((await send('<html>', 'format=svg&name=x')).status).toBe(422);
			expect((await send(svg, 'format=png&name=x')).status).toBe(422);
			expect((await send(svg, 'format=exe&name=x')).status).toBe(422);
		});
	});

	describe('reports', () => {
		const request = { file: workshop, options: { printedAt } };
		const ask = (headers: Record<string, string> = {}) =>
			host.fetch('/api/reports', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(request) });

		test('come as a PDF, the host’s way', async () => {
			if (host.dialogs) {
				fake.destination = join(folder, 'care.pdf');
				const answer = (await (await ask()).json()) as { path: string; pages: number };
				expect(answer).toMatchObject({ path: fake.destination, pages: expect.any(Number) as number });
				expect(readFileSync(fake.destination, 'latin1')).toMatch(/^%PDF-[\s\S]*%%EOF\s*$/);
				expect(readdirSync(folder)).toEqual(['care.pdf']);
				expect((await post('/api/reveal', { path: fake.destination })).status).toBe(200);
				expect(fake.shown).toEqual([fake.destination]);
				expect(await post('/api/reveal', { path: '/etc/passwd' })).toEqual(refusal(403, /written itself/));
				return;
			}
			const response = await ask();
			expect(response.headers.get('content-type')).toBe('application/pdf');
			expect(response.headers.get('content-disposition')).toContain('filename="Care in 2036.pdf"');
			expect(Number(response.headers.get('x-longview-pages'))).toBeGreaterThan(2);
			expect(JSON.parse(decodeURIComponent(response.headers.get('x-longview-notes') ?? ''))).toBeInstanceOf(Array);
			expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-[\s\S]*%%EOF\s*$/);
			expect(await post('/api/reveal', { path: '/etc/passwd' })).toEqual(refusal(501, /cannot show files/));
		});

		test('are cancelled by their id, and leave no file', async () => {
			fake.destination = join(folder, 'care.pdf');
			const drawing = ask({ 'x-longview-report': 'r-1' });
			const cancel = async () => (await json<{ cancelled: boolean }>('/api/reports/r-1', { method: 'DELETE' })).body.cancelled;
			await vi.waitUntil(cancel, { timeout: 5000, interval: 1 });
			const response = await drawing;
			expect([response.status, await response.json()]).toEqual([200, { path: null, pages: 0, notes: [] }]);
			expect(readdirSync(folder)).toEqual([]);
			expect(await cancel()).toBe(false);
		});

		test('are cancelled while the facilitator chooses where they go', async () => {
			if (!host.dialogs) return;
			fake.destination = join(folder, 'care.pdf');
			fake.whileChoosing = async () => expect((await json('/api/reports/r-3', { method: 'DELETE' })).body).toEqual({ cancelled: true });
			expect(await (await ask({ 'x-longview-report': 'r-3' })).json()).toEqual({ path: null, pages: 0, notes: [] });
			expect(readdirSync(folder)).toEqual([]);
		});

		test('can be looked at before they are saved, with the page of each section, and no file comes of it', async () => {
			fake.destination = join(folder, 'care.pdf');
			const response = await host.fetch('/api/reports/preview', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) });
			expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([200, 'application/pdf', null]);
			expect(JSON.parse(decodeURIComponent(response.headers.get('x-longview-sections') ?? ''))).toContainEqual({ name: 'summary', page: 2 });
			expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-[\s\S]*%%EOF\s*$/);
			expect(readdirSync(folder)).toEqual([]);
		});

		test('say how far they are while they are drawn', async () => {
			fake.destination = join(folder, 'care.pdf');
			const drawing = ask({ 'x-longview-report': 'r-2' });
			const progress = await vi.waitUntil(async () => {
				return (await json<{ pages: number; section: string | null } | null>('/api/reports/r-2')).body;
			}, { timeout: 5000, interval: 1 });
			expect(Object.keys(progress)).toEqual(['pages', 'section']);
			expect((await drawing).status).toBe(200);
			expect((await json('/api/reports/r-2')).body).toBeNull();
		});

		test('of something that is no workshop are refused before anything is drawn', async () => {
			expect(await post('/api/reports', { file: { ...workshop, cards: 1 }, options: { printedAt } })).toEqual(refusal(422, /file\.cards/));
		});
	});

	describe('the other ways out', () => {
		const ask = (format: string, headers: Record<string, string> = {}) =>
			host.fetch('/api/exports', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ file: workshop, options: { format, exportedAt: printedAt } }) });
		const begins = { csv: '\uFEFFRound', xlsx: 'PK\u0003\u0004', md: '---\ntitle: "Care in 2036"', docx: 'PK\u0003\u0004', html: '<!doctype html>' };
		const names = { csv: 'Care in 2036, ranked.csv', xlsx: 'Care in 2036, ranked.xlsx', md: 'Care in 2036, scenarios.md', docx: 'Care in 2036, scenarios.docx', html: 'Care in 2036.html' };

		test.each(['csv', 'xlsx', 'md', 'docx', 'html'] as const)('come as %s, the host’s way, whole', async (format) => {
			fake.destination = join(folder, `care.${format}`);
			const response = await ask(format);
			expect(response.status).toBe(200);
			if (host.dialogs) {
				expect(await response.json()).toEqual({ path: fake.destination, notes: [] });
				expect(readdirSync(folder)).toEqual([`care.${format}`]);
				expect(readFileSync(fake.destination).toString('utf8').startsWith(begins[format])).toBe(true);
				expect((await post('/api/reveal', { path: fake.destination })).status).toBe(200);
				fake.destination = null;
				expect(await (await ask(format)).json()).toEqual({ path: null, notes: [] });
				return;
			}
			expect(response.headers.get('content-disposition')).toContain(`filename="${names[format]}"`);
			expect(JSON.parse(decodeURIComponent(response.headers.get('x-longview-notes') ?? ''))).toEqual([]);
			expect(Buffer.from(await response.arrayBuffer()).toString('utf8').startsWith(begins[format])).toBe(true);
		});

		test('are cancelled by their id, and leave no file', async () => {
			fake.destination = join(folder, 'care.html');
			const making = ask('html', { 'x-longview-export': 'e-1' });
			const cancel = async (): Promise<number> => (await host.fetch('/api/exports/e-1', { method: 'DELETE' })).status;
			await vi.waitUntil(async () => (await cancel()) === 200, { timeout: 5000, interval: 1 });
			const response = await making;
			expect([response.status, await response.json()]).toEqual([409, { error: 'The file was cancelled.' }]);
			expect(readdirSync(folder)).toEqual([]);
			expect(await cancel()).toBe(404);
		});

		test('are cancelled while the facilitator chooses where they go', async () => {
			if (!host.dialogs) return;
			fake.destination = join(folder, 'care.html');
			fake.whileChoosing = async () => expect((await host.fetch('/api/exports/e-2', { method: 'DELETE' })).status).toBe(200);
			const response = await ask('html', { 'x-longview-export': 'e-2' });
			expect([response.status, await response.json()]).toEqual([409, { error: 'The file was cancelled.' }]);
			expect(readdirSync(folder)).toEqual([]);
		});

		test('of an unknown kind, or of something that is no workshop, are refused', async () => {
			expect((await ask('exe')).status).toBe(422);
			expect(await post('/api/exports', { file: { ...workshop, cards: 1 }, options: { format: 'csv', exportedAt: printedAt } })).toEqual(refusal(422, /file\.cards/));
		});
	});

	describe('the room', () => {
		const send = <T>(method: string, path: string, body?: unknown) =>
			json<T>(`/api/room${path}`, { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
		afterEach(async () => {
			await send('DELETE', '');
			await send('POST', `/rounds/${roundOf().id}/close`);
			await send('DELETE', `/rounds/${roundOf().id}`);
			await send('POST', `/series/${roundOf().seriesId}/end`);
		});

		/** @returns states as they come, and how the window goes away. */
		async function watch(): Promise<{ states: RoomState[]; leave: () => Promise<void> }> {
			const response = await host.fetch('/api/room/events');
			expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
			const reader = response.body!.getReader();
			const states: RoomState[] = [];
			const read = async (): Promise<void> => {
				let text = '';
				for (let next = await reader.read(); !next.done; next = await reader.read()) {
					text += Buffer.from(next.value as Uint8Array).toString();
					for (const [, data] of text.matchAll(/event: state\ndata: (.*)\n\n/g)) states.push(JSON.parse(data!) as RoomState);
					text = text.slice(text.lastIndexOf('\n\n') + 2);
				}
			};
			const reading = read().catch(() => undefined);
			const leave = async () => {
				await reader.cancel();
				await reading;
			};
			return { states, leave };
		}
		const until = (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: 10_000, interval: 20 });

		test('is opened, asks a round, counts, closes it and forgets, and the window is told as it happens', async () => {
			const { states, leave } = await watch();
			await until(() => states.length > 0);
			expect(states[0]).toEqual({ open: null, turnout: null, problem: null });
			const { status, body } = await send<RoomState>('POST', '', openRoomOf({ cap: 5 }));
			expect([status, body.open?.cap]).toEqual([200, 5]);
			expect((await send<RoomState>('PATCH', '', { cap: 6 })).body.open?.cap).toBe(6);
			expect((await send<RoomState>('PUT', '/rounds/round1', roundOf())).body.turnout).toEqual({ roundId: 'round1', voted: 0, finished: 0, byCard: { a: 0, b: 0, c: 0 } });
			const { origin } = new URL(body.open!.url);
			const post = async (path: string, sent: unknown, token = '') =>
				(await fetch(origin + path, { method: 'POST', headers: { origin, 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(sent) })).json();
			const { token } = (await post('/join', { code: body.open!.code })) as { token: string };
			await post('/cast', { roundId: 'round1', answers: [answer({ value: 5, reason: 'In secret' })] }, token);
			await until(() => states.at(-1)?.turnout?.voted === 1);
			expect(JSON.stringify([states, (await send('GET', '')).body])).not.toMatch(/In secret|"value"/);
			const closed = await send<{ ballots: CollectedBallot[] }>('POST', '/rounds/round1/close');
			expect(closed.body.ballots).toEqual([{ participant: expect.any(String) as string, cardId: 'a', criterion: 'relevancy', value: 5, reason: 'In secret', way: 'phone', group: null }]);
			expect((await send<RoomState>('DELETE', '/rounds/round1')).body.turnout).toBeNull();
			expect((await send('POST', '/series/series1/end')).status).toBe(200);
			expect((await send<RoomState>('DELETE', '')).body).toEqual({ open: null, turnout: null, problem: null });
			await until(() => states.at(-1)?.open === null);
			await leave();
		});

		test('ends the stream of a window that goes away', async () => {
			const stops: (() => void)[] = [];
			const { watch: original } = host.services.room;
			const spy = vi.spyOn(host.services.room, 'watch').mockImplementation((changed, ended) => {
				const stop = vi.fn(original.call(host.services.room, changed, ended));
				stops.push(stop);
				return stop;
			});
			const { states, leave } = await watch();
			await until(() => states.length > 0);
			await leave();
			await until(() => vi.mocked(stops[0]!).mock.calls.length === 1);
			spy.mockRestore();
		});

		test('lists networks, makes codes while it is open, and refuses what does not fit with a sentence', async () => {
			const { body } = await send<{ address: string }[]>('GET', '/interfaces');
			expect(body.map(({ address }) => address)).toContain('127.0.0.1');
			expect(await send('POST', '/codes', { count: 3 })).toEqual(refusal(409, /The room is not open/));
			expect(await send('PUT', '/rounds/round1', roundOf())).toEqual(refusal(409, /The room is not open/));
			expect(await send('PATCH', '', { locked: true })).toEqual(refusal(409, /The room is not open/));
			expect(await send('POST', '', openRoomOf({ address: '198.51.100.1' }))).toEqual(refusal(422, /not at 198\.51\.100\.1/));
			expect(await send('POST', '', openRoomOf({ address: 'everywhere' }))).toEqual(refusal(422, /address/));
			await send('POST', '', openRoomOf({ strict: true }));
			expect(await send('POST', '', openRoomOf())).toEqual(refusal(409, /open already/));
			expect((await send<{ codes: string[] }>('POST', '/codes', { count: 3 })).body.codes).toHaveLength(3);
			expect(await send('POST', '/codes', { count: 0 })).toEqual(refusal(422, /count/));
			expect(await send('PUT', '/rounds/other', roundOf())).toEqual(refusal(422, /another id/));
			await send('PUT', '/rounds/round1', roundOf());
			expect(await send('PUT', '/rounds/round2', roundOf({ id: 'round2' }))).toEqual(refusal(409, /Relevancy, round 1 is open on the phones/));
			expect(await send('POST', '/series/series1/end')).toEqual(refusal(409, /not collected yet/));
		});
	});

	test('a fault of its own is told without its inner workings', async () => {
		const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
		const fault = vi.spyOn(host.services.journals, 'list').mockRejectedValue(new Error('secret detail'));
		const { status, body } = await json<{ error: string }>('/api/journals');
		expect(status).toBe(500);
		expect(body.error).not.toMatch(/secret|at .*\.ts/);
		expect(String(said.mock.calls[0]?.[0])).toContain('secret detail');
		fault.mockRestore();
		said.mockRestore();
	});
});
