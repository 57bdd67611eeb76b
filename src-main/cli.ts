/** The command line: the same code as the app, without its window. */
import { inspect } from './imports/inspect.ts';
import { parseOptions, UsageError } from './command/options.ts';
import { exportCommand } from './command/export.ts';
import { report } from './command/report.ts';
import { serve } from './command/serve.ts';
import { exitWith } from './ending.ts';
import { appVersion } from './services.ts';

const help = `longview inspect PATH... --json     one line of JSON for each document; folders are walked
longview inspect FILE --text        a document's whole text after decoding and repair
longview inspect PATH...            what was found in each, for people
longview report FILE.longview|PATH... -o OUT.pdf [--document report|cards|scenario-sheets|ballot|questions|poster]
                [--large-print] [--paper A4|Letter] [--language en|fr|de|es] [--backs] [--poster A3|A2|A1|A0] [--tiled]
                                    given documents in place of a workshop file: a draft workshop of their cards
longview export FILE.longview --format csv|xlsx|md|docx|html -o OUT [--language en|fr|de|es]
                                    the ranked tables, the scenarios, or everything as one page that opens offline
longview serve [--port N] [--data DIR]
                                    Longview for a browser on this computer, without opening a window
longview --help | --version
`;

async function inspectCommand(args: string[]): Promise<number> {
	const { values, positionals } = parseOptions(args, { json: { type: 'boolean', default: false }, text: { type: 'boolean', default: false } });
	if (positionals.length === 0) throw new UsageError('Name at least one file or folder to inspect.');
	if (values.json && values.text) throw new UsageError('Say either --json or --text, not both.');
	return inspect(positionals, { ...values, write: (chunk) => void process.stdout.write(chunk) });
}

const commands: Record<string, (args: string[]) => Promise<number>> = { inspect: inspectCommand, report, export: exportCommand, serve };

async function run([name, ...args]: string[]): Promise<number> {
	if (name === undefined || name === '--help' || name === 'help' || args.includes('--help')) {
		process.stdout.write(help);
		return name === undefined ? 2 : 0;
	}
	if (name === '--version') {
		process.stdout.write(`${appVersion()}\n`);
		return 0;
	}
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) throw new UsageError(`There is no command ${name}. Type --help for what there is.`);
	return command(args);
}

// A reader that has gone, as `head` does, ends it quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
exitWith(run(process.argv.slice(2)));
