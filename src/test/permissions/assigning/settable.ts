import type { Caller } from '@/domain/identity/permissions/grants'

/** From whom on a column can be set: whoever works in the admin, who teaches, who manages, the owner alone. */
type From = 'author' | 'manager' | 'owner' | 'staff'

/**
 * Columns, and lists of a row's own, that change when somebody who may write a row of the collection sends any field there is, by the way
 * of Payload's API; what the server writes along with them too. What is not named here nobody sets by hand.
 */
const SETTABLE: Readonly<Record<string, Partial<Record<From, string>>>> = {
  'address-blocks': {
    manager: 'expires_at reason',
  },
  'bank-questions': {
    author: 'corrects course_id is_retired tags',
  },
  categories: {
    manager: 'description name parent_id position slug',
  },
  certificates: {
    manager: 'revoked_at',
  },
  cohorts: {
    manager:
      'capacity closes_at_end course_id dates discussion_at_end ends_at enroll_from enroll_until has_discussion has_waitlist is_open name offer_hours pins_at_start starts_at',
  },
  coupons: {
    manager:
      'code currency expires_at max_redemptions per_person percent_off periods rels starts_at',
  },
  courses: {
    author:
      '_status audience category_id cover_id deleted_at description duration_minutes editor_id instructor_id language level outcomes rels requirements search_text slug summary title',
  },
  'custom-roles': {
    owner: 'name permissions',
  },
  'email-templates': {
    manager: 'body button_label heading kind locale subject',
  },
  enrollments: {
    manager: 'course_id idle_from learner_id next_release_at paused_at standing status',
  },
  instructors: {
    author: 'bio credentials headline is_published name photo_id slug website',
    manager: 'user_id',
  },
  lessons: {
    author:
      '_lessons_lessons_order _status assignment_due assignment_due_at assignment_due_days assignment_file_megabytes assignment_files_archives assignment_files_audio assignment_files_documents assignment_files_images assignment_files_most assignment_files_video assignment_late assignment_late_deduction assignment_pass_mark assignment_points assignment_resubmission assignment_resubmissions assignment_rubric assignment_takes_text audio_id body captions chapters completion_percent completion_rule course_id deleted_at document_id duration editor_id embed_url is_preview is_required kind live_ends_at live_join_url live_opens_before live_starts_at live_zone quiz_id resources section_id slides survey_is_anonymous survey_questions title video_id',
  },
  media: {
    author: 'alt focal_x focal_y folder_id is_public thumbnail_u_r_l',
  },
  'media-folders': {
    author: 'name parent_id',
  },
  'offer-additions': {
    manager: 'is_active percent_off position text title',
  },
  offers: {
    manager:
      'access_count access_until course_id days_to_pay interval is_active is_default is_for_cohort is_on_request is_open_price library most_pause_months payments position rels request_question takes_tips title trial_days',
  },
  pages: {
    author: '_status description slug title',
  },
  paths: {
    author: '_status cover_id description slug summary title',
  },
  'payload-locked-documents': {
    staff: 'global_slug rels',
  },
  'payload-preferences': {
    staff: 'key value',
  },
  'payment-accounts': {
    manager:
      'is_sandbox paddle_api_key paddle_client_token paddle_webhook_secret paypal_client_id paypal_secret paypal_webhook_id position provider sealed',
  },
  quizzes: {
    author:
      '_status attempt_limit pass_mark review review_from shuffle_answers shuffle_questions time_limit title',
  },
  'revenue-shares': {
    manager: 'course_id share',
  },
  reviews: {
    author: 'moderated_by_id replied_at reply',
  },
  secrets: {
    manager: 'name value',
  },
  sections: {
    author: '_sections_sections_order course_id deleted_at title',
  },
  'sign-in-providers': {
    owner:
      'begins_there certificates client_id client_secret in_use is_active is_required issuer kind label makes_accounts new_role position sealed signs_requests sso_address',
  },
  'speech-accounts': {
    manager: 'address api_key model sealed',
  },
  'tax-rates': {
    manager: 'is_added name percent region valid_from',
  },
  tenants: {
    manager:
      'settings_device_limit_most settings_device_limit_when_full settings_dispute_access settings_mails_bookings settings_maintenance_is_on settings_maintenance_notice settings_playback_devices settings_playback_documents settings_playback_drm settings_playback_streams settings_playback_watermark settings_profile_accreditation settings_profile_address settings_profile_phone settings_profile_socials settings_profile_story settings_publishers settings_recurring_counter_offer settings_recurring_counter_percent settings_recurring_counter_periods settings_recurring_grace_days settings_recurring_skips_weekends settings_recurring_win_back_coupon settings_recurring_win_back_days settings_reminders_basis settings_reminders_first_hours settings_reminders_is_on settings_reminders_second_hours settings_retention_lines settings_retention_sessions settings_review_requests_days settings_review_requests_is_on settings_transfers_days_after settings_transfers_days_before settings_transfers_difference settings_transfers_to_cohort settings_transfers_to_course settings_transfers_to_person name settings_earnings_after_provider settings_earnings_direct settings_earnings_holding_days settings_earnings_minimum settings_earnings_provider_fixed settings_earnings_provider_rate settings_earnings_schedule settings_features_certificates settings_features_coupons settings_features_registration settings_font_pair settings_invoicing_address settings_invoicing_legal_name settings_invoicing_note settings_invoicing_prefix settings_invoicing_tax_id settings_languages settings_locale settings_neutral settings_radius settings_sign_in_asks_always settings_sign_in_by_mail settings_sign_in_by_passkey settings_sign_in_by_password settings_sign_in_linked settings_sign_in_staff_second_factor settings_support_email settings_tagline settings_taxation_country settings_taxation_is_charged settings_taxation_is_included settings_taxation_source',
  },
  upsells: {
    manager:
      'downsell_percent_off downsell_text is_active minutes offered_id percent_off position rels text title',
  },
  users: {
    manager:
      'bio email email_key email_verified legal_hold locale name name_key roles second_name staff_note status',
    owner: 'custom_role_id',
  },
  'video-accounts': {
    manager: 'in_use is_active sealed vimeo_token',
  },
}

const LEVELS: Readonly<Partial<Record<Caller, readonly From[]>>> = {
  admin: ['staff', 'author', 'manager'],
  instructor: ['staff', 'author'],
  moderator: ['staff'],
  owner: ['staff', 'author', 'manager', 'owner'],
  support: ['staff'],
}

/** Whether somebody may set a column. */
export const maySet = (slug: string, column: string, caller: Caller): boolean =>
  (LEVELS[caller] ?? []).some((level) => SETTABLE[slug]?.[level]?.split(' ').includes(column))
