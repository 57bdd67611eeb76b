/** How a workshop's report looks, as the facilitator sets it. Each change is one undo step. */
import { chosenSections } from '../../src-shared/domain/reportSections.ts';
import type { ReportOptions, SectionName } from '../../src-shared/schemas/report.ts';
import type { Workshop } from '../../src-shared/schemas/records.ts';
import type { ReportSettings } from '../../src-shared/schemas/worlds.ts';
import type { App } from '../context.ts';
import { changed } from '../db/changes.ts';
import { pageSizeHere } from '../ui/pageSize.ts';
import { moved } from '../ui/reorder.ts';

type Desk = Pick<App, 'records' | 'ledger'>;

/** A setting of `undefined` is taken back to Longview's own. @param workshopId the open one where none is given. */
export async function setReport({ records, ledger }: Desk, patch: { [Key in keyof ReportSettings]?: ReportSettings[Key] | undefined }, label: string, stepId?: string, workshopId = records.openWorkshopId): Promise<void> {
	const workshop = records.workshops.get(workshopId ?? '');
	if (!workshop) return;
	const merged = { ...workshop.report, ...patch };
	const report = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined && value !== '')) as ReportSettings;
	if (JSON.stringify(report) === JSON.stringify(workshop.report ?? {})) return;
	await ledger.commit({ label, changes: [changed('workshops', workshop, { report })], ...(stepId !== undefined && { stepId }) });
}

export function showSection(desk: Desk, name: SectionName, title: string, shown: boolean): Promise<void> {
	const sections = chosenSections(desk.records.workshop?.report).map((section) => (section.name === name ? { name, shown } : section));
	return setReport(desk, { sections }, shown ? `Show “${title}” in the report` : `Leave “${title}” out of the report`);
}

export function orderSections(desk: Desk, names: readonly string[]): Promise<void> {
	const sections = [...chosenSections(desk.records.workshop?.report)].sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
	return setReport(desk, { sections }, 'Reorder the report');
}

/** @param by places, down where above 0. @returns whether there was room to move. */
export async function stepSection(desk: Desk, name: SectionName, by: number): Promise<boolean> {
	const names = chosenSections(desk.records.workshop?.report).map((section) => section.name);
	const from = names.indexOf(name);
	const next = moved(names, from, from + by);
	if (next === names) return false;
	await orderSections(desk, next);
	return true;
}

/** What the report of a workshop is drawn with. */
export function reportOptions(workshop: Workshop | undefined): ReportOptions {
	const { pageSize = pageSizeHere(), language = 'en', largePrint = false } = workshop?.report ?? {};
	return { document: 'report', pageSize, language, largePrint, printedAt: new Date().toISOString() };
}
