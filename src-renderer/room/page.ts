/** Draws the session: one screen at a time, and over it the bar of the round and the word of a lost connection. */
import type { RoomRound } from '../../src-shared/schemas/room.ts';
import type { App, Drawn } from './app.ts';
import { directionOf } from './direction.ts';
import { el, fill, newName, put, say, show } from './dom.ts';
import { shuffled } from './order.ts';
import { createBanner } from './parts/banner.ts';
import { createTop } from './parts/top.ts';
import { keyOf, screenFor, type Place, type Screen } from './route.ts';
import { cardScreen } from './screens/card.ts';
import { doneScreen } from './screens/done.ts';
import { groupScreen } from './screens/group.ts';
import { joinScreen } from './screens/join.ts';
import { reviewScreen } from './screens/review.ts';
import { startScreen } from './screens/start.ts';
import { closedScreen, lobbyScreen, overScreen, startingScreen } from './screens/waiting.ts';
import type { Session, View } from './view.ts';
import type { Store } from './store.ts';

export function createPage(root: HTMLElement, session: Session, store: Store): void {
	const positionId = newName();
	const spoken = el('p', { class: 'unseen', role: 'status' });
	const top = createTop(positionId, go);
	const banner = createBanner(() => session.tryNow());
	const main = el('main');
	const foot = el('div');
	const problem = el('p', { class: 'problem inside', role: 'alert' });
	fill(root, top.element, banner.element, problem, main, foot, spoken);

	const app: App = { session, order, go, announce: (words) => say(spoken, words), positionId };
	let place = store.read<{ roundId: string; place: Place }>('place');
	let drawn: Drawn | null = null;
	let key = '';
	let before: View | null = null;

	function order(): string[] {
		const round = session.view().state?.round;
		if (!round) return [];
		const ids = round.cards.map(({ id }) => id);
		return round.shuffles ? shuffled(ids, `${session.seed()} ${round.id}`) : ids;
	}
	function go(to: Place) {
		const roundId = session.view().state?.round?.id;
		if (roundId === undefined) return;
		drawn?.leave?.();
		place = { roundId, place: to };
		store.write('place', place);
		draw();
	}

	function draw() {
		const view = session.view();
		const round = view.state?.round ?? null;
		const here = place && place.roundId === round?.id ? place.place : null;
		const screen = screenFor(view, round !== null && session.noted(`started ${round.id}`), order(), here);
		turn(view.state?.language ?? 'en', view.state?.title ?? '');
		if (keyOf(screen) !== key || !drawn) change(screen, round);
		if (round && (screen.name === 'card' || screen.name === 'review')) top.update(view, round, order(), screen.name === 'card' ? screen.cardId : null);
		else top.hide();
		banner.update(view);
		const refused = view.stage === 'inside' && view.connected && screen.name !== 'group' ? (view.refusal?.error ?? '') : '';
		say(problem, refused);
		show(problem, refused !== '');
		drawn?.update(view);
		if (before) news(before, view);
		before = view;
	}
	function change(screen: Screen, round: RoomRound | null) {
		const isFirst = drawn === null;
		key = keyOf(screen);
		drawn = make(app, screen, round);
		put(root, 'data-screen', screen.name);
		put(root, 'class', `phone ${drawn.look}`);
		fill(main, ...drawn.main);
		fill(foot, drawn.foot);
		drawn.update(session.view());
		window.scrollTo(0, 0);
		// Readers and keys follow to the new screen; a page that has only just loaded is read from its start anyway.
		if (!isFirst) main.querySelector('h1')?.focus({ preventScroll: true });
	}
	/** What happened without a screen that says it. */
	function news(old: View, view: View) {
		if (!old.connected && view.connected && view.stage === 'inside') app.announce(view.waiting > 0 ? 'Connected again. Your votes are being sent.' : 'Connected again.');
		else if (old.waiting > 0 && view.waiting === 0 && view.state?.round) app.announce('Your votes have arrived.');
	}

	session.watch(draw);
	// A phone that is laid down may never come back to send what was typed last.
	document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && drawn?.leave?.());
	draw();
}

function make(app: App, screen: Screen, round: RoomRound | null): Drawn {
	const card = screen.name === 'card' ? round?.cards.filter(({ id }) => id === screen.cardId)[0] : undefined;
	if (round && card) return cardScreen(app, round, card);
	switch (screen.name) {
		case 'join':
			return joinScreen(app);
		case 'group':
			return groupScreen(app);
		case 'lobby':
			return lobbyScreen(app);
		case 'over':
			return overScreen();
		case 'closed':
			return closedScreen(app);
		case 'start':
			return startScreen(app, round!);
		case 'review':
			return reviewScreen(app, round!);
		case 'done':
			return doneScreen(app, round!);
		default:
			return startingScreen();
	}
}

/** The page's own words are English and read from the left wherever they stand; what people wrote finds its own direction. */
function turn(language: string, title: string) {
	put(document.documentElement, 'dir', directionOf(language));
	document.title = title === '' ? 'Vote' : `Vote · ${title}`;
}
