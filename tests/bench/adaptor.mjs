/** The readers as a peer of a shared benchmark: BENCH_ADAPTORS=tests/bench/adaptor.mjs node PATH/run.mjs parse --peers … */
import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

export const parse = { id: 'project', version: 'working tree', kinds: ['md', 'yaml'], module: here('parse/adaptorModule.mjs'), note: 'the readers of this project' };
