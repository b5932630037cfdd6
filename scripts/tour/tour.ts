import ora from 'ora';
import type { Language } from '../language.ts';
import { baasSteps } from './baas-steps.ts';
import { connect } from './connect.ts';
import type { Step } from './step.ts';

const steps: readonly Step[] = [...baasSteps];

/** Walks every step with a real MCP client; throws at the first that misses. */
export async function walkTour(
  root: string,
  sandboxUrl: string,
  language: Language,
): Promise<void> {
  const connection = await connect(root, sandboxUrl, language);
  const context = { client: connection.client, sandboxUrl, language, found: new Map() };
  try {
    for (const [index, step] of steps.entries()) await walk(step, index + 1);
  } finally {
    await connection.close();
  }

  async function walk({ title, run }: Step, number: number) {
    const head = `${number}. ${title[language]}`;
    const spinner = ora(head).start();
    try {
      const said = await run(context);
      spinner.succeed(`${head}: ${said[language]}`);
    } catch (error) {
      spinner.fail(head);
      throw new Error(
        `${head}: ${error instanceof Error ? error.message : error}\n${connection.log()}`,
        {
          cause: error,
        },
      );
    }
  }
}
