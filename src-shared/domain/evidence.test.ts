import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bestSentence, cardWeights, rarity, sentencesOf } from './evidence.ts';

const card = {
	name: 'Rise of European AI Startups', description: 'Mistral AI aims to establish a European competitor in the AI space.',
	change: 'Shift from US-dominated AI market to a more diversified global landscape.', outlook: null, drivingForce: null,
};
const weights = (frequent: Record<string, number> = {}) => cardWeights(card, (term) => rarity(100, frequent[term] ?? 3));

it('counts a rare word more than a frequent one', () => {
	expect(rarity(1000, 2)).toBeGreaterThan(rarity(1000, 300));
	expect(rarity(4, 4)).toBeGreaterThan(0);
});
it('gives sentences their lines, rows of a table as one, and leaves links out', () => {
	const text = 'One. Two!\n\n| a | b |\n|:--|--:|\n| Name | What is seen. | 4 |\n[Words](https://x.org/y) stay';
	expect(sentencesOf(text)).toEqual([
		{ text: 'One.', line: 1 }, { text: 'Two!', line: 1 }, { text: 'a · b', line: 3 }, { text: 'Name · What is seen.', line: 5 }, { text: 'Words stay', line: 6 },
	]);
});
it('finds the sentence that says the same, with the words that it shares', () => {
	const found = bestSentence('The weather is fine.\nMistral set up a European rival to OpenAI. It rains.', weights());
	expect(found).toMatchObject({ line: 2, text: 'Mistral set up a European rival to OpenAI.', terms: ['european', 'mistral'] });
});
it('takes no row for evidence because it calls itself a signal or a trend too, and shows none of its address', () => {
	const trends = { ...card, name: 'Investment trends', description: 'They signal confidence in AI.' };
	const row = '| Trend 1: AI clerks | Signal | https://example.org/0 |';
	expect(bestSentence(row, cardWeights(trends, () => 3))).toBeNull();
	expect(sentencesOf(row)[0]?.text).toBe('Trend 1: AI clerks · Signal');
});
it('finds none where a text speaks of other things', () => {
	expect(bestSentence('Rain is expected in the space between the hills.\nA market opens.', weights())).toBeNull();
});
it.each(['001_6eed383a8b6cd6c3', '003_3e4ed14707cddcb9'])('finds the one story again in the document %s', (name) => {
	const text = readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), 'utf8');
	expect(bestSentence(text, weights({ mistral: 30 }))?.terms.length).toBeGreaterThanOrEqual(2);
});
