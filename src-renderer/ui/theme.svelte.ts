/** Light, dark or projector; the choice is kept on this computer. Light and dark follow the system until chosen. */
export const themes = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof themes)[number];

const key = 'longview-theme';

export class ThemeSetting {
	#chosen = $state<Theme | null>(stored());
	#systemDark = $state(false);
	readonly current: Theme = $derived(this.#chosen ?? (this.#systemDark ? 'dark' : 'light'));

	constructor() {
		const query = matchMedia('(prefers-color-scheme: dark)');
		this.#systemDark = query.matches;
		query.addEventListener('change', () => (this.#systemDark = query.matches));
		$effect.root(() => {
			$effect(() => document.documentElement.setAttribute('data-theme', this.current));
		});
	}

	choose(theme: Theme): void {
		this.#chosen = theme;
		localStorage.setItem(key, theme);
	}
}

function stored(): Theme | null {
	const value = localStorage.getItem(key);
	return themes.includes(value as Theme) ? (value as Theme) : null;
}
