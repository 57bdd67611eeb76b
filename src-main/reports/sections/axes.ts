/** The two axes on which the worlds are built: their poles, whether their votes move together, and the four worlds between them. */
import { pairCorrelation, uncertaintyRatings, verdictOf } from '../../../src-shared/domain/axisPairs.ts';
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { arranged } from '../../../src-shared/domain/worlds.ts';
import type { Paper, Tag } from '../paper.ts';
import { drawLines, followOn, list, paragraph, sectionHeading } from '../flow.ts';
import { drawHills, hillsOf } from '../hills.ts';
import { worldTarget } from '../links.ts';
import { namedCard } from '../primitives.ts';
import { colours } from '../theme.ts';
import type { Line, Span } from '../typeset.ts';
import type { View } from '../view.ts';
import { speech } from '../words/speech.ts';
import { axesWords } from '../words/uncertainties.ts';
import type { World, WorldAxis } from '../worldsView.ts';

export function axes(paper: Paper, view: View): void {
	const { across, up } = view.worlds.axes;
	const words = paper.say(axesWords);
	const known = [[words.across, across], [words.up, up]].flatMap(([said, axis]) => (axis ? [{ said: said as string, axis: axis as WorldAxis }] : []));
	if (known.length === 0) return;
	followOn(paper, 620);
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, words.title);
	paragraph(paper, section, words.intro, { style: 'quiet', after: 12 });
	const items = known.map(({ said, axis }, index) => ({ label: index === 0 && across ? '—' : '|', text: axisSpans(paper, said, axis) }));
	list(paper, section, items, { after: 6 });
	if (across && up) {
		paragraph(paper, section, correlated(paper, view, across, up), { after: 18 });
		drawSquare(paper, section, view, across, up);
	}
	section.end();
}

function axisSpans(paper: Paper, said: string, axis: WorldAxis): Span[] {
	const words = paper.say(axesWords);
	return [{ text: speech[paper.language].labelled(said, '') }, ...namedCard(axis.card), { text: words.poles(axis.low, axis.high) }, { text: '.' }];
}

function correlated(paper: Paper, view: View, across: WorldAxis, up: WorldAxis): string {
	const words = paper.say(axesWords);
	const { file } = view.worlds;
	const result = pairCorrelation(uncertaintyRatings(file.rounds, file.ballots), across.cardId, up.cardId);
	if ('undefined' in result) return words.unknown;
	return `${words.correlation[verdictOf(result.rho)]} ${words.figures(speech[paper.language].hundredths(result.rho).replace('-', '−'), result.n)}`;
}

const gap = 10;
const quarterHeight = 138;
const hillsHeight = 48;
const pill = { height: 22, padding: 11 } as const;

/** Four boxes with the worlds' names, links to their pages; the axes and their poles lie between them. */
function drawSquare(paper: Paper, section: Tag, view: View, across: WorldAxis, up: WorldAxis): void {
	const words = paper.say(axesWords);
	const { seated, outside } = arranged('axes', view.worlds.worlds.map(({ scenario }) => scenario));
	const height = 2 * quarterHeight + gap + 2 * (pill.height + 6);
	paper.need(height);
	const top = paper.y;
	const box = { left: paper.left, top: top + pill.height + 6, width: paper.width, height: 2 * quarterHeight + gap };
	const alt = words.alt(`${words.across} ${words.poles(across.low, across.high)}`, `${words.up} ${words.poles(up.low, up.high)}`);
	const figure = paper.tag(section, 'Figure', { alt, bbox: [paper.left, top, paper.right, top + height] });
	paper.content(figure, () => {
		drawQuarters(paper, view, box, seated.map(({ scenario }) => (scenario && view.worlds.worldOf.get(scenario.id)) || null));
		drawAxes(paper, box, across, up);
	});
	figure.end();
	const quarters = paper.tag(section, 'L');
	const width = (box.width - gap) / 2;
	seated.forEach(({ seat, scenario }, index) => {
		const world = scenario && view.worlds.worldOf.get(scenario.id);
		const { across: side, up: end } = seat.standing.axes!;
		const x = box.left + (index % 2) * (width + gap) + 16;
		const item = paper.tag(quarters, 'LI');
		const body = paper.tag(item, 'LBody', { title: words.quarter(across[side], up[end], world?.title ?? words.empty) });
		paper.y = box.top + Math.floor(index / 2) * (quarterHeight + gap) + 20;
		const room = width - 32;
		// The pole of the left or the right end lies over the inner corner of the lower boxes; words keep clear of it.
		const title: Span[] = world ? [{ text: `${world.title} `, to: worldTarget(world.id) }] : [{ text: words.empty, colour: colours.ink2 }];
		draw(paper, body, paper.set(title, world ? 'quarter' : 'quiet', room, { balance: true, maxLines: 2 }), x, world ? 24 : 18);
		paper.y += 4;
		const lead = world?.scenario.summary?.trim() || world?.scenario.headline?.trim() || '';
		// The hills below keep their room.
		const lines = Math.floor((box.top + Math.floor(index / 2) * (quarterHeight + gap) + quarterHeight - hillsHeight - paper.y) / 16.5);
		if (lead && lines > 0) draw(paper, body, paper.set(lead, 'note', room, { maxLines: Math.min(2, lines) }), x, 16.5);
		body.end();
		item.end();
	});
	quarters.end();
	paper.y = top + height;
	if (outside.length > 0) {
		paper.y += 8;
		paragraph(paper, section, words.outside(outside.map(({ id }) => view.worlds.worldOf.get(id)!.title)), { style: 'note' });
	}
}

function draw(paper: Paper, tag: Tag, lines: readonly Line[], x: number, leading: number): void {
	const inner = paper.tag(tag, 'P');
	drawLines(paper, inner, lines, { x, leading });
	inner.end();
}

interface Area {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** Each world with its hills: when the room thinks that what feeds it will matter. */
function drawQuarters(paper: Paper, view: View, { left, top, width }: Area, worlds: readonly (World | null)[]): void {
	const { doc } = paper;
	const w = (width - gap) / 2;
	worlds.forEach((world, index) => {
		const [x, y] = [left + (index % 2) * (w + gap), top + Math.floor(index / 2) * (quarterHeight + gap)];
		doc.roundedRect(x, y, w, quarterHeight, 6).fill(colours.paper);
		if (world) {
			doc.save().roundedRect(x, y, w, quarterHeight, 6).clip();
			drawHills(paper, hillsOf(view, world.feeds), { left: x, right: x + w, ground: y + quarterHeight, room: hillsHeight, x: (at) => x + (at / horizonYears) * w });
			doc.restore();
		}
		doc.lineWidth(0.9).roundedRect(x, y, w, quarterHeight, 6).stroke(colours.lineStrong);
	});
}

function drawAxes(paper: Paper, { left, top, width, height }: Area, across: WorldAxis, up: WorldAxis): void {
	const { doc } = paper;
	const w = (width - gap) / 2;
	const [middleX, middleY] = [left + width / 2, top + height / 2];
	doc.lineWidth(1.5).moveTo(left, middleY).lineTo(left + width, middleY).moveTo(middleX, top - 6).lineTo(middleX, top + height + 6).stroke(colours.ink);
	drawPole(paper, up.high, middleX, top - 6 - pill.height / 2, 'middle', width);
	drawPole(paper, up.low, middleX, top + height + 6 + pill.height / 2, 'middle', width);
	drawPole(paper, across.low, left, middleY, 'start', w - 24);
	drawPole(paper, across.high, left + width, middleY, 'end', w - 24);
}

/** White on ink, in a pill on the end of its axis. */
function drawPole(paper: Paper, text: string, x: number, middle: number, align: 'start' | 'middle' | 'end', most: number): void {
	const [line] = paper.set([{ text: text.trim() || '–', colour: colours.onRidge }], 'smallStrong', most - 2 * pill.padding, { maxLines: 1 });
	const width = line!.width + 2 * pill.padding;
	const left = align === 'start' ? x : align === 'end' ? x - width : x - width / 2;
	paper.doc.roundedRect(left, middle - pill.height / 2, width, pill.height, pill.height / 2).fill(colours.action);
	paper.drawLine(line!, left + pill.padding, middle - 7.5, 15);
}
