/** What people join with and are known by: drawn at random, and on disk only as far as it has to be. */
import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { codeSigns } from '../../src-shared/schemas/room.ts';

/** The code on the wall: 31⁶ of them. */
export const wallSigns = 6;
/** Codes and keys that are there by the hundred are longer, so that guessing any of them is no easier. */
export const ownSigns = 8;

export const newCode = (signs: number): string => Array.from({ length: signs }, () => codeSigns[randomInt(codeSigns.length)]).join('');

/** As people type it: in small letters, with spaces or dashes. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** 128 random bits. */
export const newToken = (): string => randomBytes(16).toString('base64url');
export const newSeriesSecret = (): string => randomBytes(32).toString('base64url');

/** The disk never holds a token: only what recognises one. */
export const tokenMark = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** A voter's name in one series. Without the series' secret nobody can tell whose it is, nor which two are the same person's. */
export const aliasOf = (seriesSecret: string, voterId: string): string => createHmac('sha256', seriesSecret).update(voterId).digest('base64url').slice(0, 22);
