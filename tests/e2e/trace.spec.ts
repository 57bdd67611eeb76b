import { expect, test } from './fixtures.ts';
import { openVoted } from './votedWorkshop.ts';

const ethical = 'Ethical Use of AI Models';
const decentral = 'Decentralized AI Development';

test('a sentence leads to its cards, their votes and the line of the document, and the card back to the world', async ({ longview, scenarios, scan, library, traced, page }, info) => {
	await openVoted(longview, info.outputPath('voted.longview'), 'revealed', { [ethical]: { relevancy: [3, 4, 4, 5], timing: [2030, 2031] }, [decentral]: { relevancy: [5, 5, 5] } });
	await longview.go('Scenarios');
	await scenarios.start();
	await page.keyboard.type('Common Ground');
	await page.keyboard.press('Enter');
	await scenarios.feedWith(decentral);
	await scenarios.narrative.focus();
	await page.keyboard.type('Rules came first. Then models had to prove it ');
	await scenarios.nameCard('ethical', ethical);
	await page.keyboard.type('\nThe price was paperwork.');
	await scenarios.trace();

	await test.step('from the paragraph with the caret: it names none, so it rests on those that feed the world', async () => {
		await expect(traced.sentence('The price was paperwork.')).toHaveAttribute('aria-pressed', 'true');
		await expect(traced.rests).toContainText('Feeding this world');
		await expect(traced.rests.getByRole('article')).toHaveCount(2);
	});
	await test.step('by the keys to a sentence that names a card, with its votes, its place and its line', async () => {
		await traced.sentence('The price was paperwork.').focus();
		await page.keyboard.press('ArrowUp');
		await expect(traced.sentence('Then models had to prove it')).toBeFocused();
		await expect(traced.rests).toContainText('Named in this sentence');
		await expect(traced.rests.getByRole('article')).toHaveCount(1);
		await expect(traced.card(ethical)).toContainText('Relevancy 4 IQR 0.5, agreed · n 4 · ranked 2 of 2 · Round 1');
		await expect(traced.card(ethical)).toContainText('Timing 2030 Q3');
		await expect(traced.card(ethical)).toContainText(/20\d\d Q\d, Society & ethics/);
		await expect(traced.card(ethical)).toContainText('000_2c25f604f7c48393.txt, line 50');
		await expect(traced.card(ethical).getByRole('blockquote')).toContainText('Ethical Use of AI Models · ');
		await page.keyboard.press('ArrowUp');
		await expect(traced.rests).toContainText('Named in its paragraph');
	});
	await test.step('to the line itself', async () => {
		await traced.card(ethical).getByRole('button', { name: /^Open .* at line 50$/ }).click();
		await expect(traced.dialog).toBeHidden();
		await expect(scan.line(50)).toBeInViewport();
		await expect(scan.line(50)).toContainText(ethical);
	});
	await test.step('and back from the card to the world', async () => {
		await longview.go('Place');
		await library.part('On canvas').click();
		await library.show(ethical);
		await expect(traced.uses).toContainText('Used in 1 scenario');
		await traced.uses.getByRole('button', { name: /Common Ground/ }).click();
		await expect(longview.step('Scenarios')).toHaveAttribute('aria-current', 'step');
		await expect(scenarios.title).toHaveValue('Common Ground');
	});
});

test('votes that are not revealed are not in a trace', async ({ longview, library, traced }, info) => {
	await openVoted(longview, info.outputPath('closed.longview'), 'closed', { [ethical]: { relevancy: [3, 4, 4, 5] } });
	await longview.go('Place');
	await library.part('On canvas').click();
	await library.show(ethical);
	await longview.inspector.getByRole('button', { name: 'Trace this card' }).click();
	await expect(traced.card(ethical)).toContainText('No revealed round has asked about it.');
	await expect(traced.card(ethical)).not.toContainText('Relevancy');
	await traced.card(ethical).getByRole('button', { name: 'Show' }).click();
	await expect(traced.dialog).toBeHidden();
	await expect(longview.canvasCard(ethical)).toBeVisible();
});

test('in the preview of the report a sentence and a card lead to their trace, and a world to its page', async ({ longview, scenarios, report, traced, page }, info) => {
	await openVoted(longview, info.outputPath('voted.longview'), 'revealed', { [ethical]: { relevancy: [3, 4, 4, 5] }, [decentral]: { relevancy: [5, 5, 5] } });
	await longview.go('Scenarios');
	await scenarios.start();
	await page.keyboard.type('Common Ground');
	await page.keyboard.press('Enter');
	await scenarios.narrative.focus();
	await page.keyboard.type('Rules came first.\nThen models had to prove it ');
	await scenarios.nameCard('ethical', ethical);
	await longview.go('Report');
	const onPage = (name: RegExp) => report.pages.getByRole('button', { name }).first();

	await test.step('a paragraph to the sentences of its world', async () => {
		await report.showSection('Scenarios');
		await onPage(/^Trace “Then models had to prove it/).click({ position: { x: 6, y: 6 } });
		await expect(traced.sentence('Then models had to prove it')).toHaveAttribute('aria-pressed', 'true');
		await expect(traced.card(ethical)).toContainText('Relevancy 4');
		await page.keyboard.press('Escape');
		await expect(traced.dialog).toBeHidden();
		await expect(onPage(/^Trace “Then models had to prove it/)).toBeFocused();
	});
	await test.step('a card’s code, by key, to its votes and the line of its source', async () => {
		await onPage(/^Trace \w\d+ Ethical Use of AI Models$/).press('Enter');
		await expect(traced.card(ethical)).toContainText('000_2c25f604f7c48393.txt, line 50');
		await page.keyboard.press('Escape');
	});
	await test.step('and from a card’s entry back to the page of its world', async () => {
		await report.showSection('The cards');
		const back = onPage(/^Go to page \d+$/);
		const number = (await back.getAttribute('aria-label'))!.replace('Go to page ', '');
		await back.click();
		await expect(page.getByText(new RegExp(`^Page ${number} of`))).toBeVisible();
		await expect(onPage(/^Trace “Rules came first/)).toBeInViewport();
	});
});
