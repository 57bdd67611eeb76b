/** Keys that work wherever the focus is; those that people type are left to the field they type in. */
import { steps, type Step } from '../desk.svelte.ts';
import { isTyping } from '../ui/typing.ts';

interface Commands {
	step: (step: Step) => void;
	undo: () => void;
	redo: () => void;
	save: () => void;
	/** Elsewhere it leads to the Report step, where the same key exports. */
	report: () => void;
	keys: () => void;
	bigScreen: () => void;
	palette: () => void;
	history: () => void;
}

const panels = '[data-panel]';

export function windowKeys(commands: Commands): (event: KeyboardEvent) => void {
	return (event) => {
		if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
		if (run(event, commands)) event.preventDefault();
	};
}

function run(event: KeyboardEvent, commands: Commands): boolean {
	const key = event.key.toLowerCase();
	if (key === 'f6') return nextPanel(event.shiftKey ? -1 : 1);
	if (key === 'f5' && !event.ctrlKey && !event.shiftKey) {
		commands.bigScreen();
		return true;
	}
	const typing = isTyping(event.target);
	if (event.ctrlKey || event.metaKey) {
		if (key === 's') commands.save();
		else if (key === 'p') commands.report();
		else if (key === 'k') commands.palette();
		else if (key === 'h' && !event.metaKey) commands.history();
		else if (/^[1-9]$/.test(key)) return goTo(Number(key), commands);
		else if (typing) return false;
		else if (key === 'z' && !event.shiftKey) commands.undo();
		else if (key === 'y' || key === 'z') commands.redo();
		else return false;
		return true;
	}
	if (typing || event.altKey || key !== '?') return false;
	commands.keys();
	return true;
}

function goTo(number: number, commands: Commands): boolean {
	const step = steps[number - 1];
	if (step) commands.step(step);
	return step !== undefined;
}

/** F6 walks the panels of the screen, as desktop programs do. */
function nextPanel(by: 1 | -1): boolean {
	const all = [...document.querySelectorAll<HTMLElement>(panels)];
	if (all.length === 0) return false;
	const now = all.findIndex((panel) => panel.contains(document.activeElement));
	const panel = all[(now + by + all.length) % all.length];
	panel?.setAttribute('tabindex', '-1');
	panel?.focus();
	return true;
}
