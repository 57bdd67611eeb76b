/** The terms that this report uses, with what they mean; a term of a section that is not shown is left out. */
import { shownSections } from '../../../src-shared/domain/reportSections.ts';
import { isScale } from '../../../src-shared/domain/tally.ts';
import { tallyPlan, type PlanClass } from '../../../src-shared/domain/windTunnel.ts';
import type { SectionName } from '../../../src-shared/schemas/report.ts';
import { contestedOf } from '../contested.ts';
import type { Paper } from '../paper.ts';
import { drawLines, followOn, sectionHeading } from '../flow.ts';
import type { View } from '../view.ts';
import { glossaryTerms, glossaryWords, type GlossaryTerm } from '../words/glossary.ts';

/** Between two terms. */
const gaps = [6, 5, 4, 3, 2] as const;
/** The section's heading. */
const headed = 50;

export function glossary(paper: Paper, view: View): void {
	const used = termsOf(view);
	if (used.length === 0) return;
	const words = paper.say(glossaryWords);
	const entries = used.map((term) => words.terms[term]).sort(([a], [b]) => a.localeCompare(b, paper.language));
	const nameWidth = Math.min(150, paper.width * 0.32);
	const set = entries.map(([term, definition]) => ({ name: paper.set(term, 'cardName', nameWidth - 12), text: paper.set(definition, 'plain', paper.width - nameWidth) }));
	const heights = set.map(({ name, text }) => Math.max(name.length * 15, text.length * 16));
	const whole = heights.reduce((sum, height) => sum + height, headed);
	followOn(paper, whole + set.length * gaps[0]);
	// Somewhat closer rather than a page with two or three of them alone.
	const gap = gaps.find((one) => whole + set.length * one <= paper.bottom - paper.y) ?? gaps[0];
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, words.title);
	const list = paper.tag(section, 'L');
	for (const [index, { name, text }] of set.entries()) {
		paper.need(heights[index]!);
		const top = paper.y;
		const item = paper.tag(list, 'LI');
		const label = paper.tag(item, 'Lbl');
		drawLines(paper, label, name, { x: paper.left, leading: 15 });
		label.end();
		const foot = paper.y;
		paper.y = top;
		const body = paper.tag(item, 'LBody');
		drawLines(paper, body, text, { x: paper.left + nameWidth, leading: 16 });
		body.end();
		item.end();
		paper.y = Math.max(paper.y, foot) + gap;
	}
	list.end();
	section.end();
}

const classTerms: Readonly<Record<PlanClass, GlossaryTerm>> = { 'no regrets': 'noRegrets', 'opt-out': 'optOut', 'opt-in': 'optIn', abandon: 'abandon' };

export function termsOf(view: View): GlossaryTerm[] {
	const { worlds: data, results } = view;
	const shown = new Set<SectionName>(shownSections(view.workshop.report));
	const asked = (criterion: string) => shown.has('ranked') && results.some((result) => result.criterion === criterion);
	const scaled = results.some(({ criterion }) => isScale(criterion));
	const { across, up } = data.axes;
	const plans = shown.has('windTunnel') && data.worlds.length > 0 ? data.options : [];
	const classes = new Set(plans.map((option) => tallyPlan(option, data.worlds.map(({ id }) => id)).planClass));
	const pages = shown.has('scenarios') && data.worlds.length > 0;
	const mapped = shown.has('uncertainties') && [...data.ratings.values()].some(({ impact, uncertainty }) => impact && uncertainty);
	const axes = shown.has('axes') && (across !== null || up !== null);
	const crossed = shown.has('crossImpact') && data.drivers.some(({ states }) => states.length > 0);
	const has: Partial<Record<GlossaryTerm, boolean>> = {
		card: view.cards.length > 0,
		median: scaled, iqr: scaled && (shown.has('ranked') || shown.has('contested')), consensus: scaled && (shown.has('ranked') || shown.has('contested')),
		contested: scaled && contestedOf(view).length > 0, kendall: shown.has('ranked') && scaled,
		timing: asked('timing'), dots: asked('dots'), approval: asked('approval'),
		critical: mapped || axes, axis: axes, spearman: axes && across !== null && up !== null,
		scenario: data.worlds.length > 0, horizons: pages && data.logic === 'horizons', cone: pages && data.logic === 'cone', feeding: pages && data.worlds.some(({ feeds }) => feeds.length > 0),
		driver: crossed, crossImpact: crossed, wheel: shown.has('wheels') && data.wheels.length > 0,
		windTunnel: plans.length > 0, ...Object.fromEntries([...classes].flatMap((one) => (one ? [[classTerms[one], true]] : []))),
		signpost: data.signposts.length > 0 && (shown.has('signposts') || shown.has('scenarios')), backcasting: shown.has('actions') && data.worlds.some(({ steps }) => steps.length > 0),
	};
	return glossaryTerms.filter((term) => has[term]);
}
