/** What the hand may hold on the canvas: each tool with its key and its name. A new one is a line here and a state. */
export const tools = [
	{ id: 'select', key: 'v', name: 'Select', icon: 'cursor' },
	{ id: 'hand', key: 'h', name: 'Move the canvas', icon: 'hand' },
] as const;

export type Tool = (typeof tools)[number]['id'];

export const toolOfKey = (key: string): Tool | undefined => tools.find((tool) => tool.key === key.toLowerCase())?.id;
