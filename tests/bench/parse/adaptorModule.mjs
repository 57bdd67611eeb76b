/** The readers in the shape that the parse suite compares: plain Node loads this file, so TypeScript is let in first. */
import { register } from 'tsx/esm/api';

const unregister = register();
const { extract, frontMatter, raw } = await import('./extract.ts');
await unregister();
export { extract, frontMatter, raw };
