/**
 * For tests with random inputs: prints the run's seed, failed or not, so that the same inputs can be had again with
 * LONGVIEW_TEST_SEED=… npx vitest run src-main/imports.
 */
import fc from 'fast-check';
import { vi } from 'vitest';

export const seed = Number(process.env.LONGVIEW_TEST_SEED) || Math.floor(Math.random() * 2 ** 31);
fc.configureGlobal({ seed });
// A hundred inputs may take seconds where other tests share the machine.
vi.setConfig({ testTimeout: 30_000 });
process.stdout.write(`Random inputs for the readers: seed ${seed}\n`);
