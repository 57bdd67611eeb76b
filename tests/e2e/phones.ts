/** Phones that vote as people do: by what a card is called, in whatever order each has them. */
import { expect, type Browser } from 'playwright/test';
import { PhonePage } from './pages/PhonePage.ts';

/** By the card's name: 1 to 5. */
export type Votes = Record<string, number>;

/** @param url as the code on the wall holds it. */
export async function joined(browser: Browser, url: string): Promise<PhonePage> {
	const phone = await PhonePage.open(browser);
	await phone.scan(url);
	await expect(phone.heading()).toHaveText(/^(You are in\.|Round \d+)$/);
	return phone;
}

/** Answers the card on the screen, and goes on. */
export async function answer(phone: PhonePage, votes: Votes): Promise<void> {
	const name = (await phone.heading().textContent()) ?? '';
	const vote = votes[name];
	if (vote === undefined) throw new Error(`Nobody said how to vote on “${name}”.`);
	await phone.choose('How relevant to our question?', new RegExp(`^${vote}`));
	await phone.next();
}

/** The whole ballot. */
export async function voteOn(phone: PhonePage, votes: Votes): Promise<void> {
	await phone.start();
	const all = Object.keys(votes).length;
	for (let card = 0; card < all; card++) await answer(phone, votes);
	await expect(phone.heading()).toHaveText(`${all} of ${all} answered`);
}

/** All that the room knows a phone by. */
export const tokenOf = (phone: PhonePage): Promise<string> =>
	phone.page.evaluate(() => (JSON.parse(localStorage.getItem('longview.phone') ?? '{}') as { token?: string }).token ?? '');
