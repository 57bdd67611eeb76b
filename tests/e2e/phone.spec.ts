import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, test as base } from './fixtures.ts';
import { asked, OpenRoom } from './openRoom.ts';
import { PhonePage, type PhoneLook } from './pages/PhonePage.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const relevant = 'How relevant to our question?';
const when = 'When will it matter?';
const names = ['Open source models', 'Rules on models', 'Small models'];

/** Phones that end with the test; what their browsers complained about fails it. */
const test = base.extend<{ newPhone: (look?: PhoneLook) => Promise<PhonePage> }>({
	newPhone: async ({ browser }, use) => {
		const phones: PhonePage[] = [];
		await use(async (look) => {
			const phone = await PhonePage.open(browser, look);
			phones.push(phone);
			return phone;
		});
		for (const phone of phones) await phone.close();
	},
});

const valuesOf = (ballots: { cardId: string; criterion: string; value: number | string }[]) =>
	Object.fromEntries(ballots.map(({ cardId, criterion, value }) => [`${cardId} ${criterion}`, value]));

test('phones join by scanning and by typing, wait in the lobby, vote, and the room has exactly what they said', async ({ longview, newPhone }) => {
	const room = await OpenRoom.open(longview.page);
	const [scanned, typed] = [await newPhone(), await newPhone()];
	await scanned.scan(room.url);
	await expect(scanned.heading('You are in.')).toBeVisible();
	await expect(scanned.page.getByText('No name is asked.')).toBeVisible();
	await typed.scan(new URL('/', room.url).href);
	await typed.type('WRQNG2');
	await expect(typed.alert).toContainText('This code is not the room’s');
	await typed.type(` ${room.code.toLowerCase().slice(0, 3)} ${room.code.toLowerCase().slice(3)}`);
	await expect(typed.heading('You are in.')).toBeVisible();

	await room.show(asked(names));
	await scanned.start();
	await expect(scanned.heading(names[0]!)).toBeFocused();
	await test.step('nothing is chosen before somebody chooses', async () => {
		await expect(scanned.page.getByRole('radio', { checked: true })).toHaveCount(0);
		await expect(scanned.page.getByRole('button', { pressed: true })).toHaveCount(0);
		await expect(scanned.slider).toHaveAttribute('aria-valuetext', 'not set');
	});
	await scanned.choose(relevant, '5, decisive');
	await scanned.touchSlider(9 / 40);
	await expect(scanned.slider).toHaveAttribute('aria-valuetext', '2028 Q2');
	await scanned.page.getByLabel(/^Why/).fill('Anyone can build on the weights');
	await scanned.next();
	await scanned.choose(relevant, 'I can’t say');
	await scanned.choose(when, 'After 2036, or never');
	await scanned.next();
	await scanned.next();
	await expect(scanned.heading('2 of 3 answered')).toBeVisible();
	await expect(scanned.line(names[2]!)).toContainText('not answered');
	await scanned.line(names[0]!).getByRole('button').click();
	await scanned.slider.focus();
	await scanned.page.keyboard.press('ArrowRight');
	await expect(scanned.slider).toHaveAttribute('aria-valuetext', '2028 Q3');
	await scanned.lookOver();
	await scanned.button('Done').click();
	await expect(scanned.heading('Thank you.')).toBeVisible();

	await typed.start();
	await typed.choose(relevant, '2');
	await typed.choose(relevant, '3');
	await typed.next();
	await typed.choose(relevant, '1, not relevant');
	await typed.button('Take back my answer to this card').click();
	await expect(typed.page.getByRole('radio', { checked: true })).toHaveCount(0);
	await Promise.all([scanned.arrived(), typed.arrived()]);
	expect((await room.state()).turnout).toMatchObject({ voted: 2, finished: 0 });

	const ballots = await room.close();
	await expect(scanned.heading('This round has closed.')).toBeVisible();
	await expect(scanned.page.getByText('Your votes were counted.')).toBeVisible();
	const people = [...new Set(ballots.map(({ participant }) => participant))].map((person) => valuesOf(ballots.filter(({ participant }) => participant === person)));
	expect(people).toHaveLength(2);
	expect(people).toContainEqual({ 'card-0 relevancy': 5, 'card-0 timing': 2028.5, 'card-1 relevancy': 'cannot say', 'card-1 timing': 'later' });
	expect(people).toContainEqual({ 'card-0 relevancy': 3 });
	expect(ballots.filter(({ reason }) => reason !== null)).toEqual([expect.objectContaining({ cardId: 'card-0', criterion: 'relevancy', reason: 'Anyone can build on the weights' })]);
	expect(await scanned.page.evaluate(() => isSecureContext), 'phones have no secure context').toBe(new URL(room.url).hostname === '127.0.0.1');
});

test('a phone that hears no answer to its joining joins by itself, and counts once', async ({ longview, newPhone }) => {
	const room = await OpenRoom.open(longview.page, { strict: true });
	const [code = ''] = await room.codes(1);
	const phone = await newPhone();
	let losses = 0;
	await phone.context.route(/\/join$/, async (route) => {
		if (++losses > 2) return route.continue();
		await route.fetch();
		await route.abort();
	});
	await phone.scan(`${new URL('/', room.url).href}#${code}`);
	await expect(phone.heading('You are in.')).toBeVisible();
	expect(losses).toBe(3);
	expect((await room.state()).open?.joined).toBe(1);
});

test('a phone that drops out goes on, says that its votes are kept, keeps them over a reload and sends them by itself', async ({ longview, newPhone }) => {
	const room = await OpenRoom.open(longview.page);
	const phone = await newPhone();
	await phone.scan(room.url);
	await room.show(asked(names));
	await phone.start();
	await phone.choose(relevant, '4');
	await phone.arrived();

	await phone.context.setOffline(true);
	await expect(phone.connection).toContainText('Your votes are safe.');
	await phone.choose(relevant, '2');
	await expect(phone.connection).toContainText('Your votes are kept and will be sent.');
	await expect(phone.connection).toContainText('1 card waiting to be sent');
	await phone.next();
	await phone.choose(when, 'I can’t say');
	await expect(phone.connection).toContainText('2 cards waiting to be sent');

	await phone.context.setOffline(false);
	await phone.page.reload();
	await expect(phone.heading(names[1]!), 'the card that it was at').toBeVisible();
	await expect(phone.answer(when, 'I can’t say')).toHaveAttribute('aria-pressed', 'true');
	await phone.arrived();
	await expect(phone.connection).toBeHidden();
	await phone.button('Back').click();
	await expect(phone.answer(relevant, '2')).toBeChecked();
	expect(valuesOf(await room.close())).toEqual({ 'card-0 relevancy': 2, 'card-1 timing': 'cannot say' });
	expect((await room.state()).open?.joined, 'it joined once').toBe(1);
});

test('a phone without a network sends what it kept when the network is back, without a touch', async ({ longview, newPhone }) => {
	const room = await OpenRoom.open(longview.page);
	const phone = await newPhone();
	await phone.scan(room.url);
	await room.show(asked(names));
	await phone.start();
	await phone.context.setOffline(true);
	await phone.choose(relevant, '4');
	await expect(phone.connection).toBeVisible();
	await phone.context.setOffline(false);
	await expect(phone.connection).toBeHidden();
	await phone.arrived();
	expect(valuesOf(await room.close())).toEqual({ 'card-0 relevancy': 4 });
});

test('the app killed in mid-round comes back, and phones go on where they were with every answer', async ({ longview, newPhone, host }) => {
	longview.expectProblem(/.*/);
	const room = await OpenRoom.open(longview.page);
	const phone = await newPhone();
	await phone.scan(room.url);
	await room.show(asked(names));
	await phone.start();
	await phone.choose(relevant, '4');
	await phone.arrived();
	await host.kill();
	await phone.choose(relevant, '5, decisive');
	await expect(phone.connection).toContainText('Your votes are kept and will be sent.');
	const again = await host.restart();
	try {
		await expect(phone.connection).toBeHidden({ timeout: 30_000 });
		await phone.arrived();
		await longview.page.goto(again.address);
		await longview.ready();
		expect(valuesOf(await room.close())).toEqual({ 'card-0 relevancy': 5 });
	} finally {
		await again.stop();
	}
});

test('another phone takes a lost one’s place by its key, with its votes; the lost one says so and stops', async ({ longview, newPhone }) => {
	const room = await OpenRoom.open(longview.page);
	const [lost, found] = [await newPhone(), await newPhone()];
	await lost.scan(room.url);
	await room.show(asked(names));
	await lost.start();
	await lost.choose(relevant, '4');
	await lost.arrived();
	await lost.lookOver();
	const key = await lost.spareKey();
	expect(key).toMatch(/^\w{4} \w{4}$/);

	await found.scan(new URL('/', room.url).href);
	await found.takeOver(key.toLowerCase());
	await found.start();
	await expect(found.answer(relevant, '4')).toBeChecked();
	await expect(lost.alert).toContainText('Another phone has taken this one’s place');
	await found.choose(relevant, '1, not relevant');
	await found.arrived();
	expect(valuesOf(await room.close())).toEqual({ 'card-0 relevancy': 1 });
});

test('groups are chosen after joining, and a printed code lets one person in once', async ({ longview, newPhone }) => {
	const room = await OpenRoom.open(longview.page, { strict: true, groups: [{ id: 'north', name: 'North' }, { id: 'south', name: 'South' }] });
	const [code = ''] = await room.codes(1);
	const [first, second] = [await newPhone(), await newPhone()];
	await first.scan(new URL('/', room.url).href);
	await first.type(code);
	await first.button('South').click();
	await expect(first.page.getByText('Your group: South')).toBeVisible();
	await first.button('Change').click();
	await first.button('North').click();
	await expect(first.page.getByText('Your group: North')).toBeVisible();
	await first.page.reload();
	await expect(first.page.getByText('Your group: North')).toBeVisible();

	await second.scan(new URL('/', room.url).href);
	await second.type(code);
	await expect(second.alert).toContainText('This code has been used already');
	await room.lock();
	const [another = ''] = await room.codes(1);
	await second.type(another);
	await expect(second.alert).toContainText('The facilitator has locked the room');
});

test('dots are given away over all cards and no more than there are; yes and no are asked alone', async ({ longview, newPhone }) => {
	const room = await OpenRoom.open(longview.page);
	const phone = await newPhone({ width: 320, height: 568 });
	await phone.scan(room.url);
	await room.show(asked(names, { criteria: ['dots'], dots: 4 }));
	await phone.start();
	for (let press = 0; press < 3; press++) await phone.button('One dot more').click();
	await expect(phone.page.getByText('3 dots here. 1 of 4 left.')).toBeVisible();
	await phone.next();
	await phone.button('One dot more').click();
	await expect(phone.page.getByText('1 dot here. 0 of 4 left.')).toBeVisible();
	await expect(phone.button('One dot more')).toHaveAttribute('aria-disabled', 'true');
	await phone.button('One dot more').click({ force: true });
	await expect(phone.page.getByText('1 dot here. 0 of 4 left.'), 'there is none to give').toBeVisible();
	await phone.button('One dot less').click();
	await expect(phone.page.getByText('0 dots here. 1 of 4 left.')).toBeVisible();
	await phone.lookOver();
	await expect(phone.heading('3 of 4 dots given')).toBeVisible();
	await phone.arrived();
	expect(valuesOf(await room.close())).toEqual({ 'card-0 dots': 3 });
	await room.kept();

	await room.show(asked(names, { id: 'round-2', seriesId: 'series-2', title: 'Round 2', criteria: ['approval'] }));
	await phone.start();
	await phone.choose(/^Do we want/, 'No');
	await phone.next();
	await phone.choose(/^Do we want/, 'Unsure');
	await phone.arrived();
	expect(valuesOf(await room.close('round-2'))).toEqual({ 'card-0 approval': 0, 'card-1 approval': 'cannot say' });
});

test('where no event stream gets through, a phone finds out by asking', async ({ longview, newPhone }) => {
	const room = await OpenRoom.open(longview.page);
	const phone = await newPhone();
	await phone.context.route(/\/events\?/, (route) => route.abort());
	await phone.scan(room.url);
	await expect(phone.heading('You are in.')).toBeVisible();
	await room.show(asked(names));
	await expect(phone.heading('Round 1')).toBeVisible();
});

test('a phone whose browser is of 2020 votes like any other', async ({ longview, newPhone }) => {
	const room = await OpenRoom.open(longview.page);
	const phone = await newPhone();
	await phone.context.addInitScript(() => {
		const gone: [object, string[]][] = [
			[Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
			[String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']],
			[Element.prototype, ['replaceChildren', 'checkVisibility', 'setHTML']],
			[Object, ['hasOwn', 'groupBy']],
			[Promise, ['any', 'withResolvers', 'try']],
			[Intl, ['Segmenter']],
			[Crypto.prototype, ['randomUUID', 'subtle']],
			[AbortSignal, ['timeout', 'any']],
			[window, ['structuredClone', 'WeakRef', 'requestIdleCallback', 'scheduler', 'navigation']],
			[HTMLElement.prototype, ['inert', 'showPopover']],
			[Navigator.prototype, ['serviceWorker', 'wakeLock', 'locks']],
		];
		for (const [from, keys] of gone) for (const key of keys) Reflect.deleteProperty(from, key);
	});
	await phone.scan(room.url);
	await room.show(asked(names, { earlier: [{ cardId: 'card-0', criterion: 'relevancy', votes: { 1: 2 }, reasons: ['Because'] }] }));
	await phone.start();
	await phone.choose(relevant, '4');
	await phone.touchSlider(0.5);
	await phone.page.getByLabel(/^Why/).fill('Why not 👩‍👩‍👧');
	await phone.lookOver();
	await phone.button('Done').click();
	await phone.arrived();
	expect(valuesOf(await room.close())).toEqual({ 'card-0 relevancy': 4, 'card-0 timing': 2031 });
	await expect(phone.heading('This round has closed.')).toBeVisible();
});

test('all that a phone loads is three small files, and it is asked nothing of anyone else', async ({ longview, newPhone }) => {
	const room = await OpenRoom.open(longview.page);
	const phone = await newPhone();
	const loaded: { url: string; size: Promise<number> }[] = [];
	phone.page.on('requestfinished', (request) => {
		if (['document', 'script', 'stylesheet', 'image', 'font'].includes(request.resourceType())) loaded.push({ url: request.url(), size: request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize) });
	});
	await phone.scan(room.url);
	await expect(phone.heading('You are in.')).toBeVisible();
	const sizes = await Promise.all(loaded.map(({ size }) => size));
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(50_000);
	expect(new Set(loaded.map(({ url }) => new URL(url).host))).toEqual(new Set([new URL(room.url).host]));
});

test('a second round shows how the room answered before, and text of people is text', async ({ longview, newPhone }) => {
	const room = await OpenRoom.open(longview.page);
	const phone = await newPhone();
	const reason = '<img src=x onerror=alert(1)> קוד פתוח';
	await phone.scan(room.url);
	await room.show(asked(['<b>Open</b> source'], {
		criteria: ['relevancy'],
		earlier: [{ cardId: 'card-0', criterion: 'relevancy', votes: { 1: 2, 5: 6, 'cannot say': 1 }, reasons: [reason] }],
	}));
	await phone.start();
	await expect(phone.heading('<b>Open</b> source')).toBeVisible();
	await expect(phone.page.getByText('Round before: 9 answers')).toBeVisible();
	await expect(phone.page.getByText('1: 2, 5: 6, 1 I can’t say')).toBeAttached();
	await phone.page.getByText('1 reason', { exact: true }).click();
	await expect(phone.page.getByText(reason)).toBeVisible();
});

test('where people read from the right, the page does and time runs from there; each text keeps its own direction', async ({ longview, newPhone }) => {
	const room = await OpenRoom.open(longview.page, { language: 'ar' });
	const phone = await newPhone();
	await phone.scan(room.url);
	await room.show(asked(['النماذج المفتوحة', 'Small models']));
	await phone.start();
	await expect(phone.page.locator('html')).toHaveAttribute('dir', 'rtl');
	const one = (await phone.answer(relevant, '1, not relevant').boundingBox())!;
	const five = (await phone.answer(relevant, '5, decisive').boundingBox())!;
	expect(one.x).toBeGreaterThan(five.x);
	await phone.touchSlider(0.75);
	await expect(phone.slider, 'a quarter of the way from the right').toHaveAttribute('aria-valuetext', '2028 Q3');
	await phone.slider.focus();
	await phone.page.keyboard.press('ArrowLeft');
	await expect(phone.slider).toHaveAttribute('aria-valuetext', '2028 Q4');
});

test('each phone has an order of its own, the clock runs by the room’s time, and a tap on the bar goes to a card', async ({ longview, newPhone }) => {
	const room = await OpenRoom.open(longview.page);
	const many = Array.from({ length: 12 }, (_, at) => `Card number ${at + 1}`);
	const phones = [await newPhone(), await newPhone()];
	const orders: string[][] = [];
	for (const phone of phones) await phone.scan(room.url);
	await room.show(asked(many, { shuffles: true }));
	await room.clock({ total: 600, endsAt: null, left: 370 });
	for (const phone of phones) {
		await phone.start();
		await expect(phone.page.getByRole('timer')).toHaveText('06:10 paused');
		await phone.lookOver();
		orders.push((await phone.page.getByRole('listitem').locator('.named').allTextContents()));
	}
	expect(orders[0]!.slice().sort()).toEqual(many.slice().sort());
	expect(orders[0]).not.toEqual(orders[1]);
	const [phone] = phones;
	const bar = (await phone!.page.locator('.progress').boundingBox())!;
	await phone!.page.touchscreen.tap(bar.x + (bar.width * 4.5) / 12, bar.y + 20);
	await expect(phone!.heading(orders[0]![4])).toBeVisible();
	await phone!.page.reload();
	await expect(phone!.heading(orders[0]![4]), 'its place and its order stay').toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe-core finds nothing against WCAG 2.2 A and AA on any screen of the ${colorScheme} phone, and nothing is wider than it`, async ({ longview, newPhone }) => {
		const room = await OpenRoom.open(longview.page, { groups: [{ id: 'north', name: 'North' }] });
		const phone = await newPhone({ colorScheme, width: 320, height: 568 });
		await phone.context.addInitScript(axeSource);
		const check = async (screen: string) => {
			const violations = await phone.page.evaluate(async () => {
				const { axe } = window as unknown as { axe: { run(context: Document, options: object): Promise<AxeResults> } };
				const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] });
				return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
			});
			expect.soft(violations, screen).toEqual([]);
			expect.soft(await phone.page.evaluate(() => document.documentElement.scrollWidth), screen).toBe(320);
		};
		await phone.scan(new URL('/', room.url).href);
		await phone.type('WRQNG2');
		await expect(phone.alert).toBeVisible();
		await check('Joining, refused');
		await phone.type(room.code);
		await expect(phone.heading('Which group are you in?')).toBeVisible();
		await check('Groups');
		await phone.button('North').click();
		await expect(phone.heading('You are in.')).toBeVisible();
		await check('Lobby');
		await room.show(asked(names, {
			criteria: ['relevancy', 'impact', 'uncertainty', 'timing'],
			earlier: [
				{ cardId: 'card-0', criterion: 'relevancy', votes: { 1: 2, 5: 6 }, reasons: ['Because'] },
				{ cardId: 'card-0', criterion: 'timing', votes: { 2028: 2, later: 6 }, reasons: [] },
			],
		}));
		await expect(phone.heading('Round 1')).toBeVisible();
		await check('Start');
		await phone.start();
		await check('Card');
		await phone.choose(relevant, '5, decisive');
		await phone.touchSlider(0.4);
		await phone.page.getByText('1 reason', { exact: true }).click();
		await phone.context.setOffline(true);
		await expect(phone.connection).toBeVisible();
		await check('Card, answered, without a network');
		await phone.context.setOffline(false);
		await phone.arrived();
		await phone.lookOver();
		await check('All answers');
		await phone.button('Done').click();
		await check('Done');
		await room.close();
		await expect(phone.heading('This round has closed.')).toBeVisible();
		await check('Closed');
		await room.kept();
		await room.show(asked(names, { id: 'round-2', criteria: ['dots'], dots: 3 }));
		await phone.start();
		await phone.button('One dot more').click();
		await check('Dots');
	});
}
