/** Asks the main process to write a workshop's journal anew as a snapshot, without the lines that tell who did what when. */
import type { Scope } from '../../src-shared/schemas/journal.ts';
import { post } from './client.ts';

export const forgetHistory = async (scope: Scope): Promise<void> => void (await post(`/api/journals/${scope}/forget`, ''));
