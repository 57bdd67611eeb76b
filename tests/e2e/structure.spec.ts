import { expect, test } from './fixtures.ts';
import { boxOf } from './pages/hand.ts';

const [policy, society, technology] = ['Policy & law', 'Society & ethics', 'Technology'] as const;
const [one, two, three, four] = ['Regulatory Challenges', 'Data Privacy and Security', 'Decentralized AI Development', 'Ethical Use of AI Models'] as const;

test.beforeEach(async ({ longview }) => longview.openSample());

test.describe('a cluster', () => {
	test('is made of the selection, named, moved with its cards by the mouse, and each is one step', async ({ longview, canvas, structure, page }) => {
		await canvas.focusCard(one);
		await canvas.press('Enter');
		await canvas.card(two).click({ modifiers: ['Shift'], position: { x: 60, y: 20 } });
		await canvas.selectionBar.getByRole('button', { name: 'Group as a cluster' }).click();
		await structure.nameCluster('Rules of the game');
		await expect(structure.cluster('Rules of the game')).toHaveAccessibleName('Cluster Rules of the game, 2 cards');
		await canvas.press('Escape');
		const before = await Promise.all([one, two].map((name) => canvas.card(name).getAttribute('aria-label')));
		const [name, to] = [await boxOf(structure.cluster('Rules of the game')), await canvas.spot('2028 Q1', technology)];
		const lane = await boxOf(canvas.lane(policy));
		await page.mouse.move(name.x + 20, name.y + 12);
		await page.mouse.down();
		await page.mouse.move(to.x, name.y + 12 + (to.y - lane.y), { steps: 6 });
		await page.mouse.up();
		await expect(canvas.card(one)).not.toHaveAttribute('aria-label', before[0]!);
		await expect(canvas.card(two)).not.toHaveAttribute('aria-label', before[1]!);
		await expect(structure.cluster('Rules of the game')).toHaveAccessibleName(/2 cards/);
		await longview.undo();
		for (const [index, card] of [one, two].entries()) await expect(canvas.card(card)).toHaveAttribute('aria-label', before[index]!);
		await expect(structure.cluster('Rules of the game')).toBeVisible();
	});

	test('takes in a card that is dropped in it, and lets one go that is dragged out', async ({ longview, canvas, structure }) => {
		await canvas.focusCard(four);
		await canvas.press('g');
		await structure.nameCluster('Ethics');
		const frame = await boxOf(canvas.card(four));
		await canvas.takeByTab(three);
		await canvas.moveTo({ x: frame.x + 40, y: frame.y + 24 });
		await canvas.drop();
		await expect(structure.cluster('Ethics')).toHaveAccessibleName('Cluster Ethics, 2 cards');
		await expect(canvas.spoken).toContainText('in cluster Ethics');
		await canvas.takeByTab(three);
		await canvas.moveTo(await canvas.spot('2035 Q1', 'Environment'));
		await canvas.drop();
		await expect(structure.cluster('Ethics')).toHaveAccessibleName('Cluster Ethics, 1 card');
		await longview.undo();
		await expect(structure.cluster('Ethics')).toHaveAccessibleName('Cluster Ethics, 2 cards');
		await longview.undo();
		await expect(canvas.cardAt(three, '2033 Q1', society)).toBeVisible();
		await expect(structure.cluster('Ethics')).toHaveAccessibleName('Cluster Ethics, 1 card');
	});

	test('by keyboard: made, named, moved, sized, joined, renamed and removed, with its cards staying', async ({ canvas, structure, page }) => {
		await canvas.focusCard(four);
		await canvas.press('g');
		await structure.nameCluster('Ethics');
		const cluster = structure.cluster('Ethics');
		await expect(cluster).toBeFocused();
		await canvas.press('ArrowRight', 'Shift+ArrowRight');
		await expect(canvas.cardAt(four, '2031 Q3', society)).toBeVisible();
		const narrow = await structure.widthOf('Ethics');
		await canvas.press('Alt+ArrowRight', 'Alt+ArrowRight');
		await expect.poll(() => structure.widthOf('Ethics')).toBeGreaterThan(narrow);
		await canvas.choose(three, 'Put into “Ethics”');
		await expect(cluster).toHaveAccessibleName('Cluster Ethics, 2 cards');
		await cluster.focus();
		await canvas.press('F2');
		await structure.nameCluster('Values');
		await expect(structure.cluster('Values')).toBeFocused();
		await canvas.press('Delete');
		await expect(structure.cluster('Values')).toHaveCount(0);
		await expect(canvas.card(four)).toBeVisible();
		await page.keyboard.press('Control+z');
		await expect(structure.cluster('Values')).toHaveAccessibleName(/2 cards/);
	});

	test('keeps the size it is given by its edge until it is fitted to its cards again', async ({ canvas, structure, page }) => {
		await canvas.focusCard(four);
		await canvas.press('g');
		await structure.nameCluster('Ethics');
		const before = await structure.widthOf('Ethics');
		const edge = await boxOf(structure.edge('Ethics', 'e'));
		await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2);
		await page.mouse.down();
		await page.mouse.move(edge.x + 150, edge.y + edge.height / 2, { steps: 4 });
		await page.mouse.up();
		await expect.poll(() => structure.widthOf('Ethics')).toBeGreaterThan(before + 80);
		await structure.chooseForCluster('Ethics', 'As large as its cards need');
		await expect.poll(() => structure.widthOf('Ethics')).toBeCloseTo(before, 0);
	});
});

test.describe('an influence', () => {
	test('is drawn from a card’s handle with the mouse, judged, kept over a reload, and undone', async ({ longview, canvas, structure, page }) => {
		await structure.drawFrom(canvas.card(one), canvas.card(three));
		await expect(structure.editor).toBeVisible();
		await structure.judge(/^−2, inhibits/);
		await canvas.press('Escape');
		const arrow = structure.influence(new RegExp(`${one}, inhibits I\\d, ${three}, strength −2`));
		await expect(arrow).toBeFocused();
		await longview.saved();
		await longview.reload();
		await longview.go('Place');
		await expect(arrow).toBeVisible();
		await longview.undo();
		await expect(structure.influence(/reinforces.*strength \+1/)).toBeVisible();
		await longview.undo();
		await expect(structure.influences).toHaveCount(0);
		await page.keyboard.press('Control+Shift+z');
		await expect(structure.influences).toHaveCount(1);
	});

	test('is pressed on the arrow itself, which goes round the cards between', async ({ canvas, structure, page }) => {
		await structure.drawFrom(canvas.card(one), canvas.card('Transparency in AI Regulation'));
		await canvas.press('Escape');
		const route = await structure.pathOf(structure.influences.first());
		const cards = await Promise.all([two, 'AI Regulation and Governance'].map((name) => boxOf(canvas.card(name))));
		for (const card of cards) expect(route.filter(({ x, y }) => x > card.x && x < card.x + card.width && y > card.y && y < card.y + card.height)).toEqual([]);
		const at = route[Math.floor(route.length * 0.3)]!;
		await page.mouse.click(at.x, at.y);
		await expect(structure.editor).toBeVisible();
		await structure.editor.getByRole('button', { name: 'Remove' }).click();
		await expect(structure.influences).toHaveCount(0);
	});

	test('by keyboard: begun with L or from the menu, aimed with arrows, drawn with Enter, judged, turned and deleted', async ({ canvas, structure }) => {
		await canvas.focusCard(one);
		await canvas.press('l');
		await expect(canvas.spoken).toContainText('Arrows choose the card it goes to');
		await canvas.press('ArrowRight');
		await expect(canvas.spoken).toContainText(/^To [SCBTI]\d, /);
		await canvas.press('ArrowRight', 'Enter');
		await expect(structure.editor).toBeVisible();
		await canvas.press('ArrowRight', 'ArrowRight');
		await expect(structure.influence(/reinforces .*strength \+3/)).toBeVisible();
		await canvas.press('Enter');
		await expect(structure.editor).toHaveCount(0);
		await canvas.press('Enter');
		await structure.editor.getByRole('button', { name: 'Turn round' }).click();
		await expect(canvas.spoken).toContainText(/reinforces C\d, \+3/);
		await canvas.press('Escape', 'Delete');
		await expect(structure.influences).toHaveCount(0);
		await canvas.choose(one, /^Draw an influence to/);
		await expect(canvas.spoken).toContainText('Arrows choose the card it goes to');
		await canvas.press('Escape');
		await expect(canvas.spoken).toHaveText('No influence is drawn.');
	});

	test('a click on the handle and one on a card draw it without dragging', async ({ canvas, structure }) => {
		await (await structure.handleOf(canvas.card(four))).click();
		await canvas.card(three).click({ position: { x: 60, y: 20 } });
		await expect(structure.editor).toBeVisible();
		await canvas.press('Escape');
		await expect(structure.influences).toHaveCount(1);
	});
});

test('a note is written, moved by mouse and keys, kept to oneself, edited, and comes back after a reload', async ({ longview, canvas, structure, page }) => {
	await canvas.tool(/^Write a note/).click();
	await page.keyboard.type('Ask the ministry');
	await canvas.press('Control+Enter');
	const note = structure.note('Ask the ministry');
	await expect(note).toBeFocused();
	const before = await boxOf(note);
	await page.mouse.move(before.x + 30, before.y + 15);
	await page.mouse.down();
	await page.mouse.move(before.x + 130, before.y + 75, { steps: 4 });
	await page.mouse.up();
	await expect.poll(async () => (await boxOf(note)).x - before.x).toBeGreaterThan(90);
	await canvas.press('ArrowRight');
	await expect(canvas.spoken).toContainText(/^Note at 20\d\d Q\d/);
	await note.click({ button: 'right' });
	await page.getByRole('menuitemcheckbox', { name: /^Note to self/ }).click();
	await expect(structure.note('Ask the ministry')).toHaveAccessibleName(/^Note to self: /);
	await structure.note('Ask the ministry').focus();
	await canvas.press('Enter');
	await page.keyboard.type(' today');
	await canvas.press('Control+Enter');
	await longview.saved();
	await longview.reload();
	await longview.go('Place');
	await expect(structure.note('Ask the ministry today')).toHaveAccessibleName(/^Note to self: /);
	await longview.undo();
	await expect(structure.note('Ask the ministry')).toBeVisible();
	await structure.note('Ask the ministry').focus();
	await canvas.press('Delete');
	await expect(structure.notes).toHaveCount(0);
});

test('a horizon is said by key, menu and inspector, shows on the card and never moves it', async ({ longview, canvas, structure, page }) => {
	await canvas.focusCard(three);
	const before = await canvas.card(three).getAttribute('aria-label');
	await canvas.press('3');
	await expect(canvas.card(three)).toHaveAttribute('aria-label', `${before}, horizon H3`);
	await canvas.press('3');
	await expect(canvas.card(three)).toHaveAttribute('aria-label', before!);
	await canvas.card(three).click({ button: 'right', position: { x: 60, y: 20 } });
	await page.getByRole('menuitemcheckbox', { name: 'H2 transition' }).click();
	await expect(canvas.card(three)).toHaveAttribute('aria-label', /horizon H2$/);
	await canvas.card(three).click({ position: { x: 60, y: 20 } });
	const choice = page.getByRole('group', { name: 'Horizon', exact: true });
	await expect(choice.getByRole('button', { name: 'H2 transition' })).toHaveAttribute('aria-pressed', 'true');
	await choice.getByRole('button', { name: 'H1 today’s system' }).click();
	await expect(canvas.cardAt(three, '2033 Q1', society)).toHaveAttribute('aria-label', /horizon H1$/);
	await longview.undo();
	await expect(canvas.card(three)).toHaveAttribute('aria-label', /horizon H2$/);
	await structure.overlay('Horizons').click();
	await expect(structure.picture).toHaveAccessibleName(/today’s system declines/);
});

test('the horizons and the futures cone are switched on and off, say what they are where no card stands, and stay for the workshop', async ({ longview, canvas, structure }) => {
	await expect(structure.picture).toHaveCount(0);
	await structure.overlay('Horizons').click();
	await structure.overlay('Cone').click();
	for (const name of ['H1 today’s system', 'H2 transition', 'H3 emerging', 'possible', 'plausible', 'probable', 'preferable']) {
		await expect(structure.picture.getByText(name)).toBeVisible();
	}
	await expect.poll(() => structure.coveredNames(), 'no name is under a card').toEqual([]);
	await canvas.press('+', '+', '+', '+');
	await expect.poll(() => structure.coveredNames(), 'nor after the view has changed').toEqual([]);
	await longview.saved();
	await longview.reload();
	await longview.go('Place');
	await expect(structure.overlay('Cone')).toHaveAttribute('aria-checked', 'true');
	await longview.undo();
	await expect(structure.picture).toHaveAccessibleName(/^The three horizons/);
	await structure.overlay('Horizons').click();
	await expect(structure.picture).toHaveCount(0);
});

test('Escape ends the writing of a note and keeps it, and undo takes it back', async ({ longview, canvas, structure, page }) => {
	await canvas.tool(/^Write a note/).click();
	await page.keyboard.type('Ask the ports');
	await canvas.press('Escape');
	await expect(structure.note('Ask the ports')).toBeFocused();
	await canvas.press('Enter');
	await page.keyboard.type(' about storage');
	await canvas.press('Escape');
	await expect(structure.note('Ask the ports about storage')).toBeFocused();
	await longview.undo();
	await longview.undo();
	await expect(structure.notes).toHaveCount(0);
	await canvas.tool(/^Write a note/).click();
	await canvas.press('Escape');
	await expect(structure.notes).toHaveCount(0);
});
