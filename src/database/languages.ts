/** Languages beside its own in which the school `t` writes, as a JSON value of a statement. */
export const FURTHER_LANGUAGES = `coalesce((
  select json_agg(k.value order by k."order") from tenants_settings_languages k
  where k.parent_id = t.id and k.value::text <> t.settings_locale::text), '[]'::json)`
