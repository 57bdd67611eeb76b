/** The lines of the room's journal. Each is an event; the room is what they add up to. */
import * as v from 'valibot';
import { answerSchema, changeRoomSchema, openRoomSchema, roomRoundSchema } from '../../src-shared/schemas/room.ts';

export const linesVersion = 1;

const id = v.string();
const line = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) => v.object({ type: v.literal(type), ...entries });

export const lineSchema = v.variant('type', [
	line('begun', { version: v.number() }),
	/** `settings` has the port that was got. `at` is the time of opening, and the phones' epoch. */
	line('opened', { settings: openRoomSchema, code: v.string(), at: v.number() }),
	line('changed', { change: changeRoomSchema }),
	line('closed', {}),
	line('codes made', { codes: v.array(v.string()) }),
	line('code used', { code: v.string() }),
	/** `mark` recognises a token, `attempt` the joining that it was given for. Null for someone who is in no room any more, but whose votes are still here. */
	line('joined', { voter: id, mark: v.nullable(v.string()), attempt: v.nullable(v.string()), key: v.nullable(v.string()), group: v.nullable(id) }),
	line('replaced', { voter: id, mark: v.string(), attempt: v.nullable(v.string()), key: v.string() }),
	/** Marks of tokens that another phone has taken over. */
	line('retired', { marks: v.array(v.string()) }),
	line('group chosen', { voter: id, group: v.nullable(id) }),
	line('series begun', { series: id, secret: v.string() }),
	line('round shown', { round: roomRoundSchema }),
	line('voted', { voter: id, round: id, answers: v.array(answerSchema) }),
	line('round closed', { round: id }),
	/** The round that was collected last, which is here no longer. */
	line('round collected', { round: id, title: v.string(), counted: v.number() }),
]);

export type Line = v.InferOutput<typeof lineSchema>;
