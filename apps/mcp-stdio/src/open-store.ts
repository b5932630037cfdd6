// In a bundle of its own: no handshake waits for it.
export { openStore } from '@jeonbo/server';
