import type pg from 'pg'

/** Refuses every change of a consent but taking out where it came from. */
const REFUSE = `
  create or replace function lectern_consent_kept() returns trigger language plpgsql as $$
    declare reduced consents;
    begin
      reduced := old;
      if new.origin is null then reduced.origin := null; end if;
      if new.visitor is null then reduced.visitor := null; end if;
      if reduced is not distinct from new then return new; end if;
      raise exception 'consents is append-only' using errcode = 'insufficient_privilege';
    end $$;
  create or replace trigger lectern_consent_kept before update on consents
    for each row execute function lectern_consent_kept()`

/** Closes the table of consents to changes, for whoever writes to the database. */
export const closeConsents = async (client: pg.ClientBase): Promise<void> => {
  await client.query(REFUSE)
}
