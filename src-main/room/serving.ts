/** A room that phones can reach: the server, what it answers with, and who is listening to it. */
import type { Voting } from '../voting/voting.ts';
import { createPhoneApp } from './app.ts';
import type { Guesses } from './guesses.ts';
import { Listeners } from './listeners.ts';
import type { Pace } from './pace.ts';
import type { Patience } from './patience.ts';
import { phonePageFiles } from './phonePage.ts';
import { startPhoneServer, type PhoneServer, type SocketLimits } from './server.ts';

export interface Serving {
	readonly server: PhoneServer;
	readonly listeners: Listeners;
	/** @param isOver phones need not look for it any more. */
	stop(isOver?: boolean): Promise<void>;
}

interface ServingOptions {
	voting: Voting;
	guesses: Guesses;
	pace: Pace;
	patience: Patience;
	pageFolders: readonly string[];
	address: string;
	port: number;
	limits?: Partial<SocketLimits>;
	/** Told which address reached the check page. */
	onCheck: (from: string) => void;
	/** Told when the number of phones that listen has changed. */
	onCount: () => void;
}

/** @throws Refusal with a sentence where the address is gone or the port is taken. */
export async function startServing({ pageFolders, address, port, limits, patience, onCount, ...rest }: ServingOptions): Promise<Serving> {
	const files = await phonePageFiles(pageFolders);
	const listeners = new Listeners(onCount);
	const app = createPhoneApp({ ...rest, patience, listeners, files });
	try {
		const server = await startPhoneServer({ address, port, patience, fetch: (request, env) => app.fetch(request, env), ...(limits ? { limits } : {}) });
		const stop = async (isOver = false) => {
			await listeners.close(isOver);
			await server.close();
		};
		return { server, listeners, stop };
	} catch (error) {
		void listeners.close();
		throw error;
	}
}
