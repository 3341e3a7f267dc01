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
    name: '20261122_002026_quiz_allowances'
  },
];
