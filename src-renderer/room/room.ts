/** The phone page: puts its parts together and wakes them when the phone does. */
import './theme.css';
import './room.css';
import './ballot.css';
import './questions.css';
import { codeInFragment } from './code.ts';
import { createHttp } from './http.ts';
import { createLine } from './line.ts';
import { createPage } from './page.ts';
import { createSession } from './session.ts';
import { createStore } from './store.ts';

/** Reading `localStorage` itself throws where a browser keeps nothing. */
function browserStorage(): Storage | null {
	try {
		return window.localStorage;
	} catch {
		return null;
	}
}

/** 128 random bits, without what only secure contexts have. */
function newAttempt(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte + 256).toString(16).slice(1)).join('');
}

const store = createStore(browserStorage());
const session = createSession({
	http: createHttp(window.fetch.bind(window)),
	store,
	line: (ask, over) => createLine({ stream: (token) => new EventSource(`events?token=${encodeURIComponent(token)}`), ask, over, random: Math.random }),
	now: Date.now,
	random: Math.random,
	newAttempt,
});

createPage(document.getElementById('room')!, session, store);
session.start(codeInFragment(location.hash));
// By this the facilitator knows that phones get here, before anyone joins.
window.fetch('check').catch(() => undefined);

const wake = () => {
	if (document.visibilityState === 'visible') session.tryNow();
};
document.addEventListener('visibilitychange', wake);
window.addEventListener('pageshow', wake);
window.addEventListener('online', wake);
window.addEventListener('offline', wake);
window.addEventListener('hashchange', () => session.start(codeInFragment(location.hash)));
