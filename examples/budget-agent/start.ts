// node --env-file=.env start.ts
import { openSqlite } from '../shared/sqlite.ts';
import { chooseAll, type Report, runAgent } from './agent.ts';
import { createAlertNotes, notesSchema } from './alert-notes.ts';
import { connectAlertServer } from './alert-server.ts';
import { latestMonth, overThreshold } from './budgets.ts';
import { chooseByModel } from './choose-by-model.ts';
import { readData } from './read-data.ts';
import { sendAlert } from './send-alert.ts';

const { env } = process;
const { budgets, transactions } = readData(env.DATA_FOLDER || `${import.meta.dirname}/data`);
const alerts = overThreshold(budgets, transactions, env.BUDGET_MONTH || latestMonth(transactions));

const say = (line: string) => process.stdout.write(`${line}\n`);
say(`${alerts.length} of ${budgets.length} budgets are over their threshold.`);

const choose = env.OPENAI_API_KEY
  ? chooseByModel({
      apiKey: env.OPENAI_API_KEY,
      baseUrl: env.OPENAI_BASE_URL,
      model: env.OPENAI_MODEL,
      onFailure: (error) => say(`The model failed (${String(error)}); the rule decides.`),
    })
  : chooseAll;

const client = await connectAlertServer(env, env.ALERT_SERVER || undefined);
let report: Report;
try {
  report = await runAgent(alerts, {
    notes: createAlertNotes(openSqlite(env.NOTES_FILE || 'alerts.sqlite', notesSchema)),
    choose,
    send: (alert) => sendAlert(client, alert),
  });
} finally {
  await client.close();
}
for (const { key, ...result } of report) say(`${key}: ${Object.values(result).join(' ')}`);
if (report.length === 0) say('Nothing new: everybody was told before.');
// What is unknown is for a person to look at, like what failed.
if (report.some(({ state }) => state !== 'sent')) process.exitCode = 1;
