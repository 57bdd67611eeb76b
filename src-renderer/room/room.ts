/** The phone page. Until a facilitator opens the room to phones, this is all it has to say. */
import './room.css';

function paragraph(tag: 'h1' | 'p', text: string): HTMLElement {
	const element = document.createElement(tag);
	element.textContent = text;
	return element;
}

document.getElementById('room')?.replaceChildren(
	paragraph('h1', 'No vote is open here'),
	paragraph('p', 'The facilitator has not opened the room to phones. Votes are cast on the facilitator’s laptop.'),
);
