import { expect, test } from './fixtures.ts';
import { openRevealed } from './revealedWorkshop.ts';
import { uncertain, uncertainRound } from './uncertainRoom.ts';

const { openSource, regulation, decentral, ethics, privacy } = uncertain;
const ends = { left: 'Closed, paid access', right: 'Open weights', lower: 'Light touch', upper: 'Firm rules' };
const file = () => test.info().outputPath('u.longview');

test('before the room was asked, the step says so and prepares the round that it needs', async ({ longview, page }) => {
	await longview.openSample();
	await longview.go('Axes');
	await expect(page.getByText('No revealed round has asked that yet.')).toBeVisible();
	await page.getByRole('button', { name: /^Prepare such a round on \d+ cards$/ }).click();
	await expect(longview.step('Vote')).toHaveAttribute('aria-current', 'step');
	for (const [name, asked] of [['Impact', 'true'], ['Uncertainty', 'true'], ['Relevancy', 'false']] as const) {
		await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', asked);
	}
	await longview.go('Axes');
	await expect(page.getByText(/asks how far-reaching and how uncertain each card is\. It is still a draft/)).toBeVisible();
	await page.getByRole('button', { name: 'Go to the round' }).click();
	await expect(longview.step('Vote')).toHaveAttribute('aria-current', 'step');
});

test('cards stand at their medians with their middle half, in the table as well, and few cards are said to be few', async ({ longview, axes, page }) => {
	await openRevealed(longview, file(), [uncertainRound()]);
	await longview.go('Axes');
	await expect(page.getByText('6 cards, 11 voters, from Round 1.')).toBeVisible();
	await expect(page.getByRole('note')).toHaveText('This map stands on 6 cards instead of at least 10. Take it as a start of a talk, not as a finding.');
	await expect(axes.token(openSource)).toHaveAccessibleName(/Impact: median 5, middle half at 5, 11 votes\. Uncertainty: median 5, middle half 4 to 5, 11 votes\./);
	// Higher impact stands higher, more uncertain further right.
	const [sure, unsure, low] = await Promise.all([ethics, decentral, privacy].map((name) => axes.token(name).boundingBox()));
	expect(sure!.x).toBeLessThan(unsure!.x);
	expect(sure!.y).toBeLessThan(low!.y);
	await page.getByRole('button', { name: 'Table' }).click();
	await expect(axes.row(openSource).getByRole('cell')).toHaveText(['5', '5', '11', '5', '4–5', '11', '']);
	await expect(axes.row(privacy).getByRole('cell')).toHaveText(['3', '3', '11', '4', '4', '11', '']);
	await axes.row(privacy).getByRole('checkbox').check();
	await expect(axes.critical.getByText('1 card chosen')).toBeVisible();
	await longview.undo();
	await expect(axes.row(privacy).getByRole('checkbox')).not.toBeChecked();
});

test('nothing of a round that is not revealed is on the map', async ({ longview, axes, page }) => {
	await openRevealed(longview, file(), [{ ...uncertainRound(), state: 'open' }]);
	await longview.go('Axes');
	await expect(page.getByText('The room is voting. The map shows once the round is revealed.')).toBeVisible();
	await expect(axes.map).toHaveCount(0);
	await expect(axes.axes.getByRole('option', { name: new RegExp(openSource), includeHidden: true }).first()).toBeAttached();
	await expect(axes.otherPairs).toHaveCount(0);
});

test('with too few voters the pair is not computed', async ({ longview, axes, page }) => {
	await openRevealed(longview, file(), [uncertainRound(2)]);
	await longview.go('Axes');
	await expect(page.getByRole('note')).toContainText('2 voters instead of at least 10');
	await axes.choose('across', openSource);
	await axes.choose('upwards', regulation);
	await expect(axes.verdict).toHaveText(/Not computed\. Fewer than 3 people rated both cards\./);
});

test('critical uncertainties are proposed by the votes and chosen by people, and two of them become axes with named ends', async ({ longview, axes, page }) => {
	await openRevealed(longview, file(), [uncertainRound()]);
	await longview.go('Axes');
	await axes.critical.getByRole('button', { name: 'Choose all 3' }).click();
	await expect(axes.critical.getByText('3 cards chosen')).toBeVisible();
	await axes.token(openSource).focus();
	await page.keyboard.press('a');
	await expect(axes.token(openSource)).toHaveAccessibleName(/, an axis, a critical uncertainty\./);
	await axes.choose('upwards', decentral);
	await expect(axes.verdict).toHaveText(/Too alike\. .*\(rank correlation 1\.00, 11 voters\)/);
	await expect(axes.otherPairs.getByRole('listitem').first()).toContainText('−0.03, good');
	await axes.otherPairs.getByRole('listitem').first().getByRole('button', { name: /^Try/ }).click();
	await expect(axes.verdict).toHaveText(/A good pair\. .*\(rank correlation −0\.03, 11 voters\)/);
	await axes.name(ends);
	await axes.axes.getByRole('button', { name: 'Swap them' }).click();
	await expect(axes.axes.getByLabel('Left end')).toHaveValue(ends.lower);
	await longview.undo();
	await expect(axes.axes.getByLabel('Left end')).toHaveValue(ends.left);
	await longview.saved();
	await longview.reload();
	await expect(axes.axes.getByLabel('Upper end')).toHaveValue(ends.upper);
	await axes.axis('across').getByRole('button', { name: 'Clear' }).click();
	await expect(axes.axes.getByText('Nothing across yet')).toBeVisible();
});

test('arrow keys go from card to card, and cards that share a place are all to be had from their stack', async ({ longview, axes, page }) => {
	const held = uncertainRound();
	const same = { impact: Array<number>(11).fill(4), uncertainty: Array<number>(11).fill(4) };
	for (const name of Object.keys(held.votes)) held.votes[name] = same;
	await openRevealed(longview, file(), [held]);
	await longview.go('Axes');
	const stack = axes.map.getByRole('button', { name: /more cards at impact 4, uncertainty 4$/ });
	await expect(stack).toBeVisible();
	const shown = await axes.map.locator('[data-token]').count();
	await expect(stack).toHaveText(`+${6 - shown}`);
	await axes.map.locator('[data-token]').first().focus();
	for (let step = 0; step < shown; step++) await page.keyboard.press('ArrowRight');
	await expect(stack).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem')).toHaveCount(6 - shown);
	const name = await page.getByRole('menuitem').last().locator('span').innerText();
	await page.getByRole('menuitem').last().click();
	await expect(axes.detail.getByRole('heading')).toContainText(name);
	await expect(axes.token(name), 'what is selected stands in front').toBeVisible();
});

test.describe('four worlds', () => {
	test.beforeEach(async ({ longview, axes, page }) => {
		await openRevealed(longview, file(), [uncertainRound()]);
		await longview.go('Axes');
		await axes.choose('across', openSource);
		await axes.choose('upwards', regulation);
		await axes.name(ends);
		await page.getByRole('button', { name: 'Go to the four worlds' }).click();
	});

	test('each quadrant is named, and worlds go from one to the other by menu, by key and by hand', async ({ longview, axes, page }) => {
		await axes.nameWorld('Open weights, firm rules', 'Common Ground');
		await axes.nameWorld('Closed, paid access, light touch', 'Toll Road');
		await expect(page.getByRole('heading', { name: 'Two worlds in 2036' })).toBeVisible();
		await axes.send('Toll Road', /^Open weights, firm rules/);
		await expect(axes.seat('Open weights, firm rules')).toContainText('Toll Road');
		await expect(axes.seat('Closed, paid access, light touch'), 'they change places').toContainText('Common Ground');
		await longview.undo();
		await expect(axes.seat('Open weights, firm rules')).toContainText('Common Ground');
		await axes.world('Common Ground').focus();
		await page.keyboard.press('Alt+ArrowDown');
		await expect(axes.seat('Open weights, light touch')).toContainText('Common Ground');
		await expect(axes.world('Common Ground')).toBeFocused();
		const target = await axes.seat('Closed, paid access, firm rules').boundingBox();
		await longview.drag(axes.world('Toll Road'), { x: target!.x + target!.width / 2, y: target!.y + target!.height / 2 });
		await expect(axes.seat('Closed, paid access, firm rules')).toContainText('Toll Road');
		await axes.send('Toll Road', 'Outside of these');
		await expect(axes.outside).toContainText('Toll Road');
	});

	test('another logic has other places, and the first one forgets nothing', async ({ longview, axes }) => {
		await axes.nameWorld('Open weights, firm rules', 'Common Ground');
		await axes.chooseLogic('Three Horizons');
		await expect(axes.outside).toContainText('Common Ground');
		await axes.send('Common Ground', 'What emerges');
		await expect(axes.seat('What emerges')).toContainText('Common Ground');
		await axes.chooseLogic('Futures cone');
		for (const name of ['Plausible A', 'Plausible B']) await expect(axes.seat(name)).toBeVisible();
		await axes.nameWorld('Probable', 'More of the same');
		await axes.chooseLogic('Three Horizons');
		await expect(axes.seat('What emerges')).toContainText('Common Ground');
		await axes.chooseLogic('Two axes');
		await expect(axes.seat('Open weights, firm rules')).toContainText('Common Ground');
		await expect(axes.outside).toContainText('More of the same');
		await longview.undo();
		await expect(axes.seat('What emerges')).toContainText('Common Ground');
	});

	test('a card of the map is dragged onto a world, weighs and does something there, and what follows is written', async ({ longview, axes, scenarios, page }) => {
		await axes.nameWorld('Open weights, firm rules', 'Common Ground');
		const world = await axes.world('Common Ground').boundingBox();
		await longview.drag(axes.token(decentral), { x: world!.x + 80, y: world!.y + 60 });
		await expect(scenarios.fed).toHaveText([new RegExp(decentral)]);
		await expect(axes.world('Common Ground')).toContainText('1 card');
		await scenarios.feeds.getByRole('slider').focus();
		await page.keyboard.press('ArrowRight');
		await expect(scenarios.feeds.getByRole('slider')).toHaveAttribute('aria-valuenow', '3');
		await scenarios.feeds.getByLabel(/^What .* does here, in a word$/).fill('drives');
		await page.keyboard.press('Enter');
		const lines = { 'In a line or two': 'Open models under firm rules.', 'A headline from 2036': 'Nobody asks for the key' };
		const texts = { Implications: 'Buy open first.', 'Who wins': 'Small makers', 'Who loses': 'Brokers of keys' };
		for (const [label, text] of Object.entries({ ...lines, ...texts })) await scenarios.editor.getByRole('textbox', { name: label }).fill(text);
		await longview.saved();
		await longview.reload();
		for (const [label, text] of Object.entries(lines)) await expect(scenarios.editor.getByRole('textbox', { name: label })).toHaveValue(text);
		for (const [label, text] of Object.entries(texts)) await expect(scenarios.editor.getByRole('textbox', { name: label })).toHaveText(text);
		await expect(scenarios.feeds.getByLabel(/^What .* does here, in a word$/)).toHaveValue('drives');
		await expect(axes.world('Common Ground')).toContainText('Open models under firm rules.');
	});
});
