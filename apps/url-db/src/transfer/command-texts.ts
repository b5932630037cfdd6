import type { Words } from '../words.ts';

export const texts = {
  importUsage: {
    en: 'url-db import FILE [--domain NAME] [--format netscape|csv|jsonl]',
    ko: 'url-db import FILE [--domain NAME] [--format netscape|csv|jsonl]',
  },
  imported: {
    en: 'Added {created}, there already {known}, dependencies added {dependencies}, skipped {skipped}.',
    ko: '추가 {created}, 이미 있음 {known}, 추가한 의존 관계 {dependencies}, 건너뜀 {skipped}',
  },
  interrupted: {
    en: 'Interrupted. The same command goes on where it ended.',
    ko: '중단했습니다. 같은 명령을 다시 실행하면 이어서 가져옵니다.',
  },
  notUtf8: {
    en: '{file} is not UTF-8. Save it as UTF-8 (in a spreadsheet: "CSV UTF-8") and import it again.',
    ko: '{file} 파일이 UTF-8이 아닙니다. UTF-8로 저장한 뒤(스프레드시트에서는 "CSV UTF-8") 다시 가져오세요.',
  },
  folder: { en: '{file} is a folder, not a file.', ko: '{file} 파일이 아니라 폴더입니다.' },
  noFile: { en: 'There is no file {file}.', ko: '{file} 파일이 없습니다.' },
  noDomain: { en: 'There is no domain {name}.', ko: '{name} 도메인이 없습니다.' },
  exported: { en: 'Exported {nodes} nodes.', ko: '노드 {nodes}개를 내보냈습니다.' },
  backedUp: {
    en: 'The backup is in {file}. It is a database: DATABASE_URL=file:{file} opens it.',
    ko: '{file}에 백업했습니다. 그대로 쓸 수 있는 데이터베이스입니다: DATABASE_URL=file:{file}',
  },
  backupExists: {
    en: '{file} exists already; a backup overwrites nothing.',
    ko: '{file} 파일이 이미 있습니다. 백업은 덮어쓰지 않습니다.',
  },
  noBackup: {
    en: 'A backup of PostgreSQL is made by its own tools: pg_dump "$DATABASE_URL" > url-db.sql',
    ko: 'PostgreSQL 백업은 PostgreSQL의 도구로 합니다: pg_dump "$DATABASE_URL" > url-db.sql',
  },
  notEmpty: {
    en: 'The database of --to is not empty. Nothing was moved.',
    ko: '--to의 데이터베이스가 비어 있지 않습니다. 옮긴 것이 없습니다.',
  },
  notMoved: {
    en: 'Interrupted. Nothing was moved.',
    ko: '중단했습니다. 옮긴 것이 없습니다.',
  },
  migrated: {
    en: 'Moved {rows} rows, every id kept; counted again over there: equal.',
    ko: '모든 id를 유지한 채 {rows}개 행을 옮겼고, 옮긴 곳의 행 수도 같습니다.',
  },
  different: {
    en: 'Over there {table} has {found} rows, and here {wanted}. Do not use the new database; empty it and try again while nobody writes here.',
    ko: '옮긴 곳의 {table}은(는) {found}개 행, 여기는 {wanted}개 행입니다. 새 데이터베이스를 쓰지 말고, 비운 뒤 쓰기가 없을 때 다시 시도하세요.',
  },
} as const satisfies Record<string, Words>;
