/** The facilitator's side of the open room. Before a round is closed none of these routes knows a vote; after it, one does. */
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import * as v from 'valibot';
import { changeRoomSchema, makeCodesSchema, openRoomSchema, roomRoundSchema } from '../../src-shared/schemas/room.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { atMost, jsonOf, paramsOf } from './body.ts';

const idParam = v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });
const heartbeatEvery = 15_000;

export function roomRoutes({ room }: Services) {
	return new Hono()
		.get('/', async (c) => {
			await room.ready();
			return c.json(room.state());
		})
		.get('/interfaces', (c) => c.json(room.interfaces()))
		.get('/events', (c) =>
			streamSSE(c, async (stream) => {
				let ended = () => undefined as void;
				const end = new Promise<void>((resolve) => (ended = resolve));
				stream.onAbort(ended);
				// While the window does not read, states do not pile up: the newest is sent when it does.
				let isSending = false;
				let isStale = false;
				const send = async (): Promise<void> => {
					isStale = true;
					if (isSending) return;
					isSending = true;
					while (isStale && !stream.aborted) {
						isStale = false;
						await stream.writeSSE({ event: 'state', data: JSON.stringify(room.state()) });
					}
					isSending = false;
				};
				await room.ready();
				const stop = room.watch(() => void send(), ended);
				const heartbeat = setInterval(() => void stream.write(': still here\n\n'), heartbeatEvery);
				await send();
				await end;
				clearInterval(heartbeat);
				stop();
			}),
		)
		.post('/', atMost(1, 'The room'), jsonOf(openRoomSchema), async (c) => c.json(await room.open(c.req.valid('json'))))
		.patch('/', atMost(1, 'The change'), jsonOf(changeRoomSchema), async (c) => c.json(await room.change(c.req.valid('json'))))
		.delete('/', async (c) => c.json(await room.shut()))
		.post('/codes', atMost(1, 'The request'), jsonOf(makeCodesSchema), async (c) => c.json({ codes: await room.makeCodes(c.req.valid('json').count) }))
		.put('/rounds/:id', atMost(16, 'The round'), paramsOf(idParam), jsonOf(roomRoundSchema), async (c) => {
			const round = c.req.valid('json');
			if (round.id !== c.req.valid('param').id) throw new Refusal(422, 'The round has another id than the one it is put under.');
			return c.json(await room.showRound(round));
		})
		.post('/rounds/:id/close', paramsOf(idParam), async (c) => c.json({ ballots: await room.closeRound(c.req.valid('param').id) }))
		.delete('/rounds/:id', paramsOf(idParam), async (c) => c.json(await room.forgetRound(c.req.valid('param').id)))
		.post('/series/:id/end', paramsOf(idParam), async (c) => c.json(await room.endSeries(c.req.valid('param').id)));
}
