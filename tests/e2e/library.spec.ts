import { expect, test } from './fixtures.ts';

test('search, kinds and places narrow the library, and its counts follow', async ({ longview, library, page }) => {
	await longview.openSample();
	await expect(library.search).toHaveAttribute('placeholder', 'Search 27 cards');
	for (const [kind, count] of [['Signal', 5], ['Concern', 6], ['Behavior', 5], ['Technology', 5], ['Issue', 6]] as const) {
		await expect(library.kind(kind)).toHaveText(new RegExp(`${kind}\\s*${count}$`));
	}
	await expect(library.cards).toHaveCount(14);
	await library.kind('Signal').click();
	await expect(library.cards).toHaveCount(5);
	await library.part('On canvas').click();
	await expect(library.list).toContainText('No signal is on the canvas yet.');
	await library.kind('Concern').click();
	await expect(library.cards).toHaveCount(4);

	await library.kind('All').click();
	await library.search.fill('OPEN source');
	await expect(library.panel.getByRole('status')).toHaveText(/^\d+ cards? found$/);
	await expect(library.cards).toHaveCount(1);
	await library.part('To place').click();
	await expect(library.card(/Open Source AI Models/)).toHaveCount(2);
	await library.search.fill('xylophone');
	await expect(library.list).toContainText('No card says “xylophone”.');
	await library.search.press('Escape');
	await expect(library.search).toHaveValue('');
	await expect(library.cards).toHaveCount(14);
	await page.keyboard.press('ArrowDown');
	await expect(library.cards.first().getByRole('button')).toBeFocused();
});

test('cards stand under the document they come from, and those made by hand come first', async ({ longview, library }) => {
	await longview.openSample();
	await expect(library.sources).toHaveCount(1);
	await expect(library.sources).toContainText('Mistral AI Raises €385 Million in Series A Funding to Compete with OpenAI');
	await library.add('New card');
	const form = library.form('New card');
	await form.keepRefused('Make the card');
	await expect(form.dialog).toContainText('Give the card a name: a few words that the room can say aloud.');
	await form.chooseKind('Issue');
	await form.field('Name').fill('Who pays for the grid');
	await form.field('Description').fill('Nobody says.');
	await form.keep('Make the card');
	await expect(library.inspector.getByRole('heading', { name: 'Who pays for the grid' })).toBeVisible();
	await expect(library.inspector).toContainText('Issue I4');
	await expect(library.inspector).toContainText('Made by hand, from no document.');
	await expect(library.sources).toHaveText([/^Made by hand/, /^Mistral AI Raises/]);
	await longview.undo();
	await expect(library.sources).toHaveCount(1);
	await expect(library.inspector).toBeHidden();
	await longview.redo();
	await expect(library.card(/Who pays for the grid/)).toBeVisible();
});

test('a card shows everything its document says of it, and Open leads to its line', async ({ longview, library, scan }) => {
	await longview.openSample();
	await library.show('Rise of European AI Startups');
	const card = library.inspector;
	await expect(card).toContainText('Mistral AI aims to establish a European competitor in the AI space.');
	await expect(card.getByRole('definition')).toHaveText(['US-dominated AI market', 'A more diversified global landscape']);
	await expect(card).toContainText('In 10 years, Europe may host multiple significant AI firms, enhancing regional tech independence.');
	await expect(card).toContainText('Desire for European sovereignty in AI technology and market influence.');
	await expect(card).toContainText('Machine score 4 of 5');
	await expect(card).toContainText('Read from the document, never a vote.');
	const origin = card.getByRole('button', { name: /Signals table, line 36/ });
	await expect(origin).toContainText('Mistral AI Raises €385 Million');
	await origin.click();
	await expect(longview.step('Scan')).toHaveAttribute('aria-current', 'step');
	await expect(scan.line(36)).toBeInViewport();
	await expect(scan.line(36)).toContainText('| Rise of European AI Startups');
	await expect(scan.reader.getByRole('button', { name: /Rise of European AI Startups/ })).toHaveAttribute('aria-current', 'true');
});

test('a made name is marked until somebody names the card', async ({ longview, library }) => {
	await longview.openSample();
	await library.kind('Technology').click();
	await library.card(/AI models released under open-source licenses/).click();
	await expect(library.inspector).toContainText('The document gives it no name; these are its first words.');
	await library.inspector.getByRole('button', { name: 'Name it' }).click();
	const form = library.form('Edit card');
	await form.field('Name').fill('Open weights');
	await form.field('10-year outlook').fill('Everyone runs their own.');
	await form.keep('Keep the changes');
	await expect(library.inspector.getByRole('heading', { name: 'Open weights' })).toBeVisible();
	await expect(library.inspector).toContainText('Everyone runs their own.');
	await expect(library.inspector).not.toContainText('first words');
	await expect(library.inspector).toContainText('Changed here since it was read.');
	await longview.saved();
	await longview.reload();
	await expect(library.card(/Open weights/)).toBeVisible();
	await longview.undo();
	await expect(library.card(/AI models released under open-source licenses/)).toBeVisible();
	await longview.redo();
	await expect(library.card(/Open weights/)).toBeVisible();
});

test('what was written in a card is not lost by Escape', async ({ longview, library, page }) => {
	await longview.openSample();
	await library.show('Commercialization of AI Models');
	await library.inspector.getByRole('button', { name: 'Edit card' }).click();
	const form = library.form('Edit card');
	await form.field('Driving force').fill('Everyone wants to see inside.');
	await page.keyboard.press('Escape');
	await expect(form.dialog.getByRole('alert')).toHaveText('What you wrote is not kept yet.');
	await form.dialog.getByRole('button', { name: 'Write on' }).click();
	await form.keep('Keep the changes');
	await expect(library.inspector).toContainText('Everyone wants to see inside.');
});

test('a passage of the repaired newsletter is selected with the mouse and clipped as a card with its line', async ({ longview, library, scan, page }) => {
	await longview.openSample();
	await longview.go('Scan');
	await scan.open('How Mistral AI, an OpenAI competitor, rocketed to $2Bn in <12 months');
	await expect(scan.reader).toContainText('Ben Tossell');
	const line = scan.line(62);
	await expect(line).toContainText('Mistral’s CEO Arthur Mensch');
	await expect(scan.text).not.toContainText('‚Äô');
	await scan.select(line, 'Mistral’s CEO Arthur Mensch was at Deepmind for a little less than 3 years');
	await page.getByRole('button', { name: /^Clip as card/ }).click();
	const form = library.form('Clip as card');
	await expect(form.field('Name')).toHaveValue(/^Mistral’s CEO Arthur Mensch/);
	await expect(form.dialog.getByRole('blockquote')).toHaveText('Mistral’s CEO Arthur Mensch was at Deepmind for a little less than 3 years');
	await form.field('Name').fill('Founders out of the big labs');
	await form.keep('Clip the card');

	await expect(library.inspector.getByRole('heading', { name: 'Founders out of the big labs' })).toBeVisible();
	const origin = library.inspector.getByRole('button', { name: /Who’s behind it\?, line 62/ });
	await expect(origin).toBeVisible();
	await longview.go('Place');
	await expect(library.sources.filter({ hasText: 'How Mistral AI' })).toBeVisible();
	await library.show('Founders out of the big labs');
	await origin.click();
	await expect(line).toBeInViewport();
	await longview.undo();
	await expect(scan.reader.getByText('Founders out of the big labs')).toHaveCount(0);
	await longview.redo();
	await expect(scan.reader.getByText('Founders out of the big labs')).toBeVisible();
});

test('a card is clipped by keyboard alone: arrows choose its lines, C clips them', async ({ longview, library, scan, page }) => {
	await longview.openSample();
	await longview.go('Scan');
	await scan.open('AI start-up Mistral secures €385m to challenge OpenAI');
	await scan.text.focus();
	for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'c']) await page.keyboard.press(key);
	const form = library.form('Clip as card');
	await expect(form.dialog.getByRole('blockquote')).toContainText('title: "AI start-up Mistral secures €385m to challenge OpenAI"');
	await form.field('Name').fill('A unicorn in seven months');
	await page.keyboard.press('Control+Enter');
	await expect(library.inspector).toContainText('Line 3');
});

test('a card is deleted, unless it is on the canvas, and undo brings it back', async ({ longview, library }) => {
	await longview.openSample();
	await library.show('Commercialization of AI Models');
	await library.inspector.getByRole('button', { name: 'Delete card' }).click();
	await expect(longview.message('The card is deleted.')).toBeVisible();
	await expect(library.kind('All')).toContainText('26');
	await expect(library.inspector).toBeHidden();
	await longview.message('The card is deleted.').getByRole('button', { name: 'Undo' }).click();
	await expect(library.kind('All')).toContainText('27');
	await longview.saved();
	await longview.reload();
	await expect(library.kind('All')).toContainText('27');

	await library.part('On canvas').click();
	await library.show('Ethical Use of AI Models');
	await library.inspector.getByRole('button', { name: 'Delete card' }).click();
	await expect(longview.message('“Ethical Use of AI Models” is on the canvas. Take it out there first.')).toBeVisible();
	await expect(library.kind('All')).toContainText('27');
});

test('a document leaves the workshop and comes back from the whole library', async ({ longview, scan }) => {
	await longview.openSample();
	await longview.go('Scan');
	await scan.open('AI start-up Mistral secures €385m to challenge OpenAI');
	await scan.reader.getByRole('button', { name: 'Take out of this workshop' }).click();
	await expect(scan.documents).toHaveCount(3);
	await scan.scope('Whole library').click();
	await expect(scan.documents).toHaveCount(4);
	await scan.list.getByRole('button', { name: /^Add “AI start-up Mistral/ }).click();
	await scan.scope('This workshop').click();
	await expect(scan.documents).toHaveCount(4);
	await scan.reader.getByRole('button', { name: 'Delete from the library' }).click();
	await expect(longview.message('The document is deleted from the library.')).toBeVisible();
	await expect(scan.documents).toHaveCount(3);
	await longview.undo();
	await expect(scan.documents).toHaveCount(4);
});

test('the list stays where it was scrolled to while the canvas changes, and when a card comes back above', async ({ longview, library, canvas }) => {
	await longview.openSample();
	const card = library.card(/Rise of European AI Competitors/);
	await card.scrollIntoViewIfNeeded();
	const top = async () => (await card.boundingBox())!.y;
	const before = await top();
	/** Heights of rows are whole pixels, scrolling is not. */
	const stays = () => expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(2);
	await canvas.focusCard('Regulatory Challenges');
	for (const date of ['2027 Q2', '2028 Q2', '2029 Q2']) {
		await canvas.press('Shift+ArrowRight');
		await expect(canvas.cardAt('Regulatory Challenges', date)).toBeVisible();
	}
	await longview.saved();
	await stays();
	await canvas.press('Delete');
	await expect(library.part('To place')).toHaveText(/15/);
	await stays();
});
