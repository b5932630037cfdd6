import { join } from 'node:path';
import type { Language } from '../language.ts';

/** Where the tour walks: this clone, that sandbox. */
export interface Place {
  readonly root: string;
  readonly sandboxUrl: string;
  readonly language: Language;
}

/** What each server needs from the environment: a sandbox takes any key. */
export function settingsFor(sandboxUrl: string) {
  return {
    baas: {
      BAAS_API_BASE_URL: sandboxUrl,
      BAAS_API_KEY: 'sandbox-key',
      PROJECT_ID: '00000000-0000-4000-8000-000000000000',
    },
    twilio: {
      TWILIO_API_BASE_URL: sandboxUrl,
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'sandbox-token',
      TWILIO_PHONE_NUMBER: '+15005550006',
      NOTIFICATION_PHONE: '+821023456789',
    },
    kakao: {
      KAKAO_AUTH_BASE_URL: sandboxUrl,
      KAKAO_API_BASE_URL: sandboxUrl,
      KAKAO_CLIENT_ID: 'sandbox-rest-api-key',
      KAKAO_CLIENT_SECRET: 'sandbox-client-secret',
    },
  } as const;
}

export type ServerName = keyof ReturnType<typeof settingsFor>;

/** How an AI host starts a server of this clone. */
export function commandOf(server: ServerName, { root, sandboxUrl, language }: Place) {
  return {
    command: process.execPath,
    args: [join(root, 'apps/mcp-stdio/dist/bin.js'), server],
    env: { ...settingsFor(sandboxUrl)[server], JEONBO_LANG: language },
  };
}
