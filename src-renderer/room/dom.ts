/** Elements made one by one: no text ever becomes markup, and it works where browsers are six years old. */

export type Child = Node | string | null | false;
type Value = string | number | boolean | null | ((event: Event) => void);

/** @param attributes `on…` are listeners; false and null leave an attribute out, true sets it empty. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, Value> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag);
	for (const name of Object.keys(attributes)) put(element, name, attributes[name]!);
	add(element, children);
	return element;
}

export function put(element: Element, name: string, value: Value): void {
	if (typeof value === 'function') element.addEventListener(name.slice(2), value);
	else if (value === null || value === false) element.removeAttribute(name);
	else element.setAttribute(name, value === true ? '' : String(value));
}

export function add(element: Element, children: readonly Child[]): void {
	for (const child of children) if (child !== null && child !== false) element.append(child);
}

/** What `replaceChildren` does where there is one. */
export function fill(element: Element, ...children: Child[]): void {
	while (element.firstChild) element.removeChild(element.firstChild);
	add(element, children);
}

/** Text is written only where it changed: a live region says again whatever is written anew. */
export function say(element: Element, text: string): void {
	if (element.textContent !== text) element.textContent = text;
}

export function show(element: HTMLElement, shown: boolean): void {
	if (element.hidden === shown) element.hidden = !shown;
}

const svgSpace = 'http://www.w3.org/2000/svg';

export function svg(className: string, size: number, shapes: readonly (readonly [tag: string, attributes: Record<string, string>])[]): SVGElement {
	const picture = document.createElementNS(svgSpace, 'svg');
	put(picture, 'class', className);
	put(picture, 'viewBox', `0 0 ${size} ${size}`);
	put(picture, 'aria-hidden', 'true');
	for (const [tag, attributes] of shapes) {
		const shape = document.createElementNS(svgSpace, tag);
		for (const name of Object.keys(attributes)) put(shape, name, attributes[name]!);
		picture.append(shape);
	}
	return picture;
}

let names = 0;
/** An id that no other element of the page has. */
export const newName = (): string => `n${++names}`;
