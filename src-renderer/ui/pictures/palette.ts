/** The colours of a theme as they stand in the design's tokens, whichever theme the window itself has. */
import type { Colour } from '../../../src-shared/domain/picture/shapes.ts';
import type { Theme } from '../theme.svelte.ts';

export type Palette = (colour: Colour) => string;

/** Reads the tokens from an element that has the theme for as long as that takes. */
export function paletteOf(theme: Theme): Palette {
	const probe = document.createElement('div');
	probe.dataset['theme'] = theme;
	probe.hidden = true;
	document.body.append(probe);
	const styles = getComputedStyle(probe);
	const known = new Map<Colour, string>();
	for (const colour of named) known.set(colour, styles.getPropertyValue(`--${colour}`).trim());
	probe.remove();
	return (colour) => known.get(colour) ?? '#000000';
}

const kinds = ['signal', 'concern', 'behavior', 'technology', 'issue'] as const;
const named: readonly Colour[] = [
	'ink', 'ink-2', 'ink-3', 'line', 'line-soft', 'line-strong', 'sun', 'sun-soft', 'action', 'action-text', 'bg-canvas', 'bg-card', 'bg-panel', 'bg-sunken', 'good', 'danger',
	'horizon-1', 'horizon-2', 'horizon-3', ...kinds, ...kinds.map((kind) => `${kind}-soft` as const),
];
