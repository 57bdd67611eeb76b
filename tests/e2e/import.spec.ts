import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, picture, signalPage, type GivenFile } from './documents.ts';
import { expect, test } from './fixtures.ts';
import { removeFolder } from './host.ts';
import { seedFiles } from './pages/LongviewPage.ts';

const cardsOnPage = 40;
const shortNumber = (n: number): string => (n < 10_000 ? String(n) : `${(n / 1000).toFixed(1)}k`);
/** Enough of an archive that a person sees the bar move. */
const archive = (pages: number): GivenFile[] =>
	Array.from({ length: pages }, (_, page) => ({
		name: `page-${String(page + 1).padStart(3, '0')}.md`,
		text: signalPage(`Page ${page + 1}`, Array.from({ length: cardsOnPage }, (_, row) => ({ name: `Signal ${row + 1} of page ${page + 1}` }))),
	}));

test('the same documents again change nothing, and the summary says so', async ({ longview, library, imports, scan }) => {
	await longview.openSample();
	await longview.saved();
	const chooser = await longview.fileChooser(() => library.add('Import files'));
	await chooser.setFiles(seedFiles);
	await expect(imports.summary).toContainText('All 4 documents were already there');
	await expect(imports.summary).toContainText('Nothing changed.');
	await expect(library.kind('All')).toContainText('27');
	await expect(library.part('On canvas')).toContainText('13');
	await longview.go('Scan');
	await expect(scan.documents).toHaveCount(4);
});

test('a folder is read with its subfolders, and what is no text is passed over and named', async ({ longview, page, scan, imports }) => {
	const folder = folderOf([
		{ name: 'notes/water.md', text: signalPage('Water', [{ name: 'Dry rivers' }]) },
		{ name: 'notes/deep/soil.md', text: signalPage('Soil', [{ name: 'Salt in the fields' }, { name: 'Fewer worms' }]) },
		{ name: 'notes/photo.png', text: picture },
		{ name: 'notes/.hidden.md', text: 'Nobody meant this.' },
	]);
	await longview.startWorkshop('A folder');
	await longview.go('Scan');
	const chooser = await longview.fileChooser(() => page.getByRole('region', { name: 'Source' }).or(scan.list).getByRole('button', { name: 'a folder' }).click());
	await chooser.setFiles(join(folder, 'notes'));
	await expect(imports.summary).toContainText('2 documents read, 3 cards');
	await expect(scan.documents).toHaveCount(2);
	await imports.readNotes();
	await expect(imports.notes.filter({ hasText: 'notes/photo.png' })).toContainText('Its name says that it is no text.');
	await expect(imports.notes.filter({ hasText: '.hidden.md' })).toContainText('It is hidden.');
	removeFolder(folder);
});

test('bad files in one go get a sentence each with file and line, the rest comes in, and what was there stays', async ({ longview, library, canvas, imports, scan, page }) => {
	await longview.openSample();
	await longview.saved();
	const folder = folderOf([
		{ name: 'picture.md', text: picture },
		{ name: 'empty.md', text: '' },
		{ name: 'high.md', text: signalPage('Rivers', [{ name: 'Dry rivers' }, { name: 'Low water', relevancy: 'high' }]) },
		{ name: 'columns.md', text: '# __Half a table__, (from page [20240101](https://example.org).)\n\n## Signals\n\n| relevancy |\n|----------:|\n| 4 |\n\n## Concerns\n\n| name | relevancy |\n|------|-----------|\n| Thirst | 4 |\n' },
		{ name: 'broken.yaml', text: '---\ntitle: Broken on purpose\ntopics: [water, "soil\nexcerpt: {a: b\n---\n\nThe text below.\n' },
		{ name: 'other.longview', text: '{"format":"longview-workshop","version":1}' },
		{ name: 'good.md', text: signalPage('A good page', [{ name: 'Rain gardens' }]) },
	]);
	const chooser = await longview.fileChooser(() => library.add('Import files'));
	await chooser.setFiles(['picture.md', 'empty.md', 'high.md', 'columns.md', 'broken.yaml', 'other.longview', 'good.md'].map((name) => join(folder, name)));
	await expect(imports.summary).toContainText('4 documents read, 4 cards');
	await expect(imports.summary).toContainText('3 files not read.');

	await imports.readNotes();
	const about = (where: string) => imports.notes.filter({ has: page.getByText(where, { exact: true }) });
	await expect(about('picture.md')).toContainText('The file is a PNG picture, whatever its name says.');
	await expect(about('empty.md')).toContainText('The file is empty.');
	await expect(about('high.md, line 18')).toContainText('The relevancy “high” is not a number from 0 to 5; the card is kept without a machine score.');
	await expect(about('columns.md, line 5')).toContainText('The table under “Signals” has neither a name nor a description column');
	await expect(about('columns.md, line 11')).toContainText('has no description column');
	await expect(about('broken.yaml, line 3').or(about('broken.yaml, line 4'))).toContainText('The front matter is not YAML that can be read here');
	await expect(about('other.longview')).toContainText('This is a workshop file. Open it from the menu of workshops.');
	await expect(imports.notes.filter({ hasText: 'good.md' })).toHaveCount(0);

	await about('high.md, line 18').getByRole('button').click();
	await expect(longview.step('Scan')).toHaveAttribute('aria-current', 'step');
	await expect(scan.line(18)).toContainText('| Low water |');
	await expect(scan.line(18)).toBeInViewport();

	await longview.go('Place');
	await expect(library.kind('All')).toContainText('31');
	await expect(canvas.cards).toHaveCount(13);
	await library.search.fill('Low water');
	await library.show('Low water');
	await expect(library.inspector).not.toContainText('Machine score');
	await longview.saved();
	removeFolder(folder);
});

test('a file that goes away while it is being sent is named, and the others come in', async ({ longview, library, imports, page }) => {
	const folder = folderOf(['Rivers', 'Gone', 'Soil'].map((title) => ({ name: `${title}.md`, text: signalPage(title, [{ name: `Signal of ${title}` }]) })));
	await longview.startWorkshop('A folder');
	await longview.go('Place');
	let sent = 0;
	await page.route('**/api/imports', async (route) => {
		if (sent++ === 0) rmSync(join(folder, 'Gone.md'));
		await route.continue();
	});
	const chooser = await longview.fileChooser(() => library.add('Import files'));
	await chooser.setFiles(['Rivers.md', 'Gone.md', 'Soil.md'].map((name) => join(folder, name)));
	await expect(imports.summary).toContainText('2 documents read, 2 cards');
	expect(sent).toBe(2);
	await imports.readNotes();
	await expect(imports.notes.filter({ hasText: 'Gone.md' })).toContainText('It could not be opened. It may have been moved, renamed or changed since it was chosen.');
	await expect(library.kind('All')).toContainText('2');
	removeFolder(folder);
});

test('a broken workshop file among dropped documents is named, and the documents come in', async ({ longview, library, imports }) => {
	await longview.openSample();
	await longview.dropFiles([
		{ name: 'torn.longview', text: '{"format":"longview-work' },
		{ name: 'rain.md', text: signalPage('Rain', [{ name: 'Rain gardens' }]) },
	]);
	await expect(longview.message('torn.longview')).toContainText('not valid JSON');
	await expect(imports.summary).toContainText('1 document read, 1 card');
	await expect(longview.workshopTitle).toHaveText('Who shapes AI in Europe');
	await expect(library.kind('All')).toContainText('28');
});

test('an import that is stopped keeps whole documents, and the same again brings the rest', async ({ longview, library, imports, scan }) => {
	const total = 800;
	const folder = folderOf(archive(total));
	await longview.startWorkshop('An archive');
	await longview.go('Place');
	const chooser = await longview.fileChooser(() => library.add('Import folder'));
	await chooser.setFiles(folder);
	// Seen moving: some are read, and not all.
	await expect.poll(async () => Number(await imports.progress.getAttribute('value'))).toBeGreaterThan(0);
	await imports.stop.click();
	await expect(imports.summary).toContainText(/Stopped after \d+ documents, [\d,]+ cards/);
	const [documents = 0, cards = 0] = (await imports.summary.innerText()).match(/\d[\d,]*/g)!.map((figure) => Number(figure.replace(',', '')));
	expect(documents).toBeGreaterThan(0);
	expect(documents).toBeLessThan(total);
	expect(cards).toBe(documents * cardsOnPage);
	await expect(library.kind('All')).toContainText(shortNumber(cards));
	await longview.go('Scan');
	await expect(scan.scope('This workshop')).toContainText(String(documents));
	await expect(scan.documents.filter({ hasNotText: `${cardsOnPage} cards` })).toHaveCount(0);
	await longview.saved();

	await longview.go('Place');
	const rest = await longview.fileChooser(() => library.add('Import folder'));
	await rest.setFiles(folder);
	await expect(imports.summary).toContainText(`${total - documents} documents read`, { timeout: 60_000 });
	await expect(imports.summary).toContainText(`${documents} already there.`);
	await expect(library.kind('All')).toContainText(shortNumber(total * cardsOnPage));
	removeFolder(folder);
});

test('undo takes a whole import back, and redo brings it again', async ({ longview, library, imports, scan, page }) => {
	const files = archive(30);
	await longview.openSample();
	await longview.dropFiles(files);
	await expect(imports.summary).toContainText(`30 documents read, ${30 * cardsOnPage} cards`);
	await imports.close();
	await longview.undo();
	await expect(longview.message('Taken back: Import 30 documents')).toBeVisible();
	await expect(library.kind('All')).toContainText('27');
	await longview.go('Scan');
	await expect(scan.documents).toHaveCount(4);
	await longview.redo();
	await expect(scan.documents).toHaveCount(34);
	await longview.saved();
	await page.reload();
	await expect(scan.documents).toHaveCount(34);
	await longview.go('Place');
	await expect(library.kind('All')).toContainText(String(27 + 30 * cardsOnPage));
});

test('markup and scripts in a document are words on a card and text in the document, and run nothing', async ({ longview, library, imports, scan, page }) => {
	const name = '<img src=x onerror="document.title=1">Bold <b>claim</b>';
	const description = 'Read [the page](javascript:document.title=2) and <script>document.title=3</script> after it';
	await longview.startWorkshop('Careful');
	await longview.dropFiles([
		{ name: 'hostile.md', text: signalPage('Hostile <x-y onclick="document.title=4"> page', [{ name, description }]) },
		{ name: 'hostile.txt', text: '<iframe src="javascript:parent.document.title=5"></iframe> A plain article with <a href="javascript:document.title=6">a link</a>.' },
	]);
	await expect(imports.summary).toContainText('2 documents read, 1 card');
	await imports.readNotes();
	await expect(imports.notes.filter({ hasText: 'hostile.md, line 17' })).toContainText('The address “javascript:document.title=2” is not one of the web or of mail, so it is left out.');
	await page.keyboard.press('Escape');

	await longview.go('Place');
	await library.show('Bold claim');
	await expect(library.inspector).toContainText('Read the page and document.title=3 after it');
	await longview.go('Scan');
	await scan.open('Hostile <x-y onclick="document.title=4"> page');
	await expect(scan.line(17)).toContainText(`| ${name} | ${description} |`);
	await scan.list.getByText('plain article').click();
	await expect(scan.line(1)).toContainText('<iframe src="javascript:parent.document.title=5"></iframe>');
	await expect(page.locator('img, iframe, #app script, x-y, a[href^="javascript:"]')).toHaveCount(0);
	await expect(page).toHaveTitle('Careful – Longview');
});

test('markup typed into a card stays what was typed', async ({ longview, library, page }) => {
	const name = '<img src=x onerror="document.title=1"> & <b>bold</b>';
	await longview.startWorkshop('Careful');
	await longview.go('Place');
	await library.add('New card');
	const form = library.form('New card');
	await form.field('Name').fill(name);
	await form.field('Description').fill('<script>document.title=2</script>');
	await form.keep('Make the card');
	await expect(library.inspector.getByRole('heading', { level: 2 })).toHaveText(name);
	await expect(library.cards).toContainText('<script>document.title=2</script>');
	await expect(page.locator('img, #app script')).toHaveCount(0);
	await expect(page).toHaveTitle('Careful – Longview');
});
