/** What people read. Under 80 bytes (Korean counts 2), so that it goes as one SMS. */
export const texts = {
  ko: {
    message: (code: string) => `인증번호는 ${code}입니다. 5분 안에 입력하고, 남에게 알리지 마세요.`,
    sent: '인증번호를 보냈습니다. 오지 않으면 1분 뒤에 다시 요청해 주세요.',
    tooSoon: '요청이 너무 많습니다. 잠시 뒤에 다시 요청해 주세요.',
    badNumber: '휴대전화 번호를 확인해 주세요.',
    notSent: '인증번호를 보내지 못했습니다. 잠시 뒤에 다시 시도해 주세요.',
    verified: '인증되었습니다.',
    wrong: '인증번호가 틀렸거나 만료되었습니다.',
  },
  en: {
    message: (code: string) => `Your code is ${code}. It is good for 5 minutes. Tell nobody.`,
    sent: 'We sent you a code. If it does not arrive, ask again in a minute.',
    tooSoon: 'Too many requests. Please ask again a little later.',
    badNumber: 'Please check the mobile number.',
    notSent: 'We could not send the code. Please try again a little later.',
    verified: 'Verified.',
    wrong: 'The code is wrong or has expired.',
  },
} as const;
