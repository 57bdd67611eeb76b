/** The window's entry. */
import { mount } from 'svelte';
import './ui/tokens.css';
import './ui/ui.css';
import App from './views/App.svelte';
import { facilitatorLock, holdLock } from './views/bigScreen/messages.ts';

// A new address pasted into a window that is here already changes its fragment and nothing else; the token in it is the way in.
addEventListener('hashchange', () => location.hash.includes('token=') && location.reload());

// The big screen ends with the last of the facilitator's windows.
holdLock(facilitatorLock, 'shared');

const target = document.getElementById('app');
if (target) mount(App, { target });
