/** The picture above a world's story: the ten years, the room's timing votes on its cards as hills, and the cards at their dates. */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { lanesLayout } from '../../../src-shared/domain/lanesLayout.ts';
import { drawHills, hillsOf } from '../hills.ts';
import type { Paper, Tag } from '../paper.ts';
import { glyph } from '../primitives.ts';
import { colours, ridges } from '../theme.ts';
import type { ReportCard, View } from '../view.ts';
import { speech } from '../words/speech.ts';
import { worldWords } from '../words/worlds.ts';
import type { World } from '../worldsView.ts';

export const bandHeight = 129;
const bandGround = 28;

export function drawBand(paper: Paper, section: Tag, view: View, { scenario, feeds }: World): void {
	const cards = feeds.map(({ card }) => card);
	const placed = cards.filter((card) => card.placement);
	const hills = hillsOf(view, feeds);
	const { doc } = paper;
	const x = (at: number) => paper.left + 15 + (at / horizonYears) * (paper.width - 30);
	const within = (at: number) => x(Math.min(horizonYears, Math.max(0, at)));
	const { band } = paper.say(worldWords);
	const { listed } = speech[paper.language];
	const dated = placed.map((card) => `${card.code} ${card.date}`);
	const alt = [
		band.base(scenario.horizonYear), dated.length > 0 ? band.fed(listed(dated)) : band.empty, ...(hills.ridges.length > 0 ? [band.hills(listed(hills.codes))] : []),
	].join(' ');
	const figureTag = paper.tag(section, 'Figure', { alt, bbox: [0, 0, paper.pageWidth, bandHeight] });
	paper.content(figureTag, () => {
		const ground = bandHeight - bandGround;
		doc.rect(0, 0, paper.pageWidth, ground).fill(colours.skyLow);
		if (view.now !== null) doc.circle(within(view.now), ground, 22).fill(colours.sun);
		drawHills(paper, hills, { left: 0, right: paper.pageWidth, ground, room: ground - 34, x });
		drawYear(paper, view, scenario.horizonYear, within, ground);
		drawPins(paper, placed, within, ground);
		doc.rect(0, ground, paper.pageWidth, bandGround).fill(ridges[1]);
		for (let year = 0; year <= horizonYears; year += 2) {
			const [line] = paper.set([{ text: String(view.workshop.baseYear + year), colour: colours.onRidge }], 'smallStrong', 60);
			paper.drawLine(line!, x(year) - line!.width / 2, ground + 7, 15);
		}
	});
	figureTag.end();
}

/** The year that the story tells of, as the canvas marks a date; and the sun, which is the day of the workshop. */
function drawYear(paper: Paper, view: View, year: number, x: (at: number) => number, ground: number): void {
	const { doc } = paper;
	if (view.now !== null) doc.circle(x(view.now), ground, 22).fill(colours.sun);
	const at = year - view.workshop.baseYear;
	if (at < 0 || at > horizonYears) return;
	const [line] = paper.set([{ text: String(year), colour: colours.onRidge }], 'smallStrong', 60);
	const width = line!.width + 16;
	const left = Math.min(x(at) - width / 2, paper.right - width);
	doc.lineWidth(1.5).strokeColor(colours.action).moveTo(x(at), 34).lineTo(x(at), ground).stroke();
	doc.roundedRect(left, 16, width, 20, 10).fill(colours.action);
	paper.drawLine(line!, left + 8, 16, 20);
}

function drawPins(paper: Paper, placed: readonly ReportCard[], x: (at: number) => number, ground: number): void {
	const { doc } = paper;
	const size = placed.length > 24 ? 13 : 20;
	const years = (size / paper.width) * horizonYears;
	const lane = { id: 'horizon' };
	const layout = lanesLayout(
		[lane],
		placed.map((card) => ({ id: card.id, at: card.placement!.at, laneId: lane.id, height: 0 })),
		{
			cardYears: years,
			tabYears: years,
			gapYears: years * 0.1,
		},
	);
	const rows = layout.rows.get(lane.id)!;
	const pitch = Math.min(size + 3, (ground - 40 - size) / Math.max(1, rows - 1));
	for (const card of placed) {
		const centre = x(card.placement!.at);
		const y = ground - 22 - size / 2 - layout.cards.get(card.id)!.row * pitch;
		doc.lineWidth(1.1).strokeColor(ridges[1]).moveTo(centre, y).lineTo(centre, ground).stroke();
	}
	for (const card of placed) {
		const centre = x(card.placement!.at);
		const y = ground - 22 - size / 2 - layout.cards.get(card.id)!.row * pitch;
		doc
			.lineWidth(1.1)
			.circle(centre, y, size / 2)
			.fillAndStroke(colours.paper, ridges[1]);
		glyph(doc, card.kind, centre - size * 0.3, y - size * 0.3, size * 0.6);
	}
}
