/** The theme's settling motion; none where motion is to be reduced. */
export function settleTiming(): KeyframeAnimationOptions {
	const root = getComputedStyle(document.documentElement);
	const time = root.getPropertyValue('--time-move').trim();
	const duration = (Number.parseFloat(time) || 0) * (time.endsWith('ms') ? 1 : 1000);
	return { duration, easing: root.getPropertyValue('--ease-settle').trim() || 'ease-out' };
}
