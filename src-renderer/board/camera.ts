/**
 * What part of the horizon is on screen. From 100 % upward the zoom widens the years; the ten years fill the canvas at
 * 100 %, so below it there is nothing more to see at the sides: they stay, and cards and rows get smaller instead.
 */
import { clampAt, horizonYears } from '../../src-shared/domain/horizon.ts';
import { afterLastYear, beforeFirstYear, roomForMinimap, zoomLimits } from './measures.ts';

export interface Camera {
	zoom: number;
	/** Pixels of the horizon that have gone out of sight at the left and at the top. */
	x: number;
	y: number;
}

/** Size of the part of the canvas that shows cards: without the axis and the lanes' names. */
export interface Plot {
	width: number;
	height: number;
}

const leastYearWidth = 36;

export const home: Camera = { zoom: 1, x: 0, y: 0 };

export const clampZoom = (zoom: number): number => Math.min(zoomLimits.most, Math.max(zoomLimits.least, zoom));

/** Pixels of one year. */
export function yearWidth(plot: Plot, zoom: number): number {
	const fitting = (plot.width - beforeFirstYear - afterLastYear) / horizonYears;
	return Math.max(leastYearWidth, fitting) * Math.max(1, zoom);
}

export const contentWidth = (plot: Plot, zoom: number): number =>
	beforeFirstYear + horizonYears * yearWidth(plot, zoom) + afterLastYear;

/** Where a time stands, in pixels from the plot's left edge. */
export const xOf = (camera: Camera, plot: Plot, at: number): number =>
	beforeFirstYear + at * yearWidth(plot, camera.zoom) - camera.x;

/** The time at a pixel of the plot; beyond the ten years, their nearer end. */
export const atOf = (camera: Camera, plot: Plot, x: number): number =>
	clampAt((x + camera.x - beforeFirstYear) / yearWidth(plot, camera.zoom));

/** @param contentHeight of all lanes, in pixels at the camera's zoom. */
export function clampCamera(camera: Camera, plot: Plot, contentHeight: number): Camera {
	const zoom = clampZoom(camera.zoom);
	const width = contentWidth(plot, zoom);
	// Where some is out of sight there is a minimap, and what stands last can be brought out from under it.
	const below = isPartly({ width, height: contentHeight }, plot) ? roomForMinimap : 0;
	return {
		zoom,
		x: within(camera.x, width - plot.width),
		y: within(camera.y, contentHeight + below - plot.height),
	};
}

/** Some of the content is out of sight. */
export const isPartly = (content: Plot, plot: Plot): boolean => content.width > plot.width + 1 || content.height > plot.height + 1;

function within(offset: number, most: number): number {
	return Math.min(Math.max(0, most), Math.max(0, offset));
}

/** Zooms so that the date at pixel `x` of the plot stays under it. Heights are the lanes' matter. */
export function zoomAtX(camera: Camera, plot: Plot, zoom: number, x: number): Camera {
	const to = clampZoom(zoom);
	const years = (x + camera.x - beforeFirstYear) / yearWidth(plot, camera.zoom);
	return { ...camera, zoom: to, x: beforeFirstYear + years * yearWidth(plot, to) - x };
}

/** Moves the camera as little as needed for a box (in content pixels) to be in sight, with some room round it. */
export function revealing(camera: Camera, plot: Plot, box: { left: number; top: number; width: number; height: number }, margin = 16): Camera {
	return {
		...camera,
		x: shift(camera.x, plot.width, box.left - margin, box.left + box.width + margin),
		y: shift(camera.y, plot.height, box.top - margin, box.top + box.height + margin),
	};
}

function shift(offset: number, size: number, from: number, to: number): number {
	if (from < offset) return from;
	return to > offset + size ? Math.min(from, to - size) : offset;
}
