import { describe, expect, it } from 'vitest';
import { checkImageUrl } from './check-image-url.ts';

const codeOf = (url: string) => checkImageUrl(url, 'media[0]')[0]?.code;

describe('checkImageUrl', () => {
  it.each([
    'https://cdn.example.com/a.jpg',
    'http://cdn.example.com:8080/a.JPEG?size=2#x',
    'https://cdn.example.com/image/42',
    'https://cdn.example.com/v1.2/42',
    'https://8.8.8.8/a.jpg',
    'https://172.15.0.1/a.jpg',
    'https://172.32.0.1/a.jpg',
    'https://100.63.0.1/a.jpg',
    'https://192.169.0.1/a.jpg',
    'https://10.example.com/a.jpg',
    'https://[2606:4700::1111]/a.jpg',
    'https://[2001:4860:4860::8888]/a.jpg',
    'https://local.example.com/a.jpg',
    'https://한글.kr/a.jpg',
  ])('takes %s', (url) => {
    expect(checkImageUrl(url, 'media[0]')).toEqual([]);
    expect(checkImageUrl(new URL(url), 'media[0]')).toEqual([]);
  });

  it.each(['png', 'PNG', 'gif', 'webp', 'bmp', 'heic', 'svg'])('warns of .%s', (ending) => {
    expect(codeOf(`https://cdn.example.com/a.${ending}?x=.jpg`)).toBe('IMAGE_FORMAT');
  });

  it.each([
    '',
    'a.jpg',
    '/a.jpg',
    '//cdn.example.com/a.jpg',
    'https://',
    'ftp://cdn.example.com/a.jpg',
    'file:///etc/a.jpg',
    'data:image/jpeg;base64,AAAA',
    'javascript:alert(1)',
    'blob:https://cdn.example.com/1',
  ])('refuses %s, which is no full http(s) URL', (url) => {
    expect(codeOf(url)).toBe('INVALID_IMAGE_URL');
  });

  it.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'api.localhost',
    'printer',
    'printer.local',
    'printer.local.',
    'metadata.google.internal',
    'nas.lan',
    'router.home.arpa',
    'user@localhost',
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.0.0.1.',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    // The same in other spellings.
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '１２７.0.0.1',
    '127。0。0。1',
    '0xa9fea9fe',
    '[::]',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[fc00::1]',
    '[fd12:3456::1]',
    '[fe80::1]',
    '[febf::1]',
    '[fec0::1]',
    '[ff02::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:8.8.8.8]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[2001::1]',
    '[2001:0:4136:e378:8000:63bf:3fff:fdd2]',
    '[100::1]',
  ])('refuses the host %s', (host) => {
    expect(codeOf(`http://${host}/a.jpg`)).toBe('INVALID_IMAGE_URL');
  });

  it('says what would be right, without the address', () => {
    expect(checkImageUrl('http://10.0.0.1/secret.jpg', 'imageUrls[2]')).toEqual([
      {
        code: 'INVALID_IMAGE_URL',
        field: 'imageUrls[2]',
        message: 'An image needs a public http(s) URL.',
      },
    ]);
  });
});
