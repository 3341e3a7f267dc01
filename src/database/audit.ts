import type pg from 'pg'

/**
 * The audit log. `audit_entries` are written by whoever acts, in the transaction of the act; `audit_chain` numbers them by school, without gaps, when that
 * transaction commits, and binds each to the one before by SHA-256. `origin` (address and device) and `personal` (what was said of a person) may be
 * taken out later: the chain holds salted digests of them, and not themselves.
 */
const TABLES = `
  create table if not exists audit_entries (
    id uuid primary key default uuidv7(), tenant_id uuid not null, at timestamptz not null default clock_timestamp(),
    actor_id uuid, roles text[] not null default '{}', operation text not null, collection text, document text, subject_id uuid,
    changes jsonb not null default '{}',
    origin jsonb, origin_salt text, origin_digest text, personal jsonb, personal_salt text, personal_digest text,
    unique (id, tenant_id));
  create table if not exists audit_chain (
    id uuid not null default uuidv7(), tenant_id uuid not null, number bigint not null, entry_id uuid not null unique, previous text not null, hash text not null,
    primary key (tenant_id, number), foreign key (entry_id, tenant_id) references audit_entries (id, tenant_id));
  create table if not exists audit_heads (id uuid not null default uuidv7(), tenant_id uuid primary key, number bigint not null, hash text not null);
  create index if not exists audit_entries_actor_idx on audit_entries (tenant_id, actor_id, id);
  create index if not exists audit_entries_subject_idx on audit_entries (tenant_id, subject_id) where subject_id is not null;
  create index if not exists audit_entries_collection_idx on audit_entries (tenant_id, collection, id);
  create index if not exists audit_entries_operation_idx on audit_entries (tenant_id, operation, id);
  create index if not exists audit_entries_at_idx on audit_entries (tenant_id, at)`

/** What the chain is made of. The digest of a part is of its salt and of the part as PostgreSQL writes it. */
const HASHES = `
  create or replace function lectern_audit_digest(salt text, part jsonb) returns text language sql immutable as $$
    select encode(sha256(convert_to(salt || part::text, 'UTF8')), 'hex') $$;
  create or replace function lectern_audit_hash(e audit_entries, number bigint, previous text) returns text language sql stable as $$
    select encode(sha256(convert_to(jsonb_build_array(previous, number, e.id, e.tenant_id, extract(epoch from e.at)::text, e.actor_id, e.roles,
      e.operation, e.collection, e.document, e.subject_id, e.changes, e.origin_digest, e.personal_digest)::text, 'UTF8')), 'hex') $$`

/** Salts the removable parts of a new entry. */
const SALT = `
  create or replace function lectern_audit_salt() returns trigger language plpgsql as $$
    begin
      new.origin_salt := case when new.origin is null then null else gen_random_uuid()::text end;
      new.personal_salt := case when new.personal is null then null else gen_random_uuid()::text end;
      new.origin_digest := lectern_audit_digest(new.origin_salt, new.origin);
      new.personal_digest := lectern_audit_digest(new.personal_salt, new.personal);
      return new;
    end $$`

/** Runs at COMMIT, so that the head of a school's chain is held for the commit alone, and by nobody who waits for another row meanwhile. */
const CHAIN = `
  create or replace function lectern_audit_chain() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    declare head audit_heads;
    begin
      insert into audit_heads (tenant_id, number, hash) values (new.tenant_id, 0, '') on conflict do nothing;
      select * into head from audit_heads where tenant_id = new.tenant_id for update;
      insert into audit_chain (tenant_id, number, entry_id, previous, hash)
        select new.tenant_id, head.number + 1, new.id, head.hash, lectern_audit_hash(e, head.number + 1, head.hash)
        from audit_entries e where e.id = new.id;
      update audit_heads h set number = c.number, hash = c.hash from audit_chain c
        where c.entry_id = new.id and h.tenant_id = new.tenant_id;
      return null;
    end $$`

/** Refuses every change of an entry but taking out a removable part with its salt, and every change of the chain but its growth. */
const REFUSE = `
  create or replace function lectern_audit_kept() returns trigger language plpgsql as $$
    declare reduced audit_entries;
    begin
      if tg_table_name = 'audit_entries' and tg_op = 'UPDATE' then
        reduced := old;
        if new.origin is null and new.origin_salt is null then reduced.origin := null; reduced.origin_salt := null; end if;
        if new.personal is null and new.personal_salt is null then reduced.personal := null; reduced.personal_salt := null; end if;
        if reduced is not distinct from new then return new; end if;
      end if;
      raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
    end $$`

const KEPT = ['audit_entries', 'audit_chain']

/** What is done to accounts by statements of the library that signs people in; whoever a row belongs to is taken for the one who did it. */
const SIGN_IN = `
  create or replace function lectern_audit_sign_in() returns trigger language plpgsql as $$
    begin
      if tg_table_name = 'auth_sessions' then
        insert into audit_entries (tenant_id, actor_id, operation, collection, document, subject_id, origin)
          values (new.tenant_id, new.user_id, 'session.opened', 'users', new.user_id::text, new.user_id,
            jsonb_strip_nulls(jsonb_build_object('ip', nullif(new.ip_address, ''), 'agent', nullif(left(new.user_agent, 300), ''))));
      elsif tg_op = 'INSERT' then
        insert into audit_entries (tenant_id, actor_id, operation, collection, document, subject_id, changes)
          values (new.tenant_id, new.user_id, 'signIn.added', 'users', new.user_id::text, new.user_id,
            jsonb_build_object('after', jsonb_build_object('provider', new.provider_id)));
      elsif tg_op = 'DELETE' then
        insert into audit_entries (tenant_id, actor_id, operation, collection, document, subject_id, changes)
          values (old.tenant_id, null, 'signIn.removed', 'users', old.user_id::text, old.user_id,
            jsonb_build_object('before', jsonb_build_object('provider', old.provider_id)));
      else
        insert into audit_entries (tenant_id, actor_id, operation, collection, document, subject_id)
          values (new.tenant_id, new.user_id, 'password.changed', 'users', new.user_id::text, new.user_id);
      end if;
      return null;
    end $$;
  create or replace trigger lectern_audit_session after insert on auth_sessions
    for each row execute function lectern_audit_sign_in();
  create or replace trigger lectern_audit_way after insert or delete on auth_accounts
    for each row execute function lectern_audit_sign_in();
  create or replace trigger lectern_audit_password after update on auth_accounts
    for each row when (old.password is distinct from new.password) execute function lectern_audit_sign_in()`

/** A view of a learner's pages by staff, as it begins and however it ends. */
const VIEWS = `
  create or replace function lectern_audit_view() returns trigger language plpgsql as $$
    declare seen auth_views;
    begin
      seen := case when tg_op = 'INSERT' then new else old end;
      insert into audit_entries (tenant_id, actor_id, roles, operation, collection, document, subject_id, changes, origin)
        values (seen.tenant_id, seen.viewer_id, coalesce((select array_agg(r.value::text order by r."order") from users_roles r where r.parent_id = seen.viewer_id), '{}'),
          case when tg_op = 'INSERT' then 'view.begun' else 'view.ended' end, 'users', seen.user_id::text, seen.user_id,
          jsonb_build_object('after', jsonb_build_object('until', seen.expires_at)),
          case when tg_op = 'INSERT' then jsonb_strip_nulls(jsonb_build_object('ip', seen.ip_address, 'agent', left(seen.user_agent, 300))) end);
      return null;
    end $$;
  create or replace trigger lectern_audit_view after insert or delete on auth_views
    for each row execute function lectern_audit_view()`

/** Makes the tables of the log, before they are protected like all others. */
export const makeAudit = async (client: pg.ClientBase): Promise<void> => {
  for (const part of [TABLES, HASHES, SALT, CHAIN, REFUSE]) {
    await client.query(part)
  }
}

/** Closes the log to all but its growth, for whoever writes to the database. Runs after the policies are laid. */
export const closeAudit = async (
  client: pg.ClientBase,
  roles: readonly string[],
): Promise<void> => {
  await client.query(`
    create or replace trigger lectern_audit_salt before insert on audit_entries
      for each row execute function lectern_audit_salt();
    drop trigger if exists lectern_audit_chain on audit_entries;
    create constraint trigger lectern_audit_chain after insert on audit_entries deferrable initially deferred
      for each row execute function lectern_audit_chain()`)
  for (const table of KEPT) {
    await client.query(`
      create or replace trigger lectern_audit_kept before update or delete on ${table}
        for each row execute function lectern_audit_kept();
      create or replace trigger lectern_audit_whole before truncate on ${table}
        for each statement execute function lectern_audit_kept()`)
  }
  const held = roles.join(', ')
  await client.query(`
    revoke update, delete, truncate on audit_entries from ${held};
    grant update (origin, origin_salt, personal, personal_salt) on audit_entries to ${held};
    revoke insert, update, delete, truncate on audit_chain, audit_heads from ${held}`)
  await client.query(SIGN_IN)
  await client.query(VIEWS)
}
