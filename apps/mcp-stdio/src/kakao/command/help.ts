import type { Language } from '../../types.ts';

export const helpTexts: Record<Language, string> = {
  en: `jeonbo-mcp kakao: who the server sends KakaoTalk messages as.

  jeonbo-mcp kakao login [--account NAME] [--scopes friends] [--port N] [--paste] [--json]
      Shows the address of Kakao's login and waits ten minutes for the person to come back from it.
      --account NAME   a name for this login, to have several. Default: KAKAO_ACCOUNT, else "default"
      --scopes LIST    what to ask for beside nickname and talk_message: friends, profile_image
      --port N         where the redirect arrives, on this machine only. Default: 4021
      --paste          no browser on this machine: paste the address at which it ended elsewhere
  jeonbo-mcp kakao logout [--account NAME] [--unlink] [--json]
      Ends the login at Kakao and forgets its tokens. --unlink also takes back every consent.
  jeonbo-mcp kakao accounts [--json]
      Who is logged in, what they agreed to and how long it holds. No token is shown.

The redirect URI, http://localhost:4021/auth/callback or that of your --port, has to be registered in Kakao's console
letter for letter. Tokens are kept encrypted in the store (DATABASE_URL).

Where Kakao shows a code in place of its login
  KOE004  Kakao Login is off            KOE101  KAKAO_CLIENT_ID is wrong
  KOE005  no member of a test app       KOE205  a consent item is not set up
  KOE006  the redirect URI is not registered

Exit codes
  0  done
  1  Kakao refused or cannot be reached, or nobody is logged in
  2  the command line is wrong
  4  nothing was changed: the consent was refused, time ran out, or it was canceled
`,
  ko: `jeonbo-mcp kakao: 서버가 누구의 카카오톡으로 메시지를 보낼지 정합니다.

  jeonbo-mcp kakao login [--account 이름] [--scopes friends] [--port 번호] [--paste] [--json]
      카카오 로그인 주소를 보여 주고, 로그인을 마치고 돌아올 때까지 10분 동안 기다립니다.
      --account 이름   로그인에 붙일 이름. 여러 계정을 쓸 때 지정합니다. 기본값: KAKAO_ACCOUNT, 없으면 default
      --scopes 목록    닉네임과 talk_message 외에 더 요청할 동의항목: friends, profile_image
      --port 번호      로그인이 돌아올 이 컴퓨터의 포트. 기본값: 4021
      --paste          이 컴퓨터에 브라우저가 없을 때, 다른 곳에서 로그인하고 마지막 주소를 붙여 넣습니다
  jeonbo-mcp kakao logout [--account 이름] [--unlink] [--json]
      카카오에서 로그아웃하고 토큰을 지웁니다. --unlink는 모든 동의도 함께 철회합니다.
  jeonbo-mcp kakao accounts [--json]
      로그인한 사람, 동의한 항목, 유효 기간을 보여 줍니다. 토큰은 보여 주지 않습니다.

리다이렉트 URI http://localhost:4021/auth/callback(--port를 썼다면 그 포트)을 카카오 콘솔에 글자 그대로 등록해야 합니다.
토큰은 저장소(DATABASE_URL)에 암호화해서 보관합니다.

로그인 화면 대신 코드가 나오면
  KOE004  카카오 로그인이 꺼져 있음      KOE101  KAKAO_CLIENT_ID가 틀림
  KOE005  테스트 앱의 멤버가 아님        KOE205  동의항목이 설정되지 않음
  KOE006  리다이렉트 URI가 등록되지 않음

종료 코드
  0  성공
  1  카카오가 거부했거나 연결할 수 없음, 또는 로그인한 사람이 없음
  2  명령줄 오류
  4  바뀐 것 없음: 동의를 거절했거나, 시간이 지났거나, 취소함
`,
};
