import { expect, test } from './fixtures.ts';
import { RoomPage } from './pages/RoomPage.ts';

test('all steps are in the bar beside the tools of an open room with a clock, in windows of usual sizes', async ({ longview, vote, page }) => {
	await longview.openSample();
	await longview.go('Vote');
	await vote.prepare(['Ethical Use of AI Models', 'Data Privacy and Security'], 12);
	await page.getByLabel(/^Minutes/).fill('10');
	await page.keyboard.press('Enter');
	const room = new RoomPage(page);
	await room.open({ wifi: { network: 'Longview', password: 'amber-ridge-42' } });
	await room.dialog.getByRole('button', { name: 'Done' }).last().click();
	await vote.openRound();
	await expect(page.getByRole('banner').getByRole('timer')).toBeVisible();
	for (const [width, height] of [[1440, 900], [1280, 720]] as const) {
		await page.setViewportSize({ width, height });
		// What is behind the edge of the row of steps could not be reached by a pointer.
		await expect.poll(() => longview.runSheet.evaluate((row) => row.scrollWidth - row.clientWidth), { message: `${width} wide` }).toBeLessThanOrEqual(0);
		const [last, tools] = await Promise.all([longview.step('Report').boundingBox(), page.getByRole('banner').getByRole('timer').boundingBox()]);
		expect(last!.x + last!.width).toBeLessThanOrEqual(tools!.x);
		await expect(page.getByRole('button', { name: 'Big screen' })).toBeVisible();
	}
});
