/** Cross-impact balance: the drivers, what people judged their states do to each other, and which worlds are consistent. */
import { ConsistentSearch, type ConsistentStates } from '../../../src-shared/domain/consistentStates.ts';
import { assess, impactModel, type ImpactModel } from '../../../src-shared/domain/crossImpact.ts';
import type { Paper, Tag } from '../paper.ts';
import { heading, paragraph, sectionHeading } from '../flow.ts';
import { worldTarget } from '../links.ts';
import { signedDrivers, type Signed } from '../signedDrivers.ts';
import { table, type Cell } from '../table.ts';
import type { Span } from '../typeset.ts';
import type { View } from '../view.ts';
import { crossImpactWords } from '../words/methods.ts';
import { speech } from '../words/speech.ts';
import type { World } from '../worldsView.ts';
import { drawMatrix } from './impactMatrix.ts';

export function crossImpact(paper: Paper, view: View): void {
	const { drivers: all, judgements } = view.worlds;
	const words = paper.say(crossImpactWords);
	const drivers = signedDrivers(all, words);
	if (drivers.length === 0) return;
	paper.newPage('sideways');
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, words.title);
	paragraph(paper, section, words.intro, { style: 'quiet', after: 10 });
	drawDrivers(paper, section, drivers);
	if (judgements.length > 0) drawMatrix(paper, section, view, drivers);
	const model = impactModel(drivers.map(({ driver }) => driver), judgements);
	if (drivers.length > 1 && judgements.length > 0) {
		drawWorlds(paper, section, view, drivers, model);
		drawConsistent(paper, section, view, drivers, model);
	}
	section.end();
}

function drawDrivers(paper: Paper, section: Tag, drivers: readonly Signed[]): void {
	const words = paper.say(crossImpactWords);
	heading(paper, section, words.drivers, { after: 2 });
	const columns = [{ title: words.driver, width: 220 }, { title: words.states, width: paper.width - 220 }];
	const rows = drivers.map(({ sign, name, states }): Cell[] => [
		{ text: [{ text: `${sign} `, weight: 700 }, { text: name }], names: true },
		{ text: states.flatMap((state, index): Span[] => [{ text: `${state.sign}\u00A0`, weight: 600 }, { text: `${state.name}${index < states.length - 1 ? ', ' : ''}` }]), style: 'plain' },
	]);
	table(paper, section, columns, rows, { rowHeight: 24, padding: 4, after: 18 });
}

function drawWorlds(paper: Paper, section: Tag, view: View, drivers: readonly Signed[], model: ImpactModel): void {
	const { worlds } = view.worlds;
	if (worlds.length === 0) return;
	const words = paper.say(crossImpactWords);
	paper.need(110);
	heading(paper, section, words.worlds, { after: 2 });
	const columns = [{ title: words.world, width: 140 }, { title: words.states, width: 230 }, { title: words.verdict, width: 120 }, { title: words.unfit, width: paper.width - 490 }];
	const rows = worlds.map((world): Cell[] => {
		const result = assess(model, world.scenario.states ?? {});
		const verdict = !result ? words.incomplete : result.inconsistency === 0 ? words.consistent : words.off(result.inconsistency);
		const unfit = (result?.drivers ?? []).filter(({ shortfall }) => shortfall > 0).map(({ driverId, best, shortfall }) => {
			const own = drivers.find(({ driver }) => driver.id === driverId)!;
			return words.rather(own.name, speech[paper.language].listed(best.map((id) => nameOf(own, id))), shortfall);
		});
		return [
			{ text: [{ text: world.title, to: worldTarget(world.id) }], names: true, style: 'cardName' },
			{ text: statesText(drivers, world.scenario.states ?? {}), style: 'plain' },
			{ text: verdict, style: result?.inconsistency === 0 ? 'smallStrong' : 'small' },
			{ text: unfit.join('; '), style: 'plain' },
		];
	});
	table(paper, section, columns, rows, { rowHeight: 24, padding: 4, after: 18 });
}

const nameOf = ({ states }: Signed, id: string): string => states.find((state) => state.id === id)?.name ?? '';

const statesText = (drivers: readonly Signed[], states: Readonly<Record<string, string>>): string =>
	drivers.flatMap((own) => own.states.filter(({ id }) => id === states[own.driver.id]).map(({ sign, name }) => `${sign}\u00A0${name}`)).join(', ');

const mostShown = 16;
/** The search looks up now and then; so many times are a second or two. */
const mostLooks = 8000;

function drawConsistent(paper: Paper, section: Tag, view: View, drivers: readonly Signed[], model: ImpactModel): void {
	const words = paper.say(crossImpactWords);
	const search = new ConsistentSearch(model, mostShown);
	let looks = 0;
	if (!search.step(() => ++looks > mostLooks)) return void paragraph(paper, section, words.tooMany, { style: 'note' });
	const found = search.found();
	paragraph(paper, section, words.found(search.count, search.total), { after: found.length > 0 ? 4 : 0, keep: 60 });
	if (found.length === 0) return;
	const columns = [{ title: words.states, width: paper.width - 200 }, { title: words.score, width: 60, align: 'right' as const }, { title: '', spoken: words.same, width: 140 }];
	const rows = found.map((one): Cell[] => [
		{ text: statesText(drivers, one.states), names: true, style: 'plain' }, { text: speech[paper.language].signed(one.score) }, { text: sameWorlds(view, one).map(({ title }) => title).join(', '), indent: 16, style: 'small' },
	]);
	table(paper, section, columns, rows, { rowHeight: 24, padding: 4 });
}

const sameWorlds = ({ worlds: { worlds } }: View, { states }: ConsistentStates): World[] =>
	worlds.filter(({ scenario }) => Object.entries(states).every(([driverId, stateId]) => scenario.states?.[driverId] === stateId));
