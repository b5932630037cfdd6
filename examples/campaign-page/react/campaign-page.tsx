import { useState, useSyncExternalStore } from 'react';
import { createCampaignPage } from '../page.ts';

export function CampaignPage() {
  const [page] = useState(() => createCampaignPage());
  const { form, busy, preview, closed, message } = useSyncExternalStore(
    page.subscribe,
    page.state,
    page.state,
  );

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void page.check();
      }}
    >
      <h1>문자 캠페인</h1>
      <fieldset disabled={busy || closed}>
        <label>
          운영자 암호
          <input
            type="password"
            required
            value={form.token}
            onChange={(event) => page.edit({ token: event.target.value })}
          />
        </label>
        <label>
          받는 사람 (한 줄에 한 명: 010-1234-5678,이름)
          <textarea
            required
            value={form.recipients}
            onChange={(event) => page.edit({ recipients: event.target.value })}
          />
        </label>
        <label>
          내용 (#{'{name}'} 자리에 이름이 들어갑니다)
          <textarea
            required
            value={form.text}
            onChange={(event) => page.edit({ text: event.target.value })}
          />
        </label>
        <label>
          <input
            type="checkbox"
            checked={form.advertising}
            onChange={(event) => page.edit({ advertising: event.target.checked })}
          />
          광고입니다
        </label>
        <label>
          <input
            type="checkbox"
            checked={form.nightConsent}
            onChange={(event) => page.edit({ nightConsent: event.target.checked })}
          />
          야간 수신 동의를 받았습니다
        </label>
        <button type="submit">확인하기</button>
        {/* Sending is a second press, after the number of people was shown. */}
        {preview?.ok && (
          <button type="button" onClick={() => page.send()}>
            {preview.recipients}명에게 보내기
          </button>
        )}
      </fieldset>
      <p role="status">{message}</p>
      <ul>
        {preview?.issues.map((issue) => (
          <li key={issue}>{issue}</li>
        ))}
      </ul>
    </form>
  );
}
