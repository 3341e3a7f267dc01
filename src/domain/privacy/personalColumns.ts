/**
 * What becomes of something of a person: `given` is part of the file of their data, and gone with the account; `gone` goes
 * with the account, and is no part of the file: a secret, or what says the same once more; `kept` is part of the file, and
 * stays as the law asks.
 */
export type Fate = 'given' | 'gone' | 'kept'

const columns = (fates: Partial<Record<Fate, string>>): Readonly<Record<string, Fate>> =>
  Object.fromEntries(
    Object.entries(fates).flatMap(([fate, names]) =>
      names.split(' ').map((name) => [name, fate as Fate]),
    ),
  )

/** Columns that hold texts of a person, or about one, by their tables. */
export const PERSONAL_COLUMNS: Readonly<Record<string, Readonly<Record<string, Fate>>>> = {
  abandoned_checkouts: columns({ given: 'title', gone: 'purchase' }),
  account_changes: columns({ given: 'reason' }),
  api_keys: columns({ given: 'name shown scopes', gone: 'hash' }),
  audit_entries: columns({ given: 'origin personal', gone: 'origin_salt personal_salt' }),
  auth_accounts: columns({
    given: 'account_id',
    gone: 'access_token id_token password refresh_token scope',
  }),
  auth_devices: columns({ given: 'device' }),
  auth_mail_links: columns({ gone: 'address browser code next token' }),
  auth_passkeys: columns({ given: 'name host', gone: 'credential key transports' }),
  auth_recovery_codes: columns({ gone: 'hash' }),
  auth_second_factors: columns({ gone: 'secret' }),
  auth_sessions: columns({
    given: 'ip_address push_endpoint user_agent',
    gone: 'push_auth push_key token',
  }),
  auth_trusted_devices: columns({ gone: 'hash' }),
  auth_verifications: columns({ gone: 'identifier value' }),
  auth_views: columns({ given: 'ip_address user_agent', gone: 'token' }),
  certificates: columns({ given: 'learner_name', gone: 'file_key' }),
  comments: columns({ given: 'body reason' }),
  consents: columns({ given: 'origin', gone: 'visitor' }),
  course_team: columns({ given: 'reason', gone: 'email token' }),
  credit_notes: columns({ kept: 'buyer' }),
  document_copies: columns({ given: 'code' }),
  emails: columns({ given: 'subject text', gone: 'data html to' }),
  enrollment_changes: columns({ given: 'reason' }),
  gifts: columns({ given: 'message recipient_email recipient_name' }),
  incoming_files: columns({ given: 'filename' }),
  instructors: columns({ given: 'bio credentials headline name website', gone: 'slug' }),
  instructors_certifications: columns({ given: 'issuer title' }),
  instructors_history: columns({ given: 'place role' }),
  invoices: columns({ kept: 'buyer' }),
  learner_notes: columns({ given: 'quote text', gone: 'after before' }),
  lesson_releases: columns({ given: 'reason' }),
  notifications: columns({ given: 'data link' }),
  orders: columns({ given: 'billing guest_name' }),
  payload_preferences: columns({ gone: 'value' }),
  payment_events: columns({ gone: 'payload' }),
  payout_accounts: columns({ given: 'needs', gone: 'provider_account' }),
  people_lines: columns({ gone: 'account cells email' }),
  place_requests: columns({ given: 'message question reason' }),
  place_transfers: columns({ given: 'reason' }),
  posts: columns({ given: 'body reason title' }),
  quiz_allowances: columns({ given: 'reason' }),
  quiz_attempts: columns({ given: 'answers', gone: 'marks questions' }),
  refunds: columns({ given: 'reason' }),
  regrades: columns({ gone: 'marks reason' }),
  reviews: columns({ given: 'reply text', gone: 'hidden_reason' }),
  scim_people: columns({
    given: 'external_id family_name given_name user_name',
    gone: 'user_name_key',
  }),
  submission_files: columns({ given: 'filename' }),
  submissions: columns({ given: 'comment remarks text thread', gone: 'decisions levels' }),
  subscriptions: columns({ given: 'cancel_note card', gone: 'card_keys card_page' }),
  survey_answers: columns({ given: 'answers' }),
  users: columns({ given: 'bio email name staff_note tags time_zone', gone: 'image' }),
  video_plays: columns({ given: 'agent code', gone: 'device video' }),
  video_traffic: columns({ gone: 'viewer' }),
  waitlist_entries: columns({ given: 'reason' }),
}

/** Texts in the same tables that say nothing of the person: of whom and what else a row is, sums, states and numbers of ours. */
export const PLAIN_COLUMNS: Readonly<Record<string, string>> = {
  abandoned_checkouts: 'currency occasion',
  account_changes: 'after before',
  audit_entries: 'changes collection document operation origin_digest personal_digest roles',
  auth_accounts: 'provider_id',
  certificates: 'course_title number serial',
  comments: 'key',
  consents: 'key locale page version',
  credit_notes: 'currency lines locale number reason seller taxation time_zone',
  document_copies: 'document',
  emails: 'dedupe_key error kind',
  gifts: 'locale',
  incoming_files:
    'announced checksum detail fingerprint mime_type multipart object_key reason runner',
  invoices: 'coupon currency lines locale number seller taxation time_zone',
  learner_notes: 'key',
  notifications: 'key template',
  orders:
    'accepted currency direct exchange locale merchant merchant_invoice number payment_url provider session tax_transaction taxation terms',
  payload_preferences: 'key',
  payment_events: 'provider provider_event refusal report type',
  payout_accounts: 'holder provider',
  people_lines: 'reason result',
  place_transfers: 'key',
  posts: 'key',
  refunds: 'currency failure key provider_refund',
  submission_files: 'mime_type',
  submissions: 'files',
  subscriptions: 'currency provider session title',
  users: 'email_key name_key second_name third_name',
  video_traffic: 'day video',
}

/** Tables that hold nothing but ids of a person: who bought, learned, wrote or decided. */
export const PLAIN_TABLES: readonly string[] = (
  '_courses_v _courses_v_rels _courses_v_version_faq _lessons_v _pages_v _paths_v _quizzes_v access_grants address_blocks ' +
  'audit_chain audit_heads bank_questions bank_versions booking_steps cart_items categories cohorts coupon_redemptions coupons ' +
  'coupons_rels course_editions course_log course_transfer_items course_transfers course_updates courses courses_faq courses_rels ' +
  'custom_roles custom_roles_permissions data_exports dead_letters disputes domains drm_accounts edition_lessons email_templates ' +
  'enrollments erasures events file_uses lectern_backups lectern_edge_lines lectern_restores gateway_plans gateway_sessions ledger_entries lessons library_periods media media_folders ' +
  'notification_choices offer_additions offers offers_prices offers_rels order_lines pages path_members paths payload_kv payload_locked_documents ' +
  'payload_locked_documents_rels payload_preferences_rels payment_accounts payments payouts people_jobs plan_subscriptions plans ' +
  'post_follows progress push_keys quiz_statistics quizzes reconciliations redirects refund_lines retention_runs revenue_shares saml_assertions scim_groups scim_members scim_tokens secrets sections sign_in_providers ' +
  'space_members spaces speech_accounts tax_rates tenants tenants_settings_currencies tenants_settings_languages transcripts ' +
  'translations upsell_proposals upsells upsells_rels users_roles video_accounts video_events videos'
).split(' ')
