import type pg from 'pg'

/** Tables that name a file to say something of it, and go with it or outlive it: none of them uses it. */
const ABOUT_FILES = [
  'course_transfer_items',
  'incoming_files',
  'translations',
  'video_plays',
  'videos',
]

/** Tables that name files inside of JSON as well: in texts, blocks, slides, questions. */
export const HOLDING_FILES = [
  '_courses_v',
  '_lessons_v',
  '_pages_v',
  '_paths_v',
  '_quizzes_v',
  'bank_questions',
  'courses',
  'edition_lessons',
  'lessons',
  'pages',
  'paths',
  'quizzes',
]

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/**
 * Which files a row names. `place` is its table, and `doc` the document it is, or is a version of. A version other than the
 * latest names none: what only the past has may be deleted.
 */
const TABLE = `
  create table if not exists file_uses (
    id uuid primary key default uuidv7(),
    tenant_id uuid not null, media_id uuid not null, place text not null, row_id uuid not null, doc_id uuid not null,
    unique (media_id, place, row_id),
    foreign key (media_id, tenant_id) references media (id, tenant_id) on delete cascade);
  create index if not exists file_uses_row_idx on file_uses (row_id, place)`

/** Keeps the uses of a row by what is written into it, whoever writes. Who names a file that is being deleted waits for that, and fails. */
const NOTE = `
  create or replace function lectern_file_uses() returns trigger language plpgsql as $$
    declare
      said jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
      named uuid[] := '{}';
    begin
      if tg_op = 'DELETE' then
        delete from file_uses where place = tg_table_name and row_id = old.id;
        return null;
      end if;
      if said ->> 'latest' is distinct from 'false' then
        select coalesce(array_agg(distinct f[1]::uuid), '{}') into named
          from regexp_matches(said::text, '${ID}', 'g') f;
      end if;
      delete from file_uses where place = tg_table_name and row_id = new.id and media_id <> all (named);
      insert into file_uses (tenant_id, media_id, place, row_id, doc_id)
        select m.tenant_id, m.id, tg_table_name, new.id, coalesce((said ->> 'parent_id')::uuid, new.id)
        from media m where m.id = any (named)
        on conflict do nothing;
      return null;
    end $$`

/** Tables with a column that names a file, but for those that are about files. */
const NAMING = `
  select distinct k.conrelid::regclass::text as name from pg_constraint k
  where k.contype = 'f' and k.confrelid = 'media'::regclass and k.conrelid::regclass::text <> all ($1)`

const isWatched = async (client: pg.ClientBase, table: string): Promise<boolean> => {
  const { rows } = await client.query(
    `select 1 from pg_trigger where tgrelid = $1::regclass and tgname = 'lectern_file_uses'`,
    [table],
  )

  return rows.length > 0
}

/** Makes the table of uses, before it is protected like all others. */
export const makeFileUses = async (client: pg.ClientBase): Promise<void> => {
  await client.query(TABLE)
  await client.query(NOTE)
}

/** Has every table that may name a file keep `file_uses`; one that is new to it is read through once. */
export const watchFileUses = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(NAMING, [[...ABOUT_FILES, 'file_uses']])
  for (const table of new Set([...HOLDING_FILES, ...rows.map(({ name }) => name)])) {
    if (await isWatched(client, table)) {
      continue
    }
    await client.query(`
      create trigger lectern_file_uses after insert or update or delete on ${table}
        for each row execute function lectern_file_uses()`)
    await client.query(`update ${table} set id = id`)
  }
}
