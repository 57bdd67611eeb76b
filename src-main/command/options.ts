/** Options of the command line, and the one sentence for one that does not fit. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What was typed cannot be understood; the message says what to type. */
export class UsageError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'UsageError';
	}
}

/** @throws UsageError */
export function parseOptions<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
	try {
		return parseArgs({ args, options, allowPositionals: true });
	} catch (error) {
		const [sentence = ''] = (error as Error).message.split(/\. |\n/);
		throw new UsageError(`${sentence.replace(/\.$/, '')}. Type --help for what there is.`);
	}
}

/** @throws UsageError */
export function portNumber(given: string | undefined): number | undefined {
	if (given === undefined) return undefined;
	const port = Number(given);
	if (!/^\d+$/.test(given) || port < 1 || port > 65535) throw new UsageError(`${given} is not a port. Give a number from 1024 to 65535.`);
	return port;
}
