import { expect, it } from 'vitest';
import { callTool, send } from './support/raw.ts';
import { bearer, createWorld, numbers, serve, smsTo } from './support/world.ts';

it('says that it is there and ready, whatever name it is asked by', async () => {
  await using world = await createWorld();
  await using server = await serve(world.environment);
  const headers = { host: '10.1.2.3:4020' };
  expect(await send(`${server.url}/healthz`, { headers })).toMatchObject({
    status: 200,
    body: 'ok\n',
  });
  expect(await send(`${server.url}/readyz`, { headers })).toMatchObject({
    status: 200,
    body: 'ready\n',
  });
});

it('counts requests, tools and sends by outcome, and names nobody', async () => {
  await using world = await createWorld({ JEONBO_ALLOWED_RECIPIENTS: '010-2000*' });
  await using server = await serve(world.environment);
  const call = (parameters: object) => callTool(server.mcp, bearer('kim'), 'send_sms', parameters);
  await call(smsTo(...numbers(2)));
  await call(smsTo(...numbers(2)));
  await call(smsTo('010-1234-5678'));
  world.sandbox.fault({ path: '/message/sms', cut: 'after-read' });
  await call({ ...smsTo(...numbers(1)), message: 'Else.' });
  await send(server.mcp, { body: {} });
  const { body, headers } = await send(`${server.url}/metrics`);
  expect(headers['content-type']).toContain('text/plain');
  for (const line of [
    'jeonbo_http_requests_total{server="baas",status="200"} 4',
    'jeonbo_http_requests_total{server="baas",status="401"} 1',
    'jeonbo_tool_calls_total{provider="baas",tool="send_sms",outcome="answered"} 2',
    'jeonbo_tool_calls_total{provider="baas",tool="send_sms",outcome="RECIPIENT_NOT_ALLOWED"} 1',
    'jeonbo_sends_total{provider="baas",outcome="accepted"} 2',
    'jeonbo_sends_total{provider="baas",outcome="duplicate"} 2',
    'jeonbo_sends_total{provider="baas",outcome="unknown"} 1',
    'jeonbo_sends_total{provider="baas",outcome="refused"} 1',
    'jeonbo_http_request_duration_seconds_count{server="baas"} 5',
  ])
    expect(body).toContain(line);
  expect(body).toMatch(/process_cpu_seconds_total \d/);
  const own = body.split('\n').filter((line) => line.startsWith('jeonbo_'));
  expect(own.join('\n')).not.toMatch(/kim|010-|1234/);
});
