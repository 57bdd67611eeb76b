import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { crowded, sampleWorkshop } from './testing/sampleWorkshop.ts';
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import { appRoot } from '../paths.ts';
import { createPool, type Pool } from '../pool.ts';
import { createReports, ReportFailed } from './reports.ts';

const options: ReportOptions = {
	document: 'report',
	pageSize: 'A4',
	language: 'en',
	printedAt: '2026-05-14T12:00:00.000Z',
	largePrint: false,
};
/** Within the checkout, since the worker looks for the fonts from where it lies. */
const built = join(appRoot, 'node_modules', '.cache', `longview-report-worker-${process.pid}`);
const worker = join(built, 'reportWorker.js');
const pools: Pool[] = [];

function reports(heapMegabytes = 512) {
	const pool = createPool(worker, { threads: 1, heapMegabytes });
	pools.push(pool);
	return createReports({ pool });
}

beforeAll(async () => {
	await build({
		configFile: false,
		logLevel: 'error',
		root: appRoot,
		build: {
			ssr: join(appRoot, 'src-main/reports/reportWorker.ts'),
			outDir: built,
			emptyOutDir: true,
			target: 'node20.15',
		},
	});
}, 60_000);

afterAll(async () => {
	await Promise.all(pools.map((pool) => pool.close()));
	await rm(built, { recursive: true, force: true });
});

test('a report is drawn in a worker and comes back as a PDF', async () => {
	const { bytes, pages, notes, sections } = await reports().draw(sampleWorkshop, options).done;
	expect(new TextDecoder().decode(bytes.subarray(0, 8))).toBe('%PDF-1.7');
	expect(pages).toBeGreaterThan(8);
	expect(notes).toEqual([]);
	expect(sections.map(({ name }) => name)).toEqual(expect.arrayContaining(['summary', 'method', 'canvas', 'ranked', 'scenarios', 'cards', 'sources']));
	expect(sections[0]).toEqual({ name: 'summary', page: 2 });
}, 30_000);

test('a report that was cancelled fails with the reason it was cancelled for', async () => {
	const cancel = new AbortController();
	const reason = new Error('The facilitator pressed Esc.');
	const report = reports().draw(crowded(300), options, { signal: cancel.signal }).done;
	cancel.abort(reason);
	await expect(report).rejects.toBe(reason);
}, 30_000);

test('a report says how far it is, and one that is given up leaves its thread to the next', async () => {
	const service = reports();
	const cancel = new AbortController();
	const long = service.draw(crowded(2_000), options, { signal: cancel.signal });
	await vi.waitUntil(() => long.progress().pages > 20, { timeout: 20_000, interval: 2 });
	expect(long.progress().section).toEqual(expect.any(String));
	cancel.abort(new Error('enough'));
	const before = performance.now();
	await expect(long.done).rejects.toThrow('enough');
	expect(performance.now() - before, 'milliseconds to stop').toBeLessThan(2_000);
	expect((await service.draw(sampleWorkshop, options).done).pages).toBeGreaterThan(8);
}, 60_000);

test('a preview makes way for what a person asks for, and comes whole after it', async () => {
	const service = reports();
	const order: string[] = [];
	const preview = service.draw(crowded(2_000), options, { isPreview: true });
	const drawn = preview.done.finally(() => order.push('preview'));
	await vi.waitUntil(() => preview.progress().pages > 20, { timeout: 20_000, interval: 2 });
	const handout = service.draw(sampleWorkshop, { ...options, document: 'questions' }).done.finally(() => order.push('handout'));
	expect((await handout).pages).toBe(1);
	expect(order).toEqual(['handout']);
	expect((await drawn).pages).toBeGreaterThan(100);
}, 60_000);

test('a preview that made way can still be cancelled', async () => {
	const service = reports();
	const cancel = new AbortController();
	const preview = service.draw(crowded(2_000), options, { signal: cancel.signal, isPreview: true });
	await vi.waitUntil(() => preview.progress().pages > 20, { timeout: 20_000, interval: 2 });
	const handout = service.draw(sampleWorkshop, { ...options, document: 'questions' }).done;
	cancel.abort(new Error('enough'));
	await expect(preview.done).rejects.toThrow('enough');
	expect((await handout).pages).toBe(1);
}, 60_000);

test('a report that needs too much memory fails in a sentence', async () => {
	const failed = await reports(16)
		.draw(crowded(4_000), options)
		.done.catch((error: unknown) => error);
	expect(failed).toBeInstanceOf(ReportFailed);
	expect((failed as ReportFailed).message).toBe(
		'The report needs more memory than it may use, so it was stopped. Your workshop is safe, and no file was written. Try it with fewer cards.',
	);
}, 60_000);

test('what goes wrong in the worker is told in a sentence', async () => {
	const damaged = { ...sampleWorkshop, rounds: null } as unknown as typeof sampleWorkshop;
	const failed = await reports()
		.draw(damaged, options)
		.done.catch((error: unknown) => error);
	expect(failed).toBeInstanceOf(ReportFailed);
	expect((failed as ReportFailed).message).toMatch(
		/^The report could not be drawn: .*\. Your workshop is safe, and no file was written\.$/,
	);
}, 30_000);
