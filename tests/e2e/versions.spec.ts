import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { folderOf, signalPage } from './documents.ts';
import { expect, test } from './fixtures.ts';
import { removeFolder } from './host.ts';
import { seedFiles } from './pages/LongviewPage.ts';

const original = seedFiles[0]!;
const privacy = 'Data Privacy and Security';
const challenges = 'Regulatory Challenges';
const dominance = 'Market Dominance and Competition';
const newsletter = 'How Mistral AI, an OpenAI competitor, rocketed to $2Bn in <12 months';

/** The first seed as its author might have edited it: a text, a name, a row gone and a row more. */
const edited = readFileSync(original, 'utf8')
	.replace('The proprietary and undisclosed dataset used for training', 'The undisclosed dataset that is used for training since May')
	.replace('| Market Dominance and Competition    | As Mistral AI aims', '| Dominance of the market by a few    | As Mistral AI aims')
	.replace(/^\| Regulatory Challenges .*\n/m, '')
	.replace(/^(\| Ethical Use of AI Models)/m, '| Energy that models take | Training and use take ever more energy. | 2 |\n$1');

function newVersion() {
	const folder = folderOf([{ name: `archive/${basename(original)}`, text: edited }]);
	return { file: join(folder, 'archive', basename(original)), remove: () => removeFolder(folder) };
}

test('a newer version of a document brings its words, and keeps what the room did: place, votes, edits and tags', async ({ longview, library, canvas, imports, vote, page }) => {
	const version = newVersion();
	await longview.openSample();
	await test.step('the room votes on two of its cards, one is edited and one is tagged', async () => {
		await longview.go('Vote');
		await vote.prepare([privacy, dominance], 2);
		await vote.openRound();
		await vote.passRound();
		await vote.voteAs([5, 2]);
		await vote.voteAs([4, 2]);
		await vote.backToFacilitator();
		await vote.closeAndReveal();
		await longview.go('Place');
		await library.show('Accessibility of AI Technology');
		await library.inspector.getByRole('button', { name: 'Edit card' }).click();
		const form = library.form('Edit card');
		await form.field('10-year outlook').fill('Ours: nobody owns the switch.');
		await form.keep('Keep the changes');
		await library.card(/Commercialization of AI Models/).click({ modifiers: ['Control'] });
		await library.panel.getByRole('button', { name: 'Tag', exact: true }).click();
		await page.getByRole('menuitem', { name: 'Economy' }).click();
		await expect(longview.message('“Economy” is on 1 card.')).toBeVisible();
	});
	const placeOf = (name: string) => canvas.cardAt(name, '2028 Q1', 'Policy & law');
	await expect(placeOf(privacy)).toBeVisible();

	await test.step('the newer version is recognised by its address', async () => {
		const chooser = await longview.fileChooser(() => library.add('Import files'));
		await chooser.setFiles(version.file);
		await expect(imports.summary).toContainText('1 document read');
		await expect(imports.summary).toContainText('1 document is a newer version: 2 cards changed, 1 new, 1 gone.');
		await expect(library.kind('All')).toContainText('28');
	});
	await test.step('what changed stands side by side, the differing words marked', async () => {
		await imports.readNotes();
		const notes = page.getByRole('dialog');
		await notes.getByRole('button', { name: 'What changed' }).click();
		const card = notes.getByRole('region', { name: privacy });
		await expect(card.getByRole('deletion')).toHaveText(['proprietary and']);
		await expect(card.getByRole('insertion')).toContainText(['that is', 'since May']);
		await expect(notes.getByRole('region', { name: 'Dominance of the market by a few' }).getByRole('heading', { name: 'Name' })).toBeVisible();
		await expect(notes.getByRole('listitem').filter({ hasText: challenges }).last()).toContainText('stays with the earlier version, for what you did with it');
		await expect(notes.getByText('Energy that models take')).toBeVisible();
		await notes.getByRole('button', { name: 'Done' }).click();
		await imports.close();
	});
	await test.step('cards stand where they stood, with the new words and their votes', async () => {
		await expect(placeOf(privacy)).toBeVisible();
		await expect(canvas.cards).toHaveCount(13);
		await expect(canvas.card('Dominance of the market by a few')).toBeVisible();
		await library.part('On canvas').click();
		await library.show(privacy);
		await expect(library.inspector).toContainText('The undisclosed dataset that is used for training since May');
		await expect(library.inspector.getByRole('region', { name: 'The room’s votes' })).toBeVisible();
		await expect(library.inspector.getByRole('button', { name: /Concerns table, line \d+/ })).toBeVisible();
		await library.show(challenges);
		await expect(library.inspector).toContainText('Not in the newer version of its document.');
		await library.part('To place').click();
		await library.show('Accessibility of AI Technology');
		await expect(library.inspector).toContainText('Ours: nobody owns the switch.');
		await library.show('Commercialization of AI Models');
		await expect(library.inspector).toContainText('Tagged Economy.');
		await longview.go('Vote');
		await vote.expectResult(privacy, { votes: [0, 0, 0, 1, 1], median: '4.5', iqr: '0.5', n: 2, cannotSay: '–' });
	});
	await test.step('one undo takes all of it back, a redo brings it again, and both outlive a reload', async () => {
		await longview.go('Place');
		await longview.undo();
		await expect(library.kind('All')).toContainText('27');
		await expect(canvas.card(dominance)).toBeVisible();
		await expect(placeOf(privacy)).toBeVisible();
		await longview.saved();
		await longview.reload();
		await expect(canvas.card(dominance)).toBeVisible();
		await longview.redo();
		await expect(canvas.card('Dominance of the market by a few')).toBeVisible();
		await longview.saved();
		await longview.reload();
		await expect(placeOf(privacy)).toBeVisible();
		await expect(canvas.card('Dominance of the market by a few')).toBeVisible();
		await expect(library.kind('All')).toContainText('28');
		await library.part('On canvas').click();
		await library.show(privacy);
		await expect(library.inspector).toContainText('since May');
	});
	version.remove();
});

test('the earlier version is opened from the newer one, and both can be kept', async ({ longview, library, scan, imports, canvas, page }) => {
	const version = newVersion();
	await longview.openSample();
	await longview.saved();
	const chooser = await longview.fileChooser(() => library.add('Import files'));
	await chooser.setFiles(version.file);
	await expect(imports.summary).toContainText('newer version');
	await imports.close();
	await longview.go('Scan');
	await expect(scan.documents).toHaveCount(4);
	const title = 'Mistral AI Raises €385 Million';
	await scan.document(title).getByRole('button').first().click();
	await expect(scan.text).toContainText('Energy that models take');

	await scan.reader.getByRole('button', { name: /^Earlier version of / }).click();
	await expect(scan.reader.getByText(/^Earlier version of .* A newer one came on /)).toBeVisible();
	await expect(scan.text).not.toContainText('Energy that models take');
	await expect(scan.text).toContainText('Regulatory Challenges');
	await scan.reader.getByRole('button', { name: 'Open the newer version' }).click();
	await expect(scan.text).toContainText('Energy that models take');

	await scan.reader.getByRole('button', { name: 'What changed' }).click();
	const dialog = page.getByRole('dialog', { name: /^What changed in / });
	await expect(dialog.getByRole('region', { name: privacy })).toContainText('since May');
	await dialog.getByRole('button', { name: 'Done' }).click();

	await scan.reader.getByRole('button', { name: 'Keep both' }).click();
	await expect(longview.message('Both versions are kept, each as a document of its own.')).toBeVisible();
	await expect(scan.documents).toHaveCount(5);
	await longview.go('Place');
	await expect(canvas.card(dominance)).toBeVisible();
	await longview.undo();
	await expect(canvas.card('Dominance of the market by a few')).toBeVisible();
	await longview.go('Scan');
	await expect(scan.documents).toHaveCount(4);
	version.remove();
});

test('a file of the same name that says other things is a document of its own', async ({ longview, scan, imports }) => {
	const page = (title: string, names: string[], url: string) => signalPage(title, names.map((name) => ({ name, description: `${name} here.` }))).replace(/__\[External link\].*__/, url);
	await longview.startWorkshop('Notes');
	await longview.go('Scan');
	await longview.dropFiles([{ name: 'notes.md', text: page('Rivers', ['Dry rivers', 'Low wells'], '') }]);
	await imports.close();
	await longview.dropFiles([{ name: 'notes.md', text: page('Banks', ['Loans without paper', 'Coins of cities'], '') }]);
	await expect(imports.summary).toContainText('1 document read, 2 cards');
	await expect(imports.summary).not.toContainText('newer');
	await imports.close();
	await expect(scan.documents).toHaveCount(2);
	await longview.dropFiles([{ name: 'notes.md', text: page('Banks', ['Loans without paper', 'Coins of towns and cities'], '') }]);
	await expect(imports.summary).toContainText('1 document is a newer version');
	await expect(scan.documents).toHaveCount(2);
});

const skills = ['Water', 'Soil', 'Air'].map((title, at) => ({
	name: `${title}.md`,
	text: signalPage(title, [
		{ name: at === 1 ? 'SKILLS gap' : 'Skills gap', description: `Too few people know ${title.toLowerCase()}.` },
		{ name: `Only in ${title}` },
		...(at === 2 ? [{ name: 'Lack of training', description: 'Nobody trains the young.' }] : []),
	]),
}));

test('the same card in several sources is one line, which opens by keys, is taken apart and joined again', async ({ longview, library, imports, scan, canvas, page }) => {
	await longview.startWorkshop('Lines');
	await longview.go('Place');
	for (const file of skills) {
		await longview.dropFiles([file]);
		await imports.close();
	}
	await expect(library.search).toHaveAttribute('placeholder', 'Search 7 cards');
	const gaps = library.card(/Skills gap/i);
	await expect(gaps).toHaveCount(1);
	await expect(library.list.getByRole('button', { name: 'in 3 sources' })).toHaveAttribute('aria-expanded', 'false');

	await test.step('the arrow keys open and close it', async () => {
		await gaps.first().focus();
		await page.keyboard.press('ArrowRight');
		await expect(gaps).toHaveCount(3);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowLeft');
		await expect(gaps).toHaveCount(1);
		await expect(gaps.first()).toBeFocused();
	});
	await test.step('the inspector lists the other sources, and each opens at its line', async () => {
		await gaps.first().click();
		const also = library.inspector.getByRole('list', { name: 'Also in' }).getByRole('listitem');
		await expect(library.inspector.getByRole('heading', { name: 'Also in 2 sources' })).toBeVisible();
		await expect(also).toHaveText([/Soil.*line 17/s, /Air.*line 17/s]);
		await also.nth(1).getByRole('button').click();
		await expect(scan.reader.getByRole('heading', { level: 1, name: 'Air' })).toBeVisible();
		await expect(scan.line(17)).toBeInViewport();
		await longview.go('Place');
	});
	await test.step('one of its cards is taken out, and undo puts it back', async () => {
		await library.list.getByRole('button', { name: 'in 3 sources' }).click();
		await library.list.getByRole('button', { name: 'Take out of the line' }).first().click();
		await expect(longview.message('The card has a line of its own.')).toBeVisible();
		await expect(library.list.getByRole('button', { name: 'in 2 sources' })).toBeVisible();
		await longview.undo();
		await expect(library.list.getByRole('button', { name: 'in 3 sources' })).toBeVisible();
	});
	await test.step('all of them are kept apart, and undo makes them one line', async () => {
		await library.list.getByRole('button', { name: 'Keep apart' }).click();
		await expect(longview.message('3 cards have lines of their own.')).toBeVisible();
		await expect(gaps).toHaveCount(3);
		await expect(library.list.getByRole('button', { name: /in \d sources/ })).toHaveCount(0);
		await longview.undo();
		await expect(library.list.getByRole('button', { name: 'in 3 sources' })).toBeVisible();
	});
	await test.step('a card of another name joins the line under the name that is chosen', async () => {
		await library.list.getByRole('button', { name: 'in 3 sources' }).click();
		await expect(gaps).toHaveCount(1);
		await gaps.first().click({ modifiers: ['Control'] });
		await library.card(/Lack of training/).click({ modifiers: ['Control'] });
		await library.panel.getByRole('button', { name: 'Merge into one line' }).click();
		const dialog = page.getByRole('dialog', { name: 'Merge into one line' });
		await dialog.getByRole('radio', { name: /Lack of training/ }).check();
		await dialog.getByRole('button', { name: 'Merge 2 lines' }).click();
		await expect(longview.message(/4 cards are one line\./)).toBeVisible();
		await expect(gaps).toHaveCount(0);
		await expect(library.card(/Lack of training/)).toHaveCount(1);
		await expect(library.list.getByRole('button', { name: 'in 3 sources' })).toBeVisible();
		await longview.saved();
		await longview.reload();
		await expect(library.list.getByRole('button', { name: 'in 3 sources' })).toBeVisible();
		await expect(gaps).toHaveCount(0);
	});
	await test.step('what is placed from the line is the card whose name stands, and the line is on the canvas', async () => {
		await library.card(/Lack of training/).click({ modifiers: ['Control'] });
		await library.panel.getByRole('button', { name: 'Place in a lane' }).click();
		await page.getByRole('menuitem').first().click();
		await expect(canvas.cards).toHaveCount(1);
		await expect(canvas.card('Lack of training')).toBeVisible();
		await expect(library.part('On canvas')).toContainText('4');
		await expect(library.card(/Lack of training|Skills gap/i)).toHaveCount(0);
		await longview.undo();
		await longview.undo();
		await expect(gaps).toHaveCount(1);
		await expect(library.card(/Lack of training/)).toHaveCount(1);
	});
});

test('a repair is shown, is undone with what people made of the document, and comes back', async ({ longview, library, scan }) => {
	await longview.openSample();
	await longview.go('Scan');
	await scan.open(newsletter);
	await expect(scan.text).not.toContainText('‚Ä');
	await scan.reader.getByRole('button', { name: 'Undo the repair' }).click();
	await expect(longview.message('as it was before the repair')).toBeVisible();
	await expect(scan.text).toContainText('‚Ä');
	await expect(scan.documents).toHaveCount(4);
	await longview.go('Place');
	await expect(library.kind('All')).toContainText('27');
	await longview.saved();
	await longview.reload();
	await longview.go('Scan');
	await scan.open(newsletter);
	await expect(scan.text).toContainText('‚Ä');
	await longview.undo();
	await expect(longview.message('Taken back')).toBeVisible();
	await scan.open(newsletter);
	await expect(scan.text).not.toContainText('‚Ä');
	await longview.redo();
	await expect(longview.message('Done again')).toBeVisible();
	await scan.open(newsletter);
	await expect(scan.text).toContainText('‚Ä');
});
