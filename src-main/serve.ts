/** The browser host as a process: `serve.js [--port N] [--data DIR] [--open]`. */
import { serve } from './command/serve.ts';
import { exitWith } from './ending.ts';

exitWith(serve(process.argv.slice(2)));
