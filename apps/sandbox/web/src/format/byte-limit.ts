/** What a carrier accepts of a kind in EUC-KR bytes, or `null` where it counts otherwise. */
export const byteLimit = { SMS: 90, LMS: 2000, MMS: 2000, KAKAO: null } as const;
