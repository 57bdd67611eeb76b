/** Questions to write a world from, those that can be tied to the cards that feed it. */
import { cardHref } from '../markdown/narrative.ts';

export interface Prompt {
	/** Stays the same while the world changes. */
	id: string;
	/** As Markdown: cards are named as references. */
	question: string;
	/** What it is about, in a word, for a heading above several. */
	about: 'the day' | 'the way here' | 'the people' | 'the cracks';
}

interface Fed {
	cardId: string;
	/** Its code, or its name. */
	label: string;
}

interface Told {
	/** The workshop's first year, in which the story begins. */
	baseYear: number;
	horizonYear: number;
	/** The feeding cards in their order. */
	feeds: readonly Fed[];
}

const reference = ({ cardId, label }: Fed): string => `[${label.replace(/[\\[\]*_]/g, '\\$&')}](${cardHref(cardId).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))})`;

/** Twelve questions; the four about cards go round those that feed the world, and ask in general where there are fewer. */
export function promptSheet({ baseYear, horizonYear, feeds }: Told): Prompt[] {
	const about = (place: number, withCard: (card: string) => string, without: string): string => {
		const card = feeds[place];
		return card ? withCard(reference(card)) : without;
	};
	return [
		{ id: 'morning', about: 'the day', question: `What does an ordinary morning in ${horizonYear} look like?` },
		{ id: 'news', about: 'the day', question: 'What is in the news, and what no longer is?' },
		{ id: 'possible', about: 'the day', question: about(0, (card) => `What does ${card} make possible?`, 'What has become possible that was not?') },
		{ id: 'bill', about: 'the day', question: 'Who pays, and how can they tell?' },
		{ id: 'first', about: 'the way here', question: 'What had to happen first?' },
		{ id: 'turn', about: 'the way here', question: `In which year between ${baseYear} and ${horizonYear} did it turn, and who noticed?` },
		{ id: 'pushed', about: 'the way here', question: about(1, (card) => `Who pushed ${card} on, and who held it back?`, 'Who pushed it on, and who held it back?') },
		{ id: 'winners', about: 'the people', question: 'Who is better off, and do they know it?' },
		{ id: 'losers', about: 'the people', question: 'Who lost something, and what do they do about it?' },
		{ id: 'habit', about: 'the people', question: about(2, (card) => `What do people do every day because of ${card}?`, 'What do people do every day that they did not do before?') },
		{ id: 'stopped', about: 'the cracks', question: 'What has stopped working?' },
		{ id: 'without', about: 'the cracks', question: about(3, (card) => `What if ${card} had not come?`, 'What would have to go wrong for this world to end?') },
	];
}
