// Every printable ASCII character that is no letter or digit; what is not ASCII is part of a token anyway.
const punctuation = "!\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~".replaceAll('"', '""');

/**
 * The grams of each node (src/storage/search), cut by us: the tokenizer only splits at spaces. Without positions and
 * without the text, which stands in the nodes. And how many nodes there are to each 1,024 ids, to skip whole blocks.
 */
export const sqliteSearch: readonly string[] = [
  `CREATE VIRTUAL TABLE node_grams USING fts5 (
     grams,
     content = '',
     contentless_delete = 1,
     detail = none,
     tokenize = "ascii tokenchars '${punctuation}'"
   )`,
  // Merges twice as many segments at a time as usual, and gathers the grams of a thousand nodes before it writes a segment:
  // each gram is written out less often.
  "INSERT INTO node_grams (node_grams, rank) VALUES ('automerge', 8), ('hashsize', 8388608)",
  'CREATE TABLE node_blocks (block INTEGER PRIMARY KEY, nodes INTEGER NOT NULL)',
];
