/** Keys that are letters where one types, and commands elsewhere. */
export function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
	return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}

/** A letter pressed by itself, where it stands for a command: not in a field, a list to choose from, a menu or a dialog. */
export function isCommandKey(event: KeyboardEvent): boolean {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
	const { target } = event;
	if (isTyping(target) || target instanceof HTMLSelectElement || document.querySelector('dialog[open]')) return false;
	return !(target instanceof Element && target.closest('[role=menu], [role=listbox]'));
}
