import { expect, test } from './fixtures.ts';
import type { CrossImpactPage } from './pages/CrossImpactPage.ts';

test.beforeEach(async ({ longview, crossImpact }) => {
	await longview.openSample();
	await crossImpact.open(longview);
});

/** Rules and access pull each other along: strict with closed, light with open. */
async function twoDrivers(crossImpact: CrossImpactPage) {
	await crossImpact.addDriver('Rules', ['strict', 'light']);
	await crossImpact.addDriver('Access', ['closed', 'open']);
}

test('drivers are written through with Enter, reordered, taken from cards and deleted, and undo brings one back', async ({ longview, crossImpact, page }) => {
	await expect(crossImpact.view.getByRole('heading', { name: 'Name what shapes the worlds' })).toBeVisible();
	await crossImpact.addDriver('Rules', ['strict', 'light', 'fragmented']);
	await crossImpact.addDriver('Access', ['closed', 'open']);
	await expect(crossImpact.driver('Rules').getByLabel(/^State/)).toHaveCount(3);
	await crossImpact.driver('Access').getByRole('button', { name: 'Move Access forward' }).click();
	await expect(crossImpact.drivers.first()).toHaveAccessibleName('Access');
	await crossImpact.view.getByRole('button', { name: 'From a card' }).click();
	await crossImpact.view.getByRole('searchbox').fill('ethical');
	await page.keyboard.press('Enter');
	await expect(crossImpact.driver('Ethical Use of AI Models')).toContainText('C4');
	await crossImpact.driver('Rules').getByRole('button', { name: 'Delete Rules' }).click();
	await expect(crossImpact.drivers).toHaveCount(2);
	await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
	await expect(crossImpact.driver('Rules').getByLabel('State 3 of Rules')).toHaveValue('fragmented');
	await longview.saved();
	await longview.reload();
	await crossImpact.open(longview);
	await expect(crossImpact.drivers).toHaveCount(3);
});

test('the matrix is judged by keys alone: arrows, digits, signs, Delete, and each judgement is undone by itself', async ({ longview, crossImpact, page }) => {
	await twoDrivers(crossImpact);
	await crossImpact.part('Judgements');
	await expect(crossImpact.view).toContainText('0 of 2 sections are judged');
	await crossImpact.cell('If Rules is strict, what does that do to Access being closed?').focus();
	await page.keyboard.press('2');
	await expect(crossImpact.active).toHaveText('+2');
	await expect(crossImpact.active).toHaveAccessibleName('+2: If Rules is strict, that promotes Access being closed.');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('-');
	await expect(crossImpact.active).toHaveText('−');
	await page.keyboard.press('2');
	await expect(crossImpact.active).toHaveText('−2');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('3');
	await expect(crossImpact.bar).toContainText('If Rules is light, that strongly promotes Access being open.');
	await expect(crossImpact.bar).toContainText('3 of 4 judged');
	await page.keyboard.press('Delete');
	await expect(crossImpact.active).toHaveText('');
	await longview.undo();
	await expect(crossImpact.cell('If Rules is light, that strongly promotes Access being open.')).toHaveText('+3');
	await crossImpact.bar.getByRole('button', { name: 'The rest is 0' }).click();
	await expect(crossImpact.bar).toContainText('all judged');
	await expect(crossImpact.view).toContainText('1 of 2 sections are judged');
	await crossImpact.bar.getByRole('button', { name: 'Next open section' }).click();
	await expect(crossImpact.active).toHaveAccessibleName('If Access is closed, what does that do to Rules being strict?');
});

test('a cell is judged with the pointer beside it, and a row that does not add up to nothing is marked', async ({ crossImpact, page }) => {
	await twoDrivers(crossImpact);
	await crossImpact.part('Judgements');
	await crossImpact.cell(/Rules is strict, .* Access being closed/).click();
	await page.getByRole('group', { name: 'How strong' }).last().getByRole('button', { name: '+1, slightly promotes' }).click();
	await expect(crossImpact.active).toHaveText('+1');
	await crossImpact.cell(/Rules is strict, .* Access being open/).click();
	await page.getByRole('group', { name: 'How strong' }).last().getByRole('button', { name: '+2, promotes' }).click();
	await expect(crossImpact.grid.getByTitle(/By custom a row of a section adds up to 0/)).toHaveText('+3');
	await expect(page.getByRole('group', { name: 'How strong' })).toHaveCount(1);
});

test('worlds are balanced in words, consistent ones are listed, and one becomes a world', async ({ longview, crossImpact, scenarios, page }) => {
	await longview.go('Scenarios');
	await page.getByRole('tab', { name: 'Worlds' }).click();
	await scenarios.start();
	await page.keyboard.type('Common Ground');
	await crossImpact.open(longview);
	await twoDrivers(crossImpact);
	await crossImpact.part('Judgements');
	await crossImpact.cell(/Rules is strict, .* Access being closed/).focus();
	// Strict promotes closed, light open, and each the other way round.
	await page.keyboard.type('2');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.type('-2');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.type('2');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.type('-2');
	await crossImpact.bar.getByRole('button', { name: 'Next open section' }).click();
	await page.keyboard.type('1');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.type('1');
	await crossImpact.part('Worlds that hold');
	await expect(crossImpact.consistent).toContainText('2 of 4 combinations hold together');
	await expect(crossImpact.view).toContainText('1 section is not judged yet');
	await expect(crossImpact.found).toHaveCount(2);
	await expect(crossImpact.balance('Common Ground')).toContainText('2 drivers have no state here yet');
	await crossImpact.setState('Rules', 'Common Ground', 'strict');
	await crossImpact.setState('Access', 'Common Ground', 'open');
	await expect(crossImpact.view).toContainText('off by 4');
	await expect(crossImpact.balance('Common Ground')).toContainText('Access is open (−2), but the other drivers push it towards closed (+2). It falls short by 4. For it speak Rules being strict (−2 against +2).');
	await expect(crossImpact.balance('Common Ground')).toContainText('The nearest consistent world differs in 1 driver');
	await crossImpact.setState('Access', 'Common Ground', 'closed');
	await expect(crossImpact.balance('Common Ground')).toContainText('Consistent: every driver is in a state that the others promote most.');
	await expect(crossImpact.found.first()).toContainText('Common Ground');
	await crossImpact.found.last().getByRole('button', { name: 'Make a world of it' }).click();
	await expect(crossImpact.view.getByLabel('Rules in Not named yet')).toHaveValue(/.+/);
	await expect(crossImpact.found.getByRole('button')).toHaveCount(0);
	await longview.undo();
	await expect(crossImpact.view.getByLabel('Rules in Not named yet')).toHaveCount(0);
});
