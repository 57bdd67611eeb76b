/** The browser host's side of the ports: a plain Node process has no dialogs and no windows. */
import type { Ports } from '../ports.ts';

export const nodePorts: Ports = { host: 'browser', dialogs: null, reveal: null };
