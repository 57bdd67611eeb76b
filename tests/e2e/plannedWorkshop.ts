/** A workshop with worlds, and what the Signposts step makes of them: the sample as a file, with these put into it. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { LongviewPage } from './pages/LongviewPage.ts';

export interface PlannedWorld {
	title: string;
	cone?: 'probable' | 'plausible' | 'possible' | 'preferable';
	horizonYear?: number;
}
type Verdict = 'works' | 'adapts' | 'fails';

export interface Planned {
	worlds?: readonly PlannedWorld[];
	/** Verdicts by the world's title. */
	options?: readonly { title: string; description?: string; verdicts?: Record<string, Verdict | [Verdict, string]> }[];
	/** Worlds by their titles. */
	signposts?: readonly {
		title: string; source?: string; threshold?: string; owner?: string; reviewAt?: string; towards?: readonly string[]; away?: readonly string[];
		count?: { seen: number; of: number }; seenOn?: string;
	}[];
	actions?: readonly { title: string; world?: string; at?: number; owner?: string; note?: string; done?: boolean }[];
	wayBack?: boolean;
}

export const fourWorlds: readonly PlannedWorld[] = [
	{ title: 'Licensed Few', cone: 'probable' }, { title: 'Common Ground', cone: 'preferable' }, { title: 'Toll Road', cone: 'plausible' }, { title: 'Wild Garden', cone: 'plausible' },
];

interface Saved {
	workshop: { id: string; title: string; wayBack?: boolean };
	scenarios: object[];
	options: object[];
	signposts: object[];
	actions: object[];
}

/** @param path where the file may lie. @param title of the workshop it becomes; it is opened beside the sample. */
export async function openPlanned(longview: LongviewPage, path: string, planned: Planned, title = 'Planned'): Promise<void> {
	if (!(await longview.runSheet.isVisible())) await longview.openSample();
	await longview.saveFile(path);
	const file = JSON.parse(readFileSync(path, 'utf8')) as Saved;
	const workshopId = `w${title.replace(/\W/g, '')}`;
	const text = JSON.stringify(file).replaceAll(file.workshop.id, workshopId);
	const own = JSON.parse(text) as Saved;
	own.workshop.title = title;
	if (planned.wayBack) own.workshop.wayBack = true;
	const worldId = (name: string) => `${workshopId}-world-${name.replace(/\W/g, '')}`;
	const ids = (names: readonly string[] = []) => names.map(worldId);
	own.scenarios = (planned.worlds ?? []).map(({ title: name, cone, horizonYear = 2036 }, order) => ({
		id: worldId(name), workshopId, title: name, narrative: '', horizonYear, cardIds: [], order, createdAt: '2026-05-14T09:00:00.000Z', ...(cone && { standing: { cone } }),
	}));
	own.options = (planned.options ?? []).map(({ title: name, description = '', verdicts = {} }, order) => ({
		id: `${workshopId}-option-${order}`, workshopId, title: name, description, order,
		verdicts: Object.fromEntries(Object.entries(verdicts).map(([world, given]) => [worldId(world), typeof given === 'string' ? { verdict: given } : { verdict: given[0], why: given[1] }])),
	}));
	own.signposts = (planned.signposts ?? []).map(({ title: name, source = '', threshold = '', owner = '', reviewAt = null, towards, away, count, seenOn }, order) => ({
		id: `${workshopId}-signpost-${order}`, workshopId, title: name, source, threshold, owner, reviewAt, towards: ids(towards), away: ids(away), order, ...(count && { count }), ...(seenOn && { seenOn }),
	}));
	own.actions = (planned.actions ?? []).map(({ title: name, world, at = null, owner = '', note = '', done }, order) => ({
		id: `${workshopId}-action-${order}`, workshopId, title: name, note, owner, scenarioId: world === undefined ? null : worldId(world), at, order, ...(done && { done }),
	}));
	writeFileSync(path, JSON.stringify(own));
	await longview.openFile(path);
	await longview.page.getByRole('banner').getByText(title, { exact: true }).waitFor();
}
