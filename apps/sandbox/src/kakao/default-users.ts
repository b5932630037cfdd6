import type { KakaoScope, KakaoUser } from '../seed/seed.ts';

const joined: readonly KakaoScope[] = ['openid', 'profile_nickname', 'profile_image', 'friends'];

/** People of a sandbox without a seed. Nobody has these numbers: 010-0000 is not in use. */
export const defaultUsers: readonly KakaoUser[] = [
  {
    id: 3_000_000_001,
    nickname: '김서연',
    phone: '010-0000-1001',
    friends: [
      { id: 3_000_000_002, favorite: true },
      { id: 3_000_000_003 },
      { id: 3_000_000_004 },
      { id: 3_000_000_005 },
      { id: 3_000_000_006 },
      { id: 3_000_000_007 },
    ],
  },
  {
    id: 3_000_000_002,
    nickname: '이도윤',
    phone: '010-0000-1002',
    agreed: joined,
    friends: [{ id: 3_000_000_001 }, { id: 3_000_000_003, favorite: true }],
  },
  {
    id: 3_000_000_003,
    nickname: 'Mina Park',
    phone: '010-0000-1003',
    agreed: joined,
    friends: [{ id: 3_000_000_001 }],
  },
  // What can be wrong with a friend: one each.
  { id: 3_000_000_004, nickname: '최하준', phone: '010-0000-1004', agreed: joined, fails: -530 },
  { id: 3_000_000_005, nickname: '정유나', phone: '010-0000-1005', agreed: joined, fails: -533 },
  { id: 3_000_000_006, nickname: '한소라', phone: '010-0000-1006', agreed: ['profile_nickname'] },
  { id: 3_000_000_007, nickname: '오지호', phone: '010-0000-1007' },
];
