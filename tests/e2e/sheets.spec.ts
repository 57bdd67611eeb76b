import { expect, test } from './fixtures.ts';
import { pdfDocument, wordDocument, workbook } from './officeFiles.ts';
import { MappingPage } from './pages/MappingPage.ts';
import type { LongviewPage } from './pages/LongviewPage.ts';

/** As Excel saves a German list: semicolons, Windows-1252, CRLF. */
const german = Buffer.from(
	[
		'Trend;Beschreibung;Typ;Veränderung;Quelle;Wichtigkeit',
		'Trockene Flüsse;"Die Schifffahrt steht; im Sommer länger";Risiko;Von selten zu jährlich.;https://example.org/fluss;5',
		'Bürger zählen Bäume;Vereine führen Buch über jeden Baum;Verhalten;;;4',
		';;Risiko;;;',
		'Grüner Wasserstoff;„Häfen“ rüsten um;Technologie;;;2,5',
		'Mondstaub;Etwas ganz anderes;Kuriosum;;;9',
		'',
	].join('\r\n').replaceAll('„', '\u0084').replaceAll('“', '\u0093'),
	'latin1',
);

/** Pastes as a person does who copied it elsewhere, with nothing focused. */
async function paste(longview: LongviewPage, data: Record<string, string>): Promise<void> {
	await longview.page.evaluate((given) => {
		const transfer = new DataTransfer();
		for (const [type, text] of Object.entries(given)) transfer.setData(type, text);
		document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
	}, data);
}

test('a German list from Excel becomes cards with their rows, by a mapping that is guessed, changed and remembered', async ({ longview, library, imports, scan, page }) => {
	const mapping = new MappingPage(page);
	await longview.startWorkshop('Rivers');
	await longview.go('Place');
	await longview.dropFiles([{ name: 'Trends_2025.csv', text: german }, { name: 'note.txt', text: 'A note that has nothing to do with the list and is read meanwhile.' }]);
	await expect(mapping.dialog).toBeVisible();
	expect(await mapping.chosen('Name')).toBe('Trend');
	expect(await mapping.chosen('Description')).toBe('Beschreibung');
	expect(await mapping.chosen('Kind')).toBe('Typ');
	expect(await mapping.chosen('Change')).toBe('Veränderung');
	expect(await mapping.chosen('Address')).toBe('Quelle');
	expect(await mapping.chosen('Machine score')).toBe('None');
	await expect(mapping.said).toContainText('4 of 5 rows become cards.');
	await expect(mapping.said).toContainText('Row 4 has neither a name nor a description.');
	await expect(mapping.said).toContainText('“Kuriosum” (1) is no kind that Longview knows, so its cards are signals.');
	await expect(mapping.preview.first()).toContainText('Trockene Flüsse');
	await expect(mapping.preview.first()).toContainText('Concern');
	await expect(mapping.preview.first()).toContainText('Row 2');

	await mapping.field('Machine score').selectOption({ label: 'Wichtigkeit' });
	await mapping.field('Change').selectOption({ label: 'None' });
	await expect(mapping.said).toContainText('1 machine score is no number from 0 to 5 and left out.');
	await expect(mapping.preview.first()).toContainText('Machine score 5 of 5');
	await mapping.make('Make 4 cards');
	await expect(imports.summary).toContainText('2 documents read, 4 cards');
	await expect(library.kind('All')).toContainText('4');
	await expect(library.kind('Concern')).toContainText('1');
	await library.show('Grüner Wasserstoff');
	await expect(library.inspector).toContainText('„Häfen“ rüsten um');
	await expect(library.inspector).toContainText('Machine score 2.5 of 5');
	await expect(library.inspector).toContainText('Row 5');
	await library.inspector.getByRole('button', { name: /Trends 2025/ }).click();
	await expect(scan.reader.getByRole('heading', { level: 1, name: 'Trends 2025' })).toBeVisible();
	await expect(scan.line(5)).toContainText('| Grüner Wasserstoff | „Häfen“ rüsten um |');
	await expect(scan.line(5)).toBeInViewport();
	await longview.saved();

	await longview.go('Place');
	await longview.dropFiles([{ name: 'Trends_2025.csv', text: german }]);
	await expect(mapping.dialog).toContainText('Mapped as you did the last time for these columns.');
	expect(await mapping.chosen('Machine score')).toBe('Wichtigkeit');
	expect(await mapping.chosen('Change')).toBe('None');
	await mapping.make('Make 4 cards');
	await expect(imports.summary).toContainText('The document was already there');
	await expect(imports.summary).toContainText('Nothing changed.');
	await expect(library.kind('All')).toContainText('4');
	await page.reload();
	await expect(library.card('Trockene Flüsse')).toBeVisible();
});

test('two sheets of a workbook come in one after the other, with the keyboard alone', async ({ longview, library, scan, page }) => {
	const mapping = new MappingPage(page);
	await longview.startWorkshop('Workbook');
	await longview.go('Place');
	await longview.dropFiles([{
		name: 'radar.xlsx',
		text: workbook({
			Signals: [['Name', 'Description', 'Tags'], ['Dry rivers', 'Ships wait for rain', 'water, trade'], ['Rain gardens', 'Streets that drink', 'water']],
			Risks: [['Risk', 'Notes'], ['Thirst', 'Towns ration water in May']],
		}),
	}]);
	await expect(mapping.dialog).toContainText('radar.xlsx');
	await expect(mapping.said).toContainText('2 of 2 rows become cards.');
	await mapping.dialog.getByRole('button', { name: 'Make 2 cards, then another sheet' }).focus();
	await page.keyboard.press('Enter');
	await expect(mapping.said).toContainText('1 of 1 row becomes a card.');
	await mapping.field('Kind').focus();
	await page.keyboard.press('c');
	await expect(mapping.preview.first()).toContainText('Concern');
	await mapping.dialog.getByRole('button', { name: 'Make 1 card', exact: true }).focus();
	await page.keyboard.press('Enter');
	await expect(mapping.dialog).toBeHidden();
	await expect(library.kind('All')).toContainText('3');
	await library.show('Thirst');
	await expect(library.inspector).toContainText('Risks, row 2');
	await longview.go('Scan');
	await expect(scan.documents.filter({ hasText: 'radar: Signals' })).toContainText('spreadsheet');
	await expect(scan.documents.filter({ hasText: 'radar: Risks' })).toContainText('1 card');
	await scan.open('radar: Signals');
	await expect(scan.reader).toContainText('water · trade');
});

test('Word and PDF open as articles with their sections, and broken ones get a sentence', async ({ longview, scan, imports, page }) => {
	await longview.startWorkshop('Office');
	await longview.go('Scan');
	await longview.dropFiles([
		{ name: 'minutes.docx', text: wordDocument([[1, 'Minutes of March'], [0, 'The council meets at the river.'], [2, 'What was seen'], [0, 'The river was dry in spring.']]) },
		{ name: 'report.pdf', text: await pdfDocument([['The harbour waits for hydrogen, and nobody knows who pays.'], ['On the second page the bill arrives.']]) },
		{ name: 'scan.pdf', text: await pdfDocument([[]]) },
		{ name: 'broken.docx', text: Buffer.from('PK\x03\x04 and then nothing') },
	]);
	await expect(imports.summary).toContainText('2 documents read, 0 cards');
	await expect(imports.summary).toContainText('2 files not read.');
	await imports.readNotes();
	await expect(imports.notes.filter({ hasText: 'scan.pdf' })).toContainText('The PDF has no text: its pages are pictures');
	await expect(imports.notes.filter({ hasText: 'broken.docx' })).toContainText('The file is damaged');
	await page.keyboard.press('Escape');
	await scan.open('Minutes of March');
	await expect(scan.text).toContainText('The river was dry in spring.');
	await expect(scan.reader.getByRole('button', { name: /What was seen/ })).toBeVisible();
	await scan.open('The harbour waits for hydrogen, and nobody knows who pays');
	await expect(scan.reader.getByRole('button', { name: /Page 2/ })).toBeVisible();
	await scan.select(scan.text.getByText('the bill arrives'), 'the bill arrives');
	await expect(scan.text.getByRole('button', { name: /Clip as card/ })).toBeVisible();
});

test('a pasted table opens its columns, a list becomes cards after a preview, and a text an article', async ({ longview, library, scan, imports, page }) => {
	const mapping = new MappingPage(page);
	await longview.startWorkshop('Pasted');
	await longview.go('Place');
	await paste(longview, {
		'text/html': '<meta charset="utf-8"><table><tr><th>Title</th><th>Summary</th></tr><tr><td>Dry rivers</td><td>Ships wait<br>for rain</td></tr><tr><td>Rain &amp; gardens</td><td>Streets</td></tr></table>',
		'text/plain': 'Title\tSummary\nDry rivers\tShips wait\nfor rain\nRain & gardens\tStreets',
	});
	await expect(mapping.said).toContainText('2 of 2 rows become cards.');
	await mapping.make('Make 2 cards');
	await expect(library.card('Rain & gardens')).toBeVisible();

	await paste(longview, { 'text/plain': '• Floating solar\n• Sand batteries: heat kept for months, then used\n• Night trains\n' });
	await expect(page.getByRole('dialog', { name: 'Make cards of a list' })).toBeVisible();
	await expect(mapping.preview).toHaveCount(3);
	await mapping.field('Kind').selectOption({ label: 'Technology' });
	await mapping.make('Make 3 cards');
	await expect(library.kind('Technology')).toContainText('3');

	// In a field a paste is the field’s own.
	await library.search.evaluate((field) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', 'Name\tNotes\nIn a field\tx');
		field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	});
	await expect(mapping.dialog).toBeHidden();

	await page.getByRole('button', { name: 'Add documents or a card' }).click();
	await page.getByRole('menuitem', { name: 'Paste' }).click();
	await page.getByRole('dialog', { name: 'Paste' }).getByRole('textbox').fill('The harbour waits for hydrogen. Nobody knows who pays for it, and the ships are ordered already.');
	await page.getByRole('button', { name: 'Read it as an article' }).click();
	await expect(imports.summary).toContainText('1 document read, 0 cards');
	await longview.go('Scan');
	await expect(scan.document('The harbour waits for hydrogen')).toContainText('article');
});

test('a table that is left out leaves nothing behind, and the first screen takes spreadsheets', async ({ longview, page, scan }) => {
	const mapping = new MappingPage(page);
	await expect(page.getByText('Markdown, text, PDF, Word, CSV, Excel')).toBeVisible();
	await longview.dropFiles([{ name: 'trends.tsv', text: 'Name\tNotes\nDry rivers\tShips wait for rain\n' }]);
	await expect(mapping.dialog).toBeVisible();
	await mapping.headerRow.uncheck();
	await expect(mapping.said).toContainText('2 of 2 rows become cards.');
	await mapping.dialog.getByRole('button', { name: 'Leave it out' }).click();
	await expect(mapping.dialog).toBeHidden();
	await expect(longview.step('Scan')).toHaveAttribute('aria-current', 'step');
	await expect(scan.documents).toHaveCount(0);
	await longview.saved();
});
