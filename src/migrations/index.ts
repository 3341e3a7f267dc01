import * as migration_20261121_040353_initial from './20261121_040353_initial';
import * as migration_20261121_054003_tenant_features_and_limits from './20261121_054003_tenant_features_and_limits';
import * as migration_20261121_063938_course_updates from './20261121_063938_course_updates';
import * as migration_20261121_071322_redirects from './20261121_071322_redirects';
import * as migration_20261121_133101_profiles from './20261121_133101_profiles';
import * as migration_20261121_134204_own_domains from './20261121_134204_own_domains';
import * as migration_20261121_135713_guest_orders from './20261121_135713_guest_orders';
import * as migration_20261121_140252_invoices from './20261121_140252_invoices';
import * as migration_20261121_140929_account_mails from './20261121_140929_account_mails';
import * as migration_20261121_142537_brand_marks from './20261121_142537_brand_marks';
import * as migration_20261121_142938_offers from './20261121_142938_offers';
import * as migration_20261121_143410_catalog_and_reviews from './20261121_143410_catalog_and_reviews';
import * as migration_20261121_144007_plans from './20261121_144007_plans';
import * as migration_20261121_155511_account_erasure from './20261121_155511_account_erasure';
import * as migration_20261121_161421_brand_choices from './20261121_161421_brand_choices';
import * as migration_20261121_162900_course_search from './20261121_162900_course_search';
import * as migration_20261121_165314_site_states from './20261121_165314_site_states';
import * as migration_20261121_173703_translations from './20261121_173703_translations';
import * as migration_20261121_174450_curriculum from './20261121_174450_curriculum';
import * as migration_20261121_191052_translations_of_files_and_schools from './20261121_191052_translations_of_files_and_schools';
import * as migration_20261121_193255_images_in_avif from './20261121_193255_images_in_avif';
import * as migration_20261121_194831_plan_sales from './20261121_194831_plan_sales';
import * as migration_20261121_195637_release_rules from './20261121_195637_release_rules';
import * as migration_20261121_201041_question_kinds from './20261121_201041_question_kinds';
import * as migration_20261121_202257_enrollment_control from './20261121_202257_enrollment_control';
import * as migration_20261121_203825_essays from './20261121_203825_essays';
import * as migration_20261121_204833_lesson_kinds from './20261121_204833_lesson_kinds';
import * as migration_20261121_224531_cohorts from './20261121_224531_cohorts';
import * as migration_20261121_232654_course_transfers from './20261121_232654_course_transfers';
import * as migration_20261121_233724_bank_statistics_paths from './20261121_233724_bank_statistics_paths';
import * as migration_20261121_235015_assignments from './20261121_235015_assignments';
import * as migration_20261121_235819_course_publication from './20261121_235819_course_publication';
import * as migration_20261122_000611_waitlist from './20261122_000611_waitlist';
import * as migration_20261122_002026_quiz_allowances from './20261122_002026_quiz_allowances';
import * as migration_20261122_015336_versions_of_editors from './20261122_015336_versions_of_editors';
import * as migration_20261122_023725_plan_subscriptions from './20261122_023725_plan_subscriptions';
import * as migration_20261122_024530_work_wanted_again from './20261122_024530_work_wanted_again';
import * as migration_20261122_030500_roster from './20261122_030500_roster';
import * as migration_20261122_030501_course_team from './20261122_030501_course_team';
import * as migration_20261122_030711_survey_lessons from './20261122_030711_survey_lessons';
import * as migration_20261122_032000_bookings from './20261122_032000_bookings';
import * as migration_20261122_060500_roster_statistics from './20261122_060500_roster_statistics';
import * as migration_20261122_062657_cohort_discussions from './20261122_062657_cohort_discussions';
import * as migration_20261122_062945_place_requests from './20261122_062945_place_requests';
import * as migration_20261122_064208_editions from './20261122_064208_editions';
import * as migration_20261122_064749_path_redirects from './20261122_064749_path_redirects';
import * as migration_20261122_065548_progress_unindexed from './20261122_065548_progress_unindexed';
import * as migration_20261122_070410_refunds from './20261122_070410_refunds';
import * as migration_20261122_072350_mark_changes from './20261122_072350_mark_changes';
import * as migration_20261122_073638_transfer_missing from './20261122_073638_transfer_missing';
import * as migration_20261122_091050_recurring_cards from './20261122_091050_recurring_cards';
import * as migration_20261122_091834_revenue_shares from './20261122_091834_revenue_shares';
import * as migration_20261122_094857_payment_accounts from './20261122_094857_payment_accounts';
import * as migration_20261122_095744_plan_lifecycle from './20261122_095744_plan_lifecycle';
import * as migration_20261122_100236_taxes from './20261122_100236_taxes';
import * as migration_20261122_101138_cart_items from './20261122_101138_cart_items';
import * as migration_20261122_101215_payouts from './20261122_101215_payouts';
import * as migration_20261122_122515_abandoned_checkouts from './20261122_122515_abandoned_checkouts';
import * as migration_20261122_124000_kept_cards from './20261122_124000_kept_cards';
import * as migration_20261122_124900_direct_sales from './20261122_124900_direct_sales';
import * as migration_20261122_125019_pricing from './20261122_125019_pricing';
import * as migration_20261122_125510_tax_records from './20261122_125510_tax_records';
import * as migration_20261122_125704_place_transfers from './20261122_125704_place_transfers';
import * as migration_20261122_130255_disputes_and_reconciliations from './20261122_130255_disputes_and_reconciliations';
import * as migration_20261122_130352_gifts from './20261122_130352_gifts';
import * as migration_20261122_130745_currencies from './20261122_130745_currencies';
import * as migration_20261122_131340_card_endings from './20261122_131340_card_endings';
import * as migration_20261122_132008_subscription_desk from './20261122_132008_subscription_desk';
import * as migration_20261122_132244_finance from './20261122_132244_finance';
import * as migration_20261122_132732_bumps from './20261122_132732_bumps';
import * as migration_20261122_133146_coupon_periods from './20261122_133146_coupon_periods';
import * as migration_20261122_162404_videos from './20261122_162404_videos';
import * as migration_20261122_162906_library_periods from './20261122_162906_library_periods';
import * as migration_20261122_163314_upsells from './20261122_163314_upsells';
import * as migration_20261122_164209_uploads from './20261122_164209_uploads';
import * as migration_20261122_164521_upsell_cards from './20261122_164521_upsell_cards';
import * as migration_20261122_165640_merchant_of_record from './20261122_165640_merchant_of_record';
import * as migration_20261122_170458_coupon_amounts from './20261122_170458_coupon_amounts';
import * as migration_20261122_170832_video_streams from './20261122_170832_video_streams';
import * as migration_20261122_192545_media_library from './20261122_192545_media_library';
import * as migration_20261122_192914_provider_movements from './20261122_192914_provider_movements';
import * as migration_20261122_193457_document_copies from './20261122_193457_document_copies';
import * as migration_20261122_195758_questions_in_films from './20261122_195758_questions_in_films';
import * as migration_20261122_200550_video_accounts from './20261122_200550_video_accounts';
import * as migration_20261122_201139_transcripts from './20261122_201139_transcripts';
import * as migration_20261122_205534_speech_accounts from './20261122_205534_speech_accounts';
import * as migration_20261122_225101_tokens from './20261122_225101_tokens';
import * as migration_20261122_230300_api_keys from './20261122_230300_api_keys';
import * as migration_20261122_231351_devices from './20261122_231351_devices';
import * as migration_20261122_231935_second_factor from './20261122_231935_second_factor';
import * as migration_20261122_232900_drm_accounts from './20261122_232900_drm_accounts';
import * as migration_20261122_233653_account_changes from './20261122_233653_account_changes';
import * as migration_20261122_235319_mux_drm from './20261122_235319_mux_drm';
import * as migration_20261122_235802_mail_and_passkeys from './20261122_235802_mail_and_passkeys';
import * as migration_20261123_000013_custom_roles from './20261123_000013_custom_roles';
import * as migration_20261123_002217_address_blocks from './20261123_002217_address_blocks';
import * as migration_20261123_003125_people_jobs from './20261123_003125_people_jobs';
import * as migration_20261123_024119_data_exports from './20261123_024119_data_exports';
import * as migration_20261123_025816_erasures from './20261123_025816_erasures';
import * as migration_20261123_031155_sign_in_providers from './20261123_031155_sign_in_providers';
import * as migration_20261123_031313_retention from './20261123_031313_retention';
import * as migration_20261123_031646_views from './20261123_031646_views';
import * as migration_20261123_063841_consents from './20261123_063841_consents';
import * as migration_20261123_065326_linked_accounts from './20261123_065326_linked_accounts';
import * as migration_20261123_070211_backup_troubled from './20261123_070211_backup_troubled';
import * as migration_20261123_070455_organisations from './20261123_070455_organisations';
import * as migration_20261123_095302_notifications from './20261123_095302_notifications';
import * as migration_20261123_134428_pushes from './20261123_134428_pushes';
import * as migration_20261123_134650_tenants_ask_always from './20261123_134650_tenants_ask_always';
import * as migration_20261123_135340_saml_pairs from './20261123_135340_saml_pairs';

export const migrations = [
  {
    up: migration_20261121_040353_initial.up,
    down: migration_20261121_040353_initial.down,
    name: '20261121_040353_initial',
  },
  {
    up: migration_20261121_054003_tenant_features_and_limits.up,
    down: migration_20261121_054003_tenant_features_and_limits.down,
    name: '20261121_054003_tenant_features_and_limits',
  },
  {
    up: migration_20261121_063938_course_updates.up,
    down: migration_20261121_063938_course_updates.down,
    name: '20261121_063938_course_updates',
  },
  {
    up: migration_20261121_071322_redirects.up,
    down: migration_20261121_071322_redirects.down,
    name: '20261121_071322_redirects',
  },
  {
    up: migration_20261121_133101_profiles.up,
    down: migration_20261121_133101_profiles.down,
    name: '20261121_133101_profiles',
  },
  {
    up: migration_20261121_134204_own_domains.up,
    down: migration_20261121_134204_own_domains.down,
    name: '20261121_134204_own_domains',
  },
  {
    up: migration_20261121_135713_guest_orders.up,
    down: migration_20261121_135713_guest_orders.down,
    name: '20261121_135713_guest_orders',
  },
  {
    up: migration_20261121_140252_invoices.up,
    down: migration_20261121_140252_invoices.down,
    name: '20261121_140252_invoices',
  },
  {
    up: migration_20261121_140929_account_mails.up,
    down: migration_20261121_140929_account_mails.down,
    name: '20261121_140929_account_mails',
  },
  {
    up: migration_20261121_142537_brand_marks.up,
    down: migration_20261121_142537_brand_marks.down,
    name: '20261121_142537_brand_marks',
  },
  {
    up: migration_20261121_142938_offers.up,
    down: migration_20261121_142938_offers.down,
    name: '20261121_142938_offers',
  },
  {
    up: migration_20261121_143410_catalog_and_reviews.up,
    down: migration_20261121_143410_catalog_and_reviews.down,
    name: '20261121_143410_catalog_and_reviews',
  },
  {
    up: migration_20261121_144007_plans.up,
    down: migration_20261121_144007_plans.down,
    name: '20261121_144007_plans',
  },
  {
    up: migration_20261121_155511_account_erasure.up,
    down: migration_20261121_155511_account_erasure.down,
    name: '20261121_155511_account_erasure',
  },
  {
    up: migration_20261121_161421_brand_choices.up,
    down: migration_20261121_161421_brand_choices.down,
    name: '20261121_161421_brand_choices',
  },
  {
    up: migration_20261121_162900_course_search.up,
    down: migration_20261121_162900_course_search.down,
    name: '20261121_162900_course_search',
  },
  {
    up: migration_20261121_165314_site_states.up,
    down: migration_20261121_165314_site_states.down,
    name: '20261121_165314_site_states',
  },
  {
    up: migration_20261121_173703_translations.up,
    down: migration_20261121_173703_translations.down,
    name: '20261121_173703_translations',
  },
  {
    up: migration_20261121_174450_curriculum.up,
    down: migration_20261121_174450_curriculum.down,
    name: '20261121_174450_curriculum',
  },
  {
    up: migration_20261121_191052_translations_of_files_and_schools.up,
    down: migration_20261121_191052_translations_of_files_and_schools.down,
    name: '20261121_191052_translations_of_files_and_schools',
  },
  {
    up: migration_20261121_193255_images_in_avif.up,
    down: migration_20261121_193255_images_in_avif.down,
    name: '20261121_193255_images_in_avif',
  },
  {
    up: migration_20261121_194831_plan_sales.up,
    down: migration_20261121_194831_plan_sales.down,
    name: '20261121_194831_plan_sales',
  },
  {
    up: migration_20261121_195637_release_rules.up,
    down: migration_20261121_195637_release_rules.down,
    name: '20261121_195637_release_rules',
  },
  {
    up: migration_20261121_201041_question_kinds.up,
    down: migration_20261121_201041_question_kinds.down,
    name: '20261121_201041_question_kinds',
  },
  {
    up: migration_20261121_202257_enrollment_control.up,
    down: migration_20261121_202257_enrollment_control.down,
    name: '20261121_202257_enrollment_control',
  },
  {
    up: migration_20261121_203825_essays.up,
    down: migration_20261121_203825_essays.down,
    name: '20261121_203825_essays',
  },
  {
    up: migration_20261121_204833_lesson_kinds.up,
    down: migration_20261121_204833_lesson_kinds.down,
    name: '20261121_204833_lesson_kinds',
  },
  {
    up: migration_20261121_224531_cohorts.up,
    down: migration_20261121_224531_cohorts.down,
    name: '20261121_224531_cohorts',
  },
  {
    up: migration_20261121_232654_course_transfers.up,
    down: migration_20261121_232654_course_transfers.down,
    name: '20261121_232654_course_transfers',
  },
  {
    up: migration_20261121_233724_bank_statistics_paths.up,
    down: migration_20261121_233724_bank_statistics_paths.down,
    name: '20261121_233724_bank_statistics_paths',
  },
  {
    up: migration_20261121_235015_assignments.up,
    down: migration_20261121_235015_assignments.down,
    name: '20261121_235015_assignments',
  },
  {
    up: migration_20261121_235819_course_publication.up,
    down: migration_20261121_235819_course_publication.down,
    name: '20261121_235819_course_publication',
  },
  {
    up: migration_20261122_000611_waitlist.up,
    down: migration_20261122_000611_waitlist.down,
    name: '20261122_000611_waitlist',
  },
  {
    up: migration_20261122_002026_quiz_allowances.up,
    down: migration_20261122_002026_quiz_allowances.down,
    name: '20261122_002026_quiz_allowances',
  },
  {
    up: migration_20261122_015336_versions_of_editors.up,
    down: migration_20261122_015336_versions_of_editors.down,
    name: '20261122_015336_versions_of_editors',
  },
  {
    up: migration_20261122_023725_plan_subscriptions.up,
    down: migration_20261122_023725_plan_subscriptions.down,
    name: '20261122_023725_plan_subscriptions',
  },
  {
    up: migration_20261122_024530_work_wanted_again.up,
    down: migration_20261122_024530_work_wanted_again.down,
    name: '20261122_024530_work_wanted_again',
  },
  {
    up: migration_20261122_030500_roster.up,
    down: migration_20261122_030500_roster.down,
    name: '20261122_030500_roster',
  },
  {
    up: migration_20261122_030501_course_team.up,
    down: migration_20261122_030501_course_team.down,
    name: '20261122_030501_course_team',
  },
  {
    up: migration_20261122_030711_survey_lessons.up,
    down: migration_20261122_030711_survey_lessons.down,
    name: '20261122_030711_survey_lessons',
  },
  {
    up: migration_20261122_032000_bookings.up,
    down: migration_20261122_032000_bookings.down,
    name: '20261122_032000_bookings',
  },
  {
    up: migration_20261122_060500_roster_statistics.up,
    down: migration_20261122_060500_roster_statistics.down,
    name: '20261122_060500_roster_statistics',
  },
  {
    up: migration_20261122_062657_cohort_discussions.up,
    down: migration_20261122_062657_cohort_discussions.down,
    name: '20261122_062657_cohort_discussions',
  },
  {
    up: migration_20261122_062945_place_requests.up,
    down: migration_20261122_062945_place_requests.down,
    name: '20261122_062945_place_requests',
  },
  {
    up: migration_20261122_064208_editions.up,
    down: migration_20261122_064208_editions.down,
    name: '20261122_064208_editions',
  },
  {
    up: migration_20261122_064749_path_redirects.up,
    down: migration_20261122_064749_path_redirects.down,
    name: '20261122_064749_path_redirects',
  },
  {
    up: migration_20261122_065548_progress_unindexed.up,
    down: migration_20261122_065548_progress_unindexed.down,
    name: '20261122_065548_progress_unindexed',
  },
  {
    up: migration_20261122_070410_refunds.up,
    down: migration_20261122_070410_refunds.down,
    name: '20261122_070410_refunds',
  },
  {
    up: migration_20261122_072350_mark_changes.up,
    down: migration_20261122_072350_mark_changes.down,
    name: '20261122_072350_mark_changes',
  },
  {
    up: migration_20261122_073638_transfer_missing.up,
    down: migration_20261122_073638_transfer_missing.down,
    name: '20261122_073638_transfer_missing',
  },
  {
    up: migration_20261122_091050_recurring_cards.up,
    down: migration_20261122_091050_recurring_cards.down,
    name: '20261122_091050_recurring_cards',
  },
  {
    up: migration_20261122_091834_revenue_shares.up,
    down: migration_20261122_091834_revenue_shares.down,
    name: '20261122_091834_revenue_shares',
  },
  {
    up: migration_20261122_094857_payment_accounts.up,
    down: migration_20261122_094857_payment_accounts.down,
    name: '20261122_094857_payment_accounts',
  },
  {
    up: migration_20261122_095744_plan_lifecycle.up,
    down: migration_20261122_095744_plan_lifecycle.down,
    name: '20261122_095744_plan_lifecycle',
  },
  {
    up: migration_20261122_100236_taxes.up,
    down: migration_20261122_100236_taxes.down,
    name: '20261122_100236_taxes',
  },
  {
    up: migration_20261122_101138_cart_items.up,
    down: migration_20261122_101138_cart_items.down,
    name: '20261122_101138_cart_items',
  },
  {
    up: migration_20261122_101215_payouts.up,
    down: migration_20261122_101215_payouts.down,
    name: '20261122_101215_payouts',
  },
  {
    up: migration_20261122_122515_abandoned_checkouts.up,
    down: migration_20261122_122515_abandoned_checkouts.down,
    name: '20261122_122515_abandoned_checkouts',
  },
  {
    up: migration_20261122_124000_kept_cards.up,
    down: migration_20261122_124000_kept_cards.down,
    name: '20261122_124000_kept_cards',
  },
  {
    up: migration_20261122_124900_direct_sales.up,
    down: migration_20261122_124900_direct_sales.down,
    name: '20261122_124900_direct_sales',
  },
  {
    up: migration_20261122_125019_pricing.up,
    down: migration_20261122_125019_pricing.down,
    name: '20261122_125019_pricing',
  },
  {
    up: migration_20261122_125510_tax_records.up,
    down: migration_20261122_125510_tax_records.down,
    name: '20261122_125510_tax_records',
  },
  {
    up: migration_20261122_125704_place_transfers.up,
    down: migration_20261122_125704_place_transfers.down,
    name: '20261122_125704_place_transfers',
  },
  {
    up: migration_20261122_130255_disputes_and_reconciliations.up,
    down: migration_20261122_130255_disputes_and_reconciliations.down,
    name: '20261122_130255_disputes_and_reconciliations',
  },
  {
    up: migration_20261122_130352_gifts.up,
    down: migration_20261122_130352_gifts.down,
    name: '20261122_130352_gifts',
  },
  {
    up: migration_20261122_130745_currencies.up,
    down: migration_20261122_130745_currencies.down,
    name: '20261122_130745_currencies',
  },
  {
    up: migration_20261122_131340_card_endings.up,
    down: migration_20261122_131340_card_endings.down,
    name: '20261122_131340_card_endings',
  },
  {
    up: migration_20261122_132008_subscription_desk.up,
    down: migration_20261122_132008_subscription_desk.down,
    name: '20261122_132008_subscription_desk',
  },
  {
    up: migration_20261122_132244_finance.up,
    down: migration_20261122_132244_finance.down,
    name: '20261122_132244_finance',
  },
  {
    up: migration_20261122_132732_bumps.up,
    down: migration_20261122_132732_bumps.down,
    name: '20261122_132732_bumps',
  },
  {
    up: migration_20261122_133146_coupon_periods.up,
    down: migration_20261122_133146_coupon_periods.down,
    name: '20261122_133146_coupon_periods',
  },
  {
    up: migration_20261122_162404_videos.up,
    down: migration_20261122_162404_videos.down,
    name: '20261122_162404_videos',
  },
  {
    up: migration_20261122_162906_library_periods.up,
    down: migration_20261122_162906_library_periods.down,
    name: '20261122_162906_library_periods',
  },
  {
    up: migration_20261122_163314_upsells.up,
    down: migration_20261122_163314_upsells.down,
    name: '20261122_163314_upsells',
  },
  {
    up: migration_20261122_164209_uploads.up,
    down: migration_20261122_164209_uploads.down,
    name: '20261122_164209_uploads',
  },
  {
    up: migration_20261122_164521_upsell_cards.up,
    down: migration_20261122_164521_upsell_cards.down,
    name: '20261122_164521_upsell_cards',
  },
  {
    up: migration_20261122_165640_merchant_of_record.up,
    down: migration_20261122_165640_merchant_of_record.down,
    name: '20261122_165640_merchant_of_record',
  },
  {
    up: migration_20261122_170458_coupon_amounts.up,
    down: migration_20261122_170458_coupon_amounts.down,
    name: '20261122_170458_coupon_amounts',
  },
  {
    up: migration_20261122_170832_video_streams.up,
    down: migration_20261122_170832_video_streams.down,
    name: '20261122_170832_video_streams',
  },
  {
    up: migration_20261122_192545_media_library.up,
    down: migration_20261122_192545_media_library.down,
    name: '20261122_192545_media_library',
  },
  {
    up: migration_20261122_192914_provider_movements.up,
    down: migration_20261122_192914_provider_movements.down,
    name: '20261122_192914_provider_movements',
  },
  {
    up: migration_20261122_193457_document_copies.up,
    down: migration_20261122_193457_document_copies.down,
    name: '20261122_193457_document_copies',
  },
  {
    up: migration_20261122_195758_questions_in_films.up,
    down: migration_20261122_195758_questions_in_films.down,
    name: '20261122_195758_questions_in_films',
  },
  {
    up: migration_20261122_200550_video_accounts.up,
    down: migration_20261122_200550_video_accounts.down,
    name: '20261122_200550_video_accounts',
  },
  {
    up: migration_20261122_201139_transcripts.up,
    down: migration_20261122_201139_transcripts.down,
    name: '20261122_201139_transcripts',
  },
  {
    up: migration_20261122_205534_speech_accounts.up,
    down: migration_20261122_205534_speech_accounts.down,
    name: '20261122_205534_speech_accounts',
  },
  {
    up: migration_20261122_225101_tokens.up,
    down: migration_20261122_225101_tokens.down,
    name: '20261122_225101_tokens',
  },
  {
    up: migration_20261122_230300_api_keys.up,
    down: migration_20261122_230300_api_keys.down,
    name: '20261122_230300_api_keys',
  },
  {
    up: migration_20261122_231351_devices.up,
    down: migration_20261122_231351_devices.down,
    name: '20261122_231351_devices',
  },
  {
    up: migration_20261122_231935_second_factor.up,
    down: migration_20261122_231935_second_factor.down,
    name: '20261122_231935_second_factor',
  },
  {
    up: migration_20261122_232900_drm_accounts.up,
    down: migration_20261122_232900_drm_accounts.down,
    name: '20261122_232900_drm_accounts',
  },
  {
    up: migration_20261122_233653_account_changes.up,
    down: migration_20261122_233653_account_changes.down,
    name: '20261122_233653_account_changes',
  },
  {
    up: migration_20261122_235319_mux_drm.up,
    down: migration_20261122_235319_mux_drm.down,
    name: '20261122_235319_mux_drm',
  },
  {
    up: migration_20261122_235802_mail_and_passkeys.up,
    down: migration_20261122_235802_mail_and_passkeys.down,
    name: '20261122_235802_mail_and_passkeys',
  },
  {
    up: migration_20261123_000013_custom_roles.up,
    down: migration_20261123_000013_custom_roles.down,
    name: '20261123_000013_custom_roles',
  },
  {
    up: migration_20261123_002217_address_blocks.up,
    down: migration_20261123_002217_address_blocks.down,
    name: '20261123_002217_address_blocks',
  },
  {
    up: migration_20261123_003125_people_jobs.up,
    down: migration_20261123_003125_people_jobs.down,
    name: '20261123_003125_people_jobs',
  },
  {
    up: migration_20261123_024119_data_exports.up,
    down: migration_20261123_024119_data_exports.down,
    name: '20261123_024119_data_exports',
  },
  {
    up: migration_20261123_025816_erasures.up,
    down: migration_20261123_025816_erasures.down,
    name: '20261123_025816_erasures',
  },
  {
    up: migration_20261123_031155_sign_in_providers.up,
    down: migration_20261123_031155_sign_in_providers.down,
    name: '20261123_031155_sign_in_providers',
  },
  {
    up: migration_20261123_031313_retention.up,
    down: migration_20261123_031313_retention.down,
    name: '20261123_031313_retention',
  },
  {
    up: migration_20261123_031646_views.up,
    down: migration_20261123_031646_views.down,
    name: '20261123_031646_views',
  },
  {
    up: migration_20261123_063841_consents.up,
    down: migration_20261123_063841_consents.down,
    name: '20261123_063841_consents',
  },
  {
    up: migration_20261123_065326_linked_accounts.up,
    down: migration_20261123_065326_linked_accounts.down,
    name: '20261123_065326_linked_accounts',
  },
  {
    up: migration_20261123_070211_backup_troubled.up,
    down: migration_20261123_070211_backup_troubled.down,
    name: '20261123_070211_backup_troubled',
  },
  {
    up: migration_20261123_070455_organisations.up,
    down: migration_20261123_070455_organisations.down,
    name: '20261123_070455_organisations',
  },
  {
    up: migration_20261123_095302_notifications.up,
    down: migration_20261123_095302_notifications.down,
    name: '20261123_095302_notifications',
  },
  {
    up: migration_20261123_134428_pushes.up,
    down: migration_20261123_134428_pushes.down,
    name: '20261123_134428_pushes',
  },
  {
    up: migration_20261123_134650_tenants_ask_always.up,
    down: migration_20261123_134650_tenants_ask_always.down,
    name: '20261123_134650_tenants_ask_always',
  },
  {
    up: migration_20261123_135340_saml_pairs.up,
    down: migration_20261123_135340_saml_pairs.down,
    name: '20261123_135340_saml_pairs'
  },
];
