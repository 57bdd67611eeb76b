/**
 * This phone in the room: joins, keeps what is answered until the room has it on disk, and comes back by itself after sleep,
 * a lost network or a reload. Screens draw its view and call its commands; there is no DOM in here.
 */
import type { BallotValue, Criterion } from '../../src-shared/schemas/records.ts';
import type { PhoneState, RoomRefusal } from '../../src-shared/schemas/room.ts';
import { changesFor, merged, reasonOf } from './ballot.ts';
import type { Outcome, RoomHttp } from './http.ts';
import type { Line } from './line.ts';
import { cardsOf, createOutbox } from './outbox.ts';
import { createPauses } from './pauses.ts';
import { tidyReason } from './reasonText.ts';
import { createSender } from './sender.ts';
import type { Store } from './store.ts';
import type { Session, Stage, View } from './view.ts';

interface Phone {
	token: string;
	key: string;
	groupAsked: boolean;
}

export interface SessionParts {
	http: RoomHttp;
	store: Store;
	/** @param ask is called on every change. @param over when the room is closed. */
	line: (ask: () => void, over: () => void) => Line;
	now: () => number;
	random: () => number;
	/** A name for one joining, which nobody else makes: at least 16 letters. */
	newAttempt: () => string;
}

export function createSession({ http, store, line: createLine, now, random, newAttempt }: SessionParts): Session {
	let phone = store.read<Phone>('phone');
	let state = phone ? store.read<PhoneState>('state') : null;
	let stage: Stage = state ? 'inside' : 'starting';
	let connected = true;
	let refusal: RoomRefusal | null = null;
	let busy = false;
	let late = 0;
	/** Somebody wants to say another group than the one they said. */
	let regroups = false;
	let ahead = 0;
	let code: string | null = null;
	let codeIsFresh = false;
	let own = store.read<View['own']>('own');
	const listeners: (() => void)[] = [];
	const outbox = createOutbox(store, () => Math.max(now() + ahead, ...(state?.answers ?? []).map(({ seq }) => seq + 1)));
	/** The facilitator has closed the room; it may open again. */
	let isOver = false;
	const line = createLine(() => void refresh(), () => {
		isOver = true;
		tell();
	});

	const roundId = () => state?.round?.id ?? null;
	const tell = () => listeners.forEach((listener) => listener());
	const waiting = () => (roundId() === null ? [] : outbox.waiting(roundId()!));

	const pauses = createPauses(again, random);
	/** What the room has not answered; it may have let this phone in all the same. */
	let unheard: (() => Promise<void>) | null = null;
	function again() {
		if (phone) void refresh();
		else void unheard?.();
	}
	function reached() {
		connected = true;
		isOver = false;
		pauses.over();
	}

	/** @returns whether the answer is one; otherwise what follows from it has been done. */
	function heard<T>(outcome: Outcome<T>): outcome is { is: 'answer'; value: T } {
		if (outcome.is === 'silent') {
			connected = false;
			pauses.next();
			tell();
		} else reached();
		if (outcome.is === 'refused') refused(outcome.refusal);
		return outcome.is === 'answer';
	}
	function refused(reply: RoomRefusal) {
		if (reply.reason === 'unknown phone' || reply.reason === 'replaced') outOf(reply);
		else if (reply.reason === 'round closed' || reply.reason === 'not open') void refresh();
		else {
			refusal = reply;
			pauses.next(reply.after);
		}
		tell();
	}
	/** The room does not know this phone any more. */
	function outOf(reply: RoomRefusal) {
		// Another phone has the votes now; what still waits here would come after its own.
		if (reply.reason === 'replaced') outbox.turnTo(null);
		forget();
		refusal = reply;
		stage = 'outside';
		if (code === null || !codeIsFresh || reply.reason !== 'unknown phone') return;
		codeIsFresh = false;
		void join(code, null);
	}
	function forget() {
		phone = null;
		state = null;
		store.write('phone', null);
		store.write('state', null);
		store.write('noted', null);
		store.write('own', null);
		own = null;
		line.close();
		pauses.over();
	}

	let asking = false;
	let askAgain = false;
	async function refresh(): Promise<void> {
		if (!phone) return;
		if (asking) {
			askAgain = true;
			return;
		}
		asking = true;
		const { token } = phone;
		const outcome = await http.state(token);
		asking = false;
		if (phone?.token === token && heard(outcome)) {
			take(outcome.value);
			line.open(token);
			void flush();
		}
		tell();
		if (askAgain) {
			askAgain = false;
			void refresh();
		}
	}
	function take(next: PhoneState) {
		ahead = Date.parse(next.now) - now() || 0;
		if (state?.round && state.round.id !== next.round?.id) keepOwn(state.round.title, state.answers);
		const missed = outbox.turnTo(next.round?.id ?? null);
		if (next.round) late = 0;
		late += missed;
		state = next;
		if (stage !== 'inside') refusal = null;
		stage = 'inside';
		store.write('state', next);
	}

	function keepOwn(title: string, answers: PhoneState['answers']) {
		own = { title, cards: cardsOf(answers.filter(({ value }) => value !== null)) };
		store.write('own', own);
	}

	const flush = createSender({
		http,
		outbox,
		heard,
		where: () => (phone && roundId() !== null ? { token: phone.token, roundId: roundId()! } : null),
		kept(round, settled) {
			if (refusal?.reason !== 'bad request') refusal = null;
			if (state && state.round?.id === round && settled.length > 0) {
				const all = merged(state.answers, settled);
				state = { ...state, answers: Object.keys(all).map((key) => all[key]!) };
				store.write('state', state);
			}
			tell();
		},
		givenUp(reply) {
			refusal = reply;
			tell();
		},
		later: () => pauses.next(),
	});

	async function join(typed: string, key: string | null): Promise<void> {
		if (busy) return;
		busy = true;
		if (refusal?.reason !== 'replaced' && refusal?.reason !== 'try again') refusal = null;
		tell();
		unheard = null;
		const attempt = store.read<string>('attempt') ?? newAttempt();
		store.write('attempt', attempt);
		const outcome = await http.join({ code: typed, group: null, key, attempt });
		busy = false;
		if (outcome.is === 'answer') {
			reached();
			phone = { token: outcome.value.token, key: outcome.value.key, groupAsked: key !== null };
			store.write('phone', phone);
			store.write('attempt', null);
			refusal = null;
			tell();
			return refresh();
		}
		stage = 'outside';
		connected = outcome.is === 'refused';
		if (outcome.is === 'refused') refusal = outcome.refusal;
		else {
			refusal = { error: 'The room does not answer. This phone keeps trying. Stay in the room’s Wi-Fi.', reason: 'try again' };
			unheard = () => join(typed, key);
			pauses.next();
		}
		tell();
	}

	function put(cardId: string, changes: Partial<Record<Criterion, BallotValue | null>>, reason: string | null) {
		const round = state?.round;
		if (!round) return;
		const given = changesFor(round, view().answers, cardId, changes, reason);
		if (given.length === 0) return;
		refusal = null;
		outbox.put(round.id, given);
		tell();
		void flush();
	}
	const typed = (cardId: string): string | null => (roundId() === null ? null : outbox.draft(roundId()!, cardId));
	const sentReason = (cardId: string): string => (state?.round && reasonOf(state.round, view().answers, cardId)) ?? '';
	const reason = (cardId: string): string => typed(cardId) ?? sentReason(cardId);

	function view(): View {
		const onTheirWay = waiting();
		return {
			stage,
			state,
			answers: merged(state?.answers ?? [], onTheirWay),
			waiting: cardsOf(onTheirWay),
			connected,
			isOver,
			refusal,
			busy,
			asksGroup: !!state && !!phone && state.groups.length > 0 && (regroups || (state.group === null && !phone.groupAsked)),
			late,
			own,
			code,
			ahead,
			lasts: store.lasts(),
		};
	}

	return {
		view,
		watch: (listener) => void listeners.push(listener),
		start(given) {
			code = given;
			codeIsFresh = true;
			if (phone) void refresh();
			else if (code !== null) void join(code, null);
			else stage = 'outside';
			tell();
		},
		join,
		async chooseGroup(group) {
			if (!phone || busy) return;
			busy = true;
			tell();
			const outcome = group === null && state?.group === null ? null : await http.chooseGroup(phone.token, { group });
			busy = false;
			if (outcome === null || heard(outcome)) {
				regroups = false;
				phone = { ...phone, groupAsked: true };
				store.write('phone', phone);
				if (state) state = { ...state, group };
				refusal = null;
			}
			tell();
		},
		askGroup() {
			regroups = true;
			tell();
		},
		answer: (cardId, changes) => put(cardId, changes, tidyReason(reason(cardId))),
		typeReason(cardId, text) {
			const round = roundId();
			if (round !== null) outbox.keepDraft(round, cardId, text);
		},
		sendReason(cardId) {
			put(cardId, {}, tidyReason(reason(cardId)));
		},
		reason,
		noted: (what) => (store.read<string[]>('noted') ?? []).indexOf(what) >= 0,
		note(what) {
			const all = (store.read<string[]>('noted') ?? []).filter((one) => one !== what);
			store.write('noted', all.concat(what).slice(-20));
			tell();
		},
		seed: () => phone?.token ?? '',
		tryNow() {
			pauses.over();
			again();
		},
	};
}
