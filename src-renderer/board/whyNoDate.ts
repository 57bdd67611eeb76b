/** What is told where something typed is no date of the canvas. */
import { horizonYears } from '../../src-shared/domain/horizon.ts';

export const whyNoDate = (baseYear: number): string => `Write a date from ${baseYear} to ${baseYear + horizonYears}, as 2029, 2029 Q4 or mid 2031.`;
