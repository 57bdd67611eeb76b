/**
 * What a world's narrative says, sentence by sentence, and the cards that each sentence rests on: those that it names; where
 * it names none those of its paragraph; and where that names none those that feed the world.
 */
import { readNarrative, type Block, type Inline } from '../markdown/narrative.ts';
import type { Scenario } from '../schemas/records.ts';
import { passageLink } from './trace.ts';

export type RestsOn = 'sentence' | 'paragraph' | 'world';

export interface Sentence {
	/** With the labels of the cards it names. */
	text: string;
	/** In its order; text and cards, no breaks. */
	inlines: Inline[];
	cardIds: string[];
	/** Which of the three named the cards. */
	by: RestsOn;
}

/** A paragraph, a heading or the words of a list's item. */
export interface Passage {
	/** Its place among the narrative's, from 0. */
	place: number;
	heading: boolean;
	/** How deep in lists; 0 for what is in none. */
	depth: number;
	sentences: Sentence[];
	/** Of the whole passage. */
	cardIds: string[];
	by: Exclude<RestsOn, 'sentence'>;
	/** The name of its place in a printed document. */
	link: string;
}

type Told = Pick<Scenario, 'id' | 'narrative' | 'cardIds'>;

export function passagesOf({ id, narrative, cardIds }: Told): Passage[] {
	return lines(readNarrative(narrative), 0).map(({ block, depth }, place) => {
		const named = namedIn(block.inlines);
		const own = named.length > 0 ? named : [...cardIds];
		const by = named.length > 0 ? 'paragraph' : 'world';
		const sentences = sentencesIn(block.inlines).map((inlines): Sentence => {
			const inSentence = namedIn(inlines);
			return { text: textOf(inlines), inlines, cardIds: inSentence.length > 0 ? inSentence : own, by: inSentence.length > 0 ? 'sentence' : by };
		});
		return { place, heading: block.type === 'heading', depth, sentences, cardIds: own, by, link: passageLink(id, place) };
	});
}

type Line = Exclude<Block, { type: 'list' }>;

const lines = (blocks: readonly Block[], depth: number): { block: Line; depth: number }[] =>
	blocks.flatMap((block) => (block.type === 'list' ? block.items.flatMap((item) => lines(item, depth + 1)) : [{ block, depth }]));

const namedIn = (inlines: readonly Inline[]): string[] => [...new Set(inlines.flatMap((inline) => (inline.type === 'card' ? [inline.cardId] : [])))];

const textOf = (inlines: readonly Inline[]): string => inlines.map(wordsOf).join('').trim();
const wordsOf = (inline: Inline): string => (inline.type === 'break' ? ' ' : inline.type === 'card' ? inline.label : inline.text);

/** Made when it is first asked for: it loads the rules of the language. */
let segmenter: Intl.Segmenter | undefined;

/** Unicode's sentences (UAX 29); a card is never cut. */
function sentencesIn(inlines: readonly Inline[]): Inline[][] {
	const text = inlines.map(wordsOf).join('');
	segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
	const ends = [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length);
	const found: Inline[][] = [];
	let current: Inline[] = [];
	let at = 0;
	const end = () => {
		if (textOf(current) !== '') found.push(current);
		current = [];
	};
	for (const inline of inlines) {
		let rest = wordsOf(inline);
		while (ends.length > 0 && ends[0]! < at + rest.length && inline.type === 'text') {
			const length = ends.shift()! - at;
			current.push({ ...inline, text: rest.slice(0, length) });
			end();
			at += length;
			rest = rest.slice(length);
		}
		if (inline.type === 'text') {
			if (rest !== '') current.push({ ...inline, text: rest });
		} else if (inline.type === 'break') current.push({ type: 'text', text: ' ' });
		else current.push(inline);
		at += rest.length;
		let isEnd = false;
		while (ends.length > 0 && ends[0]! <= at) isEnd = ends.shift()! > 0;
		if (isEnd) end();
	}
	end();
	return found;
}
