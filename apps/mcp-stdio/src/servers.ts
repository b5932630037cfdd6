import {
  baasSettings,
  kakaoSettings,
  type Setting,
  type SettingName,
  twilioSettings,
} from '@jeonbo/server';
import type { MessagingServer, ServerOptions } from './types.ts';

interface ServerEntry {
  readonly settings: readonly (Setting & { readonly name: SettingName })[];
  readonly load: () => Promise<(options: ServerOptions) => MessagingServer>;
}

/** Every server there is. One line each: what it reads, and where it is made. */
export const servers = {
  baas: {
    settings: baasSettings,
    load: async () => (await import('./baas/server.ts')).createBaasServer,
  },
  twilio: {
    settings: twilioSettings,
    load: async () => (await import('./twilio/server.ts')).createTwilioServer,
  },
  kakao: {
    settings: kakaoSettings,
    load: async () => (await import('./kakao/server.ts')).createKakaoServer,
  },
} as const satisfies Record<string, ServerEntry>;

export type ServerName = keyof typeof servers;

export const serverNames = Object.keys(servers) as readonly ServerName[];

export function isServerName(name: string): name is ServerName {
  return Object.hasOwn(servers, name);
}
