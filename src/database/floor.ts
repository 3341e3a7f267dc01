import type pg from 'pg'

import { WHOLE } from '@/domain/catalog/team'
import { sealedInJson } from '@/secrets'

import { makeAccountLinks } from './accountLinks'
import { closeAudit, makeAudit } from './audit'
import { closeConsents } from './consents'
import { makeFileUses, watchFileUses } from './fileUses'
import { CHANNELS } from './notices'

/** Roles of the database. Neither owns a table; the first is held by row-level security, the second serves the platform. */
const APP_ROLE = 'lectern_app'
const SYSTEM_ROLE = 'lectern_system'

/** The school set by the pool; null where none is set, which no row equals. Not a sub-select, of which a statement would begin one for each table (decision 108). */
const CURRENT = `nullif(current_setting('app.tenant', true), '')::uuid`

/** Payload's own tables, which have no field for a school: a column that fills itself from the pool's setting. */
const PAYLOAD_TABLES = [
  'payload_preferences',
  'payload_locked_documents',
  'payload_kv',
  'payload_jobs',
]

/** Tables without rows of any school, and what the app may do with each. */
const SHARED_TABLES: Record<string, 'nothing' | 'read'> = {
  lectern_account_links: 'nothing',
  lectern_backups: 'nothing',
  lectern_edge_lines: 'nothing',
  lectern_exchange_rates: 'read',
  lectern_handovers: 'nothing',
  lectern_limits: 'nothing',
  lectern_link_browsers: 'nothing',
  lectern_mail_pace: 'nothing',
  lectern_restores: 'nothing',
  lectern_workers: 'nothing',
  payload_migrations: 'read',
}

/** Tables whose rows stay as they were written: nobody may change or delete one. */
const WRITTEN_ONCE = ['credit_notes', 'invoices', 'ledger_entries']

/** Workers that are alive, for the health check. */
const WORKERS = `create table if not exists lectern_workers (id text primary key, seen_at timestamptz not null)`

/** Backups that were begun, and what became of them; `drill_*` are of the last time that one was restored to see whether it can be. Not part of a backup. */
const BACKUPS = `create table if not exists lectern_backups (id text primary key, started_at timestamptz not null default now(), finished_at timestamptz,
  error text, rows bigint, bytes bigint, files bigint, file_bytes bigint, deleted_at timestamptz,
  drilled_at timestamptz, drill_error text, drill_tables integer, drill_rows bigint, drill_files bigint)`

/** Which lines of a content delivery network's logs were counted, and when each answer was given. */
const EDGE_LINES = `create table if not exists lectern_edge_lines (key uuid primary key, at timestamptz not null);
  create index if not exists lectern_edge_lines_at on lectern_edge_lines (at)`

/** Restores of one school that staff asked for, and how far they are; one is under way at a time. Not part of a backup. */
const RESTORES = `create table if not exists lectern_restores (id uuid primary key, school uuid not null, backup text not null,
  replaces boolean not null, documents boolean not null default false, step text not null default 'waiting', attempts integer not null default 0,
  asked_at timestamptz not null default now(), touched_at timestamptz not null default now(), finished_at timestamptz, error text, changes jsonb, proof jsonb);
  create unique index if not exists lectern_restores_one on lectern_restores ((true)) where finished_at is null`

/** How often something was asked for in a window; `free_at` is when whoever failed may try again. A crash of the server empties it. */
const LIMITS = `create unlogged table if not exists lectern_limits (key text primary key, count integer not null, ends_at timestamptz not null, free_at timestamptz);
  create index if not exists lectern_limits_ends on lectern_limits (ends_at)`

/** When each mail server may be sent the next mail. */
const MAIL_PACE = `create table if not exists lectern_mail_pace (provider text primary key, free_at timestamptz not null)`

/** Reference rates of each day, in units of a currency for one euro: the same for every school. */
const EXCHANGE_RATES = `create table if not exists lectern_exchange_rates (day date not null, currency text not null, rate numeric not null,
  fetched_at timestamptz not null default now(), primary key (day, currency))`

type Table = {
  name: string
  parent: null | string
  parentColumn: null | string
  tenantColumn: null | string
}

/**
 * Puts row-level security on every table of the schema, and throws when a table declares no scope:
 * neither a school of its own, nor a parent that has one. Runs after every migration, as the owner,
 * and may run again at any time.
 */
export const layFloor = async (client: pg.ClientBase): Promise<void> => {
  await client.query(BACKUPS)
  await client.query(RESTORES)
  await client.query(WORKERS)
  await client.query(LIMITS)
  await client.query(EDGE_LINES)
  await client.query(MAIL_PACE)
  await client.query(EXCHANGE_RATES)
  await makeAccountLinks(client)
  await makeFileUses(client)
  await makeAudit(client)
  for (const table of PAYLOAD_TABLES) {
    await client.query(
      `alter table if exists ${table} add column if not exists tenant_id uuid default ${CURRENT}`,
    )
  }
  await client.query(`
    grant usage on schema public to ${APP_ROLE}, ${SYSTEM_ROLE};
    grant select, insert, update, delete on all tables in schema public to ${APP_ROLE}, ${SYSTEM_ROLE};
    grant usage, select on all sequences in schema public to ${APP_ROLE}, ${SYSTEM_ROLE};`)
  await client.query(REFUSE_CHANGE)
  for (const table of await scopedTables(client)) {
    await protect(client, table)
  }
  await client.query(BALANCED_LEDGER)
  await client.query(FITTING_SHARES)
  await client.query(WATCH_HOSTS)
  await client.query(WATCH_BLOCKS)
  await client.query(QUEUE_FLOOR)
  await watchFileUses(client)
  await closeAudit(client, [APP_ROLE, SYSTEM_ROLE])
}

/** The queue keeps jobs in partitions, and writes into them by name. */
const JOB_TABLES = ['pgboss.job', 'pgboss.job_common']

const OWN_JOB = `(data ->> 'tenant')::uuid = ${CURRENT}`

/** The queue's jobs carry their school in their data: the app sends and sees those of its own alone. */
const QUEUE_FLOOR = [
  `grant usage on schema pgboss to ${APP_ROLE}, ${SYSTEM_ROLE};
   grant select, insert, update, delete on all tables in schema pgboss to ${SYSTEM_ROLE};
   grant execute on all functions in schema pgboss to ${APP_ROLE}, ${SYSTEM_ROLE};
   grant select on pgboss.queue, pgboss.version to ${APP_ROLE};`,
  ...JOB_TABLES.map(
    (table) => `
      grant select, insert on ${table} to ${APP_ROLE};
      alter table ${table} enable row level security;
      drop policy if exists school_floor on ${table};
      drop policy if exists platform_floor on ${table};
      create policy school_floor on ${table} to ${APP_ROLE} using (${OWN_JOB}) with check (${OWN_JOB});
      create policy platform_floor on ${table} to ${SYSTEM_ROLE} using (true) with check (true);`,
  ),
].join('\n')

/** The tables of the schema, each with the column or the parent by which its rows belong to a school. */
export const scopedTables = async (client: pg.ClientBase): Promise<Table[]> => {
  const { rows } = await client.query<Table>(`
    select c.relname as name,
      (select attname from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
        and attname in ('tenant_id', 'version_tenant_id') limit 1) as "tenantColumn",
      k.column as "parentColumn", k.parent
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    left join lateral (
      select a.attname as column, k.confrelid::regclass::text as parent
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.conrelid = c.oid and k.contype = 'f' and cardinality(k.conkey) = 1 and a.attname in ('_parent_id', 'parent_id')
      order by a.attname limit 1
    ) k on true
    where c.relkind = 'r' order by c.relname`)

  return rows
}

const protect = async (client: pg.ClientBase, table: Table): Promise<void> => {
  const name = `"${table.name}"`
  const shared = SHARED_TABLES[table.name]
  if (shared) {
    await client.query(
      `revoke ${shared === 'read' ? 'insert, update, delete' : 'all'} on ${name} from ${APP_ROLE}`,
    )

    return
  }
  const rule = ruleOf(table)
  const check = table.name.endsWith('_rels')
    ? [rule, ...(await targetsVisible(client, table))].join(' and ')
    : rule
  await client.query(`
    alter table ${name} enable row level security;
    drop policy if exists school_floor on ${name};
    drop policy if exists platform_floor on ${name};
    create policy school_floor on ${name} to ${APP_ROLE} using (${rule}) with check (${check});
    create policy platform_floor on ${name} to ${SYSTEM_ROLE} using (true) with check (true);`)
  if (WRITTEN_ONCE.includes(table.name)) {
    await client.query(`
      create or replace trigger lectern_written_once before update or delete on ${name}
        for each row execute function lectern_written_once()`)
  }
  if (table.name === 'consents') {
    await closeConsents(client)
  }
}

const ruleOf = ({ name, parent, parentColumn, tenantColumn }: Table): string => {
  if (name === 'tenants') {
    return `id = ${CURRENT}`
  }
  if (tenantColumn) {
    return `${tenantColumn} = ${CURRENT}`
  }
  if (parent && parentColumn) {
    return `exists (select 1 from ${parent} p where p.id = "${name}"."${parentColumn}")`
  }
  throw new Error(`Table ${name} declares no school: give it a tenant, or a parent that has one.`)
}

/** A row of a has-many relation may only point at what the same school can see. */
const targetsVisible = async (
  client: pg.ClientBase,
  { name, parentColumn }: Table,
): Promise<string[]> => {
  const { rows } = await client.query<{ column: string; target: string }>(
    `select a.attname as column, k.confrelid::regclass::text as target
     from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     where k.conrelid = $1::regclass and k.contype = 'f' and a.attname <> $2`,
    [name, parentColumn],
  )

  return rows.map(
    ({ column, target }) =>
      `("${column}" is null or exists (select 1 from ${target} x where x.id = "${name}"."${column}"))`,
  )
}

/** Refuses to change or delete the row it is about, whoever asks; the platform may put other sealed texts in the place of sealed ones. */
const REFUSE_CHANGE = `
  create or replace function lectern_written_once() returns trigger language plpgsql as $$
    declare sealed constant text := '${sealedInJson}';
    begin
      if tg_op = 'UPDATE' and current_user = '${SYSTEM_ROLE}' and new is distinct from old
        and regexp_replace(to_jsonb(new)::text, sealed, '""', 'g') = regexp_replace(to_jsonb(old)::text, sealed, '""', 'g') then
        return new;
      end if;
      raise exception '% is written once', tg_table_name using errcode = 'insufficient_privilege';
    end $$`

/** Refuses a transaction after which what was posted to the ledger under one key does not sum to zero. */
const BALANCED_LEDGER = `
  create or replace function lectern_ledger_balanced() returns trigger language plpgsql as $$
    begin
      if (select sum(amount) from ledger_entries where tenant_id = new.tenant_id and key = new.key) <> 0 then
        raise exception 'posting % does not balance', new.key using errcode = 'check_violation';
      end if;
      return null;
    end $$;
  drop trigger if exists lectern_ledger_balanced on ledger_entries;
  create constraint trigger lectern_ledger_balanced after insert on ledger_entries deferrable initially deferred
    for each row execute function lectern_ledger_balanced()`

/**
 * Refuses a share of revenue while its person has another of the same course at the same time, and one with which more than all of the course is
 * shared at some moment. Those of one course wait for one another.
 */
const FITTING_SHARES = `
  create or replace function lectern_shares_fit() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('shares:' || new.course_id, 0));
      if exists (select 1 from revenue_shares o where o.course_id = new.course_id and o.person_id = new.person_id and o.id <> new.id
          and tstzrange(o.starts_at, coalesce(o.ends_at, 'infinity')) && tstzrange(new.starts_at, coalesce(new.ends_at, 'infinity'))) then
        raise exception 'shares of % overlap', new.person_id using errcode = 'exclusion_violation';
      end if;
      if exists (select 1 from revenue_shares m join revenue_shares o on o.course_id = m.course_id
          and o.starts_at <= m.starts_at and m.starts_at < coalesce(o.ends_at, 'infinity')
          where m.course_id = new.course_id group by m.id having sum(o.share) > ${WHOLE}) then
        raise exception 'more than all of % is shared', new.course_id using errcode = 'check_violation';
      end if;
      return null;
    end $$;
  create or replace trigger lectern_shares_fit after insert or update on revenue_shares
    for each row execute function lectern_shares_fit()`

/**
 * Any change of what names lead where, or of what a school is called, by whatever program, empties the host caches of all processes;
 * claims and checks of domains, which change nothing of it, leave them alone.
 */
const WATCH_BLOCKS = `
  create or replace function lectern_blocks_changed() returns trigger language plpgsql as $$
    begin perform pg_notify('${CHANNELS.blocks}', ''); return null; end $$;
  create or replace trigger lectern_blocks_changed after insert or update or delete on address_blocks
    for each statement execute function lectern_blocks_changed();`

const WATCH_HOSTS = `
  create or replace function lectern_hosts_changed() returns trigger language plpgsql as $$
    begin perform pg_notify('${CHANNELS.hosts}', ''); return null; end $$;
  create or replace trigger lectern_hosts_changed after insert or update or delete on tenants
    for each statement execute function lectern_hosts_changed();
  drop trigger if exists lectern_hosts_changed on domains;
  create or replace trigger lectern_hosts_added after insert on domains
    for each row when (new.verified_at is not null) execute function lectern_hosts_changed();
  create or replace trigger lectern_hosts_removed after delete on domains
    for each row when (old.verified_at is not null) execute function lectern_hosts_changed();
  create or replace trigger lectern_hosts_moved after update on domains
    for each row when ((old.host, old.is_primary, old.tenant_id, old.verified_at is null)
      is distinct from (new.host, new.is_primary, new.tenant_id, new.verified_at is null))
    execute function lectern_hosts_changed();
  create or replace trigger lectern_hosts_worded after insert or update on translations
    for each row when (new.school_id is not null) execute function lectern_hosts_changed();
  create or replace trigger lectern_hosts_unworded after delete on translations
    for each row when (old.school_id is not null) execute function lectern_hosts_changed();`

/**
 * Makes the two roles, with passwords derived from the master secret. Roles belong to the whole
 * server, so two databases on it share them.
 */
export const makeRoles = async (
  client: pg.ClientBase,
  password: (role: string) => string,
): Promise<void> => {
  for (const role of [APP_ROLE, SYSTEM_ROLE]) {
    await client.query(`
      do $$ begin
        if not exists (select 1 from pg_roles where rolname = '${role}') then
          create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole;
        end if;
      exception when duplicate_object or unique_violation then null; end $$`)
    await client.query(`alter role ${role} login password ${client.escapeLiteral(password(role))}`)
  }
}
