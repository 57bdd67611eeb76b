/** The trace: from a card's code anywhere to its entry, from there to the votes and the line of its source, and back to the worlds that use it. */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { ratings } from '../../../src-shared/domain/roomResults.ts';
import { cardLink } from '../../../src-shared/domain/trace.ts';
import type { Year } from '../../../src-shared/domain/timing.ts';
import type { SectionName } from '../../../src-shared/schemas/report.ts';
import { cardTarget, expectPlaces, worldTarget } from '../links.ts';
import type { Paper } from '../paper.ts';
import { shortened } from '../text.ts';
import type { Span } from '../typeset.ts';
import type { ReportCard, View } from '../view.ts';
import { capitalised, speech } from '../words/speech.ts';
import { traceWords } from '../words/trace.ts';

/** Says which places links may lead to: those of the sections that are shown. */
export function expectPlacesOf(paper: Paper, view: View, shown: readonly SectionName[]): void {
	const words = paper.say(traceWords);
	if (shown.includes('cards')) expectPlaces(paper, view.cards.map((card) => ({ target: cardTarget(card.id), name: cardLink(card.id), title: words.entryOf(`${card.code} ${shortened(card.name, 100)}`) })));
	if (shown.includes('scenarios')) expectPlaces(paper, view.worlds.worlds.map((world) => ({ target: worldTarget(world.id), name: `world-${world.number}`, title: words.pageOf(shortened(world.title, 100)) })));
}

/** What stands under a card's entry: the room's votes, its source and its line, the worlds that use it. Each is a paragraph. */
export const traceOf = (paper: Paper, view: View, card: ReportCard): Span[][] => [votesOf(paper, view, card), sourceOf(paper, view, card), usesOf(paper, view, card)].filter((spans) => spans.length > 0);

const label = (paper: Paper, text: string): Span => ({ text: speech[paper.language].labelled(text, ''), weight: 600 });

function votesOf(paper: Paper, view: View, card: ReportCard): Span[] {
	const words = paper.say(traceWords);
	const { figure, hundredths } = speech[paper.language];
	const result = view.worlds.ratings.get(card.id);
	if (!result) return [];
	const said = ratings.flatMap((criterion) => {
		const rating = result[criterion];
		return rating ? [`${words.criteria[criterion]} ${words.rating(figure(rating.median), figure(rating.iqr), hundredths(rating.consensus), rating.n)}`] : [];
	});
	const { timing } = result;
	if (timing) said.push(words.timing(yearText(paper, view, timing.median), yearText(paper, view, timing.q1), yearText(paper, view, timing.q3), timing.n));
	return said.length === 0 ? [] : [label(paper, words.votes), { text: `${capitalised(said.join('; '))}.` }];
}

function yearText(paper: Paper, { workshop: { baseYear } }: View, year: Year): string {
	if (year === 'later') return paper.say(traceWords).later(baseYear + horizonYears);
	return year < baseYear ? String(Math.floor(year)) : speech[paper.language].quarter(baseYear, year - baseYear);
}

const longestQuote = 200;

/** The file, the line, and what that line says. */
function sourceOf(paper: Paper, view: View, { id, card }: ReportCard): Span[] {
	const words = paper.say(traceWords);
	if (card.sourceId === null) return [label(paper, words.source), { text: `${words.handmade}.` }];
	const source = view.worlds.traceOf(id)?.source;
	if (!source) return [];
	const where = [shortened(source.file, 120), ...(source.line === null ? [] : [words.line(source.line)]), ...(card.origin === 'clipped' ? [words.clipped] : [])].join(', ');
	const quote = source.quote ? speech[paper.language].labelled('', speech[paper.language].quoted(shortened(source.quote, longestQuote))) : '.';
	return [label(paper, words.source), { text: `${where}${quote}` }];
}

function usesOf(paper: Paper, view: View, { id }: ReportCard): Span[] {
	const words = paper.say(traceWords);
	const worlds = view.worlds.usedIn.get(id) ?? [];
	if (worlds.length === 0) return [];
	return [label(paper, words.usedIn(worlds.length)), ...worlds.flatMap((world, index): Span[] => [{ text: world.title, to: worldTarget(world.id) }, { text: index < worlds.length - 1 ? ', ' : '.' }])];
}
