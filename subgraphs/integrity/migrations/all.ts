import { Migration20261101Begin } from './begin-20261101.ts';
import { Migration20261124Catalogue } from './catalogue-20261124.ts';
import { Migration20261126ContradictAnswers } from './contradict-answers-20261126.ts';
import { Migration20261124DecideLinks } from './decide-links-20261124.ts';
import { Migration20261124Delivery } from './delivery-20261124.ts';
import { Migration20261126DeliveryOrder } from './delivery-order-20261126.ts';
import { Migration20261124DeliveryDoors } from './delivery-doors-20261124.ts';
import { Migration20261126DoubtRows } from './doubt-rows-20261126.ts';
import { Migration20261126FeedCounts } from './feed-counts-20261126.ts';
import { Migration20261126MatchAgain } from './match-again-20261126.ts';
import { Migration20261126ReopenFound } from './reopen-found-20261126.ts';
import { Migration20261124LinkDelivery } from './link-delivery-20261124.ts';
import { Migration20261126LinkDeliveryAtPace } from './link-delivery-at-pace-20261126.ts';
import { Migration20261124EmptyRegister } from './empty-register-20261124.ts';
import { Migration20261124Holdings } from './holdings-20261124.ts';
import { Migration20261126MatchAhead } from './match-ahead-20261126.ts';
import { Migration20261126PlanReviews } from './plan-reviews-20261126.ts';
import { Migration20261124RecordChange } from './record-change-20261124.ts';
import { Migration20261124RecordLife } from './record-life-20261124.ts';
import { Migration20261124RecordIdentity } from './record-identity-20261124.ts';
import { Migration20261126ReopenReviews } from './reopen-reviews-20261126.ts';
import { Migration20261126LaterRecords } from './later-records-20261126.ts';
import { Migration20261126ReviewConflicts } from './review-conflicts-20261126.ts';
import { Migration20261126ReserveOnce } from './reserve-once-20261126.ts';
import { Migration20261126ReviewFaults } from './review-faults-20261126.ts';
import { Migration20261126ReviewCases } from './review-cases-20261126.ts';
import { Migration20261124RetainRecords } from './retain-records-20261124.ts';
import { Migration20261126ChangesOfRecords } from './changes-of-records-20261126.ts';
import { Migration20261125CollectReviews } from './collect-reviews-20261125.ts';
import { Migration20261125DecideReviews } from './decide-reviews-20261125.ts';
import { Migration20261125ReviewEvents } from './review-events-20261125.ts';
import { Migration20261125ReviewRowSecurity } from './review-row-security-20261125.ts';
import { Migration20261126RetainRows } from './retain-rows-20261126.ts';
import { Migration20261125RetainReviews } from './retain-reviews-20261125.ts';
import { Migration20261125Reviews } from './reviews-20261125.ts';
import { Migration20261123RowSecurity } from './row-security-20261123.ts';
import { Migration20261126SettleCandidates } from './settle-candidates-20261126.ts';
import { Migration20261124TakeDelivery } from './take-delivery-20261124.ts';
import { Migration20261126TakeDeliveryAtPace } from './take-delivery-at-pace-20261126.ts';
import { Migration20261126TellChanges } from './tell-changes-20261126.ts';
import { Migration20261126TellSubjects } from './tell-subjects-20261126.ts';
import { Migration20261126OwnCase } from './own-case-20261126.ts';
import { Migration20261126TypeFreshness } from './type-freshness-20261126.ts';
import { Migration20261126RowSecurity } from './row-security-20261126.ts';
import { Migration20261126TakeInOnePass } from './take-in-one-pass-20261126.ts';
import { Migration20261126WriteInOnePass } from './write-in-one-pass-20261126.ts';
import { Migration20261126LinkInOnePass } from './link-in-one-pass-20261126.ts';
import { Migration20261126DoorsInOnePass } from './doors-in-one-pass-20261126.ts';
import { Migration20261126FeedQuarantine } from './feed-quarantine-20261126.ts';
import { Migration20261126RetainInTurn } from './retain-in-turn-20261126.ts';

/** In the order they are run; a migration that has been released is never edited. */
export const migrations = [
  Migration20261101Begin,
  Migration20261123RowSecurity,
  Migration20261124RecordIdentity,
  Migration20261124Delivery,
  Migration20261124LinkDelivery,
  Migration20261124TakeDelivery,
  Migration20261124DeliveryDoors,
  Migration20261124DecideLinks,
  Migration20261124RecordChange,
  Migration20261124RecordLife,
  Migration20261124Holdings,
  Migration20261124EmptyRegister,
  Migration20261124RetainRecords,
  Migration20261124Catalogue,
  Migration20261125Reviews,
  Migration20261125ReviewEvents,
  Migration20261125ReviewRowSecurity,
  Migration20261125CollectReviews,
  Migration20261125DecideReviews,
  Migration20261125RetainReviews,
  Migration20261126ContradictAnswers,
  Migration20261126ReopenReviews,
  Migration20261126ReviewCases,
  Migration20261126PlanReviews,
  Migration20261126TellSubjects,
  Migration20261126TakeDeliveryAtPace,
  Migration20261126LinkDeliveryAtPace,
  Migration20261126DeliveryOrder,
  Migration20261126SettleCandidates,
  Migration20261126TypeFreshness,
  Migration20261126ReviewConflicts,
  Migration20261126ReopenFound,
  Migration20261126MatchAgain,
  Migration20261126DoubtRows,
  Migration20261126FeedCounts,
  Migration20261126RetainRows,
  Migration20261126MatchAhead,
  Migration20261126LaterRecords,
  Migration20261126TellChanges,
  Migration20261126ReviewFaults,
  Migration20261126RowSecurity,
  Migration20261126OwnCase,
  Migration20261126ReserveOnce,
  Migration20261126ChangesOfRecords,
  Migration20261126TakeInOnePass,
  Migration20261126WriteInOnePass,
  Migration20261126LinkInOnePass,
  Migration20261126DoorsInOnePass,
  Migration20261126FeedQuarantine,
  Migration20261126RetainInTurn,
] as const;
