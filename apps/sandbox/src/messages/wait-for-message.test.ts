import { expect, it } from 'vitest';
import { sendSms, startTestSandbox } from '../test-support.ts';

it('finds what is there already, in any form of the number, with its code', async () => {
  const { sandbox } = await startTestSandbox();
  await sendSms(sandbox, { message: '인증번호 111111' });
  await sendSms(sandbox, { message: '인증번호 222222' });
  for (const to of ['010-1234-5678', '01012345678', '+82 10-1234-5678', '００８２1012345678']) {
    expect((await sandbox.waitFor({ to })).code).toBe('222222');
  }
  expect((await sandbox.waitFor({ text: /1{6}/g })).code).toBe('111111');
});

it('waits for what comes, and not for what came before', async () => {
  const { sandbox } = await startTestSandbox();
  await sendSms(sandbox, { message: '인증번호 111111' });
  const waiting = sandbox.waitFor({ to: '010-1234-5678', after: 1, text: '인증' });
  await sendSms(sandbox, { message: '안내' });
  await sendSms(sandbox, { message: '인증번호 333333' });
  expect((await waiting).code).toBe('333333');
});

it('waits for a state', async () => {
  const { sandbox, clock } = await startTestSandbox();
  await sendSms(sandbox);
  const waiting = sandbox.waitFor({ state: 'delivered' });
  clock.advance(600);
  expect((await waiting).state).toBe('delivered');
});

it('says after the time what came instead', async () => {
  const { sandbox, clock } = await startTestSandbox();
  await sendSms(sandbox);
  const waiting = sandbox.waitFor({ to: '010-9999-9999', timeoutMs: 1000 });
  clock.advance(1000);
  await expect(waiting).rejects.toThrow(
    'No message came within 1000 ms with to 010-9999-9999. The last that came:\n  010-1234-5678 (delivered): [전보] 인증번호는 482913입니다.',
  );
});

it('ends with its signal, and with the sandbox', async () => {
  const { sandbox } = await startTestSandbox();
  const controller = new AbortController();
  const canceled = sandbox.waitFor({ to: '1', signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(canceled).rejects.toThrow('enough');
  const waiting = expect(sandbox.waitFor({ to: '1' })).rejects.toThrow('The sandbox is closed.');
  await sandbox.close();
  await waiting;
});
