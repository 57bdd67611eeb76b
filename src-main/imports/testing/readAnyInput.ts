/**
 * Gives the readers random inputs, in a process of its own, so that what it takes of memory is the readers' alone:
 * node --expose-gc --import tsx readAnyInput.ts RUNS SEED. Prints what it measured as one line of JSON.
 */
import fc from 'fast-check';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as v from 'valibot';
import { guessMapping } from '../../../src-shared/domain/columnGuess.ts';
import { parsedDocumentSchema, type ParsedDocument } from '../../../src-shared/schemas/document.ts';
import { readCsv } from '../csv.ts';
import { repairMojibake } from '../mojibake.ts';
import { readDocument } from '../readDocument.ts';
import { collectWarnings } from '../reading.ts';
import { sheetDocument } from '../sheetDocument.ts';
import { UnreadableDocument } from '../unreadable.ts';
import { anyDocument, anyTable, anyText } from './anyInput.ts';

export interface Measured {
	inputs: number;
	/** Milliseconds of processor time of the slowest input: other programs of the machine have no part in it. */
	slowest: number;
	/** Bytes that the process has grown by since its first inputs. */
	growth: number;
	/** Names that prototypes have and had not before. */
	added: string[];
}

const [runs, seed] = process.argv.slice(2).map(Number) as [number, number];
const prototypes = [Object.prototype, Array.prototype, String.prototype, Map.prototype, Function.prototype, RegExp.prototype, Uint8Array.prototype];
const namesOf = (): string[] => prototypes.flatMap((prototype) => Reflect.ownKeys(prototype).map(String));
let inputs = 0;
let slowest = 0;

/** @throws whatever is no sentence for the facilitator. */
function readOrRefuse(read: () => ParsedDocument): void {
	const before = process.cpuUsage();
	try {
		check(read());
	} catch (error) {
		if (!(error instanceof UnreadableDocument) || !/^[A-Z].{10,}\.$/s.test(error.message)) throw error;
	} finally {
		const { user, system } = process.cpuUsage(before);
		slowest = Math.max(slowest, (user + system) / 1000);
		inputs++;
	}
}

function check(document: ParsedDocument): void {
	v.parse(parsedDocumentSchema, document);
	const addresses = [document.url, ...document.links.map(({ url }) => url), ...document.related.map(({ url }) => url)];
	const wrong = addresses.find((address) => address !== null && !/^(?:https?:\/\/|mailto:)/i.test(address));
	if (wrong) throw new Error(`An address got through: ${wrong}`);
}

function readTable(bytes: Uint8Array): ParsedDocument {
	const { warn, warnings } = collectWarnings();
	const table = readCsv(bytes, 'any.csv', warn);
	return sheetDocument(bytes, 'any.csv', table, guessMapping(table.sheets), warnings());
}

function repairOnce(broken: string): void {
	const { text, repairs } = repairMojibake(broken);
	if ((text === broken) !== (repairs.length === 0)) throw new Error('A text changed without a repair, or did not change with one.');
	inputs++;
}

function readAll(count: number): void {
	const options = (share: number) => ({ numRuns: Math.ceil(count * share), seed });
	fc.assert(fc.property(anyDocument, (bytes) => readOrRefuse(() => readDocument(bytes, 'any'))), options(0.8));
	fc.assert(fc.property(anyTable, (bytes) => readOrRefuse(() => readTable(bytes))), options(0.15));
	fc.assert(fc.property(anyText, repairOnce), options(0.05));
}

/** What is kept, not what the collector of garbage has yet to give back, which it does in turns. */
async function memory(): Promise<number> {
	for (let turn = 0; turn < 4; turn++) {
		globalThis.gc!();
		await nextTurn();
	}
	return process.memoryUsage.rss();
}

// What the readers need is loaded, and compiled, before it is measured.
readAll(2000);
[inputs, slowest] = [0, 0];
const [names, before] = [new Set(namesOf()), await memory()];
readAll(runs);
const measured: Measured = { inputs, slowest, growth: (await memory()) - before, added: namesOf().filter((name) => !names.has(name)) };
process.stdout.write(`${JSON.stringify(measured)}\n`);
