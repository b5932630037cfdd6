/** Everything that the program says, apart from what the model and the server say. */
export const texts = {
  welcome: (model: string, tools: number) =>
    `${model} 모델과 카카오 도구 ${tools}개로 이야기합니다. 끝내려면 Ctrl-C 또는 Ctrl-D.`,
  prompt: '나> ',
  answerPrompt: '   답> ',
  nothingSaid: '모델이 빈 답을 보냈습니다. 다르게 다시 물어봐 주세요.',
  cutOff: '답이 길어 여기서 잘렸습니다.',
  stopped: '멈췄습니다.',
  tooManyRounds: (rounds: number) =>
    `한 질문에 도구를 ${rounds}번까지만 쓰게 합니다. 여기서 멈췄으니 나누어 물어봐 주세요.`,

  calling: (title: string, given: string) => `· ${title} ${given}`,
  done: (text: string) => `  결과: ${text}`,
  failed: (text: string) => `  보내지 못했습니다: ${text}`,
  unknown: (text: string) =>
    `  보냈는지 알 수 없습니다. 다시 보내지 않으니 카카오톡에서 확인하세요. (${text})`,
  sendAgain: '결과를 모르는 발송과 내용이 같습니다. 두 번 갈 수 있습니다. 그래도 보낼까요?',
  sendMore: (sends: number) => `이번 질문에서 벌써 ${sends}번 보냈습니다. 더 보낼까요?`,

  yesOrNo: '(예/아니요)',
  nobodyToAsk: '확인할 사람이 없어 진행하지 않았습니다. 터미널에서 직접 실행하세요.',
  chooseOne: (choices: readonly string[]) => `다음 중 하나: ${choices.join(', ')}`,
  notUnderstood: '다시 입력해 주세요.',
  serverAsks: '서버가 확인을 요청합니다.',
  openLink: (host: string, url: string) =>
    `브라우저에서 아래 주소를 열어 주세요. 열리는 곳: ${host}\n\n  ${url}\n`,
  linkDone: '마쳤으면 Enter, 그만두려면 "아니요"를 입력하세요.',
  linkAfterwards: '주소에서 마친 뒤 같은 질문을 다시 하세요.',
  wrongLink: (url: string) => `서버가 안전하지 않은 주소를 열라고 해서 거절했습니다: ${url}`,

  logIn: (url: string) => `로그인이 필요합니다. 브라우저에서 아래 주소를 여세요.\n\n  ${url}\n`,
  loggedIn: '로그인했습니다. 다음부터는 묻지 않습니다.',
  loginRefused: '로그인하지 않았습니다. 동의해야 카카오톡을 쓸 수 있습니다.',
  loginTooLate: '로그인을 기다리는 시간이 지났습니다. 다시 실행하세요.',
  loginFailed: (reason: string) => `로그인하지 못했습니다: ${reason}`,
  loggedOut: '로그아웃했습니다. 이 컴퓨터와 서버에서 로그인을 지웠습니다.',
  loggedOutHere: '이 컴퓨터의 로그인을 지웠습니다. 서버에는 알리지 못했습니다.',
  notLoggedIn: '로그인한 적이 없습니다.',
  noServer: (url: string, reason: string) =>
    `MCP 서버에 연결할 수 없습니다: ${url} (${reason}). 서버를 켰는지, MCP_URL이 맞는지 확인하세요.`,

  pageLoggedIn: '로그인을 확인했습니다. 이 창을 닫고 터미널로 돌아가세요.',
  pageRefused: '로그인하지 않았습니다. 이 창을 닫고 터미널로 돌아가세요.',
  pageForeign: '이 터미널에서 시작한 로그인이 아닙니다.',

  missingClovaKey:
    'CLOVA_API_KEY가 없습니다. CLOVA Studio(https://clovastudio.ncloud.com)의 [API 키]에서 발급받아 환경 변수나 .env에 넣으세요. 다른 모델을 쓰려면 LLM_BASE_URL, LLM_MODEL, LLM_API_KEY를 정하세요.',
  missingKey: (host: string) =>
    `LLM_API_KEY가 없습니다. ${host}에서 발급받은 키를 환경 변수나 .env에 넣으세요. CLOVA_API_KEY는 다른 곳으로 보내지 않습니다.`,
  missingModel: 'LLM_MODEL이 없습니다. LLM_BASE_URL의 모델 이름을 정하세요.',
  wrongUrl: (name: string) =>
    `${name}이(가) 올바르지 않습니다. https 주소를 넣으세요. http는 이 컴퓨터(127.0.0.1)만 됩니다.`,
  wrongMetadataUrl: 'CLIENT_METADATA_URL은 경로가 있는 https 주소여야 합니다.',
  wrongTokens: (least: number, most: number) =>
    `LLM_MAX_TOKENS는 ${least} 이상 ${most} 이하의 정수여야 합니다. HCX 모델은 도구를 쓸 때 1024 이상만 받습니다.`,
  wrongArgument: (given: string) => `${given}: 그런 옵션은 없습니다. --help를 보세요.`,

  modelKeyRefused: (key: string) =>
    `모델 서버가 API 키를 받지 않습니다. ${key}가 맞는지, 그 모델을 쓸 수 있는 키인지 확인하세요.`,
  modelBusy: (seconds: string | undefined) =>
    seconds
      ? `모델 서버가 요청이 많다고 합니다. ${seconds}초 뒤에 다시 물어봐 주세요.`
      : '모델 서버가 요청이 많다고 합니다. 잠시 뒤에 다시 물어봐 주세요.',
  modelBroken: (status: number) =>
    `모델 서버에 문제가 있습니다(${status}). 잠시 뒤에 다시 물어봐 주세요.`,
  modelRefused: (status: number) =>
    `모델 서버가 요청을 거절했습니다(${status}). LLM_BASE_URL과 LLM_MODEL이 맞는지 확인하세요.`,
  modelAway: (url: string) => `모델 서버에 연결할 수 없습니다: ${url}`,
  modelTooSlow: '모델이 제때 답하지 않았습니다. 다시 물어봐 주세요.',
  modelUnclear:
    '모델 서버의 답을 읽을 수 없습니다. 주소가 chat completions를 지원하는지 확인하세요.',
  modelBrokeOff: '모델의 답이 중간에 끊겼습니다. 다시 물어봐 주세요.',

  help: `사용법: node chat.ts [--logout | --help]

카카오톡을 보낼 수 있는 모델과 터미널에서 이야기합니다.

  MCP_URL              카카오 MCP 서버 (기본값: http://127.0.0.1:4020/mcp)
  CLOVA_API_KEY        CLOVA Studio의 API 키 (기본 모델 HCX-005)
  LLM_BASE_URL         다른 모델의 주소. chat completions와 도구 호출을 지원해야 합니다
  LLM_MODEL            모델 이름 (기본값: HCX-005)
  LLM_API_KEY          다른 모델의 키
  LLM_MAX_TOKENS       답 하나의 최대 토큰 (HCX 기본값: 2048, 1024 이상)
  CLIENT_METADATA_URL  이 프로그램을 소개하는 client-id metadata document의 주소
  XDG_STATE_HOME       로그인을 보관하는 곳 (기본값: ~/.local/state)

  --logout             보관한 로그인을 서버와 이 컴퓨터에서 지웁니다`,
} as const;
