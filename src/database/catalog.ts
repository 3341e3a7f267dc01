import type pg from 'pg'

/** A table with what is needed to copy its rows; partitions stand for the table they are part of. */
export type CopiedTable = { columns: string[]; name: string; schema: string }

/** A schema as statements that make it anew: `before` the rows are there, and `after`. */
export type Blueprint = { after: string[]; before: string[]; tables: CopiedTable[] }

/** Schemas that hold our rows. */
const SCHEMAS = `('public', 'pgboss')`

/** Rows of ours, and not of an extension. */
const own = (id: string, catalog: string): string =>
  `not exists (select 1 from pg_depend e where e.objid = ${id} and e.classid = '${catalog}'::regclass and e.deptype = 'e')`

const SPACES = `select format('create schema if not exists %I', nspname) as statement from pg_namespace where nspname in ${SCHEMAS} and nspname <> 'public'`

const EXTENSIONS = `select format('create extension if not exists %I', extname) as statement from pg_extension where extname <> 'plpgsql' order by oid`

const ENUMS = `
  select format('create type %I.%I as enum (%s)', n.nspname, t.typname,
    (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid)) as statement
  from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where t.typtype = 'e' and n.nspname in ${SCHEMAS} and ${own('t.oid', 'pg_type')}
  order by n.nspname, t.typname`

const SEQUENCES = `
  select format('create sequence %I.%I as %s increment %s minvalue %s maxvalue %s start %s', schemaname, sequencename, data_type,
    increment_by, min_value, max_value, start_value) as statement
  from pg_sequences where schemaname in ${SCHEMAS} order by schemaname, sequencename`

const COLUMNS = `
  select string_agg(format('%I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attcollation not in (0, t.typcollation) then format(' collate %s', a.attcollation::regcollation) else '' end,
      case when a.attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
        when d.adbin is not null then format(' default %s', pg_get_expr(d.adbin, d.adrelid)) else '' end,
      case when a.attnotnull then ' not null' else '' end), ', ' order by a.attnum)
  from pg_attribute a join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`

const TABLES = `
  select format('create %stable %I.%I (%s)%s', case when c.relpersistence = 'u' then 'unlogged ' else '' end, n.nspname, c.relname,
    (${COLUMNS}), case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end) as statement
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname in ${SCHEMAS} and ${own('c.oid', 'pg_class')}
  order by n.nspname, c.relname`

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) as statement from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ${SCHEMAS} and p.prokind in ('f', 'p') and ${own('p.oid', 'pg_proc')}
  order by n.nspname, p.proname, p.oid`

const OWNERS = `
  select format('alter sequence %s owned by %s.%I', d.objid::regclass, d.refobjid::regclass, a.attname) as statement
  from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S'
  join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'a' and s.relnamespace::regnamespace::text in ${SCHEMAS}
  order by 1`

const VALUES = `
  select format('select setval(%L, %s, %s)', quote_ident(schemaname) || '.' || quote_ident(sequencename), coalesce(last_value, start_value), case when last_value is null then 'false' else 'true' end) as statement
  from pg_sequences where schemaname in ${SCHEMAS} order by schemaname, sequencename`

/** Constraints of these kinds; those that PostgreSQL makes for the parts of a table come with what they are part of. */
const constraints = (kinds: string): string => `
  select format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as statement
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = k.connamespace
  where n.nspname in ${SCHEMAS} and k.contype in (${kinds}) and (k.conparentid = 0 or c.relispartition)
  order by c.relkind <> 'r', k.contype = 'f', c.relname, k.conname`

const INDEXES = `
  select pg_get_indexdef(i.indexrelid) as statement
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ${SCHEMAS} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by t.relkind = 'p', c.relname`

const PARTITIONS = `
  select format('alter table %s attach partition %s %s', i.inhparent::regclass, c.oid::regclass, pg_get_expr(c.relpartbound, c.oid)) as statement
  from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and c.relispartition and n.nspname in ${SCHEMAS} order by c.relname`

const STATISTICS = `
  select pg_get_statisticsobjdef(s.oid) as statement from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace
  where n.nspname in ${SCHEMAS} order by s.stxname`

const TRIGGERS = `
  select pg_get_triggerdef(g.oid) as statement from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ${SCHEMAS} and not g.tgisinternal and g.tgparentid = 0 order by c.relname, g.tgname`

/** What no statement above makes. */
const UNKNOWN = `
  select format('%s %s', c.relkind, c.oid::regclass) as thing from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ${SCHEMAS} and c.relkind in ('v', 'm', 'f') and ${own('c.oid', 'pg_class')}
  union all
  select format('type %s', t.oid::regtype) from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where n.nspname in ${SCHEMAS} and t.typtype in ('d', 'r') and ${own('t.oid', 'pg_type')}
  union all
  select format('identity of %s', a.attrelid::regclass) from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace::regnamespace::text in ${SCHEMAS} and a.attidentity <> ''`

const COPIED = `
  select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where n.nspname in ${SCHEMAS} and c.relkind = 'r' and ${own('c.oid', 'pg_class')}
  group by 1, 2 order by 1, 2`

/** Tables that row-level security would show in part, to whoever asks. */
const HALF_SEEN = `
  select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ${SCHEMAS} and c.relkind = 'r' and row_security_active(c.oid)
    and not exists (select 1 from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
      and p.qual = 'true' and current_user = any (p.roles::text[]))`

/**
 * Reads how the database of `client` is made, from its catalog. Policies and grants are not part of it: `layFloor` lays them.
 * Throws where something is there that would be lost, or rows that the role does not see.
 */
export const readBlueprint = async (client: pg.ClientBase): Promise<Blueprint> => {
  const statements = async (...queries: string[]): Promise<string[]> => {
    const found: string[] = []
    for (const query of queries) {
      const { rows } = await client.query<{ statement: string }>(query)
      found.push(...rows.map(({ statement }) => statement))
    }

    return found
  }
  const [unknown, hidden] = [
    await client.query<{ thing: string }>(UNKNOWN),
    await client.query<{ name: string }>(HALF_SEEN),
  ]
  const lost = [...unknown.rows.map(({ thing }) => thing), ...hidden.rows.map(({ name }) => name)]
  if (lost.length > 0) {
    throw new Error(`A backup would lack: ${lost.join(', ')}.`)
  }

  return {
    after: await statements(
      FUNCTIONS,
      OWNERS,
      VALUES,
      constraints(`'p', 'u', 'x', 'c'`),
      INDEXES,
      constraints(`'f'`),
      PARTITIONS,
      STATISTICS,
      TRIGGERS,
    ),
    before: await statements(SPACES, EXTENSIONS, ENUMS, SEQUENCES, TABLES),
    tables: (await client.query<CopiedTable>(COPIED)).rows,
  }
}
