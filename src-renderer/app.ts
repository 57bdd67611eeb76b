/** The window's entry. */
import { mount } from 'svelte';
import './ui/tokens.css';
import './ui/ui.css';
import App from './views/App.svelte';

const target = document.getElementById('app');
if (target) mount(App, { target });
