import { type HttpServer, runServer } from './run-server.ts';
import { type Place, settingsFor } from './servers.ts';

/** `jeonbo-mcp-http` with every provider. */
export function startHttpServer({ root, sandboxUrl, language }: Place): Promise<HttpServer> {
  const { baas, kakao, twilio } = settingsFor(sandboxUrl);
  return runServer(root, {
    bin: 'apps/mcp-http/dist/bin.js',
    args: ['kakao', 'baas', 'twilio'],
    env: {
      ...kakao,
      // Callers bring the keys; the operator says only where the providers are.
      BAAS_API_BASE_URL: baas.BAAS_API_BASE_URL,
      TWILIO_API_BASE_URL: twilio.TWILIO_API_BASE_URL,
      JEONBO_LANG: language,
    },
    usualPort: '4020',
  });
}
