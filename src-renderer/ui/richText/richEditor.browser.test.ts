import { userEvent } from 'vitest/browser';
import { TextSelection } from 'prosemirror-state';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RichCard } from './cards.ts';
import { heading, insertHeading, link, list } from './editing.ts';
import { pickingOf } from './picking.ts';
import { RichEditor } from './richEditor.ts';

const cards: RichCard[] = [
	{ id: 'a', kind: 'signal', code: 'S2', name: 'Open weights' },
	{ id: 'b', kind: 'issue', code: 'I3', name: 'Rules ask for openness' },
];
let place: HTMLElement;
let editor: RichEditor;
let markdown: string;
let flushes: number;
let opened: string[];

function open(text: string) {
	markdown = text;
	editor = new RichEditor({
		place, markdown: text,
		attributes: () => ({ role: 'textbox', 'aria-label': 'Narrative' }),
		placeholder: () => 'It is 2036.',
		cards: () => ({ face: (id) => cards.find((card) => card.id === id), offered: () => [{ name: 'Feeding', cards }] }),
		onchange: (written) => (markdown = written),
		onflush: () => flushes++,
		onstate: () => undefined,
		onopencard: (id) => opened.push(id),
		onpickerkey: () => false,
	});
	editor.focus();
}
const undo = () => userEvent.keyboard('{Control>}z{/Control}');
const caretAt = (from: number, to = from) => editor.view.dispatch(editor.view.state.tr.setSelection(TextSelection.create(editor.view.state.doc, from, to)));
/** What a clipboard hands over. */
function paste(data: Record<string, string>) {
	const transfer = new DataTransfer();
	for (const [type, text] of Object.entries(data)) transfer.setData(type, text);
	editor.view.dom.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
}

beforeEach(() => {
	place = document.body.appendChild(document.createElement('div'));
	place.style.whiteSpace = 'pre-wrap';
	flushes = 0;
	opened = [];
});
afterEach(() => {
	editor.destroy();
	place.remove();
});

describe('what is typed', () => {
	test('becomes Markdown as it is typed, and the signs of Markdown become what they mean', async () => {
		open('');
		await userEvent.keyboard('## Why{Enter}It was **late** and *dark*, _so_ they left.{Enter}- one{Enter}two{Enter}{Enter}1. first{Enter}second');
		expect(markdown).toBe('## Why\n\nIt was **late** and *dark*, *so* they left.\n\n- one\n- two\n\n1. first\n2. second');
	});

	test('is bold, a heading or a list by key, and each of them is taken back by its own undo', async () => {
		open('one two');
		caretAt(1, 4);
		await userEvent.keyboard('{Control>}b{/Control}');
		expect(markdown).toBe('**one** two');
		await userEvent.keyboard('{Control>}{Shift>}2{/Shift}{/Control}');
		expect(markdown).toBe('## **one** two');
		await undo();
		expect(markdown).toBe('**one** two');
		await userEvent.keyboard('{Control>}{Shift>}8{/Shift}{/Control}');
		expect(markdown).toBe('- **one** two');
		await undo();
		await undo();
		expect(markdown).toBe('one two');
	});

	test('has line breaks that stay, and a heading made of several lines keeps its words apart', async () => {
		open('one');
		await userEvent.keyboard('{Shift>}{Enter}{/Shift}two');
		expect(markdown).toBe('one\ntwo');
		editor.run(heading(1));
		expect(markdown).toBe('# one two');
	});

	test('goes into lists in lists and out again', async () => {
		open('- one\n- two');
		await userEvent.keyboard('{Tab}');
		expect(markdown).toBe('- one\n  - two');
		await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
		expect(markdown).toBe('- one\n- two');
		editor.run(list('ordered'));
		expect(markdown).toBe('1. one\n2. two');
		caretAt(editor.view.state.doc.content.size - 6);
		await userEvent.keyboard('{Backspace}');
		expect(markdown).toBe('1. one\n\ntwo');
	});

	test('is stored on leaving and before keys of the window', async () => {
		open('one');
		await userEvent.keyboard('{Control>}s{/Control}');
		expect(flushes).toBeGreaterThan(0);
		const before = flushes;
		(document.activeElement as HTMLElement).blur();
		expect(flushes).toBe(before + 1);
	});
});

describe('a card', () => {
	test('is shown by the code it has now, and opens by a click and by Enter; one that is gone is shown as it was written', async () => {
		open('Since [S1](card:a) and [C9](card:gone).');
		const [known, gone] = place.querySelectorAll<HTMLElement>('.ref');
		expect([known!.textContent, known!.getAttribute('aria-label'), gone!.textContent]).toEqual(['S2', 'Signal S2: Open weights', 'C9']);
		expect(gone!.classList.contains('is-gone')).toBe(true);
		await userEvent.click(known!);
		await userEvent.click(gone!);
		expect(opened).toEqual(['a']);
		caretAt(7);
		await userEvent.keyboard('{ArrowRight}');
		expect(known!.classList.contains('ProseMirror-selectednode')).toBe(true);
		await userEvent.keyboard('{Enter}');
		expect(opened).toEqual(['a', 'a']);
		expect(markdown).toBe('Since [S1](card:a) and [C9](card:gone).');
	});

	test('is looked for after @ or [[, not in a mail address, and not any more after Escape’s sign', async () => {
		open('');
		await userEvent.keyboard('write to ana@example');
		expect(pickingOf(editor.view.state)).toBeNull();
		await userEvent.keyboard(' and @open we');
		expect(pickingOf(editor.view.state)).toMatchObject({ query: 'open we' });
		editor.leavePicking();
		await userEvent.keyboard('i');
		expect(pickingOf(editor.view.state)).toBeNull();
		await userEvent.keyboard(' [[[[s');
		expect(pickingOf(editor.view.state)).toMatchObject({ query: 's' });
	});

	test('comes in where it was looked for, with a blank after it, is stored at once, and goes again by undo', async () => {
		open('Models');
		await userEvent.keyboard(' @op');
		editor.insertCard('a', pickingOf(editor.view.state)!);
		await userEvent.keyboard('won.');
		expect(markdown).toBe('Models [S2](card:a) won.');
		expect(flushes).toBe(1);
	});

	test('is dragged in from a list beside the text, which keeps its own order', async () => {
		open('One two');
		const row = document.body.appendChild(Object.assign(document.createElement('button'), { textContent: 'I3' }));
		row.dataset['cardId'] = 'b';
		let cancelled = 0;
		row.addEventListener('pointerdown', () => window.addEventListener('pointercancel', () => cancelled++, { once: true }));
		const at = editor.view.coordsAtPos(4);
		const point = (type: string, target: EventTarget, x: number, y: number) => target.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: x, clientY: y, button: 0 }));
		point('pointerdown', row, 300, 300);
		point('pointermove', document.body, at.left, (at.top + at.bottom) / 2);
		expect(place.querySelector('.drop-mark')).not.toBeNull();
		point('pointerup', document.body, at.left, (at.top + at.bottom) / 2);
		expect(markdown).toBe('One[I3](card:b) two');
		expect([cancelled, place.querySelector('.drop-mark')]).toEqual([1, null]);
		row.remove();
	});
});

describe('what is pasted', () => {
	test('keeps what a narrative has, and nothing else', () => {
		open('');
		paste({
			'text/html': '<html><head><style>p{color:red}</style></head><body><h4 style="color:red">Head</h4><p onclick="x()">Some <b>bold</b>, <span style="font-weight:700">bold too</span>, <i>it</i> <a href="https://example.org/a b" onclick="y">link</a> <a href="javascript:alert(1)">no link</a> <code>code</code></p><ul><li>one<ul><li>deep</li></ul></li></ul><table><tr><td>cell</td></tr></table><img src="https://example.org/x.png" onerror="z()"><script>alert(1)</' + 'script></body></html>',
			'text/plain': 'plain',
		});
		expect(markdown).toBe('### Head\n\nSome **bold**, **bold too**, *it* [link](https://example.org/a%20b) no link code\n\n- one\n  - deep\n\ncell');
		expect(place.querySelectorAll('img, script, style, table')).toHaveLength(0);
	});

	test('from Google’s documents is not bold where it is not', () => {
		open('');
		paste({ 'text/html': '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-size:11pt;font-weight:400">Plain, </span><span style="font-weight:700;font-style:italic">both</span> <a href=\'https://example.org/?style=a\' onclick="x(\'>\')">link</a></p></b>' });
		expect(markdown).toBe('Plain, ***both*** [link](https://example.org/?style=a)');
	});

	test('from Word has its lists, without their signs in the text', () => {
		open('');
		paste({
			'text/html': '<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><p class=MsoNormal>Before<o:p></o:p></p><p class=MsoListParagraphCxSpFirst style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span><![endif]>one</p><p class=MsoListParagraphCxSpLast style="mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span><!--[endif]-->two</p><p class=MsoNormal>After</p></body></html>',
		});
		expect(markdown).toBe('Before\n\n- one\n- two\n\nAfter');
	});

	test('as plain text is read as Markdown, with references to cards', () => {
		open('');
		paste({ 'text/plain': 'One [S2](card:a)\nline\n\n- a\n- b' });
		expect(markdown).toBe('One [S2](card:a)\nline\n\n- a\n- b');
	});

	test('was copied here as Markdown and comes back as it was', () => {
		open('## Why\n\nSince [S2](card:a) **all** changed.\n\n- a\n- b');
		const transfer = new DataTransfer();
		caretAt(1, editor.view.state.doc.content.size - 3);
		editor.view.dom.dispatchEvent(new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true, cancelable: true }));
		const copied = { html: transfer.getData('text/html'), text: transfer.getData('text/plain') };
		expect(copied.text).toBe('## Why\n\nSince [S2](card:a) **all** changed.\n\n- a\n- b');
		const given: Record<string, string>[] = [{ 'text/plain': copied.text }, { 'text/html': copied.html }];
		for (const data of given) {
			editor.destroy();
			open('');
			paste(data);
			expect(markdown).toBe(copied.text);
		}
	});
});

describe('the text outside', () => {
	test('is followed without the caret leaving its place, and without a step of the text’s own undo', async () => {
		open('First part.\n\nSecond part.');
		await userEvent.keyboard(' And more.');
		const before = editor.view.state.selection.from;
		editor.follow('First and longer part.\n\nSecond part. And more.');
		expect(editor.view.state.selection.from).toBe(before + ' and longer'.length);
		await userEvent.keyboard('!');
		expect(markdown).toBe('First and longer part.\n\nSecond part. And more.!');
		await undo();
		expect(markdown).not.toContain('And more');
		expect(markdown).toContain('First and longer part.');
	});

	test('that is what was written here changes nothing, not even an empty line that waits for words', async () => {
		open('One');
		await userEvent.keyboard('{Enter}');
		const { doc } = editor.view.state;
		editor.follow(markdown);
		expect(editor.view.state.doc).toBe(doc);
		expect(doc.childCount).toBe(2);
	});
});

test('a question goes in as a heading below the paragraph with the caret, or in the place of an empty one', async () => {
	open('');
	// As by a press of a button beside the text, which takes the focus.
	editor.view.dom.blur();
	editor.run(insertHeading('What does [S2](card:a) make possible?'));
	await userEvent.keyboard('Much.');
	editor.run(insertHeading('Who pays?'));
	await userEvent.keyboard('All.');
	expect(markdown).toBe('## What does [S2](card:a) make possible?\n\nMuch.\n\n## Who pays?\n\nAll.');
});

test('a link is made of the selection, changed and taken off', () => {
	open('see here');
	caretAt(5, 9);
	editor.run(link('https://a.eu/'));
	expect(markdown).toBe('see [here](https://a.eu/)');
	caretAt(7);
	editor.run(link('https://b.eu/'));
	expect(markdown).toBe('see [here](https://b.eu/)');
	editor.run(link(null));
	expect(markdown).toBe('see here');
});

test('the caret’s passage is counted as the trace counts them', () => {
	open('# One\n\ntwo\n\n- three\n- four');
	expect(editor.place()).toBe(3);
	caretAt(2);
	expect(editor.place()).toBe(0);
});
