/** Where a rating from 1 to 5 lies on the map, in hundredths of its width and height. */

export const left = (uncertainty: number): number => ((uncertainty - 0.5) / 5) * 100;
export const top = (impact: number): number => ((5.5 - impact) / 5) * 100;
