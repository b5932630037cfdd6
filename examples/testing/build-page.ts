import vue from '@vitejs/plugin-vue';
import { build, type Rolldown } from 'vite';

/** Builds what a page's entry imports, as an app with Vite would, into one script. Nothing is written. */
export async function buildPage(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [vue()],
    build: { write: false, rolldownOptions: { input: entry } },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  return output[0].code;
}
