import type pg from 'pg'

/**
 * Accounts of different schools that their owner linked, one row for each direction; what hands a browser over from one to the
 * other; and the browsers in which an account was signed in. Of the platform: the app's role reaches none of them.
 */
const TABLES = `
  create table if not exists lectern_account_links (
    id uuid not null, tenant uuid not null, account uuid not null, other_tenant uuid not null, other_account uuid not null,
    created_at timestamptz not null default now(), check (tenant <> other_tenant),
    primary key (tenant, account, other_tenant),
    foreign key (account, tenant) references users (id, tenant_id) on delete cascade,
    foreign key (other_account, other_tenant) references users (id, tenant_id) on delete cascade);
  create index if not exists lectern_account_links_other on lectern_account_links (other_account);
  create table if not exists lectern_handovers (
    hash text primary key, kind text not null, tenant uuid not null, account uuid not null, other_tenant uuid not null, expires_at timestamptz not null,
    foreign key (account, tenant) references users (id, tenant_id) on delete cascade);
  create index if not exists lectern_handovers_account on lectern_handovers (account);
  create table if not exists lectern_link_browsers (
    tenant uuid not null, account uuid not null, hash text not null, expires_at timestamptz not null,
    primary key (account, hash), foreign key (account, tenant) references users (id, tenant_id) on delete cascade)`

/** An address that changes, or is no longer proved, ends the links of its account, whoever changes it. */
const ADDRESS = `
  create or replace function lectern_unlink_account() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      delete from lectern_account_links where new.id in (account, other_account);
      delete from lectern_handovers where account = new.id;
      delete from lectern_link_browsers where account = new.id;
      return null;
    end $$;
  create or replace trigger lectern_unlink_account after update of email, email_verified on users for each row
    when (new.email is distinct from old.email or new.email_verified is not true and old.email_verified) execute function lectern_unlink_account()`

/** A new password is asked for again in every browser. */
const PASSWORD = `
  create or replace function lectern_forget_browsers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      delete from lectern_link_browsers where account = new.user_id;
      return null;
    end $$;
  create or replace trigger lectern_forget_browsers after update of password on auth_accounts for each row
    when (new.password is distinct from old.password) execute function lectern_forget_browsers()`

/** A school that forbids links ends its own, in the same statement. */
const FORBIDDEN = `
  create or replace function lectern_unlink_school() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      delete from lectern_account_links where new.id in (tenant, other_tenant);
      delete from lectern_handovers where new.id in (tenant, other_tenant);
      return null;
    end $$;
  create or replace trigger lectern_unlink_school after update of settings_sign_in_linked on tenants for each row
    when (new.settings_sign_in_linked is false and old.settings_sign_in_linked is not false) execute function lectern_unlink_school()`

/** Makes them, as the owner of the schema; may run again at any time. */
export const makeAccountLinks = async (client: pg.ClientBase): Promise<void> => {
  for (const part of [TABLES, ADDRESS, PASSWORD, FORBIDDEN]) {
    await client.query(part)
  }
}
