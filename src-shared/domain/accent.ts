/** An organisation's colour on white paper: how far it stands out, and how much darker it has to be where it does not (WCAG 2.2, 1.4.11). */

/** Of a mark that carries no words, against what it stands on. */
export const leastContrast = 3;

const channels = (hex: string): [number, number, number] => {
	const at = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
	return [at(1), at(3), at(5)];
};

/** Relative luminance of "#rrggbb" (WCAG 2.2). */
function luminance(hex: string): number {
	const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
	const [red, green, blue] = channels(hex);
	return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** From 1 for white to 21 for black. */
export const contrastOnWhite = (hex: string): number => 1.05 / (luminance(hex) + 0.05);

/** The same hue, as much darker as it has to be to stand out on paper; a colour that does so already stays as it is. */
export function darkEnough(hex: string): string {
	if (contrastOnWhite(hex) >= leastContrast) return hex.toLowerCase();
	for (let share = 0.98; share > 0; share -= 0.02) {
		const darker = `#${channels(hex).map((value) => Math.floor(value * share * 255).toString(16).padStart(2, '0')).join('')}`;
		if (contrastOnWhite(darker) >= leastContrast) return darker;
	}
	return '#000000';
}
