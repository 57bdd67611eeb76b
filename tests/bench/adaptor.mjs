/** This project as a peer of a shared benchmark: BENCH_ADAPTORS=tests/bench/adaptor.mjs node PATH/run.mjs parse|canvas|pdf --peers … */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

export const parse = { id: 'project', version: 'working tree', kinds: ['md', 'yaml'], module: here('parse/adaptorModule.mjs'), note: 'the readers of this project' };

export const pdf = { id: 'project', version: 'working tree', module: here('pdf/adaptorModule.mjs'), note: 'the report of this project, tagged' };

const isCanvas = process.argv.includes('canvas') && !process.argv.includes('--list');
/** 30 steps of this wheel go from 100 % to where all cards are in view. */
export const canvas = isCanvas
	? {
		id: 'project',
		version: 'working tree',
		dir: await (await import('./canvas/build.mjs')).buildPage(dirname(process.argv[1])),
		wheelDelta: 8.6,
		wheelCtrl: true,
		note: 'the canvas of this project with its stores',
	}
	: [];
