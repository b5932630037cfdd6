const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const encodeJson = (value: object) => encode(new TextEncoder().encode(JSON.stringify(value)));

/** A key pair as Kakao has one, and tokens signed with it. */
export async function signingKey(keyId: string) {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const pair = await crypto.subtle.generateKey(
    { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  const jwk = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  return {
    publicKey: { kid: keyId, kty: 'RSA', alg: 'RS256', use: 'sig', n: jwk.n, e: jwk.e },
    spki,
    async sign(claims: object, header: object = {}) {
      const signed = `${encodeJson({ alg: 'RS256', typ: 'JWT', kid: keyId, ...header })}.${encodeJson(claims)}`;
      const bytes = new TextEncoder().encode(signed);
      const signature = await crypto.subtle.sign(algorithm, pair.privateKey, bytes);
      return `${signed}.${encode(new Uint8Array(signature))}`;
    },
  };
}

/** Signed with a secret: what a forger can make who knows the public key. */
export async function signWithSecret(
  claims: object,
  header: object,
  secret: Uint8Array<ArrayBuffer>,
) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
  const signed = `${encodeJson({ typ: 'JWT', ...header })}.${encodeJson(claims)}`;
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed));
  return `${signed}.${encode(new Uint8Array(signature))}`;
}

/** Signed with nothing. */
export function unsigned(claims: object, header: object): string {
  return `${encodeJson(header)}.${encodeJson(claims)}.`;
}
