/** The walls between the rooms stand: an import through one is an error, a door that is meant is not. */
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint();

async function problems(filePath: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code, { filePath });
	return (result?.messages ?? []).filter(({ severity }) => severity === 2).map(({ ruleId, message }) => ruleId ?? message);
}

const walls: [string, string, string][] = [
	['src-shared reaches into a room', 'src-shared/domain/wall.ts', "export { appRoot } from '../../src-main/paths.ts';"],
	['src-shared uses Node', 'src-shared/domain/wall.ts', "export { join } from 'node:path';"],
	['the readers use Hono', 'src-main/imports/wall.ts', "export { Hono } from 'hono';"],
	['the reports use another room', 'src-main/reports/wall.ts', "export { readDocument } from '../imports/readDocument.ts';"],
	['the vote uses Hono', 'src-main/voting/wall.ts', "export { Hono } from 'hono';"],
	['the vote knows the network', 'src-main/voting/wall.ts', "export { Pulse } from '../room/pulse.ts';"],
	['phones reach the facilitator’s routes', 'src-main/room/wall.ts', "export { journalRoutes } from '../api/journals.ts';"],
	['the phones’ room uses Electron', 'src-main/room/wall.ts', "export { app } from 'electron';"],
	['a route uses Electron', 'src-main/api/wall.ts', "export { app } from 'electron';"],
	['the browser entry uses Electron', 'src-main/serve.ts', "export { app } from 'electron';"],
	['a capability imports another', 'src-renderer/board/wall.ts', "export * from '../runsheet/commands.ts';"],
	['a component uses Dexie', 'src-renderer/library/wall.ts', "export { Dexie } from 'dexie';"],
	['the renderer imports the main process', 'src-renderer/views/wall.ts', "export { appRoot } from '../../src-main/paths.ts';"],
	['the canvas’s rules use Svelte', 'src-renderer/board/states/wall.ts', "export { tick } from 'svelte';"],
	['the canvas’s rules use the DOM', 'src-renderer/board/interaction.ts', 'export const width = window.innerWidth;'],
	['the phone page ships a schema', 'src-renderer/room/wall.ts', "export { longestReason } from '../../src-shared/schemas/room.ts';"],
	['an end-to-end test looks into the source', 'tests/e2e/wall.ts', "export { newId } from '../../src-shared/domain/ids.ts';"],
];

test.each(walls)('it is an error when %s', async (_, file, code) => {
	const found = await problems(file, code);
	expect(found.filter((rule) => /no-restricted|no-undef/.test(rule))).not.toEqual([]);
});

const doors: [string, string, string][] = [
	['a capability uses the working record', 'src-renderer/board/door.ts', "export { placing } from '../db/cardUse.ts';"],
	['a view brings capabilities together', 'src-renderer/views/door.ts', "export * from '../runsheet/commands.ts';"],
	['the readers use the shared schemas', 'src-main/imports/door.ts', "export { kinds } from '../../src-shared/schemas/document.ts';"],
	['the phones’ room uses the vote', 'src-main/room/door.ts', "export { RoomRefused } from '../voting/refused.ts';"],
	['the vote uses the disk', 'src-main/voting/door.ts', "export { writeWhole } from '../store/wholeFile.ts';"],
	['the Electron entry uses Electron', 'src-main/main.ts', "export { app } from 'electron';"],
];

test.each(doors)('it is allowed that %s', async (_, file, code) => {
	expect(await problems(file, code)).toEqual([]);
});
