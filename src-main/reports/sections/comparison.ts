/** The worlds side by side: a row for each, with its headline, what drives it, who wins, who loses and what to watch for. */
import { plainText } from '../../../src-shared/markdown/narrative.ts';
import type { Paper } from '../paper.ts';
import { paragraph, sectionHeading } from '../flow.ts';
import { worldTarget } from '../links.ts';
import { codeSpan } from '../primitives.ts';
import { table, type Cell } from '../table.ts';
import { shortened } from '../text.ts';
import type { Span } from '../typeset.ts';
import type { View } from '../view.ts';
import { speech } from '../words/speech.ts';
import { worldWords } from '../words/worlds.ts';
import type { World } from '../worldsView.ts';

const longest = 220;
const mostDrivers = 5;
const mostSignposts = 3;

export function comparison(paper: Paper, view: View): void {
	const { worlds } = view.worlds;
	if (worlds.length < 2) return;
	const words = paper.say(worldWords);
	const heads = words.comparedColumns;
	paper.newPage('sideways');
	const section = paper.tag(paper.root, 'Sect');
	sectionHeading(paper, section, words.compared);
	paragraph(paper, section, words.comparedIntro, { style: 'quiet', after: 10 });
	const first = 104;
	const each = (paper.width - first) / 5;
	const columns = [heads.world, heads.headline, heads.drives, heads.winners, heads.losers, heads.signposts].map((title, index) => ({ title, width: index === 0 ? first : each }));
	table(paper, section, columns, worlds.map((world) => rowOf(paper, view, world)), { padding: 7, top: true });
	section.end();
}

function rowOf(paper: Paper, view: View, world: World): Cell[] {
	const { quoted } = speech[paper.language];
	const { headline, summary, winners, losers } = world.scenario;
	const plain = (markdown: string | undefined) => shortened(plainText(markdown ?? '', (id) => view.byId.get(id)?.code).replace(/\n+/g, '; '), longest);
	return [
		{ text: [{ text: world.title, to: worldTarget(world.id) }], names: true, style: 'cardName' },
		{ text: headline?.trim() ? quoted(shortened(headline, longest)) : shortened(summary ?? '', longest), style: 'plain' },
		{ text: drives(world), style: 'plain' },
		{ text: plain(winners), style: 'plain' },
		{ text: plain(losers), style: 'plain' },
		{ text: world.signposts.slice(0, mostSignposts).map(({ title }) => shortened(title, 90)).join('; '), style: 'plain' },
	];
}

/** The heaviest of its cards; those that people said something of with it. */
function drives({ feeds }: World): Span[] {
	const heaviest = feeds.filter(({ weight }) => weight === feeds[0]?.weight).slice(0, mostDrivers);
	return heaviest.flatMap(({ card, role }, index): Span[] => [
		codeSpan(card), { text: `\u00A0${shortened(card.name, 60)}${role ? ` (${shortened(role, 30)})` : ''}${index < heaviest.length - 1 ? '; ' : ''}` },
	]);
}
