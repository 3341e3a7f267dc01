/** Languages beside its own in which the school `t` writes, as a JSON value of a statement. */
export const FURTHER_LANGUAGES = `coalesce((
  select json_agg(k.value order by k."order") from tenants_settings_languages k
  where k.parent_id = t.id and k.value::text <> t.settings_locale::text), '[]'::json)`

const said = (name: string, key: string): string =>
  `'${name}', nullif(trim(w.texts -> '${key}' ->> 'text'), '')`

/** What the school `t` says of itself in further languages (`SchoolWords` by language), as a JSON value of a statement. */
export const SCHOOL_WORDS = `coalesce((
  select json_object_agg(w.locale, json_strip_nulls(json_build_object(${[
    said('name', 'name'),
    said('notice', 'settings.maintenance.notice'),
    said('tagline', 'settings.tagline'),
  ].join(', ')})))
  from translations w where w.school_id = t.id), '{}'::json)`
