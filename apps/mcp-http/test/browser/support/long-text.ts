const letter = `서연아, 잘 지내지? 지난주에 말한 제주 여행 이야기를 길게 적어 볼게. 읽고 천천히 답해 줘.

첫째 날은 오전 10시 비행기야. 김포공항 국내선 3번 출구에서 9시에 만나자. 짐은 20인치 가방 하나면 충분할 것 같아. 도착하면 차를 빌려서 애월 쪽으로 가고, 점심은 내가 찾아 둔 국숫집에서 먹을 거야. 메뉴는 여기: https://food.example/jeju/noodles?branch=aewol#menu

둘째 날 할 일
1. 아침에 오름 하나 오르기 (한 시간이면 충분해)
2. 점심은 시장에서 갈치조림
3. 오후에는 바닷가 카페에서 아무것도 안 하기 ☕

셋째 날은 비 소식이 있어. 비가 오면 미술관에 가고, 안 오면 배를 타자. 배표는 당일에도 살 수 있대. The ferry leaves at 14:30 from Moseulpo; the museum closes at six.

비용은 한 사람에 38만 원쯤 들 것 같아. 항공권 12만 원, 숙소 14만 원, 차와 기름값 6만 원, 나머지는 먹는 데 쓰자. 내가 먼저 결제하고 나중에 나눠도 돼. 혹시 못 먹는 음식이나 꼭 가고 싶은 곳이 있으면 이번 주 금요일까지 알려 줘.

아, 그리고 지난번에 빌려 간 우산은 꼭 가져와! 도윤이가 자기 우산이라고 계속 찾고 있어 🎉

`;

const characters = [...letter.repeat(2)];

/** 1,000 characters as people count them: Korean with some English, a list, a link, emoji. The last one shows that none is missing. */
export const longText = `${characters.slice(0, 999).join('')}끝`;
