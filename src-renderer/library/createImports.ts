/** The import controller on the real API and the real ledger. */
import { importsApi } from '../api/imports.ts';
import type { App } from '../context.ts';
import { ImportController } from './importController.svelte.ts';
import { askForFiles } from './namedFiles.ts';

export const createImports = ({ ledger, records, session }: Pick<App, 'ledger' | 'records' | 'session'>): ImportController =>
	new ImportController({
		api: importsApi,
		commit: (action, documents) => ledger.commit(action, documents),
		knows: (hash) => records.sources.has(hash),
		reads: (workshopId, hash) => records.workshopSources.has(`${workshopId}/${hash}`),
		openWorkshopId: () => records.openWorkshopId,
		hostHasDialogs: session.dialogs,
		askForFiles,
	});
