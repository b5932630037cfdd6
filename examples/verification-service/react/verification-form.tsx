import { useState, useSyncExternalStore } from 'react';
import { createVerificationForm } from '../form.ts';

export function VerificationForm() {
  const [form] = useState(() => createVerificationForm());
  const { step, busy, message } = useSyncExternalStore(form.subscribe, form.state, form.state);
  const [phoneNumber, setPhoneNumber] = useState('');
  const [code, setCode] = useState('');

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void (step === 'phone' ? form.send(phoneNumber) : form.check(phoneNumber, code));
      }}
    >
      <label>
        휴대전화 번호
        <input
          type="tel"
          autoComplete="tel"
          required
          disabled={step !== 'phone'}
          value={phoneNumber}
          onChange={(event) => setPhoneNumber(event.target.value)}
        />
      </label>
      {step === 'code' && (
        <label>
          인증번호
          {/* one-time-code lets the phone offer the code from the SMS */}
          <input
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9]{6}"
            required
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
      )}
      {step === 'code' && (
        <button type="button" disabled={busy} onClick={() => form.send(phoneNumber)}>
          다시 받기
        </button>
      )}
      {step !== 'done' && (
        <button type="submit" disabled={busy}>
          {step === 'phone' ? '인증번호 받기' : '확인'}
        </button>
      )}
      <p role="status">{message}</p>
    </form>
  );
}
