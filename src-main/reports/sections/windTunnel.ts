/** Wind-tunnelling: every plan in every world, each verdict a shape, a letter and a word, and the class that the row comes to. */
import { planClasses, tallyPlan } from '../../../src-shared/domain/windTunnel.ts';
import type { Option, Verdict } from '../../../src-shared/schemas/worlds.ts';
import type { Paper, Tag } from '../paper.ts';
import { heading, list, paragraph, sectionHeading } from '../flow.ts';
import { table, type Cell } from '../table.ts';
import { shortened } from '../text.ts';
import { colours } from '../theme.ts';
import type { Span } from '../typeset.ts';
import type { View } from '../view.ts';
import { windTunnelWords } from '../words/plans.ts';
import { speech } from '../words/speech.ts';

export function windTunnel(paper: Paper, view: View): void {
	const { options, worlds } = view.worlds;
	if (options.length === 0 || worlds.length === 0) return;
	const words = paper.say(windTunnelWords);
	paper.newPage('sideways');
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, words.title);
	paragraph(paper, section, words.intro, { style: 'quiet', after: 10 });
	const [first, last] = [214, 150];
	const each = (paper.width - first - last) / worlds.length;
	const columns = [{ title: words.option, width: first }, ...worlds.map(({ title }) => ({ title: shortened(title, 60), width: each })), { title: words.planClass, width: last }];
	table(paper, section, columns, options.map((option) => rowOf(paper, view, option)), { rowHeight: 42, padding: 6, after: 16 });
	drawWhys(paper, section, view);
	drawMeanings(paper, section, view);
	section.end();
}

function rowOf(paper: Paper, view: View, option: Option): Cell[] {
	const words = paper.say(windTunnelWords);
	const { worlds } = view.worlds;
	const tally = tallyPlan(option, worlds.map(({ id }) => id));
	const description = shortened(option.description, 160);
	const name: Span[] = [{ text: shortened(option.title, 200) || '–', weight: 600 }, ...(description ? [{ text: ` \n${description}`, colour: colours.ink2 }] : [])];
	const planClass: Span[] = [...(tally.planClass ? [{ text: `${words.classes[tally.planClass].name} \n`, weight: 600 as const }] : []), { text: words.tally(tally), colour: colours.ink2 }];
	return [
		{ text: name, names: true, style: 'name' },
		...worlds.map(({ id }): Cell => {
			const verdict = option.verdicts[id]?.verdict;
			if (!verdict) return { text: words.open, style: 'small', indent: 23 };
			const { letter, word } = words.verdicts[verdict];
			return { text: word, style: 'plain', indent: 23, ownMark: true, mark: (x, middle) => drawVerdict(paper, verdict, letter, x, middle) };
		}),
		{ text: planClass, style: 'name' },
	];
}

const size = 17;

/** A filled disc, an open diamond, a crossed square: told apart without colour, and without the letter. */
function drawVerdict(paper: Paper, verdict: Verdict, letter: string, x: number, middle: number): void {
	const { doc } = paper;
	const [cx, half] = [x + size / 2, size / 2];
	doc.lineWidth(1.25);
	if (verdict === 'works') doc.circle(cx, middle, half).fillAndStroke(colours.ink, colours.ink);
	else if (verdict === 'adapts') doc.polygon([cx, middle - half - 1.5], [cx + half + 1.5, middle], [cx, middle + half + 1.5], [cx - half - 1.5, middle]).fillAndStroke(colours.paper, colours.ink);
	else {
		doc.rect(x + 0.6, middle - half + 0.6, size - 1.2, size - 1.2).fillAndStroke(colours.paper, colours.ink);
		// The strokes leave the middle free for the letter.
		for (const [from, to] of [[0.6, 4], [size - 4, size - 0.6]] as const) {
			doc.moveTo(x + from, middle - half + from).lineTo(x + to, middle - half + to).moveTo(x + size - from, middle - half + from).lineTo(x + size - to, middle - half + to).stroke(colours.ink);
		}
	}
	const [line] = paper.set([{ text: letter, colour: verdict === 'works' ? colours.onRidge : colours.ink }], 'verdict', 30);
	paper.drawLine(line!, cx - line!.width / 2, middle - 7.5, 15);
}

function drawWhys(paper: Paper, section: Tag, view: View): void {
	const words = paper.say(windTunnelWords);
	const { labelled } = speech[paper.language];
	const items = view.worlds.options.flatMap((option) => {
		const whys = view.worlds.worlds.flatMap(({ id, title }) => {
			const given = option.verdicts[id];
			return given?.why?.trim() ? [`${title}, ${labelled(words.verdicts[given.verdict].word, shortened(given.why, 300))}`] : [];
		});
		return whys.length === 0 ? [] : [{ label: '•', text: [{ text: labelled(shortened(option.title, 120), ''), weight: 600 as const }, { text: whys.join(' ') }] }];
	});
	if (items.length === 0) return;
	heading(paper, section, words.whys);
	list(paper, section, items, { after: 3 });
	paper.y += 12;
}

/** Of the classes that occur. */
function drawMeanings(paper: Paper, section: Tag, view: View): void {
	const words = paper.say(windTunnelWords);
	const { labelled } = speech[paper.language];
	const ids = view.worlds.worlds.map(({ id }) => id);
	const occurring = new Set(view.worlds.options.map((option) => tallyPlan(option, ids).planClass));
	const items = planClasses.filter((planClass) => occurring.has(planClass)).map((planClass) => {
		const { name, meaning } = words.classes[planClass];
		return { label: '•', text: [{ text: labelled(name, ''), weight: 600 as const }, { text: meaning }] };
	});
	if (items.length === 0) return;
	heading(paper, section, words.meanings);
	list(paper, section, items, { after: 2 });
}
