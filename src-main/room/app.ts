/** What phones may ask of the room: its page, to join, what is asked of them, and to answer it. Nothing else is here. */
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono, type Context } from 'hono';
import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { castSchema, chooseGroupSchema, joinSchema, type RoomRefusal } from '../../src-shared/schemas/room.ts';
import { Refusal } from '../refusal.ts';
import { RoomRefused } from '../voting/refused.ts';
import { tokenMark } from '../voting/secrets.ts';
import type { Voting } from '../voting/voting.ts';
import type { Guesses } from './guesses.ts';
import type { Listeners } from './listeners.ts';
import type { Pace } from './pace.ts';
import type { Patience } from './patience.ts';
import type { PageFile } from './phonePage.ts';

interface PhoneApp {
	voting: Voting;
	guesses: Guesses;
	pace: Pace;
	patience: Patience;
	listeners: Listeners;
	files: Map<string, PageFile>;
	/** Told which address reached the check page. */
	onCheck: (from: string) => void;
}

type Env = { Bindings: HttpBindings };
type C = Context<Env>;

export function createPhoneApp({ voting, guesses, pace, patience, listeners, files, onCheck }: PhoneApp) {
	const tokenOf = (c: C): string => /^Bearer ([\w-]{1,100})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';

	async function join(c: C) {
		const from = addressOf(c);
		guesses.check(from);
		try {
			return reply(c, JSON.stringify(await voting.door.join(await bodyOf(c, joinSchema))));
		} catch (error) {
			if (error instanceof RoomRefused && (error.reason === 'wrong code' || error.reason === 'used code')) guesses.wrong(from);
			throw error;
		}
	}

	async function cast(c: C) {
		const token = tokenOf(c);
		pace.spend(voting.door.voterOf(token).id, Number(c.req.header('content-length') ?? 0));
		return reply(c, JSON.stringify({ kept: await voting.cast(token, await bodyOf(c, castSchema)) }));
	}

	function listen(c: C): Response {
		const token = c.req.query('token') ?? '';
		voting.door.voterOf(token);
		listeners.add(tokenMark(token), c.env.outgoing);
		return RESPONSE_ALREADY_SENT;
	}

	return new Hono<Env>()
		.onError(async (error, c) => {
			await patience.hold(addressOf(c));
			return answerRefused(error, c);
		})
		.post('/join', join)
		.get('/state', (c) => reply(c, voting.stateOf(tokenOf(c), new Date())))
		.post('/cast', cast)
		.post('/group', async (c) => {
			await voting.door.chooseGroup(tokenOf(c), (await bodyOf(c, chooseGroupSchema)).group);
			return reply(c, '{}');
		})
		.get('/events', listen)
		.get('/check', (c) => {
			onCheck(addressOf(c));
			return c.html(checkPage);
		})
		.get('*', (c) => {
			const file = files.get(c.req.path);
			if (!file) throw new RoomRefused('bad request', c.req.path === '/' ? 'Longview’s page for phones has not been built.' : 'There is nothing here. Go to the address on the wall.', { status: 404 });
			return sendFile(c, file);
		})
		.all('*', () => {
			throw new RoomRefused('bad request', 'The room does not know this request.', { status: 404 });
		});
}

const checkPage = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Longview</title><h1>This phone reaches the room</h1><p>Phones on this network can vote. You can close this page.</p></html>`;

const addressOf = (c: C): string => c.env.incoming.socket.remoteAddress ?? '';

async function bodyOf<S extends v.GenericSchema>(c: C, schema: S): Promise<v.InferOutput<S>> {
	const result = v.safeParse(schema, parsed(await textOf(c.env.incoming)));
	if (result.success) return result.output;
	throw new RoomRefused('bad request', 'The room cannot read what this page sent. Load the page again.');
}

/** The guard has seen to it that this is short, and the server that it ends. */
function textOf(incoming: IncomingMessage): Promise<string> {
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		// What is cut off in the middle is no JSON.
		incoming.on('close', () => resolve(Buffer.concat(chunks).toString()));
		incoming.on('end', () => resolve(Buffer.concat(chunks).toString()));
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Straight to the socket: the way through a Response takes twice the time, when a whole hall votes at once. */
function reply(c: C, json: string, status = 200, headers: Record<string, string> = {}): Response {
	c.env.outgoing.writeHead(status, { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }).end(json);
	return RESPONSE_ALREADY_SENT;
}

function sendFile(c: C, { type, bytes, gzipped, keeps }: PageFile): Response {
	const zip = gzipped !== null && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
	return c.body(zip ? gzipped : bytes, 200, {
		'content-type': type,
		vary: 'accept-encoding',
		'cache-control': keeps ? 'public, max-age=31536000, immutable' : 'no-store',
		...(zip ? { 'content-encoding': 'gzip' } : {}),
	});
}

export const refusalBody = ({ message, reason, after }: RoomRefused): RoomRefusal => ({ error: message, reason, ...(after === undefined ? {} : { after }) });

/** What goes wrong here is not the phone's fault and may pass: it keeps its answers and tries again. */
function answerRefused(error: unknown, c: C): Response {
	const refused = error instanceof RoomRefused ? error : new RoomRefused('try again', 'The room cannot keep votes right now. Yours are kept on this phone; tell the facilitator.', { after: 5 });
	if (!(error instanceof RoomRefused) && !(error instanceof Refusal)) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	return reply(c, JSON.stringify(refusalBody(refused)), refused.status, refused.after === undefined ? {} : { 'retry-after': String(refused.after) });
}
