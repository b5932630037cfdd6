import { versionIn } from '@jeonbo/server';

/** Of this package; src and dist both lie beside its package.json. */
export const version = versionIn(new URL('../package.json', import.meta.url));
