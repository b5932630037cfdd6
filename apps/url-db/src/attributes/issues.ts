import type { AttributeType } from './types.ts';

const attributeProblems = [
  /** Nothing but white space. */
  'empty',
  /** More characters than the type takes (`limit`). */
  'too_long',
  /** A line break where the type is one line. */
  'line_break',
  /** A character that is no text, like NUL. */
  'control_character',
  /** A tag with a comma, semicolon or bar. */
  'separator',
  /** No finite decimal number. */
  'not_a_number',
  /** Neither an http(s) URL nor a data: image of a known format. */
  'not_an_image',
  /** A data: image of more than 10 MB. */
  'image_too_large',
  /** More than one value of a type that has one. */
  'one_value',
  /** An ordered_tag without order_index, or a negative or broken one. */
  'order_index_needed',
  /** An order_index on a type that has none. */
  'order_index_not_allowed',
  /** Two values with one order_index. */
  'order_index_twice',
  /** The same ordered tag twice. (Of a tag that stands twice one is kept.) */
  'twice',
  /** A name that is no attribute name. */
  'bad_name',
] as const;
export type AttributeProblem = (typeof attributeProblems)[number];

/** One value that cannot be kept. */
export interface AttributeIssue {
  /** Its place in the list that was given. */
  readonly index: number;
  readonly name: string;
  readonly type: AttributeType;
  readonly problem: AttributeProblem;
  readonly field: 'name' | 'value' | 'order_index';
  readonly limit?: number | undefined;
}
