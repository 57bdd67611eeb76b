/** This project as a peer of a shared benchmark: BENCH_ADAPTORS=tests/bench/adaptor.mjs node PATH/run.mjs parse|canvas|pdf --peers … */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

export const parse = { id: 'project', version: 'working tree', kinds: ['md', 'yaml'], module: here('parse/adaptorModule.mjs'), note: 'the readers of this project' };

export const pdf = { id: 'project', version: 'working tree', module: here('pdf/adaptorModule.mjs'), note: 'the report of this project, tagged' };

const isCanvas = process.argv.includes('canvas') && !process.argv.includes('--list');
const builder = isCanvas ? await import('./canvas/build.mjs') : null;
const peers = dirname(process.argv[1]);
const project = builder && {
	id: 'project',
	version: 'working tree',
	dir: await builder.buildPage(peers),
	/** 30 steps of this wheel go from 100 % to where all cards are in view. */
	wheelDelta: 8.6,
	wheelCtrl: true,
	note: 'the canvas of this project with its stores',
};
/** Many cards dragged as one are compared with their own floor, and only where they are asked for. */
export const canvas = builder
	? [
		project,
		{ ...project, id: 'project-together', variant: 'together', optional: true, note: '200 cards dragged together' },
		{ id: 'floor-together', version: '', dir: await builder.buildPage(peers, 'floorTogether'), variant: 'together', optional: true, wheelDelta: 4.62, note: 'bare DOM, 200 cards dragged together' },
	]
	: [];
