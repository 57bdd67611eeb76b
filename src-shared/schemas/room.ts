/**
 * The open room: what the facilitator's window asks of the main process, and what phones and the room's own small server
 * say to each other. Phones are strangers: everything they send is checked against these shapes and capped.
 */
import * as v from 'valibot';
import { ballotValueSchema, criterionSchema, ballotWays } from './records.ts';
import { kindSchema } from './document.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const short = v.pipe(v.string(), v.maxLength(300));
const long = v.pipe(v.string(), v.maxLength(4000));
const instant = v.pipe(v.string(), v.isoTimestamp());
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Characters, as people count them, that a reason may have. */
export const longestReason = 500;
/** Letters and digits that cannot be taken for each other: 31 of them, six to a code. */
export const codeSigns = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** One of the facilitator's groups (roles, sites) that a participant may choose. */
export const groupSchema = v.object({ id, name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)) });

/** What a phone shows of a card: its words and nothing that a machine or the room said of it. */
export const roomCardSchema = v.object({
	id,
	code: short,
	kind: kindSchema,
	name: short,
	description: v.nullable(long),
	from: v.nullable(long),
	to: v.nullable(long),
});

/** How the room answered one criterion of a card in the round before: votes by value, as Delphi feeds them back. */
export const earlierAnswersSchema = v.object({
	cardId: id,
	criterion: criterionSchema,
	/** By value as text: "1" to "5", a year, "later", "cannot say", or a number of dots. */
	votes: v.record(v.string(), whole(0, 100_000)),
	reasons: v.array(long),
});

/** A round as phones are asked it. */
export const roomRoundSchema = v.object({
	id,
	/** Rounds of one series keep each voter's token apart from people, yet the same from round to round. */
	seriesId: id,
	title: short,
	question: v.pipe(v.string(), v.maxLength(1000)),
	/** Asked together on each card, in this order. */
	criteria: v.pipe(v.array(criterionSchema), v.minLength(1), v.maxLength(6)),
	cards: v.pipe(v.array(roomCardSchema), v.maxLength(500)),
	/** First year of the ten that timing asks about. */
	baseYear: whole(1900, 2200),
	/** Dots that each person may give away, where the criterion is dots. */
	dots: v.nullable(whole(1, 100)),
	asksReason: v.boolean(),
	/** Each phone has the cards in an order of its own. */
	shuffles: v.boolean(),
	earlier: v.array(earlierAnswersSchema),
});

/** The clock of a round: it runs out on screens only, and closes nothing by itself. `left` is in seconds and holds while it is paused. */
export const clockSchema = v.object({ total: whole(1, 86_400), endsAt: v.nullable(instant), left: v.nullable(whole(0, 86_400)) });

// The facilitator's side, under /api/room.

export interface NetworkInterface {
	name: string;
	address: string;
	/** A guess from the name and the address: what phones can most likely reach comes first in the list. */
	kind: 'hotspot' | 'wireless' | 'wired' | 'virtual' | 'other';
}

/** The network that the facilitator tells people to join; never read from this computer. */
export const wifiSchema = v.object({ network: v.pipe(v.string(), v.minLength(1), v.maxLength(64)), password: v.pipe(v.string(), v.maxLength(64)) });

export const openRoomSchema = v.object({
	workshopId: id,
	title: short,
	address: v.pipe(v.string(), v.ip()),
	/** 0 for any free one; else the room keeps this one. */
	port: whole(0, 65_535),
	wifi: v.nullable(wifiSchema),
	/** Most people who may join. */
	cap: whole(1, 1000),
	/** Each person joins with a printed code of their own that works once, in place of the code on the wall. */
	strict: v.boolean(),
	groups: v.pipe(v.array(groupSchema), v.maxLength(12)),
	language: v.optional(v.pipe(v.string(), v.maxLength(35)), 'en'),
});

/** What can change while the room is open. */
export const changeRoomSchema = v.partial(v.object({ locked: v.boolean(), cap: whole(1, 1000), wifi: v.nullable(wifiSchema), clock: v.nullable(clockSchema) }));

export const makeCodesSchema = v.object({ count: whole(1, 1000) });

/** Counts alone: never a value, never a person, never an order. */
export interface RoomTurnout {
	roundId: string;
	/** Answered at least one card. */
	voted: number;
	/** Answered every card by every criterion. */
	finished: number;
	/** Answers by card: people who answered it by at least one criterion. */
	byCard: Record<string, number>;
}

/** What `GET /api/room` answers, and each event of `GET /api/room/events` in full. */
export interface RoomState {
	open: {
		workshopId: string;
		address: string;
		port: number;
		/** As people type it and as the second QR code holds it. */
		url: string;
		/** Six signs; with the address it is all that it takes to join, unless the room is strict. */
		code: string;
		wifi: v.InferOutput<typeof wifiSchema> | null;
		locked: boolean;
		strict: boolean;
		cap: number;
		groups: v.InferOutput<typeof groupSchema>[];
		joined: number;
		/** Phones that are listening now. */
		connected: number;
		/** When a phone last reached the check page; null until one has. */
		reachedAt: string | null;
		clock: v.InferOutput<typeof clockSchema> | null;
		/** Single-use codes made and not used yet. */
		unusedCodes: number;
	} | null;
	/** Of the round that phones may answer now, or of one that was closed and not collected yet. */
	turnout: RoomTurnout | null;
	/** The room had to close by itself, as a sentence: its network is gone, its port was taken. */
	problem: string | null;
}

/** Ballots as they leave the room when a round closes: under names that stand for nobody, in no order; groups under 3 are in none. */
export const collectedBallotSchema = v.object({
	participant: id,
	cardId: id,
	criterion: criterionSchema,
	value: ballotValueSchema,
	reason: v.nullable(v.string()),
	way: v.picklist(ballotWays),
	group: v.nullable(id),
});

// The phones' side.

/** `code` is the wall's or one's own; `key` is the spare key of a phone that was lost, and takes its place. */
export const joinSchema = v.object({
	code: v.pipe(v.string(), v.maxLength(20)),
	group: v.optional(v.nullable(id), null),
	key: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(20))), null),
	/**
	 * Random, made by the page once for each person who joins on it, and sent again where no answer came: joining twice with
	 * it is joining once.
	 */
	attempt: v.optional(v.nullable(v.pipe(v.string(), v.minLength(16), v.maxLength(64))), null),
});
export interface Joined {
	/** 128 random bits: all that a phone is known by. */
	token: string;
	/** By which another phone may take this one's place. */
	key: string;
}

/** `POST /group`, by a phone that joined: the facilitator's groups are told to those who are in only. */
export const chooseGroupSchema = v.object({ group: v.nullable(id) });

/** `value` null takes the answer back. */
export const answerSchema = v.object({
	cardId: id,
	criterion: criterionSchema,
	value: v.nullable(ballotValueSchema),
	reason: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(4000))), null),
	/** Counts up with every answer of this phone: an older one that arrives late changes nothing. */
	seq: whole(1, Number.MAX_SAFE_INTEGER),
});
export const castSchema = v.object({ roundId: id, answers: v.pipe(v.array(answerSchema), v.minLength(1), v.maxLength(50)) });

/** What a phone is told, at joining, on every change, and when it comes back. */
export interface PhoneState {
	title: string;
	language: string;
	groups: v.InferOutput<typeof groupSchema>[];
	/** Whose answers are to be given now; null between rounds. */
	round: v.InferOutput<typeof roomRoundSchema> | null;
	/** Changes with every opening, so that a phone knows its stored answers for old. */
	epoch: number;
	clock: v.InferOutput<typeof clockSchema> | null;
	/** The server's time, for the clock. */
	now: string;
	/** This phone's own answers, as they are on disk. */
	answers: v.InferOutput<typeof answerSchema>[];
	key: string;
	group: string | null;
	/** The round that closed last: what it is called, and how many people's votes were counted in it. */
	closed: { title: string; counted: number } | null;
}

/** Refusals carry a sentence for people and a word for the page. */
export interface RoomRefusal {
	error: string;
	reason: 'wrong code' | 'too many tries' | 'locked' | 'full' | 'used code' | 'unknown phone' | 'round closed' | 'replaced' | 'not open' | 'bad request' | 'try again';
	/** Seconds to wait, where waiting helps. */
	after?: number;
}

export type Group = v.InferOutput<typeof groupSchema>;
export type RoomCard = v.InferOutput<typeof roomCardSchema>;
export type RoomRound = v.InferOutput<typeof roomRoundSchema>;
export type EarlierAnswers = v.InferOutput<typeof earlierAnswersSchema>;
export type Clock = v.InferOutput<typeof clockSchema>;
export type Wifi = v.InferOutput<typeof wifiSchema>;
export type OpenRoom = v.InferOutput<typeof openRoomSchema>;
export type ChangeRoom = v.InferOutput<typeof changeRoomSchema>;
export type CollectedBallot = v.InferOutput<typeof collectedBallotSchema>;
export type Join = v.InferOutput<typeof joinSchema>;
export type ChooseGroup = v.InferOutput<typeof chooseGroupSchema>;
export type Answer = v.InferOutput<typeof answerSchema>;
export type Cast = v.InferOutput<typeof castSchema>;
