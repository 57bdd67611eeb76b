/** Electron's side of the ports: the system's own dialogs, file manager and menu. */
import { app, dialog, Menu, shell, type FileFilter, type MenuItemConstructorOptions, type OpenDialogOptions } from 'electron';
import { join } from 'node:path';
import type { Ports, SaveKind } from '../ports.ts';

const workshopFilter: FileFilter = { name: 'Longview workshop', extensions: ['longview'] };
const filters: Record<SaveKind, FileFilter> = {
	workshop: workshopFilter, report: { name: 'PDF', extensions: ['pdf'] }, svg: { name: 'SVG picture', extensions: ['svg'] }, png: { name: 'PNG picture', extensions: ['png'] },
	csv: { name: 'CSV table', extensions: ['csv'] }, xlsx: { name: 'Excel workbook', extensions: ['xlsx'] }, md: { name: 'Markdown', extensions: ['md'] }, docx: { name: 'Word document', extensions: ['docx'] }, html: { name: 'Web page', extensions: ['html'] },
};
const saveTitles: Record<SaveKind, string> = { workshop: 'Save the workshop', report: 'Save the report', svg: 'Save the picture', png: 'Save the picture', csv: 'Save the table', xlsx: 'Save the tables', md: 'Save the scenarios', docx: 'Save the scenarios', html: 'Save the page' };

async function choose(options: OpenDialogOptions): Promise<string[]> {
	const { canceled, filePaths } = await dialog.showOpenDialog(options);
	return canceled ? [] : filePaths;
}

export const electronPorts: Ports = {
	host: 'electron',
	dialogs: {
		chooseFiles: () => choose({ title: 'Import documents', properties: ['openFile', 'multiSelections'] }),
		chooseFolder: () => choose({ title: 'Import a folder of documents', properties: ['openDirectory', 'multiSelections'] }),
		async chooseWorkshopFile() {
			const [path] = await choose({ title: 'Open a workshop file', properties: ['openFile'], filters: [workshopFilter] });
			return path ?? null;
		},
		async chooseDestination(kind, suggestedName) {
			const { canceled, filePath } = await dialog.showSaveDialog({
				title: saveTitles[kind],
				defaultPath: join(app.getPath('documents'), suggestedName),
				filters: [filters[kind]],
				properties: ['createDirectory', 'showOverwriteConfirmation'],
			});
			return canceled || !filePath ? null : filePath;
		},
	},
	reveal: (path) => shell.showItemInFolder(path),
};

/** Undo and redo are the page's own, so the menu leaves their keys to it. */
export function installMenu(platform = process.platform): void {
	const edit: MenuItemConstructorOptions = {
		label: 'Edit',
		submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
	};
	const view: MenuItemConstructorOptions = { label: 'View', submenu: [{ role: 'togglefullscreen' }] };
	const window: MenuItemConstructorOptions = { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'close' }] };
	const first: MenuItemConstructorOptions =
		platform === 'darwin' ? { role: 'appMenu' } : { label: 'File', submenu: [{ role: 'quit' }] };
	Menu.setApplicationMenu(Menu.buildFromTemplate([first, edit, view, window]));
}
