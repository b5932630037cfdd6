import type { AlertNotes } from './alert-notes.ts';
import type { Alert } from './budgets.ts';
import type { AlertResult, ChosenAlert } from './send-alert.ts';

/** Which of the alerts that are due should go out, and with what line. */
export type Choose = (due: readonly Alert[]) => Promise<readonly ChosenAlert[]>;

/** Without a model: all of them, without a word. */
export const chooseAll: Choose = async (due) =>
  due.map((alert) => ({ ...alert, customMessage: '' }));

export interface AgentParts {
  readonly notes: AlertNotes;
  readonly choose: Choose;
  readonly send: (alert: ChosenAlert) => Promise<AlertResult>;
}

export type Report = readonly (AlertResult & { readonly key: string })[];

/**
 * Sends each alert once. It is noted before it leaves; a run that was cut off in between leaves it `started`, which is
 * as good as sent: nobody is written to twice. (Within minutes the server's own ledger would notice it too.)
 */
export async function runAgent(
  alerts: readonly Alert[],
  { notes, choose, send }: AgentParts,
): Promise<Report> {
  const due: Alert[] = [];
  for (const alert of alerts) if (!(await notes.stateOf(alert.key))) due.push(alert);
  // Nothing new: no model is asked.
  if (due.length === 0) return [];

  const report: (AlertResult & { key: string })[] = [];
  for (const alert of await choose(due)) {
    const { key } = alert;
    if (!(await notes.claim(key))) continue;
    const result = await send(alert);
    if (result.state === 'not-sent') await notes.release(key);
    else await notes.settle(key, result.state, result.state === 'sent' ? result.sid : null);
    report.push({ key, ...result });
  }
  return report;
}
