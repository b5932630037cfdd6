import type { Language } from '../../types.ts';

const en = {
  open: 'Open this address in a browser of this machine and log in at Kakao:',
  openElsewhere: 'Open this address in a browser, on any machine, and log in at Kakao:',
  redirect:
    'Kakao sends the browser back to {redirectUri}, which has to be registered in its console letter for letter.',
  waiting: 'Waiting for the login, {left} left. Ctrl-C cancels.',
  paste:
    'The browser ends at an address that begins with {redirectUri}. Where it cannot show it, the address is right all the same.',
  pasteNow: 'Paste that address here: ',
  otherState: 'Somebody came with a login that is not this one. It was refused; still waiting.',
  otherPaste:
    'That address does not belong to this login. Paste the one that begins with {redirectUri}',
  kakaosOwn:
    'That is Kakao’s own address. Log in there; paste the one at which the browser ends, which begins with {redirectUri}',
  done: 'Logged in: {nickname} (account {account})',
  agreed: 'Agreed to: {scopes}',
  noMessages:
    'Without talk_message nothing can be sent. To be asked again: jeonbo-mcp kakao login --account {account}',
  noFriends:
    'To write to friends as well: jeonbo-mcp kakao login --account {account} --scopes friends',
  useIt: 'A server sends as this account with KAKAO_ACCOUNT={account}.',
  lasts: 'It holds until {date} and is renewed by use.',
  lastsWithout: 'Kakao gave nothing to renew it with: it ends in some hours.',
} as const;

const ko: Record<keyof typeof en, string> = {
  open: '이 컴퓨터의 브라우저에서 아래 주소를 열고 카카오에 로그인하세요.',
  openElsewhere: '아무 컴퓨터의 브라우저에서나 아래 주소를 열고 카카오에 로그인하세요.',
  redirect:
    '로그인하면 {redirectUri}(으)로 돌아옵니다. 카카오 콘솔에 글자 그대로 등록되어 있어야 합니다.',
  waiting: '로그인을 기다리는 중입니다. 남은 시간 {left}. 취소하려면 Ctrl-C를 누르세요.',
  paste:
    '로그인이 끝나면 브라우저가 {redirectUri}(으)로 시작하는 주소로 이동합니다. 페이지가 열리지 않아도 주소는 맞습니다.',
  pasteNow: '그 주소를 여기에 붙여 넣으세요: ',
  otherState: '이 로그인이 아닌 요청이 들어와 거절했습니다. 계속 기다립니다.',
  otherPaste: '이 로그인의 주소가 아닙니다. {redirectUri}(으)로 시작하는 주소를 붙여 넣으세요.',
  kakaosOwn:
    '그것은 카카오의 주소입니다. 거기서 로그인한 뒤, 브라우저가 마지막으로 이동한 {redirectUri}(으)로 시작하는 주소를 붙여 넣으세요.',
  done: '로그인했습니다: {nickname} ({account} 계정)',
  agreed: '동의한 항목: {scopes}',
  noMessages:
    'talk_message에 동의하지 않아 메시지를 보낼 수 없습니다. 다시 동의하려면: jeonbo-mcp kakao login --account {account}',
  noFriends: '친구에게도 보내려면: jeonbo-mcp kakao login --account {account} --scopes friends',
  useIt: 'KAKAO_ACCOUNT={account}(으)로 설정하면 서버가 이 계정으로 보냅니다.',
  lasts: '{date}까지 유효하고, 쓰는 동안 자동으로 갱신됩니다.',
  lastsWithout: '갱신할 토큰을 받지 못해 몇 시간 뒤에 끝납니다.',
};

export const loginTexts: Record<Language, Record<keyof typeof en, string>> = { en, ko };
