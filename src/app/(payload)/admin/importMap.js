import { TenantField as TenantField_1d0591e3cf4f332c83a86da13a0de59a } from '@payloadcms/plugin-multi-tenant/client'
import { RecordText as RecordText_f347eb85d5a7b01b4f8a7921fdbe8313 } from '../../../../src/components/admin/RecordText'
import { AuditDesk as AuditDesk_92fade44bb30ae914911a2402a52146c } from '../../../../src/components/admin/AuditDesk'
import { AssignTenantFieldTrigger as AssignTenantFieldTrigger_1d0591e3cf4f332c83a86da13a0de59a } from '@payloadcms/plugin-multi-tenant/client'
import { RetryDeadLetter as RetryDeadLetter_a33b2628e79fde52b2a7faea474e29c9 } from '../../../../src/components/admin/RetryDeadLetter'
import { JobsTable as JobsTable_44fdf907f82c7cd1f17c2517babe2d8b } from '../../../../src/components/admin/JobsTable'
import { PlanField as PlanField_9698a7661497f0bd91c5f54ef24bcbe1 } from '../../../../src/components/admin/PlanField'
import { AccentPicker as AccentPicker_7eb4a941a36a32fa5476d63296626a7c } from '../../../../src/components/admin/brand/AccentPicker'
import { BrandPreview as BrandPreview_f7ee3dc234644650f6481c18cb7bd987 } from '../../../../src/components/admin/brand/BrandPreview'
import { CountryField as CountryField_84b008ceeb4ae4ac5e9a8a71a39d900c } from '../../../../src/components/admin/CountryField'
import { PercentCell as PercentCell_a15f9069f26276fec4d20dcadcc23530 } from '../../../../src/components/admin/PercentCell'
import { MoneyField as MoneyField_06c2c772be953ca99b4172be1f99bacd } from '../../../../src/components/admin/MoneyField'
import { ProvidersLink as ProvidersLink_8d381dcc1d3607771e3c0751b7ad425b } from '../../../../src/components/admin/WaysToSignIn'
import { LimitUsage as LimitUsage_3e76eb633ce4845293281bddf268b512 } from '../../../../src/components/admin/LimitUsage'
import { WatchTenantCollection as WatchTenantCollection_1d0591e3cf4f332c83a86da13a0de59a } from '@payloadcms/plugin-multi-tenant/client'
import { OwnSchool as OwnSchool_dbbd5155ff5e5b10bb38cdb6eacddd0c } from '../../../../src/components/admin/OwnSchool'
import { TranslationsView as TranslationsView_9a291fad08af627cdce0c66635a14e8f } from '../../../../src/components/admin/translation/TranslationsView'
import { YesNoCell as YesNoCell_47e5a44a1acfe6b5e2ba435b03f9d2a0 } from '../../../../src/components/admin/YesNoCell'
import { DomainsPanel as DomainsPanel_4d6ccf90c776a39093a310d32827aef0 } from '../../../../src/components/admin/DomainsPanel'
import { MoneyCell as MoneyCell_efa19ba8688749757a71d9a4eaf99a65 } from '../../../../src/components/admin/MoneyCell'
import { SaleState as SaleState_ecdb05c5c5c070149a9e3b8fb2c56a11 } from '../../../../src/components/admin/plans/SaleState'
import { PlanPanel as PlanPanel_91c55e2c93427b85ade7c65ae6eb2e34 } from '../../../../src/components/admin/PlanPanel'
import { EmailTrial as EmailTrial_6ce7bec0244000ae7a2cc3e2651a172f } from '../../../../src/components/admin/EmailTrial'
import { PersonDesk as PersonDesk_0c400a31e78dedadd83a2509d907724b } from '../../../../src/components/admin/PersonDesk'
import { SecondFactorReset as SecondFactorReset_a28a9d99d6725d469eb9afa602303934 } from '../../../../src/components/admin/people/SecondFactorReset'
import { PersonExport as PersonExport_062d2f249b9569ded4008351e1605969 } from '../../../../src/components/admin/people/PersonExport'
import { PersonConsents as PersonConsents_ebcca69de17fe7c11a2a8001f8278315 } from '../../../../src/components/admin/people/PersonConsents'
import { LimitNotice as LimitNotice_90a7775a026748b1a11566fa43ee04d4 } from '../../../../src/components/admin/LimitNotice'
import { PeopleDesk as PeopleDesk_35288ccf792954c508c6ce2345cbcb34 } from '../../../../src/components/admin/PeopleDesk'
import { JobCell as JobCell_e367f34a2c5d042fcdaa9a19b0136629 } from '../../../../src/components/admin/JobCell'
import { KeysPanel as KeysPanel_19743f6af86c702df97df9d526afabdf } from '../../../../src/components/admin/KeysPanel'
import { SamlMetadata as SamlMetadata_daf7ca82b1e176952e94fcba0c9fc0a4 } from '../../../../src/components/admin/SamlMetadata'
import { ProviderConnection as ProviderConnection_57971e29aad199c73cb3cce38efd882c } from '../../../../src/components/admin/ProviderConnection'
import { Organisation as Organisation_245a55e6144ab0f9403e0c979e84acbe } from '../../../../src/components/admin/Organisation'
import { WaysToSignIn as WaysToSignIn_8d381dcc1d3607771e3c0751b7ad425b } from '../../../../src/components/admin/WaysToSignIn'
import { FileVideoStatus as FileVideoStatus_d3fec6e00c3ae6136d35979b51f687e2 } from '../../../../src/components/admin/VideoStatus'
import { CaptionsEditor as CaptionsEditor_8dcecaacc935e9d6d2a680fa40e123b0 } from '../../../../src/components/admin/CaptionsEditor'
import { JumpToField as JumpToField_a034555ad1af9d4e112e5262c66e0ace } from '../../../../src/components/admin/JumpToField'
import { FileLibrary as FileLibrary_e7118905dcb50b682df0567d4cff2c1a } from '../../../../src/components/admin/FileLibrary'
import { FilmProtection as FilmProtection_33370d3edd3fbebeb8ea184e63f63f4a } from '../../../../src/components/admin/FilmProtection'
import { VideoConnection as VideoConnection_e1ade1bd39344957b1d7bafb292e1f17 } from '../../../../src/components/admin/VideoConnection'
import { CoursePublication as CoursePublication_8a8a094e576c42b1350c5d837f953eeb } from '../../../../src/components/admin/CoursePublication'
import { CourseTeam as CourseTeam_afc8b957d33e8ad78c451e2c0dceaa66 } from '../../../../src/components/admin/CourseTeam'
import { CardPreview as CardPreview_c34f7d996f331e4087e3f109a34dbc8e } from '../../../../src/components/admin/course/CardPreview'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { TabLeavesClient as TabLeavesClient_b829de7fe5d52b7803616dcc036804a6 } from '../../../../src/components/admin/TabLeaves'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { WrittenBlock as WrittenBlock_29d0116752de47dce24d2abe637340ca } from '../../../../src/components/admin/WrittenBlock'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TransferDesk as TransferDesk_1a783aef3a0db44251b5b7d407ddc41f } from '../../../../src/components/admin/TransferDesk'
import { SteadyAutosave as SteadyAutosave_3dcd5e2cf773d8790589662ce93f3f4f } from '../../../../src/components/admin/SteadyAutosave'
import { EditGuard as EditGuard_fcca8d95b361c056e4529ab4c0a7b14e } from '../../../../src/components/admin/EditGuard'
import { TellLearners as TellLearners_581f94c6c66022014993e443e3de17d9 } from '../../../../src/components/admin/TellLearners'
import { CloneCourse as CloneCourse_f80663edcd629b835d0351934667ad2c } from '../../../../src/components/admin/CloneCourse'
import { TrashCourse as TrashCourse_761444df7805b0ca246067fa995f087a } from '../../../../src/components/admin/TrashCourse'
import { PublishCourse as PublishCourse_fa0903dd9da8aa422fd0a85a8da5f63d } from '../../../../src/components/admin/PublishCourse'
import { CurriculumPage as CurriculumPage_c1a9193a7c35da6d8bc0a95b6ffbc2ca } from '../../../../src/components/admin/CurriculumPage'
import { RosterView as RosterView_d899a510e61aa9285d48074f6321dd9e } from '../../../../src/components/admin/RosterView'
import { VersionsPage as VersionsPage_654916e5190219c8da00b5ba6081c3fc } from '../../../../src/components/admin/VersionsPage'
import { Place as Place_7228a4bba202644d73f0bb4a16525d2b } from '../../../../src/components/admin/Place'
import { ReleaseField as ReleaseField_3a423efc295052088d89c1c6c1ad1220 } from '../../../../src/components/admin/ReleaseField'
import { FileField as FileField_ad65b10f3ff14fe9179d3e8d9e0379d2 } from '../../../../src/components/admin/FileField'
import { CuesField as CuesField_13e424db6d58475b5b48389d9c3a7910 } from '../../../../src/components/admin/CuesField'
import { ClockField as ClockField_03fd42a5870662311e0ba5150770404e } from '../../../../src/components/admin/ClockField'
import { SurveyResultsLink as SurveyResultsLink_338d32a09196c2c94faaea76679c2322 } from '../../../../src/components/admin/SurveyResultsLink'
import { SurveyResults as SurveyResults_fb601d68efc5df64ff52d19c0771c201 } from '../../../../src/components/admin/SurveyResults'
import { InsertFromBank as InsertFromBank_0439395655f00db68cad4d9ebc647fad } from '../../../../src/components/admin/bank/InsertFromBank'
import { MoveToBank as MoveToBank_550e6a882f273180077e4afc04f377a5 } from '../../../../src/components/admin/bank/MoveToBank'
import { QuestionLabel as QuestionLabel_772de662802b08665e97257759c65732 } from '../../../../src/components/admin/QuestionLabel'
import { BankLabel as BankLabel_00eda653a3fc764118bbd23fbe1a3a78 } from '../../../../src/components/admin/bank/BankLabel'
import { PoolCount as PoolCount_f5f142b03d97f9b74af1be23641952a0 } from '../../../../src/components/admin/bank/PoolCount'
import { QuizStatistics as QuizStatistics_101285ed2656ec8e6790eff905752c06 } from '../../../../src/components/admin/QuizStatistics'
import { BankStatistics as BankStatistics_cbfba259cbc1cf20d41a3898f215381b } from '../../../../src/components/admin/BankStatistics'
import { StepLabel as StepLabel_446a1f4112687c4d0ae166107ea2609d } from '../../../../src/components/admin/StepLabel'
import { ApprovalQueue as ApprovalQueue_9bce881dd90da3208852c60b715bae13 } from '../../../../src/components/admin/ApprovalQueue'
import { KeptOfPrice as KeptOfPrice_0242e0c96f3afe33467487eaf758943c } from '../../../../src/components/admin/KeptOfPrice'
import { AdditionFigures as AdditionFigures_771656103ae0646b3296d1bf9a5c23b3 } from '../../../../src/components/admin/AdditionFigures'
import { UpsellFigures as UpsellFigures_2982eea7a5b0a9a798575ed26ddc6910 } from '../../../../src/components/admin/UpsellFigures'
import { SubscriptionDesk as SubscriptionDesk_315f3f1d5fb7d3f02786bd91318545db } from '../../../../src/components/admin/SubscriptionDesk'
import { RecoveredRevenue as RecoveredRevenue_91ee4af66961411e93f02b1794e8417f } from '../../../../src/components/admin/RecoveredRevenue'
import { RecoveredCheckouts as RecoveredCheckouts_cf88af778758e0bbe7c2947f4ba51396 } from '../../../../src/components/admin/RecoveredCheckouts'
import { OrderRefundDesk as OrderRefundDesk_2e4a6a61df209c3fa9208bf80b68bce8 } from '../../../../src/components/admin/OrderRefundDesk'
import { OrderPlaceDesk as OrderPlaceDesk_e20ad8c12f54e2c9c38f51ce629e5710 } from '../../../../src/components/admin/OrderPlaceDesk'
import { OrderDisputeDesk as OrderDisputeDesk_3a794ec5c143adbca463c0d6c5b9acb2 } from '../../../../src/components/admin/OrderDisputeDesk'
import { MerchantInvoice as MerchantInvoice_a695b57b62bcce39d23bb015b75d238a } from '../../../../src/components/admin/MerchantInvoice'
import { SalesFigures as SalesFigures_2d3471179ec9321c7d9d6b83c308a2c4 } from '../../../../src/components/admin/SalesFigures'
import { FinanceDesk as FinanceDesk_a89e41d4f41def30104cb7629e0920e7 } from '../../../../src/components/admin/FinanceDesk'
import { MerchantNote as MerchantNote_3895121a007c6dbbc9938c081f2cfbc1 } from '../../../../src/components/admin/MerchantNote'
import { WebhookAddress as WebhookAddress_f7da9b0904698b91552c3c73d1ba6cd9 } from '../../../../src/components/admin/WebhookAddress'
import { InvoiceLink as InvoiceLink_4379cd1b8e8e1e103bc1f8391a48e7b6 } from '../../../../src/components/admin/InvoiceLink'
import { TaxReport as TaxReport_d278011ab5cb4d90694fb9d24c14e84a } from '../../../../src/components/admin/TaxReport'
import { DisputeReasonCell as DisputeReasonCell_dcef82048e4e6e03c347ae55c59d026d } from '../../../../src/components/admin/DisputeReasonCell'
import { ReconciliationTable as ReconciliationTable_7b7757cd4743f037489e453a92bef469 } from '../../../../src/components/admin/ReconciliationTable'
import { ReconciliationTotals as ReconciliationTotals_5ef076168c553cead2cfeb75be3fb585 } from '../../../../src/components/admin/ReconciliationTotals'
import { PlainCell as PlainCell_fe8b3a62abb9c35897841d889a0fbcac } from '../../../../src/components/admin/PlainCell'
import { EarningsDesk as EarningsDesk_c25e33d74924a491b895867f884b64f3 } from '../../../../src/components/admin/EarningsDesk'
import { LedgerBalances as LedgerBalances_1d475cef268d27ab9a0a18a94861134b } from '../../../../src/components/admin/LedgerBalances'
import { CountryCell as CountryCell_a1d83206749edef0420b8512c7dad4d4 } from '../../../../src/components/admin/CountryCell'
import { SchoolTimeField as SchoolTimeField_105a46b3df1b8168e6d54a990cc96bf6 } from '../../../../src/components/admin/SchoolTimeField'
import { CohortDates as CohortDates_5adad3deca6f87a2bb14b16d14bd2127 } from '../../../../src/components/admin/CohortDates'
import { EditionPanel as EditionPanel_219509436bfd8e069e76ccbf246d662e } from '../../../../src/components/admin/EditionPanel'
import { DiscussionLink as DiscussionLink_778c1ac4ff4a67613d5571b118091abe } from '../../../../src/components/admin/DiscussionLink'
import { RequestDesk as RequestDesk_047d24764019ee79dfce7391b52ef273 } from '../../../../src/components/admin/RequestDesk'
import { WaitlistDesk as WaitlistDesk_c27eaa7baa20566b8eb43b58a49a6ab9 } from '../../../../src/components/admin/WaitlistDesk'
import { WhatIsOpen as WhatIsOpen_e8ada8b9d5d043035a23c5adf95a24f3 } from '../../../../src/components/admin/WhatIsOpen'
import { EnrollmentDesk as EnrollmentDesk_ad05f2c586e43f36c850a3d9ab5ef169 } from '../../../../src/components/admin/EnrollmentDesk'
import { GradingQueue as GradingQueue_09650f3b13b17158bde3527e743ca84e } from '../../../../src/components/admin/GradingQueue'
import { ReviewQueue as ReviewQueue_adaf720e1989c0c6ad4d859a61cd5f9a } from '../../../../src/components/admin/ReviewQueue'
import { CodeFinder as CodeFinder_35d56000fc34e1d6bf753eb15b14c6fb } from '../../../../src/components/admin/CodeFinder'
import { VideoTraffic as VideoTraffic_0bff2162cba003e7c053ac4d9fe54801 } from '../../../../src/components/admin/VideoTraffic'
import { StartingTexts as StartingTexts_4d6f5de66342714f4a61b8d311f11b1a } from '../../../../src/components/admin/StartingTexts'
import { SchoolMark as SchoolMark_27e6652ef0c9cf51c6ea69bd54588747 } from '../../../../src/components/admin/SchoolMark'
import { TenantSelector as TenantSelector_d6d5f193a167989e2ee7d14202901e62 } from '@payloadcms/plugin-multi-tenant/rsc'
import { UploadsProvider as UploadsProvider_5ebda0726c1694ed3a718877886c8425 } from '../../../../src/components/admin/UploadsProvider'
import { ProofProvider as ProofProvider_070fe6b96f525bdf9224da0b1f83eab3 } from '../../../../src/components/admin/ProofProvider'
import { TenantSelectionProvider as TenantSelectionProvider_d6d5f193a167989e2ee7d14202901e62 } from '@payloadcms/plugin-multi-tenant/rsc'
import { StartPage as StartPage_a71c74c528d29d788680b925452f6020 } from '../../../../src/components/admin/start/StartPage'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/plugin-multi-tenant/client#TenantField": TenantField_1d0591e3cf4f332c83a86da13a0de59a,
  "/src/components/admin/RecordText#RecordText": RecordText_f347eb85d5a7b01b4f8a7921fdbe8313,
  "/src/components/admin/AuditDesk#AuditDesk": AuditDesk_92fade44bb30ae914911a2402a52146c,
  "@payloadcms/plugin-multi-tenant/client#AssignTenantFieldTrigger": AssignTenantFieldTrigger_1d0591e3cf4f332c83a86da13a0de59a,
  "/src/components/admin/RetryDeadLetter#RetryDeadLetter": RetryDeadLetter_a33b2628e79fde52b2a7faea474e29c9,
  "/src/components/admin/JobsTable#JobsTable": JobsTable_44fdf907f82c7cd1f17c2517babe2d8b,
  "/src/components/admin/PlanField#PlanField": PlanField_9698a7661497f0bd91c5f54ef24bcbe1,
  "/src/components/admin/brand/AccentPicker#AccentPicker": AccentPicker_7eb4a941a36a32fa5476d63296626a7c,
  "/src/components/admin/brand/BrandPreview#BrandPreview": BrandPreview_f7ee3dc234644650f6481c18cb7bd987,
  "/src/components/admin/CountryField#CountryField": CountryField_84b008ceeb4ae4ac5e9a8a71a39d900c,
  "/src/components/admin/PercentCell#PercentCell": PercentCell_a15f9069f26276fec4d20dcadcc23530,
  "/src/components/admin/MoneyField#MoneyField": MoneyField_06c2c772be953ca99b4172be1f99bacd,
  "/src/components/admin/WaysToSignIn#ProvidersLink": ProvidersLink_8d381dcc1d3607771e3c0751b7ad425b,
  "/src/components/admin/LimitUsage#LimitUsage": LimitUsage_3e76eb633ce4845293281bddf268b512,
  "@payloadcms/plugin-multi-tenant/client#WatchTenantCollection": WatchTenantCollection_1d0591e3cf4f332c83a86da13a0de59a,
  "/src/components/admin/OwnSchool#OwnSchool": OwnSchool_dbbd5155ff5e5b10bb38cdb6eacddd0c,
  "/src/components/admin/translation/TranslationsView#TranslationsView": TranslationsView_9a291fad08af627cdce0c66635a14e8f,
  "/src/components/admin/YesNoCell#YesNoCell": YesNoCell_47e5a44a1acfe6b5e2ba435b03f9d2a0,
  "/src/components/admin/DomainsPanel#DomainsPanel": DomainsPanel_4d6ccf90c776a39093a310d32827aef0,
  "/src/components/admin/MoneyCell#MoneyCell": MoneyCell_efa19ba8688749757a71d9a4eaf99a65,
  "/src/components/admin/plans/SaleState#SaleState": SaleState_ecdb05c5c5c070149a9e3b8fb2c56a11,
  "/src/components/admin/PlanPanel#PlanPanel": PlanPanel_91c55e2c93427b85ade7c65ae6eb2e34,
  "/src/components/admin/EmailTrial#EmailTrial": EmailTrial_6ce7bec0244000ae7a2cc3e2651a172f,
  "/src/components/admin/PersonDesk#PersonDesk": PersonDesk_0c400a31e78dedadd83a2509d907724b,
  "/src/components/admin/people/SecondFactorReset#SecondFactorReset": SecondFactorReset_a28a9d99d6725d469eb9afa602303934,
  "/src/components/admin/people/PersonExport#PersonExport": PersonExport_062d2f249b9569ded4008351e1605969,
  "/src/components/admin/people/PersonConsents#PersonConsents": PersonConsents_ebcca69de17fe7c11a2a8001f8278315,
  "/src/components/admin/LimitNotice#LimitNotice": LimitNotice_90a7775a026748b1a11566fa43ee04d4,
  "/src/components/admin/PeopleDesk#PeopleDesk": PeopleDesk_35288ccf792954c508c6ce2345cbcb34,
  "/src/components/admin/JobCell#JobCell": JobCell_e367f34a2c5d042fcdaa9a19b0136629,
  "/src/components/admin/KeysPanel#KeysPanel": KeysPanel_19743f6af86c702df97df9d526afabdf,
  "/src/components/admin/SamlMetadata#SamlMetadata": SamlMetadata_daf7ca82b1e176952e94fcba0c9fc0a4,
  "/src/components/admin/ProviderConnection#ProviderConnection": ProviderConnection_57971e29aad199c73cb3cce38efd882c,
  "/src/components/admin/Organisation#Organisation": Organisation_245a55e6144ab0f9403e0c979e84acbe,
  "/src/components/admin/WaysToSignIn#WaysToSignIn": WaysToSignIn_8d381dcc1d3607771e3c0751b7ad425b,
  "/src/components/admin/VideoStatus#FileVideoStatus": FileVideoStatus_d3fec6e00c3ae6136d35979b51f687e2,
  "/src/components/admin/CaptionsEditor#CaptionsEditor": CaptionsEditor_8dcecaacc935e9d6d2a680fa40e123b0,
  "/src/components/admin/JumpToField#JumpToField": JumpToField_a034555ad1af9d4e112e5262c66e0ace,
  "/src/components/admin/FileLibrary#FileLibrary": FileLibrary_e7118905dcb50b682df0567d4cff2c1a,
  "/src/components/admin/FilmProtection#FilmProtection": FilmProtection_33370d3edd3fbebeb8ea184e63f63f4a,
  "/src/components/admin/VideoConnection#VideoConnection": VideoConnection_e1ade1bd39344957b1d7bafb292e1f17,
  "/src/components/admin/CoursePublication#CoursePublication": CoursePublication_8a8a094e576c42b1350c5d837f953eeb,
  "/src/components/admin/CourseTeam#CourseTeam": CourseTeam_afc8b957d33e8ad78c451e2c0dceaa66,
  "/src/components/admin/course/CardPreview#CardPreview": CardPreview_c34f7d996f331e4087e3f109a34dbc8e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "/src/components/admin/TabLeaves#TabLeavesClient": TabLeavesClient_b829de7fe5d52b7803616dcc036804a6,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/components/admin/WrittenBlock#WrittenBlock": WrittenBlock_29d0116752de47dce24d2abe637340ca,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/components/admin/TransferDesk#TransferDesk": TransferDesk_1a783aef3a0db44251b5b7d407ddc41f,
  "/src/components/admin/SteadyAutosave#SteadyAutosave": SteadyAutosave_3dcd5e2cf773d8790589662ce93f3f4f,
  "/src/components/admin/EditGuard#EditGuard": EditGuard_fcca8d95b361c056e4529ab4c0a7b14e,
  "/src/components/admin/TellLearners#TellLearners": TellLearners_581f94c6c66022014993e443e3de17d9,
  "/src/components/admin/CloneCourse#CloneCourse": CloneCourse_f80663edcd629b835d0351934667ad2c,
  "/src/components/admin/TrashCourse#TrashCourse": TrashCourse_761444df7805b0ca246067fa995f087a,
  "/src/components/admin/PublishCourse#PublishCourse": PublishCourse_fa0903dd9da8aa422fd0a85a8da5f63d,
  "/src/components/admin/CurriculumPage#CurriculumPage": CurriculumPage_c1a9193a7c35da6d8bc0a95b6ffbc2ca,
  "/src/components/admin/RosterView#RosterView": RosterView_d899a510e61aa9285d48074f6321dd9e,
  "/src/components/admin/VersionsPage#VersionsPage": VersionsPage_654916e5190219c8da00b5ba6081c3fc,
  "/src/components/admin/Place#Place": Place_7228a4bba202644d73f0bb4a16525d2b,
  "/src/components/admin/ReleaseField#ReleaseField": ReleaseField_3a423efc295052088d89c1c6c1ad1220,
  "/src/components/admin/FileField#FileField": FileField_ad65b10f3ff14fe9179d3e8d9e0379d2,
  "/src/components/admin/CuesField#CuesField": CuesField_13e424db6d58475b5b48389d9c3a7910,
  "/src/components/admin/ClockField#ClockField": ClockField_03fd42a5870662311e0ba5150770404e,
  "/src/components/admin/SurveyResultsLink#SurveyResultsLink": SurveyResultsLink_338d32a09196c2c94faaea76679c2322,
  "/src/components/admin/SurveyResults#SurveyResults": SurveyResults_fb601d68efc5df64ff52d19c0771c201,
  "/src/components/admin/bank/InsertFromBank#InsertFromBank": InsertFromBank_0439395655f00db68cad4d9ebc647fad,
  "/src/components/admin/bank/MoveToBank#MoveToBank": MoveToBank_550e6a882f273180077e4afc04f377a5,
  "/src/components/admin/QuestionLabel#QuestionLabel": QuestionLabel_772de662802b08665e97257759c65732,
  "/src/components/admin/bank/BankLabel#BankLabel": BankLabel_00eda653a3fc764118bbd23fbe1a3a78,
  "/src/components/admin/bank/PoolCount#PoolCount": PoolCount_f5f142b03d97f9b74af1be23641952a0,
  "/src/components/admin/QuizStatistics#QuizStatistics": QuizStatistics_101285ed2656ec8e6790eff905752c06,
  "/src/components/admin/BankStatistics#BankStatistics": BankStatistics_cbfba259cbc1cf20d41a3898f215381b,
  "/src/components/admin/StepLabel#StepLabel": StepLabel_446a1f4112687c4d0ae166107ea2609d,
  "/src/components/admin/ApprovalQueue#ApprovalQueue": ApprovalQueue_9bce881dd90da3208852c60b715bae13,
  "/src/components/admin/KeptOfPrice#KeptOfPrice": KeptOfPrice_0242e0c96f3afe33467487eaf758943c,
  "/src/components/admin/AdditionFigures#AdditionFigures": AdditionFigures_771656103ae0646b3296d1bf9a5c23b3,
  "/src/components/admin/UpsellFigures#UpsellFigures": UpsellFigures_2982eea7a5b0a9a798575ed26ddc6910,
  "/src/components/admin/SubscriptionDesk#SubscriptionDesk": SubscriptionDesk_315f3f1d5fb7d3f02786bd91318545db,
  "/src/components/admin/RecoveredRevenue#RecoveredRevenue": RecoveredRevenue_91ee4af66961411e93f02b1794e8417f,
  "/src/components/admin/RecoveredCheckouts#RecoveredCheckouts": RecoveredCheckouts_cf88af778758e0bbe7c2947f4ba51396,
  "/src/components/admin/OrderRefundDesk#OrderRefundDesk": OrderRefundDesk_2e4a6a61df209c3fa9208bf80b68bce8,
  "/src/components/admin/OrderPlaceDesk#OrderPlaceDesk": OrderPlaceDesk_e20ad8c12f54e2c9c38f51ce629e5710,
  "/src/components/admin/OrderDisputeDesk#OrderDisputeDesk": OrderDisputeDesk_3a794ec5c143adbca463c0d6c5b9acb2,
  "/src/components/admin/MerchantInvoice#MerchantInvoice": MerchantInvoice_a695b57b62bcce39d23bb015b75d238a,
  "/src/components/admin/SalesFigures#SalesFigures": SalesFigures_2d3471179ec9321c7d9d6b83c308a2c4,
  "/src/components/admin/FinanceDesk#FinanceDesk": FinanceDesk_a89e41d4f41def30104cb7629e0920e7,
  "/src/components/admin/MerchantNote#MerchantNote": MerchantNote_3895121a007c6dbbc9938c081f2cfbc1,
  "/src/components/admin/WebhookAddress#WebhookAddress": WebhookAddress_f7da9b0904698b91552c3c73d1ba6cd9,
  "/src/components/admin/InvoiceLink#InvoiceLink": InvoiceLink_4379cd1b8e8e1e103bc1f8391a48e7b6,
  "/src/components/admin/TaxReport#TaxReport": TaxReport_d278011ab5cb4d90694fb9d24c14e84a,
  "/src/components/admin/DisputeReasonCell#DisputeReasonCell": DisputeReasonCell_dcef82048e4e6e03c347ae55c59d026d,
  "/src/components/admin/ReconciliationTable#ReconciliationTable": ReconciliationTable_7b7757cd4743f037489e453a92bef469,
  "/src/components/admin/ReconciliationTotals#ReconciliationTotals": ReconciliationTotals_5ef076168c553cead2cfeb75be3fb585,
  "/src/components/admin/PlainCell#PlainCell": PlainCell_fe8b3a62abb9c35897841d889a0fbcac,
  "/src/components/admin/EarningsDesk#EarningsDesk": EarningsDesk_c25e33d74924a491b895867f884b64f3,
  "/src/components/admin/LedgerBalances#LedgerBalances": LedgerBalances_1d475cef268d27ab9a0a18a94861134b,
  "/src/components/admin/CountryCell#CountryCell": CountryCell_a1d83206749edef0420b8512c7dad4d4,
  "/src/components/admin/SchoolTimeField#SchoolTimeField": SchoolTimeField_105a46b3df1b8168e6d54a990cc96bf6,
  "/src/components/admin/CohortDates#CohortDates": CohortDates_5adad3deca6f87a2bb14b16d14bd2127,
  "/src/components/admin/EditionPanel#EditionPanel": EditionPanel_219509436bfd8e069e76ccbf246d662e,
  "/src/components/admin/DiscussionLink#DiscussionLink": DiscussionLink_778c1ac4ff4a67613d5571b118091abe,
  "/src/components/admin/RequestDesk#RequestDesk": RequestDesk_047d24764019ee79dfce7391b52ef273,
  "/src/components/admin/WaitlistDesk#WaitlistDesk": WaitlistDesk_c27eaa7baa20566b8eb43b58a49a6ab9,
  "/src/components/admin/WhatIsOpen#WhatIsOpen": WhatIsOpen_e8ada8b9d5d043035a23c5adf95a24f3,
  "/src/components/admin/EnrollmentDesk#EnrollmentDesk": EnrollmentDesk_ad05f2c586e43f36c850a3d9ab5ef169,
  "/src/components/admin/GradingQueue#GradingQueue": GradingQueue_09650f3b13b17158bde3527e743ca84e,
  "/src/components/admin/ReviewQueue#ReviewQueue": ReviewQueue_adaf720e1989c0c6ad4d859a61cd5f9a,
  "/src/components/admin/CodeFinder#CodeFinder": CodeFinder_35d56000fc34e1d6bf753eb15b14c6fb,
  "/src/components/admin/VideoTraffic#VideoTraffic": VideoTraffic_0bff2162cba003e7c053ac4d9fe54801,
  "/src/components/admin/StartingTexts#StartingTexts": StartingTexts_4d6f5de66342714f4a61b8d311f11b1a,
  "/src/components/admin/SchoolMark#SchoolMark": SchoolMark_27e6652ef0c9cf51c6ea69bd54588747,
  "@payloadcms/plugin-multi-tenant/rsc#TenantSelector": TenantSelector_d6d5f193a167989e2ee7d14202901e62,
  "/src/components/admin/UploadsProvider#UploadsProvider": UploadsProvider_5ebda0726c1694ed3a718877886c8425,
  "/src/components/admin/ProofProvider#ProofProvider": ProofProvider_070fe6b96f525bdf9224da0b1f83eab3,
  "@payloadcms/plugin-multi-tenant/rsc#TenantSelectionProvider": TenantSelectionProvider_d6d5f193a167989e2ee7d14202901e62,
  "/src/components/admin/start/StartPage#StartPage": StartPage_a71c74c528d29d788680b925452f6020,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
