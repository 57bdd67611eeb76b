/** The projector window's entry: always in the projector's colours, whatever the facilitator's window has. */
import { mount } from 'svelte';
import './ui/tokens.css';
import './ui/ui.css';
import Screen from './views/bigScreen/Screen.svelte';
import Sprite from './ui/Sprite.svelte';

const target = document.getElementById('screen');
if (target) {
	mount(Sprite, { target });
	mount(Screen, { target });
}
