import { test } from './fixtures.ts';
import { openRevealed, type Held } from './revealedWorkshop.ts';

const names = ['Ethical Use of AI Models', 'Data Privacy and Security', 'Decentralized AI Development', 'Regulatory Challenges', 'Market Dominance and Competition', 'AI Regulation and Governance'];
let seed = 7;
const rnd = () => ((seed = (seed * 16807) % 2147483647) / 2147483647);
const near = (mid: number, spread: number, low: number, high: number) => Math.min(high, Math.max(low, Math.round(mid + (rnd() + rnd() + rnd() - 1.5) * spread)));
const n = 31;
const many = <T>(make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const split = () => many((i) => (i % 2 ? near(1.6, 1.5, 1, 5) : near(4.5, 1.4, 1, 5)));
const first: Held = {
	title: 'Round 1', criteria: ['relevancy', 'impact', 'uncertainty', 'timing'], peopleInRoom: 34, groups: many((i) => (i < 14 ? 0 : i < 25 ? 1 : i < 27 ? 2 : null)),
	ways: many((i) => (i < 26 ? 'phone' : i < 29 ? 'paper' : 'hot seat')),
	votes: Object.fromEntries(names.map((name, k) => [name, {
		relevancy: k === 1 || k === 4 ? split() : many((i) => (i === 3 ? 'cannot say' : near(4.4 - k * 0.3, 2, 1, 5))), impact: many(() => near(2 + k * 0.5, 2.4, 1, 5)), uncertainty: many(() => near(4 - k * 0.4, 2.2, 1, 5)),
		timing: many((i) => (k === 2 && i % 3 === 0 ? 'later' : near(2028 + k * 1.4, 3.4, 2026, 2036))),
	}])),
	reasons: Object.fromEntries(many((i) => [i, i < 9 ? { [names[1]!]: ['Two billion is small beside the leaders. Fear of a European monopoly is early.', 'The largest model has no download link. That is where dominance starts.', 'Free downloads under Apache 2.0 make it hard to lock anyone in.'][i % 3]! + ` (${i})` } : {}])),
};
const second: Held = {
	...first, title: 'Round 2', again: 0,
	votes: Object.fromEntries([names[1]!, names[4]!, names[0]!].map((name, k) => [name, { relevancy: first.votes[name]!.relevancy!.map((v) => (typeof v === 'number' && rnd() < 0.3 ? Math.min(5, Math.max(1, v + (k === 0 ? 1 : rnd() < 0.5 ? 1 : -1))) : v)), impact: many(() => near(2 + k * 0.5, 2.4, 1, 5)), uncertainty: many(() => near(4 - k * 0.4, 2.2, 1, 5)), timing: many(() => near(2029 + k * 1.4, 2.4, 2026, 2036)) }])),
};
const dots: Held = { title: 'Round 3', criteria: ['dots'], dots: 5, peopleInRoom: 34, votes: Object.fromEntries(names.map((name, k) => [name, { dots: many((i) => ((i + k) % (k + 2) === 0 ? 2 : 0)) }])) };
const approval: Held = { title: 'Round 4', criteria: ['approval'], votes: Object.fromEntries(names.map((name, k) => [name, { approval: many((i) => (i % 7 === 0 ? 'cannot say' : i % (k + 2) === 0 ? 0 : 1)) }])) };

test('look', async ({ longview, page }, info) => {
	const shot = (name: string) => page.screenshot({ path: `/tmp/results-shots/${name}.png` });
	await page.setViewportSize({ width: 1440, height: 900 });
	await openRevealed(longview, info.outputPath('r.longview'), [first, second, dots, approval], ['City', 'Farm', 'Coast']);
	await longview.go('Vote');
	const round = (name: string) => page.getByRole('button', { name }).first().click();
	const press = (group: string, name: string) => page.getByRole('group', { name: group }).getByRole('button', { name }).click();
	await round('Round 1');
	await shot('r1-relevancy');
	await press('Criterion', 'Timing');
	await shot('r1-timing');
	await press('View', 'By group');
	await shot('r1-timing-groups');
	await press('Criterion', 'Impact');
	await shot('r1-impact-groups');
	await round('Round 2');
	await shot('r2-relevancy');
	await press('View', 'Since round 1');
	await page.waitForTimeout(1200);
	await shot('r2-movement');
	await press('Criterion', 'Timing');
	await page.waitForTimeout(1200);
	await shot('r2-movement-timing');
	await press('View', 'Ranking');
	await shot('r2-timing');
	await page.setViewportSize({ width: 1280, height: 720 });
	await press('Criterion', 'Relevancy');
	await shot('r2-relevancy-1280');
	await page.setViewportSize({ width: 1440, height: 900 });
	await round('Round 3');
	await shot('r3-dots');
	await round('Round 4');
	await shot('r4-approval');
	await longview.chooseTheme('Dark');
	await shot('r4-approval-dark');
	await round('Round 2');
	await press('View', 'Since round 1');
	await page.waitForTimeout(1200);
	await shot('r2-movement-dark');
	await longview.chooseTheme('Projector');
	await round('Round 1');
	await shot('r1-projector');
	await longview.chooseTheme('Light');
	await longview.go('Place');
	await page.getByRole('button', { name: 'What the canvas shows of the votes' }).click();
	await shot('canvas-menu');
	await page.getByRole('menuitem', { name: /Place all/ }).click();
	await page.waitForTimeout(600);
	await shot('canvas-placed');
});
