/** Lines of cards that are the same thing: joined under one name, or taken apart. Each command is one undo step. */
import { type LineCard, merged, takenOut } from '../../src-shared/domain/cardLines.ts';
import type { RecordChange } from '../../src-shared/schemas/journal.ts';
import type { Card } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { changed } from '../db/changes.ts';
import { counted, kindNames } from '../ui/kinds.ts';
import { Refused, short } from './commands.ts';

type Parts = Pick<App, 'database' | 'records' | 'ledger'>;

/** As of a tag: a journal line holds whole records. */
const mostAtOnce = 2000;

async function cardsAt({ database, records }: Parts, ids: readonly string[]): Promise<Card[]> {
	if (ids.length > mostAtOnce) throw new Refused(`Lines hold up to ${counted(mostAtOnce, 'card')}, and these have ${ids.length}. Choose fewer.`);
	await records.fetch(database, ids);
	return ids.flatMap((id) => records.cards.get(id) ?? []);
}

/** Makes one line of several, under the name of the head. @param ids all cards of the lines. @throws Refused for cards of several kinds. */
export async function mergeLines(app: Parts, ids: readonly string[], headId: string): Promise<void> {
	const cards = await cardsAt(app, ids);
	const head = cards.find(({ id }) => id === headId);
	if (!head) throw new Refused('The card is not in the library any more.');
	const kinds = [...new Set(cards.map(({ kind }) => kind))];
	if (kinds.length > 1) throw new Refused(`A line is of one kind, and these are ${kinds.map((kind) => kindNames[kind].toLowerCase()).join(' and ')}. Edit a card to give it another kind.`);
	await app.ledger.commit({ label: `Merge ${counted(cards.length, 'card')} into the line “${short(head.name)}”`, changes: between(cards, merged(cards, headId)) });
}

/** Gives the cards lines of their own; the others of their line stay together. @param line all cards of the line. */
export async function keepApart(app: Parts, line: readonly string[], taken: ReadonlySet<string>): Promise<void> {
	const cards = await cardsAt(app, line);
	const [first] = cards.filter(({ id }) => taken.has(id));
	if (!first) throw new Refused('The card is not in the library any more.');
	const what = taken.size === 1 ? `Take “${short(first.name)}” out of its line` : `Keep ${counted(taken.size, 'card')} “${short(first.name)}” apart`;
	await app.ledger.commit({ label: what, changes: between(cards, takenOut(cards, taken)) });
}

function between(before: readonly Card[], after: readonly Card[]): RecordChange[] {
	const isSame = (a: LineCard, b: LineCard) => a.sameAs === b.sameAs && a.apart === b.apart;
	return before.flatMap((card, at) => (isSame(card, after[at]!) ? [] : [{ ...changed('cards', card, {}), after: { ...after[at]! } }]));
}
