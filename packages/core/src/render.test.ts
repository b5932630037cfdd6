import { expect, it } from 'vitest';
import { JeonboError } from './error.ts';
import { render } from './render.ts';

it('fills every place of a variable', () => {
  expect(render('#{name}님, #{ name }님의 잔액은 #{amount}원', { name: '홍길동', amount: 0 })).toBe(
    '홍길동님, 홍길동님의 잔액은 0원',
  );
});

it('does not fill what a value brings, nor read $ as a pattern', () => {
  expect(render('#{a}', { a: '#{b} $& $1' })).toBe('#{b} $& $1');
});

it('leaves a text without variables as it is', () => {
  expect(render('{name} #name # {x}')).toBe('{name} #name # {x}');
});

it('names all that are missing', () => {
  try {
    render('#{a} #{b} #{a} #{toString}', { b: 1 });
    expect.unreachable();
  } catch (error) {
    expect(JeonboError.is(error) && error).toMatchObject({
      code: 'VALIDATION_ERROR',
      field: 'variables',
      details: { missing: ['a', 'toString'] },
    });
  }
});
