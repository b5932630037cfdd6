export const attributeTypes = [
  'tag',
  'ordered_tag',
  'number',
  'string',
  'markdown',
  'image',
] as const;
export type AttributeType = (typeof attributeTypes)[number];
